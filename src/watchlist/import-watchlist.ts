import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { epochMs } from '../kernel/time.ts'
import { guarded } from '../platform/csv.ts'
import { rollBackOn } from '../platform/database.ts'
import { newCommandId } from '../platform/ids.ts'
import { openTable, type TableRow } from '../platform/tabular/table.ts'
import { deskFor, record } from './enter-entry.ts'
import type { ImportAnswer } from './watch.api.ts'
import { insertEntries, markOf, marksThere, nextChange } from './watch.store.ts'
import type { NewEntry } from './watch-entry.rules.ts'
import { readHeader, readWatchRow, type WatchHeader, type WatchRowFault } from './watch-row.rules.ts'
import { inNameOf, saidBefore, saidOf, todayOf, type WatchCommand, type Watching } from './watching.ts'

export type ImportWatchlist = WatchCommand & {
  readonly place: string
  readonly dryRun: boolean
  /** The file's bytes, base64. */
  readonly file: string
}
export const faultsShownMax = 200

type Read = {
  readonly entries: ReadonlyMap<string, NewEntry>
  readonly rows: number
  readonly twice: number
  readonly faults: readonly WatchRowFault[]
  readonly refused: number
}
const importing = new WeakSet<Watching>()

/** A file of entries: all rows that can be read come in together, in one transaction; the others are told by line. A dry run writes nothing. One file at a time. */
export async function importWatchlist(watching: Watching, command: ImportWatchlist): Promise<Outcome<ImportAnswer>> {
  const desk = deskFor(watching, command, 'watch.import', command.place)
  if (!desk.ok) return desk
  if (importing.has(watching)) return refuse('import.under-way')
  importing.add(watching)
  try {
    const read = await readFile(watching, command.file)
    return read.ok ? await takeIn(watching, command, desk.value.id, read.value) : read
  } finally {
    importing.delete(watching)
  }
}

/** The table reader wants a file; it is the caller's alone, and goes at once. */
async function readFile(watching: Watching, file: string): Promise<Outcome<Read>> {
  const folder = await mkdtemp(join(tmpdir(), 'spean-watchlist-'))
  try {
    const path = join(folder, 'file')
    await writeFile(path, Buffer.from(file, 'base64'), { mode: 0o600 })
    return await readRows(watching, path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readRows(watching: Watching, path: string): Promise<Outcome<Read>> {
  const table = await openTable(path)
  if (!table.ok) return table
  const at = watching.now()
  const rowsMax = watching.parameters('watch.import-rows-max', at)
  const limits = { today: todayOf(watching), daysMax: watching.parameters('watch.days-max', at), isFormula: (text: string) => guarded(text) !== text }
  const entries = new Map<string, NewEntry>()
  const faults: WatchRowFault[] = []
  let header: WatchHeader | undefined
  let [seen, rows, twice, refused] = [false, 0, 0, 0]
  const take = (row: TableRow): void => {
    rows += 1
    const [broken] = row.faults
    const read =
      broken || !header
        ? { fault: broken ?? { code: 'import.row-malformed' as const, line: row.line, column: 0 } }
        : readWatchRow(header, row, limits)
    if ('fault' in read) {
      refused += 1
      if (faults.length < faultsShownMax) faults.push(read.fault)
      return
    }
    const mark = markOf(read.entry)
    if (entries.has(mark)) twice += 1
    else entries.set(mark, read.entry)
  }
  const done = await table.value.read(async (page) => {
    for (const row of page) {
      if (!seen) header = readHeader(row.cells)
      else take(row)
      seen = true
      if (!header || rows > rowsMax) return false
    }
    return true
  })
  if (!done.ok) return done
  if (!header) return refuse('import.columns')
  if (rows > rowsMax) return refuse('import.too-large', { about: { rowsMax } })
  return accept({ entries, rows, twice, faults, refused })
}

async function takeIn(watching: Watching, command: ImportWatchlist, place: string, read: Read): Promise<Outcome<ImportAnswer>> {
  const { actor, dryRun, requestId } = command
  const said = saidOf([place, [...read.entries.keys()], read.rows])
  const done = await rollBackOn(watching.database, inNameOf(watching, actor), async (tx) => {
    const before = dryRun ? undefined : await saidBefore(tx, requestId, 'WatchlistImported', said)
    if (before) return before.ok ? accept((before.value.body as { answer: ImportAnswer }).answer) : before
    const change = dryRun ? 0 : await nextChange(tx)
    const there = await marksThere(tx, place, [...read.entries.keys()], todayOf(watching))
    const at = watching.now()
    const fresh = [...read.entries].flatMap(([mark, entry]) => (there.has(mark) ? [] : [{ id: newCommandId(epochMs(at)), entry }]))
    const { rows, twice, faults, refused } = read
    const answer = { dryRun, rows, entered: fresh.length, unchanged: there.size + twice, refused, faults: [...faults] }
    if (dryRun) return accept(answer)
    await insertEntries(tx, { place, account: actor.account, at, change, batch: requestId }, fresh)
    await record(watching, tx, command, { type: 'WatchlistImported', subject: requestId, place, body: { said, answer } })
    return accept(answer)
  })
  if (done.ok && !dryRun) await watching.watchlist.changed()
  return done
}
