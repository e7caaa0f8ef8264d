import { commonYear } from '../kernel/era.ts'
import type { ProblemCode } from '../kernel/problem.ts'
import type { CivilDate } from '../kernel/time.ts'
import { parseTableDate } from '../passes/import/row-date.rules.ts'
import { assessEntry, type EntryLimits, type NewEntry, type SeenBy, seenBys } from './watch-entry.rules.ts'

/** The columns of a watchlist file, by the names in its first line. Those of other kinds may stay empty or be left out. */
export const watchColumns = [
  'kind',
  'reason',
  'source',
  'seen_by',
  'name_khmer',
  'name_thai',
  'name_latin',
  'birth_date',
  'birth_year',
  'sex',
  'nationality',
  'issuer',
  'number',
  'plate',
  'from',
  'last_day',
] as const
export type WatchColumn = (typeof watchColumns)[number]
const neededColumns: readonly WatchColumn[] = ['kind', 'reason', 'source', 'last_day']

/** Where each column stands; undefined: a needed one is missing, or one stands twice. */
export type WatchHeader = ReadonlyMap<WatchColumn, number>
export function readHeader(cells: readonly string[]): WatchHeader | undefined {
  const names = cells.map((cell) =>
    cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  )
  const found = new Map<WatchColumn, number>()
  for (const column of watchColumns) {
    const at = names.indexOf(column)
    if (at !== -1 && names.indexOf(column, at + 1) !== -1) return undefined
    if (at !== -1) found.set(column, at)
  }
  return neededColumns.every((column) => found.has(column)) ? found : undefined
}

export type WatchRowFault = { readonly code: ProblemCode; readonly line: number; readonly column: number }
export type WatchRow = { readonly entry: NewEntry } | { readonly fault: WatchRowFault }

/** Which column a fault is shown at. */
const columnOfCode: { readonly [C in ProblemCode]?: WatchColumn } = {
  'watch.reason': 'reason',
  'watch.source': 'source',
  'watch.names': 'name_latin',
  'watch.birth': 'birth_date',
  'watch.sex': 'sex',
  'watch.nationality': 'nationality',
  'watch.document': 'number',
  'watch.plate': 'plate',
  'watch.days': 'last_day',
}
const sexes: { readonly [text: string]: number } = { m: 1, male: 1, '1': 1, f: 2, female: 2, '2': 2, x: 3, '3': 3 }

/** An entry out of one row, or the first thing that is wrong with it. What a row does not say is not guessed. */
export function readWatchRow(
  header: WatchHeader,
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
  limits: EntryLimits & { readonly isFormula: (text: string) => boolean },
): WatchRow {
  const at = (column: WatchColumn): string => {
    const said = (cells[header.get(column) ?? -1] ?? '').trim()
    return /^[\s–—-]*$/.test(said) ? '' : said
  }
  const fault = (code: ProblemCode, column: WatchColumn | undefined): WatchRow => ({
    fault: { code, line, column: column === undefined ? 0 : (header.get(column) ?? -1) + 1 },
  })
  for (const column of neededColumns) if (at(column) === '') return fault('import.missing', column)
  for (const column of watchColumns) if (limits.isFormula(at(column))) return fault('import.formula', column)
  const [kind, seenBy] = [at('kind').toLowerCase(), at('seen_by').toLowerCase() || 'point']
  if (!isSeenBy(seenBy)) return fault('import.missing', 'seen_by')
  const days: { [C in 'birth_date' | 'from' | 'last_day']?: CivilDate } = {}
  for (const column of ['birth_date', 'from', 'last_day'] as const) {
    const said = at(column)
    const day = said === '' ? undefined : parseTableDate(said, 'dmy')
    if (said !== '' && day === undefined) return fault('import.date', column)
    if (day !== undefined) days[column] = day
  }
  const sex = at('sex') === '' ? null : (sexes[at('sex').toLowerCase()] ?? 0)
  const year = at('birth_year')
  const assessed = assessEntry(
    {
      kind,
      reason: at('reason').toLowerCase(),
      source: at('source'),
      seenBy,
      person:
        kind === 'person'
          ? {
              ...{ nameKhmer: at('name_khmer'), nameThai: at('name_thai'), nameLatin: at('name_latin') },
              ...{
                birthDate: days.birth_date ?? null,
                birthYear: year === '' ? null : yearOf(year),
                sex,
                nationality: at('nationality').toUpperCase() || null,
              },
            }
          : null,
      document: kind === 'document' ? { issuer: at('issuer'), number: at('number') } : null,
      plate: kind === 'plate' ? at('plate') : null,
      from: days.from ?? limits.today,
      lastDay: days.last_day ?? limits.today,
    },
    limits,
  )
  return assessed.ok
    ? { entry: assessed.value }
    : fault(kindFault(kind) ?? assessed.refusal.code, kindFault(kind) ? 'kind' : columnOfCode[assessed.refusal.code])
}

/** Of either era, as with dates; what is no year is none of ours. */
const yearOf = (text: string): number => (/^\d{4}$/.test(text) ? commonYear(Number(text)) : 0)
const isSeenBy = (text: string): text is SeenBy => (seenBys as readonly string[]).includes(text)
const kindFault = (kind: string): ProblemCode | undefined => (['person', 'document', 'plate'].includes(kind) ? undefined : 'import.missing')
