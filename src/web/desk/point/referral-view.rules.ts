import { careReasons, type Decision, type Receiver } from '../../../checkpoint/referrals/referral.rules.ts'
import { type CivilDate, epochMs, type Instant, inForce } from '../../../kernel/time.ts'
import { isDecisionTold } from '../../../stays/contest.rules.ts'

/** What a contact is for: a child alone is the same, whoever noticed it. */
export type CareFor = 'care-asylum' | 'care-trafficking' | 'care-child' | 'care-medical'

export type Contact = {
  readonly state: string
  readonly care: CareFor
  readonly to: Receiver
  /** null: through the point's own duty list. */
  readonly phone: string | null
  readonly from: CivilDate
  readonly until: CivilDate | null
  readonly name: { readonly km: string; readonly th: string; readonly en: string }
}

/** `care-first` names nobody to call: it says that one of the others stands beside it. */
const careFor: Readonly<Record<string, CareFor>> = {
  'care-asylum': 'care-asylum',
  'care-trafficking': 'care-trafficking',
  'care-child': 'care-child',
  'child-alone': 'care-child',
  'care-medical': 'care-medical',
}

export const needsCare = (reasons: readonly string[]): boolean => reasons.some((reason) => careReasons.includes(reason))
export const caresOf = (reasons: readonly string[]): CareFor[] => [
  ...new Set(reasons.flatMap((reason) => (Object.hasOwn(careFor, reason) ? [careFor[reason] as CareFor] : []))),
]

/** Nobody is sent back on the way home: their own state takes them in. */
export const isHomeward = (reasons: readonly string[]): boolean =>
  reasons.includes('going-home-to-officer') || reasons.includes('in-office-going-home')

/** What a screen offers; the server decides again. Whoever needs care comes into somebody's hands first. */
export function decisionsFor(reasons: readonly string[], { isAfterwards = false } = {}): readonly Decision[] {
  if (needsCare(reasons)) return ['handed-over', 'let-pass', 'left']
  return isAfterwards || isHomeward(reasons) ? ['let-pass', 'handed-over', 'left'] : ['let-pass', 'handed-over', 'left', 'turned-back']
}

/** What is said beneath the reason: whoever is turned back reads it, unless why they were referred is not for a telephone. Null: not chosen yet. */
export const isReasonTold = (reasons: readonly string[], decision: Decision | ''): boolean | null =>
  decision === '' ? null : decision === 'turned-back' && isDecisionTold(reasons)

/** Whom to call, in the order of the cares. */
export const contactsFor = (contacts: readonly Contact[], asked: { state: string; reasons: readonly string[]; day: CivilDate }): Contact[] =>
  caresOf(asked.reasons).flatMap((care) =>
    contacts.filter((contact) => contact.state === asked.state && contact.care === care && inForce(contact, asked.day)),
  )

/** Whoever receives such a person in most cases stands first; nobody needs to be chosen where nothing says so. */
export const receiverFor = (contacts: readonly Contact[]): Receiver | undefined => contacts[0]?.to

export const waitedMinutes = (since: Instant, now: Instant): number => Math.max(0, Math.floor((epochMs(now) - epochMs(since)) / 60_000))

/** Who waits longest stands first; of two the one whose id is older. */
export const oldestFirst = <T extends { readonly movement: string; readonly since: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.since === b.since ? (a.movement < b.movement ? -1 : 1) : a.since < b.since ? -1 : 1))
