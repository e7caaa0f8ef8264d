import { status } from '../credential/status-list.ts'
import type { PassState } from './pass.rules.ts'

/** Whose number in the status list is 0: in force, or over by its own last day, which the pass itself says. */
const unlisted: readonly PassState[] = ['active', 'expired']

/** What the status list says of a pass in this state. A state that nobody thought of here counts as invalid. */
export function statusOfState(state: PassState): number {
  if (unlisted.includes(state)) return status.valid
  return state === 'suspended' ? status.suspended : status.invalid
}

/** One change of a list: from `seq` on, this stands at `index`. */
export type StatusChange = { readonly seq: number; readonly index: number; readonly status: number }

/** Of several changes of one place the last one stands. In the order of places. */
export function lastChanges(changes: readonly StatusChange[]): [index: number, status: number][] {
  const last = new Map(changes.toSorted((one, other) => one.seq - other.seq).map(({ index, status }) => [index, status]))
  return [...last].sort(([one], [other]) => one - other)
}
