// Goal: many pages are one file for the printer who asked, and for nobody else: what may not be printed is named and left out, and nothing of anybody stays behind. Method: a whole instance with real pages; then a printer whose workers die, hang or wait.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openDesk, type Who } from '../../app/test-desk.ts'
import { openTestInstance } from '../../app/test-instance.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import type { AccountId } from '../../identity/grant.rules.ts'
import { areaPlace } from '../../identity/place.rules.ts'
import type { AreaCode, CommandId } from '../../kernel/code.ts'
import { type CivilDate, epochMs, instantOfMs } from '../../kernel/time.ts'
import { PageError } from '../page/page-error.ts'
import type { PagePrinter } from '../page/page-printer.ts'
import type { PrintBatchAnswer, PrintQueueAnswer } from './print-batch.api.ts'
import { PrintBatches } from './print-batches.ts'
import type { Printing } from './render-batch.ts'

const open = await openTestInstance({ now: '2026-11-20T09:00:00+07:00' })
const desk = openDesk(open)
const { administrator, instance, clock } = open
const office = 'KH:0109' as AreaCode
const printer = desk.at('printer', office)
const folder = mkdtempSync(join(tmpdir(), 'spean-print-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const count = 23
const cases: { application: string; number: string }[] = []
await Promise.all(Array.from({ length: 4 }, (_, turn) => approveSome(turn)))
async function approveSome(turn: number): Promise<void> {
  for (let index = 100 + turn; index < 100 + count; index += 4) {
    const application = String((await desk.apply({}, office, index)).body['id'])
    assert.deepEqual([(await desk.pay(application)).status, (await desk.approve(application)).status], [200, 200])
    cases.push({ application, number: '' })
  }
}
const signed = (await desk.sign(cases.map(({ application }) => application))).body as unknown as { passes: { application: string; number: string }[] }
const numbers = signed.passes.map(({ number }) => number)
const other = await desk.issue(7, 'KH:0110')

const start = (body: object = {}, who: Who = printer) => desk.post('/api/v1/print-batches', { requestId: desk.id(), office, ...body }, who)
const look = async (id: string, who: Who = printer) => (await desk.get(`/api/v1/print-batches/${id}`, who)).body as unknown as PrintBatchAnswer
async function done(id: string): Promise<PrintBatchAnswer> {
  for (let turn = 0; turn < 600; turn += 1) {
    const batch = await look(id)
    if (!['waiting', 'rendering'].includes(batch.state)) return batch
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return assert.fail('never done')
}
const fetchPages = async (id: string, who: Who = printer) =>
  open.server.inject({ url: `/api/v1/print-batches/${id}/pages.pdf`, headers: { ...(await open.as(who.role, who.place, who.nth)) } })
const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length
const rowsOf = async <T extends object>(text: string, values: unknown[] = []) => (await administrator.query<T>(text, values)).rows
const printedBy = async (some: readonly string[]) =>
  (await rowsOf<{ printed_by: string | null }>('select printed_by from application where pass_number = any($1)', [some])).map((row) => row.printed_by)
const forgetPrinted = () => administrator.query('update application set printed_by = null')
const left = () => (existsSync(instance.printFolder) ? readdirSync(instance.printFolder) : [])
const account = String((await desk.get('/api/v1/account', printer)).body['id'])

test('the list to choose from holds what is signed and not printed, oldest first, and looking at it is on record', async () => {
  const queue = (await desk.get(`/api/v1/print-queue?office=${office}`, printer)).body as unknown as PrintQueueAnswer
  assert.deepEqual([queue.waiting, queue.passes.map(({ number }) => number)], [count, numbers])
  const [seen] = await rowsOf<{ n: number }>('select n from person_read where subject = $1 and account = $2', [
    `passes to print of ${office}`,
    account,
  ])
  assert.equal(seen?.n, 1)
})

let first = ''
test('all that are signed: one file with every page, each reading and the printer on record', async () => {
  const started = await start()
  assert.equal(started.status, 201, JSON.stringify(started.body))
  first = String(started.body['id'])
  const batch = await done(first)
  assert.deepEqual([batch.state, batch.total, batch.done, batch.failed], ['ready', count, count, []])
  const file = join(instance.printFolder, first, 'pages.pdf')
  assert.deepEqual(
    [statSync(instance.printFolder).mode & 0o777, statSync(join(instance.printFolder, first)).mode & 0o777, statSync(file).mode & 0o777],
    [0o700, 0o700, 0o600],
  )
  assert.deepEqual(new Set(await printedBy(numbers)), new Set([null]), 'nothing has gone out')
  const read = await rowsOf<{ subject: string }>('select subject from person_read where account = $1 and subject = any($2)', [account, numbers])
  assert.equal(read.length, count)
  const events = await rowsOf<{ body: object; place: string }>("select body, place from event where type = 'PrintBatchStarted' and subject = $1", [
    first,
  ])
  assert.deepEqual(events, [{ body: { office, passes: count }, place: office }])
})

test('it is for its printer alone, and gone when it was fetched', async () => {
  for (const who of [desk.at('printer', 'KH:0110'), desk.at('printer', 'KH:0102')]) {
    const [seen, file] = [await desk.get(`/api/v1/print-batches/${first}`, who), await fetchPages(first, who)]
    assert.deepEqual([seen.status, file.statusCode, seen.body['code']], [404, 404, 'print.not-found'])
  }
  const fetched = await fetchPages(first)
  assert.deepEqual(new Set(await printedBy(numbers)), new Set([account]))
  assert.equal(fetched.statusCode, 200)
  assert.equal(fetched.headers['content-disposition'], 'attachment; filename="KH0109-pages.pdf"')
  assert.equal(pagesIn(fetched.rawPayload), count)
  assert.match(fetched.rawPayload.toString('latin1'), /<pdfaid:part>2</)
  // The file goes after its last byte went out, whenever that is.
  for (let turn = 0; turn < 500 && left().length > 0; turn += 1) await new Promise((resolve) => setTimeout(resolve, 20))
  assert.deepEqual([(await look(first)).state, (await fetchPages(first)).statusCode, left()], ['fetched', 409, []])
})

test('when everything is printed there is nothing to do; a number that is named is printed again', async () => {
  const nothing = await start()
  assert.deepEqual([nothing.status, nothing.body['code']], [409, 'print.nothing'])
  const again = await done(String((await start({ numbers: [numbers[1]?.toLowerCase(), numbers[0], numbers[1]] })).body['id']))
  assert.deepEqual([again.state, again.total, again.done], ['ready', 2, 2])
  assert.equal(pagesIn((await fetchPages(again.id)).rawPayload), 2)
})

test('the same request ten times at once is one batch; with other numbers, or by somebody else, it is refused', async () => {
  const body = { requestId: desk.id(), office, numbers: numbers.slice(0, 3) }
  const answers = await Promise.all(Array.from({ length: 10 }, () => start(body)))
  assert.deepEqual(new Set(answers.map(({ status, body: { id } }) => `${status} ${id}`)), new Set([`201 ${body.requestId}`]))
  const events = await rowsOf<{ n: number }>('select count(*)::int as n from event where id = $1', [body.requestId])
  assert.equal(events[0]?.n, 1)
  for (const [change, who] of [
    [{ numbers: numbers.slice(0, 2) }, printer],
    [{ office: 'KH:0110' }, desk.at('printer', 'KH:0110')],
  ] as const)
    assert.equal((await start({ ...body, ...change }, who)).body['code'], 'request.id-reused')
  await done(body.requestId)
  await fetchPages(body.requestId)
})

test('what may not be printed, or cannot be, is named with its code; the others are printed in order', async () => {
  await forgetPrinted()
  const [own = '', revoked = '', broken = '', fine = '', last = ''] = numbers
  await administrator.query('update application set taken_by = $1 where pass_number = $2', [account, own])
  await administrator.query("update pass set state = 'revoked' where number = $1", [revoked])
  await administrator.query("update person set address = 'ສົມຊາຍ' where id = (select person_id from pass where number = $1)", [broken])
  const asked = [own, revoked, broken, fine, other.number, 'KH01090099998', last]
  const batch = await done(String((await start({ numbers: asked })).body['id']))
  assert.deepEqual([batch.state, batch.total, batch.done], ['ready', 7, 2])
  assert.deepEqual(
    new Map(batch.failed.map(({ number, code }) => [number, code])),
    new Map([
      [own, 'authority.same-hands'],
      [revoked, 'pass.not-active'],
      [broken, 'print.page-failed'],
      [other.number, 'pass.not-here'],
      ['KH01090099998', 'pass.not-here'],
    ]),
  )
  assert.equal(pagesIn((await fetchPages(batch.id)).rawPayload), 2)
  assert.deepEqual(await printedBy([own, revoked, broken]), [null, null, null])
  assert.deepEqual(await printedBy([fine, last]), [account, account])
  const alone = await done(String((await start({ numbers: [own, 'KH01090099998'] })).body['id']))
  assert.deepEqual([alone.state, alone.done, alone.failed.length, (await fetchPages(alone.id)).statusCode], ['failed', 0, 2, 409])
  assert.deepEqual(left(), [])
  await administrator.query("update application set taken_by = 'somebody' where pass_number = $1", [own])
  await administrator.query("update pass set state = 'active' where number = $1", [revoked])
  await administrator.query("update person set address = 'House 1' where id = (select person_id from pass where number = $1)", [broken])
})

test('a file that nobody fetched in half an hour is gone', async () => {
  await forgetPrinted()
  const batch = await done(String((await start({ numbers: numbers.slice(0, 2) })).body['id']))
  const before = clock.now
  clock.now = instantOfMs(epochMs(batch.fileUntil as typeof before) - 1)
  assert.equal((await look(batch.id)).state, 'ready')
  clock.now = instantOfMs(epochMs(clock.now) + 1)
  const late = await fetchPages(batch.id)
  assert.deepEqual([late.statusCode, (await look(batch.id)).state, left()], [409, 'expired', []])
  assert.deepEqual(new Set(await printedBy(numbers.slice(0, 2))), new Set([null]))
  clock.now = before
})

const bad: [why: string, body: object, status: number][] = [
  ['no request id', { requestId: undefined }, 400],
  ['an id that is no UUIDv7', { requestId: '00000000-0000-4000-8000-000000000000' }, 400],
  ['no office', { office: undefined }, 400],
  ['an office that is none', { office: 'poipet' }, 400],
  ['an empty list', { numbers: [] }, 400],
  ['1,001 numbers', { numbers: Array.from({ length: 1001 }, (_, index) => `KH${index}`) }, 400],
  ['a number that is a path', { numbers: ['../../etc'] }, 400],
  ['a number with NUL', { numbers: ['KH\u0000'] }, 400],
  ['numbers that are no list', { numbers: 'all' }, 400],
  ['a field of its own', { printed: true }, 400],
]
for (const [why, body, status] of bad) test(`refuses ${why}`, async () => assert.equal((await start(body)).status, status))

test('roles that do not print start nothing, nor does a printer of another office', async () => {
  for (const who of [desk.at('clerk', office), desk.at('governor', office), desk.at('cashier', office), desk.at('printer', 'KH:0110')]) {
    const refused = await start({}, who)
    assert.equal(refused.status, 403, who.role)
    assert.match(String(refused.body['code']), /^authority\./)
  }
  assert.equal((await desk.post('/api/v1/print-batches', { requestId: desk.id(), office })).status, 401)
  assert.equal((await desk.get(`/api/v1/print-queue?office=${office}`, desk.at('printer', 'KH:0110'))).status, 403)
})

test('the cover is a file of its own', async () => {
  const cover = await open.server.inject({ url: '/api/v1/booklet-cover.pdf', headers: { ...(await open.as('printer', office)) } })
  assert.deepEqual(
    [cover.statusCode, cover.headers['content-disposition'], pagesIn(cover.rawPayload)],
    [200, 'attachment; filename="cover-KH.pdf"', 1],
  )
  assert.equal((await desk.get('/api/v1/booklet-cover.pdf', desk.at('clerk', office))).status, 403)
})

// From here on a printer of the test's own.
const grants = [
  {
    id: 'test',
    account: account as AccountId,
    role: 'printer' as const,
    place: areaPlace(office),
    from: '2026-01-01' as CivilDate,
    lastDay: null,
    revokedAt: null,
  },
]
const actor: Actor = { account: account as AccountId, name: 'Printer', grants, nationalId: null, familyBook: null }
let turn = 0
const batchesWith = (renderPassPages: PagePrinter['renderPassPages']) => {
  const printing: Printing = { ...instance, printer: { ...instance.printer, renderPassPages }, printFolder: join(folder, String(turn++)) }
  return { batches: new PrintBatches(printing), printing }
}
const command = (some: readonly string[] | 'all' = numbers) => ({ requestId: desk.id() as CommandId, actor, office, numbers: some })

test('a worker that dies over a page takes that page alone with it', async () => {
  const killer = numbers[5] ?? ''
  const { batches } = batchesWith(async (passes) => {
    if (passes.some(({ number }) => number === killer)) throw new PageError('worker-died', 'exit SIGABRT')
    return instance.printer.renderPassPages(passes)
  })
  const started = await batches.start(command())
  await batches.settled()
  assert.ok(started.ok)
  assert.deepEqual(
    [started.value.state, started.value.done, started.value.failed],
    ['ready', count - 1, [{ number: killer, code: 'print.page-failed' }]],
  )
  await batches.close()
})

test('cancelled in the middle: nothing comes out, nobody has printed, nothing lies there; another may start', async () => {
  await forgetPrinted()
  let release = () => {}
  const waits = new Promise<void>((resolve) => {
    release = resolve
  })
  const { batches, printing } = batchesWith(async (passes) => {
    await waits
    return instance.printer.renderPassPages(passes)
  })
  const started = await batches.start(command('all'))
  assert.ok(started.ok)
  const { id } = started.value
  const second = await batches.start(command())
  assert.equal(second.ok ? '' : second.refusal.code, 'print.busy')
  const early = await batches.file(actor, id)
  assert.equal(early.ok ? '' : early.refusal.code, 'print.not-ready')
  assert.equal((await batches.cancel(actor, id)).ok, true)
  assert.equal((await batches.cancel(actor, id)).ok, true)
  release()
  await batches.settled()
  assert.deepEqual([started.value.state, existsSync(join(printing.printFolder, id))], ['cancelled', false])
  assert.deepEqual(new Set(await printedBy(numbers)), new Set([null]))
  assert.equal((await batches.start(command(numbers.slice(0, 1)))).ok, true)
  await batches.close()
  assert.equal(existsSync(printing.printFolder), false)
})

test('a restart forgets a batch and its files, not its number', async () => {
  const { batches, printing } = batchesWith(instance.printer.renderPassPages)
  const asked = command(numbers.slice(0, 2))
  await batches.start(asked)
  await batches.settled()
  assert.ok(existsSync(join(printing.printFolder, asked.requestId, 'pages.pdf')))
  mkdirSync(join(printing.printFolder, 'left'))
  writeFileSync(join(printing.printFolder, 'left', 'pages.pdf'), 'of somebody')
  const after = new PrintBatches(printing)
  assert.equal(existsSync(printing.printFolder), false)
  const again = await after.start(asked)
  assert.equal(again.ok ? '' : again.refusal.code, 'print.not-found')
  await Promise.all([batches.close(), after.close()])
})

test('a fault that is no page’s fails the batch, and the next one runs', async () => {
  let isBroken = true
  const { batches } = batchesWith(async (passes) => {
    if (isBroken) throw new Error('the disk is full')
    return instance.printer.renderPassPages(passes)
  })
  const broken = await batches.start(command(numbers.slice(0, 2)))
  await batches.settled()
  isBroken = false
  const next = await batches.start(command(numbers.slice(0, 2)))
  await batches.settled()
  assert.deepEqual([broken.ok && broken.value.state, next.ok && next.value.state], ['failed', 'ready'])
  await batches.close()
})
