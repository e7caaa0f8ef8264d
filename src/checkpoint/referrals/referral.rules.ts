import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Instant } from '../../kernel/time.ts'

export const decisions = ['let-pass', 'turned-back', 'handed-over', 'left'] as const
export type Decision = (typeof decisions)[number]
export const receivers = ['police', 'immigration', 'social', 'health', 'court'] as const
export type Receiver = (typeof receivers)[number]
export const confirms = ['not-needed', 'waiting', 'confirmed', 'contested'] as const
export type Confirm = (typeof confirms)[number]

/** Reasons with which somebody is looked after first: nobody with one of these is turned back. */
export const careReasons: readonly string[] = ['care-asylum', 'care-trafficking', 'care-child', 'care-medical', 'child-alone', 'care-first']

export type Referral = {
  readonly state: 'open' | Decision
  readonly reasons: readonly string[]
  readonly recordedBy: string | null
  readonly decidedBy: string | null
  readonly confirm: Confirm
  /** Their movement stands: what is decided came up after they had passed, and lets nobody through. */
  readonly isAfterwards: boolean
}
/** Its row names its own movement as the one that it served. */
export const isAfterwards = ({ movement, usedBy }: { readonly movement: string; readonly usedBy: string | null }): boolean => usedBy === movement

export type Decider = {
  readonly account: string
  /** They lead the point. */
  readonly leads: boolean
  /** They answer for the point from the province. */
  readonly oversees: boolean
  /** Somebody else who leads it, and did not refer this person, is on shift. */
  readonly led: boolean
}

/** A decision on somebody who was taken aside; an officer's own waits for the chief to say so too. */
export function decideReferral(
  referral: Referral,
  by: Decider,
  { decision, to }: { readonly decision: Decision; readonly to: Receiver | null },
): Outcome<{ readonly confirm: Confirm }> {
  if (by.account === referral.recordedBy) return refuse('referral.same-hands')
  if (!by.leads && by.led) return refuse('referral.chief-decides')
  if (referral.state !== 'open') return refuse('referral.decided', { about: { decision: referral.state } })
  if ((decision === 'handed-over') !== (to !== null)) return refuse('referral.to')
  if (decision === 'turned-back' && referral.reasons.some((reason) => careReasons.includes(reason))) return refuse('referral.care')
  if (decision === 'turned-back' && referral.isAfterwards) return refuse('referral.passed')
  return accept({ confirm: by.leads || by.oversees ? 'not-needed' : 'waiting' })
}

/** The chief says whether an officer's decision stands. What happened has happened: contesting it is on record, and a way that nobody has gone yet is shut. */
export function decideConfirmation(referral: Referral, by: { readonly account: string }, stands: boolean): Outcome<{ readonly confirm: Confirm }> {
  if (referral.confirm !== 'waiting') return refuse('referral.nothing-to-confirm')
  if (by.account === referral.decidedBy || by.account === referral.recordedBy) return refuse('referral.same-hands')
  return accept({ confirm: stands ? 'confirmed' : 'contested' })
}

/** Around a referral: did its referrer lead the point then, is another chief on shift now, is anybody else, and was it decided on an earlier day? */
export type Hands = { readonly referrerLed: boolean; readonly led: boolean; readonly others: boolean; readonly ofEarlierDay: boolean }

/** Nobody at the point can take the next step: the province is shown it. */
export const isLeftToProvince = (
  { state, confirm }: Pick<Referral, 'state' | 'confirm'>,
  { referrerLed, led, others, ofEarlierDay }: Hands,
): boolean => (state === 'open' ? !led && (referrerLed || !others) : confirm === 'waiting' && ((referrerLed && !led) || ofEarlierDay))

/** What the list shows by its state. */
export const listStates = ['open', 'decided', 'to-confirm'] as const
export type ListState = (typeof listStates)[number]

export type ShownReferral = {
  readonly movement: string
  readonly number: string | null
  readonly point: string
  readonly lane: string
  readonly direction: string
  readonly since: Instant
  readonly reasons: readonly string[]
  readonly hits: number
  readonly care: boolean
  readonly mine: boolean
  readonly state: Referral['state']
  readonly to: string | null
  readonly reason: string | null
  readonly decidedAt: Instant | null
  readonly decidedBy: string | null
  readonly confirm: Confirm
  /** Why it was confirmed or contested: whoever decided reads it. */
  readonly confirmReason: string | null
  readonly usedBy: string | null
}
