// Goal: the desks keep the list, a chief sees why and clears at their own point alone, every look is on record, and the lanes know at once. Method: a whole instance, its own login, races of ten, another program on the same database, files with more wrong than right.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openDesk, type Who } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import type { CivilDate } from '../kernel/time.ts'
import { inTransaction } from '../platform/database.ts'
import { LiveWatchlist } from './live-watchlist.ts'
import type { EntryAnswer, ImportAnswer, ListAnswer, NoteAnswer, SearchAnswer } from './watch.api.ts'
import type { WatchSubject } from './watch-match.rules.ts'
import { watchColumns } from './watch-row.rules.ts'

const open = await openTestInstance({ now: '2026-11-20T09:00:00+07:00' })
const { administrator, clock, instance } = open
const desk = openDesk(open)
const { at } = desk
const interior = at('interior-desk', 'KH')
const province = at('provincial-governor', 'KH:01')
const chief = at('chief-of-point', 'kh-th/poipet')
const other = await LiveWatchlist.open({ database: instance.database, now: () => clock.now, parameters: instance.parameters })
after(() => other.close())

const dara = { nameKhmer: 'សុខ ដារ៉ា', nameThai: null, nameLatin: 'SOK DARA', birthDate: '1990-05-17', birthYear: null, sex: 1, nationality: 'KHM' }
const entryOf = (change: object = {}) => ({
  ...{
    requestId: desk.id(),
    place: 'KH',
    kind: 'person',
    reason: 'wanted',
    source: 'Police of the state',
    seenBy: 'point',
    person: dara,
    lastDay: '2027-05-20',
  },
  ...change,
})
const enter = (change: object, who: Who = interior) => desk.post('/api/v1/watchlist/entries', entryOf(change), who)
async function entered(change: object, who: Who = interior): Promise<EntryAnswer> {
  const answer = await enter(change, who)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body as unknown as EntryAnswer
}
const read = (id: string, who: Who) => desk.get(`/api/v1/watchlist/entries/${id}`, who)
const step = (id: string, name: string, body: object, who: Who) =>
  desk.post(`/api/v1/watchlist/entries/${id}/${name}`, { requestId: desk.id(), ...body }, who)
const seen: WatchSubject = {
  ...{ names: { local: '', given: 'DARA', family: 'SOK' }, birthDate: '1990-05-17' as CivilDate, sex: 1, nationality: 'KHM' },
  ...{ documents: [], plates: [], passNumber: null },
}
const hitBy = (id: string, subject: WatchSubject = seen) => instance.watchlist.match(subject, clock.now).some(({ entry }) => entry === id)
const eventsOf = async (subject: string) =>
  (await administrator.query<{ type: string; place: string }>('select type, place from event where subject = $1 order by type', [subject])).rows
const readsOf = async (id: string) =>
  (
    await administrator.query<{ place: string; n: number }>(
      'select place, sum(n)::int as n from person_read where subject = $1 group by 1 order by 1',
      [`watch/${id}`],
    )
  ).rows

test('entered by the desk: at every lane at once, in another program within a reading; ended: gone', async () => {
  const before = await other.match(seen, clock.now)
  const entry = await entered({})
  assert.deepEqual([entry.reason, entry.state, entry.from], ['wanted', 'in-force', '2026-11-20'])
  assert.ok(hitBy(entry.id))
  assert.deepEqual(other.match(seen, clock.now), before)
  await other.refresh()
  assert.deepEqual(other.match(seen, clock.now), [...before, { entry: entry.id, kind: 'person', strength: 'exact' }])
  const ended = await step(entry.id, 'end', { remark: 'found at home' }, interior)
  assert.equal(ended.body['state'], 'ended', JSON.stringify(ended.body))
  assert.equal(hitBy(entry.id), false)
  await other.refresh()
  assert.deepEqual(other.match(seen, clock.now), before)
  assert.equal((await step(entry.id, 'end', {}, interior)).body['code'], 'watch.ended')
  assert.deepEqual(
    (await eventsOf(entry.id)).map(({ type }) => type),
    ['WatchEntryEnded', 'WatchEntryEntered'],
  )
})

test('ten times the same request is one entry; ten requests that say the same are one too', async () => {
  const same = entryOf({ person: { ...dara, nameLatin: 'KEO SOPHEA' } })
  const answers = await Promise.all(Array.from({ length: 10 }, () => desk.post('/api/v1/watchlist/entries', same, interior)))
  assert.equal(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body['id'])).size, 1)
  for (const { status, body } of answers) assert.equal(status, 201, JSON.stringify(body))
  const again = await desk.post('/api/v1/watchlist/entries', same, interior)
  assert.equal(again.status, 201)
  assert.equal((await desk.post('/api/v1/watchlist/entries', { ...same, source: 'Another' }, interior)).body['code'], 'request.id-reused')
  const many = await Promise.all(Array.from({ length: 10 }, () => enter({ person: { ...dara, nameLatin: 'HENG BORA' } })))
  assert.deepEqual(many.map(({ status }) => status).toSorted(), [201, ...Array.from({ length: 9 }, () => 409)])
})

test('a province keeps its own entries; the state reads them, another province and a chief’s list do not', async () => {
  const mine = await entered({ place: 'KH:01', person: { ...dara, nameLatin: 'CHAN VANNAK' }, seenBy: 'desk' }, province)
  const listed = (await desk.get('/api/v1/watchlist/entries?place=KH:01', interior)).body as unknown as ListAnswer
  assert.deepEqual(listed.entries.find(({ id }) => id === mine.id)?.reason, null, 'why is the province’s alone')
  assert.equal((await read(mine.id, at('provincial-governor', 'KH:02'))).body['code'], 'watch.not-found')
  assert.equal((await desk.get('/api/v1/watchlist/entries?place=KH:01', at('provincial-governor', 'KH:02'))).status, 403)
  assert.equal((await desk.get('/api/v1/watchlist/entries?place=KH:01', chief)).status, 403)
  assert.equal((await enter({ place: 'KH' }, province)).status, 403)
  for (const place of ['KH:0110', 'kh-th/poipet']) assert.equal((await enter({ place })).body['code'], 'watch.place', place)
  assert.equal((await read(mine.id, at('auditor', 'KH'))).body['reason'], 'wanted')
  assert.equal((await read(mine.id, chief)).body['reason'], null)
  assert.equal((await step(mine.id, 'end', {}, at('provincial-governor', 'KH:02'))).body['code'], 'watch.not-found')
  for (const who of [chief, at('auditor', 'KH')]) assert.equal((await step(mine.id, 'end', {}, who)).status, 403)
})

test('a last day that lies too far or behind is refused; a nearer one moves the end', async () => {
  const entry = await entered({ person: { ...dara, nameLatin: 'LIM RITHY' } })
  for (const lastDay of ['2026-11-19', '2028-11-21', '2020-01-01'])
    assert.equal((await step(entry.id, 'extension', { lastDay }, interior)).body['code'], 'watch.days', lastDay)
  assert.equal((await step(entry.id, 'extension', { lastDay: '2026-02-30' }, interior)).body['code'], 'time.invalid')
  assert.equal((await step(entry.id, 'extension', { lastDay: '2027-11-20' }, interior)).body['lastDay'], '2027-11-20')
  assert.equal((await read('01980000-0000-7000-8000-00000000dead', interior)).body['code'], 'watch.not-found')
  assert.equal((await read('nothing', interior)).status, 400)
})

test('a chief clears a false hit: this pass is not stopped again by that entry, until the note ends', async () => {
  const entry = await entered({ person: { ...dara, nameLatin: 'SOK DARA', birthDate: '1990-05-11' } })
  const passer: WatchSubject = { ...seen, passNumber: 'KH01090000428' }
  assert.ok(hitBy(entry.id, passer))
  const note = { place: 'kh-th/poipet', document: { issuer: 'KH', number: 'KH0109 0000 428' }, ground: 'other-person', lastDay: '2026-12-20' }
  const wrong: [change: object, who: Who, code: string][] = [
    [{ place: 'kh-th/malai' }, chief, 'authority.place'],
    [{ place: 'kh-th/nowhere' }, chief, 'authority.place'],
    [{ lastDay: '2026-11-19' }, chief, 'watch.note-days'],
    [{ lastDay: '2028-11-19' }, chief, 'watch.note-days'],
    [{ document: { issuer: 'KH', number: '--' } }, chief, 'watch.document'],
    [{}, at('auditor', 'KH'), 'authority.role'],
    [{}, at('checkpoint-officer', 'kh-th/poipet'), 'authority.role'],
    [{ place: 'KH:01' }, province, 'watch.not-found'],
  ]
  for (const [change, who, code] of wrong)
    assert.equal((await step(entry.id, 'notes', { ...note, ...change }, who)).body['code'], code, JSON.stringify(change))
  const requestId = desk.id()
  const given = await Promise.all(
    Array.from({ length: 4 }, () => desk.post(`/api/v1/watchlist/entries/${entry.id}/notes`, { requestId, ...note }, chief)),
  )
  const first = given.find(({ status }) => status === 201)?.body as unknown as NoteAnswer
  assert.equal(first.document, 'KHM/KH01090000428')
  assert.equal((await administrator.query('select 1 from watch_allow where entry = $1', [entry.id])).rows.length, 1)
  assert.equal(hitBy(entry.id, passer), false)
  assert.ok(hitBy(entry.id), 'somebody else of the name still is')
  const mine = (await desk.get('/api/v1/watchlist/entries?place=kh-th/poipet', chief)).body as unknown as ListAnswer
  assert.deepEqual(
    mine.entries.map(({ id, notes }) => [id, notes.length]),
    [[entry.id, 1]],
  )
  assert.equal(
    (await desk.post(`/api/v1/watchlist/notes/${first.id}/end`, { requestId: desk.id() }, at('chief-of-point', 'kh-th/malai'))).body['code'],
    'watch.note-not-found',
  )
  const ended = await Promise.all(
    Array.from({ length: 4 }, () => desk.post(`/api/v1/watchlist/notes/${first.id}/end`, { requestId: desk.id() }, chief)),
  )
  assert.deepEqual(ended.map(({ status }) => status).toSorted(), [200, 409, 409, 409])
  assert.ok(hitBy(entry.id, passer))
})

test('what a chief may not know the reason of, a chief does not clear; its desk does', async () => {
  const entry = await entered({ person: { ...dara, nameLatin: 'MEAS KANHA' }, seenBy: 'desk' })
  const note = { document: { issuer: 'KHM', number: 'N0123456' }, ground: 'other-person', lastDay: '2026-12-20' }
  assert.equal((await step(entry.id, 'notes', { ...note, place: 'kh-th/poipet' }, chief)).body['code'], 'watch.why-hidden')
  assert.equal((await step(entry.id, 'notes', { ...note, place: 'KH' }, interior)).status, 201)
})

test('each look is on record, by whose role it was; the search too, without the name', async () => {
  const entry = await entered({ person: { ...dara, nameLatin: 'PHAN CHENDA', nameKhmer: null, birthDate: '1981-02-03' } })
  await read(entry.id, chief)
  await read(entry.id, at('auditor', 'KH'))
  const found = (await desk.post('/api/v1/watchlist/search', { name: 'Phan Chenda', birthDate: '1981-02-03' }, interior))
    .body as unknown as SearchAnswer
  assert.deepEqual([found.entries.map(({ id }) => id), found.left.thisHour], [[entry.id], 29])
  // Entering showed it to the desk, and the search once more.
  assert.deepEqual(await readsOf(entry.id), [
    { place: 'KH', n: 3 },
    { place: 'kh-th/poipet', n: 1 },
  ])
  const { rows } = await administrator.query("select body::text from event where type = 'WatchlistSearched'")
  assert.deepEqual(
    rows.map(({ body }) => body),
    ['{"found":1}'],
  )
  assert.equal((await desk.post('/api/v1/watchlist/search', { name: 'Phan Chenda' }, chief)).status, 403)
  assert.equal((await desk.post('/api/v1/watchlist/search', { name: ' 1' }, interior)).body['code'], 'search.too-wide')
  const more = await Promise.all(
    Array.from({ length: 31 }, () => desk.post('/api/v1/watchlist/search', { name: 'Nobody Here', birthDate: '1999-01-01' }, at('auditor', 'KH'))),
  )
  assert.equal(more.filter(({ status }) => status === 200).length, 30)
})

test('the database shows nothing to whoever has no such role, and lets nobody write for another desk', async () => {
  const entry = await entered({ person: { ...dara, nameLatin: 'TEP MAKARA' } })
  const as = (account: string) => ({ account, at: clock.now })
  assert.deepEqual(await inTransaction(instance.database, as('somebody'), (tx) => tx.selectFrom('watch_entry').select('id').execute()), [])
  const { rows } = await administrator.query<{ account: string }>(
    "select account from role_grant where role = 'chief-of-point' and place = 'kh-th/poipet' limit 1",
  )
  const account = rows[0]?.account ?? assert.fail()
  const shown = await inTransaction(instance.database, as(account), (tx) => tx.selectFrom('watch_entry').select('id').execute())
  assert.equal(
    shown.some(({ id }) => id === entry.id),
    false,
    'a chief sees what is in hand, or was cleared at the point',
  )
  const changed = await inTransaction(instance.database, as(account), (tx) =>
    tx.updateTable('watch_entry').set({ last_day: '2027-01-01' }).executeTakeFirst(),
  )
  assert.equal(changed.numUpdatedRows, 0n)
})

const line = (cells: { readonly [column: string]: string }) => watchColumns.map((column) => cells[column] ?? '').join(',')
const good = {
  kind: 'person',
  reason: 'missing',
  source: 'A province',
  name_latin: 'NUON PISETH',
  birth_date: '03/04/2531',
  sex: 'm',
  last_day: '2027-01-31',
}
const lines = [
  line(good),
  line({ ...good, name_latin: 'Nuon  Piseth' }),
  line({ kind: 'document', reason: 'stolen-document', source: 'A province', issuer: 'KHM', number: 'N 7654321', last_day: '2027-01-31' }),
  line({ kind: 'plate', reason: 'stolen-vehicle', source: 'A province', plate: '2A-9876 ភ្នំពេញ', last_day: '2027-01-31' }),
  line({ ...good, last_day: '' }),
  line({ ...good, birth_date: '30/02/1988' }),
  line({ ...good, name_latin: '=HYPERLINK(1)' }),
  line({ ...good, reason: 'stolen-vehicle' }),
  '"never closed',
]
const fileOf = (...text: string[]) => Buffer.from([watchColumns.join(','), ...text].join('\r\n')).toString('base64')
const bring = (file: string, more: object = {}, who: Who = province) =>
  desk.post('/api/v1/watchlist/imports', { requestId: desk.id(), place: 'KH:01', dryRun: false, file, ...more }, who)

test('a file: tried without a trace, then taken in; the wrong rows are told by line; again it changes nothing', async () => {
  const subject: WatchSubject = { ...seen, names: null, documents: [{ issuer: 'KH', number: 'N7654321' }], plates: ['2a 9876'] }
  const wanted = { rows: 9, entered: 3, unchanged: 1, refused: 5 }
  const dry = (await bring(fileOf(...lines), { dryRun: true })).body as unknown as ImportAnswer
  assert.deepEqual({ rows: dry.rows, entered: dry.entered, unchanged: dry.unchanged, refused: dry.refused }, wanted, JSON.stringify(dry))
  assert.deepEqual(
    dry.faults.map(({ line: at_, code }) => [at_, code]),
    [
      [6, 'import.missing'],
      [7, 'import.date'],
      [8, 'import.formula'],
      [9, 'watch.reason'],
      [10, 'import.row-malformed'],
    ],
  )
  assert.deepEqual(instance.watchlist.match(subject, clock.now), [])
  const command = { requestId: desk.id() }
  const run = await bring(fileOf(...lines), command)
  assert.equal((run.body as unknown as ImportAnswer).entered, 3)
  assert.deepEqual((await bring(fileOf(...lines), command)).body, run.body, 'the same command answers the same')
  assert.deepEqual(
    instance.watchlist
      .match(subject, clock.now)
      .map(({ kind }) => kind)
      .sort(),
    ['document', 'plate'],
  )
  const again = (await bring(fileOf(...lines))).body as unknown as ImportAnswer
  assert.deepEqual([again.entered, again.unchanged], [0, 4])
})

const files: [what: string, file: string, code: string][] = [
  ['no bytes', '', 'import.unreadable'],
  ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xfc, 0xfd]).toString('base64'), 'import.unreadable'],
  ['no base64', '%%%%', 'import.unreadable'],
  ['other columns', Buffer.from('name,born\nSOK,1990\n').toString('base64'), 'import.columns'],
  ['a column twice', Buffer.from('kind,kind,reason,source,last_day\n').toString('base64'), 'import.columns'],
  ['more rows than may be', fileOf(...Array.from({ length: 100_001 }, () => 'x')), 'import.too-large'],
]
for (const [what, file, code] of files) test(`a file with ${what}`, async () => assert.equal((await bring(file)).body['code'], code))

test('who may not, does not import; nor for another desk', async () => {
  for (const who of [chief, at('auditor', 'KH'), at('clerk', 'KH:0110')])
    assert.equal((await bring(fileOf(...lines), { place: 'KH' }, who)).status, 403)
  assert.equal((await bring(fileOf(...lines), { place: 'KH' }, province)).status, 403)
})

test('after its last day an entry is expired: it stops nobody, and is not changed any more', async () => {
  const entry = await entered({ person: { ...dara, nameLatin: 'ROS THIDA', nameKhmer: null }, lastDay: '2026-11-21' })
  const subject: WatchSubject = { ...seen, names: { local: '', given: 'THIDA', family: 'ROS' } }
  assert.ok(hitBy(entry.id, subject))
  clock.now = '2026-11-21T17:00:00.000Z' as typeof clock.now
  assert.equal(hitBy(entry.id, subject), false)
  const size = instance.watchlist.size
  await instance.watchlist.refresh()
  assert.equal(instance.watchlist.size, size - 1, 'it leaves the memory')
  assert.equal((await read(entry.id, interior)).body['state'], 'expired')
  assert.equal((await step(entry.id, 'extension', { lastDay: '2027-01-01' }, interior)).body['code'], 'watch.ended')
})
