import type { CivilDate } from '../kernel/time.ts'
import { type NameRelation, nameRelation } from '../persons/match.rules.ts'
import { type NameForm, nameForm } from '../persons/name-key.rules.ts'
import { birthRelation } from '../persons/slips.rules.ts'

/** What an entry says of a person: a name in one script at least, and what else is known. */
export type WatchedPerson = {
  readonly names: readonly string[]
  readonly birthDate: CivilDate | null
  readonly birthYear: number | null
  readonly sex: number | null
  readonly nationality: string | null
}
/** Somebody who stands there, with the names' forms read once. */
export type Seen = {
  readonly forms: readonly NameForm[]
  readonly birthDate: CivilDate | null
  readonly sex: number | null
  readonly nationality: string | null
}
export const formsOf = (names: readonly string[]): NameForm[] => names.map(nameForm).filter(({ joined }) => joined !== '')

export type BirthTells = 'same' | 'slip' | 'year' | 'unknown' | 'none'

/** `unknown`: one of the two says nothing; `year`: an entry that knows the year alone, and it is that. */
export function birthTold(entry: WatchedPerson, seen: CivilDate | null): BirthTells {
  if (seen === null || (entry.birthDate === null && entry.birthYear === null)) return 'unknown'
  if (entry.birthDate === null) return Number(seen.slice(0, 4)) === entry.birthYear ? 'year' : 'none'
  const relation = birthRelation(entry.birthDate, seen)
  return relation === 'same' || relation === 'none' ? relation : 'slip'
}

const nameWeights: { readonly [R in NameRelation]: number } = { same: 50, order: 50, spelling: 40, sound: 34, near: 28, partial: 14, none: 0 }
/** Two scripts with none in common agree by sound alone: there it is the most that can be. */
const soundAcrossScripts = 44
const birthWeights: { readonly [B in BirthTells]: number } = { same: 40, slip: 24, year: 24, unknown: 18, none: -100 }
const [agrees, differs] = [2, -12]
/** The names, or the birth, may be off by a slip; both only where sex and nationality are known and agree, or where the names share no script. */
export const hitFrom = 68

export type Likeness = { readonly score: number; readonly exact: boolean }

/** How much somebody is like an entry. Exact: the same names, born on the same day, and nothing speaks against it. */
export function likenessOf(entry: WatchedPerson, seen: Seen, readForms: () => readonly NameForm[]): Likeness {
  const birth = birthTold(entry, seen.birthDate)
  const told = tells(entry.sex, seen.sex) + tells(entry.nationality, seen.nationality)
  // Names are what costs: where the best of them would not do, they are not compared.
  const best = nameWeights.same + birthWeights[birth] + told
  if (best < hitFrom) return { score: best, exact: false }
  const forms = readForms()
  const name = nameRelation(forms, seen.forms)
  const isAcross = name === 'sound' && !forms.some(({ script }) => seen.forms.some((other) => other.script === script))
  const exact = birth === 'same' && (name === 'same' || name === 'order') && told >= 0
  return { score: (isAcross ? soundAcrossScripts : nameWeights[name]) + birthWeights[birth] + told, exact }
}

/** What one of the two does not say tells nothing. */
const tells = <T>(one: T | null, other: T | null): number => (one === null || other === null ? 0 : one === other ? agrees : differs)
