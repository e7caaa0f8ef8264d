import type { ExpressionBuilder } from 'kysely'
import { type AreaCode, type CommandId, madeAtMs, type PointId, type StateCode } from '../kernel/code.ts'
import { type CivilDate, type Instant, instantOfMs } from '../kernel/time.ts'
import { findHolderOf } from '../movements/movement.queries.ts'
import { holderOf } from '../movements/recorder.asked.ts'
import type { Stay, StayEnd } from '../movements/stay.rules.ts'
import type { VerdictOutcome } from '../movements/verdict-table.rules.ts'
import { plainPassNumber } from '../passes/pass.rules.ts'
import type { DocumentKind } from '../places/order.rules.ts'
import { type Tx, takeInHand } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import type { Tables } from '../platform/tables.ts'
import type { StayOnRecord } from './lawful.rules.ts'
import type { Repair, RepairBasis } from './repair.rules.ts'

/** A document as it is typed at a counter. `issuer`: none for a pass of ours, a state for a partner's pass, three letters for a passport. */
export type TypedDocument = { readonly number: string; readonly issuer?: string | undefined }

/** Whose document this is, and takes them in hand: their stays are seen and changed for the rest of the transaction. Undefined: a pass of ours that is not in the register. */
export async function takeHolderInHand(tx: Tx, state: StateCode, { number: typed, issuer: from }: TypedDocument): Promise<HolderBoundId | undefined> {
  const [plain, issuer] = [typed.toUpperCase().replace(/[\s-]/g, ''), from?.toUpperCase()]
  if (issuer === undefined || issuer === state) {
    const number = plainPassNumber(plain) ?? plain
    await takeInHand(tx, [number])
    const found = await findHolderOf(tx, number)
    if (found) await takeInHand(tx, [number, found])
    return found
  }
  const { holder } = holderOf({ kind: issuer.length === 3 ? 'passport' : 'border-pass', issuer, number: plain })
  await takeInHand(tx, [holder])
  return holder
}

const latestMax = 20

/** A holder's latest stays, the latest first, and however old those whose missing end nobody found out yet; `all`: every one, where one is named. `lock`: nobody else changes them until the transaction ends, and a gate that decided on the old ones decides again. */
export async function staysOf(tx: Tx, holder: HolderBoundId, { lock = false, all = false } = {}): Promise<StayOnRecord[]> {
  const mine = tx.selectFrom('stay').where('cell', '=', cellOf(holder)).where('holder_id', '=', holder)
  const { last } = all ? { last: null } : await mine.select(({ fn }) => fn.max('number').as('last')).executeTakeFirstOrThrow()
  const rows = await mine
    .selectAll('stay')
    .$if(!all, (select) =>
      select.where((eb) => eb.or([eb('number', '>', (last ?? 0) - latestMax), eb.and([eb('state', '=', 'unmatched'), eb.not(isRepaired(eb))])])),
    )
    .orderBy('number', 'desc')
    .$if(lock, (select) => select.forUpdate())
    .execute()
  return rows.map(toStay)
}

/** Somebody found out about the end that no gate recorded. */
export const isRepaired = ({ exists, selectFrom }: ExpressionBuilder<Tables, 'stay'>) =>
  exists(
    selectFrom('stay_repair as r')
      .select('r.number')
      .whereRef('r.cell', '=', 'stay.cell')
      .whereRef('r.holder_id', '=', 'stay.holder_id')
      .whereRef('r.number', '=', 'stay.number'),
  )

type Row = Awaited<ReturnType<ReturnType<typeof selectStays>['executeTakeFirstOrThrow']>>
export const selectStays = (tx: Tx) => tx.selectFrom('stay').selectAll('stay')

export const toStay = (row: Row): StayOnRecord => ({
  number: row.number,
  state: row.state as Stay['state'],
  opened: toEnd(row.opened_by, row.opened_at, row.opened_point),
  closed: toEnd(row.closed_by, row.closed_at, row.closed_point),
  lawfulUntil: row.lawful_until as CivilDate | null,
  lawfulThrough: row.lawful_through as CivilDate | null,
  version: row.version,
  document: {
    kind: row.document_kind as DocumentKind | null,
    issuer: row.document_issuer,
    number: row.document_number,
    nationality: row.nationality,
    issuingArea: row.issuing_area as AreaCode | null,
  },
  extensions: row.extensions,
  extendedAt: row.extended_at as Instant | null,
  toldUntil: row.told_until as CivilDate | null,
  lawfulBy: row.lawful_by,
})

const toEnd = (movement: string | null, at: string | null, point: string | null): StayEnd | null =>
  movement === null || at === null || point === null ? null : { movement: movement as CommandId, at: at as Instant, point: point as PointId }

/** Repairs by the number of their stay. */
export async function repairsOf(tx: Tx, holder: HolderBoundId): Promise<Map<number, Repair>> {
  const rows = await tx.selectFrom('stay_repair').selectAll().where('cell', '=', cellOf(holder)).where('holder_id', '=', holder).execute()
  return new Map(
    rows.map((row) => [
      row.number,
      {
        missing: row.missing as Repair['missing'],
        at: row.occurred_at as Instant,
        point: row.point as PointId,
        basis: row.basis as RepairBasis,
        evidence: row.evidence,
        inTime: row.in_time,
        repairedAt: row.repaired_at as Instant,
      },
    ]),
  )
}

export type ContestedMovement = {
  readonly id: CommandId
  readonly at: Instant
  readonly point: PointId
  readonly direction: 'exit' | 'entry'
  readonly outcome: VerdictOutcome
}

/** A movement of this holder that was not undone. */
export async function movementOf(tx: Tx, holder: HolderBoundId, id: CommandId): Promise<ContestedMovement | undefined> {
  const row = await selectMovements(tx, holder)
    .where('id', '=', id)
    .where('made_at', '=', instantOfMs(madeAtMs(id)))
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return row && toMovement(row)
}

export async function latestMovements(tx: Tx, holder: HolderBoundId, limit: number): Promise<ContestedMovement[]> {
  return (await selectMovements(tx, holder).where('undone_at', 'is', null).orderBy('occurred_at', 'desc').limit(limit).execute()).map(toMovement)
}

const selectMovements = (tx: Tx, holder: HolderBoundId) =>
  tx
    .selectFrom('movement')
    .select(['id', 'occurred_at', 'point', 'direction', 'outcome'])
    .where('cell', '=', cellOf(holder))
    .where('holder_id', '=', holder)
const toMovement = (row: { id: string; occurred_at: string; point: string; direction: string; outcome: string }): ContestedMovement => ({
  id: row.id as CommandId,
  at: row.occurred_at as Instant,
  point: row.point as PointId,
  direction: row.direction as 'exit' | 'entry',
  outcome: row.outcome as VerdictOutcome,
})

/** Did this account record one of these movements? Row-level security shows everybody their own events. */
export async function recordedBy(tx: Tx, account: string, holder: HolderBoundId, movements: readonly CommandId[]): Promise<boolean> {
  for (const id of movements) {
    const event = await tx
      .selectFrom('event')
      .select('id')
      .where('cell', '=', cellOf(holder))
      .where('id', '=', id)
      .where('made_at', '=', instantOfMs(madeAtMs(id)))
      .where('actor', '=', account)
      .executeTakeFirst()
    if (event) return true
  }
  return false
}
