import type { Language } from '../../kernel/language.ts'
import type { CivilDate } from '../../kernel/time.ts'
import { whoWords } from '../../words/account.ts'
import { commonWords } from '../../words/common.ts'
import { jsonOf, midnightOf, type PageJob, printablePart } from './pass-page.ts'

/** A table: cells of each row as text; columns that hold numbers stand to the right. A table without rows says so. */
export type ReportTable = {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly numbers: readonly number[]
  readonly none: string
}
export type ReportData = {
  readonly title: string
  readonly lines: readonly string[]
  readonly tables: readonly ReportTable[]
  readonly day: CivilDate
  readonly language: Language
  readonly demonstration: boolean
}

const pagesMax = 60

/** Equal reports are equal bytes. */
export function toReportJob({ day, demonstration, language, title, lines, tables }: ReportData): PageJob {
  return {
    input: jsonOf({
      // Notes hold whatever people type: a letter that no font has costs that letter, not the sheet.
      ...{ language, title, lines, tables: tables.map((table) => ({ ...table, rows: table.rows.map((row) => row.map(printablePart)) })) },
      head: `${commonWords.name[language]} · ${title}`,
      foot: demonstration ? whoWords.demonstration[language] : '',
    }),
    files: [],
    pages: { atMost: pagesMax },
    createdAtEpochSeconds: midnightOf(day),
  }
}
