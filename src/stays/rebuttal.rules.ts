import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { ProblemCode } from '../kernel/problem.ts'
import { addDays, type CivilDate, epochMs, type Instant } from '../kernel/time.ts'
import type { VerdictOutcome } from '../movements/verdict-table.rules.ts'
import type { StayOnRecord } from './lawful.rules.ts'

export const rebuttalSubjects = ['overstay', 'flag', 'refusal', 'record'] as const
export type RebuttalSubject = (typeof rebuttalSubjects)[number]
export const rebuttalStates = ['received', 'in-hand', 'accepted', 'not-accepted'] as const
export type RebuttalState = (typeof rebuttalStates)[number]
export const rebuttalCommands = ['take', 'accept', 'not-accept'] as const
export type RebuttalCommand = (typeof rebuttalCommands)[number]
/** What accepting does: the stay counts as lawful through a day; it ended at the proven time; or the answer alone stands beside the record. */
export const rebuttalEffects = ['lawful', 'ended', 'noted'] as const
export type RebuttalEffect = (typeof rebuttalEffects)[number]

/** State × command → the next state, or why not. */
export const rebuttalTransitions = {
  received: { take: 'in-hand', accept: 'rebuttal.received', 'not-accept': 'rebuttal.received' },
  'in-hand': { take: 'rebuttal.in-hand', accept: 'accepted', 'not-accept': 'not-accepted' },
  accepted: { take: 'rebuttal.decided', accept: 'rebuttal.decided', 'not-accept': 'rebuttal.decided' },
  'not-accepted': { take: 'rebuttal.decided', accept: 'rebuttal.decided', 'not-accept': 'rebuttal.decided' },
} as const satisfies Record<RebuttalState, Record<RebuttalCommand, RebuttalState | ProblemCode>>

/** Whose hands: `recorded`: this account recorded what is contested, or wrote the rebuttal in; `hand`: who took it. */
export type Hands = { readonly recorded: boolean; readonly hand: 'mine' | 'other' | 'none' }

export function nextRebuttalState(state: RebuttalState, command: RebuttalCommand, { recorded, hand }: Hands): Outcome<RebuttalState> {
  const answer: RebuttalState | ProblemCode = rebuttalTransitions[state][command]
  if (!isState(answer)) return refuse(answer)
  if (recorded) return refuse('rebuttal.own-record')
  return state === 'in-hand' && hand !== 'mine' ? refuse('rebuttal.in-hand') : accept(answer)
}
const isState = (answer: RebuttalState | ProblemCode): answer is RebuttalState => (rebuttalStates as readonly string[]).includes(answer)

/** What a movement may be contested as. */
const outcomesOf = {
  overstay: [],
  flag: ['admit-with-flag'],
  refusal: ['refuse', 'refer'],
  record: ['admit', 'admit-with-flag', 'refuse', 'refer'],
} as const satisfies Record<RebuttalSubject, readonly VerdictOutcome[]>

/** Is there such a thing to contest? A stay as overstayed, where it has a last day; a movement by its outcome. */
export function assessSubject(
  about: RebuttalSubject,
  contested: { readonly stay: StayOnRecord } | { readonly outcome: VerdictOutcome },
): Outcome<undefined> {
  if ('stay' in contested) return about === 'overstay' && contested.stay.lawfulUntil !== null ? accept(undefined) : refuse('rebuttal.subject')
  return (outcomesOf[about] as readonly VerdictOutcome[]).includes(contested.outcome) ? accept(undefined) : refuse('rebuttal.subject')
}

/** Does the correction fit what is contested? An open stay alone is ended, at a time after it began that has come. */
export function assessEffect(
  about: RebuttalSubject,
  effect: RebuttalEffect | null,
  { stay, endedAt, now }: { readonly stay: StayOnRecord | null; readonly endedAt: Instant | null; readonly now: Instant },
): Outcome<RebuttalEffect> {
  if (effect === null || (about === 'overstay') !== (effect !== 'noted') || (effect === 'ended') !== (endedAt !== null))
    return refuse('rebuttal.effect')
  if (effect !== 'ended' || endedAt === null) return accept(effect)
  if (stay?.state !== 'open' || stay.opened === null) return refuse('rebuttal.effect')
  if (epochMs(endedAt) > epochMs(now)) return refuse('repair.in-future')
  return epochMs(endedAt) < epochMs(stay.opened.at) ? refuse('repair.before-beginning') : accept(effect)
}

/** `day`: through which a stay is found lawful if none is named; `first` to `last` may be named. */
export type Cover = { readonly day: CivilDate; readonly first: CivilDate; readonly last: CivilDate }

/** What an acceptance covers: what was judged, and nothing after it. Of somebody who is out, the day they went; else through today or a day near enough to go home in, beyond what counts as lawful already. */
export function coverOf({
  endedOn,
  until,
  lawfulThrough,
  today,
  daysMax,
}: {
  readonly endedOn: CivilDate | null
  /** The last lawful day as it stands. */
  readonly until: CivilDate | null
  /** What an earlier decision granted is not taken back. */
  readonly lawfulThrough: CivilDate | null
  readonly today: CivilDate
  readonly daysMax: number
}): Cover {
  if (endedOn !== null) return { day: endedOn, first: endedOn, last: endedOn }
  const day = lawfulThrough !== null && lawfulThrough > today ? lawfulThrough : today
  return { day, first: until === null ? today : addDays(until, 1), last: addDays(today, daysMax) }
}

export function assessLawfulThrough(named: CivilDate | null, { day, first, last }: Cover): Outcome<CivilDate> {
  if (named === null || named === day) return accept(day)
  return named >= first && named <= last ? accept(named) : refuse('rebuttal.lawful-day', { about: { first, last } })
}
