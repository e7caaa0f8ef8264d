import { type Law, lawOn } from '../instruments/law.rules.ts'
import type { CommandId, PointId, StateCode } from '../kernel/code.ts'
import { addDays, borderZone, type CivilDate, civilDateAt, type Instant } from '../kernel/time.ts'
import type { Direction } from '../places/order.rules.ts'

export const directions = ['exit', 'entry'] as const satisfies readonly Direction[]

/** One end of a stay: the movement that opened or closed it. */
export type StayEnd = { readonly movement: CommandId; readonly at: Instant; readonly point: PointId }

/** A time away from home. 'unmatched': its other end was never recorded; it stays on record as it is. */
export type Stay = {
  readonly number: number
  readonly state: 'open' | 'closed' | 'unmatched'
  readonly opened: StayEnd | null
  readonly closed: StayEnd | null
  readonly lawfulUntil: CivilDate | null
  /** Through which day a decision found it lawful (an accepted rebuttal); the days after count. */
  readonly lawfulThrough: CivilDate | null
  /** Raised by one at each change: two lanes that decided on one row cannot both win. */
  readonly version: number
}

/** What a verdict sees of it. */
export type StayFacts = Pick<Stay, 'state' | 'lawfulUntil'> & {
  readonly openedAt: Instant | null
  /** The holder's last admitted movement: what happened before it arrives late. */
  readonly lastAt: Instant | null
  readonly lastPoint: PointId | null
  /** Absent: no decision; in what was recorded before such days were named, `lawfulUntil` was null in its place. */
  readonly lawfulThrough?: CivilDate
}

export const stayFacts = (stay: Stay): StayFacts => ({
  state: stay.state,
  lawfulUntil: stay.lawfulUntil,
  openedAt: stay.opened?.at ?? null,
  lastAt: lastMovement(stay)?.at ?? null,
  lastPoint: lastMovement(stay)?.point ?? null,
  ...(stay.lawfulThrough !== null && { lawfulThrough: stay.lawfulThrough }),
})

/** Last lawful day of a stay that begins at `at` on `host`'s ground; null when the law sets none. The day of entry is day 1 where the parameter says so. `days`: another number than the agreement's; null: none. */
export function lawfulUntilOf(law: Law, host: StateCode, at: Instant, days?: number | null): CivilDate | null {
  const entered = civilDateAt(at, borderZone)
  const row = lawOn(law, 'stay.days', host, entered)?.value
  if (!row || days === null) return null
  const granted = days ?? row.daysPerEntry
  return addDays(entered, row.countEntryDay ? granted - 1 : granted)
}

/** The last lawful day when the days on which orders kept the way shut do not count: each such day up to the new end moves it by one. */
export function lawfulWithTolled(lawfulUntil: CivilDate, tolled: readonly CivilDate[]): CivilDate {
  let until = lawfulUntil
  for (const day of [...tolled].sort()) if (day <= until) until = addDays(until, 1)
  return until
}

/** The last lawful day with everything counted: by law with tolled days, or the day that a decision named, if that is later. A decision has judged the closed days before its day; where the way is shut on it, the next open day takes its place.
 *  `tolled`: the days that moved it. */
export function lastLawfulDay(
  { lawfulUntil, lawfulThrough = null }: { readonly lawfulUntil: CivilDate; readonly lawfulThrough?: CivilDate | null },
  tolled: readonly CivilDate[],
): { readonly until: CivilDate; readonly tolled: readonly CivilDate[] } {
  const [byLaw, since] = [lawfulWithTolled(lawfulUntil, tolled), tolled.filter((day) => lawfulThrough !== null && day >= lawfulThrough)]
  const byDecision = lawfulThrough === null ? byLaw : lawfulWithTolled(lawfulThrough, since)
  const [until, days] = byDecision > byLaw ? [byDecision, since] : [byLaw, tolled]
  return { until, tolled: days.filter((day) => day <= until) }
}

/** The rows an admitted movement leaves behind, given the holder's latest one. Every cell is answered:
 *  away  × no open stay → a new open one;          away × open stay → the old one stays unmatched, a new open one
 *  home  × open stay    → it closes;               home × no open stay → a new unmatched one, its exit missing
 *  A movement from before the last one (a device that was offline) changes no stay: it is on record, flagged, and a person looks. */
export function applyToStays(
  latest: Stay | null,
  movement: { end: StayEnd; homeward: boolean; lawfulUntil: CivilDate | null },
): { changed: Stay[]; latest: Stay | null } {
  const last = lastMovement(latest)
  if (last && movement.end.at < last.at) return { changed: [], latest }
  const number = (latest?.number ?? 0) + 1
  const openStay = latest?.state === 'open' ? latest : null
  if (movement.homeward) {
    const closed: Stay = openStay
      ? { ...openStay, state: 'closed', closed: movement.end, version: openStay.version + 1 }
      : { number, state: 'unmatched', opened: null, closed: movement.end, lawfulUntil: null, lawfulThrough: null, version: 1 }
    return { changed: [closed], latest: closed }
  }
  const opened: Stay = {
    number,
    state: 'open',
    opened: movement.end,
    closed: null,
    lawfulUntil: movement.lawfulUntil,
    lawfulThrough: null,
    version: 1,
  }
  const left: Stay[] = openStay ? [{ ...openStay, state: 'unmatched', version: openStay.version + 1 }] : []
  return { changed: [...left, opened], latest: opened }
}

/** The last admitted movement of a holder, as the latest stay tells it. */
export function lastMovement(stay: Stay | null): (StayEnd & { readonly closes: boolean }) | null {
  if (stay?.closed) return { ...stay.closed, closes: true }
  return stay?.opened ? { ...stay.opened, closes: false } : null
}
