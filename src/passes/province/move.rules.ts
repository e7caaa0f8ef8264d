import { type AreaCode, provinceOf } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { ProblemCode } from '../../kernel/problem.ts'
import type { Instant } from '../../kernel/time.ts'
import type { ApplicationState } from '../application.rules.ts'
import { assessMandate, type Mandate } from '../mandate.rules.ts'

/** May a case in this state go to another office? Until it is approved, and while nobody has it in hand. */
export const movable = {
  draft: 'application.not-submitted',
  submitted: 'allowed',
  incomplete: 'allowed',
  paid: 'allowed',
  'under-review': 'application.under-review',
  approved: 'application.already-approved',
  signed: 'application.already-signed',
  produced: 'application.already-signed',
  collected: 'application.already-signed',
  rejected: 'application.closed',
  withdrawn: 'application.closed',
  lapsed: 'application.closed',
} as const satisfies Record<ApplicationState, 'allowed' | ProblemCode>

export type CaseToMove = {
  readonly state: ApplicationState
  readonly office: AreaCode
  readonly homeArea: AreaCode
}

/** May this case go to `office`? Within the province, where a mandate of that office serves the applicant's area. */
export function assessMove(
  of: CaseToMove,
  { office, mandates, now }: { readonly office: AreaCode; readonly mandates: readonly Mandate[]; readonly now: Instant },
): Outcome<undefined> {
  if (of.office === office) return refuse('move.same-office', { about: { office } })
  if (provinceOf(of.office) !== provinceOf(office)) return refuse('move.other-province', { about: { office } })
  const answer = movable[of.state]
  if (answer !== 'allowed') return refuse(answer)
  const mandate = assessMandate(mandates, { power: 'sign', area: of.homeArea, now })
  return mandate.ok ? accept(undefined) : mandate
}
