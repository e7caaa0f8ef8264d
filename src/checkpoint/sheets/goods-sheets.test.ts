// Goal: goods are recorded for one movement or one vehicle, refused with their reason, corrected by a new sheet, and summed exactly. Method: a whole instance on a real database, through the routes; ten at once; drawn sheets and corrections, the counters against the rows.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import sharp from 'sharp'
import { goodsCurrencies, goodsUnits, natures } from './goods-sheet.rules.ts'
import { malai, openGate, poipet } from './test-sheets.ts'

const gate = await openGate()
const { desk, crossed, goodsBody, vehicleBody, goods, vehicle, made, line, officer, officerAt, assertCounted } = gate
const day = '2026-11-20'
const read = (url: string, who = officer) => desk.get(url, who)

test('seen and declared of one movement: read back, the difference told, summed', async () => {
  const movement = await crossed()
  const lines = [line, { ...line, nature: 'declared', quantity: 0.4, unit: 't', customsReference: ' KH-77/2026 ' }]
  const sheet = await made(goods(await goodsBody({ movement, lines })))
  assert.deepEqual(
    [sheet['movement'], sheet['vehicleSheet'], sheet['point'], sheet['direction'], sheet['day']],
    [movement, null, poipet, 'exit', day],
  )
  const [first, second] = sheet['lines'] as object[]
  assert.deepEqual(first, { ...line, line: 1, customsReference: null, hasPhoto: false })
  assert.deepEqual(second, { ...line, nature: 'declared', quantity: 0.4, unit: 't', line: 2, customsReference: 'KH-77/2026', hasPhoto: false })
  assert.deepEqual(sheet['differences'], [{ chapter: '07', of: 'quantity', measure: 'kg', seen: 500, declared: 400, difference: 'seen-more' }])
  const { again: _, ...shown } = sheet
  assert.deepEqual((await read(`/api/v1/goods-sheets?point=${poipet}&day=${day}`)).body, [shown])
  assert.deepEqual((await read(`/api/v1/goods-sheets/${sheet.id}`)).body, shown)
  assert.deepEqual((await read(`/api/v1/movements/${movement}/sheets`)).body, { vehicle: null, goods: [shown] })
  const counts = await read(`/api/v1/goods-counts?point=${poipet}&from=${day}&until=2026-11-21`)
  const count = { point: poipet, day, chapter: '07', direction: 'exit', lines: 1 }
  assert.deepEqual(counts.body, {
    quantities: [
      { ...count, nature: 'declared', measure: 't', sum: 0.4 },
      { ...count, nature: 'seen', measure: 'kg', sum: 500 },
    ],
    values: [
      { ...count, nature: 'declared', measure: 'KHR', sum: 1_000_000 },
      { ...count, nature: 'seen', measure: 'KHR', sum: 1_000_000 },
    ],
  })
  await assertCounted()
})

test('goods of a vehicle stay with it when its sheet is corrected', async () => {
  const driver = await crossed()
  const first = await made(vehicle(await vehicleBody({ driver })))
  const sheet = await made(goods(await goodsBody({ movement: null, vehicleSheet: first.id })))
  const second = await made(vehicle(await vehicleBody({ driver, wheels: 10, replaces: first.id })))
  const shown = (await read(`/api/v1/movements/${driver}/sheets`)).body as unknown as { vehicle: { id: string }; goods: { id: string }[] }
  assert.deepEqual([shown.vehicle.id, shown.goods.map(({ id }) => id)], [second.id, [sheet.id]])
  // By either of its sheets it is the same vehicle, which has its goods sheet.
  for (const { id } of [first, second])
    assert.equal((await goods(await goodsBody({ movement: null, vehicleSheet: id }))).body['code'], 'sheet.already-on')
  await made(goods(await goodsBody({ movement: null, vehicleSheet: second.id, replaces: sheet.id })))
  await assertCounted()
})

const lineOf = (change: object) => () => ({ lines: [line, { ...line, ...change }] })
const refused: [name: string, code: string, change: () => object | Promise<object>][] = [
  ['neither a movement nor a vehicle', 'goods.subject', () => ({ movement: null })],
  ['both', 'goods.subject', () => ({ vehicleSheet: desk.id() })],
  ['an unknown movement', 'sheet.movement-unknown', () => ({ movement: desk.id() })],
  ['an unknown vehicle', 'sheet.not-found', () => ({ movement: null, vehicleSheet: desk.id() })],
  ['a movement of another point', 'sheet.movement-unknown', async () => ({ movement: await crossed({ point: malai }) })],
  ['somebody who was refused', 'sheet.not-admitted', async () => ({ movement: await crossed({ outcome: 'refuse' }) })],
  ['no line', 'goods.empty', () => ({ lines: [] })],
  ['chapter 00', 'goods.chapter', lineOf({ chapter: '00' })],
  ['chapter 77', 'goods.chapter-reserved', lineOf({ chapter: '77' })],
  ['chapter 98', 'goods.chapter-national', lineOf({ chapter: '98' })],
  ['chapter 99', 'goods.chapter-national', lineOf({ chapter: '99' })],
  ['a heading for a chapter', 'goods.chapter', lineOf({ chapter: '0701' })],
  ['nothing of it', 'goods.quantity', lineOf({ quantity: 0 })],
  ['less than nothing', 'goods.quantity', lineOf({ quantity: -5 })],
  ['1e300', 'goods.quantity', lineOf({ quantity: 1e300 })],
  ['four decimals', 'goods.quantity', lineOf({ quantity: 1.2345 })],
  ['a negative value', 'goods.value', lineOf({ value: -1 })],
  ['a value of 1e300', 'goods.value', lineOf({ value: 1e300 })],
  ['vegetables by the head', 'goods.unit', lineOf({ unit: 'head', quantity: 5 })],
  ['animals by the litre', 'goods.unit', lineOf({ chapter: '01', unit: 'l' })],
  ['half a box', 'goods.not-whole', lineOf({ unit: 'box', quantity: 0.5 })],
  ['a picture that is none', 'goods.photo', lineOf({ photo: Buffer.from('no picture at all').toString('base64') })],
  ['a picture cut off', 'goods.photo', lineOf({ photo: Buffer.from('\x89PNG\r\n\x1a\n cut', 'latin1').toString('base64') })],
  ['a correction of nothing', 'sheet.not-found', () => ({ replaces: desk.id() })],
  ['a unit of its own', 'request.malformed', lineOf({ unit: 'pikul' })],
  ['a currency of its own', 'request.malformed', lineOf({ currency: 'EUR' })],
  ['NaN as text', 'request.malformed', lineOf({ quantity: 'NaN' })],
  ['NaN as JSON has it', 'request.malformed', lineOf({ quantity: Number.NaN })],
  ['heard of', 'request.malformed', lineOf({ nature: 'heard' })],
  ['sixty-one lines', 'request.malformed', () => ({ lines: Array.from({ length: 61 }, () => line) })],
]
for (const [name, code, change] of refused)
  test(`refused: ${name}`, async () => {
    const answer = await goods(await goodsBody(await change()))
    assert.equal(answer.body['code'], code, JSON.stringify(answer.body))
    if (code.startsWith('goods.') && !['goods.subject', 'goods.empty'].includes(code)) assert.equal(answer.body.about['line'], 2)
    await assertCounted()
  })

test('99 is refused in a sentence, in three languages', async () => {
  const body = await goodsBody({ lines: [{ ...line, chapter: '99' }] })
  const said = async (language: string) =>
    (await desk.call('POST', '/api/v1/goods-sheets', { who: officer, body, headers: { 'accept-language': language } })).body['title'] as string
  assert.equal(await said('en'), 'HS chapter 99 is for national use; it does not mean the same on both sides of the border.')
  assert.match(await said('km'), /99 សម្រាប់ប្រើក្នុងប្រទេស/)
  assert.match(await said('th'), /99 ใช้ภายในแต่ละประเทศ/)
})

test('a picture is kept whole, as our own JPEG without what the camera wrote into it, and shown to who may read', async () => {
  const taken = await sharp({ create: { width: 1600, height: 400, channels: 3, background: '#806040' } })
    .withExif({ IFD0: { Copyright: 'camera words' } })
    .jpeg()
    .toBuffer()
  const sheet = await made(goods(await goodsBody({ lines: [line, { ...line, photo: taken.toString('base64') }] })))
  assert.deepEqual(
    (sheet['lines'] as { hasPhoto: boolean }[]).map(({ hasPhoto }) => hasPhoto),
    [false, true],
  )
  const url = `/api/v1/goods-sheets/${sheet.id}/lines/2/photo`
  const shown = await gate.open.server.inject({ url, headers: await gate.open.as('checkpoint-officer', poipet) })
  assert.deepEqual([shown.statusCode, shown.headers['content-type']], [200, 'image/jpeg'])
  const { width, height, exif } = await sharp(shown.rawPayload).metadata()
  assert.deepEqual([width, height, exif], [1600, 400, undefined])
  for (const [path, who] of [
    [url.replace('/2/', '/1/'), officer],
    [url.replace('/2/', '/9/'), officer],
    [url, officerAt(malai)],
  ] as const)
    assert.equal((await read(path, who)).body['code'], 'sheet.not-found', path)
})

test('a correction replaces its sheet, once and for the same subject; sums follow', async () => {
  const body = await goodsBody()
  const old = await made(goods(body))
  const fresh = await made(goods({ ...body, id: desk.id(), lines: [{ ...line, quantity: 0.001, value: 0.01 }], replaces: old.id }))
  assert.equal((await read(`/api/v1/goods-sheets/${old.id}`)).body['replacedBy'], fresh.id)
  assert.equal((await goods({ ...body, id: desk.id(), replaces: old.id })).body['code'], 'sheet.replaced')
  assert.equal((await goods(await goodsBody({ replaces: fresh.id }))).body['code'], 'sheet.replaces-other')
  assert.equal((await goods({ ...body, id: desk.id() })).body['code'], 'sheet.already-on')
  assert.equal((await goods(body)).status, 200)
  assert.equal((await goods({ ...body, lines: [line, line] })).body['code'], 'request.id-reused')
  await assertCounted()
})

test('a correction is for who wrote the sheet in this shift, and for the chief; the list says which', async () => {
  const other = { ...officer, nth: 1 }
  const chief = { role: 'chief-of-point', place: poipet } as const
  const fresh = async (replaces: string, who: typeof officer) => {
    const { movement } = (await read(`/api/v1/goods-sheets/${replaces}`)).body as unknown as { movement: string }
    return goods({ id: desk.id(), movement, lines: [line], replaces }, who)
  }
  const mine = async (who: typeof officer) => {
    const shown = (await read(`/api/v1/goods-sheets?point=${poipet}&day=${day}&mine=true`, who)).body as unknown as {
      id: string
      mayReplace: boolean
    }[]
    assert.ok(shown.every(({ mayReplace }) => mayReplace))
    return shown.map(({ id }) => id)
  }
  const old = await made(goods(await goodsBody()))
  assert.ok((await mine(officer)).includes(old.id))
  for (const shift of [false, true]) {
    if (shift) await gate.begin(other, '7')
    assert.deepEqual(await mine(other), [])
    assert.equal((await fresh(old.id, other)).body['code'], 'sheet.not-yours')
  }
  assert.equal(((await read(`/api/v1/goods-sheets/${old.id}`, other)).body as { mayReplace?: boolean }).mayReplace, false)
  assert.ok((await mine(chief)).includes(old.id))
  const second = await made(fresh(old.id, chief))
  assert.ok(!(await mine(chief)).includes(old.id))
  // What the chief wrote is the chief's; and the next shift is another.
  assert.equal((await fresh(second.id, officer)).body['code'], 'sheet.not-yours')
  const own = await made(goods(await goodsBody()))
  gate.open.clock.now = gate.minutes(5)
  await gate.begin(officer, '2')
  assert.ok(!(await mine(officer)).includes(own.id))
  assert.equal((await fresh(own.id, officer)).body['code'], 'sheet.not-yours')
  await assertCounted()
})

test('a correction keeps a picture by its line, and no picture that is not there', async () => {
  const photo = (
    await sharp({ create: { width: 640, height: 480, channels: 3, background: '#806040' } })
      .jpeg()
      .toBuffer()
  ).toString('base64')
  const body = await goodsBody({ lines: [line, { ...line, photo }] })
  const old = await made(goods(body))
  const correct = (lines: object[]) => goods({ ...body, id: desk.id(), lines, replaces: old.id })
  for (const keepsPhotoOf of [1, 3]) assert.equal((await correct([{ ...line, keepsPhotoOf }])).body['code'], 'goods.photo')
  assert.equal((await goods(await goodsBody({ lines: [{ ...line, keepsPhotoOf: 1 }] }))).body['code'], 'goods.photo')
  const fresh = await made(correct([{ ...line, quantity: 7, keepsPhotoOf: 2 }, line]))
  assert.deepEqual(
    (fresh['lines'] as { hasPhoto: boolean }[]).map(({ hasPhoto }) => hasPhoto),
    [true, false],
  )
  const picture = async (id: string, n: number) =>
    (await gate.open.server.inject({ url: `/api/v1/goods-sheets/${id}/lines/${n}/photo`, headers: await gate.open.as('checkpoint-officer', poipet) }))
      .rawPayload
  assert.deepEqual(await picture(fresh.id, 1), await picture(old.id, 2))
})

test('ten at once for one movement: one is made; ten corrections of it: one', async () => {
  const body = await goodsBody()
  const sendTen = (more: object) => Promise.all(Array.from({ length: 10 }, () => goods({ ...body, id: desk.id(), ...more })))
  const first = await sendTen({})
  assert.deepEqual(first.map(({ status, body: { code } }) => (status === 201 ? 'made' : code)).sort(), ['made', ...Array(9).fill('sheet.already-on')])
  const old = first.find(({ status }) => status === 201)?.body['id']
  const second = await sendTen({ replaces: old })
  assert.deepEqual(second.map(({ status, body: { code } }) => (status === 201 ? 'made' : code)).sort(), ['made', ...Array(9).fill('sheet.replaced')])
  await assertCounted()
})

const drawnLine = fc.record({
  chapter: fc.constantFrom('01', '07', '84', '97'),
  nature: fc.constantFrom(...natures),
  quantity: fc.integer({ min: 1, max: 100_000 }),
  unit: fc.constantFrom(...goodsUnits.filter((unit) => !['head', 'l', 'm3'].includes(unit))),
  value: fc.integer({ min: 0, max: 1e14 }).map((n) => n / 100),
  currency: fc.constantFrom(...goodsCurrencies),
})
const drawnSheet = fc.record({
  direction: fc.constantFrom('exit', 'entry'),
  corrections: fc.array(fc.array(drawnLine, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
})

test('drawn sheets with their corrections, many at once: each counter is what the rows add up to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(drawnSheet, { minLength: 1, maxLength: 6 }), async (sheets) => {
      await Promise.all(
        sheets.map(async ({ direction, corrections }) => {
          const movement = await crossed({ direction })
          let replaces: string | null = null
          for (const lines of corrections) replaces = (await made(goods({ id: desk.id(), movement, lines, replaces }))).id
        }),
      )
      await assertCounted()
    }),
    { numRuns: 8, seed: 20261120 },
  )
})

test('goods of a vehicle are undone with its driver’s movement, until a new sheet names another driver', async () => {
  const driver = await crossed()
  const first = await made(vehicle(await vehicleBody({ driver })))
  const sheet = await made(goods({ id: desk.id(), vehicleSheet: first.id, lines: [line] }))
  const undone = async () => ((await desk.get(`/api/v1/goods-sheets/${sheet.id}`, officer)).body as { undone?: { movement: string } | null }).undone
  assert.equal(await undone(), null)
  await gate.open.administrator.query("update movement set undone_at = now(), undone_by = 'officer' where id = $1", [driver])
  assert.equal((await undone())?.movement, driver)
  await made(vehicle(await vehicleBody({ replaces: first.id })))
  assert.equal(await undone(), null)
})

test('forms are offered the chapters', async () => {
  const { body } = await desk.get('/api/v1/hs-chapters')
  assert.equal((body as unknown as object[]).length, 96)
})
