import type { CivilDate } from '../kernel/time.ts'
import { type NameRelation, nameRelation } from '../persons/match.rules.ts'
import { type NameForm, nameForm, type Script } from '../persons/name-key.rules.ts'
import { birthRelation, isYearSlip } from '../persons/slips.rules.ts'

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

export type BirthTells = 'same' | 'slip' | 'year' | 'year-slip' | 'unknown' | 'none'

/** `unknown`: one of the two says nothing; `year`: an entry that knows the year alone, and it is that; `year-slip`: it is a slip of it. */
export function birthTold(entry: WatchedPerson, seen: CivilDate | null): BirthTells {
  if (seen === null || (entry.birthDate === null && entry.birthYear === null)) return 'unknown'
  if (entry.birthDate === null) return yearTold(entry.birthYear, Number(seen.slice(0, 4)))
  const relation = birthRelation(entry.birthDate, seen)
  return relation === 'same' || relation === 'none' ? relation : 'slip'
}

function yearTold(known: number | null, seen: number): BirthTells {
  if (known === null) return 'unknown'
  return known === seen ? 'year' : isYearSlip(known, seen) ? 'year-slip' : 'none'
}

/** How rare things are on the list: what share of its people bear a part of a name, and how many were born so. */
export type Rarity = {
  readonly textShare: (form: NameForm, part: number) => number
  readonly soundShare: (form: NameForm, part: number) => number
  readonly pool: (script: Script) => number
  readonly bornSo: (birth: Exclude<BirthTells, 'none'>) => number
}

/**
 * How much a difference takes away: how many more names stand in such a relation to one than are written or sound like it, and how seldom the same person
 * has it. Measured on planted lists (docs/performance.md, docs/decisions/0050).
 */
const never = Number.POSITIVE_INFINITY
const widthOf: { readonly [R in NameRelation]: number } = { same: 1, order: 1, spelling: 3, sound: 3, near: 2_000, partial: never, none: never }
const widthAcross: { readonly [R in NameRelation]: number } = { ...widthOf, sound: 1.2, near: 12_500 }
const birthTimes = { same: 0.03, slip: 1.5, year: 2, 'year-slip': 12, unknown: 1 } as const
/** A second script in which the names differ, though the first agrees: seldom with the same person. */
const doubtOf: { readonly [R in NameRelation]: number } = { same: 1, order: 1, spelling: 1, sound: 1, near: 3, partial: 60, none: 60 }
const sexTold = { same: 0.7, differs: 30, unknown: 1 } as const
const nationalityTold = { same: 0.8, differs: 15, unknown: 1 } as const

export type Likeness = { readonly chance: number; readonly exact: boolean }
const unlike: Likeness = { chance: Number.POSITIVE_INFINITY, exact: false }

/**
 * How much somebody is like an entry, told by chance: so many people of a list like this one agree as well with somebody who is none of them. Exact: the same
 * names, born on the same day, and nothing speaks against it.
 */
export function likenessOf(
  entry: WatchedPerson,
  seen: Seen,
  { forms, rarity }: { readonly forms: readonly NameForm[]; readonly rarity: Rarity },
): Likeness {
  const birth = birthTold(entry, seen.birthDate)
  if (birth === 'none') return unlike
  const [sex, nationality] = [told(entry.sex, seen.sex), told(entry.nationality, seen.nationality)]
  const pairs = comparedPairs(forms, seen.forms).map(([one, other]) => ({ one, other, relation: nameRelation([one], [other]) }))
  const shares = pairs.map((pair) => shareOf(pair, rarity))
  const best = shares.indexOf(Math.min(...shares))
  const closest = pairs[best]
  if (!closest || shares[best] === Number.POSITIVE_INFINITY) return unlike
  const doubt = pairs.reduce((product, { other, relation }) => product * (other.script === closest.other.script ? 1 : doubtOf[relation]), 1)
  const exact = birth === 'same' && (closest.relation === 'same' || closest.relation === 'order') && sex !== 'differs' && nationality !== 'differs'
  return {
    chance:
      birthTimes[birth] *
      rarity.bornSo(birth) *
      rarity.pool(closest.one.script) *
      (shares[best] ?? 1) *
      doubt *
      sexTold[sex] *
      nationalityTold[nationality],
    exact,
  }
}

/** Names in one script are compared in it; only where none is common, across. */
function comparedPairs(ones: readonly NameForm[], others: readonly NameForm[]): [NameForm, NameForm][] {
  const all = ones.flatMap((one) => others.map((other): [NameForm, NameForm] => [one, other]))
  const common = all.filter(([one, other]) => one.script === other.script)
  return common.length > 0 ? common : all
}

type Compared = { readonly one: NameForm; readonly other: NameForm; readonly relation: NameRelation }
function shareOf({ one, other, relation }: Compared, { textShare, soundShare }: Rarity): number {
  const width = (one.script === other.script ? widthOf : widthAcross)[relation]
  if (width === never) return never
  const share = relation === 'same' || relation === 'order' ? textShare : soundShare
  return one.parts.reduce((product, _, at) => product * share(one, at), width)
}

/** What one of the two does not say tells nothing. */
const told = <T>(one: T | null, other: T | null): 'same' | 'differs' | 'unknown' =>
  one === null || other === null ? 'unknown' : one === other ? 'same' : 'differs'
