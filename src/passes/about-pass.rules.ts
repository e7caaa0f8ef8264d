import { type Law, lawOn } from '../instruments/law.rules.ts'
import type { StateCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { CivilDate } from '../kernel/time.ts'
import { type ReplacementCause, replacementCauses } from './application.rules.ts'
import { extendedLastDay, type PassToExtend } from './extension.rules.ts'
import { caseKindOf, monthsBefore } from './papers.rules.ts'
import { nextPassState, type PassModel } from './pass.rules.ts'

/** What a case about a pass there is wants of it: a later last day, or another pass in its place, and why. */
export const passWishes = ['extension', ...replacementCauses] as const
export type PassWish = (typeof passWishes)[number]

type Where = { readonly law: Law; readonly issuer: StateCode; readonly today: CivilDate }

/** Could a case be begun about this pass today? Or why not, as the case itself would be refused. */
export function assessWish(
  pass: PassToExtend & { readonly number: string; readonly model: PassModel },
  wish: PassWish,
  where: Where,
): Outcome<undefined> {
  const { number, model, state, lastDay } = pass
  const about = { number }
  const next = nextPassState(state, 'replace')
  if ('problem' in next && state !== 'expired') return refuse(next.problem, { about })
  if (wish === 'extension') {
    if (model !== 'qr') return refuse('pass.legacy', { about })
    const extended = extendedLastDay(where.law, where.issuer, pass, where.today)
    return extended.ok ? accept(undefined) : extended
  }
  return state === 'expired' || lastDay < where.today ? refuse('replacement.not-live', { about }) : accept(undefined)
}

/** Does the photo on record serve once more? Where the case's papers ask for none, as it is; else while it is young enough. `takenOn` null: there is none. */
export function photoServes(takenOn: CivilDate | null, wish: PassWish, monthsMax: number, { law, issuer, today }: Where): boolean {
  if (takenOn === null) return false
  const kind = wish === 'extension' ? wish : caseKindOf('replacement', wish satisfies ReplacementCause)
  const lines = lawOn(law, 'application.papers', issuer, today)?.value[kind] ?? []
  return !lines.some(({ oneOf }) => oneOf.includes('photo-4x6')) || takenOn >= monthsBefore(today, monthsMax)
}
