import { once } from 'node:events'
import { createWriteStream, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { prepareDatabase } from '../../src/app/prepare-database.ts'
import type { Instant } from '../../src/kernel/time.ts'
import { borderZone, civilDateAt, instantOfMs } from '../../src/kernel/time.ts'
import { operateImport } from '../../src/passes/import/operate-import.ts'
import { csvLine, holderCells, holdersHeader, holdersMapping } from '../../src/passes/import/test-holders.ts'
import { areasOn } from '../../src/places/registry.rules.ts'
import { loadRegistry } from '../../src/places/registry.store.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { openTable } from '../../src/platform/tabular/table.ts'
import { workbookParts, zipOf } from '../../src/platform/tabular/test-workbook.ts'
import { newHome, removeHome } from './leave.ts'
import { startScratchPostgres } from './scratch-postgres.ts'
import type { Row } from './table.ts'

const limitSeconds = 300
const now = '2026-11-20T05:00:00.000Z' as Instant

/** Existing holders out of a file: the dry run, the run, the same file again; and a million rows through the reader alone, with what memory that took. */
export async function benchImport({ quick }: { quick: boolean }): Promise<Row[]> {
  const home = newHome()
  const count = quick ? 10_000 : 100_000
  try {
    const rows = await readRows(home, quick ? 100_000 : 1_000_000)
    return [...rows, ...(await importRows(home, count))]
  } finally {
    removeHome(home)
  }
}

async function importRows(home: string, count: number): Promise<Row[]> {
  const file = join(home, 'holders.csv')
  await writeRows(file, count)
  const postgres = await startScratchPostgres(join(home, 'var'))
  try {
    const { law } = await prepareDatabase(postgres.url, readConfig({ SPEAN_HOME: join(home, 'var'), SPEAN_STATE: 'KH' }), now)
    const database = openDatabase(postgres.url, 2)
    try {
      const areas = areasOn(await loadRegistry(database), civilDateAt(now, borderZone))
      const started = performance.now()
      const clock = () => instantOfMs(Date.parse(now) + Math.floor(performance.now() - started))
      const operating = { database, state: 'KH' as const, law, now: clock, areas: () => areas, madeUp: true }
      const timed = async (dryRun: boolean) => {
        const begun = performance.now()
        const done = await operateImport(operating, { file, mapping: holdersMapping, dryRun })
        if (!done.ok) throw new Error(JSON.stringify(done.refusal))
        return { ...done.value.batch, seconds: (performance.now() - begun) / 1000 }
      }
      const [dry, first, again] = [await timed(true), await timed(false), await timed(false)]
      if (dry.created !== count || first.created !== count || again.unchanged !== count) throw new Error(JSON.stringify([dry, first, again]))
      const load = loadavg()[0]?.toFixed(1)
      const row = (what: string, seconds: number): Row => ({
        what: `${what}, ${count} holders (load average ${load})`,
        ours: `${seconds.toFixed(1)} s, ${Math.round(count / seconds)}/s`,
        against: '',
        wanted: `< ${limitSeconds} s`,
        holds: seconds < limitSeconds,
      })
      return [row('import: dry run', dry.seconds), row('import: dry run and run', first.seconds), row('import: the same file again', again.seconds)]
    } finally {
      await database.close()
    }
  } finally {
    await postgres.stop()
  }
}

async function writeRows(file: string, count: number): Promise<void> {
  const stream = createWriteStream(file)
  stream.write(csvLine(holdersHeader))
  for (let index = 1; index <= count; index += 1) if (!stream.write(csvLine(holderCells(index)))) await once(stream, 'drain')
  stream.end()
  await once(stream, 'finish')
}

async function readRows(home: string, count: number): Promise<Row[]> {
  const csv = join(home, 'many.csv')
  await writeRows(csv, count)
  const xlsx = join(home, 'many.xlsx')
  const inXlsx = count / 10
  const cells = (index: number) =>
    holderCells(index)
      .map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`)
      .join('')
  const sheet = Array.from({ length: inXlsx }, (_, index) => `<row r="${index + 1}">${cells(index)}</row>`).join('')
  writeFileSync(xlsx, zipOf(workbookParts(sheet)))
  return [await readOne('CSV', csv, count + 1), await readOne('XLSX', xlsx, inXlsx)]
}

async function readOne(kind: string, file: string, count: number): Promise<Row> {
  const before = process.memoryUsage.rss()
  const begun = performance.now()
  const table = await openTable(file)
  if (!table.ok) throw new Error(JSON.stringify(table.refusal))
  let [n, most] = [0, before]
  const read = await table.value.read(async (rows) => {
    n += rows.length
    most = Math.max(most, process.memoryUsage.rss())
    return true
  })
  if (!read.ok || n !== count) throw new Error(`${n} rows of ${count}: ${JSON.stringify(read)}`)
  const seconds = (performance.now() - begun) / 1000
  return {
    what: `read a table of ${n} rows, 12 columns (${kind})`,
    ours: `${seconds.toFixed(1)} s, ${Math.round((most - before) / 1e6)} MB more at most`,
    against: '',
    wanted: '< 200 MB',
    holds: most - before < 200e6,
  }
}
