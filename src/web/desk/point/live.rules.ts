import type { QuotaNow } from '../../../checkpoint/day/day-sheet.rules.ts'
import { epochMs, type Instant } from '../../../kernel/time.ts'

export type Outcome = 'admit' | 'admit-with-flag' | 'refer' | 'refuse'
export type Movement = {
  readonly id: string
  readonly lane: string
  readonly direction: 'exit' | 'entry'
  readonly outcome: Outcome
  readonly at: Instant
}
export type Quota = QuotaNow
/** A shift that is open at a lane. Who works it is asked apart: the stream names nobody. */
export type LaneShift = { readonly lane: string; readonly shift: string; readonly leads: boolean; readonly since: Instant }
export type CountRow = { readonly direction: string; readonly outcome: string; readonly n: number }

/** What the stream tells whole, each time it changes: a part that was lost is put right by the next. */
export type Parts = {
  readonly counts: { readonly day: string; readonly rows: readonly CountRow[] }
  readonly lanes: readonly LaneShift[]
  readonly quotas: readonly Quota[]
  readonly referrals: { readonly open: number }
  readonly orders: { readonly ids: readonly string[]; readonly coming: readonly string[] }
}
export type PartName = keyof Parts

/** `id`: a run of the program, and a number that grows by one with each event of the point. */
export type LiveEvent = { readonly id: string } & (
  | { readonly type: 'snapshot'; readonly at: Instant; readonly parts: Parts }
  | { readonly type: 'part'; readonly parts: Partial<Parts> }
  | { readonly type: 'movement'; readonly movement: Movement }
  | { readonly type: 'undone'; readonly movement: string }
)

export type Live = Parts & {
  readonly id: string
  /** The server's clock at the snapshot. */
  readonly at: Instant
  /** The last minutes' movements and each lane's last, once each, in any order. */
  readonly recent: readonly Movement[]
  readonly undone: readonly string[]
  /** Grows when somebody was referred or the number of those who wait changed: then the list of them is asked again. */
  readonly referralsAt: number
  /** Grows with each snapshot, and where an event is missing between two: then the last minutes are asked again. */
  readonly recentAt: number
}

export const recentMinutes = 10
const minuteMs = 60_000
/** Undone movements that are remembered: the list of the last minutes may be older than their undoing. */
const undoneMax = 200

/** What is shown after an event. Before a snapshot nothing can be; what was told before is told for nothing. */
export function follow(live: Live | undefined, event: LiveEvent): Live | undefined {
  if (event.type === 'snapshot') return live && isOld(event.id, live.id) ? live : begun(live, event)
  if (!live || runOf(event.id) !== runOf(live.id) || isOld(event.id, live.id)) return live
  const isMissing = numberOf(event.id) > numberOf(live.id) + 1
  const next = { ...live, id: event.id, recentAt: live.recentAt + (isMissing ? 1 : 0) }
  if (event.type === 'undone') {
    const undone = [...live.undone, event.movement].slice(-undoneMax)
    return { ...next, undone, recent: live.recent.filter(({ id }) => id !== event.movement) }
  }
  if (event.type === 'movement') {
    const isReferred = event.movement.outcome === 'refer'
    return { ...next, recent: known(live, [event.movement]), referralsAt: live.referralsAt + (isReferred ? 1 : 0) }
  }
  const opened = event.parts.referrals !== undefined && event.parts.referrals.open !== live.referrals.open
  return { ...next, ...event.parts, referralsAt: live.referralsAt + (opened ? 1 : 0) }
}

const begun = (before: Live | undefined, { id, at, parts }: Extract<LiveEvent, { type: 'snapshot' }>): Live => ({
  ...parts,
  id,
  at,
  recent: before?.recent ?? [],
  undone: before?.undone ?? [],
  referralsAt: (before?.referralsAt ?? 0) + 1,
  recentAt: (before?.recentAt ?? 0) + 1,
})

/** With the last minutes as they were asked for: whatever the stream told meanwhile stays, and nothing stands twice. */
export const withRecent = (live: Live, movements: readonly Movement[]): Live => ({ ...live, recent: known(live, movements) })

function known({ recent, undone }: Pick<Live, 'recent' | 'undone'>, movements: readonly Movement[]): readonly Movement[] {
  const all = new Map([...recent, ...movements].map((movement) => [movement.id, movement]))
  for (const id of undone) all.delete(id)
  return pruned([...all.values()])
}

/** Twice the minutes that are shown, by the movements' own times, so that no clock is needed; and each lane's last, however old. */
function pruned(movements: readonly Movement[]): readonly Movement[] {
  const newest = movements.reduce((most, { at }) => Math.max(most, epochMs(at)), 0)
  const last = new Set(lastOfLanes(movements).values())
  return movements.filter((movement) => last.has(movement) || newest - epochMs(movement.at) < 2 * recentMinutes * minuteMs)
}

function lastOfLanes(movements: readonly Movement[]): Map<string, Movement> {
  const last = new Map<string, Movement>()
  for (const movement of movements) {
    const other = last.get(movement.lane)
    if (!other || isLater(movement, other)) last.set(movement.lane, movement)
  }
  return last
}
const isLater = (one: Movement, other: Movement): boolean => {
  const apart = epochMs(one.at) - epochMs(other.at)
  return apart > 0 || (apart === 0 && one.id > other.id)
}

/** Of one run, what came before or is the same; another run's numbers say nothing here. */
const isOld = (id: string, than: string): boolean => runOf(id) === runOf(than) && numberOf(id) <= numberOf(than)
const runOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('-')))
const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf('-') + 1))

export type LaneNow = { readonly lane: string; readonly shift: LaneShift | undefined; readonly lastTen: number; readonly last: Movement | undefined }

/** The lanes in order, "2" before "10": those with a shift, and those where somebody was recorded without one in the last minutes. */
export function lanesNow({ lanes, recent }: Pick<Live, 'lanes' | 'recent'>, now: Instant): LaneNow[] {
  const last = lastOfLanes(recent)
  const isRecent = ({ at }: Movement) => epochMs(now) - epochMs(at) < recentMinutes * minuteMs
  const names = new Set([...lanes.map(({ lane }) => lane), ...recent.filter(isRecent).map(({ lane }) => lane)])
  return [...names]
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((lane) => ({
      lane,
      shift: lanes.find((each) => each.lane === lane),
      lastTen: recent.filter((movement) => movement.lane === lane && isRecent(movement)).length,
      last: last.get(lane),
    }))
}

export type Sums = { readonly exits: number; readonly entries: number; readonly referred: number; readonly refused: number }
/** Exits and entries are those let through. */
export function sumsOf(rows: readonly CountRow[]): Sums {
  const sum = (is: (row: CountRow) => boolean) => rows.filter(is).reduce((total, { n }) => total + n, 0)
  const isThrough = ({ outcome }: CountRow) => outcome !== 'refer' && outcome !== 'refuse'
  return {
    exits: sum((row) => isThrough(row) && row.direction === 'exit'),
    entries: sum((row) => isThrough(row) && row.direction === 'entry'),
    referred: sum(({ outcome }) => outcome === 'refer'),
    refused: sum(({ outcome }) => outcome === 'refuse'),
  }
}

/** What a screen reader is told: news that somebody has to act on, never a movement. */
export type News = { readonly is: 'waiting'; readonly count: number } | { readonly is: 'orders' } | { readonly is: 'full'; readonly opens: string }

export function newsOf(before: Live | undefined, now: Live): News[] {
  if (!before) return []
  const news: News[] = []
  if (now.referrals.open > before.referrals.open) news.push({ is: 'waiting', count: now.referrals.open })
  if (ordersOf(now) !== ordersOf(before)) news.push({ is: 'orders' })
  const full = new Set(before.quotas.filter(isFull).map(keyOf))
  for (const quota of now.quotas) if (isFull(quota) && !full.has(keyOf(quota))) news.push({ is: 'full', opens: quota.opens })
  return news
}
const ordersOf = ({ orders: { ids, coming } }: Live): string => JSON.stringify([[...ids].sort(), [...coming].sort()])
export const isFull = ({ taken, places }: Pick<Quota, 'taken' | 'places'>): boolean => taken >= places
const keyOf = ({ order, session }: Quota): string => `${order} ${session}`

/** An event as it comes over the line; undefined: of a kind that this page does not know, or not whole. */
export function eventOf(name: string, id: string, text: string): LiveEvent | undefined {
  const data = parsed(text)
  if (!data || !/^[0-9a-z]+-[0-9]{1,15}$/.test(id)) return undefined
  if (name === 'snapshot') {
    const { counts, lanes, quotas, referrals, orders, at } = data as unknown as Parts & { at: Instant }
    return counts && lanes && quotas && referrals && orders && at
      ? { id, type: 'snapshot', at, parts: { counts, lanes, quotas, referrals, orders } }
      : undefined
  }
  if (name === 'movement') return typeof data['id'] === 'string' ? { id, type: 'movement', movement: data as unknown as Movement } : undefined
  if (name === 'undone') return typeof data['movement'] === 'string' ? { id, type: 'undone', movement: data['movement'] } : undefined
  return (partNames as readonly string[]).includes(name) && name in data ? { id, type: 'part', parts: { [name]: data[name] } } : undefined
}
export const partNames = ['counts', 'lanes', 'quotas', 'referrals', 'orders'] as const satisfies readonly PartName[]
export const eventNames = ['snapshot', 'movement', 'undone', ...partNames] as const

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined
  } catch {
    return undefined
  }
}
