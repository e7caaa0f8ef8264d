// Goal: a report makes a task for the pass's office; only its holder stops a pass from a phone, and nobody learns anything by trying. Method: a whole instance, a pass in force, three things known or not; ten at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberOf } from '../passes/follow-number.rules.ts'
import { passNumberOf } from '../passes/pass.rules.ts'
import { anyAddress, openResident } from './test-resident.ts'

const { open, desk, send, apply } = await openResident()
const clerk = desk.at('clerk', 'KH:0109')

/** A pass in force, and what its holder knows. */
async function holderOf(index: number) {
  const mine = await apply(index)
  await desk.pay(mine.id)
  await desk.approve(mine.id)
  await desk.sign([mine.id])
  const { rows } = await open.administrator.query<{ number: string }>('select pass_number as number from application where id = $1', [mine.id])
  return { pass: rows[0]?.number ?? assert.fail(), birthDate: mine.birthDate, follow: mine.number }
}
const report = (known: object, more: object = {}) => ({ requestId: desk.id(), how: 'lost', ...known, ...more })
const stateOf = async (pass: string) => (await open.administrator.query('select state from pass where number = $1', [pass])).rows[0]?.state
const first = await holderOf(31)
const second = await holderOf(32)

test('pass and birth date: a case number, a task for the office, and the pass is as it was', async () => {
  const { pass, birthDate } = first
  const said = await send('lost-reports', report({ pass: pass.replace(/(..)(....)/, '$1 $2 ').toLowerCase(), birthDate, contact: '012 345 678' }))
  assert.deepEqual([said.status, said.body['suspended']], [201, false], said.text)
  assert.equal(await stateOf(pass), 'active')
  const tasks = (await desk.get('/api/v1/lost-reports?office=KH:0109', clerk)).body as unknown as {
    id: string
    pass: string
    number: string
    proven: boolean
  }[]
  const task = tasks.find(({ number }) => number === said.body['number'])
  assert.deepEqual([task?.pass, task?.proven], [pass, false])
  const following = () => send('lost-reports/follow', { number: String(said.body['number']), birthDate })
  assert.deepEqual([(await following()).body['state'], (await following()).body['outcome']], ['open', null])
  const settle = (requestId = desk.id()) => desk.post(`/api/v1/lost-reports/${task?.id}/settlement`, { requestId, outcome: 'found' }, clerk)
  const once = desk.id()
  assert.deepEqual([(await settle(once)).status, (await settle(once)).status], [200, 200])
  assert.equal((await settle()).body['code'], 'report.settled')
  assert.deepEqual([(await following()).body['state'], (await following()).body['outcome']], ['settled', 'found'])
})

test('a wrong birth date, a pass nobody has, another’s pass: the same answer, no task, nothing is stopped', async () => {
  const never = passNumberOf('KH:0109', 999_999)
  const shapes = new Set<string>()
  for (const known of [
    { pass: first.pass, birthDate: '1991-01-02' },
    { pass: never, birthDate: first.birthDate },
    { pass: first.pass, birthDate: '1991-01-02', follow: first.follow },
    { pass: second.pass, birthDate: first.birthDate, follow: first.follow },
    { pass: first.pass, birthDate: first.birthDate, follow: numberOf('follow', 0.77) },
    { pass: first.pass, birthDate: first.birthDate },
  ]) {
    const said = await send('lost-reports', report(known))
    assert.equal(said.status, 201, said.text)
    shapes.add(JSON.stringify({ ...said.body, number: '' }))
  }
  assert.equal(shapes.size, 1)
  assert.deepEqual([await stateOf(first.pass), await stateOf(second.pass)], ['active', 'active'])
  const { rows } = await open.administrator.query('select count(*)::int as n from lost_report where pass = $1 and office is null', [never])
  assert.equal(rows[0]?.n, 0)
})

test('all three known: suspended at once, once, with its event; ten sends are one report', async () => {
  const body = report(second, { how: 'stolen' })
  const said = await Promise.all(Array.from({ length: 10 }, () => send('lost-reports', body)))
  assert.equal(new Set(said.map(({ text }) => text)).size, 1, said.map(({ text }) => text).join('\n'))
  assert.deepEqual([said[0]?.status, said[0]?.body['suspended']], [201, true])
  assert.equal(await stateOf(second.pass), 'suspended')
  assert.equal((await desk.get(`/api/v1/passes/${second.pass}`, clerk)).body['reason'], 'stolen')
  const { rows } = await open.administrator.query("select actor, place from event where subject = $1 and type = 'PassSuspended'", [second.pass])
  assert.deepEqual(rows, [{ actor: 'holder', place: 'KH:0109' }])
  const again = await send('lost-reports', report(second))
  assert.equal(again.body['suspended'], false, 'it was stopped already; the office has a task')
})

test('nobody from another office sees the task, or settles it', async () => {
  assert.equal((await desk.get('/api/v1/lost-reports?office=KH:0109', desk.at('clerk', 'KH:0110'))).status, 403)
  const tasks = (await desk.get('/api/v1/lost-reports?office=KH:0109', clerk)).body as unknown as { id: string }[]
  const foreign = await desk.post(
    `/api/v1/lost-reports/${tasks[0]?.id}/settlement`,
    { requestId: desk.id(), outcome: 'over' },
    desk.at('clerk', 'KH:0110'),
  )
  assert.equal(foreign.body['code'], 'report.not-found')
})

test('the three are not guessed: ten tries of a follow number, then nothing', async () => {
  const tries = await Promise.all(
    Array.from({ length: 25 }, (_, i) =>
      send('lost-reports', report({ ...first, birthDate: `1990-01-${String(i + 1).padStart(2, '0')}` }), anyAddress()),
    ),
  )
  assert.equal(tries.filter(({ status }) => status === 201).length <= 10, true)
  assert.ok(tries.filter(({ status }) => status === 429).length >= 15)
  assert.equal(await stateOf(first.pass), 'active')
})

const bad: [name: string, change: object, status: number, code: string][] = [
  ['a slip in the pass number', { pass: 'KH01090000011' }, 422, 'report.pass-number'],
  ['NUL', { pass: 'KH\u0000' }, 400, 'request.malformed'],
  ['30 February', { birthDate: '30/2/1990' }, 422, 'applicant.birth-date'],
  ['a follow number with a slip', { follow: '1234567890' }, 422, 'follow.number'],
  ['another word for how', { how: 'sold' }, 400, 'request.malformed'],
  ['a field more', { office: 'KH:0110' }, 400, 'request.malformed'],
]
for (const [name, change, status, code] of bad)
  test(`bad input: ${name}`, async () => {
    const said = await send('lost-reports', report({ pass: first.pass, birthDate: first.birthDate }, change))
    assert.deepEqual([said.status, said.body['code']], [status, code], said.text)
  })
