import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Refusal } from '../../kernel/outcome.ts'
import { borderZone, civilDateAt } from '../../kernel/time.ts'
import type { ImportBatch } from '../../passes/import/import.store.ts'
import { type Mapping, parseMapping } from '../../passes/import/mapping.rules.ts'
import { operateImport } from '../../passes/import/operate-import.ts'
import { columnsOfFile } from '../../passes/import/read-import.ts'
import { areasOn } from '../../places/registry.rules.ts'
import { loadRegistry } from '../../places/registry.store.ts'
import type { Config } from '../../platform/config.ts'
import { sayProblem } from '../../words/problems.ts'
import { clockOf, connectDatabase } from '../instance.ts'

export type Streams = { print(line: string): void; complain(line: string): void }
const processStreams: Streams = { print: (line) => console.log(line), complain: (line) => console.error(line) }

const usage =
  'usage: spean holders import FILE [--mapping M.json] [--dry-run] [--json]   (without --mapping: prints the mapping that the header suggests)'

/**
 * `spean holders import FILE --mapping M.json`: existing holders of older passes, from CSV or XLSX. A line for each row that stays out. Run again after a stop it goes
 * on; run again after the end it changes nothing. Exit 0 when every row is in, 1 when rows or the file were refused, 2 when the request is none.
 */
export async function holdersImport(args: readonly string[], config: Config, streams: Streams = processStreams): Promise<number> {
  const request = parseRequest(args)
  if (typeof request === 'string') return complain(streams, request, 2)
  if (!isFile(request.file)) return complain(streams, `${plain(request.file)} is no file that can be read`, 2)
  if (request.mapping === undefined) {
    const columns = await columnsOfFile(request.file)
    if (!columns.ok) return refused(streams, columns.refusal)
    streams.print(JSON.stringify(columns.value.guess, undefined, 2))
    return 0
  }
  const mapping = readMapping(request.mapping)
  if (typeof mapping === 'string') return complain(streams, mapping, 2)
  return importInto(config, { ...request, mapping }, streams)
}

type Request = { readonly file: string; readonly mapping: string | undefined; readonly dryRun: boolean; readonly json: boolean }

async function importInto(config: Config, request: Omit<Request, 'mapping'> & { mapping: Mapping }, streams: Streams): Promise<number> {
  const { file, mapping, dryRun, json } = request
  const connected = await connectDatabase(config)
  const now = clockOf(config)
  try {
    const done = await connected.asMigrator(async (database) => {
      const registry = await loadRegistry(database)
      const areas = areasOn(registry, civilDateAt(now(), borderZone))
      const operating = { database, state: config.state, law: connected.law, now, areas: () => areas, madeUp: config.mode === 'demonstration' }
      return operateImport(operating, { file, mapping, dryRun, onProgress: (batch) => streams.complain(progressOf(batch)) })
    })
    if (!done.ok) return refused(streams, done.refusal)
    const { batch, counts, faults, resumed } = done.value
    const { rows, created, unchanged, refused: out, flagged, state } = batch
    if (json) streams.print(JSON.stringify({ state, rows, created, unchanged, refused: out, flagged, resumed, counts, faults }))
    else {
      for (const { line, column, code, header, shape } of faults)
        streams.print(
          `${plain(file)}:${line}:${column} ${code} ${sayProblem({ code }, 'en').title}${header ? ` «${plain(header)}»` : ''}${shape ? ` ${plain(shape)}` : ''}`,
        )
      streams.print(
        `${dryRun ? 'would create' : 'created'} ${created}, unchanged ${unchanged}, refused ${out}, flagged ${flagged} of ${rows} rows${resumed ? ' (gone on with)' : ''}`,
      )
    }
    return out === 0 && (state === 'done' || (dryRun && state === 'checked')) ? 0 : 1
  } finally {
    await connected.close()
  }
}

const progressOf = ({ state, rows, created, refused: out }: ImportBatch): string =>
  `${state}: ${rows} rows, ${created} ${state === 'checking' ? 'would be created' : 'created'}, ${out} refused`

function parseRequest(args: readonly string[]): Request | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { mapping: { type: 'string' }, 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) return usage
    return { file, mapping: values.mapping, dryRun: values['dry-run'], json: values.json }
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}; ${usage}`
  }
}

function readMapping(file: string): Mapping | string {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return `${plain(file)} is no JSON that can be read`
  }
  const mapping = parseMapping(json)
  return mapping.ok ? mapping.value : `${plain(file)}: ${sayProblem(mapping.refusal, 'en').title}`
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function complain(streams: Streams, why: string, exit: number): number {
  streams.complain(`spean holders import: ${why}`)
  return exit
}

function refused(streams: Streams, refusal: Refusal): number {
  return complain(streams, `${refusal.code} ${sayProblem(refusal, 'en').title}`, 1)
}

/** A file's text must not steer the terminal. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
