// Goal: a desk finds its entries by part, kind, source, name, number and plate, sees what happened to each, and keeps what is over no longer than its period; nobody sees another desk's. Method: an instance on real Postgres, entries of two desks, the clock moved on; rows read in the names of others.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDesk, type Who } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import { readRetention } from '../instruments/retention.ts'
import { epochMs, instantOfMs } from '../kernel/time.ts'
import { runRetention } from '../passes/retention.ts'
import { inTransaction, takeInHand } from '../platform/database.ts'
import type { EntryAnswer, HistoryAnswer, ListAnswer, SearchAnswer } from './watch.api.ts'

const open = await openTestInstance({ now: '2026-11-20T09:00:00+07:00' })
const { administrator, clock, instance } = open
const desk = openDesk(open)
const { at } = desk
const [interior, province, chief] = [at('interior-desk', 'KH'), at('provincial-governor', 'KH:01'), at('chief-of-point', 'kh-th/poipet')]
const auditor = at('auditor', 'KH')
const later = (days: number): void => {
  clock.now = instantOfMs(epochMs(clock.now) + days * 86_400_000)
}
const nobody = { nameKhmer: null, nameThai: null, nameLatin: null, birthDate: '1990-05-17', birthYear: null, sex: 1, nationality: 'KHM' }
async function entered(change: object, who: Who = interior): Promise<EntryAnswer> {
  later(1 / 86_400)
  const common = {
    requestId: desk.id(),
    place: who.place,
    kind: 'person',
    reason: 'wanted',
    source: 'Police of the state',
    seenBy: 'point',
    lastDay: '2027-05-20',
  }
  const answer = await desk.post('/api/v1/watchlist/entries', { ...common, ...change }, who)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body as unknown as EntryAnswer
}
const step = (id: string, name: string, body: object, who: Who = interior) =>
  desk.post(`/api/v1/watchlist/entries/${id}/${name}`, { requestId: desk.id(), ...body }, who)

const dara = await entered({ person: { ...nobody, nameKhmer: 'សុខ ដារ៉ា', nameLatin: 'SOK DARA' } })
const soon = await entered({
  kind: 'document',
  reason: 'stolen-document',
  source: 'Court of 100% (Battambang)',
  document: { issuer: 'KHM', number: 'N0123456' },
  lastDay: '2026-12-10',
})
const car = await entered({ kind: 'plate', reason: 'stolen-vehicle', plate: 'ភ្នំពេញ 2A-9876' })
const over = await entered({ person: { ...nobody, nameLatin: 'KEO SOPHEA' } })
await step(over.id, 'end', { remark: 'found at home' })
const theirs = await entered({ seenBy: 'desk', person: { ...nobody, nameLatin: 'SOK DARA', birthDate: '1991-05-17' } }, province)

const list = async (query: string, who: Who = interior, place = who.place) =>
  (await desk.get(`/api/v1/watchlist/entries?place=${place}${query}`, who)).body as unknown as ListAnswer
const idsOf = ({ entries }: Pick<ListAnswer, 'entries'>) => entries.map(({ id }) => id)

const parts: [query: string, ids: string[]][] = [
  ['', [over.id, car.id, soon.id, dara.id]],
  ['&part=all', [over.id, car.id, soon.id, dara.id]],
  ['&part=live', [car.id, soon.id, dara.id]],
  ['&part=expiring', [soon.id]],
  ['&part=ended', [over.id]],
  ['&kind=plate', [car.id]],
  ['&part=live&kind=person', [dara.id]],
  ['&source=battambang', [soon.id]],
  [`&source=${encodeURIComponent('100%')}`, [soon.id]],
  [`&source=${encodeURIComponent('%')}`, [soon.id]],
  [`&source=${encodeURIComponent("_' or true --")}`, []],
  [`&after=${car.id}`, [soon.id, dara.id]],
]
for (const [query, ids] of parts)
  test(`the list of a desk${query}`, async () => {
    const found = await list(query)
    assert.deepEqual([...idsOf(found)].sort(), [...ids].sort())
    assert.equal(found.expiringDays, 30)
  })
test('a wrong part, or another desk’s list, is refused', async () => {
  for (const query of ['&part=mine', '&kind=boat', `&source=${'x'.repeat(121)}`])
    assert.equal((await desk.get(`/api/v1/watchlist/entries?place=KH${query}`, interior)).status, 400, query)
  assert.equal((await desk.get('/api/v1/watchlist/entries?place=KH&part=live', province)).status, 403)
})

const searches: [what: string, asked: object, ids: string[] | string, who?: Who][] = [
  ['a name in another script', { name: 'សុខ ដារា' }, [dara.id, theirs.id]],
  ['a name, by a province: its own alone', { name: 'SOK DARA' }, [theirs.id], province],
  ['a name with the birth date', { name: 'SOK DARA', birthDate: '1990-05-17' }, [dara.id, theirs.id]],
  ['a number as it is typed', { number: 'n-0123456' }, [soon.id]],
  ['O for 0', { number: 'NO123456' }, [soon.id]],
  ['a number of another desk', { number: 'N0123456' }, [], province],
  ['a plate without its province', { plate: '2A 9876' }, [car.id]],
  ['a plate in Khmer digits', { plate: '២A-៩៨៧៦' }, [car.id]],
  ['a plate by a pattern', { plate: '%%%' }, 'search.too-wide'],
  ['a name that is over', { name: 'keo', ended: true }, [over.id]],
  ['a name that is live, among those that are over', { name: 'SOK', ended: true }, []],
  ['a pattern among those that are over', { name: '%% __ kk', ended: true }, []],
  ['nothing', {}, 'search.too-wide'],
  ['blanks', { name: '  ', number: '', plate: null }, 'request.malformed'],
  ['two things', { name: 'SOK DARA', number: 'N0123456' }, 'search.too-wide'],
  ['one letter', { name: 'S' }, 'search.too-wide'],
  ['two signs of a number', { number: 'N0' }, 'search.too-wide'],
  ['by a chief', { number: 'N0123456' }, 'authority.role', chief],
]
for (const [what, asked, ids, who = interior] of searches)
  test(`searching: ${what}`, async () => {
    const { body } = await desk.post('/api/v1/watchlist/search', asked, who)
    if (typeof ids === 'string') assert.equal(body['code'], ids)
    else assert.deepEqual(idsOf(body as unknown as SearchAnswer).sort(), [...ids].sort(), JSON.stringify(body))
  })

test('what happened to an entry, newest first; remarks for those who may see why, and the reading on record', async () => {
  later(1)
  await step(theirs.id, 'extension', { lastDay: '2027-06-20', remark: 'asked again' }, province)
  const history = async (who: Who) => (await desk.get(`/api/v1/watchlist/entries/${theirs.id}/history`, who)).body as unknown as HistoryAnswer
  const told = await history(province)
  assert.deepEqual(
    told.map(({ type, lastDay, before, remark }) => [type, lastDay, before, remark]),
    [
      ['extended', '2027-06-20', '2027-05-20', 'asked again'],
      ['entered', '2027-05-20', null, null],
    ],
  )
  assert.deepEqual(
    (await history(interior)).map(({ remark }) => remark),
    [null, null],
  )
  assert.deepEqual(
    (await history(auditor)).map(({ remark }) => remark),
    ['asked again', null],
  )
  const reads = await administrator.query('select 1 from person_read where subject = $1 and place = $2', [`watch/${theirs.id}`, 'KH'])
  assert.ok(reads.rowCount)
  for (const who of [at('provincial-governor', 'KH:02'), at('checkpoint-officer', 'kh-th/poipet'), at('clerk', 'KH:0109')])
    assert.ok([403, 404].includes((await desk.get(`/api/v1/watchlist/entries/${theirs.id}/history`, who)).status), who.role)
})

const accountOf = async ({ role, place }: Who): Promise<string> => {
  await open.as(role, place)
  const { rows } = await administrator.query<{ account: string }>('select account from role_grant where role = $1 and place = $2', [role, place])
  return rows[0]?.account ?? assert.fail(role)
}
test('row-level security: what happened to an entry is nobody’s who may not read it, in hand or not', async () => {
  const seenBy = async (who: Who, inHand: string[]) => {
    const account = await accountOf(who)
    return inTransaction(instance.database, { account, at: clock.now }, async (tx) => {
      await takeInHand(tx, inHand)
      return (await tx.selectFrom('event').select('id').where('subject', '=', theirs.id).execute()).length
    })
  }
  assert.deepEqual([await seenBy(interior, [theirs.id]), await seenBy(interior, [])], [2, 0])
  for (const who of [at('checkpoint-officer', 'kh-th/poipet'), at('clerk', 'KH:0109')]) assert.equal(await seenBy(who, [theirs.id]), 0, who.role)
})

test('two years after it was over an entry goes with its notes, and one that lives stays', async () => {
  const note = { place: 'KH', document: { issuer: 'KHM', number: 'N7654321' }, ground: 'other-person', lastDay: '2026-12-31' }
  assert.equal((await step(dara.id, 'notes', note)).status, 201)
  const left = async () => (await administrator.query<{ id: string }>('select id from watch_entry')).rows.map(({ id }) => id).sort()
  const retention = { ...instance, periods: readRetention(), now: () => clock.now, importFolder: instance.imports.importing.folder }
  const run = async () => (await runRetention(retention, { dryRun: false })).find(({ kind }) => kind === 'watch-entry')?.n
  later(730)
  assert.equal(await run(), 1, 'the one that was taken off on the first day')
  assert.deepEqual(await left(), [dara.id, soon.id, car.id, theirs.id].sort())
  later(400)
  assert.equal(await run(), 4)
  assert.deepEqual(await left(), [])
  assert.equal((await administrator.query('select 1 from watch_allow')).rowCount, 0)
})

test('only the job takes entries away', async () => {
  const kept = await entered({ plate: '2A-1111', kind: 'plate', reason: 'other', lastDay: '2030-05-20' })
  const account = await accountOf(interior)
  const gone = await inTransaction(instance.database, { account, at: clock.now }, (tx) =>
    tx.deleteFrom('watch_entry').where('id', '=', kept.id).executeTakeFirst(),
  )
  assert.equal(Number(gone.numDeletedRows), 0)
})
