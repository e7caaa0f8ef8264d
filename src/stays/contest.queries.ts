import { sql } from 'kysely'
import { madeAtMs } from '../kernel/code.ts'
import { type Instant, instantOfMs } from '../kernel/time.ts'
import type { Finding } from '../movements/finding.rules.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { isDecisionTold, type TurnedBack } from './contest.rules.ts'

/** What the gate found when these movements of one holder were recorded, by their ids. Whose they may see, the database says. */
export async function findingsOf(tx: Tx, holder: HolderBoundId, ids: readonly string[]): Promise<Map<string, readonly Finding[]>> {
  if (ids.length === 0) return new Map()
  const made = ids.map((id) => instantOfMs(madeAtMs(id as never)))
  const { rows } = await sql<{ id: string; verdict: { findings: readonly Finding[] } | null }>`
    select id, verdict from contested_verdicts(${cellOf(holder)}::smallint, ${[...ids]}::uuid[], ${made}::timestamptz[])`.execute(tx)
  return new Map(rows.map(({ id, verdict }) => [id, verdict?.findings ?? []]))
}

export type StoppedPass = {
  readonly number: string
  readonly state: 'suspended' | 'revoked'
  readonly reason: string | null
  readonly expiresAt: Instant
}

/** The suspended and revoked passes of whoever proves themselves by a number and the birth date. */
export async function stoppedPasses(tx: Tx, number: string, born: string): Promise<StoppedPass[]> {
  const { rows } = await sql<{ number: string; state: StoppedPass['state']; reason: string | null; expires_at: Instant }>`
    select number, state, reason, expires_at from stopped_passes(${number}, ${born})`.execute(tx)
  return rows.map(({ expires_at: expiresAt, ...pass }) => ({ ...pass, expiresAt }))
}

/** Who of those referred was turned back, by the movement that referred them. */
export async function turnedBackOf(tx: Tx, holder: HolderBoundId, movements: readonly string[]): Promise<Map<string, TurnedBack>> {
  if (movements.length === 0) return new Map()
  const rows = await tx
    .selectFrom('referral')
    .select(['movement', 'reason', 'reasons', 'decided_at'])
    .where('cell', '=', cellOf(holder))
    .where('holder_id', '=', holder)
    .where('movement', 'in', [...movements])
    .where('state', '=', 'turned-back')
    .execute()
  return new Map(
    rows.map(({ movement, reason, reasons, decided_at: at }) => [movement, { at: at as Instant, reason: isDecisionTold(reasons) ? reason : null }]),
  )
}

/** Did this account decide on what was referred, confirm it, or write down an end that is contested? */
export async function tookPart(
  tx: Tx,
  account: string,
  holder: HolderBoundId,
  { movements, stay }: { readonly movements: readonly string[]; readonly stay: number | null },
): Promise<boolean> {
  const cell = cellOf(holder)
  const referral =
    movements.length > 0 &&
    (await tx
      .selectFrom('referral')
      .select('movement')
      .where('cell', '=', cell)
      .where('movement', 'in', movements)
      .where(({ or, eb }) => or([eb('decided_by', '=', account), eb('confirmed_by', '=', account)]))
      .executeTakeFirst())
  if (referral) return true
  if (stay === null) return false
  const repair = await tx
    .selectFrom('stay_repair')
    .select('number')
    .where('cell', '=', cell)
    .where('holder_id', '=', holder)
    .where('number', '=', stay)
    .where('repaired_by', '=', account)
    .executeTakeFirst()
  return repair !== undefined
}
