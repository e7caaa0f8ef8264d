import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { borderZone, type CivilDate, civilDateAt, type Instant, inForce } from '../kernel/time.ts'
import { projectRoot } from '../platform/config.ts'

/** What no law says and somebody must set: dated rows of data/operating-parameters.json, each with the instrument that sets it. The unit stands in the name. */
export const operatingParameters = [
  'session.hours-max',
  'session.idle-minutes-of-signers',
  'session.idle-minutes',
  'session.fresh-minutes',
  'session.at-once-max',
  'invitation.hours-max',
  'invitation.hours-max-of-first-administrator',
  'recovery.hours-max',
  'role.starts-within-days-max',
  'role.days-max',
  'search.per-hour-max',
  'search.per-day-max',
  'photo.months-max',
  'application.lapses-after-days',
  'payment.request-minutes',
  'payment.watch-hours',
  'near-people.per-hour-max',
  'near-people.per-day-max',
  'portal.requests-per-minute-max',
  'portal.guesses-per-quarter-hour-max',
  'portal.guesses-of-a-number-per-quarter-hour-max',
  'portal.writings-per-day-max',
  'portal.online-drafts-of-an-office-max',
  'portal.answer-milliseconds-min',
  'numbers.share-days',
  'office.opens-hour',
  'office.closes-hour',
  'clerk.cases-per-hour',
  'arrival.hours-max',
  'travel.kilometres-per-hour-max',
  'undo.seconds-max',
  'sheet.minutes-from-movement-max',
  'sheet.minutes-ahead-max',
  'sheet.days-back-max',
  'watch.days-max',
  'watch.allow-days-max',
  'watch.import-rows-max',
  'shift.idle-minutes',
  'rebuttal.answer-days',
  'stay.told-beyond-days-max',
  'lent.shown-days',
  'order.own-past-minutes-max',
  'order.neighbour-past-hours-max',
  'order.preview-days',
  'order.preview-seconds-max',
  'order.paper-kilobytes-max',
  'message.tries-max',
  'message.retry-seconds',
  'message.retry-minutes-max',
  'message.answer-seconds-max',
  'message.hours-max',
  'watch.chance-per-million-max',
  'watch.expiring-days',
] as const
export type OperatingParameter = (typeof operatingParameters)[number]

type Row = {
  readonly parameter: OperatingParameter
  readonly from: CivilDate
  readonly until: CivilDate | null
  readonly value: number
  readonly instrument: string
}

/** The value in force at an instant, by the border's calendar. */
export type OperatingParameters = (parameter: OperatingParameter, at: Instant) => number

const date = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
const schema = Compile(
  Type.Array(
    Type.Object(
      {
        parameter: Type.Union(operatingParameters.map((name) => Type.Literal(name))),
        from: date,
        until: Type.Union([date, Type.Null()]),
        value: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
        instrument: Type.String({ minLength: 1 }),
      },
      { additionalProperties: false },
    ),
  ),
)

/** @throws when the file has not the agreed form, or has two rows for one day. */
export function parseOperatingParameters(json: string): OperatingParameters {
  const read: unknown = JSON.parse(json)
  if (!schema.Check(read)) throw new Error('data/operating-parameters.json has not the agreed form')
  const rows = read as unknown as readonly Row[]
  for (const parameter of operatingParameters) {
    const periods = rows.filter((row) => row.parameter === parameter).sort((one, other) => (one.from < other.from ? -1 : 1))
    if (periods.length === 0) throw new Error(`data/operating-parameters.json has no ${parameter}`)
    const overlap = periods.find((row, index) => index > 0 && (periods[index - 1]?.until ?? '9999') > row.from)
    if (overlap) throw new Error(`data/operating-parameters.json has two values of ${parameter} on ${overlap.from}`)
  }
  // Asked at every request: one day's values are kept until the day changes.
  let day = '' as CivilDate
  let values = new Map<OperatingParameter, number>()
  return (parameter, at) => {
    const today = civilDateAt(at, borderZone)
    if (today !== day) {
      day = today
      values = new Map(rows.filter((row) => inForce(row, today)).map((row) => [row.parameter, row.value]))
    }
    const value = values.get(parameter)
    if (value === undefined) throw new Error(`${parameter} has no value on ${today}`)
    return value
  }
}

export const readOperatingParameters = (file = join(projectRoot, 'data', 'operating-parameters.json')): OperatingParameters =>
  parseOperatingParameters(readFileSync(file, 'utf8'))
