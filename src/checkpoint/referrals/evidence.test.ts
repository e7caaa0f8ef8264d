// Goal: whoever decides sees what the verdict stood on, and nobody else; a day's quarters and the last minutes are what is on record. Method: an instance on real Postgres, one point, people who cross it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Who } from '../../app/test-desk.ts'
import { openPoint, poipet } from '../test-point.ts'

const { open, desk, officer, chief, other, later, cross, undo, decide, code, rows } = await openPoint()
const [{ number: one }, { number: two }] = [await desk.issue(3), await desk.issue(4)]
const auditor: Who = { role: 'auditor', place: 'KH' }
const elsewhere: Who = { role: 'chief-of-point', place: 'kh-th/o-smach' }
const at = `/api/v1/crossing-points/${poipet}`
type Shown = {
  readonly referral: { readonly movement: string; readonly number: string; readonly mine: boolean }
  readonly verdict: { readonly outcome: string; readonly findings: readonly { readonly reason: string }[] }
  readonly facts: { readonly person: { readonly care: string; readonly watch: readonly { readonly entry: string }[] } }
  readonly holder: { readonly number: string } | null
}
type Activity = { readonly quarters: readonly object[] }
type Recent = { readonly movements: readonly { readonly id: string; readonly lane: string }[] }
const evidence = async (movement: string, who: Who) => desk.get(`/api/v1/referrals/${movement}`, who)
const shown = async (movement: string, who: Who) => {
  const answer = await evidence(movement, who)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body as unknown as Shown
}

const admitted = await cross(one, 'exit')
later(60)
const referred = await cross(two, 'exit', { care: 'medical', lane: '4' })

test('the verdict as it was recorded, with the holder; who referred is told that it was them', async () => {
  const { referral, verdict, facts, holder } = await shown(referred.id, chief)
  assert.deepEqual([referral.movement, referral.number, referral.mine, holder?.number], [referred.id, two, false, two])
  assert.equal(verdict.outcome, 'refer')
  assert.ok(verdict.findings.some(({ reason }) => reason === 'care-medical'))
  assert.equal(facts.person.care, 'medical')
  assert.equal((await shown(referred.id, officer)).referral.mine, true)
  const read = await rows<{ account: string }>('select distinct account from person_read where subject = $1 and place = $2', [two, poipet])
  assert.ok(read.length >= 2)
})

test('the auditor reads the verdict, and not who it is; after a day nobody is shown who it was', async () => {
  assert.equal((await shown(referred.id, auditor)).holder, null)
  assert.equal((await decide(referred.id, other, { decision: 'handed-over', to: 'health' })).status, 200)
  assert.equal((await shown(referred.id, chief)).holder?.number, two)
  later(86_400)
  assert.equal((await shown(referred.id, chief)).holder, null)
})

const kept: [string, string, Who, number, string][] = [
  ['another point’s chief', referred.id, elsewhere, 404, 'referral.not-found'],
  ['a clerk', referred.id, { role: 'clerk', place: 'KH:0109' }, 403, 'authority.role'],
  ['a movement that was no referral', admitted.id, chief, 404, 'referral.not-found'],
  ['an id of nothing', '01980000-0000-7000-8000-000000000001', chief, 404, 'referral.not-found'],
  ['no id', 'x', chief, 400, 'request.malformed'],
]
for (const [name, movement, who, status, problem] of kept)
  test(`kept from ${name}`, async () => {
    const answer = await evidence(movement, who)
    assert.deepEqual([answer.status, code(answer)], [status, problem])
  })

test('quarters and last minutes are what is on record: undone is gone, yesterday is another day, a lane’s last stays', async () => {
  const day = async (date: string) => ((await desk.get(`${at}/activity?day=${date}`, chief)).body as unknown as Activity).quarters
  const recent = async () => ((await desk.get(`${at}/recent`, chief)).body as unknown as Recent).movements.map(({ id }) => id)
  // 09:00 in the point's zone.
  assert.deepEqual(await day('2026-11-20'), [{ quarter: 36, exits: 1, entries: 0 }])
  assert.deepEqual([await day('2026-11-21'), await recent()], [[], []])
  const home = await cross(one, 'entry')
  assert.deepEqual(await recent(), [home.id])
  later(900)
  assert.deepEqual(await recent(), [home.id])
  const wrong = await cross(one, 'exit')
  assert.deepEqual((await recent()).sort(), [home.id, wrong.id].sort().slice(-1))
  assert.equal((await undo(wrong.id)).status, 201)
  assert.deepEqual(await recent(), [home.id])
  assert.deepEqual(await day('2026-11-21'), [{ quarter: 36, exits: 0, entries: 1 }])
})

test('a day that is none, and another point', async () => {
  const asked = async (path: string, who: Who) => {
    const answer = await desk.get(path, who)
    return [answer.status, code(answer)]
  }
  assert.deepEqual(await asked(`${at}/activity?day=2026-02-30`, chief), [400, 'time.invalid'])
  assert.deepEqual(await asked('/api/v1/crossing-points/kh-th/nowhere/recent', chief), [404, 'point.unknown'])
  assert.deepEqual(await asked(`${at}/recent`, elsewhere), [403, 'authority.place'])
  assert.ok(open.clock.now > '2026-11-21')
})
