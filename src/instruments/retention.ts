import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import type { InstrumentId } from '../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt, dayMs, epochMs, type Instant, inForce, instantOfMs } from '../kernel/time.ts'
import { projectRoot } from '../platform/config.ts'

/** What is kept for a time, and what is kept for good: dated rows of data/retention.json, each with the instrument that sets it. */
export const retentionKinds = [
  'closed-application',
  'superseded-photo',
  'draft',
  'lost-report',
  'complaint',
  'public-count',
  'unsigned-list',
  'person-read',
  'session',
  'challenge',
  'invitation',
  'attempt-count',
  'import-file',
  'import',
  'movement',
  'sheet',
  'rebuttal',
  'pass',
  'event',
  'message',
  'watch-entry',
] as const
export type RetentionKind = (typeof retentionKinds)[number]

export type RetentionPeriod = {
  readonly kind: RetentionKind
  readonly what: string
  /** Days after it was over; null: kept. */
  readonly days: number | null
  readonly from: CivilDate
  readonly until: CivilDate | null
  readonly instrument: InstrumentId
}
/** Every kind's period on the day of an instant. */
export type RetentionPeriods = (at: Instant) => { readonly [K in RetentionKind]: RetentionPeriod }

const date = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
const schema = Compile(
  Type.Array(
    Type.Object(
      {
        kind: Type.Union(retentionKinds.map((kind) => Type.Literal(kind))),
        what: Type.String({ minLength: 1 }),
        days: Type.Union([Type.Integer({ minimum: 1, maximum: 36_500 }), Type.Null()]),
        from: date,
        until: Type.Union([date, Type.Null()]),
        instrument: Type.String({ minLength: 1 }),
      },
      { additionalProperties: false },
    ),
  ),
)

/** @throws when the file has not the agreed form, or not exactly one period of each kind on the asked day. */
export function parseRetention(json: string): RetentionPeriods {
  const read: unknown = JSON.parse(json)
  if (!schema.Check(read)) throw new Error('data/retention.json has not the agreed form')
  const rows = read as unknown as readonly RetentionPeriod[]
  return (at) => {
    const today = civilDateAt(at, borderZone)
    const periods = retentionKinds.map((kind) => {
      const [period, second] = rows.filter((row) => row.kind === kind && inForce(row, today))
      if (!period || second) throw new Error(`data/retention.json has ${second ? 'two periods' : 'no period'} of ${kind} on ${today}`)
      return [kind, period] as const
    })
    return Object.fromEntries(periods) as { [K in RetentionKind]: RetentionPeriod }
  }
}

export const readRetention = (file = join(projectRoot, 'data', 'retention.json')): RetentionPeriods => parseRetention(readFileSync(file, 'utf8'))

/** What was over before this instant is to go; undefined: the kind is kept. */
export const goesBefore = ({ days }: RetentionPeriod, now: Instant): Instant | undefined =>
  days === null ? undefined : instantOfMs(epochMs(now) - days * dayMs)
