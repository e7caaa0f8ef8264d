import { sql } from 'kysely'
import type { AreaCode } from '../../kernel/code.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { cellOf, type HolderBoundId } from '../../platform/ids.ts'
import { type PassState, passStateAt } from '../pass.rules.ts'

/** Signed, and not printed because its pass is suspended or over. */
export type NotPrinted = { readonly number: string; readonly application: HolderBoundId; readonly state: PassState }
export type ToPrint = { readonly number: string; readonly application: HolderBoundId; readonly signedAt: Instant }

const signed = (tx: Tx, office: AreaCode) =>
  tx
    .selectFrom('application as a')
    .innerJoin('pass as p', (join) => join.onRef('p.cell', '=', 'a.cell').onRef('p.number', '=', 'a.pass_number'))
    .where('a.office', '=', office)
    .where('p.office', '=', office)
    .where('a.state', '=', 'signed')

const unprinted = (tx: Tx, office: AreaCode, at: Instant) =>
  signed(tx, office).where('p.state', '=', 'active').where('p.expires_at', '>', at).where('a.printed_by', 'is', null)

/** Of an office, the oldest signature first: printed or not, none of these is bound to a booklet before its pass is in force again. */
export async function listNotPrinted(tx: Tx, office: AreaCode, at: Instant, limit: number): Promise<NotPrinted[]> {
  const rows = await signed(tx, office)
    .select(['p.number', 'a.id', 'p.state', 'p.expires_at'])
    .where((where) => where.or([where('p.state', '<>', 'active'), where('p.expires_at', '<=', at)]))
    .orderBy('a.signed_at')
    .orderBy('p.number')
    .limit(limit)
    .execute()
  return rows.map(({ number, id, state, expires_at: expiresAt }) => ({
    number,
    application: id as HolderBoundId,
    state: passStateAt({ state: state as PassState, expiresAt: expiresAt as Instant }, at),
  }))
}

/** Passes of an office that are in force and whose page nobody has printed, oldest signature first. */
export async function listToPrint(tx: Tx, office: AreaCode, at: Instant, limit: number): Promise<{ waiting: number; passes: ToPrint[] }> {
  const { waiting } = await unprinted(tx, office, at).select(sql<number>`count(*)::int`.as('waiting')).executeTakeFirstOrThrow()
  const rows = await unprinted(tx, office, at)
    .select(['p.number', 'a.id', 'a.signed_at'])
    .orderBy('a.signed_at')
    .orderBy('p.number')
    .limit(limit)
    .execute()
  return { waiting, passes: rows.map((row) => ({ number: row.number, application: row.id as HolderBoundId, signedAt: row.signed_at as Instant })) }
}

/** Keeps whose hands printed them; the first printer's stay. */
export async function markPrinted(tx: Tx, applications: readonly HolderBoundId[], account: string): Promise<void> {
  if (applications.length === 0) return
  await tx
    .updateTable('application')
    .set({ printed_by: account })
    .where('cell', 'in', [...new Set(applications.map(cellOf))])
    .where('id', 'in', applications)
    .where('printed_by', 'is', null)
    .execute()
}
