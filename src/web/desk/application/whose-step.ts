import { type Action, type Role, roles } from '../../../identity/authority-lists.rules.ts'
import { authority } from '../../../identity/authority-table.rules.ts'
import { rolePlaces } from '../../../identity/held-roles.rules.ts'
import { type ApplicationState, isSignedNotHanded } from '../../../passes/application.rules.ts'
import { isPassOver } from '../../../passes/pass.rules.ts'
import type { ApplicationAnswer } from '../../../passes/passes.api.ts'

/** What is done to a case in a state; null: nothing is left to do. */
export const nextAction = {
  draft: 'application.take',
  submitted: 'payment.take',
  incomplete: 'application.take',
  paid: 'application.approve',
  'under-review': 'application.approve',
  approved: 'pass.sign',
  signed: 'pass.print',
  produced: 'pass.hand-over',
  collected: null,
  rejected: null,
  withdrawn: null,
  lapsed: null,
} as const satisfies Record<ApplicationState, Action | null>

type Standing = Pick<ApplicationAnswer, 'state' | 'passState'>
/** Its pass ended before it was handed over: there is nothing left but to withdraw it. */
export const isToWithdraw = ({ state, passState }: Standing): boolean => isSignedNotHanded(state) && passState !== null && isPassOver(passState)
/** Signed, and waiting until somebody resumes its pass or revokes it. */
export const isSuspended = ({ state, passState }: Standing): boolean => isSignedNotHanded(state) && passState === 'suspended'
/** What is done to this case next; null: nothing, or nothing while its pass is suspended. */
export function nextActionOf(application: Standing): Action | null {
  if (isSuspended(application)) return null
  return isToWithdraw(application) ? 'application.withdraw' : nextAction[application.state]
}

/** Roles that do it at an office, whoever comes first in a chain first; `office` is a district's or a province's. */
export function rolesFor(action: Action, office: string): readonly Role[] {
  const kind = office.length <= 5 ? 'province' : 'district'
  return roles.filter((role) => (rolePlaces[role] as readonly string[]).includes(kind) && authority[role][action]?.includes('own-district'))
}
