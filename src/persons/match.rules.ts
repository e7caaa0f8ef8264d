import { type AreaCode, districtOf, provinceOf } from '../kernel/code.ts'
import type { CivilDate } from '../kernel/time.ts'
import { type NameForm, type NamePart, nameForm } from './name-key.rules.ts'
import { birthRelation, numberRelation, slipsBetween } from './slips.rules.ts'

/** What two records of a person are compared by. `names`: the same name as each script writes it, whole. */
export type PersonFacts = {
  readonly names: readonly string[]
  readonly birthDate: CivilDate
  readonly sex: number
  readonly nationalId: string
  readonly homeArea: AreaCode
  readonly familyBook: string | null
}
/** Facts read once, for comparing with many. */
export type Prepared = PersonFacts & { readonly forms: readonly NameForm[] }
export const prepare = (facts: PersonFacts): Prepared => ({ ...facts, forms: facts.names.map(nameForm).filter(({ joined }) => joined !== '') })

/** What agrees, and how → its weight. A reason is shown to the clerk in words (src/words/near-people.ts). */
const weights = {
  'name.same': 45,
  'name.order': 43,
  'name.spelling': 40,
  'name.sound': 36,
  'name.near': 26,
  'name.partial': 22,
  'birthDate.same': 35,
  'birthDate.day-month': 24,
  'birthDate.digit': 24,
  'birthDate.year': 24,
  'birthDate.era': 24,
  // Alone enough: one number is one person, however it was written.
  'nationalId.same': 80,
  'nationalId.slip': 25,
  'sex.same': 4,
  'sex.differs': -8,
  'home.district': 6,
  'home.province': 3,
  'familyBook.same': 6,
} as const
export type MatchReason = keyof typeof weights
export const matchReasons = Object.keys(weights) as MatchReason[]

/** From here on a person is shown to the clerk. Any one slip in records that otherwise agree stays above it. */
export const nearFrom = 66

export type Match = { readonly score: number; readonly reasons: readonly MatchReason[] }

/** How much two records look like one person, and why. The same whichever comes first. */
export function matchOf(one: Prepared, other: Prepared): Match {
  const [name, birth, number] = [
    nameRelation(one.forms, other.forms),
    birthRelation(one.birthDate, other.birthDate),
    numberRelation(one.nationalId, other.nationalId),
  ]
  const reasons: MatchReason[] = [
    ...(name === 'none' ? [] : [`name.${name}` as const]),
    ...(birth === 'none' ? [] : [`birthDate.${birth}` as const]),
    ...(number === 'none' ? [] : [`nationalId.${number}` as const]),
    one.sex === other.sex ? 'sex.same' : 'sex.differs',
    ...homeRelation(one.homeArea, other.homeArea),
    ...(one.familyBook !== null && one.familyBook === other.familyBook ? (['familyBook.same'] as const) : []),
  ]
  return { score: reasons.reduce((total, reason) => total + weights[reason], 0), reasons }
}

function homeRelation(one: AreaCode, other: AreaCode): MatchReason[] {
  if (districtOf(one) === districtOf(other)) return ['home.district']
  return provinceOf(one) === provinceOf(other) ? ['home.province'] : []
}

const relations = ['same', 'order', 'spelling', 'sound', 'near', 'partial', 'none'] as const
export type NameRelation = (typeof relations)[number]

/** The best of all pairs of spellings. Two scripts are compared by sound alone, and only where no script is common to both. */
export function nameRelation(ones: readonly NameForm[], others: readonly NameForm[]): NameRelation {
  const pairs = ones.flatMap((one) => others.map((other) => [one, other] as const))
  const common = pairs.filter(([one, other]) => one.script === other.script)
  const found = common.length > 0 ? common.map(([one, other]) => sameScript(one, other)) : pairs.map(([one, other]) => acrossScripts(one, other))
  return found.reduce<NameRelation>((best, each) => (relations.indexOf(each) < relations.indexOf(best) ? each : best), 'none')
}

function sameScript(one: NameForm, other: NameForm): NameRelation {
  if (one.joined === other.joined) return 'same'
  const slips = slipsTurned(one, other, 'text')
  if (slips === 0 || sorted(one, 'text') === sorted(other, 'text')) return 'order'
  if (slips === 1) return 'spelling'
  const pairs = aligned(one, other, closenessOf)
  const whole = one.parts.length === other.parts.length
  if (whole && pairs.every(({ close }) => close >= 2)) return 'spelling'
  if (whole && pairs.every(({ close }) => close >= 1)) return 'sound'
  if (slips === 2 && Math.min(one.joined.length, other.joined.length) >= 8) return 'near'
  if (pairs.every(({ close }) => close < 2)) return 'none'
  // All but one part agree, and that one is not far: a longer slip, or a part more or less.
  const rest = pairs.filter(({ close }) => close < 2)
  return rest.every(({ a, b }) => slipsBetween(a.skeleton, b.skeleton, 1) <= 1 && slipsBetween(a.fold, b.fold, 2) <= 2) ? 'near' : 'partial'
}

/** 3 the same, 2 one slip or another habit of spelling, 1 sounds alike, 0 other. */
function closenessOf(one: NamePart, other: NamePart): 0 | 1 | 2 | 3 {
  if (one.text === other.text) return 3
  const short = Math.min(one.text.length, other.text.length) < 3
  if (!short && slipsBetween(one.text, other.text, 1) === 1) return 2
  if (one.skeleton !== other.skeleton) return 0
  if (one.fold === other.fold && one.fold !== one.skeleton) return 2
  return slipsBetween(one.fold, other.fold, 1) <= 1 ? 1 : 0
}

function acrossScripts(one: NameForm, other: NameForm): NameRelation {
  const turned = slipsTurned(one, other, 'skeleton')
  if (turned === 0 || sorted(one, 'skeleton') === sorted(other, 'skeleton')) return 'sound'
  const pairs = aligned(one, other, (a, b) => 2 - Math.min(2, slipsBetween(a.skeleton, b.skeleton, 2)))
  if (one.parts.length === other.parts.length && pairs.reduce((total, { close }) => total + 2 - close, 0) <= 1) return 'near'
  if (turned === 1 && Math.min(...[one, other].map(({ parts }) => parts.reduce((n, { skeleton }) => n + skeleton.length, 0))) >= 4) return 'near'
  return pairs.some(({ a, close }) => close === 2 && a.skeleton.length >= 2) ? 'partial' : 'none'
}

type Pair = { readonly a: NamePart; readonly b: NamePart; readonly close: number }
/** Each part of the shorter name with the part of the other that is closest, the closest pair first. The names come in one order whoever asks, so that ties fall alike. */
function aligned(one: NameForm, other: NameForm, closeOf: (a: NamePart, b: NamePart) => number): Pair[] {
  const more = one.parts.length - other.parts.length
  const [few, many] = more < 0 || (more === 0 && one.joined < other.joined) ? [one, other] : [other, one]
  const cells = few.parts.flatMap((a) => many.parts.map((b) => ({ a, b, close: closeOf(a, b) })))
  const pairs: Pair[] = []
  for (const cell of cells.toSorted((x, y) => y.close - x.close)) if (!pairs.some(({ a, b }) => a === cell.a || b === cell.b)) pairs.push(cell)
  return pairs
}

/** Slips between two names written together, whichever part each begins with: family name first or last. Above two it is three. */
function slipsTurned(one: NameForm, other: NameForm, of: 'text' | 'skeleton'): number {
  let fewest = 3
  const turned = rotations(other, of)
  for (const [at, text] of rotations(one, of).entries())
    for (const [against, otherText] of turned.entries()) if (at === 0 || against === 0) fewest = Math.min(fewest, slipsBetween(text, otherText, 2))
  return fewest
}
const rotations = ({ parts }: NameForm, of: 'text' | 'skeleton'): string[] =>
  parts.map((_, at) => [...parts.slice(at), ...parts.slice(0, at)].map((part) => part[of]).join(''))
const sorted = (form: NameForm, of: 'text' | 'skeleton'): string =>
  form.parts
    .map((part) => part[of])
    .toSorted()
    .join(' ')
