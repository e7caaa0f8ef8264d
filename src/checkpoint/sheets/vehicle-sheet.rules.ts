import type { CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { type Plate, type PlateState, parsePlate, parseTrailerPlate } from '../../kernel/plate.ts'
import { epochMs, type Instant } from '../../kernel/time.ts'
import type { VehicleClass } from '../../kernel/vehicle.ts'
import type { VerdictOutcome } from '../../movements/verdict-table.rules.ts'
import type { Direction } from '../../places/order.rules.ts'

/** What is sensible for a class: bounds of its wheels, whether it carries a plate, whether it may draw a trailer with a plate of its own. */
export type ClassBounds = {
  readonly class: VehicleClass
  readonly wheelsMin: number
  readonly wheelsMax: number
  readonly plate: 'must' | 'may' | 'none'
  readonly trailer: boolean
}
export type WrittenPlate = { readonly written: string; readonly state: PlateState }
export type PlateOnSheet = Plate & { readonly written: string }
export type Plates = { readonly plate: PlateOnSheet | null; readonly trailer: PlateOnSheet | null }

/** The vehicle itself: its wheels fit its class, and its plates are plates; the trailer may be of another state. */
export function assessVehicle(
  asked: { readonly wheels: number; readonly plate: WrittenPlate | null; readonly trailerPlate: string | null },
  bounds: ClassBounds,
): Outcome<Plates> {
  const about = { class: bounds.class }
  if (!Number.isInteger(asked.wheels) || asked.wheels < bounds.wheelsMin || asked.wheels > bounds.wheelsMax)
    return refuse('sheet.wheels', { about: { ...about, wheels: asked.wheels, min: bounds.wheelsMin, max: bounds.wheelsMax } })
  if (asked.plate === null && bounds.plate === 'must') return refuse('plate.missing', { about })
  if (asked.plate !== null && bounds.plate === 'none') return refuse('plate.not-of-class', { about })
  if (asked.trailerPlate !== null && (!bounds.trailer || asked.plate === null)) return refuse('plate.not-of-class', { about })
  const plate = asked.plate === null ? null : readPlate(asked.plate, parsePlate)
  const trailer =
    asked.trailerPlate === null || asked.plate === null
      ? null
      : readPlate({ written: asked.trailerPlate, state: asked.plate.state }, parseTrailerPlate)
  return plate === undefined || trailer === undefined ? refuse('plate.malformed') : accept({ plate, trailer })
}

function readPlate(written: WrittenPlate, parse: typeof parsePlate): PlateOnSheet | undefined {
  const plate = parse(written)
  return plate && { ...plate, written: written.written.trim().replace(/\s+/g, ' ') }
}

export const seats = ['driver', 'passenger'] as const
export type Seat = (typeof seats)[number]
export type Rider = { readonly movement: CommandId; readonly seat: Seat }

/** One driver, and nobody twice. */
export function assessRiders({
  driver,
  passengers,
}: {
  readonly driver: CommandId | null
  readonly passengers: readonly CommandId[]
}): Outcome<Rider[]> {
  if (driver === null) return refuse('sheet.no-driver')
  if (new Set([driver, ...passengers]).size !== passengers.length + 1) return refuse('sheet.rider-twice')
  return accept([{ movement: driver, seat: 'driver' }, ...passengers.map((movement) => ({ movement, seat: 'passenger' as const }))])
}

/** A movement as a sheet needs it. */
export type SheetMovement = {
  readonly id: CommandId
  readonly cell: number
  readonly point: string
  readonly direction: Direction
  readonly outcome: VerdictOutcome
  readonly occurredAt: Instant
}

/** Only who was let through rides, drives or brings goods. */
export const wentThrough = ({ outcome }: Pick<SheetMovement, 'outcome'>): boolean => outcome === 'admit' || outcome === 'admit-with-flag'

/** Each rider's movement is known, of the sheet's point, direction and time, and was let through. */
export function assessMovements(
  riders: readonly Rider[],
  found: readonly SheetMovement[],
  sheet: { readonly point: string; readonly direction: Direction; readonly occurredAt: Instant; readonly minutesMax: number },
): Outcome<(Rider & { readonly cell: number })[]> {
  const byId = new Map(found.map((movement) => [movement.id, movement]))
  const placed: (Rider & { cell: number })[] = []
  for (const rider of riders) {
    const movement = byId.get(rider.movement)
    const about = { movement: rider.movement }
    if (!movement) return refuse('sheet.movement-unknown', { about })
    if (movement.point !== sheet.point) return refuse('sheet.other-point', { about })
    if (movement.direction !== sheet.direction) return refuse('sheet.other-direction', { about })
    if (!wentThrough(movement)) return refuse('sheet.not-admitted', { about })
    if (Math.abs(epochMs(movement.occurredAt) - epochMs(sheet.occurredAt)) > sheet.minutesMax * 60_000)
      return refuse('sheet.too-old', { about: { ...about, minutesMax: sheet.minutesMax } })
    placed.push({ ...rider, cell: movement.cell })
  }
  return accept(placed)
}

/** A sheet that is to be replaced: once, and by one about the same crossing. */
export function assessReplaced(
  old: { readonly replacedBy: string | null; readonly point: string; readonly direction: string } | undefined,
  sheet: { readonly point: string; readonly direction: string },
): Outcome<undefined> {
  if (!old) return refuse('sheet.not-found')
  if (old.replacedBy !== null) return refuse('sheet.replaced', { about: { sheet: old.replacedBy } })
  return old.point === sheet.point && old.direction === sheet.direction ? accept(undefined) : refuse('sheet.replaces-other')
}
