// Goal: every plate of a vehicle is asked of the watchlist: with the people who ride in it, its trailer's too, and when a sheet is written or put right after they passed. Method: a whole instance with listed plates; movements, sheets, corrections, decisions, each role's reading.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Who } from '../../app/test-desk.ts'
import { openPoint } from '../test-point.ts'

const { open, desk, chief, officer, cross, decide, body, later, rows } = await openPoint()
const interior: Who = { role: 'interior-desk', place: 'KH' }
const point = 'kh-th/poipet'
for (const plate of ['4A-1111', '4A-2222', '4A-3333']) await list(plate)

async function list(plate: string): Promise<string> {
  const entry = {
    requestId: desk.id(),
    place: 'KH',
    reason: 'stolen-vehicle',
    source: 'Police of Battambang',
    seenBy: 'point',
    lastDay: '2027-05-20',
  }
  const answer = await desk.post('/api/v1/watchlist/entries', { ...entry, kind: 'plate', plate }, interior)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return String(answer.body['id'])
}
const rides = { vehicle: { class: 'trailer-truck', wheels: 22 }, plate: '3A-1234' }
const sheetOf = (driver: string, more: object = {}) => ({
  ...{ id: desk.id(), point, lane: '1', direction: 'exit', occurredAt: open.clock.now, class: 'trailer-truck', wheels: 22 },
  ...{ plate: { written: '3A-1234', state: 'KH' }, trailerPlate: null as string | null, driver, passengers: [], ...more },
})
const written = async (sheet: object, who = officer) => {
  const { status, body: said } = await desk.post('/api/v1/vehicle-sheets', sheet, who)
  assert.ok([200, 201].includes(status), JSON.stringify(said))
  return said as unknown as { id: string; referred: boolean; again: boolean }
}
const passed = async (nth: number, more: object = {}) => {
  const { number } = await desk.issue(nth)
  const { id, verdict } = await cross(number, 'exit', { ...rides, ...more })
  assert.notEqual(verdict.outcome, 'refer')
  later(2)
  return { number, id }
}
const referralOf = (movement: string) => rows('select state, reasons, cardinality(hits) as hits from referral where movement = $1', [movement])

test("a trailer's plate is asked of the list with each who rides, in any writing; one that is no plate is refused", async () => {
  const { number } = await desk.issue(31)
  const referred = await cross(number, 'exit', { ...rides, trailerPlate: '៤A-១១១១' })
  assert.deepEqual([referred.verdict.outcome, referred.verdict.findings.some(({ reason }) => reason === 'listed')], ['refer', true])
  const wrong = await desk.post('/api/v1/movements', body(number, 'exit', { ...rides, trailerPlate: '២A-กข1234' }), officer)
  assert.deepEqual([wrong.status, wrong.body['code']], [422, 'plate.malformed'])
})

test('a plate put right on a sheet refers who drove, once; the movement stands, and the next passage of today waits', async () => {
  const { number, id } = await passed(32)
  const first = await written(sheetOf(id))
  assert.equal(first.referred, false)
  assert.deepEqual(await referralOf(id), [])
  const right = sheetOf(id, { trailerPlate: '4A-2222', replaces: first.id })
  assert.deepEqual((await written(right)).referred, true)
  const again = await written(right)
  assert.deepEqual([again.referred, again.again], [true, true])
  assert.deepEqual(await referralOf(id), [{ state: 'open', reasons: ['listed'], hits: 1 }])
  assert.deepEqual(await rows('select outcome from movement where id = $1', [id]), [{ outcome: 'admit' }])
  const next = await cross(number, 'entry')
  assert.deepEqual([next.verdict.outcome, next.verdict.findings.some(({ reason }) => reason === 'referral-open')], ['refer', true])
})

test('whoever wrote the sheet does not decide, the chief does, and nothing is asked twice; another entry is', async () => {
  const { id } = await passed(33)
  const first = await written(sheetOf(id, { trailerPlate: '4A-2222' }))
  assert.equal(first.referred, true)
  const own = await decide(id, officer)
  assert.deepEqual([own.status, own.body['code']], [403, 'referral.same-hands'])
  assert.equal((await decide(id, chief)).status, 200)
  const same = await written(sheetOf(id, { trailerPlate: '4A-2222', replaces: first.id }))
  assert.equal(same.referred, false)
  const other = await written(sheetOf(id, { trailerPlate: '4A-3333', replaces: same.id }))
  assert.equal(other.referred, true)
  assert.deepEqual(await referralOf(id), [{ state: 'open', reasons: ['listed'], hits: 2 }])
})

test('a decision about a passage that stands turns nobody back and lets nobody else through; the day counts it as no passing on a decision', async () => {
  const { number, id } = await passed(36)
  assert.equal((await written(sheetOf(id, { trailerPlate: '4A-2222' }))).referred, true)
  const back = await decide(id, chief, { decision: 'turned-back' })
  assert.deepEqual([back.status, back.body['code']], [422, 'referral.passed'])
  assert.equal((await decide(id, chief)).status, 200)
  const day = await desk.get(`/api/v1/crossing-points/${point}/day?day=2026-11-20`, chief)
  assert.deepEqual((day.body as unknown as { overrides: object[] }).overrides, [])
  later(600)
  assert.equal((await cross(number, 'entry')).verdict.outcome, 'admit')
  later(600)
  const again = body(number, 'exit', { ...rides, trailerPlate: '4A-2222' })
  const { id: _, ...asked } = again
  const looked = await desk.post('/api/v1/verdicts', asked, officer)
  assert.deepEqual([(looked.body['verdict'] as { outcome: string }).outcome, looked.body['passedReferral']], ['refer', null])
  const named = await desk.post('/api/v1/movements', { ...again, decided: id }, officer)
  assert.deepEqual([named.status, named.body['code']], [422, 'referral.not-decided'])
})

test('of two who wrote a vehicle’s sheets, who found the last entry does not decide on it', async () => {
  const { id } = await passed(37)
  const first = await written(sheetOf(id, { trailerPlate: '4A-2222' }))
  assert.equal((await decide(id, chief)).status, 200)
  assert.equal((await written(sheetOf(id, { trailerPlate: '4A-3333', replaces: first.id }), chief)).referred, true)
  const own = await decide(id, chief)
  assert.deepEqual([own.status, own.body['code']], [403, 'referral.same-hands'])
  assert.equal((await decide(id, officer)).body['confirm'], 'waiting')
})

test('what was judged before the driver was let through is not judged again on the sheet', async () => {
  const { number } = await desk.issue(34)
  const aside = await cross(number, 'exit', { ...rides, trailerPlate: '4A-1111' })
  assert.equal(aside.verdict.outcome, 'refer')
  assert.equal((await decide(aside.id, chief)).status, 200)
  later(3)
  const through = await cross(number, 'exit', { ...rides, trailerPlate: '4A-1111', decided: aside.id })
  assert.equal(through.verdict.outcome, 'admit-with-flag')
  assert.equal((await written(sheetOf(through.id, { trailerPlate: '4A-1111' }))).referred, false)
})

test('no answer names the entry to who may not read the list, and the referral’s page has its evidence', async () => {
  const { id } = await passed(35)
  const sheet = await written(sheetOf(id, { trailerPlate: '4A-1111' }))
  assert.deepEqual(
    Object.keys(sheet).filter((key) => /hit|watch|entry/.test(key)),
    [],
  )
  const evidence = await desk.get(`/api/v1/referrals/${id}`, chief)
  assert.equal(evidence.status, 200, JSON.stringify(evidence.body))
  const shown = evidence.body as unknown as { verdict: { outcome: string }; referral: { hits: number; state: string } }
  assert.deepEqual([shown.verdict.outcome, shown.referral.state, shown.referral.hits], ['admit', 'open', 1])
})
