import type { Actor } from '../identity/actor.rules.ts'
import { plainNumber } from '../kernel/digits.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { ApplicationCommand } from './application.rules.ts'

/** Who took a case that its holder began alone, by phone: nobody's account. */
export const byPhone = 'holder'

export type Deed = Exclude<ApplicationCommand, 'lapse'> | 'print'
/** Whose hands were on the case so far, by account; null or none: nobody's yet. */
export type Hands = {
  readonly takenBy: string | null
  /** What a correction typed is what is checked from then on: each who corrected has made the case too. */
  readonly correctedBy: readonly string[]
  readonly approvedBy: string | null
  readonly signedBy: string | null
  readonly printedBy: string | null
  readonly collectedBy: string | null
}
/** Whose case it is. */
export type Subject = { readonly nationalId: string; readonly familyBook: string | null }

/** Deed → the hands it may not be in again: who made a case does not check it, and who made or checked it does not print the booklet. */
export const apart = {
  submit: [],
  correct: [],
  pay: [],
  'take-up': ['takenBy', 'correctedBy'],
  release: [],
  return: ['takenBy', 'correctedBy'],
  approve: ['takenBy', 'correctedBy'],
  reject: ['takenBy', 'correctedBy'],
  'hold-back': ['takenBy', 'correctedBy'],
  sign: ['takenBy', 'correctedBy'],
  print: ['takenBy', 'correctedBy', 'approvedBy', 'signedBy'],
  produce: ['takenBy', 'correctedBy', 'approvedBy', 'signedBy'],
  spoil: [],
  collect: ['takenBy', 'correctedBy', 'approvedBy', 'signedBy'],
  withdraw: [],
} as const satisfies Record<Deed, readonly (keyof Hands)[]>

/** May this person do this to this case, as far as hands go: never twice in a chain that needs two, and never on one's own or one's family book's case. */
export function assessHands(actor: Actor, deed: Deed, hands: Hands, subject: Subject): Outcome<undefined> {
  if (isOwnCase(actor, subject)) return refuse('authority.own-case')
  const again = apart[deed].some((hand) => [hands[hand]].flat().includes(actor.account))
  return again ? refuse('authority.same-hands') : accept(undefined)
}

export function isOwnCase(actor: Pick<Actor, 'nationalId' | 'familyBook'>, subject: Subject): boolean {
  const same = (mine: string | null, theirs: string | null) => mine !== null && theirs !== null && plainNumber(mine) === plainNumber(theirs)
  return same(actor.nationalId, subject.nationalId) || same(actor.familyBook, subject.familyBook)
}
