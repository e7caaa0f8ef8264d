import { sql } from 'kysely'
import { type CommandId, madeAtMs } from '../../kernel/code.ts'
import { type Instant, instantOfMs } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { type Cell, everyCell, type HolderBoundId } from '../../platform/ids.ts'
import { type Confirm, isAfterwards, type ListState, type Referral } from './referral.rules.ts'

export type ReferralRow = Referral & {
  readonly cell: Cell
  readonly movement: CommandId
  readonly holder: HolderBoundId
  readonly point: string
  readonly lane: string
  readonly direction: string
  readonly occurredAt: Instant
  readonly decidedAt: Instant | null
  readonly hits: readonly string[]
  readonly reason: string | null
  readonly to: string | null
  readonly confirmReason: string | null
  readonly usedBy: string | null
}

const referrals = (tx: Tx) => tx.selectFrom('referral').selectAll()
type Selected = Awaited<ReturnType<ReturnType<typeof referrals>['execute']>>[number]
const toReferral = (row: Selected): ReferralRow => ({
  cell: row.cell as Cell,
  movement: row.movement as CommandId,
  holder: row.holder_id as HolderBoundId,
  point: row.point,
  lane: row.lane,
  direction: row.direction,
  occurredAt: row.occurred_at as Instant,
  reasons: row.reasons,
  recordedBy: row.recorded_by,
  state: row.state as Referral['state'],
  decidedAt: row.decided_at as Instant | null,
  decidedBy: row.decided_by,
  confirm: row.confirm as Confirm,
  hits: row.hits,
  reason: row.reason,
  to: row.handed_to,
  confirmReason: row.confirm_reason,
  usedBy: row.used_by,
  isAfterwards: isAfterwards({ movement: row.movement, usedBy: row.used_by }),
})

/** By the movement's id, which names no cell: one look-up in each. */
export async function findReferral(tx: Tx, movement: string, lock = false): Promise<ReferralRow | undefined> {
  const row = await referrals(tx)
    .where('cell', 'in', everyCell)
    .where('movement', '=', movement)
    .$if(lock, (select) => select.forUpdate())
    .executeTakeFirst()
  return row && toReferral(row)
}

/** Entries of the watchlist that were before somebody in charge about this movement: by the decision that it was let through on, or about itself. */
export async function judgedHits(tx: Tx, { cell, movement, holder }: { cell: Cell; movement: string; holder: string }): Promise<string[]> {
  const rows = await tx
    .selectFrom('referral')
    .select('hits')
    .where('cell', '=', cell)
    .where('holder_id', '=', holder)
    .where(({ or, eb }) => or([eb('used_by', '=', movement), eb('movement', '=', movement)]))
    .execute()
  return [...new Set(rows.flatMap(({ hits }) => hits))]
}

export const listMax = 200
export async function referralsOf(
  tx: Tx,
  point: string,
  { state, from, until }: { state?: ListState | undefined; from?: Instant | undefined; until?: Instant | undefined },
): Promise<ReferralRow[]> {
  const rows = await referrals(tx)
    .where('point', '=', point)
    .$if(state === 'open', (select) => select.where('state', '=', 'open'))
    .$if(state === 'decided', (select) => select.where('state', '<>', 'open'))
    .$if(state === 'to-confirm', (select) => select.where('confirm', '=', 'waiting'))
    .$if(from !== undefined, (select) => select.where('occurred_at', '>=', from ?? ''))
    .$if(until !== undefined, (select) => select.where('occurred_at', '<', until ?? ''))
    .orderBy('occurred_at', 'desc')
    .orderBy('movement', 'desc')
    .limit(listMax)
    .execute()
  return rows.map(toReferral)
}

/** What waits at these points, open or to be confirmed, with whose hands are there: the oldest first. A shift that began before `since` was forgotten. */
export async function waitingAt(tx: Tx, points: readonly string[], { since, today }: { since: Instant; today: Instant }) {
  if (points.length === 0) return []
  const live = (ref: 'other' | 'leader') => sql<boolean>`exists (select 1 from shift s where s.point = referral.point and s.ended_at is null
    and s.started_at >= ${since} and s.officer is distinct from referral.recorded_by ${ref === 'leader' ? sql`and s.leads` : sql``})`
  const rows = await referrals(tx)
    .select([
      live('leader').as('led'),
      live('other').as('others'),
      sql<boolean>`exists (select 1 from shift s where s.point = referral.point and s.officer = referral.recorded_by and s.leads
        and s.started_at <= referral.occurred_at and (s.ended_at is null or s.ended_at >= referral.occurred_at))`.as('referrer_led'),
      sql<boolean>`coalesce(decided_at < ${today}, false)`.as('of_earlier_day'),
    ])
    .where('point', 'in', points)
    .where(({ or, eb }) => or([eb('state', '=', 'open'), eb('confirm', '=', 'waiting')]))
    .orderBy('occurred_at')
    .orderBy('movement')
    .limit(listMax)
    .execute()
  return rows.map((row) => ({
    referral: toReferral(row),
    hands: { referrerLed: row.referrer_led, led: row.led, others: row.others, ofEarlierDay: row.of_earlier_day },
  }))
}

/** The numbers of the documents that were presented, by movement. */
export async function numbersOf(tx: Tx, rows: readonly ReferralRow[]): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map()
  const found = await tx
    .selectFrom('movement')
    .select(['id', 'document_number'])
    .where('cell', 'in', [...new Set(rows.map(({ cell }) => cell))])
    .where(
      'id',
      'in',
      rows.map(({ movement }) => movement),
    )
    .where(
      'made_at',
      'in',
      rows.map(({ movement }) => instantOfMs(madeAtMs(movement))),
    )
    .execute()
  return new Map(found.flatMap(({ id, document_number: number }) => (number === null ? [] : [[id, number] as const])))
}

export async function countOpen(tx: Tx, point: string): Promise<number> {
  const { open } = await tx
    .selectFrom('referral')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('point', '=', point)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return open
}
