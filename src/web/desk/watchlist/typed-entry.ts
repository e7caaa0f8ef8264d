import { commonYear } from '../../../kernel/era.ts'
import type { SeenBy, WatchReason } from '../../../watchlist/watch-entry.rules.ts'
import type { WatchKind } from '../../../watchlist/watch-match.rules.ts'
import { readTypedDate } from '../form/typed-date.ts'

/** The form as it is typed. */
export const emptyEntry = {
  ...{ kind: 'person' as WatchKind, reason: 'wanted' as WatchReason, seenBy: 'point' as SeenBy, source: '', lastDay: '', remark: '' },
  ...{ nameKhmer: '', nameThai: '', nameLatin: '', birth: '', sex: '', nationality: '', issuer: '', number: '', plate: '' },
}
export type TypedEntry = typeof emptyEntry

const fields = {
  person: ['nameKhmer', 'nameThai', 'nameLatin', 'birth'],
  document: ['number'],
  plate: ['plate'],
} as const
/** What is asked in words of its own for each kind. */
export const fieldsOf = (kind: WatchKind): readonly (typeof fields)[WatchKind][number][] => fields[kind]

/** A whole date, or a year of either era in Latin digits; what is neither is sent as no birth, and the server says so. */
export function birthOf(typed: string): { readonly birthDate: string | null; readonly birthYear: number | null } {
  const date = readTypedDate(typed)
  if (date) return { birthDate: date, birthYear: null }
  const year = /^\s*(\d{4})\s*$/.exec(typed)?.[1]
  return { birthDate: null, birthYear: year === undefined ? null : commonYear(Number(year)) }
}

/** The command's body; a last day that cannot be read is one that the server refuses. */
export function bodyOf(typed: TypedEntry): object {
  const { kind, reason, seenBy, source, remark } = typed
  const person = {
    ...{ nameKhmer: typed.nameKhmer || null, nameThai: typed.nameThai || null, nameLatin: typed.nameLatin || null },
    ...{ ...birthOf(typed.birth), sex: typed.sex === '' ? null : Number(typed.sex), nationality: typed.nationality || null },
  }
  return {
    ...{ kind, reason, seenBy, source, remark, lastDay: readTypedDate(typed.lastDay) ?? '0000-00-00' },
    ...{ person: kind === 'person' ? person : null, document: kind === 'document' ? { issuer: typed.issuer, number: typed.number } : null },
    plate: kind === 'plate' ? typed.plate : null,
  }
}
