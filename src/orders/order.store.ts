import type { Instant } from '../kernel/time.ts'
import { borderZone, civilDateAt } from '../kernel/time.ts'
import { orderOf } from '../places/order.queries.ts'
import type { Order } from '../places/order.rules.ts'
import type { Tx } from '../platform/database.ts'
import type { OrderEnding } from './give-back.rules.ts'
import type { OrderInstrument } from './order-draft.rules.ts'
import type { PaperType } from './paper.rules.ts'

/** An order of the register with how it was ended. */
export type KeptOrder = {
  readonly order: Order
  readonly issuedAt: Instant
  readonly issuedBy: string
  readonly endedAt: Instant | null
  readonly endedBy: string | null
  readonly endedWhy: string | null
  readonly supersededBy: string | null
  /** How its end stood before that one took its place. */
  readonly endBefore: OrderEnding | null
  /** The order that was to take its place, and was taken back before it began. */
  readonly restoredOf: string | null
}

/** Locked: two that end one order wait for each other. */
export async function lockOrder(tx: Tx, id: string): Promise<KeptOrder | undefined> {
  const row = await tx.selectFrom('crossing_order').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && keptOf(row)
}

export const keptOf = (row: Parameters<typeof orderOf>[0]): KeptOrder => ({
  order: orderOf(row),
  issuedAt: row.issued_at as Instant,
  issuedBy: row.issued_by,
  endedAt: row.ended_at as Instant | null,
  endedBy: row.ended_by,
  endedWhy: row.ended_why,
  supersededBy: row.superseded_by,
  endBefore: row.end_before as OrderEnding | null,
  restoredOf: row.restored_of,
})

export const endingOf = ({ order, endedAt, endedBy, endedWhy, supersededBy, endBefore }: KeptOrder): OrderEnding => ({
  ...{ endsAt: order.endsAt, endedAt, endedBy, endedWhy, supersededBy, before: endBefore },
})

/** Those whose place an order took. Not locked by row, which would hide those that one may not end: whoever asks holds the lock on all orders. */
export async function supersededBy(tx: Tx, by: string): Promise<KeptOrder[]> {
  const rows = await tx.selectFrom('crossing_order').selectAll().where('superseded_by', '=', by).orderBy('id').execute()
  return rows.map(keptOf)
}

/** False: an order of this id is there. */
export async function insertOrder(tx: Tx, order: Order, { at, by }: { at: Instant; by: string }): Promise<boolean> {
  const row = await tx
    .insertInto('crossing_order')
    .values({
      id: order.id,
      number: order.number,
      state: order.state,
      instrument: order.instrument,
      points: order.points,
      directions: order.directions,
      stage: order.stage,
      starts_at: order.startsAt,
      ends_at: order.endsAt,
      sessions: order.sessions && JSON.stringify(order.sessions),
      who: JSON.stringify(order.who),
      vehicles: JSON.stringify(order.vehicles),
      words: JSON.stringify(order.words),
      issued_at: at,
      issued_by: by,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Moves an order's end. `restored`: given back, since the order that was to take its place was taken back. */
export async function writeEnding(
  tx: Tx,
  id: string,
  ending: OrderEnding,
  restored: { readonly of: string; readonly by: string } | null = null,
): Promise<void> {
  const { endsAt, endedAt, endedBy, endedWhy, supersededBy, before } = ending
  await tx
    .updateTable('crossing_order')
    .set({
      ...{ ends_at: endsAt, ended_at: endedAt, ended_by: endedBy, ended_why: endedWhy, superseded_by: supersededBy },
      ...{ end_before: before && JSON.stringify(before), restored_of: restored?.of ?? null, restored_by: restored?.by ?? null },
    })
    .where('id', '=', id)
    .execute()
}

/** Puts a new paper into the register; one that is there says the same, or false. */
export async function enterPaper(tx: Tx, { id, kind, title, issuer, signedOn, source }: OrderInstrument, startsAt: Instant): Promise<boolean> {
  if (title === null || issuer === null || source === null) return true
  await tx
    .insertInto('instrument')
    .values({ id, kind, issuer, source, title: JSON.stringify(title), signed_on: signedOn, in_force_from: civilDateAt(startsAt, borderZone) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const kept = await tx.selectFrom('instrument').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const same = (one: object) => JSON.stringify(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return kept.issuer === issuer && kept.source === source && kept.signed_on === signedOn && same(kept.title) === same(title)
}

export async function keepPaperFile(
  tx: Tx,
  { instrument, sha256, type, bytes, at, by }: { instrument: string; sha256: string; type: PaperType; bytes: Buffer; at: Instant; by: string },
): Promise<void> {
  await tx
    .insertInto('instrument_paper')
    .values({ instrument, sha256, type, bytes, kept_at: at, kept_by: by })
    .onConflict((conflict) => conflict.columns(['instrument', 'sha256']).doNothing())
    .execute()
}
