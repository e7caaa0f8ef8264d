import { readdir } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import type { ImportId } from './import.store.ts'
import { importFile, removeFile } from './import-file.ts'

type Bounds = { readonly before: Instant; readonly importFolder: string }

const idForm = /^[0-9a-f-]{36}$/
const namesNobody = '—'

/** The files that came in and lie there still: of imports that nobody went on with, or of none that is on record. */
export const importFiles = {
  count: async (tx: Tx, bounds: Bounds): Promise<number> => (await leftFiles(tx, bounds)).length,
  async erase(tx: Tx, bounds: Bounds, limit: number): Promise<number> {
    const gone = (await leftFiles(tx, bounds)).slice(0, limit)
    for (const id of gone) await removeFile(importFile(bounds.importFolder, id))
    return gone.length
  },
}

async function leftFiles(tx: Tx, { before, importFolder }: Bounds): Promise<ImportId[]> {
  const files = (await readdir(importFolder).catch(() => [])).filter((name) => idForm.test(name))
  if (files.length === 0) return []
  const { rows } = await sql<{ id: string }>`select id from unnest(${files}::uuid[]) as f (id)
    where not exists (select 1 from import_batch b where b.id = f.id and b.changed_at >= ${before})`.execute(tx)
  return rows.map(({ id }) => id as ImportId)
}

/** An import that has something left to go: what was wrong with its rows, its file's name, and where no pass came from it the whole of it. */
const over = ({ before }: Bounds) => sql`from import_batch b where b.changed_at < ${before}
  and (b.file_name <> ${namesNobody} or not exists (select 1 from pass x where x.import_batch = b.id))`

/** The row stays while passes name it as what they came from: when, by whom, how many. */
export const importBatches = {
  async count(tx: Tx, bounds: Bounds): Promise<number> {
    const { rows } = await sql<{ n: number }>`select count(*) as n ${over(bounds)}`.execute(tx)
    return rows[0]?.n ?? 0
  },
  async erase(tx: Tx, bounds: Bounds, limit: number): Promise<number> {
    const { rows } = await sql<{ id: string }>`select b.id ${over(bounds)} limit ${limit} for update of b skip locked`.execute(tx)
    const ids = rows.map(({ id }) => id)
    await sql`delete from import_fault where batch = any(${ids}::uuid[])`.execute(tx)
    await sql`delete from import_batch b where b.id = any(${ids}::uuid[]) and not exists (select 1 from pass x where x.import_batch = b.id)`.execute(
      tx,
    )
    await sql`update import_batch set file_name = ${namesNobody}, mapping = null, sha256 = null where id = any(${ids}::uuid[])`.execute(tx)
    return ids.length
  },
}
