import { createReadStream } from 'node:fs'
import type { Outcome, Refusal } from '../../kernel/outcome.ts'
import { borderZone, type CivilDate, type Weekday, weekdays } from '../../kernel/time.ts'
import { type CrossingRow, type CrossingTable, importableRows, readCrossingTable, type TablePoint } from '../../places/crossing-table.rules.ts'
import type { Correction, Unresolved } from '../../places/crossing-table-places.rules.ts'
import { firstTableReadings } from '../../places/crossing-table-readings.ts'
import type { TableFault, TableProblem } from '../../places/crossing-table-text.rules.ts'

export type Saved = { readonly inserted: number; readonly unchanged: number }
/** Puts the rows into the registry, all in one transaction, or says why none of them may enter. */
export type CrossingsIo = { save(points: readonly CrossingRow[]): Promise<Outcome<Saved>> }
/** What the command sees of the shell it runs in. */
export type Shell = {
  readonly input: AsyncIterable<Uint8Array>
  readonly today: CivilDate
  out(text: string): void
  err(text: string): void
}

export const tableBytesMax = 1_000_000
const faultsShownMax = 1_000
const usage = 'usage: spean crossings import FILE [--dry-run] [--json]   (FILE - reads standard input)'

/**
 * `crossings import FILE [--dry-run] [--json]`: reads the official table of crossing points and, unless it is a dry run, saves it.
 * @returns the exit code: 0 done, 1 the file is refused (nothing saved), 2 the file cannot be read or the command is not understood
 */
export async function crossingsImport(args: readonly string[], io: CrossingsIo, shell: Shell = processShell()): Promise<number> {
  const command = parseArguments(args)
  if (typeof command === 'string') return refuseCommand(shell, `${command}; ${usage}`)
  const { file, dryRun, json } = command
  const bytes = await readBytes(file, shell)
  if (typeof bytes === 'string') return refuseCommand(shell, `${file}: ${bytes}`)

  const read = readCrossingTable(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), firstTableReadings, shell.today)
  if (!read.ok) return refuseFile(shell, command, read.faults)
  if (dryRun) {
    shell.out(json ? jsonText(read.value) : humanText(read.value) + notImportableText(file, read.value.notImportable))
    return 0
  }
  const rows = importableRows(read.value)
  if (!rows.ok) return refuseFile(shell, command, rows.faults)
  const saved = await io.save(rows.value)
  if (!saved.ok) return refuseRows(shell, command, saved.refusal)
  const { inserted, unchanged } = saved.value
  shell.out(json ? jsonText(read.value, { inserted, unchanged }) : `${humanText(read.value)}\n${inserted} inserted, ${unchanged} unchanged\n`)
  return 0
}

type Command = { readonly file: string; readonly dryRun: boolean; readonly json: boolean }

const sentences = {
  'table.encoding': 'The file is not UTF-8 text, or holds a control character.',
  'table.columns': 'The columns are not those of the official table, in its order.',
  'table.row-malformed': 'The row is cut off or out of number, or here stands what belongs to no column.',
  'table.row-duplicate': 'The row number, or the same pair of places, is there already.',
  'table.weekday-unknown': 'This is no day of the week.',
  'table.hour-invalid': 'The hours are not two times of a day, the closing after the opening.',
  'table.date-invalid': 'This is no date of the Buddhist era up to today.',
  'table.empty': 'There is no table of crossing points here.',
  'table.contradicts': 'The registry says something else about this point.',
  'table.unresolved': 'It is not known which place this row means.',
} as const satisfies Record<TableProblem, string>

function parseArguments(args: readonly string[]): Command | string {
  const flags = args.filter((arg) => arg.startsWith('-') && arg !== '-')
  const [file, ...more] = args.filter((arg) => !flags.includes(arg))
  const unknown = flags.find((flag) => flag !== '--dry-run' && flag !== '--json')
  if (unknown !== undefined) return `unknown option ${plain(unknown)}`
  if (file === undefined || file === '') return 'no FILE given'
  if (more.length > 0) return 'more than one FILE given'
  return { file, dryRun: flags.includes('--dry-run'), json: flags.includes('--json') }
}

/** Never more than the limit, whatever stands behind the name (a device, a pipe without end). */
async function readBytes(file: string, shell: Shell): Promise<Uint8Array | string> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of file === '-' ? shell.input : createReadStream(file)) {
      chunks.push(chunk)
      length += chunk.length
      if (length > tableBytesMax) return `larger than ${tableBytesMax / 1_000_000} MB`
    }
  } catch (error) {
    return unreadable[codeOf(error)] ?? `cannot be read (${codeOf(error)})`
  }
  return Buffer.concat(chunks)
}

const unreadable: { readonly [code: string]: string } = { ENOENT: 'not found', EISDIR: 'is a directory', EACCES: 'no permission to read it' }
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error))

function refuseCommand(shell: Shell, reason: string): number {
  shell.err(`crossings import: ${reason}\n`)
  return 2
}

function refuseFile(shell: Shell, { file, json }: Command, faults: readonly TableFault[]): number {
  const shown = faults.slice(0, faultsShownMax)
  const more = faults.length - shown.length
  const moreText = more > 0 ? `${plain(file)}: ${more} more faults\n` : ''
  shell.err(
    json ? `${JSON.stringify({ faults: shown, ...(more > 0 && { more }) })}\n` : shown.map((fault) => faultText(file, fault)).join('') + moreText,
  )
  return 1
}

/** The file is sound, but the registry does not take it. */
function refuseRows(shell: Shell, { file, json }: Command, { code, about = {} }: Refusal): number {
  const sentence = Object.entries(sentences).find(([known]) => known === code)?.[1] ?? 'The registry refuses the table.'
  const details = Object.entries(about).map(([name, value]) => `${name}: ${value}`)
  shell.err(json ? `${JSON.stringify({ faults: [{ code, about }] })}\n` : `${plain(file)}: ${code} ${sentence} «${plain(details.join(', '))}»\n`)
  return 1
}

function faultText(file: string, { code, line, column, source }: TableFault): string {
  return `${plain(file)}:${line}:${column} ${code} ${sentences[code]}${source === '' ? '' : ` «${plain(source)}»`}\n`
}

function jsonText({ points, corrections, unresolved }: CrossingTable, saved: object = {}): string {
  return `${JSON.stringify({ points, corrections, unresolved, ...saved })}\n`
}

function humanText({ points, corrections, unresolved }: CrossingTable): string {
  const header = ['CLASS', 'ROW', 'ID', 'OPENS', 'CLOSES', 'DAYS', 'SINCE', 'THAI SIDE', 'CAMBODIAN SIDE']
  const absent = firstTableReadings.filter((known) => !points.some((point) => point.id === known.id)).map((known) => known.id)
  return [
    alignedText([header, ...points.map(pointCells)]),
    `\nCorrected: ${corrections.length}\n`,
    alignedText(corrections.map(noteCells)),
    `\nNot resolved: ${unresolved.length}\n`,
    alignedText(unresolved.map(noteCells)),
    absent.length > 0 ? `\nKnown points that this file does not name: ${absent.join(', ')}\n` : '',
  ].join('')
}

function notImportableText(file: string, faults: readonly TableFault[]): string {
  return faults.length === 0 ? '' : `\nAn import would refuse this file:\n${faults.map((fault) => faultText(file, fault)).join('')}`
}

function pointCells(point: TablePoint): string[] {
  const side = ({ name, place, area }: TablePoint['th']): string => [name.en ?? place ?? '?', area ?? '?'].join(' ')
  return [
    point.class,
    String(point.row),
    point.id ?? '?',
    point.opens,
    point.closes,
    daysText(point.days),
    point.openedOn,
    side(point.th),
    side(point.kh),
  ]
}

const daysText = (days: readonly Weekday[]): string => (days.length === weekdays.length ? 'daily' : days.join(' '))

function noteCells({ class: tableClass, row, source, reading, why }: Correction | Unresolved): string[] {
  return [` ${tableClass}`, String(row), plain(source), `→ ${reading ?? '?'}`, why]
}

function alignedText(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((widest, row) => row.map((cell, index) => Math.max(widest[index] ?? 0, cellWidth(cell))), [])
  return rows
    .map((row) => `${row.map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - cellWidth(cell))).join('  ')}`.trimEnd())
    .join('\n')
    .concat(rows.length > 0 ? '\n' : '')
}

/** Thai vowel and tone marks above and below take no column of the terminal. */
const cellWidth = (text: string): number => [...text.replaceAll(/\p{Mn}/gu, '')].length

/** A file's text must not steer the terminal: no line breaks, no controls, no direction marks. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\p{Cf}]/gu, '')

function processShell(): Shell {
  return {
    input: process.stdin,
    today: Temporal.Now.plainDateISO(borderZone).toString() as CivilDate,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  }
}
