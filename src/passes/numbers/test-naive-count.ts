import type pg from 'pg'
import { dueDate, type WorkingCalendar } from '../../instruments/calendar.rules.ts'
import { type Law, lawOn } from '../../instruments/law.rules.ts'
import { type CivilDate, type Instant, instantOfMs } from '../../kernel/time.ts'

type Row = {
  readonly office: string
  readonly state: string
  readonly kind: string
  readonly ground: string | null
} & Readonly<Record<'paid_at' | 'corrected_at' | 'signed_at' | 'produced_at' | 'collected_at' | 'closed_at', string | null>>

const kinds = ['new', 'replacement', 'extension']
const states = ['submitted', 'incomplete', 'paid', 'under-review', 'approved', 'signed', 'produced']
const grounds = ['papers', 'identity', 'address', 'photo', 'fraud-suspected', 'other']

/** The numbers of an office the long way: every row looked at, one after the other, nothing of the rules under test but the calendar. */
export async function countNaively(
  pool: Pick<pg.Pool, 'query'>,
  office: string,
  { law, calendar, now, on, shareDays }: { law: Law; calendar: WorkingCalendar; now: Instant; on: string; shareDays: number },
) {
  const { rows } = await pool.query<Row>('select * from application where office = $1', [office])
  const today = borderDay(now)
  const since = new Date(Date.parse(on) - (shareDays - 1) * 86_400_000).toISOString().slice(0, 10)
  const completedOf = ({ paid_at: paid, corrected_at: corrected }: Row) => (paid && corrected && corrected > paid ? corrected : paid)
  const dayIn = (row: Row, days: 'workingDaysMax' | 'workingDaysTarget') => {
    const completed = completedOf(row)
    if (!completed) return undefined
    const value = lawOn(law, 'application.due', calendar.state, borderDay(completed) as CivilDate)?.value[days]
    const due = value === undefined ? undefined : dueDate(calendar, borderDay(completed) as CivilDate, value)
    return due?.ok ? due.value : undefined
  }
  const isComputed = (due: string | undefined) => due !== undefined && Number(due.slice(0, 4)) > calendar.checkedUntil
  const how = (of: (row: Row) => boolean) => rows.filter(of).length
  const both = (column: 'signed_at' | 'produced_at' | 'collected_at' | 'closed_at', of: (row: Row) => boolean = () => true) => ({
    day: how((row) => row[column] !== null && borderDay(row[column]) === on && of(row)),
    total: how((row) => row[column] !== null && borderDay(row[column]) <= on && of(row)),
  })
  const split = (column: 'signed_at' | 'closed_at', keys: string[], of: (row: Row, key: string) => boolean) => {
    const each = keys.map((key) => [key, both(column, (row) => of(row, key))] as const)
    return {
      day: Object.fromEntries(each.map(([key, { day }]) => [key, day])),
      total: Object.fromEntries(each.map(([key, { total }]) => [key, total])),
    }
  }
  const waiting = rows.filter(({ state, ...row }) => ['paid', 'under-review', 'approved', 'signed'].includes(state) && row.paid_at !== null)
  const oldest = waiting.toSorted((one, other) => String(completedOf(one)).localeCompare(String(completedOf(other))))[0]
  const made = rows.filter(({ produced_at: at }) => at !== null && borderDay(at) >= since && borderDay(at) <= on)
  const madeBy = (row: Row, last: string | undefined) => last !== undefined && borderDay(row.produced_at ?? '') <= last
  return {
    office,
    issued: split('signed_at', kinds, ({ kind }, key) => kind === key),
    pending: Object.fromEntries(states.map((state) => [state, how((row) => row.state === state)])),
    late: waiting.filter((row) => (dayIn(row, 'workingDaysMax') ?? '9999') < today).length,
    lateProvisional: waiting.some((row) => isComputed(dayIn(row, 'workingDaysMax'))),
    oldestWaiting: oldest
      ? { since: completedOf(oldest), dueOn: dayIn(oldest, 'workingDaysMax') ?? null, dueProvisional: isComputed(dayIn(oldest, 'workingDaysMax')) }
      : null,
    rejected: split('closed_at', grounds, ({ state, ground }, key) => state === 'rejected' && ground === key),
    withdrawn: both('closed_at', ({ state }) => state === 'withdrawn'),
    lapsed: both('closed_at', ({ state }) => state === 'lapsed'),
    produced: both('produced_at'),
    collected: both('collected_at'),
    share: {
      produced: made.length,
      onTime: made.filter((row) => madeBy(row, dayIn(row, 'workingDaysMax'))).length,
      withinTarget: made.filter((row) => madeBy(row, dayIn(row, 'workingDaysTarget'))).length,
      unknown: made.filter((row) => dayIn(row, 'workingDaysMax') === undefined).length,
      provisional: made.some((row) => isComputed(dayIn(row, 'workingDaysMax'))),
    },
  }
}

const borderDay = (at: string): string => instantOfMs(Date.parse(at) + 7 * 3_600_000).slice(0, 10)
