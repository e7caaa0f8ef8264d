import { type Law, lawOn } from '../instruments/law.rules.ts'
import type { InstrumentId, StateCode } from '../kernel/code.ts'
import type { Outcome, Refusal } from '../kernel/outcome.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import { type ApplicationState, isSignedNotHanded } from '../passes/application.rules.ts'
import { firstDayToExtend, laterDay } from '../passes/extension.rules.ts'
import { isPassOver, type PassState } from '../passes/pass.rules.ts'

/** Where a case stands, in a resident's words. */
export const stages = [
  'received',
  'to-pay',
  'to-correct',
  'examined',
  'to-sign',
  'printed',
  'ready',
  'fetched',
  'refused',
  'withdrawn',
  'lapsed',
  'pass-suspended',
  'pass-over',
  'pass-over-closed',
] as const
export type Stage = (typeof stages)[number]

/** By its state alone. A draft is what was sent online: it waits for the person at the counter. */
export const stageOf = {
  draft: 'received',
  submitted: 'to-pay',
  incomplete: 'to-correct',
  paid: 'examined',
  'under-review': 'examined',
  approved: 'to-sign',
  signed: 'printed',
  produced: 'ready',
  collected: 'fetched',
  rejected: 'refused',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
} as const satisfies Record<ApplicationState, Stage>

/** By its last day too, also where nobody has written that down yet. */
export const passNow = ({ state, lastDay }: Pick<FollowedPass, 'state' | 'lastDay'>, today: CivilDate): PassState =>
  !isPassOver(state) && lastDay < today ? 'expired' : state

/** Where it stands, told by its pass too: nobody is sent to fetch a pass that is over or suspended, and its withdrawal is not said to be theirs. */
export function stageNow({ state, isSigned }: { readonly state: ApplicationState; readonly isSigned: boolean }, pass: PassState | null): Stage {
  if (isSigned && state === 'withdrawn') return 'pass-over-closed'
  if (!isSignedNotHanded(state) || pass === null) return stageOf[state]
  return isPassOver(pass) ? 'pass-over' : pass === 'suspended' ? 'pass-suspended' : stageOf[state]
}

export type FollowedPass = {
  readonly state: PassState
  /** Why it is suspended or revoked. */
  readonly reason: string | null
  readonly issuedOn: CivilDate
  readonly lastDay: CivilDate
  readonly extensions: number
}
export type ReversedPayment = {
  readonly at: Instant
  readonly reason: string
  readonly amount: number
  readonly currency: string
  /** Not given back yet; cash went back over the counter at once. */
  readonly isOwed: boolean
}
/** What was taken back is told until the fee is paid again, and longer while it is owed. */
export const reversedNow = (reversed: ReversedPayment | null, paidAt: Instant | null): ReversedPayment | null =>
  reversed !== null && (reversed.isOwed || paidAt === null || paidAt < reversed.at) ? reversed : null

export type ExtensionTold = {
  readonly possible: boolean
  /** The days on which it can be asked for; after the last one it is too late. */
  readonly from: CivilDate
  readonly until: CivilDate
  readonly newLastDay: CivilDate | null
  readonly fee: { readonly amount: number; readonly currency: string; readonly instrument: InstrumentId } | null
  readonly instrument: InstrumentId
  /** Why it cannot be begun by phone now. */
  readonly refused: Pick<Refusal, 'code' | 'about'> | null
  /** The follow number of the extension that is under way. */
  readonly begun: string | null
}

/** Days left, the last one counted; none when it is over. */
export const daysLeft = (lastDay: CivilDate, today: CivilDate): number => {
  const days = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(lastDay)).days + 1
  return Math.max(0, days)
}

/** May this pass be extended, until when, to which day, at which price; and if not, why? Null: no text of this state allows any. */
export function extensionOf(
  { law, state, today }: { law: Law; state: StateCode; today: CivilDate },
  pass: FollowedPass,
  { extended, begun }: { extended: Outcome<CivilDate>; begun: string | null },
): ExtensionTold | null {
  const rule = lawOn(law, 'pass.extension', state, today)
  if (!rule) return null
  const fee = lawOn(law, 'pass.extension-fee', state, today)
  return {
    possible: extended.ok,
    from: laterDay(firstDayToExtend(rule.value, pass.lastDay), pass.issuedOn),
    until: pass.lastDay,
    newLastDay: extended.ok ? extended.value : null,
    fee: fee ? { ...fee.value, instrument: fee.instrument } : null,
    instrument: rule.instrument,
    refused: extended.ok ? null : { code: extended.refusal.code, ...(extended.refusal.about && { about: extended.refusal.about }) },
    begun,
  }
}
