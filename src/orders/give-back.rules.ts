import type { Instant } from '../kernel/time.ts'

/** How an order's end stands, and by whose word. `before`: how it stood when another order took its place. */
export type OrderEnding = {
  readonly endsAt: Instant | null
  readonly endedAt: Instant | null
  readonly endedBy: string | null
  readonly endedWhy: string | null
  readonly supersededBy: string | null
  readonly before: OrderEnding | null
}
type Successor = { readonly id: string; readonly number: string; readonly startsAt: Instant }
type TakenBack = {
  /** Which orders that took its place earlier were taken back themselves. */
  readonly isTakenBack: (id: string) => boolean
  /** The order that was to follow the one that is taken back: it follows this one now. */
  readonly successor: Successor | null
  readonly startsAt: Instant
  readonly at: Instant
  readonly by: string
}

/** Taken back: it ends where it begins, and no other order took its place. */
export const isTakenBack = ({ startsAt, endsAt, supersededBy }: Pick<OrderEnding, 'endsAt' | 'supersededBy'> & { startsAt: Instant }): boolean =>
  endsAt === startsAt && supersededBy === null

/** The end of an order once the one that took its place never comes: as it stood before, without others that never came either. */
export function endGivenBack(ending: OrderEnding, { isTakenBack, successor, startsAt, at, by }: TakenBack): OrderEnding {
  let back = ending.before ?? ending
  while (back.before !== null && back.supersededBy !== null && isTakenBack(back.supersededBy)) back = back.before
  if (successor === null || (back.endsAt !== null && back.endsAt <= successor.startsAt)) return back
  const endsAt = successor.startsAt > startsAt ? successor.startsAt : startsAt
  return { endsAt, endedAt: at, endedBy: by, endedWhy: successor.number, supersededBy: successor.id, before: back }
}
