// Goal: the day's sheet adds up to what is on record, names nobody who crossed, and prints in three languages whatever people wrote. Method: a day at a whole instance on a real database; the sheet against the tables, and as a PDF.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '../../kernel/language.ts'
import { readLiveState } from '../live/live-state.ts'
import { openPoint, poipet } from '../test-point.ts'
import type { DaySheet } from './day-sheet.rules.ts'
import { sayDaySheet } from './day-sheet.rules.ts'

const at = await openPoint()
const { open, desk, officer, other, chief, begin, cross, decide, undo, later, code } = at
const url = `/api/v1/crossing-points/${poipet}/day`
const sheetOf = async (day = '2026-11-20', who = chief) => (await desk.get(`${url}?day=${day}`, who)).body as unknown as DaySheet

test('a day with everything: the sheet adds up, and prints', async () => {
  const [one, two] = [(await desk.issue(7)).number, (await desk.issue(8)).number]
  const shift = await begin(officer, '3')
  await cross(one, 'exit')
  later(3_600)
  await cross(one, 'entry')
  later(120)
  const wrong = await cross(one, 'exit', {}, other)
  await undo(wrong.id, other)
  const aside = await cross(two, 'exit', { care: 'other' })
  await decide(aside.id, chief)
  later(10)
  const passed = await cross(two, 'exit', { decided: aside.id, care: 'other' })
  const body = {
    ...{ id: desk.id(), point: poipet, lane: '3', direction: 'exit', occurredAt: open.clock.now, class: 'truck', wheels: 6, passengers: [] },
    ...{ plate: { written: '3A-1234', state: 'KH' }, driver: passed.id },
  }
  assert.equal((await desk.post('/api/v1/vehicle-sheets', body, officer)).status, 201)
  const line = { chapter: '07', nature: 'seen', quantity: 500, unit: 'kg', value: 1_000_000, currency: 'KHR' }
  assert.equal((await desk.post('/api/v1/goods-sheets', { id: desk.id(), vehicleSheet: body.id, lines: [line] }, officer)).status, 201)
  const note = 'ម៉ាស៊ីនស្កេនយឺត\nสแกนเนอร์ช้า 🐢 "quotes" \\ #let x = 1'
  await desk.post(`/api/v1/shifts/${String(shift.body['id'])}/end`, { requestId: desk.id(), note }, officer)

  const sheet = await sheetOf()
  const sum = (rows: readonly { n: number }[]) => rows.reduce((total, { n }) => total + n, 0)
  assert.deepEqual([sum(sheet.counts), sum(sheet.hours)], [4, 4])
  assert.deepEqual([...new Set(sheet.hours.map(({ hour }) => hour))], [9, 10])
  assert.deepEqual([...new Set(sheet.hours.map(({ lane }) => lane))], ['3'])
  assert.deepEqual(
    sheet.undone.map(({ movement }) => movement),
    [wrong.id],
  )
  assert.deepEqual([sheet.referrals.length, sheet.overrides.map(({ movement, usedBy }) => [movement, usedBy])], [1, [[aside.id, passed.id]]])
  assert.deepEqual(sheet.vehicles, [{ class: 'truck', direction: 'exit', n: 1 }])
  assert.deepEqual(
    sheet.goods.map(({ measure, sum: total }) => [measure, total]),
    [
      ['kg', 500],
      ['KHR', 1_000_000],
    ],
  )
  assert.equal(sheet.shifts[0]?.note, note)
  for (const number of [one, two]) assert.ok(!JSON.stringify(sheet).includes(number))
  for (const language of languages) {
    const said = sayDaySheet(sheet, poipet, language)
    assert.ok(said.tables.every(({ head, rows }) => rows.every((row) => row.length === head.length)))
    const printed = await open.server.inject({
      url: `${url}.pdf?day=2026-11-20`,
      headers: { ...(await open.as(chief.role, chief.place)), 'accept-language': language },
    })
    assert.equal(printed.statusCode, 200, printed.payload.slice(0, 300))
    assert.equal(printed.headers['content-type'], 'application/pdf')
    assert.equal(printed.rawPayload.subarray(0, 5).toString(), '%PDF-')
  }
})

test('an order that was taken back before it began is neither on the sheet nor coming', async () => {
  const ministry = desk.at('interior-desk', 'KH')
  const instrument = { id: 'kh/back', title: { km: 'បទបញ្ជា', th: 'คำสั่ง', en: 'Order' }, issuer: 'Ministry', source: 'file' }
  const order = {
    ...{ id: 'kh/back', number: '1', state: 'KH', instrument, points: [poipet], stage: 'limited', startsAt: '2026-11-20T15:00+07:00' },
    sessions: [{ opens: '14:00', closes: '16:00', quota: 300 }],
  }
  assert.equal((await desk.post('/api/v1/orders', { requestId: desk.id(), order }, ministry)).status, 201)
  const live = async () => {
    const { orders, quotas } = await readLiveState({ ...open.instance, now: () => open.clock.now }, poipet)
    return [orders.coming, quotas.length, (await sheetOf()).orders.length]
  }
  assert.deepEqual(await live(), [['kh/back'], 1, 1])
  await desk.post('/api/v1/orders/kh/back/end', { requestId: desk.id(), reason: 'a mistake' }, ministry)
  assert.deepEqual(await live(), [[], 0, 0])
})

test('a day without anything is an empty sheet; another point, no day, no point are refused', async () => {
  const empty = await sheetOf('2026-11-19')
  assert.deepEqual([empty.counts, empty.referrals, empty.shifts, empty.goods], [[], [], [], []])
  assert.equal(code(await desk.get(`${url}?day=2026-02-30`, chief)), 'time.invalid')
  assert.equal((await desk.get(url, chief)).status, 400)
  assert.equal(code(await desk.get(`${url}?day=2026-11-20`, { role: 'checkpoint-officer', place: 'kh-th/malai' })), 'authority.place')
  assert.equal(code(await desk.get('/api/v1/crossing-points/kh-th/nowhere/day?day=2026-11-20', chief)), 'point.unknown')
  assert.equal(code(await desk.get(`${url}.pdf?day=2026-02-30`, chief)), 'time.invalid')
})
