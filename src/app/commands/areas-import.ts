import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { InstrumentId } from '../../kernel/code.ts'
import { buddhistEraFrom } from '../../kernel/era.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { type CivilDate, parseCivilDate } from '../../kernel/time.ts'
import { type AreaChanges, compareAreas } from '../../places/area-changes.rules.ts'
import { type Gazetteer, type GazetteerLayout, type GazetteerRow, gazetteerLayouts, readGazetteer } from '../../places/gazetteer.rules.ts'
import { type Affected, affectedBy, saveAreaChanges } from '../../places/import-areas.ts'
import { loadRegistry } from '../../places/registry.store.ts'
import type { Config } from '../../platform/config.ts'
import { rollBackOn } from '../../platform/database.ts'
import { openTable } from '../../platform/tabular/table.ts'
import { sayProblem } from '../../words/problems.ts'
import { clockOf, connectDatabase } from '../instance.ts'
import type { Streams } from './holders-import.ts'

const processStreams: Streams = { print: (line) => console.log(line), complain: (line) => console.error(line) }
const usage = 'usage: spean areas import FILE --layout ncdd|dopa --from DATE [--instrument ID] [--dry-run] [--json]'

/**
 * `spean areas import`: an official list of areas from a day on: what begins, ends, is renamed or lies elsewhere. Rows end and begin at the day; none is deleted, and
 * people and passes keep their codes. Exit 0 done, 1 the list is refused (nothing saved), 2 not understood.
 */
export async function areasImport(args: readonly string[], config: Config, streams: Streams = processStreams): Promise<number> {
  const request = parseRequest(args)
  if (typeof request === 'string') return complain(streams, request, 2)
  const read = await readFile(request)
  if (typeof read === 'string') return complain(streams, read, 2)
  if ('refusal' in read) return complain(streams, `${read.refusal.code} ${sayProblem(read.refusal, 'en').title}`, 1)
  const connected = await connectDatabase(config)
  const at = clockOf(config)()
  try {
    return await connected.asMigrator(async (database) => {
      const changes = compareAreas((await loadRegistry(database)).areas, read.gazetteer, request.from)
      if (changes.faults.length > 0) return refuseList(streams, request, changes)
      const done = await rollBackOn(database, { job: 'reference', at }, async (tx) => {
        const affected = await affectedBy(
          tx,
          changes.ended.map(({ code }) => code),
          request.from,
        )
        const saved = request.dryRun ? undefined : await saveAreaChanges(tx, changes, { from: request.from, instrument: request.instrument })
        return saved && !saved.ok ? saved : { ok: true as const, value: affected }
      })
      if (!done.ok) return complain(streams, `${done.refusal.code} ${sayProblem(done.refusal, 'en').title}`, 1)
      report(streams, request, changes, done.value)
      return 0
    })
  } finally {
    await connected.close()
  }
}

type Request = {
  readonly file: string
  readonly layout: GazetteerLayout
  readonly from: CivilDate
  readonly instrument: InstrumentId
  readonly dryRun: boolean
  readonly json: boolean
}

/** Nobody decides on areas four hundred years ahead: a year like this was typed in the other era, and no row that begins then would ever be seen. */
const buddhistFrom = `${buddhistEraFrom}-01-01`

function parseRequest(args: readonly string[]): Request | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        layout: { type: 'string' },
        from: { type: 'string' },
        instrument: { type: 'string', default: 'kh-th/area-codes' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    const layout = gazetteerLayouts.find((each) => each === values.layout)
    const from = parseCivilDate(values.from ?? '')
    if (file === undefined || more.length > 0 || !layout) return usage
    if (!from) return `--from is the first day of what the list says, as 2026-01-31; ${usage}`
    if (from >= buddhistFrom) return `${from} is a year of the Buddhist era; --from takes the common era, as 2026-01-31; ${usage}`
    return { file, layout, from, instrument: values.instrument as InstrumentId, dryRun: values['dry-run'], json: values.json }
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}; ${usage}`
  }
}

async function readFile({ file, layout }: Request): Promise<{ gazetteer: Gazetteer } | { refusal: Refusal } | string> {
  if (!isFile(file)) return `${file} is no file that can be read`
  const table = await openTable(file)
  if (!table.ok) return { refusal: table.refusal }
  const rows: GazetteerRow[] = []
  const broken: Gazetteer['faults'][number][] = []
  const read = await table.value.read(async (some) => {
    for (const row of some) {
      rows.push(row)
      for (const { code, line, column } of row.faults) broken.push({ code, line, said: `column ${column}` })
    }
    return true
  })
  if (!read.ok) return { refusal: read.refusal }
  const gazetteer = readGazetteer(layout, rows)
  return { gazetteer: { ...gazetteer, faults: [...broken, ...gazetteer.faults] } }
}

function refuseList(streams: Streams, { file, json }: Request, { faults }: AreaChanges): number {
  if (json) streams.complain(JSON.stringify({ faults }))
  else for (const { code, line, said } of faults) streams.complain(`${file}:${line} ${code} ${sayProblem({ code }, 'en').title} «${plain(said)}»`)
  return 1
}

function report(streams: Streams, { json, dryRun, from }: Request, changes: AreaChanges, affected: readonly Affected[]): void {
  const { added, ended, renamed, reparented, unchanged, alike } = changes
  if (json) streams.print(JSON.stringify({ from, added, ended: ended.map(({ code }) => code), renamed, reparented, unchanged, alike, affected }))
  else printChanges(streams, { dryRun, from }, changes, affected)
}

function printChanges(
  streams: Streams,
  { dryRun, from }: Pick<Request, 'dryRun' | 'from'>,
  changes: AreaChanges,
  affected: readonly Affected[],
): void {
  const { added, ended, renamed, reparented, unchanged, alike } = changes
  for (const { code, name, parent } of added) streams.print(`begins      ${code} ${name.en} (${name.native}) in ${parent}`)
  for (const { code, name } of ended) streams.print(`ends        ${code} ${name.en}`)
  for (const { before, after } of renamed)
    streams.print(`is renamed  ${before.code} ${before.name.en} (${before.name.native}) → ${after.name.en} (${after.name.native})`)
  for (const { before, after } of reparented) streams.print(`lies in     ${before.code} ${before.parent} → ${after.parent}`)
  for (const each of alike) streams.print(`look at     ${each.ended} ends and ${each.added} begins with the same name`)
  for (const each of affected) if (each.people + each.livePasses + each.points > 0 || each.hasOffice) streams.print(affectedText(each))
  streams.print(
    `${dryRun ? 'would begin' : 'began'} ${added.length}, ${dryRun ? 'end' : 'ended'} ${ended.length}, renamed ${renamed.length}, moved ${reparented.length}, unchanged ${unchanged}, from ${from}`,
  )
}

const affectedText = ({ area, people, livePasses, points, hasOffice }: Affected): string =>
  `concerns    ${area}: ${people} people live there, ${livePasses} of their passes in force, ${points} crossing points${hasOffice ? ', and its office serves' : ''}; their code stays`

function complain(streams: Streams, why: string, exit: number): number {
  streams.complain(`spean areas import: ${why}`)
  return exit
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** A file's text must not steer the terminal. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
