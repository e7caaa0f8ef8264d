import type { Brand } from '../kernel/brand.ts'
import { borderZone, type CivilDate, civilDateAt, epochMs, type Instant, spanOfDay } from '../kernel/time.ts'
import type { Role } from './authority-lists.rules.ts'
import type { Place } from './place.rules.ts'

/** A person's account with this instance: a UUIDv7. */
export type AccountId = Brand<string, 'AccountId'>

/** A role at a place from a day to a day: both days whole, in the border's time. */
export type Grant = {
  readonly id: string
  readonly account: AccountId
  readonly role: Role
  readonly place: Place
  readonly from: CivilDate
  /** The last day, with it; null: no end is set. */
  readonly lastDay: CivilDate | null
  readonly revokedAt: Instant | null
}

/** Where a moment lies to a grant. `start` and `end` are the first and the last second of its time. */
export const grantTimes = ['before', 'start', 'inside', 'end', 'after', 'revoked'] as const
export type GrantTime = (typeof grantTimes)[number]

const secondMs = 1_000

export function timeOf(grant: Pick<Grant, 'from' | 'lastDay' | 'revokedAt'>, now: Instant): GrantTime {
  if (grant.revokedAt !== null && now >= grant.revokedAt) return 'revoked'
  const today = civilDateAt(now, borderZone)
  if (today < grant.from) return 'before'
  if (grant.lastDay !== null && today > grant.lastDay) return 'after'
  if (today !== grant.from && today !== grant.lastDay) return 'inside'
  const { from, until } = spanOfDay(today)
  if (today === grant.from && epochMs(now) < epochMs(from) + secondMs) return 'start'
  return today === grant.lastDay && epochMs(now) >= epochMs(until) - secondMs ? 'end' : 'inside'
}
