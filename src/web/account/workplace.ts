import type { Role } from '../../identity/authority-lists.rules.ts'

/** The page a role does its work on. */
const workplaces = {
  resident: '/',
  clerk: '/desk',
  cashier: '/desk/queue',
  reviewer: '/desk/queue',
  printer: '/desk/queue',
  governor: '/desk/queue',
  'deputy-governor': '/desk/queue',
  'office-administrator': '/desk/staff',
  'provincial-officer': '/desk/queue',
  'provincial-governor': '/desk/queue',
  'checkpoint-officer': '/gate',
  'chief-of-point': '/gate',
  'patrol-leader': '/account',
  'unit-head': '/desk/staff',
  'interior-desk': '/desk/instruments',
  'foreign-affairs-desk': '/desk/numbers',
  'border-secretariat-desk': '/desk/numbers',
  analyst: '/desk/numbers',
  auditor: '/desk/passes',
  'system-administrator': '/desk/staff',
} as const satisfies Record<Role, string>

/** Where somebody with these roles begins their day. */
export const workplaceOf = (roles: readonly Role[]): string => (roles[0] ? workplaces[roles[0]] : '/account')

/** A path of this very origin, or undefined: an address in a link must not lead people elsewhere once they are signed in. */
export function ownPath(next: string | null, origin: string): string | undefined {
  if (!next?.startsWith('/') || /[\\\p{Cc}]/u.test(next)) return undefined
  const at = URL.parse(next, origin)
  return at?.origin === origin ? at.pathname + at.search + at.hash : undefined
}

/** Back to where one came from, if it is a page of the same work; else to one's own. */
export const wayBack = (next: string | undefined, workplace: string): string =>
  next !== undefined && next.split(/[/?#]/)[1] === workplace.split('/')[1] ? next : workplace
