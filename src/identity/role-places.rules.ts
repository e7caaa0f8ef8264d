import { type Role, roles } from './authority.rules.ts'
import type { PlaceKind } from './place.rules.ts'

/** Kinds of places at which a role can be held. A province's hall issues passes too, so an office's roles exist there. */
export const rolePlaces = {
  resident: [],
  clerk: ['district', 'province'],
  cashier: ['district', 'province'],
  reviewer: ['district', 'province'],
  printer: ['district', 'province'],
  governor: ['district'],
  'deputy-governor': ['district'],
  'office-administrator': ['district', 'province'],
  'provincial-officer': ['province'],
  'provincial-governor': ['province'],
  'checkpoint-officer': ['point'],
  'chief-of-point': ['point'],
  'patrol-leader': ['unit'],
  'unit-head': ['unit'],
  'interior-desk': ['state'],
  'foreign-affairs-desk': ['state'],
  'border-secretariat-desk': ['state'],
  analyst: ['state', 'province'],
  auditor: ['state'],
  'system-administrator': ['state'],
} as const satisfies Record<Role, readonly PlaceKind[]>

/** Which roles a role may give and end: an office's administrator staffs the office, the system's administrator the heads. */
export const grantable: { readonly [R in Role]?: readonly Role[] } = {
  'office-administrator': ['clerk', 'cashier', 'reviewer', 'printer'],
  'system-administrator': roles.filter((role) => role !== 'resident'),
}
