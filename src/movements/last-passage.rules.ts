import type { Instant } from '../kernel/time.ts'
import type { Reason } from './verdict-table.rules.ts'

/** Findings that say something of an earlier crossing: that one is their evidence. */
export const standsOnLast: readonly string[] = ['exit-missing', 'entry-missing', 'arrived-late', 'pass-lent', 'too-fast'] satisfies readonly Reason[]

type Known = { readonly stay: { readonly lastAt: string | null; readonly lastPoint: string | null } | null | string }

/** The holder's last crossing as the facts knew it; 'none': there was none; undefined: the record could not be asked. */
export function lastPassage({ stay }: Known): { readonly at: Instant; readonly point: string } | 'none' | undefined {
  if (typeof stay === 'string') return undefined
  return stay?.lastAt ? { at: stay.lastAt as Instant, point: stay.lastPoint ?? '' } : 'none'
}
