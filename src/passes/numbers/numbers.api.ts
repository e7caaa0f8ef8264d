import Type, { type Static } from 'typebox'
import { areaCode, isoDate, nullable } from '../../platform/schemas.ts'
import { applicationKinds, rejectionGrounds } from '../application.rules.ts'
import { countedThings } from './counters.rules.ts'
import { pendingStates } from './numbers.rules.ts'

const count = Type.Integer({ minimum: 0 })
const counts = <K extends string>(keys: readonly K[]) =>
  Type.Unsafe<Record<K, number>>(Type.Object(Object.fromEntries(keys.map((key) => [key, count]))))
const both = <T extends Type.TSchema>(of: T) => Type.Object({ day: of, total: of })

export const numbersQuery = Type.Object({ on: Type.Optional(isoDate), office: Type.Optional(areaCode) }, { additionalProperties: false })
export const numbersAnswer = Type.Object({
  asOf: Type.String({ description: 'the moment that every number is of' }),
  on: isoDate,
  since: Type.String({ description: 'the first day of the share on time' }),
  offices: Type.Array(
    Type.Object({
      office: Type.String(),
      issued: both(counts(applicationKinds)),
      pending: counts(pendingStates),
      late: count,
      lateProvisional: Type.Boolean({ description: 'what waits is late, or not yet, by holidays that are computed and not officially announced' }),
      oldestWaiting: nullable(Type.Object({ since: Type.String(), dueOn: nullable(isoDate), dueProvisional: Type.Boolean() })),
      rejected: both(counts(rejectionGrounds)),
      withdrawn: both(count),
      lapsed: both(count),
      produced: both(count),
      collected: both(count),
      share: Type.Object({ produced: count, onTime: count, withinTarget: count, unknown: count, provisional: Type.Boolean() }),
    }),
  ),
})
export type NumbersAnswer = Static<typeof numbersAnswer>

const what = Type.Union((['pending', 'late', ...countedThings] as const).map((each) => Type.Literal(each)))
const detail = Type.Union([...pendingStates, ...applicationKinds, ...rejectionGrounds].map((each) => Type.Literal(each)))
export const casesQuery = Type.Object(
  { office: areaCode, what, detail: Type.Optional(detail), day: Type.Optional(isoDate) },
  {
    additionalProperties: false,
    description: 'detail: a state of what is pending, a kind of what was issued, a ground of what was rejected. day: on that day; without it, in all',
  },
)
