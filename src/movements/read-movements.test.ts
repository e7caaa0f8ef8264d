// Goal: reading somebody's movements is on record at the place of the role that showed them, so that the right chief sees it. Method: a whole instance; an officer of one point is given another.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDesk } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import { newCommandId } from '../platform/ids.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00' })
const desk = openDesk(open)
const at = (place: string) => ({ role: 'checkpoint-officer', place }) as const

async function crossOut(number: string, point: string): Promise<void> {
  const body = { id: desk.id(), point, direction: 'exit', document: { number }, occurredAt: open.clock.now, photo: 'match' }
  assert.equal((await desk.post('/api/v1/movements', body, at(point))).status, 201)
}
/** Whose accounts the reading is on record of, and where. */
async function readingsOf(number: string): Promise<string[]> {
  const { rows } = await open.administrator.query<{ place: string }>('select place from person_read where subject = $1 and place like $2', [
    number,
    'kh-th/%',
  ])
  return rows.map(({ place }) => place).sort()
}

test('an officer of two points reads what happened at both: each chief has it on record', async () => {
  const { number } = await desk.issue(40)
  await crossOut(number, 'kh-th/poipet')
  await crossOut(number, 'kh-th/o-smach')
  const account = String((await desk.get('/api/v1/account', at('kh-th/poipet'))).body['id'])
  await open.administrator.query(
    `insert into role_grant (id, account, role, place, area, valid_from, last_day, granted_by, granted_at)
     values ($1, $2, 'checkpoint-officer', 'kh-th/o-smach', 'KH:2204', '2026-01-01', null, 'test', $3)`,
    [newCommandId(Date.parse(open.clock.now)), account, open.clock.now],
  )
  await open.administrator.query('delete from person_read where subject = $1', [number])
  const seen = (await desk.get(`/api/v1/movements?number=${number}`, at('kh-th/poipet'))).body as unknown as { point: string }[]
  assert.deepEqual(seen.map(({ point }) => point).sort(), ['kh-th/o-smach', 'kh-th/poipet'])
  assert.deepEqual(await readingsOf(number), ['kh-th/o-smach', 'kh-th/poipet'])
})

test('an officer of one point reads what happened there alone, and only there it is on record', async () => {
  const { number } = await desk.issue(41)
  await crossOut(number, 'kh-th/poipet')
  await crossOut(number, 'kh-th/choam')
  await open.administrator.query('delete from person_read where subject = $1', [number])
  const seen = (await desk.get(`/api/v1/movements?number=${number}`, at('kh-th/choam'))).body as unknown as { point: string }[]
  assert.deepEqual(
    seen.map(({ point }) => point),
    ['kh-th/choam'],
  )
  assert.deepEqual(await readingsOf(number), ['kh-th/choam'])
})

test('a number that nobody crossed with leaves no reading', async () => {
  const { number } = await desk.issue(42)
  await desk.get(`/api/v1/movements?number=${number}`, at('kh-th/poipet'))
  assert.deepEqual(await readingsOf(number), [])
})
