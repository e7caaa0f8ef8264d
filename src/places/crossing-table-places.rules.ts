import { type AreaCode, type PointId, parseAreaCode } from '../kernel/code.ts'
import { type PlaceCells, readCells, type TableRow } from './crossing-table-row.rules.ts'
import type { TableClass } from './crossing-table-sections.rules.ts'
import { joinLines, type Letters, rawOf, readLines, textOf } from './crossing-table-text.rules.ts'
import type { PointNames } from './registry.rules.ts'

export type Side = 'th' | 'kh'
export type PointLocation = { readonly lonLat: readonly [number, number]; readonly confidence: string }

/** What is known of one row of the first table (`data/crossing-points.json`): it holds for exactly this source text. */
export type KnownPoint = {
  readonly id: PointId
  readonly class: TableClass
  readonly row: number
  readonly sourceText: string
  readonly th: { readonly name: PointNames; readonly area: AreaCode }
  readonly kh: { readonly name: PointNames; readonly area: AreaCode }
  readonly location: PointLocation | null
  /** `reading` is the right word, or the area code that stands for it, or null when nobody knows. */
  readonly corrections: readonly { readonly side: Side; readonly source: string; readonly reading: string | null; readonly why: string }[]
}
export type Readings = readonly KnownPoint[]

/** One side of a point. Words are Thai, as in the table or corrected; null where the area code says it, or where it is not known. */
export type PointSide = {
  readonly province: string | null
  readonly district: string | null
  readonly subdistrict: string | null
  readonly place: string | null
  readonly name: PointNames
  readonly area: AreaCode | null
}
type About = { readonly row: number; readonly class: TableClass; readonly source: string; readonly why: string }
export type Correction = About & { readonly reading: string }
export type Unresolved = About & { readonly reading: null }

export type PlacesRead = {
  readonly id: PointId | null
  readonly th: PointSide
  readonly kh: PointSide
  readonly location: PointLocation | null
  readonly corrections: readonly Correction[]
  readonly unresolved: readonly Unresolved[]
}

/**
 * Reads the places of a row. A known reading holds for a side whose text is still the known text, or has become what the reading says;
 * of any other text nothing is guessed. The id belongs to the pair of places: both sides must hold.
 */
export function readPlaces(row: TableRow, known: KnownPoint | undefined): PlacesRead {
  const knownCells = known && cellsOfText(known)
  const holds = (cell: keyof PlaceCells): boolean => knownCells !== undefined && sameText(row[cell], knownCells[cell], known?.corrections ?? [])
  const holdsSide = { th: holds('province') && holds('th'), kh: holds('kh') }
  const unknown = (['province', 'th', 'kh'] as const).filter((cell) => !holds(cell)).map((cell) => unresolved(row, row[cell], known))
  const sides = {
    th: known && holdsSide.th ? thaiSide(row, known) : unknownSide,
    kh: known && holdsSide.kh ? cambodianSide(row, known) : unknownSide,
  }
  const reported = (known?.corrections ?? []).flatMap((correction) => (holdsSide[correction.side] ? (report(row, correction) ?? []) : []))
  return {
    id: known && holdsSide.th && holdsSide.kh ? known.id : null,
    ...sides,
    location: known && holdsSide.th && holdsSide.kh ? known.location : null,
    corrections: [...respellings(row), ...reported.filter((entry) => entry.reading !== null), ...writtenOut(row, sides.th)],
    unresolved: [...unknown, ...reported.filter((entry) => entry.reading === null)],
  }
}

/** Two rows that name the same pair of places, however spaced or abbreviated, have the same key. */
export const placeKey = (cells: PlaceCells): string => `${written(textOf(cells.th))}|${written(textOf(cells.kh))}`

const unknownSide: PointSide = { province: null, district: null, subdistrict: null, place: null, name: {}, area: null }
const labels = { จังหวัด: 'จ.', อำเภอ: 'อ.', ตำบล: 'ต.' } as const

function cellsOfText(known: KnownPoint): PlaceCells | undefined {
  const letters = joinLines(readLines(known.sourceText))
  const numberLength = /^\d+ /.exec(textOf(letters))?.[0].length ?? 0
  const cells = readCells({ class: known.class, number: known.row, sourceText: known.sourceText, letters, numberLength })
  return cells.ok ? cells.value : undefined
}

function sameText(cell: Letters, knownCell: Letters, corrections: KnownPoint['corrections']): boolean {
  return written(corrected(textOf(cell), corrections)) === written(corrected(textOf(knownCell), corrections))
}

/** Puts the right words for the wrong ones; a reading that is an area code is no word and changes nothing. */
function corrected(text: string, corrections: KnownPoint['corrections']): string {
  const words = corrections.flatMap(({ source, reading }) => (reading === null || parseAreaCode(reading) ? [] : [{ source, reading }]))
  return words.reduce((changed, { source, reading }) => changed.replace(source, reading), text)
}

/** Without spaces, abbreviations written one way: the same words, however typed. */
function written(text: string): string {
  const short = Object.entries(labels).reduce((changed, [long, label]) => changed.replaceAll(` ${long}`, ` ${label}`), ` ${text}`)
  return short.replace(/^ บ\. ?/, ' บ้าน').replaceAll(' ', '')
}

/** The correction as an entry of the report; undefined when the row already says what the reading says. */
function report(row: TableRow, correction: KnownPoint['corrections'][number]): Correction | Unresolved | undefined {
  const { side, source, reading, why } = correction
  const cells = side === 'kh' ? [row.kh] : [row.province, row.th]
  const found = cells.flatMap((cell) => findWord(cell, source) ?? [])
  // A code stands for a word that is in the text, however it is spaced or abbreviated there; a word may have been put right since.
  const standsInText = found.length > 0 || reading === null || parseAreaCode(reading) !== undefined
  const about = { row: row.number, class: row.class, source: found.length > 0 ? rawOf(found) : source }
  if (!standsInText) return undefined
  return reading === null ? { ...about, reading, why } : { ...about, reading, why }
}

/** The letters that spell `word`, whatever spaces are between them. */
function findWord(cell: Letters, word: string): Letters | undefined {
  const dense = cell.filter((letter) => letter.char !== ' ')
  const at = textOf(dense).indexOf(word.replaceAll(' ', ''))
  const [first, last] = [dense[at], dense[at + word.replaceAll(' ', '').length - 1]]
  return at < 0 || !first || !last ? undefined : cell.slice(cell.indexOf(first), cell.indexOf(last) + 1)
}

function thaiSide(row: TableRow, known: KnownPoint): PointSide {
  const { name, area } = known.th
  const words = placeWords(row.th, known, 'th')
  return { ...words, province: corrected(textOf(row.province), known.corrections), place: name.th ?? words.place, name, area }
}

const cambodianSide = (row: TableRow, known: KnownPoint): PointSide => ({
  ...placeWords(row.kh, known, 'kh'),
  name: known.kh.name,
  area: known.kh.area,
})

/** "บ้านหมื่นด่าน ต.บ่อพลอย อ.บ่อไร่" by its labels. A word for which the reading is an area code or nothing is left out. */
function placeWords(cell: Letters, known: KnownPoint, side: Side): Pick<PointSide, 'province' | 'district' | 'subdistrict' | 'place'> {
  const corrections = known.corrections.filter((correction) => correction.side === side)
  const replaced = corrections.filter(({ reading }) => reading === null || parseAreaCode(reading)).map(({ source }) => unlabelled(source))
  const parts = corrected(textOf(cell), corrections).split(/ (?=(?:จ\.|จังหวัด|อ\.|อำเภอ|กิ่งอ|ต\.|ตำบล|กรุง))/)
  const word = (part: string | undefined): string | null => (part === undefined || replaced.includes(unlabelled(part)) ? null : unlabelled(part))
  return {
    province: word(parts.find((part) => /^(?:จ\.|จังหวัด)/.test(part))),
    district: word(parts.find((part, index) => index > 0 && /^(?:อ\.|อำเภอ|กิ่งอ|กรุง)/.test(part))),
    subdistrict: word(parts.find((part) => /^(?:ต\.|ตำบล)/.test(part))),
    place: word(parts[0]),
  }
}

const unlabelled = (part: string): string => part.replace(/^(?:จ\.|จังหวัด|กิ่งอ\.|กิ่งอำเภอ|อ\.|อำเภอ|ต\.|ตำบล) ?/, '')

function unresolved(row: TableRow, cell: Letters, known: KnownPoint | undefined): Unresolved {
  const why = known ? 'differs from the text whose reading is known' : 'no reading is known for this row'
  return { row: row.number, class: row.class, source: rawOf(cell), reading: null, why }
}

/** Words in which a slip of typing was set right: the reading has other letters than the source. */
function respellings(row: TableRow): Correction[] {
  const words: Letters[] = []
  let word: Letters = []
  for (const letter of [...row.letters, undefined]) {
    if (letter && letter.char !== ' ') word = [...word, letter]
    else {
      if (word.some(({ slip }) => slip !== null)) words.push(word)
      word = []
    }
  }
  return words.map((letters) => ({
    row: row.number,
    class: row.class,
    source: rawOf(letters),
    reading: textOf(letters),
    why: slipsOf(letters),
  }))
}

/** The registry writes "บ้าน" (village) in full where the table has "บ.". */
function writtenOut(row: TableRow, side: PointSide): Correction[] {
  return textOf(row.th).startsWith('บ.') && side.place?.startsWith('บ้าน')
    ? [{ row: row.number, class: row.class, source: 'บ.', reading: 'บ้าน', why: 'abbreviation of village written out' }]
    : []
}

const slipsOf = (letters: Letters): string => [...new Set(letters.flatMap(({ slip }) => slip ?? []))].join(', ')
