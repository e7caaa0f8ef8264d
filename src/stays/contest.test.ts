// Goal: whoever was decided against sees why, contests it by phone with what proves it, and reads the answer; nobody else learns anything, and nobody decides about their own act. Method: a whole instance on a real database, through the routes, as the public and as staff.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPoint, poipet } from '../checkpoint/test-point.ts'
import { td3 } from '../passports/test-zones.ts'
import { anyAddress } from '../portal/test-resident.ts'
import { codeOf, isDecisionTold, parseCode, toldReasons } from './contest.rules.ts'

const { open, desk, officer, other, chief, later, cross, undo, decide: decideReferral, rows } = await openPoint()
const provincial = { role: 'provincial-officer', place: 'KH:01' } as const
const photo = (await open.server.inject({ url: '/api/v1/made-up/people/3/photo' })).rawPayload.toString('base64')
type Told = {
  about: string
  movement: string | null
  stay: number | null
  outcome: string | null
  reasons: { reason: string | null; rule: string | null; instruments: string[] }[]
  overstay: { until: string; daysOver: number } | null
}
type Mine = { id: string; number: string; state: string; answer: string | null; dueOn: string; pictures: number }
async function send(path: string, body: object, from = anyAddress()) {
  const answer = await open.server.inject({ method: 'POST', url: `/api/v1/rebuttals/${path}`, remoteAddress: from, payload: body })
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown> & { decisions: Told[]; rebuttals: Mine[]; code: string } }
}
const follow = (proof: object, from?: string) => send('follow', proof, from)
const contest = (proof: object, what: object, from?: string) =>
  send('online', { requestId: desk.id(), ...proof, text: 'ខ្ញុំមិនដែលទៅទេ', movement: null, stay: null, ...what }, from)
const bornOf = async (number: string) =>
  String(
    (
      await rows<{ born: string }>('select birth_date::text as born from person p join pass_number n on n.person_id = p.id where n.number = $1', [
        number,
      ])
    )[0]?.born,
  )
const step = (id: string, path: string, who: typeof officer | typeof provincial, body: object = {}) =>
  desk.post(`/api/v1/rebuttals/${id}/${path}`, { requestId: desk.id(), ...body }, who)

const { number, application } = await desk.issue(7)
const known = { number, birthDate: await bornOf(number) }
await cross(number, 'exit')
later(120)
const flagged = await cross(number, 'exit')
later(120)
const undone = await cross(number, 'exit')
await undo(undone.id)
later(120)
const referred = await cross(number, 'entry', { care: 'trafficking' })
const codeAt = async (id: string, who = officer) => (await desk.get(`/api/v1/movements/${id}/contest-code`, who)).body

test('what went against somebody is told with rule and instrument; not where they passed, not what was undone, not who looks after them', async () => {
  const { status, body } = await follow(known)
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual(
    body.decisions.map(({ movement, about }) => [movement, about]),
    [
      [referred.id, 'refusal'],
      [flagged.id, 'flag'],
    ],
  )
  const [care, entry] = body.decisions
  assert.deepEqual(care?.reasons.at(-1), { rule: null, reason: null, effect: null, instruments: [], about: {} })
  assert.ok(!JSON.stringify(body).includes('trafficking') && !JSON.stringify(body).includes('care'))
  const reason = entry?.reasons.find((each) => each.reason === 'entry-missing')
  assert.ok(reason && reason.rule === 'stay.matched' && reason.instruments.length > 0, JSON.stringify(entry))
})

test('contested with four pictures: a case number, one at a time, the answer read by number, application and case', async () => {
  const sent = await contest(known, { about: 'flag', movement: flagged.id, pictures: [photo, photo, photo, photo] })
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  assert.deepEqual([sent.body['state'], sent.body['pictures']], ['received', 4])
  assert.match(String(sent.body['number']), /^0\d{9}$/)
  assert.equal((await contest(known, { about: 'flag', movement: flagged.id })).body.code, 'rebuttal.twice')
  const id = String(sent.body['id'])
  // The officer who recorded it cannot even open it; the chief can, and so can the province.
  assert.equal((await step(id, 'taking', provincial)).status, 200)
  const opened = (await desk.get(`/api/v1/rebuttals/${id}`, provincial)).body as unknown as {
    own: boolean
    contested: { reasons: { reason: string }[] }
  }
  assert.ok(!opened.own && opened.contested.reasons.some(({ reason }) => reason === 'entry-missing'), JSON.stringify(opened))
  assert.equal((await step(id, 'decision', provincial, { decision: 'accept', answer: 'The camera shows it', effect: 'noted' })).status, 200)
  const [row] = await rows<{ follow: string }>('select follow_number as follow from application where id = $1', [application])
  for (const by of [number, row?.follow, sent.body['number']]) {
    const { status, body } = await follow({ ...known, number: by })
    assert.equal(status, 200, JSON.stringify([by, body]))
    assert.deepEqual(
      body.rebuttals.map(({ state, answer }) => [state, answer]),
      [['accepted', 'The camera shows it']],
    )
    for (const hidden of ['madeBy', 'takenBy', 'decidedBy', 'holder', 'document']) assert.ok(!(hidden in (body.rebuttals[0] ?? {})), hidden)
  }
})

test('a stranger’s document: the code of the refusal opens that refusal alone, shown to who recorded it', async () => {
  // A passport that our register knows nothing of.
  const passport = await cross('', 'entry', { document: { mrz: td3({ issuer: 'USA', number: '123456789', nationality: 'USA' }) } })
  const shown = (await codeAt(passport.id)) as unknown as { code: string; document: { number: string; issuer: string; kind: string } }
  assert.deepEqual(shown.document, { number: '123456789', issuer: 'USA', kind: 'passport' })
  const theirs = await follow({ number: '123456789', issuer: 'usa', code: shown.code })
  assert.deepEqual(
    theirs.body.decisions.map(({ movement }) => movement),
    [passport.id],
  )
  // A number that our register knows, by its code.
  const { code, document } = (await codeAt(referred.id)) as unknown as { code: string; document: { number: string; issuer: string } }
  assert.equal(document.number, number)
  assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  assert.equal((await codeAt(referred.id, other))['code'], 'movement.not-found')
  const proof = { number, code: code.toLowerCase().replace('-', ' ') }
  const { body } = await follow(proof)
  assert.deepEqual([body.decisions.map(({ movement }) => movement), body.rebuttals], [[referred.id], []])
  assert.equal((await contest(proof, { about: 'flag', movement: flagged.id })).body.code, 'rebuttal.not-theirs')
  assert.equal((await contest(proof, { about: 'overstay', stay: 1 })).body.code, 'rebuttal.not-theirs')
  const sent = await contest(proof, { about: 'refusal', movement: referred.id })
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  const byCase = await follow({ number: sent.body['number'], code })
  assert.deepEqual(
    byCase.body.rebuttals.map(({ id }) => id),
    [sent.body['id']],
  )
})

test('who decided on the referral decides nothing about it', async () => {
  assert.equal((await decideReferral(referred.id, chief, { decision: 'let-pass' })).status, 200)
  const [mine] = (await follow(known)).body.rebuttals.filter(({ state }) => state === 'received')
  assert.equal((await step(mine?.id ?? '', 'taking', chief)).body['code'], 'rebuttal.own-record')
  const seen = (await desk.get(`/api/v1/rebuttals/${mine?.id}`, chief)).body as unknown as { own: boolean }
  assert.equal(seen.own, true)
  assert.equal((await step(mine?.id ?? '', 'taking', provincial)).status, 200)
})

test('whatever does not fit is one answer; a form that cannot be is told so', async () => {
  const { number: stranger } = await desk.issue(8)
  const { code } = (await codeAt(referred.id)) as unknown as { code: string }
  const unknown: object[] = [
    { ...known, birthDate: '1950-01-01' },
    { number: stranger, birthDate: known.birthDate },
    { number: 'KH0', birthDate: known.birthDate },
    { number, code: '0000-0000' },
    { number: stranger, code },
    { number, issuer: 'TH', code },
    { number: 'AB123456', issuer: 'THA', code },
  ]
  const bodies = new Set<string>()
  const codes = new Set<string>()
  for (const proof of unknown) {
    const { status, body } = await follow(proof)
    assert.equal(status, 404, JSON.stringify([proof, body]))
    bodies.add(JSON.stringify({ ...body, instance: undefined }))
    codes.add(`${'code' in proof ? 'code' : 'birth date'}: ${body.code}`)
    assert.equal((await contest(proof, { about: 'flag', movement: flagged.id })).status, 404)
  }
  // One to each kind of proof, which whoever asks knows anyway.
  assert.equal(bodies.size, 2)
  assert.deepEqual([...codes].sort(), ['birth date: follow.unknown', 'code: rebuttal.unknown'])
  for (const [code, proof] of [
    ['rebuttal.proof', { number }],
    ['rebuttal.proof', { ...known, code: '0000-0000' }],
    ['rebuttal.code', { number, code: 'UUUU-UUUU' }],
    ['rebuttal.code', { number, code: '0000' }],
    ['applicant.birth-date', { number, birthDate: '31/2/1990' }],
    ['report.pass-number', { number: '<b>', birthDate: known.birthDate }],
    ['request.malformed', { ...known, issuer: 'THAILAND' }],
    ['request.malformed', { ...known, number: '' }],
  ] as const)
    assert.equal((await follow(proof)).body.code, code, JSON.stringify(proof))
  const wrong: [string, object][] = [
    ['rebuttal.not-theirs', { about: 'flag', movement: desk.id() }],
    ['rebuttal.not-theirs', { about: 'flag', movement: undone.id }],
    ['rebuttal.subject', { about: 'refusal', movement: flagged.id }],
    ['rebuttal.subject', { about: 'flag' }],
    ['request.malformed', { about: 'flag', movement: flagged.id, text: ' \u200e ' }],
    ['request.malformed', { about: 'flag', movement: flagged.id, pictures: [photo, photo, photo, photo, photo] }],
    ['applicant.photo-unreadable', { about: 'flag', movement: flagged.id, pictures: [Buffer.from('<svg/>').toString('base64')] }],
  ]
  for (const [code, what] of wrong) assert.equal((await contest(known, what)).body.code, code, JSON.stringify(what).slice(0, 100))
  assert.equal((await contest(known, { about: 'flag', movement: flagged.id, pictures: ['A'.repeat(9_000_000)] })).status, 413)
})

test('guesses of one number are counted wherever they come from', async () => {
  const { number: aimed } = await desk.issue(9)
  const codes: string[] = []
  for (let guess = 0; guess < 12; guess += 1) codes.push((await follow({ number: aimed, birthDate: `${guess + 1}/1/1950` })).body.code)
  assert.deepEqual([codes[0], codes.at(-1)], ['follow.unknown', 'portal.too-many'])
})

test('an overstay is told with its last lawful day and the law; staff list by point, area, kind and number, open and decided', async () => {
  const { number: away } = await desk.issue(10)
  const his = { number: away, birthDate: await bornOf(away) }
  await cross(away, 'exit')
  later(10 * 86_400)
  const [told] = (await follow(his)).body.decisions
  assert.deepEqual([told?.about, told?.stay, told?.overstay?.daysOver, told?.reasons[0]?.rule], ['overstay', 1, 4, 'stay.days'])
  assert.ok(told?.reasons[0]?.instruments.length)
  const sent = await contest(his, { about: 'overstay', stay: 1 })
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  type Listed = { count: number; rows: { id: string; about: string }[] }
  const list = async (query: string, who: typeof officer | typeof provincial = provincial) =>
    (await desk.get(`/api/v1/rebuttals?${query}`, who)).body as unknown as Listed
  const about = async (query: string) => (await list(query)).rows.map((row) => row.about).sort()
  assert.deepEqual(await about(''), ['overstay', 'refusal'])
  assert.deepEqual(await about('which=decided'), ['flag'])
  assert.deepEqual(await about(`about=overstay&point=${poipet}&area=KH:01`), ['overstay'])
  assert.deepEqual(await about('area=KH:02&about=overstay').catch(() => []), [])
  assert.deepEqual(await about(`number=${sent.body['number']}`), ['overstay'])
  assert.deepEqual(await about(`number=${away.toLowerCase()}`), ['overstay'])
  assert.deepEqual(await about('number=nobody'), [])
  const page = await list('limit=1&offset=1')
  assert.deepEqual([page.count, page.rows.length], [2, 1])
  // Who has no list has none; who decides elsewhere sees nothing of it.
  assert.equal((await desk.get('/api/v1/rebuttals', officer)).body['code'], 'authority.role')
  const elsewhere = (await list('', { role: 'chief-of-point', place: 'kh-th/daung' } as never)) as Listed
  assert.deepEqual(elsewhere.rows, [])
  assert.equal((await desk.get(`/api/v1/rebuttals/${sent.body['id']}`, { role: 'chief-of-point', place: 'kh-th/daung' })).status, 404)
})

test('a pass that was stopped is told with its reason to whoever knows the birth date, never to a code; who is turned back reads the words of whoever decided', async () => {
  later(120)
  const mine = await desk.issue(19)
  const proof = { number: mine.number, birthDate: await bornOf(mine.number) }
  const passes = async (who: object) => (await follow(who)).body['passes']
  assert.deepEqual(await passes(proof), [])
  const differs = await cross(mine.number, 'exit', { photo: 'no-match' })
  const cared = await cross(mine.number, 'exit', { care: 'other' })
  for (const { id } of [differs, cared])
    assert.equal((await decideReferral(id, chief, { decision: 'turned-back', reason: 'Not the face of the photo' })).status, 200)
  type Back = { movement: string; turnedBack: { reason: string | null } | null }
  const backs = ((await follow(proof)).body.decisions as unknown as Back[]).map(({ movement, turnedBack }) => [movement, turnedBack?.reason])
  assert.deepEqual(
    new Map(backs as [string, unknown][]),
    new Map([
      [differs.id, 'Not the face of the photo'],
      [cared.id, null],
    ]),
  )
  const governor = desk.at('governor', 'KH:0109')
  await desk.post(`/api/v1/passes/${mine.number}/suspension`, { requestId: desk.id(), reason: 'Lent to another' }, governor)
  assert.deepEqual(await passes(proof), [{ end: mine.number.slice(-4), state: 'suspended', reason: 'Lent to another' }])
  assert.deepEqual(await passes({ number: mine.number, code: (await codeAt(differs.id))['code'] }), [])
  await desk.post(`/api/v1/passes/${mine.number}/resumption`, { requestId: desk.id(), reason: 'Cleared up' }, governor)
  assert.deepEqual(await passes(proof), [])
})

test('what a decision may say by phone: nothing where the gate’s own reason is not told', () => {
  for (const [reasons, told] of [
    [['face-differs', 'pass-lent'], true],
    [['late-foreigner'], true],
    [[], true],
    [['listed'], false],
    [['face-differs', 'listed'], false],
    [['referral-open'], false],
    [['care-other'], false],
    [['care-trafficking'], false],
    [['care-first'], false],
    [['a reason of before'], false],
  ] as const)
    assert.equal(isDecisionTold(reasons), told, reasons.join())
})

test('codes: forty bits, read back as they are typed; what is not told is one line', () => {
  assert.equal(codeOf(Buffer.from('ffffffffff00', 'hex')), 'ZZZZ-ZZZZ')
  assert.equal(codeOf(Buffer.from('0000000001ff', 'hex')), '0000-0001')
  for (const [typed, code] of [
    ['o000 oooi', '0000-0001'],
    ['zzzz-zzzz', 'ZZZZ-ZZZZ'],
    ['ZZZZ-ZZZ', undefined],
    ['ZZZZ-ZZZU', undefined],
    ['', undefined],
  ] as const)
    assert.equal(parseCode(typed), code, typed)
  const of = (rule: string, reason: string, effect: string) => ({ rule, reason, effect, version: 1, instruments: [] }) as never
  const told = toldReasons([
    of('watch.listed', 'listed', 'refer'),
    of('person.referred', 'referral-open', 'refer'),
    of('point.open', 'closed', 'refuse'),
    of('document.genuine', 'genuine', 'admit'),
  ])
  assert.deepEqual(
    told.map(({ reason }) => reason),
    ['closed', null],
  )
  const [lent] = toldReasons([
    { ...(of('document.lent', 'pass-lent', 'refer') as object), about: { last: '2026-11-20T02:00:00.000Z', point: poipet } } as never,
  ])
  assert.deepEqual([lent?.reason, lent?.about], ['pass-lent', {}])
})
