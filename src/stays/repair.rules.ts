import type { PointId, StateCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { epochMs, type Instant } from '../kernel/time.ts'
import type { Direction } from '../places/order.rules.ts'
import { isOurs, type StayOnRecord } from './lawful.rules.ts'

/** Who or what says when the end happened. 'rebuttal': an accepted one; nobody writes that in by hand. */
export const repairBases = ['stamp', 'ticket', 'neighbour-list', 'witness', 'rebuttal'] as const
export type RepairBasis = (typeof repairBases)[number]
export const handBases = ['stamp', 'ticket', 'neighbour-list', 'witness'] as const satisfies readonly RepairBasis[]

export type Repair = {
  readonly missing: Direction
  readonly at: Instant
  readonly point: PointId
  readonly basis: RepairBasis
  readonly evidence: string
  readonly inTime: boolean | null
  readonly repairedAt: Instant
}

/** Which end no gate recorded; null: none is missing. A foreigner's stay lacks its exit, or its entry; a national's the other way round. */
export function missingOf(
  state: StateCode,
  { state: stands, opened, document }: Pick<StayOnRecord, 'state' | 'opened' | 'document'>,
): Direction | null {
  if (stands !== 'unmatched') return null
  return (opened !== null) === isOurs(state, document) ? 'entry' : 'exit'
}

type Around = {
  readonly state: StateCode
  readonly now: Instant
  readonly repaired: boolean
  readonly previous: StayOnRecord | null
  readonly next: StayOnRecord | null
}

/** Where a missing end may be put: between its neighbours in the record, and not in the future. */
export function decideRepair(stay: StayOnRecord, at: Instant, { state, now, repaired, previous, next }: Around): Outcome<Direction> {
  const missing = missingOf(state, stay)
  if (missing === null) return refuse('repair.not-needed')
  if (repaired) return refuse('repair.done')
  const ms = epochMs(at)
  if (ms > epochMs(now)) return refuse('repair.in-future')
  const from = stay.opened?.at ?? previous?.closed?.at ?? previous?.opened?.at ?? null
  const until = stay.closed?.at ?? next?.opened?.at ?? next?.closed?.at ?? null
  if (from !== null && ms < epochMs(from)) return refuse('repair.before-beginning')
  if (until !== null && ms > epochMs(until)) return refuse('repair.after-end')
  return accept(missing)
}
