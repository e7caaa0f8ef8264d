// Goal: an amount is read as people type it here, and never guessed; a line is sent whole or not at all; who rides is who was let through. Method: tables.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '../../kernel/time.ts'
import { clockOff } from './clock-off.ts'
import { amountOf, emptyLine, isWrongAmount, lineOf } from './goods-draft.ts'
import { secondsLeft } from './undo-time.ts'
import { correctionOf, type OpenVehicle, type VehicleOnRecord, withoutRider, withRider } from './vehicle.ts'

const amounts: [typed: string, is: number | undefined][] = [
  ['12', 12],
  ['១២', 12],
  ['๑๒.๕', 12.5],
  ['1,500', 1500],
  ['1 500 000', 1_500_000],
  ['1,500,000.25', 1_500_000.25],
  ['0', 0],
  ['1,5', undefined],
  ['-3', undefined],
  ['+3', undefined],
  ['3e5', undefined],
  ['12.3456', undefined],
  ['.5', undefined],
  ['', undefined],
  ['NaN', undefined],
]
test('amounts', () => {
  for (const [typed, is] of amounts) assert.equal(amountOf(typed), is, typed)
})

test('a line is sent when it has a chapter, a quantity above zero and a value', () => {
  const whole = { ...emptyLine(0, 'KHR'), chapter: '10', quantity: '12', value: '0', customsReference: '  ' }
  assert.deepEqual(lineOf(whole), {
    ...{ chapter: '10', nature: 'seen', quantity: 12, unit: 'kg', value: 0, currency: 'KHR', customsReference: null, photo: null },
  })
  for (const part of [{ chapter: '' }, { quantity: '0' }, { quantity: '-1' }, { value: '' }]) assert.equal(lineOf({ ...whole, ...part }), undefined)
})

test('the first who is let through drives; nobody rides twice; an undone movement leaves the sheet', () => {
  const empty: OpenVehicle = { id: 'v', class: 'car', wheels: 4, plate: null, trailerPlate: null, driver: null, riders: [] }
  const [one, two] = [
    { movement: '1', name: 'A' },
    { movement: '2', name: 'B' },
  ]
  const both = withRider(withRider(withRider(empty, one), two), one)
  assert.deepEqual([both.driver, both.riders.length], ['1', 2])
  assert.deepEqual(withoutRider(both, '1'), { ...empty, driver: null, riders: [two] })
  assert.deepEqual(withoutRider(both, '2'), { ...empty, driver: '1', riders: [one] })
})

test('a sheet that is put right keeps who still rides; an undone driver has to be scanned anew', () => {
  const sheet: VehicleOnRecord = {
    ...{ id: 's', class: 'car', wheels: 4, plate: null, trailer: null, lane: '2', direction: 'exit', replacedBy: null },
    ...{ occurredAt: '2026-11-20T02:00:00.000Z' as Instant, driver: 'd', passengers: ['p', 'q'], undone: [] },
  }
  const of = (undone: string[]) => correctionOf({ ...sheet, undone: undone.map((movement) => ({ movement })) })
  const ridersOf = (undone: string[]) => of(undone).riders.map(({ movement }) => movement)
  assert.deepEqual([of([]).driver, ridersOf([])], ['d', ['d', 'p', 'q']])
  assert.deepEqual([of(['q']).driver, ridersOf(['q'])], ['d', ['d', 'p']])
  assert.deepEqual([of(['d']).driver, ridersOf(['d'])], [null, ['p', 'q']])
  assert.deepEqual(of([]).old, { id: 's', lane: '2', occurredAt: sheet.occurredAt })
})

const clocks: [aheadMs: number, off: ReturnType<typeof clockOff>][] = [
  [0, null],
  [300_000, null],
  [-300_000, null],
  [300_001, { unit: 'minutes', n: 5 }],
  [-7_200_000, { unit: 'hours', n: 2 }],
  [3 * 86_400_000, { unit: 'days', n: 3 }],
]
test('a clock that is more than five minutes off is said to be, in a unit to read', () => {
  for (const [aheadMs, off] of clocks) assert.deepEqual(clockOff(aheadMs), off, `${aheadMs}`)
})

test('seconds to undo run down to none', () => {
  const last = { id: '1', name: 'A', recordedMs: 1_000_000, state: 'open', problem: null } as const
  const left: [ms: number, is: number][] = [
    [1_000_000, 60],
    [1_000_001, 60],
    [1_059_001, 1],
    [1_060_000, 0],
    [9_000_000, 0],
    // The tablet's clock was set back meanwhile.
    [500_000, 60],
  ]
  for (const [ms, is] of left) assert.equal(secondsLeft(last, ms, 60), is, `${ms}`)
})

test('a wrong amount is said, and what is not typed yet is not', () => {
  for (const typed of ['-3', '0', '0.0', '1e3', '12,5', 'x']) assert.equal(isWrongAmount(typed, 'quantity'), true, typed)
  for (const typed of ['', '12', '1,500', '១២', '0.5']) assert.equal(isWrongAmount(typed, 'quantity'), false, typed)
  assert.deepEqual([isWrongAmount('0', 'value'), isWrongAmount('-1', 'value')], [false, true])
})
