import type { ProblemCode } from '../../kernel/problem.ts'
import type { Tx } from '../../platform/database.ts'
import type { ImportBatch, ImportId } from './import.store.ts'
import { toBatch } from './import.store.ts'

/** The caller's imports that row-level security shows, the latest first. */
export async function listImports(tx: Tx, limit: number): Promise<ImportBatch[]> {
  const rows = await tx.selectFrom('import_batch').selectAll().orderBy('made_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(toBatch)
}

/** What was under way when the program ended, of whoever began it. */
export async function unfinishedImports(tx: Tx): Promise<{ id: ImportId; account: string; turn: number; bytes: number }[]> {
  const rows = await tx
    .selectFrom('import_batch')
    .select(['id', 'account', 'turn', 'bytes'])
    .where('state', 'in', ['checking', 'running'])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as ImportId }))
}

export type FaultRow = { readonly line: number; readonly column: number; readonly code: ProblemCode; readonly header: string; readonly shape: string }

export async function listFaults(tx: Tx, id: ImportId, limit: number): Promise<FaultRow[]> {
  const rows = await tx
    .selectFrom('import_fault')
    .select(['line', 'column', 'code', 'header', 'shape'])
    .where('batch', '=', id)
    .orderBy('line')
    .orderBy('column')
    .orderBy('code')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, code: row.code as ProblemCode }))
}

export async function countFaults(tx: Tx, id: ImportId): Promise<{ code: ProblemCode; n: number }[]> {
  const rows = await tx
    .selectFrom('import_fault')
    .select(({ fn }) => ['code', fn.countAll<number>().as('n')])
    .where('batch', '=', id)
    .groupBy('code')
    .orderBy('n', 'desc')
    .orderBy('code')
    .execute()
  return rows.map(({ code, n }) => ({ code: code as ProblemCode, n: Number(n) }))
}
