import type { Actor } from '../../identity/actor.rules.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { inTransaction } from '../../platform/database.ts'
import { openTable, type TableRow } from '../../platform/tabular/table.ts'
import type { ColumnsAnswer, ImportAnswer, ReportAnswer } from './import.api.ts'
import { countFaults, listFaults, listImports } from './import.queries.ts'
import { faultsKeptMax, type ImportBatch, type ImportId } from './import.store.ts'
import { ofImport } from './import-commands.ts'
import { importFile, sizeOf } from './import-file.ts'
import type { Importing } from './importing.ts'
import { cleanHeader, guessMapping } from './mapping.rules.ts'

const listedMax = 50
const samplesMax = 8
const sampleCharactersMax = 80
const reportedMax = 500

type OfImport = { readonly actor: Actor; readonly id: ImportId }

export async function importShown(importing: Pick<Importing, 'folder'>, batch: ImportBatch): Promise<ImportAnswer> {
  const { account: _account, sha256: _sha256, turn: _turn, mapping, ...told } = batch
  const received = batch.state === 'receiving' ? ((await sizeOf(importFile(importing.folder, batch.id))) ?? 0) : batch.bytes
  return { ...told, mapping: mapping && structuredClone(mapping as ImportAnswer['mapping']), received }
}

export async function importsOf(importing: Importing, actor: Actor): Promise<ImportAnswer[]> {
  const rows = await inTransaction(importing.database, { account: actor.account, at: importing.now() }, (tx) => listImports(tx, listedMax))
  return Promise.all(rows.map((row) => importShown(importing, row)))
}

export async function readImport(importing: Importing, of: OfImport): Promise<Outcome<ImportAnswer>> {
  const batch = await ofImport(importing, of, async (_tx, found) => accept(found))
  return batch.ok ? accept(await importShown(importing, batch.value)) : batch
}

/** What is wrong with its rows: how often each, and the first of them. */
export const reportOf = (importing: Importing, of: OfImport, limit = reportedMax): Promise<Outcome<ReportAnswer>> =>
  ofImport(importing, of, async (tx, { id }) =>
    accept({ counts: await countFaults(tx, id), faults: (await listFaults(tx, id, Math.min(limit, faultsKeptMax))).map((row) => ({ ...row })) }),
  )

/** The first row and some below it, and what they suggest. Told to those who may bring the file in. */
export async function columnsOf(importing: Importing, of: OfImport): Promise<Outcome<ColumnsAnswer>> {
  const batch = await ofImport(importing, of, async (_tx, found) => accept(found))
  if (!batch.ok) return batch
  if (batch.value.state === 'receiving') return refuse('import.not-complete')
  const path = importFile(importing.folder, of.id)
  if ((await sizeOf(path)) === undefined) return refuse(batch.value.state === 'done' ? 'import.over' : 'import.file-gone')
  return columnsOfFile(path)
}

export async function columnsOfFile(path: string): Promise<Outcome<ColumnsAnswer>> {
  const table = await openTable(path)
  if (!table.ok) return table
  let rows: readonly TableRow[] = []
  const read = await table.value.read(async (first) => {
    rows = first
    return false
  })
  if (!read.ok) return read
  const header = (rows[0]?.cells ?? []).map(cleanHeader)
  const body = rows.slice(1).filter(({ faults }) => faults.length === 0)
  const guess = guessMapping(
    header,
    body.map(({ cells }) => cells),
  )
  const samples = body.slice(0, samplesMax).map(({ cells }) => header.map((_, at) => (cells[at] ?? '').slice(0, sampleCharactersMax)))
  const { form } = table.value
  const said = form.kind === 'csv' ? `csv ${form.encoding} ${form.delimiter === '\t' ? 'tab' : form.delimiter}` : `xlsx ${form.sheet}`
  return accept({ form: said, header, samples, guess: structuredClone(guess) as ColumnsAnswer['guess'] })
}
