// Goal: a vehicle sheet is sound or refused with its one reason. Method: every class at the edges of its bounds; one fault at a time in a sound sheet, and two, to see which is said.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CommandId } from '../../kernel/code.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Instant } from '../../kernel/time.ts'
import { vehicleClasses } from '../../kernel/vehicle.ts'
import { outcomes } from '../../movements/verdict-table.rules.ts'
import { readVehicleClasses } from './sheet-data.ts'
import { assessMovements, assessReplaced, assessRiders, assessVehicle, type SheetMovement } from './vehicle-sheet.rules.ts'

const at = '2026-11-20T02:00:00.000Z' as Instant
const bounds = readVehicleClasses()
const said = (outcome: Outcome<unknown>): string => (outcome.ok ? 'sound' : outcome.refusal.code)
const plate = { written: ' 2A-1234 ', state: 'KH' } as const

for (const name of vehicleClasses)
  test(`a ${name}: wheels within its bounds, a plate as its class has one`, () => {
    const own = bounds(name, at)
    const carried = own.plate === 'none' ? null : plate
    const assess = (wheels: number) => said(assessVehicle({ wheels, plate: carried, trailerPlate: null }, own))
    assert.deepEqual([own.wheelsMin, own.wheelsMax].map(assess), ['sound', 'sound'])
    for (const wheels of [own.wheelsMin - 1, own.wheelsMax + 1, 0, -4, 4.5, Number.NaN, 1e300])
      assert.equal(assess(wheels), 'sheet.wheels', String(wheels))
    const without = said(assessVehicle({ wheels: own.wheelsMin, plate: null, trailerPlate: null }, own))
    assert.equal(without, own.plate === 'must' ? 'plate.missing' : 'sound')
    const withPlate = said(assessVehicle({ wheels: own.wheelsMin, plate, trailerPlate: null }, own))
    assert.equal(withPlate, own.plate === 'none' ? 'plate.not-of-class' : 'sound')
    const drawn = said(assessVehicle({ wheels: own.wheelsMin, plate: carried, trailerPlate: '4A-1111' }, own))
    assert.equal(drawn, own.trailer && carried ? 'sound' : 'plate.not-of-class')
  })

test('plates are kept as written beside their form; what is no plate is refused', () => {
  const read = assessVehicle({ wheels: 22, plate, trailerPlate: '៤A ១១១១' }, bounds('trailer-truck', at))
  assert.ok(read.ok)
  assert.deepEqual(read.value, {
    plate: { written: '2A-1234', state: 'KH', normal: '2A1234', province: null },
    trailer: { written: '៤A ១១១១', state: 'KH', normal: '4A1111', province: null },
  })
  for (const [written, trailerPlate] of [
    ['', null],
    ['truck', null],
    ['กข 1234', null],
    ['2A-1234', 'x'],
  ] as const)
    assert.equal(said(assessVehicle({ wheels: 6, plate: { written, state: 'KH' }, trailerPlate }, bounds('truck', at))), 'plate.malformed')
})

test('a trailer is of the state whose letters it bears, else of the vehicle’s, else of one that it can be of', () => {
  const stateOf = (trailerPlate: string, state: 'KH' | 'TH' = 'KH') => {
    const written = state === 'KH' ? '2A-1234' : '1กข 1234'
    const read = assessVehicle({ wheels: 22, plate: { written, state }, trailerPlate }, bounds('trailer-truck', at))
    return read.ok ? read.value.trailer?.state : read.refusal.code
  }
  assert.deepEqual([stateOf('1กก 1234'), stateOf('3A-1111'), stateOf('3A-1111', 'TH'), stateOf('ភ្នំពេញ 3A-1111', 'TH')], ['TH', 'KH', 'KH', 'KH'])
})

const id = (n: number) => `01980000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}` as CommandId
test('one driver, and nobody twice', () => {
  assert.equal(said(assessRiders({ driver: null, passengers: [id(1)] })), 'sheet.no-driver')
  assert.equal(said(assessRiders({ driver: id(1), passengers: [id(1)] })), 'sheet.rider-twice')
  assert.equal(said(assessRiders({ driver: id(1), passengers: [id(2), id(2)] })), 'sheet.rider-twice')
  assert.deepEqual(assessRiders({ driver: id(1), passengers: [id(2)] }), {
    ok: true,
    value: [
      { movement: id(1), seat: 'driver' },
      { movement: id(2), seat: 'passenger' },
    ],
  })
})

const riders = [
  { movement: id(1), seat: 'driver' as const },
  { movement: id(2), seat: 'passenger' as const },
]
const sheet = { point: 'kh-th/poipet', direction: 'exit' as const, occurredAt: at, minutesMax: 60 }
const movement = (n: number, more: Partial<SheetMovement> = {}): SheetMovement => ({
  id: id(n),
  cell: n,
  point: sheet.point,
  direction: 'exit',
  outcome: 'admit',
  occurredAt: at,
  ...more,
})

const faults: [name: string, code: string, passenger: Partial<SheetMovement> | undefined][] = [
  ['unknown', 'sheet.movement-unknown', undefined],
  ['of another point', 'sheet.other-point', { point: 'kh-th/malai' }],
  ['of the other direction', 'sheet.other-direction', { direction: 'entry' }],
  ['an hour before, less nothing', 'sound', { occurredAt: '2026-11-20T01:00:00.000Z' as Instant }],
  ['an hour and a millisecond before', 'sheet.too-old', { occurredAt: '2026-11-20T00:59:59.999Z' as Instant }],
  ['an hour after', 'sound', { occurredAt: '2026-11-20T03:00:00.000Z' as Instant }],
  ['later than that', 'sheet.too-old', { occurredAt: '2026-11-20T03:00:00.001Z' as Instant }],
  ['of another point and refused', 'sheet.other-point', { point: 'kh-th/malai', outcome: 'refuse' }],
]
for (const [name, code, more] of faults)
  test(`a passenger's movement ${name}: ${code}`, () => {
    assert.equal(said(assessMovements(riders, [movement(1), ...(more ? [movement(2, more)] : [])], sheet)), code)
  })

for (const outcome of outcomes)
  test(`${outcome}: rides only who was let through`, () => {
    const sound = outcome === 'admit' || outcome === 'admit-with-flag'
    for (const [first, second] of [
      [outcome, 'admit'],
      ['admit', outcome],
    ] as const)
      assert.equal(
        said(assessMovements(riders, [movement(1, { outcome: first }), movement(2, { outcome: second })], sheet)),
        sound ? 'sound' : 'sheet.not-admitted',
      )
  })

test('a sheet is replaced once, by one about the same crossing', () => {
  const old = { replacedBy: null, point: sheet.point, direction: 'exit' }
  assert.equal(said(assessReplaced(old, sheet)), 'sound')
  assert.equal(said(assessReplaced(undefined, sheet)), 'sheet.not-found')
  assert.equal(said(assessReplaced({ ...old, replacedBy: id(9) }, sheet)), 'sheet.replaced')
  assert.equal(said(assessReplaced({ ...old, point: 'kh-th/malai' }, sheet)), 'sheet.replaces-other')
  assert.equal(said(assessReplaced({ ...old, direction: 'entry' }, sheet)), 'sheet.replaces-other')
})
