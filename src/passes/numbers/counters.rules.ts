import type { AreaCode } from '../../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../../kernel/time.ts'
import type { ApplicationKind, ApplicationState, RejectionGround } from '../application.rules.ts'
import { completeAt } from '../due.rules.ts'

/** What an office's counters count, by the day on which it happened. */
export const countedThings = ['issued', 'produced', 'collected', 'rejected', 'withdrawn', 'lapsed'] as const
export type CountedThing = (typeof countedThings)[number]

/** Of a case, what the counters go by. */
export type CountedCase = {
  readonly office: AreaCode
  readonly state: ApplicationState
  readonly kind: ApplicationKind
  readonly paidAt: Instant | null
  readonly correctedAt: Instant | null
  readonly signedAt: Instant | null
  readonly producedAt: Instant | null
  readonly collectedAt: Instant | null
  readonly closedAt: Instant | null
  readonly ground: RejectionGround | null
}

/** `detail`: the kind of what was issued, the ground of a rejection, for what was produced the day on which it was complete and paid. */
export type Counter = { readonly day: CivilDate; readonly office: AreaCode; readonly what: CountedThing; readonly detail: string }
export type CounterChange = Counter & { readonly n: 1 | -1 }

const dayOf = (at: Instant): CivilDate => civilDateAt(at, borderZone)

/** The counters that a case as it stands is counted in: a counter is the number of cases that stand in it. */
export function countersOf(of: CountedCase): Counter[] {
  const { office, state, kind, signedAt, producedAt, collectedAt, closedAt, ground } = of
  const completed = completeAt(of)
  const counter = (at: Instant | null, what: CountedThing, detail: string): Counter[] =>
    at === null ? [] : [{ day: dayOf(at), office, what, detail }]
  return [
    ...counter(signedAt, 'issued', kind),
    ...counter(producedAt, 'produced', completed === null ? '' : dayOf(completed)),
    ...counter(collectedAt, 'collected', ''),
    ...(state === 'rejected' || state === 'withdrawn' || state === 'lapsed' ? counter(closedAt, state, ground ?? '') : []),
  ]
}

/** What a step adds and takes: the counters it stands in now and did not before, and the other way round. */
export function counterChanges(before: CountedCase | null, after: CountedCase): CounterChange[] {
  const [was, is] = [before ? countersOf(before) : [], countersOf(after)]
  const without = (some: readonly Counter[], others: readonly Counter[]) => some.filter((one) => !others.some((other) => keyOf(other) === keyOf(one)))
  return [...without(is, was).map((each) => ({ ...each, n: 1 as const })), ...without(was, is).map((each) => ({ ...each, n: -1 as const }))]
}

export const keyOf = ({ day, office, what, detail }: Counter): string => [day, office, what, detail].join(' ')

/** In the totals, what was produced is one number. */
export const totalDetail = ({ what, detail }: Pick<Counter, 'what' | 'detail'>): string => (what === 'produced' ? '' : detail)
