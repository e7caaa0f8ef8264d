import type { ActivityAnswer } from '../../../checkpoint/live/activity.api.ts'
import type { NotableListAnswer } from '../../../checkpoint/notable/notable.api.ts'
import type { ShownReferral } from '../../../checkpoint/referrals/referral.rules.ts'
import type { Shift as ShiftAnswer } from '../../../checkpoint/shifts/shift.rules.ts'
import type { PreviewAnswer } from '../../../movements/movements.api.ts'
import type { EntryAnswer } from '../../../watchlist/watch.api.ts'
import { useAnswer } from '../queries.ts'
import type { Quota } from './live.rules.ts'
import { pointPath } from './my-point.ts'

export type Shift = ShiftAnswer
export type Referral = ShownReferral
/** The referral, and what its verdict stood on. */
export type Evidence = PreviewAnswer & { readonly referral: ShownReferral }
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

type DayReferral = Pick<Referral, 'movement' | 'lane' | 'reasons' | 'reason' | 'confirm'> & { readonly at: string }
/** Of the day's sheet, what this page shows of it. */
export type DaySheet = {
  readonly quotas: readonly Quota[]
  readonly overrides: readonly DayReferral[]
  readonly notable: NotableListAnswer['rules']
  readonly undone: readonly {
    readonly movement: string
    readonly lane: string
    readonly direction: string
    readonly at: string
    readonly undoneAt: string
  }[]
}
/** That this day's sheet was read is on record. */
export const useDaySheet = (point: string, day: string) => useAnswer<DaySheet>(`${pointPath(point)}/day?day=${day}`)
