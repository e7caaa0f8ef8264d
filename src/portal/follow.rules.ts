import { type Law, lawOn } from '../instruments/law.rules.ts'
import type { InstrumentId, StateCode } from '../kernel/code.ts'
import type { CivilDate } from '../kernel/time.ts'
import type { ApplicationState } from '../passes/application.rules.ts'
import { extendedLastDay } from '../passes/extension.rules.ts'
import type { PassState } from '../passes/pass.rules.ts'

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
] as const
export type Stage = (typeof stages)[number]

/** A draft is what was sent online: it waits for the person at the counter. */
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

export type FollowedPass = { readonly state: PassState; readonly issuedOn: CivilDate; readonly lastDay: CivilDate; readonly extensions: number }
export type ExtensionTold = {
  readonly possible: boolean
  /** The days on which it can be asked for; after the last one it is too late. */
  readonly from: CivilDate
  readonly until: CivilDate
  readonly newLastDay: CivilDate | null
  readonly fee: { readonly amount: number; readonly currency: string; readonly instrument: InstrumentId } | null
  readonly instrument: InstrumentId
}

/** Days left, the last one counted; none when it is over. */
export const daysLeft = (lastDay: CivilDate, today: CivilDate): number => {
  const days = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(lastDay)).days + 1
  return Math.max(0, days)
}

/** May this pass be extended, until when, to which day, at which price? Null: no text of this state allows any. */
export function extensionOf(law: Law, issuer: StateCode, pass: FollowedPass, today: CivilDate): ExtensionTold | null {
  const rule = lawOn(law, 'pass.extension', issuer, today)
  if (!rule) return null
  const fee = lawOn(law, 'pass.extension-fee', issuer, today)
  const extended = extendedLastDay(law, issuer, pass, today)
  return {
    possible: extended.ok,
    from: pass.issuedOn,
    until: pass.lastDay,
    newLastDay: extended.ok ? extended.value : null,
    fee: fee ? { ...fee.value, instrument: fee.instrument } : null,
    instrument: rule.instrument,
  }
}
