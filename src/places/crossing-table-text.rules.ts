import type { ProblemCode } from '../kernel/problem.ts'

export type TableProblem = Extract<ProblemCode, `table.${string}`>
/** A place in the file: 1-based line, and column counted in characters (code points; a BOM is not counted). */
export type Position = { readonly line: number; readonly column: number }
/** Why a table is not read, where, and the text that stands there. */
export type TableFault = Position & { readonly code: TableProblem; readonly source: string }

/** One character: as it is compared (always one UTF-16 unit), as it stands in the file, and where. */
export type Letter = Position & {
  readonly char: string
  readonly raw: string
  /** Why the comparison changed a Thai letter here, not only a space, a dash or a digit: a correction to report. */
  readonly slip: string | null
}
export type Letters = readonly Letter[]
export type Line = { readonly number: number; readonly raw: string; readonly letters: Letters; readonly text: string }

/** Splits at CRLF, LF or CR. `raw` is the line as it stands, `text` the line folded and trimmed. */
export function readLines(text: string): Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((raw, index) => {
      const letters = [...raw].map((char, at) => ({ char, raw: char, line: index + 1, column: at + 1, slip: null }))
      return { number: index + 1, raw, letters, text: textOf(fold(letters)).trim() }
    })
}

/** Bytes that were not UTF-8 arrive as U+FFFD; neither that nor a control character belongs into a table. The first of each line is reported. */
export function encodingFaults(lines: readonly Line[]): TableFault[] {
  return lines.flatMap((line) => {
    const bad = line.letters.find((letter) => isForeign(letter.char))
    return bad ? [{ code: 'table.encoding', line: bad.line, column: bad.column, source: codePointName(bad.char) }] : []
  })
}

/** Joins the lines of one row with a space between them, folded. */
export function joinLines(lines: readonly Line[]): Letters {
  return trim(
    fold(lines.flatMap((line) => [...line.letters, { char: '\n', raw: '\n', line: line.number, column: line.letters.length + 1, slip: null }])),
  )
}

/**
 * Makes letters comparable: one space for any run of spaces, `-` for any dash, 0–9 for Thai digits, invisible characters dropped; and three
 * slips of Thai typing set right (and marked as `slip`): a mark typed twice, เเ for แ, ํา for ำ.
 */
export function fold(letters: Letters): Letters {
  const folded: Letter[] = []
  for (const letter of letters) {
    const last = folded.at(-1)
    const char = foldChar(letter.char)
    const merged = last && mergeWith(last, char)
    if (merged) folded[folded.length - 1] = { ...last, ...merged, raw: last.raw + letter.raw }
    else if (char !== '') folded.push({ ...letter, char })
  }
  return folded
}

export const textOf = (letters: Letters): string => letters.map((letter) => letter.char).join('')
export const rawOf = (letters: Letters): string => letters.map((letter) => letter.raw).join('')

export function trim(letters: Letters): Letters {
  const start = letters.findIndex((letter) => letter.char !== ' ')
  return start < 0 ? [] : letters.slice(start, letters.findLastIndex((letter) => letter.char !== ' ') + 1)
}

export const faultAt = (code: TableProblem, letters: Letters, fallback: Position): TableFault => {
  const { line, column } = letters[0] ?? fallback
  return { code, line, column, source: rawOf(trim(letters.slice(0, faultSourceMax))) }
}

/** Just behind the last letter: where something is missing. */
export const endOf = (letters: Letters, fallback: Position): Position => {
  const last = letters.at(-1)
  return last ? { line: last.line, column: last.column + [...last.raw].length } : fallback
}

export const byPosition = (a: Position, b: Position): number => a.line - b.line || a.column - b.column

const faultSourceMax = 60
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/
/** Vowel and tone marks above and below: never twice on one letter. */
const mark = /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/

function foldChar(char: string): string {
  if (/\s/.test(char)) return ' '
  if (dashes.test(char)) return '-'
  if (/[๐-๙]/.test(char)) return String(char.charCodeAt(0) - 0x0e50)
  if (invisible.test(char)) return ''
  return char.length === 1 ? char : '\uFFFC'
}

function mergeWith(last: Letter, char: string): Partial<Letter> | undefined {
  if (char === '' || (char === ' ' && last.char === ' ')) return {}
  if (mark.test(char) && last.char === char) return { slip: 'mark typed twice' }
  if (char === 'เ' && last.char === 'เ') return { char: 'แ', slip: 'two characters typed for แ' }
  if (char === 'า' && last.char === 'ํ') return { char: 'ำ', slip: 'two characters typed for ำ' }
  return undefined
}

/** Tab, and the form feed between printed pages, count as spaces; a lone half of a surrogate pair is not a character. */
function isForeign(char: string): boolean {
  const code = char.codePointAt(0) ?? 0
  if (code < 0x20) return code !== 0x09 && code !== 0x0c
  return (code >= 0x7f && code <= 0x9f) || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffd
}

const codePointName = (char: string): string => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
