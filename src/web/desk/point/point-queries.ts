import type { Static } from 'typebox'
import type { ActivityAnswer } from '../../../checkpoint/live/activity.ts'
import type { EvidenceAnswer } from '../../../checkpoint/referrals/evidence.routes.ts'
import type { ReferralAnswer } from '../../../checkpoint/referrals/referrals.routes.ts'
import type { shiftAnswer } from '../../../checkpoint/shifts/shifts.routes.ts'
import type { EntryAnswer } from '../../../watchlist/watch.api.ts'
import { useAnswer } from '../queries.ts'
import { pointPath } from './my-point.ts'

export type Shift = Static<typeof shiftAnswer>
export type Referral = ReferralAnswer
export type Evidence = EvidenceAnswer
const at = (point: string) => `point=${encodeURIComponent(point)}`
const isUnder =
  (path: string) =>
  ({ queryKey: [key] }: { queryKey: readonly unknown[] }): boolean =>
    typeof key === 'string' && key.startsWith(path)

export const shiftsPath = '/api/v1/shifts'
export const isOfShifts = isUnder(shiftsPath)
export const useShifts = (point: string, day: string) => useAnswer<Shift[]>(`${shiftsPath}?${at(point)}&day=${day}`, { refetchInterval: 60_000 })

export const useActivity = (point: string, day: string) =>
  useAnswer<ActivityAnswer>(`${pointPath(point)}/activity?day=${day}`, { refetchInterval: 60_000 })

export const referralsPath = '/api/v1/referrals'
export const isOfReferrals = isUnder(referralsPath)
/** Each reading is on record: asked again when something changed, and now and then. */
export const useReferrals = (point: string, state: 'open' | 'decided' | 'to-confirm', day?: string) =>
  useAnswer<Referral[]>(`${referralsPath}?${at(point)}&state=${state}${day === undefined ? '' : `&day=${day}`}`, { refetchInterval: 60_000 })
export const useEvidence = (movement: string) => useAnswer<Evidence>(`${referralsPath}/${movement}`)
export const useHits = (movement: string, enabled: boolean) => useAnswer<EntryAnswer[]>(`${referralsPath}/${movement}/hits`, { enabled })
