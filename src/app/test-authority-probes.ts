import assert from 'node:assert/strict'
import type { Action } from '../identity/authority-lists.rules.ts'
import { type Place, type Relation, relationOf } from '../identity/place.rules.ts'
import { epochMs } from '../kernel/time.ts'
import { newCommandId } from '../platform/ids.ts'
import type { Holder, Matrix, OfficeCase, StaffCase } from './test-authority.ts'
import { type Answer, get, instrument, isKeptOut, post, type Request, randomId, randomNumber, searchFor, span } from './test-authority-ask.ts'
import { insertOverOrder, sendToEach, stayAt, stayAtEach, takeAside } from './test-authority-cases.ts'

/** What an action is asked about. `ask` null: about nothing that is on record, with an id made up on the spot; undefined: there is no such id to ask with. */
type Probe<Subject> = {
  readonly subjects: readonly Subject[]
  readonly placeOf: (subject: Subject) => Place
  readonly ask: (subject: Subject | null) => Request | undefined
}
export type AnyProbe = {
  readonly places: readonly Place[]
  readonly ask: (place: Place | null) => Request | undefined
  readonly answers?: (answer: Answer, place: Place | null) => boolean
}

export type Probes = Record<Action, AnyProbe>

/** A request for each action, about a case in a state in which the allowed answer is a refusal of the workflow, or a reading. An action without one does not compile. */
export async function makeProbes({ open, offices, points, staff, traveller }: Matrix): Promise<Probes> {
  const requestId = () => newCommandId(epochMs(open.clock.now))
  const photo = (await open.server.inject({ url: '/api/v1/made-up/people/3/photo' })).rawPayload.toString('base64')
  const [{ applicant }] = (await open.server.inject({ url: '/api/v1/made-up/people?from=3&count=1&area=KH:0110' })).json() as [{ applicant: object }]
  const ofOffice = (ask: (subject: OfficeCase) => Request) =>
    over<OfficeCase>({
      subjects: offices,
      placeOf: ({ place }) => place,
      ask: (subject) =>
        ask(subject ?? { place: placeOfNone, application: randomId, number: randomNumber, familyName: 'Nobody', birthDate: '1990-01-01' }),
    })
  const atOffice = (ask: (office: string) => Request) =>
    over<OfficeCase>({ subjects: offices, placeOf: ({ place }) => place, ask: (subject) => (subject && ask(subject.place.id)) || undefined })
  const atPoint = (ask: (point: string) => Request) =>
    over<Place>({ subjects: points, placeOf: (point) => point, ask: (point) => ask(point?.id ?? 'kh-th/nowhere') })
  const ofStaff = (ask: (subject: StaffCase) => Request) =>
    over<StaffCase>({ subjects: staff, placeOf: ({ place }) => place, ask: (subject) => ask(subject ?? { place: placeOfNone, account: randomId }) })
  const ofState = (ask: () => Request): AnyProbe => ({
    places: staff.map(({ place }) => place).filter(({ id }) => id === 'KH'),
    ask: (place) => (place ? ask() : undefined),
  })

  const sent = await sendToEach(open, offices)
  const aside = await takeAside(open, points)
  const crossed = await open.administrator.query<{ id: string; point: string }>('select id, point from movement')
  const movementAt = (point: Place | null) => crossed.rows.find((row) => row.point === point?.id)?.id ?? randomId
  const atReferral = (ask: (movement: string) => Request): AnyProbe => ({
    places: points,
    ask: (point) => ask(aside.get(point?.id ?? '') ?? randomId),
  })
  const contested = await stayAtEach(open, points)
  for (const { id } of points) await insertOverOrder(open, id)
  const step = (name: string, more: object = {}) =>
    ofOffice(({ application }) => post(`/api/v1/applications/${application}/${name}`, { requestId: requestId(), ...more }))
  const charge = (path: string, more: object = {}) =>
    ofOffice(({ application }) => post(`/api/v1/charges/${application}${path}`, { requestId: requestId(), ...more }))
  const passStep = (name: string) =>
    ofOffice(({ number }) => post(`/api/v1/passes/${number}/${name}`, { requestId: requestId(), reason: 'asked by the matrix' }))
  return {
    'application.take': atOffice((office) => post('/api/v1/applications', { requestId: requestId(), office, applicant, photo, madeUp: true })),
    'application.read': ofOffice(({ application }) => get(`/api/v1/applications/${application}`)),
    'application.review': step('review'),
    'application.approve': step('approval'),
    'application.reject': step('rejection', { reason: 'asked by the matrix', ground: 'other' }),
    'application.withdraw': step('withdrawal', { reason: 'asked by the matrix' }),
    // A case of another place is told apart from one that is not there by nothing: both are in the answer's list of refusals.
    'application.move': atOffice((office) => post('/api/v1/application-moves', { requestId: requestId(), office, applications: [randomId] })),
    'office.workload': atOffice((office) => get(`/api/v1/office-hours?office=${office}&from=2026-11-01&until=2026-11-02`)),
    'office.equip': atOffice((office) =>
      post('/api/v1/office-capacity', { requestId: requestId(), office, from: '2020-01-01', printers: 1, instrument: '1/2020' }),
    ),
    'pass.sign': ofOffice(({ application }) => post('/api/v1/signing-lists', { applications: [application] })),
    'pass.read': ofOffice(({ number }) => get(`/api/v1/passes/${number}`)),
    'pass.print': ofOffice(({ number }) => get(`/api/v1/passes/${number}/page.pdf`)),
    'pass.hand-over': step('hand-over', { kind: 'thumb', mark: photo }),
    'booklet.read': atOffice((office) => get(`/api/v1/booklets?office=${office}`)),
    'booklet.receive': atOffice((office) => post('/api/v1/booklets', { requestId: requestId(), office, first: '0', count: 1 })),
    'pass.suspend': passStep('suspension'),
    'pass.revoke': passStep('revocation'),
    'pass.count': atOffice((office) => get(`/api/v1/pass-counts?office=${office}`)),
    'pass.evidence': ofOffice(({ number }) => get(`/api/v1/passes/${number}/evidence`)),
    'lost-report.read': atOffice((office) => get(`/api/v1/lost-reports?office=${office}`)),
    'lost-report.settle': ofOffice(({ place }) =>
      post(`/api/v1/lost-reports/${sent.get(place.id)?.report ?? randomId}/settlement`, { requestId: requestId(), outcome: 'over' }),
    ),
    'complaint.read': ofOffice(({ place }) => get(`/api/v1/complaints/${sent.get(place.id)?.complaint ?? randomId}`)),
    'complaint.answer': ofOffice(({ place }) =>
      post(`/api/v1/complaints/${sent.get(place.id)?.complaint ?? randomId}/answer`, { requestId: requestId(), answer: 'asked by the matrix' }),
    ),
    // A search names no case: it answers everybody who may search at all, with the people of their own places alone.
    'person.search': {
      ...ofOffice(searchFor),
      answers: ({ body }, place) => offices.some(({ place: { id }, application }) => id === place?.id && body.includes(application)),
    },
    // Larger than any file may be: answered before anything is kept.
    'register.import': atOffice((place) => post('/api/v1/imports', { requestId: requestId(), place, fileName: 'old.csv', bytes: 200_000_001 })),
    'mandate.decide': ofState(() =>
      post('/api/v1/mandate-decisions', {
        requestId: requestId(),
        instrument,
        offices: 'all',
        decision: {
          id: 'kh/other-decision',
          title: { km: 'x', th: 'x', en: 'x' },
          kind: 'decision',
          issuer: 'x',
          signedOn: '2026-01-01',
          source: 'x',
        },
        at: '2020-01-01T00:00:00Z',
      }),
    ),
    'mandate.passes': atOffice((office) => get(`/api/v1/mandates/passes?instrument=${instrument}&${span}&office=${office}`)),
    'mandate.revoke-passes': atOffice((office) =>
      post('/api/v1/mass-revocations', {
        requestId: requestId(),
        instrument,
        office,
        from: '2026-11-02T00:00:00Z',
        until: '2026-11-01T00:00:00Z',
        reason: 'asked by the matrix',
      }),
    ),
    'verdict.ask': atPoint((point) => post('/api/v1/verdicts', { point, direction: 'exit', document: { number: traveller } })),
    'movement.record': atPoint((point) =>
      post('/api/v1/movements', {
        id: requestId(),
        point,
        direction: 'exit',
        document: { number: traveller },
        occurredAt: '2027-06-01T00:00:00Z',
      }),
    ),
    'movement.read': {
      places: points,
      ask: (point) => get(`/api/v1/movements?number=${point ? traveller : randomNumber}`),
      answers: ({ status, body }, point) =>
        status === 200 && point !== null && (JSON.parse(body) as { point: string }[]).some((row) => row.point === point.id),
    },
    'movement.count': atPoint((point) => get(`/api/v1/counts?point=${point}&from=2026-11-01&until=2026-11-30`)),
    // A driver whose movement is not on record: the refusal of whoever may write sheets at the point.
    'sheet.record': atPoint((point) =>
      post('/api/v1/vehicle-sheets', {
        id: requestId(),
        point,
        lane: '1',
        direction: 'exit',
        occurredAt: '2026-11-20T00:00:00Z',
        class: 'bicycle',
        wheels: 2,
        plate: null,
        driver: randomId,
        passengers: [],
      }),
    ),
    'sheet.read': atPoint((point) => get(`/api/v1/vehicle-sheets?point=${point}&day=2026-11-20`)),
    // A lane without a name: said after the place was looked at, and nothing is begun.
    'shift.work': atPoint((point) => post('/api/v1/shifts', { id: requestId(), point, lane: ' ' })),
    // Recorded by another, or long ago.
    'movement.undo': {
      places: points,
      ask: (point) => post(`/api/v1/movements/${movementAt(point)}/undo`, { requestId: requestId(), reason: 'asked by the matrix' }),
    },
    'referral.decide': atReferral((movement) =>
      post(`/api/v1/referrals/${movement}/decision`, { requestId: requestId(), decision: 'left', to: 'police', reason: 'asked by the matrix' }),
    ),
    'point.lead': atReferral((movement) =>
      post(`/api/v1/referrals/${movement}/confirmation`, { requestId: requestId(), confirms: true, reason: 'asked by the matrix' }),
    ),
    'referral.oversee': atReferral((movement) =>
      post(`/api/v1/overseen-referrals/${movement}/decision`, { requestId: requestId(), decision: 'left', to: 'police', reason: 'by the matrix' }),
    ),
    // A plate without a number: said after the place was looked at.
    'watch.enter': atOffice((place) =>
      post('/api/v1/watchlist/entries', {
        requestId: requestId(),
        place,
        kind: 'plate',
        plate: '-',
        reason: 'other',
        source: 'x',
        seenBy: 'point',
        lastDay: '2026-12-01',
      }),
    ),
    'watch.read': {
      places: [...points, ...offices.map(({ place }) => place), ...ofState(() => get('')).places],
      ask: (place) => (place ? get(`/api/v1/watchlist/entries?place=${place.id}`) : undefined),
    },
    'watch.clear': {
      places: [...points, ...offices.map(({ place }) => place)],
      ask: (place) =>
        post(`/api/v1/watchlist/entries/${randomId}/notes`, {
          ...{ requestId: requestId(), place: place?.id ?? 'kh-th/nowhere', document: { issuer: 'KH', number: 'N0000001' } },
          ...{ ground: 'other-person', lastDay: '2026-12-01' },
        }),
    },
    'watch.import': atOffice((place) => post('/api/v1/watchlist/imports', { requestId: requestId(), place, dryRun: true, file: '' })),
    // A stay that was closed at the point: the refusal of whoever may work on it.
    'stay.look': atPoint((point) => get(`/api/v1/stays/${stayAt(point)}?issuer=TH`)),
    'stay.extend': atPoint((point) =>
      post('/api/v1/stays/extension', { requestId: requestId(), number: stayAt(point), issuer: 'TH', reason: 'matrix' }),
    ),
    'stay.read': atPoint((point) => get(`/api/v1/overstays?point=${point}`)),
    'stay.repair': atPoint((point) =>
      post('/api/v1/stays/repair', {
        requestId: requestId(),
        number: stayAt(point),
        issuer: 'TH',
        stay: 1,
        at: '2026-11-19T00:00:00Z',
        point: 'kh-th/poipet',
        basis: 'stamp',
        evidence: 'matrix',
      }),
    ),
    'rebuttal.take': atPoint((point) =>
      post('/api/v1/rebuttals', { requestId: requestId(), number: stayAt(point), issuer: 'TH', about: 'flag', stay: 1, text: 'matrix' }),
    ),
    'rebuttal.decide': atPoint((point) =>
      post(`/api/v1/rebuttals/${contested.get(point) ?? randomId}/decision`, { requestId: requestId(), decision: 'not-accept', answer: 'matrix' }),
    ),
    'order.read': {
      places: [...points, ...ofState(() => get('')).places],
      ask: (place) => post('/api/v1/orders/preview', { order: orderAt(place), count: false }),
      // Whoever reads orders anywhere is told that there is no such point: a fault of the draft, and nothing else.
      answers: (answer) => !isKeptOut(answer) && !answer.body.includes('order.point-unknown'),
    },
    // Over before it begins: said after the place was looked at.
    'order.issue': {
      places: [...points, ...ofState(() => get('')).places],
      ask: (place) => post('/api/v1/orders', { requestId: requestId(), order: orderAt(place) }),
    },
    'order.end': atPoint((point) =>
      post(`/api/v1/orders/kh/over-${point.split('/')[1]}/end`, { requestId: requestId(), reason: 'asked by the matrix' }),
    ),
    'staff.read': ofStaff(({ account }) => get(`/api/v1/staff/${account}`)),
    'staff.invite': ofStaff(({ account }) => post(`/api/v1/staff/${account}/invitation`, { requestId: requestId() })),
    'staff.grant': ofStaff(({ account, place }) =>
      post(`/api/v1/staff/${account}/grants`, {
        requestId: requestId(),
        role: roleAt[place.kind],
        place: place.id || 'KH:0110',
        from: '2020-01-01',
        lastDay: null,
        reason: 'asked by the matrix',
      }),
    ),
    'staff.recover': ofStaff(({ account }) => post(`/api/v1/staff/${account}/confirmation`, { requestId: requestId() })),
    'staff.events': ofStaff(({ account }) => get(`/api/v1/staff/${account}/events`)),
    'operations.read': ofState(() => get('/metrics')),
    'retention.run': ofState(() => get('/api/v1/retention')),
    'payment.request': charge('/payment-requests'),
    'payment.take': charge('/cash', { amount: 20_000, currency: 'KHR' }),
    'payment.reverse': charge(`/payments/${randomId}/reversal`, { reason: 'asked by the matrix' }),
    'payment.read': ofOffice(({ application }) => get(`/api/v1/charges/${application}`)),
    'payment.close-day': atOffice((office) => get(`/api/v1/day?office=${office}`)),
    'refund.settle': charge(`/refunds/${randomId}/settlement`, { how: 'bank', note: 'asked by the matrix' }),
  }
}

/** For the place, a point or the whole state; for no place at all, a point that is not there. */
const orderAt = (place: Place | null) => ({
  ...{ id: 'kh/asked-by-the-matrix', number: '1', state: 'KH', instrument: { id: 'kh/order-2024-01-01' }, stage: 'closed', sessions: [] },
  points: place?.kind === 'state' ? null : [place?.id ?? 'kh-th/nowhere'],
  ...{ startsAt: '2027-01-02T00:00:00Z', endsAt: '2027-01-01T00:00:00Z' },
})

const placeOfNone: Place = { kind: 'state', id: '', state: 'KH', area: null }
const roleAt = { state: 'analyst', province: 'clerk', district: 'clerk', point: 'checkpoint-officer', unit: 'patrol-leader' } as const

function over<Subject>({ subjects, placeOf, ask }: Probe<Subject>): AnyProbe {
  const subjectAt = (place: Place) => subjects.find((subject) => placeOf(subject).id === place.id) ?? assert.fail(place.id)
  return { places: subjects.map(placeOf), ask: (place) => ask(place && subjectAt(place)) }
}

/** Where the case would have to lie for a cell, or why there is none. */
export function subjectOf(probe: AnyProbe, holder: Holder, relation: Relation): { place: Place | null; request: Request } | string {
  const place = relation === 'none' ? null : probe.places.find((each) => relationOf(holder.place, each) === relation)
  if (place === undefined) return 'no case of this kind lies so to such a place'
  const request = probe.ask(place)
  return request ? { place, request } : 'asked by place, and every place is one'
}
