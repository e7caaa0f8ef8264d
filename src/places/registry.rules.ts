import type { PointClass } from '../instruments/law.rules.ts'
import { type AreaCode, districtOf, type InstrumentId, type PointId, type StateCode } from '../kernel/code.ts'
import type { Language, Text } from '../kernel/language.ts'
import { addDays, type CivilDate, civilDateAt, type Instant, inForce } from '../kernel/time.ts'
import { hoursFrom, openToAt } from './open-to.rules.ts'
import { type Dated, type Opening, openingAt, type PointSchedule } from './opening.rules.ts'
import type { Order } from './order.rules.ts'

export type Instrument = {
  readonly id: InstrumentId
  readonly kind: string
  readonly title: Text
  readonly issuer: string
  readonly signedOn: CivilDate | null
  readonly source: string
}

export type Area = {
  readonly code: AreaCode
  readonly parent: string
  readonly level: string
  readonly name: { readonly en: string; readonly native: string }
  readonly from: CivilDate
  readonly until: CivilDate | null
  readonly instrument: InstrumentId
}

/** A side's name of the point; a name nobody has confirmed is absent, never guessed. */
export type PointNames = { readonly [L in Language]?: string }

export type CrossingPoint = PointSchedule & {
  readonly agreement: string
  /** Longitude and latitude in degrees (WGS 84). Confidence: A surveyed, B a published coordinate, C commune or grid square. */
  readonly location: { readonly lonLat: readonly [number, number]; readonly confidence: string } | null
  readonly sourceRow: number
  readonly sourceText: string
  readonly classes: readonly Dated<PointClass>[]
  readonly names: { readonly [S in StateCode]?: readonly Dated<PointNames>[] }
  readonly areas: { readonly [S in StateCode]?: readonly Dated<AreaCode>[] }
}

/** One effective-dated row about a point. */
export type PointFact = {
  readonly kind: 'class' | 'calendar' | 'status' | 'name' | 'area'
  readonly side: StateCode | 'both'
  readonly from: CivilDate
  readonly until: CivilDate | null
  readonly value: unknown
  readonly instrument: InstrumentId
}

export type Registry = {
  readonly instruments: readonly Instrument[]
  readonly areas: readonly Area[]
  readonly points: readonly CrossingPoint[]
  readonly orders: readonly Order[]
}

/** The value in force on `date`: of rows that overlap, the one that began last. */
export const valueOn = <T>(rows: readonly Dated<T>[] | undefined, date: CivilDate): T | undefined =>
  rows?.findLast((row) => inForce(row, date))?.value

export const findPoint = (registry: Registry, id: string): CrossingPoint | undefined => registry.points.find((point) => point.id === id)
export const findArea = (registry: Registry, code: string, date: CivilDate): Area | undefined =>
  registry.areas.findLast((area) => area.code === code && inForce(area, date))

/** As an area is called on `date`; one that has ended, as it was called last: people, passes and cases keep its code. */
export const areaNamed = (registry: Registry, code: string, date: CivilDate): Area | undefined =>
  registry.areas.findLast((area) => area.code === code && area.from <= date)

/** Every area that there is or was, each once, as `areaNamed` says. */
export const areasNamed = (registry: Registry, date: CivilDate): readonly Area[] => [
  ...new Map(registry.areas.filter(({ from }) => from <= date).map((area) => [area.code, area])).values(),
]

export const areasOn = (registry: Registry, date: CivilDate): readonly Area[] => registry.areas.filter((area) => inForce(area, date))

/** Is the code one of the registry on `date`? Below the districts, which is as deep as the registry goes, the district must be. */
export const isKnownArea = (registry: Registry, code: AreaCode, date: CivilDate): boolean =>
  findArea(registry, code, date) !== undefined || (code !== districtOf(code) && findArea(registry, districtOf(code), date) !== undefined)

/** The public answer for one point at one instant; shell, HTTP and screens all print this. Instants stand in the point's own zone. */
export type PointOpening = {
  readonly point: PointId
  readonly at: string
  readonly open: boolean
  readonly until: string | null
  readonly nextOpen: string | null
  readonly instruments: readonly InstrumentId[]
}

export function pointOpening(registry: Registry, point: CrossingPoint, at: Instant): PointOpening {
  const opening: Opening = openingAt(point, registry.orders, at)
  const local = (instant: Instant | null) => instant && inZone(instant, point.zone)
  return {
    point: point.id,
    at: inZone(at, point.zone),
    open: opening.open,
    until: local(opening.until),
    nextOpen: local(opening.nextOpen),
    instruments: opening.instruments,
  }
}

/** The public entry of one point on the day of `at`: what a traveller needs, with both sides' names. */
export function pointEntry(registry: Registry, point: CrossingPoint, at: Instant) {
  const date = civilDateAt(at, point.zone)
  const perSide = <T>(pick: (side: StateCode) => T) => Object.fromEntries(point.sides.map((side) => [side, pick(side)])) as Record<string, T>
  return {
    ...pointOpening(registry, point, at),
    openTo: openToAt(point, registry.orders, at),
    ...hoursFrom(point, registry.orders, at),
    class: valueOn(point.classes, date) ?? null,
    status: valueOn(point.status, date) ?? null,
    names: perSide((side) => valueOn(point.names[side], date) ?? {}),
    areas: perSide((side) => valueOn(point.areas[side], date) ?? null),
    calendars: perSide((side) => {
      const row = point.calendars[side]?.findLast((calendar) => inForce(calendar, date))
      return row ? { ...row.value, instrument: row.instrument } : null
    }),
    holidays: perSide((side) => holidaysAhead(point, side, date)),
    openedOn: point.status[0]?.from ?? null,
    location: point.location && { lonLat: [...point.location.lonLat], approximate: point.location.confidence === 'C' },
  }
}
const holidaysToldAhead = 60
function holidaysAhead(point: CrossingPoint, side: StateCode, date: CivilDate): CivilDate[] {
  if (!point.calendars[side]?.some(({ value }) => value.holidays !== undefined)) return []
  return [...(point.holidays?.[side] ?? [])].filter((day) => day >= date && day <= addDays(date, holidaysToldAhead)).sort()
}
export type PointEntry = ReturnType<typeof pointEntry>

/** An instant as the clock of a zone tells it. */
export const inZone = (instant: Instant, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', fractionalSecondDigits: 0 })
