// Goal: a vehicle sheet links each movement once, is refused with its reason, is corrected by a new one, and counts exactly. Method: a whole instance on a real database, through the routes; ten at once; the counters against the rows.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '../../platform/database.ts'
import { malai, openGate, poipet } from './test-sheets.ts'

const gate = await openGate()
const { open, desk, crossed, vehicleBody, vehicle, made, officer, officerAt, minutes, assertCounted } = gate
const day = '2026-11-20'
const read = (url: string, who = officer) => desk.get(url, who)
const list = async (who = officer, point = poipet) =>
  (await read(`/api/v1/vehicle-sheets?point=${point}&day=${day}`, who)).body as unknown as { id: string; replacedBy: string | null }[]

test('a recorded movement becomes a sheet with its plate in one form, is read back, and counted', async () => {
  const { number } = await desk.issue(7)
  const movement = { id: desk.id(), point: poipet, direction: 'exit', document: { number }, occurredAt: gate.now(), photo: 'match' }
  assert.equal((await desk.post('/api/v1/movements', movement, officer)).status, 201)
  const passengers = [await crossed({ outcome: 'admit-with-flag' }), await crossed({ occurredAt: minutes(-100) })]
  const sheet = await made(
    vehicle(await vehicleBody({ driver: movement.id, passengers, class: 'trailer-truck', wheels: 22, trailerPlate: '៤A-១១១១' })),
  )
  assert.deepEqual(sheet['plate'], { written: 'ភ្នំពេញ 3A-1234', state: 'KH', normal: '3A1234', province: 'KH:12' })
  assert.deepEqual(sheet['trailer'], { written: '៤A-១១១១', state: 'KH', normal: '4A1111', province: null })
  assert.deepEqual(
    [sheet['driver'], sheet['passengers'], sheet.root, sheet['day'], sheet['again']],
    [movement.id, passengers.toSorted(), sheet.id, day, false],
  )
  const { again: _, referred: _referred, ...shown } = sheet
  assert.deepEqual((await read(`/api/v1/vehicle-sheets/${sheet.id}`)).body, shown)
  assert.deepEqual(await list(), [shown])
  for (const one of [movement.id, ...passengers])
    assert.deepEqual((await read(`/api/v1/movements/${one}/sheets`)).body, { vehicle: shown, goods: [] })
  const counts = await read(`/api/v1/vehicle-counts?point=${poipet}&from=${day}&until=2026-11-21`)
  assert.deepEqual(counts.body, [{ point: poipet, day, class: 'trailer-truck', direction: 'exit', count: 1 }])
  await assertCounted()
})

test('a day is read in pages, and its end is', async () => {
  await made(vehicle(await vehicleBody()))
  const all = await list()
  const first = (await read(`/api/v1/vehicle-sheets?point=${poipet}&day=${day}&limit=1`)).body as unknown as { id: string }[]
  const second = (await read(`/api/v1/vehicle-sheets?point=${poipet}&day=${day}&before=${first[0]?.id}`)).body as unknown as { id: string }[]
  assert.deepEqual([...first, ...second], all)
  for (const query of ['day=2026-11-31', 'day=today', 'limit=5', `day=${day}&limit=0`, `day=${day}&before=x`, `day=${day}&other=1`])
    assert.ok([400, 422].includes((await read(`/api/v1/vehicle-sheets?point=${poipet}&${query}`)).status), query)
})

const refused: [name: string, code: string, change: () => object | Promise<object>][] = [
  ['no driver', 'sheet.no-driver', () => ({ driver: null })],
  ['a driver left out', 'sheet.no-driver', () => ({ driver: undefined })],
  [
    'the driver as a passenger',
    'sheet.rider-twice',
    async () => {
      const driver = await crossed()
      return { driver, passengers: [driver] }
    },
  ],
  [
    'a passenger twice',
    'sheet.rider-twice',
    async () => {
      const passenger = await crossed()
      return { passengers: [passenger, passenger] }
    },
  ],
  ['an unknown driver', 'sheet.movement-unknown', () => ({ driver: desk.id() })],
  ['an unknown passenger', 'sheet.movement-unknown', () => ({ passengers: [desk.id()] })],
  ['a movement of a point that is not the officer’s', 'sheet.movement-unknown', async () => ({ driver: await crossed({ point: malai }) })],
  ['the other direction', 'sheet.other-direction', async () => ({ driver: await crossed({ direction: 'entry' }) })],
  ['a driver who was refused', 'sheet.not-admitted', async () => ({ driver: await crossed({ outcome: 'refuse' }) })],
  ['a driver who was referred', 'sheet.not-admitted', async () => ({ driver: await crossed({ outcome: 'refer' }) })],
  ['a passenger who was refused', 'sheet.not-admitted', async () => ({ passengers: [await crossed({ outcome: 'refuse' })] })],
  ['a movement of hours ago', 'sheet.too-old', async () => ({ driver: await crossed({ occurredAt: minutes(-121) }) })],
  ['a sheet of tomorrow', 'sheet.in-future', () => ({ occurredAt: minutes(24 * 60) })],
  ['a sheet six minutes ahead', 'sheet.in-future', () => ({ occurredAt: minutes(6) })],
  ['a sheet of the year before last', 'movement.too-old', () => ({ occurredAt: '2024-11-20T09:00:00+07:00' })],
  ['a sheet of 1950', 'movement.too-old', () => ({ occurredAt: '1950-01-01T00:00:00Z' })],
  ['no instant', 'time.invalid', () => ({ occurredAt: '20/11/2569' })],
  ['no such point', 'point.unknown', () => ({ point: 'kh-th/nowhere' })],
  ['a point of others', 'authority.place', () => ({ point: malai })],
  ['a truck on two wheels', 'sheet.wheels', () => ({ wheels: 2 })],
  ['a truck on none', 'sheet.wheels', () => ({ wheels: 0 })],
  ['a bicycle on six', 'sheet.wheels', () => ({ class: 'bicycle', plate: null })],
  ['a truck without a plate', 'plate.missing', () => ({ plate: null })],
  ['a bicycle with one', 'plate.not-of-class', () => ({ class: 'bicycle', wheels: 2 })],
  ['a bus with a trailer', 'plate.not-of-class', () => ({ class: 'bus', trailerPlate: '4A-1111' })],
  ['no plate at all', 'plate.malformed', () => ({ plate: { written: '-', state: 'KH' } })],
  ['a plate of another state', 'plate.malformed', () => ({ plate: { written: 'กข 1234 สระแก้ว', state: 'KH' } })],
  ['a trailer’s plate that is none', 'plate.malformed', () => ({ trailerPlate: 'trailer' })],
  ['a correction of nothing', 'sheet.not-found', () => ({ replaces: desk.id() })],
  ['an id that is no command', 'request.malformed', () => ({ id: 'x' })],
  ['a class of its own', 'request.malformed', () => ({ class: 'elephant' })],
  ['negative wheels', 'request.malformed', () => ({ wheels: -4 })],
  ['a movement that is no id', 'request.malformed', () => ({ driver: "1' or '1'='1" })],
  ['a hundred passengers', 'request.malformed', () => ({ passengers: Array.from({ length: 100 }, () => desk.id()) })],
  ['a stranger’s key', 'request.malformed', () => ({ colour: 'red' })],
  ['a NUL in the plate', 'request.malformed', () => ({ plate: { written: '3A-1234\0', state: 'KH' } })],
]
for (const [name, code, change] of refused)
  test(`refused: ${name}`, async () => {
    const answer = await vehicle(await vehicleBody(await change()))
    assert.equal(answer.body['code'], code, JSON.stringify(answer.body))
    await assertCounted()
  })

test('somebody with two points names the point of the movement', async () => {
  const { recorded_by: account } = (await open.administrator.query('select recorded_by from vehicle_sheet where point = $1 limit 1', [poipet]))
    .rows[0]
  await open.administrator.query(
    `insert into role_grant (id, account, role, place, area, valid_from, granted_by, granted_at) values ($1, $2, 'checkpoint-officer', $3, 'KH:010902', '2026-01-01', 'test', '2026-01-01')`,
    [desk.id(), account, malai],
  )
  const answer = await vehicle(await vehicleBody({ driver: await crossed({ point: malai }) }))
  assert.equal(answer.body['code'], 'sheet.other-point', JSON.stringify(answer.body))
  await open.administrator.query('delete from role_grant where account = $1 and place = $2', [account, malai])
})

test('ten sheets at once with one driver: one is made, nine say why', async () => {
  const driver = await crossed()
  const bodies = await Promise.all(Array.from({ length: 10 }, () => vehicleBody({ driver })))
  const answers = await Promise.all(bodies.map((body) => vehicle(body)))
  const codes = answers.map(({ status, body }) => (status === 201 ? 'made' : body['code'])).sort()
  assert.deepEqual(codes, ['made', ...Array.from({ length: 9 }, () => 'sheet.already-on')])
  await assertCounted()
})

test('ten at once of the same two people, each now as driver: one is made, and nobody waits for ever', async () => {
  const [one, other] = [await crossed(), await crossed()]
  const bodies = await Promise.all(
    Array.from({ length: 10 }, (_, n) => vehicleBody(n % 2 ? { driver: one, passengers: [other] } : { driver: other, passengers: [one] })),
  )
  const answers = await Promise.all(bodies.map((body) => vehicle(body)))
  assert.equal(answers.filter(({ status }) => status === 201).length, 1)
  assert.ok(answers.every(({ status, body }) => status === 201 || body['code'] === 'sheet.already-on'))
  await assertCounted()
})

test('one id ten times at once is one sheet and one answer; with other words it is refused, and to somebody else too', async () => {
  const body = await vehicleBody()
  const answers = await Promise.all(Array.from({ length: 10 }, () => vehicle(body)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array.from({ length: 9 }, () => 200), 201])
  assert.equal(new Set(answers.map(({ body: sheet }) => JSON.stringify({ ...(sheet as object), again: true }))).size, 1)
  assert.equal((await vehicle({ ...body, lane: '2' })).body['code'], 'request.id-reused')
  const other = await vehicle({ ...body, point: malai }, officerAt(malai))
  assert.equal(other.status, 422, JSON.stringify(other.body))
  const chief = await vehicle({ ...body, driver: await crossed() }, { role: 'chief-of-point', place: poipet })
  assert.equal(chief.body['code'], 'request.id-reused')
  await assertCounted()
})

test('a correction is a new sheet: the old one stays as it was, its riders are free, and the count follows', async () => {
  const [driver, passenger] = [await crossed(), await crossed()]
  const old = await made(vehicle(await vehicleBody({ driver, passengers: [passenger] })))
  const fresh = await made(vehicle(await vehicleBody({ driver: passenger, passengers: [driver], class: 'car', wheels: 4, replaces: old.id })))
  assert.deepEqual([fresh['replaces'], fresh.root], [old.id, old.id])
  const { again: _, referred: _referred, ...before } = old
  assert.deepEqual((await read(`/api/v1/vehicle-sheets/${old.id}`)).body, { ...before, replacedBy: fresh.id })
  const now = (await read(`/api/v1/movements/${driver}/sheets`)).body['vehicle'] as { id: string }
  assert.equal(now.id, fresh.id)
  assert.equal((await vehicle(await vehicleBody({ replaces: old.id }))).body['code'], 'sheet.replaced')
  const other = await vehicleBody({ direction: 'entry', driver: await crossed({ direction: 'entry' }), replaces: fresh.id })
  assert.equal((await vehicle(other)).body['code'], 'sheet.replaces-other')
  const third = await made(vehicle(await vehicleBody({ driver, replaces: fresh.id })))
  assert.equal(third.root, old.id)
  // The passenger was left out, and may ride elsewhere.
  await made(vehicle(await vehicleBody({ driver: passenger })))
  await assertCounted()
})

test('ten corrections at once: one', async () => {
  const old = await made(vehicle(await vehicleBody()))
  const bodies = await Promise.all(Array.from({ length: 10 }, () => vehicleBody({ replaces: old.id })))
  const answers = await Promise.all(bodies.map((body) => vehicle(body)))
  const codes = answers.map(({ status, body }) => (status === 201 ? 'made' : body['code'])).sort()
  assert.deepEqual(codes, ['made', ...Array.from({ length: 9 }, () => 'sheet.replaced')])
  await assertCounted()
})

test('the chief of the point writes and reads too; another point reads nothing, the auditor everything; nobody else', async () => {
  const chief = { role: 'chief-of-point', place: poipet } as const
  const auditor = { role: 'auditor', place: 'KH' } as const
  const driver = await crossed()
  const sheet = await made(vehicle(await vehicleBody({ driver }), chief))
  assert.ok((await list(auditor)).some(({ id }) => id === sheet.id))
  assert.equal((await vehicle(await vehicleBody(), auditor)).body['code'], 'authority.role')
  assert.equal((await read(`/api/v1/vehicle-sheets?point=${poipet}&day=${day}`, officerAt(malai))).body['code'], 'authority.place')
  assert.deepEqual(await list(officerAt(malai), malai), [])
  // A foreign sheet answers as one that is not there.
  const [foreign, none] = await Promise.all([sheet.id, desk.id()].map((id) => read(`/api/v1/vehicle-sheets/${id}`, officerAt(malai))))
  assert.deepEqual([foreign?.status, foreign?.body], [404, none?.body])
  assert.equal((await read(`/api/v1/movements/${driver}/sheets`, officerAt(malai))).body['code'], 'movement.not-found')
  for (const who of [
    { role: 'clerk', place: 'KH:0109' },
    { role: 'analyst', place: 'KH' },
  ] as const)
    assert.equal((await read(`/api/v1/vehicle-sheets?point=${poipet}&day=${day}`, who)).body['code'], 'authority.role')
  assert.equal((await desk.get(`/api/v1/vehicle-sheets?point=${poipet}&day=${day}`)).status, 401)
})

test('the database alone shows no sheet of another point, and takes none', async () => {
  const accountAt = async (place: string): Promise<string> =>
    (await open.administrator.query("select account from role_grant where role = 'checkpoint-officer' and place = $1 limit 1", [place])).rows[0]
      .account
  await made(gate.goods(await gate.goodsBody()))
  for (const [place, sees] of [
    [poipet, true],
    [malai, false],
  ] as const)
    await inTransaction(open.instance.database, { account: await accountAt(place), at: gate.now() }, async (tx) => {
      for (const table of ['vehicle_sheet', 'vehicle_sheet_rider', 'goods_sheet', 'goods_line'] as const) {
        const { n } = await tx
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
        assert.equal(n > 0, sees, `${table} at ${place}`)
      }
    })
  const rider = { cell: 1, movement: desk.id(), sheet: desk.id(), point: poipet, seat: 'driver', current: true }
  const account = await accountAt(malai)
  await assert.rejects(
    inTransaction(open.instance.database, { account, at: gate.now() }, (tx) => tx.insertInto('vehicle_sheet_rider').values(rider).execute()),
    /row-level security/,
  )
})

test('forms are offered the classes', async () => {
  const { body } = await desk.get('/api/v1/vehicle-classes')
  assert.deepEqual((body as unknown as object[])[0], { class: 'bicycle', wheelsMin: 2, wheelsMax: 3, plate: 'none', trailer: false })
})
