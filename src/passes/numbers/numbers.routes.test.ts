// Goal: the numbers over HTTP: one request, its table for a spreadsheet, the cases behind; a rejection's ground is kept and counted; bad input is refused. Method: a whole instance, a few cases.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDesk } from '../../app/test-desk.ts'
import { openTestInstance } from '../../app/test-instance.ts'
import type { NumbersAnswer } from './numbers.api.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00' })
const { get, post, id, apply, pay, issue, at } = openDesk(open)
const office = 'KH:0109'
const officer = at('provincial-officer', 'KH:01')

await issue(3, office)
const rejected = String((await apply({}, office, 4)).body['id'])
const waiting = String((await apply({}, office, 5)).body['id'])
await pay(waiting, office)
const reject = (body: object) => post(`/api/v1/applications/${rejected}/rejection`, { requestId: id(), ...body }, at('reviewer', office))

test('a rejection names its ground, of the closed list', async () => {
  for (const ground of ['', 'PAPERS', 'papers ', 'ugly', null, undefined, 3])
    assert.equal((await reject({ reason: 'x', ground })).status, 400, String(ground))
  assert.equal((await reject({ ground: 'papers' })).status, 400, 'the reason in words stays')
  const done = await reject({ reason: 'The residence book is of another house', ground: 'address' })
  assert.deepEqual([done.status, done.body['ground'], done.body['closedAt']], [200, 'address', open.clock.now])
  const other = String((await apply({}, office, 6)).body['id'])
  const plain = await post(`/api/v1/applications/${other}/rejection`, { requestId: id(), reason: 'x', ground: 'other' }, at('reviewer', office))
  assert.equal(plain.body['ground'], 'other')
})

test('one request answers how many, of which moment', async () => {
  const { status, body } = await get('/api/v1/office-numbers', officer)
  assert.equal(status, 200, JSON.stringify(body))
  const told = body as unknown as NumbersAnswer
  const mine = told.offices.find((each) => each.office === office) ?? assert.fail()
  assert.deepEqual([told.asOf, told.on], [open.clock.now, '2026-11-20'])
  assert.deepEqual([mine.issued.day.new, mine.issued.total.new, mine.pending.paid, mine.pending.signed, mine.late], [1, 1, 1, 1, 0])
  assert.deepEqual([mine.rejected.total.address, mine.rejected.day.other, mine.withdrawn.total], [1, 1, 0])
  assert.deepEqual(mine.oldestWaiting, { since: open.clock.now, dueOn: '2026-12-02', dueProvisional: true })
  assert.deepEqual([mine.lateProvisional, mine.share.provisional], [true, false], 'Cambodia’s holidays of 2026 are computed; nothing was produced')
  const seen = (await get(`/api/v1/applications/${waiting}`, at('clerk', office))).body
  assert.deepEqual([seen['dueOn'], seen['dueProvisional']], ['2026-12-02', true])
  assert.ok(told.offices.length > 3, 'offices with nothing are told too')
})

test('as a table: a row an office, nothing that a spreadsheet would calculate', async () => {
  const { status, headers, body } = await get('/api/v1/office-numbers.csv', officer)
  assert.equal(status, 200)
  assert.equal(headers['content-disposition'], 'attachment; filename="numbers-2026-11-20.csv"')
  const [head = '', ...rows] = body.slice(1).trimEnd().split('\r\n')
  assert.ok(head.startsWith('office,name,asOf,on,shareSince,issued.day.new'))
  assert.ok(rows.some((row) => row.startsWith(`${office},`)))
  assert.deepEqual(new Set(rows.map((row) => row.split(',').length)), new Set([head.split(',').length]))
  assert.doesNotMatch(body, /(^|[,\n"])[=+@-]/)
})

test('the cases behind a number, as the caller may see them', async () => {
  const url = `/api/v1/office-numbers/cases?office=${office}`
  const behind = async (query: string, who = officer) => (await get(`${url}&${query}`, who)).body as unknown as { id: string }[]
  assert.deepEqual(
    (await behind('what=pending&detail=paid')).map((each) => each.id),
    [waiting],
  )
  assert.deepEqual(
    (await behind('what=rejected&detail=address&day=2026-11-20')).map((each) => each.id),
    [rejected],
  )
  assert.deepEqual(await behind('what=rejected&detail=address&day=2026-11-19'), [])
  assert.equal((await get(`${url}&what=late`, at('clerk', 'KH:0110'))).status, 403)
})

const bad: [url: string, status: number][] = [
  ['/api/v1/office-numbers?on=2026-02-30', 400],
  ['/api/v1/office-numbers?on=2569-11-20', 400],
  ['/api/v1/office-numbers?on=tomorrow', 400],
  ['/api/v1/office-numbers?on=2026-11-21', 400],
  ['/api/v1/office-numbers?office=KH:9', 400],
  ['/api/v1/office-numbers?office=KH:0201', 403],
  ['/api/v1/office-numbers?office=KH:01%25', 400],
  ['/api/v1/office-numbers?other=1', 400],
  ['/api/v1/office-numbers.csv?on=2026-02-30', 400],
  ['/api/v1/office-numbers/cases?office=KH:0109&what=everything', 400],
  ['/api/v1/office-numbers/cases?office=KH:0109', 400],
  ['/api/v1/office-numbers/cases?office=KH:0109&what=pending&detail=draft', 400],
  ['/api/v1/office-numbers/cases?office=KH:0109&what=issued&day=2026-02-30', 400],
]
for (const [url, status] of bad)
  test(`refused: ${url}`, async () => {
    const answer = await get(url, officer)
    assert.equal(answer.status, status, JSON.stringify(answer.body))
    assert.ok(typeof answer.body['code'] === 'string')
  })
test('nobody, and who may not count, get no number', async () => {
  assert.equal((await get('/api/v1/office-numbers')).status, 401)
  assert.equal((await get('/api/v1/office-numbers', at('cashier', office))).status, 403)
})
