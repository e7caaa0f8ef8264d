import { recordEvent } from '../../audit/record-event.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { epochMs } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/database.ts'
import { type Cell, newCommandId } from '../../platform/ids.ts'
import { tableLimits } from '../../platform/tabular/table.ts'
import { countFaults, type FaultRow, listFaults } from './import.queries.ts'
import { clearFaults, findImport, type ImportBatch, type ImportId, insertImport, toBatch, updateImport } from './import.store.ts'
import { sha256Of, sizeOf } from './import-file.ts'
import { type Importing, operator } from './importing.ts'
import { type Mapping, placeColumns } from './mapping.rules.ts'
import { columnsOfFile } from './read-import.ts'
import { runImport } from './run-import.ts'

export type Operating = Omit<Importing, 'folder'>
export type OperateImport = {
  readonly file: string
  readonly mapping: Mapping
  readonly dryRun: boolean
  readonly onProgress?: (batch: ImportBatch) => void
}
export type Operated = {
  readonly batch: ImportBatch
  /** It was begun before, and goes on. */
  readonly resumed: boolean
  readonly counts: readonly { readonly code: string; readonly n: number }[]
  readonly faults: readonly FaultRow[]
}

const progressEveryMs = 2_000
const faultsShownMax = 1_000

/** For whoever has the machine: the file is tried, and unless it is a dry run taken in. The same file, begun before and not ended, goes on where it was. */
export async function operateImport(operating: Operating, { file, mapping, dryRun, onProgress }: OperateImport): Promise<Outcome<Operated>> {
  const importing: Importing = { ...operating, folder: '' }
  const bytes = (await sizeOf(file)) ?? 0
  if (bytes === 0) return refuse('import.unreadable', { about: { why: 'empty' } })
  if (bytes > tableLimits.bytesMax) return refuse('import.too-large', { about: { bytesMax: tableLimits.bytesMax } })
  // A file that is none, or has other columns, is told why before anything is kept of it.
  const columns = await columnsOfFile(file)
  if (!columns.ok) return columns
  const placed = placeColumns(mapping, columns.value.header)
  if (!placed.ok) return placed
  const sha256 = await sha256Of(file)
  const unfinished = dryRun ? undefined : await findUnfinished(importing, sha256, mapping)
  const id = unfinished?.id ?? (await begin(importing, { file, bytes, sha256 }))
  const look = (): Promise<ImportBatch> => inTransaction(importing.database, operator.scope(importing.now()), (tx) => mustFind(tx, id))
  const timer = onProgress && setInterval(() => void look().then(onProgress, () => {}), progressEveryMs)
  try {
    if (!unfinished) {
      await work(importing, id, file, { state: 'checking', mapping })
      const checked = await look()
      if (checked.state !== 'checked') return refuse(checked.stoppedBy ?? 'import.not-checked')
      if (!dryRun) await inTransaction(importing.database, operator.scope(importing.now()), (tx) => clearFaults(tx, id))
    }
    if (!dryRun) await work(importing, id, file, unfinished ? { state: 'running' } : { state: 'running', ...fromTheTop })
  } finally {
    clearInterval(timer)
  }
  return inTransaction(importing.database, operator.scope(importing.now()), async (tx) => {
    const [batch, counts, faults] = [await mustFind(tx, id), await countFaults(tx, id), await listFaults(tx, id, faultsShownMax)]
    return accept({ batch, resumed: unfinished !== undefined, counts, faults })
  })
}

const fromTheTop = { nextLine: 1, rows: 0, created: 0, unchanged: 0, refused: 0, flagged: 0 } as const

async function findUnfinished(importing: Importing, sha256: string, mapping: Mapping): Promise<ImportBatch | undefined> {
  const rows = await inTransaction(importing.database, operator.scope(importing.now()), (tx) =>
    tx
      .selectFrom('import_batch')
      .selectAll()
      .where('sha256', '=', sha256)
      .where('account', '=', operator.account)
      .where('state', 'in', ['running', 'stopped'])
      .execute(),
  )
  return rows.map(toBatch).find((batch) => sameMapping(batch.mapping, mapping))
}

/** jsonb keeps no order of keys. */
const sameMapping = (a: Mapping | null, b: Mapping): boolean => a !== null && sorted(a) === sorted(b)
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )

async function begin({ database, now, state }: Importing, file: { file: string; bytes: number; sha256: string }): Promise<ImportId> {
  const at = now()
  const id = newCommandId(epochMs(at))
  await inTransaction(database, operator.scope(at), async (tx) => {
    const fileName = file.file.split('/').at(-1)?.slice(0, 200) || 'file'
    await insertImport(tx, { id, account: operator.account, place: state, fileName, bytes: file.bytes }, at)
    await updateImport(tx, id, { state: 'received', sha256: file.sha256 }, at)
    await recordEvent(tx, {
      id,
      cell: 0 as Cell,
      type: 'ImportReceived',
      subject: id,
      actor: operator.account,
      place: state,
      at,
      body: { sha256: file.sha256 },
    })
  })
  return id
}

async function work(importing: Importing, id: ImportId, file: string, change: Parameters<typeof updateImport>[2]): Promise<void> {
  const at = importing.now()
  const turn = await inTransaction(importing.database, operator.scope(at), async (tx) => {
    const { turn } = await mustFind(tx, id, true)
    await updateImport(tx, id, { ...change, stoppedBy: null, turn: turn + 1 }, at)
    return turn + 1
  })
  await runImport(importing, operator, { id, turn, file, goesOn: () => true })
}

async function mustFind(tx: Parameters<typeof findImport>[0], id: ImportId, lock = false): Promise<ImportBatch> {
  const batch = await findImport(tx, id, { lock })
  if (!batch) throw new Error('an import that was begun is there')
  return batch
}
