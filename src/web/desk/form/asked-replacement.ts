import { type ReplacementCause, replacementCauses } from '../../../passes/application.rules.ts'

/** A page that is about a pass leads to the form with the pass and the cause in its address. */
export const replacementPath = (number: string, cause: ReplacementCause): string => `/?replaces=${encodeURIComponent(number)}&cause=${cause}`

/** What such an address asks for; undefined: it asks for nothing, or for no pass and cause there are. */
export function askedReplacement(search: string): { replaces: string; cause: ReplacementCause } | undefined {
  const asked = new URLSearchParams(search)
  const replaces = asked.get('replaces') ?? ''
  const cause = replacementCauses.find((each) => each === asked.get('cause'))
  return cause && /^[A-Z0-9]{1,16}$/.test(replaces) ? { replaces, cause } : undefined
}
