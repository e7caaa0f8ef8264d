// Goal: recording a movement recalls the officer's session, and still a role or session that ended counts from the very next one. Method: a whole instance; what ends does so behind the server's back, in the database, between two movements.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { epochMs, instantOfMs, parseInstant } from '../kernel/time.ts'
import type { SessionHeaders } from './demonstration-session.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const morning = parseInstant('2026-11-20T08:30:00.000+07:00') ?? assert.fail()
const open = await openTestInstance({ now: morning })
const { id, issue } = openDesk(open)
const point = 'kh-th/poipet'
const { number } = await issue(3)

let made = 0
/** The next movement of one holder, 40 seconds after the last: out, home, out … */
async function record(officer: SessionHeaders): Promise<string> {
  made += 1
  open.clock.now = instantOfMs(epochMs(morning) + 30 * 60_000 + made * 40_000)
  const body = { id: id(), point, direction: made % 2 === 0 ? 'exit' : 'entry', document: { number }, occurredAt: open.clock.now, photo: 'match' }
  const answer = await open.server.inject({ method: 'POST', url: '/api/v1/movements', headers: { ...officer }, payload: body })
  return answer.statusCode === 201 ? 'recorded' : String((answer.json() as { code: string }).code)
}
/** The next movement recalls: it comes within a minute of this one. */
async function warm(officer: SessionHeaders): Promise<void> {
  assert.equal(await record(officer), 'recorded')
  const now = open.clock.now
  assert.ok(open.instance.signIn.sessions.recall(officer.cookie, now), 'the session is not recalled: the test would prove nothing')
}
const change = (sql: string, values: unknown[] = []) => open.administrator.query(sql, values)
const grantOf = `role = 'checkpoint-officer' and place = '${point}' and account = $1`
async function accountOf(officer: SessionHeaders): Promise<string> {
  return ((await open.server.inject({ url: '/api/v1/account', headers: { ...officer } })).json() as { id: string }).id
}

test('a change of anybody’s role is not noticed by an officer whose own stands', async () => {
  const officer = await open.as('checkpoint-officer', point)
  await warm(officer)
  await change("update role_grant set reason = 'moved' where role = 'analyst'")
  assert.equal(await record(officer), 'recorded')
})

test('a role that was taken away stops the next movement, and one given back lets the next through', async () => {
  const officer = await open.as('checkpoint-officer', point)
  const account = await accountOf(officer)
  await warm(officer)
  await change(`update role_grant set revoked_at = $2, revoked_by = 'test' where ${grantOf}`, [account, open.clock.now])
  assert.equal(await record(officer), 'authority.revoked')
  await change(`update role_grant set revoked_at = null, revoked_by = null where ${grantOf}`, [account])
  assert.equal(await record(officer), 'recorded')
})

test('ten movements at once after the role was taken away: none is recorded', async () => {
  const officer = await open.as('checkpoint-officer', point)
  const account = await accountOf(officer)
  await warm(officer)
  const before = await recorded()
  await change(`update role_grant set revoked_at = $2, revoked_by = 'test' where ${grantOf}`, [account, open.clock.now])
  const answers = await Promise.all(Array.from({ length: 10 }, () => record(officer)))
  assert.deepEqual([...new Set(answers)], ['authority.revoked'])
  assert.equal(await recorded(), before)
  await change(`update role_grant set revoked_at = null, revoked_by = null where ${grantOf}`, [account])
})

test('an ended session stops the next movement; so does a closed account', async () => {
  const second = await open.as('checkpoint-officer', point, 1)
  const account = await accountOf(second)
  await warm(second)
  await change('delete from session where account = $1', [account])
  assert.equal(await record(second), 'session.none')
  const officer = await open.as('checkpoint-officer', point)
  await warm(officer)
  await change("update staff_account set state = 'closed' where id = $1", [await accountOf(officer)])
  assert.equal(await record(officer), 'session.none')
})

test('only those who do not sign are recalled, for a minute, and with the very cookie', async () => {
  const chief = await open.as('chief-of-point', point)
  await warm(chief)
  const { sessions } = open.instance.signIn
  const at = epochMs(open.clock.now)
  assert.ok(sessions.recall(chief.cookie, instantOfMs(at + 59_999)))
  assert.equal(sessions.recall(chief.cookie, instantOfMs(at + 60_000)), undefined)
  assert.equal(sessions.recall(`${chief.cookie.slice(0, -4)}AAAA`, open.clock.now), undefined)
  const governor = await open.as('governor', 'KH:0109')
  assert.equal((await open.server.inject({ url: '/api/v1/account', headers: { ...governor } })).statusCode, 200)
  assert.equal(sessions.recall(governor.cookie, open.clock.now), undefined)
})

const recorded = async (): Promise<number> => Number((await change('select count(*)::int as n from movement')).rows[0]?.n)
