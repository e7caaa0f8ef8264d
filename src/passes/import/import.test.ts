// Goal: existing holders come in once, whole and by whom it is given to; a bad row stays out alone; it goes on where it stopped; their passes are used until they end
// and are replaced by ones with a code. Method: a whole instance over HTTP with files of made-up holders; crashes by a turn that is left, races by doing it at once.
import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { openDesk, type Who } from '../../app/test-desk.ts'
import { openTestInstance } from '../../app/test-instance.ts'
import { readRetention } from '../../instruments/retention.ts'
import type { CommandId } from '../../kernel/code.ts'
import { epochMs, instantOfMs } from '../../kernel/time.ts'
import { openDatabase } from '../../platform/database.ts'
import { type Retention, runRetention } from '../retention.ts'
import { importFile, writePiece } from './import-file.ts'
import { importerOf, operator } from './importing.ts'
import { openImports, resumeImports } from './imports.ts'
import { runImport } from './run-import.ts'
import { csvLine, holderCells, holdersHeader, holdersMapping } from './test-holders.ts'

const open = await openTestInstance({ now: '2026-11-20T09:00:00+07:00' })
const { get, post, id, at, request, pay, approve, sign } = openDesk(open)
const { imports } = open.instance
const { importing } = imports
const desk: Who = at('interior-desk', 'KH')
const province: Who = at('provincial-governor', 'KH:01')
const many = (from: number, n: number): string => Array.from({ length: n }, (_, at) => csvLine(holderCells(from + at))).join('')
const fileOf = (...parts: (string | Uint8Array)[]): Buffer =>
  Buffer.concat([csvLine(holdersHeader), ...parts].map((part) => Buffer.from(part as string)))
const one = async (sql: string, values: unknown[] = []) => Number((await open.administrator.query(sql, values)).rows[0]?.n)
type Body = { [key: string]: unknown }

async function send(bytes: Uint8Array, who: Who = desk, { place = who.place, pieces = 1, fileName = 'old list.csv' } = {}): Promise<string> {
  const said = await post('/api/v1/imports', { requestId: id(), place, fileName, bytes: bytes.length }, who)
  assert.equal(said.status, 200, JSON.stringify(said.body))
  const size = Math.ceil(bytes.length / pieces)
  for (let offset = 0; offset < bytes.length; offset += size) {
    const answered = await piece(String(said.body['id']), offset, bytes.subarray(offset, offset + size), who)
    assert.equal(answered.statusCode, 200, answered.payload)
  }
  return String(said.body['id'])
}
async function piece(import_: string, offset: number, bytes: Uint8Array, who: Who = desk) {
  const headers = { ...(await open.as(who.role, who.place)), 'content-type': 'application/octet-stream' }
  return open.server.inject({ method: 'POST', url: `/api/v1/imports/${import_}/pieces?offset=${offset}`, headers, payload: Buffer.from(bytes) })
}
async function step(import_: string, name: 'check' | 'start' | 'stop', who: Who = desk, mapping: object = holdersMapping): Promise<Body> {
  const answered = await post(`/api/v1/imports/${import_}/${name}`, { requestId: id(), ...(name === 'check' && { mapping }) }, who)
  if (answered.status >= 300) return { code: `${answered.status} ${answered.body['code']}` }
  await imports.settled()
  return (await get(`/api/v1/imports/${import_}`, who)).body
}
const countsOf = ({ state, rows, created, unchanged, refused, flagged }: Body) => ({ state, rows, created, unchanged, refused, flagged })
const faultsOf = async (import_: string, who: Who = desk) =>
  ((await get(`/api/v1/imports/${import_}/faults`, who)).body as unknown as { faults: { line: number; column: number; code: string }[] }).faults.map(
    ({ line, column, code }) => `${line}:${column} ${code}`,
  )
async function whole(bytes: Uint8Array, who: Who = desk): Promise<{ id: string; answer: Body }> {
  const import_ = await send(bytes, who)
  assert.equal((await step(import_, 'check', who))['state'], 'checked')
  return { id: import_, answer: await step(import_, 'start', who) }
}

test('the whole way: pieces, columns, a dry run that writes nobody, the import, and the file is gone', async () => {
  const import_ = await send(fileOf(many(1, 40)), province, { pieces: 3 })
  const columns = (await get(`/api/v1/imports/${import_}/columns`, province)).body as unknown as {
    form: string
    header: string[]
    guess: typeof holdersMapping
    samples: string[][]
  }
  assert.deepEqual([columns.form, columns.header, columns.samples.length], ['csv utf-8 ,', holdersHeader, 8])
  assert.deepEqual(columns.guess.fields, holdersMapping.fields)
  assert.equal((await step(import_, 'start', province))['code'], '409 import.not-checked')
  assert.deepEqual(countsOf(await step(import_, 'check', province)), {
    state: 'checked',
    rows: 40,
    created: 40,
    unchanged: 0,
    refused: 0,
    flagged: 0,
  })
  assert.equal(await one("select count(*) as n from pass where model <> 'qr'"), 0)
  assert.deepEqual(countsOf(await step(import_, 'start', province)), { state: 'done', rows: 40, created: 40, unchanged: 0, refused: 0, flagged: 0 })
  assert.equal(
    await one(
      "select count(*) as n from pass where model in ('legacy-yellow', 'legacy-blue') and state = 'active' and office in ('KH:0110', 'KH:0109')",
    ),
    40,
  )
  assert.equal(await one("select count(*) as n from event where type = 'LegacyPassImported'"), 40)
  assert.equal(
    await one(
      'select count(*) as n from person p where name_keys > 0 and made_up and exists (select 1 from person_name_key k where k.person_id = p.id) and national_id like $1',
      ['6000000%'],
    ),
    40,
  )
  assert.equal(existsSync(importFile(importing.folder, import_ as CommandId)), false)
  assert.equal((await step(import_, 'start', province))['code'], '409 import.over')
})

test('the same file again changes nothing', async () => {
  const before = await one('select count(*) as n from event where type = $1', ['LegacyPassImported'])
  const { answer } = await whole(fileOf(many(1, 40)))
  assert.deepEqual(countsOf(answer), { state: 'done', rows: 40, created: 0, unchanged: 40, refused: 0, flagged: 0 })
  assert.equal(await one('select count(*) as n from event where type = $1', ['LegacyPassImported']), before)
})

test('bad rows stay out, each with its line and column, and nothing of a person is told', async () => {
  const thai = Buffer.from([0xca, 0xc1, 0xaa, 0xd2, 0xc2])
  const [before = '', after = ''] = csvLine(holderCells(108, { ឈ្មោះ: '|' })).split('|')
  const bytes = fileOf(
    csvLine(holderCells(101)),
    csvLine(holderCells(102, { 'Date of birth': '30/02/2530' })),
    csvLine(holderCells(103, { 'National ID': '600000101' })),
    csvLine(holderCells(104, { 'No.': 'BM-000101' })),
    csvLine(holderCells(105, { ឈ្មោះ: '=cmd|x' })),
    csvLine(holderCells(106, { 'Valid until': '01/01/2560' })),
    csvLine(holderCells(107, { Address: 'a\0b' })),
    before,
    thai,
    after,
    csvLine(holderCells(1, { 'National ID': '600000109' })),
    csvLine(holderCells(2, { 'No.': 'BM-777777' })),
    csvLine(holderCells(3, { 'No.': 'BM-777778', 'Date of birth': '01/01/1999' })),
    '"BM-000112"broken,x\r\n',
    csvLine(holderCells(113)),
  )
  const { id: import_, answer } = await whole(bytes)
  assert.deepEqual(countsOf(answer), { state: 'done', rows: 13, created: 2, unchanged: 0, refused: 11, flagged: 0 })
  assert.deepEqual(await faultsOf(import_), [
    '3:8 import.date',
    '4:10 import.id-twice',
    '5:1 import.number-twice',
    '6:5 import.formula',
    '7:4 import.dates-order',
    '8:12 import.control-character',
    '9:5 import.encoding',
    '10:1 import.number-taken',
    '11:10 applicant.has-live-pass',
    '12:8 applicant.identity-differs',
    '13:0 import.row-malformed',
  ])
  const csv = String((await get(`/api/v1/imports/${import_}/faults.csv`, desk)).body)
  assert.match(csv, /^\ufeffline,column,header,shape,code,reason\r\n3,8,Date of birth,00\/00\/0000,import\.date,/)
  for (const secret of ['600000101', 'Sok', 'សុខ', '2530', '=cmd']) assert.ok(!csv.includes(secret), secret)
})

test('an older pass is known at the gate by its number, as people write it, and its model is told', async () => {
  const ask = (number: string, direction = 'exit') =>
    post('/api/v1/verdicts', { point: 'kh-th/poipet', direction, document: { number } }, at('checkpoint-officer', 'kh-th/poipet'))
  const seen = await ask('bm 000-003')
  assert.deepEqual([seen.status, seen.body.verdict.outcome, (seen.body.holder as unknown as Body)['model']], [200, 'admit', 'legacy-blue'])
  assert.deepEqual(
    seen.body.verdict.findings.map(({ reason }) => reason),
    ['number-typed', 'standing', 'valid', 'class-accepted', 'open', 'stay-granted'],
  )
  assert.equal((await get('/api/v1/crossing-points/kh-th/poipet/holders/BM000003/photo', at('checkpoint-officer', 'kh-th/poipet'))).status, 404)
  const moved = await post(
    '/api/v1/movements',
    { id: id(), point: 'kh-th/poipet', direction: 'exit', document: { number: 'BM000003' }, occurredAt: '2026-11-20T08:59:00+07:00' },
    at('checkpoint-officer', 'kh-th/poipet'),
  )
  assert.equal(moved.status, 201, JSON.stringify(moved.body))
  assert.equal((await post('/api/v1/passes/BM000005/suspension', { requestId: id(), reason: 'reported' }, at('governor', 'KH:0109'))).status, 200)
  assert.equal((await ask('BM000005')).body.verdict.outcome, 'refuse')
  assert.equal((await ask('BM999999')).status, 404)
})

test('after its last day it is no more good, and no longer stands in the way', async () => {
  const over = { Issued: '01/12/2560', 'Valid until': '30/11/2562' }
  const { answer } = await whole(
    fileOf(
      csvLine(holderCells(150, over)),
      csvLine(holderCells(151, { 'Valid until': '20/11/2569' })),
      csvLine(holderCells(152, { 'Valid until': '19/11/2569' })),
    ),
  )
  assert.equal(answer['created'], 3)
  const states = (
    await open.administrator.query("select number, state from pass where number in ('BM000150', 'BM000151', 'BM000152') order by number")
  ).rows
  assert.deepEqual(
    states.map(({ state }) => state),
    ['expired', 'active', 'expired'],
  )
  const { answer: next } = await whole(fileOf(csvLine(holderCells(150, { 'No.': 'BM-000950' }))))
  assert.equal(next['created'], 1)
})

test('at the desk it is shown for what it is: not printed, not extended, no second pass; replaced by one with a code', async () => {
  const office = 'KH:0110'
  const shown = await get('/api/v1/passes/BM000004', at('governor', office))
  assert.deepEqual([shown.status, shown.body['model'], shown.body['qrText'], shown.body['mandate']], [200, 'legacy-yellow', null, null])
  assert.equal((await get('/api/v1/passes/BM000004', at('governor', 'KH:0109'))).status, 404)
  assert.equal((await get('/api/v1/passes/BM000004/page.pdf', at('printer', office))).body['code'], 'pass.legacy')
  assert.equal((await get('/api/v1/passes/BM000004/page.pdf', at('printer', 'KH:0109'))).body['code'], 'pass.not-here')
  assert.equal((await get('/api/v1/passes/BM000004/evidence', at('governor', office))).status, 404)
  const applicant = {
    localName: 'លឹម រិទ្ធី',
    localLanguage: 'khm',
    givenName: 'Rithy',
    familyName: 'Sok',
    birthDate: '1950-01-05',
    nationalId: '600000004',
    homeArea: office,
  }
  const ask = async (more: object) => post('/api/v1/applications', { ...(await request(applicant, office)), ...more }, at('clerk', office))
  assert.equal((await ask({})).body['code'], 'applicant.has-live-pass')
  assert.equal((await ask({ extends: { number: 'BM000004' } })).body['code'], 'pass.legacy')
  const taken = await ask({ replaces: { number: 'BM000004', cause: 'damaged' } })
  assert.equal(taken.status, 201, JSON.stringify(taken.body))
  const application = String(taken.body['id'])
  await pay(application, office)
  await approve(application, office)
  assert.ok((await sign([application], office)).status < 300)
  const passes = (
    await open.administrator.query(
      "select model, state from pass where person_id = (select person_id from person_key where national_id = '600000004') order by issued_at",
    )
  ).rows
  assert.deepEqual(passes, [
    { model: 'legacy-yellow', state: 'replaced' },
    { model: 'qr', state: 'active' },
  ])
  assert.equal(
    (
      await post(
        '/api/v1/verdicts',
        { point: 'kh-th/poipet', direction: 'exit', document: { number: 'BM000004' } },
        at('checkpoint-officer', 'kh-th/poipet'),
      )
    ).body.verdict.outcome,
    'refuse',
  )
})

test('one live pass a person is the database’s own rule across the models', async () => {
  const copy = (model: string) =>
    `insert into pass select (jsonb_populate_record(p, jsonb_build_object('number', 'COPY1', 'model', '${model}'))).* from pass p where number = 'BM000006'`
  await assert.rejects(open.administrator.query(copy('legacy-blue')), /pass_one_live/)
  await assert.rejects(open.administrator.query(copy('qr')), /pass_parts/)
})

test('a province takes in its own people and no others, and sees its own imports', async () => {
  const bytes = fileOf(csvLine(holderCells(201)), csvLine(holderCells(202, { 'Area code': 'KH:0201' })))
  const { id: import_, answer } = await whole(bytes, province)
  assert.deepEqual([answer['created'], answer['refused'], await faultsOf(import_, province)], [1, 1, ['3:11 authority.place']])
  const neighbour = at('provincial-governor', 'KH:02')
  assert.equal((await get(`/api/v1/imports/${import_}`, neighbour)).body['code'], 'import.not-found')
  assert.equal((await get(`/api/v1/imports/${import_}/faults.csv`, neighbour)).status, 404)
  assert.ok(!JSON.stringify((await get('/api/v1/imports', neighbour)).body).includes(import_))
  for (const who of [at('governor', 'KH:0110'), at('office-administrator', 'KH:0110'), at('auditor', 'KH')])
    assert.equal((await get('/api/v1/imports', who)).status, 403)
  const elsewhere = await post('/api/v1/imports', { requestId: id(), place: 'KH:02', fileName: 'x.csv', bytes: 10 }, province)
  assert.deepEqual([elsewhere.status, elsewhere.body['code']], [403, 'authority.place'])
})

test('stopped anywhere it goes on where it was: after a person, after a crash, after a restart', async () => {
  const import_ = (await send(fileOf(many(3000, 2600)))) as CommandId
  await step(import_, 'check')
  const { value } = await openTurn(import_)
  // The program ends in the middle: this many readings of the file, and no word of it.
  const turns = [true, true, false]
  assert.equal(await runImport(importing, importerOf(value.account), { id: import_, turn: value.turn, goesOn: () => turns.shift() ?? false }), 'left')
  const middle = (await get(`/api/v1/imports/${import_}`, desk)).body
  assert.ok(middle['state'] === 'running' && Number(middle['created']) > 0 && Number(middle['created']) < 2600, JSON.stringify(middle))
  assert.equal((await step(import_, 'stop'))['state'], 'stopped')
  const again = await post(`/api/v1/imports/${import_}/start`, { requestId: id() }, desk)
  assert.equal(again.status, 200)
  await imports.settled()
  assert.deepEqual(countsOf((await get(`/api/v1/imports/${import_}`, desk)).body), {
    state: 'done',
    rows: 2600,
    created: 2600,
    unchanged: 0,
    refused: 0,
    flagged: 0,
  })
  assert.equal(await one("select count(*) as n from pass where number between 'BM003000' and 'BM005599'"), 2600)
})

async function openTurn(import_: CommandId): Promise<{ value: { account: string; turn: number } }> {
  const { startImport } = await import('./import-commands.ts')
  const account = (await open.administrator.query('select account from import_batch where id = $1', [import_])).rows[0]?.account as string
  const grants = [
    {
      id: 'x',
      account,
      role: 'interior-desk',
      place: { kind: 'state', id: 'KH', state: 'KH', area: null },
      from: '2020-01-01',
      lastDay: null,
      revokedAt: null,
    },
  ]
  const actor = { account, name: '', nationalId: null, familyBook: null, grants } as unknown as Parameters<typeof startImport>[1]['actor']
  const started = await startImport(importing, { requestId: id(), actor, id: import_ })
  assert.ok(started.ok)
  return { value: { account, turn: started.value.turn } }
}

test('a program that starts again goes on with what was under way', async () => {
  const import_ = (await send(fileOf(many(6000, 700)))) as CommandId
  await step(import_, 'check')
  await openTurn(import_)
  const other = openImports(importing)
  await resumeImports(other)
  await other.settled()
  assert.deepEqual(countsOf((await get(`/api/v1/imports/${import_}`, desk)).body), {
    state: 'done',
    rows: 700,
    created: 700,
    unchanged: 0,
    refused: 0,
    flagged: 0,
  })
})

test('a short file does not wait behind a long one that is under way', async () => {
  const [long, short] = [(await send(fileOf(many(6800, 20)))) as CommandId, (await send(fileOf(many(6900, 20)))) as CommandId]
  for (const import_ of [long, short]) await step(import_, 'check')
  const { account, turn } = (await openTurn(long)).value
  const held = Promise.withResolvers<void>()
  const slow = {
    ...importerOf(account),
    mayImport: (...asked: Parameters<typeof operator.mayImport>) => held.promise.then(() => importerOf(account).mayImport(...asked)),
  }
  const other = openImports(importing, undefined, (name) => (name === 'slow' ? slow : importerOf(name)))
  const stateOf = async (import_: string) =>
    (await open.administrator.query('select state from import_batch where id = $1', [import_])).rows[0]?.state
  other.work({ id: long, account: 'slow', turn, bytes: 100_000_000 })
  other.work({ id: short, ...(await openTurn(short)).value, bytes: 2_000 })
  while ((await stateOf(short)) !== 'done') assert.equal(await stateOf(long), 'running')
  held.resolve()
  await other.settled()
  assert.equal(await stateOf(long), 'done')
})

test('a turn that was left behind writes nothing; a role that ended stops the work', async () => {
  const import_ = (await send(fileOf(many(7000, 600)), province)) as CommandId
  await step(import_, 'check', province)
  const { value } = await openTurn(import_)
  assert.equal(await runImport(importing, importerOf(value.account), { id: import_, turn: value.turn - 1, goesOn: () => true }), 'left')
  await open.administrator.query(
    "update role_grant set revoked_at = '2026-11-20T01:00:00Z', revoked_by = 'test' where account = $1 and role = 'provincial-governor'",
    [value.account],
  )
  assert.equal(await runImport(importing, importerOf(value.account), { id: import_, turn: value.turn, goesOn: () => true }), 'left')
  await open.administrator.query('update role_grant set revoked_at = null, revoked_by = null where account = $1', [value.account])
  // Without the role row-level security shows not even the import: it stands where it was.
  assert.equal(await one("select count(*) as n from pass where number between 'BM007000' and 'BM007599'"), 0)
  const answer = (await get(`/api/v1/imports/${import_}`, province)).body
  assert.deepEqual([answer['state'], answer['created']], ['running', 0])
})

test('the same people in two files at once come in once', async () => {
  const files = await Promise.all([send(fileOf(many(8000, 900))), send(fileOf(many(8000, 900)))])
  for (const import_ of files) await step(import_, 'check')
  const turns = []
  for (const import_ of files) turns.push({ id: import_ as CommandId, ...(await openTurn(import_ as CommandId)).value })
  await Promise.all(turns.map((turn) => runImport(importing, importerOf(turn.account), { ...turn, goesOn: () => true })))
  const answers = await Promise.all(files.map(async (import_) => (await get(`/api/v1/imports/${import_}`, desk)).body))
  assert.deepEqual(
    answers.map(({ state }) => state),
    ['done', 'done'],
  )
  assert.equal(Number(answers[0]?.['created']) + Number(answers[1]?.['created']), 900)
  assert.equal(Number(answers[0]?.['unchanged']) + Number(answers[1]?.['unchanged']), 900)
})

test('what a client sends wrongly is refused, and nothing is kept', async () => {
  const say = (body: object, who = desk) => post('/api/v1/imports', { requestId: id(), place: 'KH', fileName: 'x.csv', bytes: 100, ...body }, who)
  assert.equal((await say({ bytes: 200_000_001 })).body['code'], 'import.too-large')
  assert.equal((await say({ bytes: 0 })).status, 400)
  assert.equal((await say({ place: 'kh-th/poipet' })).status, 400)
  const requestId = id()
  assert.equal((await say({ requestId })).status, 200)
  assert.equal((await say({ requestId })).status, 200)
  assert.equal((await say({ requestId, bytes: 101 })).body['code'], 'request.id-reused')
  assert.equal((await step(requestId, 'check'))['code'], '409 import.not-complete')
  assert.equal((await get(`/api/v1/imports/${requestId}/columns`, desk)).body['code'], 'import.not-complete')
  assert.equal((await piece(requestId, 0, Buffer.alloc(101))).json().code, 'import.too-large')
  // A piece ahead of its turn is not taken: the answer says where to go on.
  assert.equal((await piece(requestId, 50, Buffer.alloc(10))).json().received, 0)
  assert.equal((await piece(requestId, 0, Buffer.alloc(60, 'a'))).json().received, 60)
  assert.equal((await piece(requestId, 0, Buffer.alloc(60, 'a'))).json().received, 60)
  assert.equal((await step(requestId, 'check'))['code'], '409 import.not-complete')
  // Whole, and no table: gone, to be sent anew.
  assert.equal((await piece(requestId, 60, Buffer.alloc(40, 0x9e))).json().code, 'import.unreadable')
  const standing = async () => {
    const { received, state, stoppedBy } = (await get(`/api/v1/imports/${requestId}`, desk)).body
    return [received, state, stoppedBy]
  }
  assert.deepEqual(await standing(), [0, 'receiving', 'import.unreadable'], 'the list tells why it is not on its way')
  assert.equal((await get(`/api/v1/imports/${id()}`, desk)).body['code'], 'import.not-found')
  const large = await piece(requestId, 0, Buffer.alloc(4 * 1024 * 1024 + 1))
  assert.deepEqual([large.statusCode, large.json().code], [413, 'request.too-large'])
  const asJson = await open.server.inject({
    method: 'POST',
    url: `/api/v1/imports/${requestId}/pieces?offset=0`,
    headers: await open.as('interior-desk', 'KH'),
    payload: { a: 1 },
  })
  assert.equal(asJson.statusCode, 415)
  assert.equal((await piece(requestId, 0, Buffer.from(`a,b\n${'x,y\n'.repeat(24)}`))).json().received, 100)
  assert.deepEqual(await standing(), [100, 'received', null], 'what is sent anew is received')
  const import_ = await send(fileOf(many(1, 2)))
  assert.equal((await step(import_, 'check', desk, { ...holdersMapping, fields: {} }))['code'], '422 import.mapping')
  const missing = await step(import_, 'check', desk, { ...holdersMapping, fields: { ...holdersMapping.fields, sex: { columns: ['Gender'] } } })
  assert.deepEqual([missing['state'], missing['stoppedBy']], ['received', 'import.columns'])
  assert.deepEqual((await step(import_, 'check'))['state'], 'checked')
})

test('whoever has the machine takes in everybody’s, as the migrator, under the same rules', async () => {
  const import_ = (await send(fileOf(many(9100, 3), csvLine(holderCells(9104, { 'Area code': 'KH:0201' }))))) as CommandId
  await step(import_, 'check')
  const { value } = await openTurn(import_)
  const { connectionString } = open.administrator.options as { connectionString: string }
  const migrator = openDatabase(connectionString, 2)
  await runImport({ ...importing, database: migrator }, operator, { id: import_, turn: value.turn, goesOn: () => true })
  await migrator.close()
  assert.equal((await get(`/api/v1/imports/${import_}`, desk)).body['created'], 4)
  assert.equal(await one("select count(*) as n from event where actor = 'operator' and type = 'LegacyPassImported'"), 4)
  assert.ok(readdirSync(importing.folder).length > 0)
})

test('files that nobody went on with go after their days, then what was wrong with rows; where passes came from stays', async () => {
  const start = open.clock.now
  const [took, left] = [await whole(fileOf(many(9_000, 2), 'x,y\n')), await send(fileOf(many(9_100, 1)))]
  const stray = String(id())
  await writePiece(importing.folder, stray as CommandId, { offset: 0, bytes: Buffer.from('of no import') })
  const retention: Retention = {
    database: open.instance.database,
    identity: open.instance.identity,
    periods: readRetention(),
    state: 'KH',
    now: () => open.clock.now,
    importFolder: importing.folder,
  }
  const counts = async (dryRun = false) =>
    Object.fromEntries((await runRetention(retention, { dryRun })).filter(({ kind }) => kind.startsWith('import')).map(({ kind, n }) => [kind, n]))
  const onDisk = () => readdirSync(importing.folder).filter((name) => [left, stray].includes(name))
  const batches = async (file: string) => one("select count(*)::int as n from import_batch where id = $1 and file_name <> '—'", [file])
  const faults = () => one('select count(*)::int as n from import_fault where batch = $1', [took.id])
  assert.ok((await faults()) > 0)
  const after = (days: number, ms: number) => instantOfMs(epochMs(start) + days * 86_400_000 + ms)
  open.clock.now = after(30, 0)
  await counts()
  assert.deepEqual(onDisk(), [left], 'a file of no import has nothing to wait for')
  open.clock.now = after(30, 1)
  const dry = await counts(true)
  assert.deepEqual(await counts(), dry)
  assert.deepEqual([onDisk(), await batches(left), await batches(took.id)], [[], 1, 1])
  assert.equal((await step(left, 'check'))['code'], '409 import.file-gone')
  open.clock.now = after(365, 1)
  assert.ok(((await counts())['import'] ?? 0) >= 2)
  assert.deepEqual([await faults(), await one('select count(*)::int as n from import_batch where id = $1', [left])], [0, 0])
  const kept = 'select count(*)::int as n from import_batch where id = $1 and file_name = $2 and mapping is null and sha256 is null and created = 2'
  assert.equal(await one(kept, [took.id, '—']), 1)
  assert.equal(await one('select count(*)::int as n from pass where import_batch = $1', [took.id]), 2)
  assert.equal((await counts())['import'], 0)
  open.clock.now = start
})
