import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { ProblemCode } from '../kernel/problem.ts'
import type { Instant } from '../kernel/time.ts'
import type { Action, Role } from './authority-lists.rules.ts'
import { authority, type Relations } from './authority-table.rules.ts'
import { type Grant, type GrantTime, timeOf } from './grant.rules.ts'
import { type Place, type Relation, relationOf } from './place.rules.ts'

/** A role counts from its first second to its last. */
export const timeAnswers = {
  before: 'authority.not-started',
  start: 'allowed',
  inside: 'allowed',
  end: 'allowed',
  after: 'authority.ended',
  revoked: 'authority.revoked',
} as const satisfies Record<GrantTime, 'allowed' | ProblemCode>

/** The cell of the table: may a role do this, with the case lying so, at such a moment of its time? */
export function answerOf(cell: { role: Role; action: Action; relation: Relation; time: GrantTime }): 'allowed' | ProblemCode {
  const where: Relations | undefined = authority[cell.role][cell.action]
  if (!where) return 'authority.role'
  const when = timeAnswers[cell.time]
  if (when !== 'allowed') return when
  return where.includes(cell.relation) ? 'allowed' : 'authority.place'
}

/** How a case may lie to the role's place for it to do this; empty: nowhere. */
export const relationsOf = (role: Role, action: Action): Relations => authority[role][action] ?? []

/** May the holder of `grants` do this to a case at `subject` now? The grant that allows it, or the refusal that came nearest. */
export function may(grants: readonly Grant[], action: Action, subject: Place | null, now: Instant): Outcome<Grant> {
  return best(grants, (grant) => answerOf({ role: grant.role, action, relation: relationOf(grant.place, subject), time: timeOf(grant, now) }))
}

/** May the holder do this anywhere at all now? What a route asks before it knows the case. */
export function mayAnywhere(grants: readonly Grant[], action: Action, now: Instant): Outcome<Grant> {
  return best(grants, (grant) => {
    const when = timeAnswers[timeOf(grant, now)]
    return authority[grant.role][action] ? when : 'authority.role'
  })
}

/** Nearest last. */
const nearness: readonly ProblemCode[] = ['authority.role', 'authority.not-started', 'authority.ended', 'authority.revoked', 'authority.place']

function best(grants: readonly Grant[], answer: (grant: Grant) => 'allowed' | ProblemCode): Outcome<Grant> {
  let nearest: ProblemCode = 'authority.role'
  for (const grant of grants) {
    const code = answer(grant)
    if (code === 'allowed') return accept(grant)
    if (nearness.indexOf(code) > nearness.indexOf(nearest)) nearest = code
  }
  return refuse(nearest)
}
