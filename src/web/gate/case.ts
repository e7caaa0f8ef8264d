import type { PassVerdict } from '../../credential/verify.ts'
import type { CommandId } from '../../kernel/code.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Facts } from '../../movements/facts.rules.ts'
import type { PreviewAnswer } from '../../movements/movements.api.ts'
import { nothingSaid, presentedOf, presentedPassport } from '../../movements/presented.rules.ts'
import type { PresentedDocument } from '../../movements/record.rules.ts'
import type { Verdict } from '../../movements/verdict.rules.ts'
import type { MrzDocument } from '../../passports/read-mrz.rules.ts'
import { type Answer, isSignedOut, type Problem } from '../api.ts'
import type { Holder } from './holder.ts'
import type { Sent } from './outbox.ts'
import type { Mishap, Presented } from './presented.ts'
import type { Said } from './said.ts'

/** What became of recording it. */
export type Recording = { readonly type: 'none' | 'sending' | 'undone' } | Sent

/** One document on the counter. */
export type Case = {
  readonly presented: Presented
  readonly at: Instant
  readonly pass: PassVerdict | null
  /** What a passport's lines say, when they hold. */
  readonly passport: MrzDocument | null
  readonly holder: Holder | null
  readonly finding:
    | { readonly type: 'asking' }
    | { readonly type: 'not-a-pass' | 'number-needs-network' | 'lines-wrong' | 'unreachable' }
    | { readonly type: 'mishap'; readonly mishap: Mishap }
    | { readonly type: 'problem'; readonly problem: Problem }
    | Decided
  /** A movement keeps its id from the first sending to the last. */
  readonly id: string
  readonly said: Said
  readonly recording: Recording
  /** Something else was read while this case waits; it was not taken. */
  readonly anotherRead: boolean
}

export type Decided = {
  readonly type: 'decided'
  readonly facts: Facts
  readonly verdict: Verdict
  /** Who knew the facts: the register, or this tablet alone. */
  readonly source: 'register' | 'tablet'
  /** The server decided otherwise; its verdict is the one shown. */
  readonly differs: boolean
}

/** The server's facts and verdict are those of verdict.rules.ts, which its answer's schema only outlines. */
export type Preview = {
  readonly facts: Facts
  readonly verdict: Verdict
  readonly holder: PreviewAnswer['holder']
  readonly passedReferral: CommandId | null
}

/** With the server or kept here: the next person may come. */
export const isSafe = ({ type }: Recording): boolean => ['recorded', 'undone', 'waiting', 'signed-out', 'not-allowed'].includes(type)

/** The officer may still say something, and record. */
export const isStillOpen = ({ type }: Recording): boolean => type === 'none' || type === 'not-kept'

/** May another document take the place of this one? Not while a verdict waits for the officer. */
export const mayGiveWay = ({ finding, recording }: Case): boolean => isSafe(recording) || (finding.type !== 'asking' && finding.type !== 'decided')

/** What the tablet itself knows of the document; undefined: a number says nothing without the register. */
export function documentOf({ pass, passport }: Pick<Case, 'pass' | 'passport'>): PresentedDocument | undefined {
  if (pass) return presentedOf(pass)
  if (!passport || passport.kind === 'border-pass') return undefined
  // What is no passport is refused by the server; alone, the tablet takes it for unread.
  if (passport.kind !== 'passport') return { ...nothingSaid, kind: 'passport', check: { outcome: 'amber', code: 'MRZ' } }
  return presentedPassport(passport)
}

/** By what a document's scans are kept: its number, however it was presented; undefined: none is known. */
export function scanKeyOf({ presented, passport, holder }: Case, where: { readonly point: string; readonly direction: string }): string | undefined {
  const number =
    'number' in presented ? presented.number : passport ? `${passport.issuer} ${passport.number}` : holder?.verified ? holder.number : undefined
  return number && `${where.point} ${where.direction} ${number}`
}

/** `point`: where the pass is presented, for one of our register; null for any other. */
export const withFaceOfRegister = (holder: Holder, point: string | null): Holder =>
  holder.face === null && holder.verified && point !== null ? { ...holder, face: { type: 'register', number: holder.number, point } } : holder

/** No connection, a server that is there but cannot serve, or one that nobody is signed in to: the tablet goes on alone. */
export const isUnanswered = <T>(answer: Answer<T>): boolean =>
  !answer.ok && (answer.problem.code === 'no-connection' || answer.problem.status >= 500 || isSignedOut(answer.problem))
