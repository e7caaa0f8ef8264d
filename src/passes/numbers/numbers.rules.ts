import type { WorkingCalendar } from '../../instruments/calendar.rules.ts'
import { dueDate } from '../../instruments/calendar.rules.ts'
import { type Law, lawOn } from '../../instruments/law.rules.ts'
import type { AreaCode } from '../../kernel/code.ts'
import type { CivilDate, Instant } from '../../kernel/time.ts'
import { type ApplicationKind, type ApplicationState, applicationKinds, type RejectionGround, rejectionGrounds } from '../application.rules.ts'
import { dueFor, isDueProvisional, waitsOnOffice } from '../due.rules.ts'
import type { CountedThing } from './counters.rules.ts'

/** States in which a case still wants something of somebody. */
export const pendingStates = [
  'submitted',
  'incomplete',
  'paid',
  'under-review',
  'approved',
  'signed',
  'produced',
] as const satisfies readonly ApplicationState[]
export type PendingState = (typeof pendingStates)[number]

/** Cases of an office that wait in one state, complete and paid on one day; null: not paid. */
export type PendingRow = {
  readonly office: AreaCode
  readonly state: PendingState
  readonly completedOn: CivilDate | null
  readonly n: number
  readonly oldest: Instant | null
}
/** Counted on one day, in all, or (`window`) in the days of the share. */
export type CountedRow = {
  readonly of: 'day' | 'total' | 'window'
  readonly office: AreaCode
  readonly what: CountedThing
  readonly detail: string
  readonly day: CivilDate | null
  readonly n: number
}
type Both<T> = { readonly day: T; readonly total: T }
export type OfficeNumbers = {
  readonly office: AreaCode
  readonly issued: Both<Readonly<Record<ApplicationKind, number>>>
  readonly pending: Readonly<Record<PendingState, number>>
  readonly late: number
  /** What waits is late, or not yet, by holidays that are computed and not announced. */
  readonly lateProvisional: boolean
  /** What has waited for the office longest since it was complete and paid. */
  readonly oldestWaiting: { readonly since: Instant; readonly dueOn: CivilDate | null; readonly dueProvisional: boolean } | null
  readonly rejected: Both<Readonly<Record<RejectionGround, number>>>
  readonly withdrawn: Both<number>
  readonly lapsed: Both<number>
  readonly produced: Both<number>
  readonly collected: Both<number>
  /** Of what was produced in the days of the share: by its due day, within the target, and what has no due day on record; `provisional`: by holidays that are computed. */
  readonly share: {
    readonly produced: number
    readonly onTime: number
    readonly withinTarget: number
    readonly unknown: number
    readonly provisional: boolean
  }
}

export type Counted = {
  readonly offices: readonly AreaCode[]
  readonly pending: readonly PendingRow[]
  readonly counted: readonly CountedRow[]
}
export type Deadlines = { readonly law: Law; readonly calendar: WorkingCalendar; readonly today: CivilDate }

/** The numbers of each office, in their order, with the offices of old that have some. */
export function officeNumbers({ offices, pending, counted }: Counted, deadlines: Deadlines): OfficeNumbers[] {
  const every = [...new Set([...offices, ...pending.map(({ office }) => office), ...counted.map(({ office }) => office)])].toSorted()
  return every.map((office) =>
    numbersOf(
      office,
      pending.filter((row) => row.office === office),
      counted.filter((row) => row.office === office),
      deadlines,
    ),
  )
}

function numbersOf(office: AreaCode, pending: readonly PendingRow[], counted: readonly CountedRow[], deadlines: Deadlines): OfficeNumbers {
  const sum = (of: CountedRow['of'], what: CountedThing, detail?: string) =>
    total(counted.filter((row) => row.of === of && row.what === what && (detail === undefined || row.detail === detail)))
  const both = (what: CountedThing): Both<number> => ({ day: sum('day', what), total: sum('total', what) })
  const split = <K extends string>(what: CountedThing, keys: readonly K[]): Both<Record<K, number>> => ({
    day: byKey(keys, (key) => sum('day', what, key)),
    total: byKey(keys, (key) => sum('total', what, key)),
  })
  return {
    office,
    issued: split('issued', applicationKinds),
    pending: byKey(pendingStates, (state) => total(pending.filter((row) => row.state === state))),
    late: total(pending.filter((row) => isLate(row, deadlines))),
    lateProvisional: pending.some((row) => isDueProvisional(deadlines.calendar, dueOf(row, deadlines))),
    oldestWaiting: oldestOf(pending, deadlines),
    rejected: split('rejected', rejectionGrounds),
    withdrawn: both('withdrawn'),
    lapsed: both('lapsed'),
    produced: both('produced'),
    collected: both('collected'),
    share: shareOf(
      counted.filter(({ of }) => of === 'window'),
      deadlines,
    ),
  }
}

/** Cases of one day are late together: working days are the calendar's question, never SQL's. */
function isLate(row: PendingRow, deadlines: Deadlines): boolean {
  const due = dueOf(row, deadlines)
  return due !== null && due < deadlines.today
}

const dueOf = ({ state, completedOn }: PendingRow, { law, calendar }: Deadlines): CivilDate | null =>
  waitsOnOffice(state) && completedOn !== null ? dueFor(law, calendar, completedOn) : null

function oldestOf(pending: readonly PendingRow[], { law, calendar }: Deadlines): OfficeNumbers['oldestWaiting'] {
  const waiting = pending.flatMap(({ state, completedOn, oldest }) =>
    waitsOnOffice(state) && completedOn !== null && oldest !== null ? [{ completedOn, since: oldest }] : [],
  )
  const [first] = waiting.toSorted((one, other) => (one.since < other.since ? -1 : 1))
  if (!first) return null
  const due = dueFor(law, calendar, first.completedOn)
  return { since: first.since, dueOn: due, dueProvisional: isDueProvisional(calendar, due) }
}

/** On time: produced on the due day or before. The target is the same count with the days that the office aims at. */
export function shareOf(produced: readonly CountedRow[], { law, calendar }: Pick<Deadlines, 'law' | 'calendar'>): OfficeNumbers['share'] {
  const share = { produced: 0, onTime: 0, withinTarget: 0, unknown: 0, provisional: false }
  for (const { detail, day, n } of produced) {
    const completedOn = detail === '' ? null : (detail as CivilDate)
    const due = completedOn && dueFor(law, calendar, completedOn)
    const target = completedOn && targetFor(law, calendar, completedOn)
    share.produced += n
    if (n > 0 && isDueProvisional(calendar, due)) share.provisional = true
    if (due === null || day === null) share.unknown += n
    else if (day <= due) share.onTime += n
    if (target !== null && day !== null && day <= target) share.withinTarget += n
  }
  return share
}

function targetFor(law: Law, calendar: WorkingCalendar, completedOn: CivilDate): CivilDate | null {
  const days = lawOn(law, 'application.due', calendar.state, completedOn)?.value.workingDaysTarget
  const target = days === undefined ? undefined : dueDate(calendar, completedOn, days)
  return target?.ok ? target.value : null
}

const total = (rows: readonly { readonly n: number }[]): number => rows.reduce((sum, { n }) => sum + n, 0)
const byKey = <K extends string>(keys: readonly K[], value: (key: K) => number): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, number>
