// Goal: who was taken aside is decided on once, by other hands than those that referred, never turned back when they need care; and a decision lets one movement pass. Method: the rule's whole table; then a whole instance on a real database, each refusal, ten at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Who } from '../../app/test-desk.ts'
import { openPoint, poipet, type Row } from '../test-point.ts'
import {
  type Confirm,
  careReasons,
  confirms,
  type Decision,
  decideConfirmation,
  decideReferral,
  decisions,
  isLeftToProvince,
  type Receiver,
  type Referral,
} from './referral.rules.ts'

const referral = (more: Partial<Referral> = {}): Referral => ({
  ...{ state: 'open', reasons: ['care-other'], recordedBy: 'who referred', decidedBy: null, confirm: 'not-needed', isAfterwards: false },
  ...more,
})
const people = [
  ['the chief', { account: 'chief', leads: true, oversees: false, led: false }],
  ['another officer, no chief there', { account: 'other', leads: false, oversees: false, led: false }],
  ['another officer, a chief there', { account: 'other', leads: false, oversees: false, led: true }],
  ['the province, no chief there', { account: 'province', leads: false, oversees: true, led: false }],
  ['the province, a chief there', { account: 'province', leads: false, oversees: true, led: true }],
  ['who referred', { account: 'who referred', leads: false, oversees: false, led: false }],
  ['who referred, a chief', { account: 'who referred', leads: true, oversees: false, led: false }],
] as const
test('every person × decision × state × care × receiver × before or after they passed', () => {
  for (const [name, by] of people)
    for (const decision of decisions)
      for (const state of ['open', ...decisions] as const)
        for (const reason of ['listed', ...careReasons])
          for (const to of [null, 'police'] as (Receiver | null)[])
            for (const isAfterwards of [false, true]) {
              const decided = decideReferral(referral({ state, reasons: [reason], isAfterwards }), by, { decision, to })
              const said = decided.ok ? decided.value.confirm : decided.refusal.code
              const wanted = wantedOf(name, { decision, state, care: reason !== 'listed', to, isAfterwards })
              assert.equal(said, wanted, `${name} ${decision} ${state} ${reason} ${to} ${isAfterwards}`)
            }
})
function wantedOf(name: string, asked: { decision: Decision; state: string; care: boolean; to: Receiver | null; isAfterwards: boolean }): string {
  if (name.startsWith('who referred')) return 'referral.same-hands'
  if (name.endsWith('a chief there')) return 'referral.chief-decides'
  if (asked.state !== 'open') return 'referral.decided'
  if ((asked.to !== null) !== (asked.decision === 'handed-over')) return 'referral.to'
  if (asked.decision === 'turned-back' && asked.care) return 'referral.care'
  if (asked.decision === 'turned-back' && asked.isAfterwards) return 'referral.passed'
  return name === 'the chief' || name.startsWith('the province') ? 'not-needed' : 'waiting'
}
test('left to the province: what nobody at the point can take further, every case', () => {
  const each = [true, false]
  for (const state of ['open', ...decisions] as const)
    for (const confirm of confirms)
      for (const referrerLed of each)
        for (const led of each)
          for (const others of each)
            for (const ofEarlierDay of each) {
              const open = state === 'open' && !led && (referrerLed || !others)
              const waiting = state !== 'open' && confirm === 'waiting' && (ofEarlierDay || (referrerLed && !led))
              assert.equal(isLeftToProvince({ state, confirm }, { referrerLed, led, others, ofEarlierDay }), open || waiting)
            }
})
test('confirming: by neither hand before, once', () => {
  const waiting = referral({ state: 'let-pass', decidedBy: 'other', confirm: 'waiting' })
  const said = (from: Referral, account: string, stands: boolean) => {
    const decided = decideConfirmation(from, { account }, stands)
    return decided.ok ? decided.value.confirm : decided.refusal.code
  }
  assert.deepEqual([said(waiting, 'chief', true), said(waiting, 'chief', false)], ['confirmed', 'contested'])
  for (const account of ['other', 'who referred']) assert.equal(said(waiting, account, true), 'referral.same-hands')
  for (const confirm of ['not-needed', 'confirmed', 'contested'] as Confirm[])
    assert.equal(said({ ...waiting, confirm }, 'chief', true), 'referral.nothing-to-confirm')
})

const at = await openPoint()
const { open, desk, officer, other, chief, begin, body, cross, decide, confirm, later, code, rows } = at
const list = async (more = '', who = chief) => (await desk.get(`/api/v1/referrals?point=${poipet}${more}`, who)).body as unknown as Row[]
/** Looked at first: what is shown before is what is recorded, or refused, after. */
const tryCross = async (number: string, more: object, who = officer) => {
  const { id: _id, ...asked } = body(number, 'exit', more) as { id: string } & Record<string, unknown>
  const seen = await desk.post('/api/v1/verdicts', asked, who)
  const recorded = await desk.post('/api/v1/movements', body(number, 'exit', more), who)
  if (!racing) assert.deepEqual([code(seen), outcomeIn(seen)], [code(recorded), outcomeIn(recorded)], JSON.stringify(more))
  return recorded
}
const outcomeIn = (answer: { body: Record<string, unknown> }) => (answer.body['verdict'] as { outcome: string } | undefined)?.outcome
let racing = false

test('taken aside, listed by number with the reading on record, decided by the chief, and passed once on that', async () => {
  const { number } = await desk.issue(7)
  const aside = await cross(number, 'exit', { care: 'other' })
  const [waiting] = await list('&state=open')
  assert.deepEqual(
    [waiting?.movement, waiting?.['number'], waiting?.['reasons'], waiting?.['care'], waiting?.['mine'], waiting?.['lane']],
    [aside.id, number, ['care-other'], false, false, '1'],
  )
  assert.equal((await list('&state=open', officer))[0]?.['mine'], true)
  assert.ok((await rows("select 1 from person_read where subject = $1 and place = $2 and account like '%'", [number, poipet])).length >= 2)
  assert.equal(code(await tryCross(number, { decided: aside.id })), 'referral.not-decided')
  later(5)
  assert.equal(code(await decide(aside.id, officer)), 'referral.same-hands')
  const requestId = desk.id()
  const decided = await decide(aside.id, chief, { requestId })
  assert.deepEqual([decided.status, decided.body['state'], decided.body['confirm'], decided.body['again']], [200, 'let-pass', 'not-needed', false])
  assert.deepEqual([(await decide(aside.id, chief, { requestId })).body['again'], code(await decide(aside.id, chief))], [true, 'referral.decided'])
  assert.equal(code(await decide(aside.id, chief, { requestId, reason: 'other words' })), 'request.id-reused')
  assert.equal((await tryCross(number, { decided: 'not-a-movement-but-36-characters-here' })).status, 400)
  // The officer says again what they see: on the decision it passes.
  later(5)
  const { body: passed } = await tryCross(number, { care: 'other', decided: aside.id })
  assert.equal(passed.verdict.outcome, 'admit-with-flag')
  const { id: _id, ...again } = body(number, 'exit', { care: 'other', decided: aside.id })
  assert.equal(code(await desk.post('/api/v1/verdicts', again, officer)), 'movement.repeat')
  assert.equal((await list('&state=decided'))[0]?.['usedBy'], passed['id'])
  later(120)
  assert.equal(code(await tryCross(number, { decided: aside.id })), 'referral.not-decided')
})

test('a code that names nobody is the same document again: let pass, it passes once, and its stay begins', async () => {
  const specimens = (await desk.get('/api/v1/made-up/specimens', officer)).body as unknown as { kind: string; qrText: string }[]
  const textOf = (kind: string) => specimens.find((each) => each.kind === kind)?.qrText ?? assert.fail(kind)
  const scan = (more: object, kind = 'unknown-key') => body('', 'entry', { document: { text: textOf(kind) }, ...more })
  const look = async (more: object = {}) => {
    const { id: _id, ...asked } = scan(more) as { id: string } & Record<string, unknown>
    return (await desk.post('/api/v1/verdicts', asked, officer)).body as { verdict?: { outcome: string }; passedReferral?: string | null }
  }
  const record = (more: object, kind?: string) => desk.post('/api/v1/movements', scan(more, kind), officer)
  const aside = (await record({})).body
  assert.deepEqual([outcomeIn({ body: aside }), (await look()).passedReferral], ['refer', null])
  assert.equal((await decide(String(aside['id']), chief)).status, 200)
  later(5)
  const [decided] = [(await look()).passedReferral ?? assert.fail('the gate is told of the decision')]
  assert.equal(decided, aside['id'])
  assert.equal(code(await record({ decided }, 'forged')), 'referral.not-decided', 'another code is another document')
  assert.equal((await look({ decided })).verdict?.outcome, 'admit-with-flag')
  const passed = (await record({ decided })).body
  assert.deepEqual([outcomeIn({ body: passed }), passed['stayNumber']], ['admit-with-flag', 1])
  later(120)
  assert.deepEqual([code(await record({ decided })), (await look()).passedReferral], ['referral.not-decided', null])
})

test('a decision is for its holder, at its point, on its day, unless it is contested; ten at once: one passes', async () => {
  const [{ number }, stranger] = [await desk.issue(8), await desk.issue(9)]
  const aside = await cross(number, 'exit', { care: 'other' })
  assert.equal((await decide(aside.id, other)).body['confirm'], 'waiting')
  assert.equal(code(await tryCross(stranger.number, { decided: aside.id })), 'referral.not-decided')
  const elsewhere = await tryCross(number, { decided: aside.id, point: 'kh-th/malai' }, { role: 'checkpoint-officer', place: 'kh-th/malai' })
  assert.equal(code(elsewhere), 'referral.not-decided')
  assert.equal(code(await tryCross(number, { decided: desk.id() })), 'referral.not-decided')
  const before = open.clock.now
  later(86_400)
  assert.equal(code(await tryCross(number, { decided: aside.id })), 'referral.not-decided')
  open.clock.now = before
  const against = (await confirm(aside.id, chief, { confirms: false, reason: 'the papers were another’s' })).body
  // Whoever decided alone reads why.
  assert.deepEqual([against['confirm'], against['confirmReason']], ['contested', 'the papers were another’s'])
  assert.equal(code(await tryCross(number, { decided: aside.id })), 'referral.not-decided')
  later(5)
  const second = await cross(number, 'exit', { care: 'other' })
  assert.equal((await decide(second.id, chief)).status, 200)
  later(5)
  racing = true
  const answers = await Promise.all(Array.from({ length: 10 }, () => tryCross(number, { decided: second.id })))
  racing = false
  assert.equal(answers.filter(({ status }) => status === 201).length, 1)
  assert.deepEqual(
    [...new Set(answers.filter(({ status }) => status !== 201).map(code))].sort().filter((each) => each !== 'movement.repeat'),
    [],
  )
})

test('an undone movement frees the decision it stood on', async () => {
  const { number } = await desk.issue(10)
  const aside = await cross(number, 'exit', { care: 'other' })
  assert.equal((await decide(aside.id, chief)).status, 200)
  const passed = await cross(number, 'exit', { decided: aside.id })
  assert.equal((await at.undo(passed.id)).status, 201)
  later(5)
  assert.equal((await cross(number, 'exit', { decided: aside.id })).verdict.outcome !== 'refer', true)
})

test('who needs care is never turned back; handing over names to whom', async () => {
  const { number } = await desk.issue(11)
  const aside = await cross(number, 'exit', { care: 'asylum' })
  assert.equal(code(await decide(aside.id, chief, { decision: 'turned-back' })), 'referral.care')
  assert.equal(code(await decide(aside.id, chief, { decision: 'handed-over' })), 'referral.to')
  assert.equal(code(await decide(aside.id, chief, { to: 'police' })), 'referral.to')
  assert.equal((await decide(aside.id, chief, { decision: 'handed-over', to: 'nobody' })).status, 400)
  assert.equal((await decide(aside.id, chief, { decision: 'handed-over', to: 'social' })).body['to'], 'social')
})

test('while a chief is on shift no officer decides; afterwards another officer does, and the chief confirms', async () => {
  const { number } = await desk.issue(12)
  const aside = await cross(number, 'exit', { photo: 'no-match' })
  const shift = await begin(chief, 'office')
  assert.equal(code(await decide(aside.id, other)), 'referral.chief-decides')
  await desk.post(`/api/v1/shifts/${String(shift.body['id'])}/end`, { requestId: desk.id(), note: '' }, chief)
  const decided = await decide(aside.id, other, { decision: 'turned-back' })
  assert.deepEqual([decided.status, decided.body['confirm']], [200, 'waiting'])
  assert.deepEqual(
    (await list('&state=to-confirm')).map(({ movement }) => movement),
    [aside.id],
  )
  assert.equal(code(await confirm(aside.id, other)), 'authority.role')
  assert.equal((await confirm(aside.id, chief)).body['confirm'], 'confirmed')
  assert.equal(code(await confirm(aside.id, chief)), 'referral.nothing-to-confirm')
  const [event] = await rows<{ body: { lent: boolean } }>("select body from event where type = 'ReferralDecided' and body->>'movement' = $1", [
    aside.id,
  ])
  assert.equal(event?.body.lent, true)
  // The record itself says it: with the verdict, on the list, and in the movement's row.
  assert.deepEqual((await list('&state=decided')).find(({ movement }) => movement === aside.id)?.['reasons'], ['face-differs', 'pass-lent'])
  const [recorded] = await rows<{ rules: string[]; about: object }>(
    `select m.rules, f -> 'about' as about from movement m join event e on e.id = m.id, json_array_elements(e.body #> '{verdict,findings}') f
     where m.id = $1 and f ->> 'reason' = 'pass-lent'`,
    [aside.id],
  )
  assert.deepEqual(recorded, { rules: ['person.photo', 'document.lent'], about: null })
})

test('a chief alone: the case goes on through the province, which is not told whose document it was', async () => {
  const province: Who = { role: 'provincial-officer', place: 'KH:01' }
  const elsewhere: Who = { role: 'provincial-officer', place: 'KH:02' }
  const overseen = async (who = province) =>
    (await desk.get('/api/v1/overseen-referrals', who)).body as unknown as { referral: Row; verdict: { findings: { reason: string }[] } }[]
  const said = (movement: string, what: string, who: Who, more: object) =>
    desk.post(`/api/v1/overseen-referrals/${movement}/${what}`, { requestId: desk.id(), reason: 'by telephone with the point', ...more }, who)
  const letPass = { decision: 'let-pass' }
  const end = async (shift: { body: Record<string, unknown> }, who: Who) =>
    desk.post(`/api/v1/shifts/${String(shift.body['id'])}/end`, { requestId: desk.id(), note: '' }, who)

  const { number } = await desk.issue(14)
  const shift = await begin(chief, '1')
  const aside = await cross(number, 'exit', { photo: 'no-match' }, chief)
  assert.equal(code(await decide(aside.id, chief)), 'referral.same-hands')
  const [left] = await overseen()
  assert.deepEqual([left?.referral.movement, left?.referral['number'], left?.referral['mine']], [aside.id, null, false])
  assert.ok(left?.verdict.findings.some(({ reason }) => reason === 'pass-lent'))
  assert.ok(!JSON.stringify(left).includes(number))
  assert.deepEqual(await overseen(elsewhere), [])
  assert.equal(code(await said(aside.id, 'decision', elsewhere, letPass)), 'referral.not-found')
  assert.equal(code(await desk.get('/api/v1/overseen-referrals', officer)), 'authority.role')
  assert.equal(code(await desk.get(`/api/v1/referrals?point=${poipet}`, province)), 'authority.role')
  // The next chief of the shift is there: theirs again.
  await rows(
    `insert into shift (id, point, lane, officer, officer_name, leads, started_at, seen_at) values ('01980000-0000-7000-8000-00000000c0fe', $1, '2', 'the next chief', 'Next', true, $2, $2)`,
    [poipet, open.clock.now],
  )
  assert.deepEqual([await overseen(), code(await said(aside.id, 'decision', province, letPass))], [[], 'referral.chief-decides'])
  await rows("delete from shift where officer = 'the next chief'")
  const answers = await Promise.all(Array.from({ length: 10 }, () => said(aside.id, 'decision', province, letPass)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(9).fill(409)])
  assert.equal((await list('&state=decided')).find(({ movement }) => movement === aside.id)?.confirm, 'not-needed')
  assert.deepEqual(await overseen(), [])
  assert.equal((await tryCross(number, { decided: aside.id }, chief)).status, 201)

  // Another officer decided what the chief had referred: the chief does not confirm it, the province does.
  later(120)
  const again = await cross(number, 'entry', { care: 'other' }, chief)
  assert.equal((await decide(again.id, other)).body['confirm'], 'waiting')
  assert.equal(code(await confirm(again.id, chief)), 'referral.same-hands')
  assert.deepEqual(
    (await overseen()).map(({ referral: { movement } }) => movement),
    [again.id],
  )
  assert.equal(code(await said(again.id, 'confirmation', elsewhere, { confirms: true })), 'referral.not-found')
  assert.equal((await said(again.id, 'confirmation', province, { confirms: true })).body['confirm'], 'confirmed')
  assert.equal(code(await said(again.id, 'confirmation', province, { confirms: false })), 'referral.nothing-to-confirm')
  await end(shift, chief)
})

test('ten decide at once: one decision stands', async () => {
  const { number } = await desk.issue(13)
  const aside = await cross(number, 'exit', { care: 'other' })
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) => decide(aside.id, chief, { decision: index % 2 === 0 ? 'let-pass' : 'left' })),
  )
  assert.equal(answers.filter(({ status }) => status === 200).length, 1)
  assert.equal(answers.filter((answer) => code(answer) === 'referral.decided').length, 9)
})

test('of another point nothing is read, decided or explained', async () => {
  const [{ movement } = assert.fail()] = await list()
  const stranger = { role: 'checkpoint-officer', place: 'kh-th/malai' } as const
  assert.equal(code(await desk.get(`/api/v1/referrals?point=${poipet}`, stranger)), 'authority.place')
  for (const answer of [
    await decide(movement, stranger),
    await decide(desk.id(), chief),
    await desk.get(`/api/v1/referrals/${movement}/hits`, stranger),
  ])
    assert.equal(code(answer), 'referral.not-found')
  assert.deepEqual((await desk.get(`/api/v1/referrals/${movement}/hits`, chief)).body, [])
  assert.equal(code(await desk.get(`/api/v1/referrals?point=${poipet}&day=2026-02-30`, chief)), 'time.invalid')
  assert.deepEqual(await list('&day=2026-11-19'), [])
})
