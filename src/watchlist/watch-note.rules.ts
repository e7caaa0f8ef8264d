import type { Grant } from '../identity/grant.rules.ts'
import type { SeenBy } from './watch-entry.rules.ts'

/** Why somebody is not the one on the list. */
export const allowGrounds = ['other-person', 'number-reused', 'other-vehicle', 'source-withdrew'] as const
export type AllowGround = (typeof allowGrounds)[number]

/** Does this role show its holder why? The desk that entered it and the auditor always; others where the entry says that points may. */
export const seesWhy = (
  { seenBy, place }: { readonly seenBy: SeenBy; readonly place: string },
  { role, place: mine }: Pick<Grant, 'role' | 'place'>,
): boolean => seenBy === 'point' || role === 'auditor' || mine.id === place
