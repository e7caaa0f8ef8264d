import type { AreaCode } from '../kernel/code.ts'
import type { CivilDate } from '../kernel/time.ts'
import { type Chance, chanceOf } from '../passes/made-up/chance.ts'
import { madeUpPerson } from '../passes/made-up/made-up-person.ts'
import type { PersonFacts } from './match.rules.ts'
import { personFacts } from './near-people.queries.ts'
import { slippedDates } from './slips.rules.ts'

/** A made-up person as the register or a form has them. */
export type Record = Parameters<typeof personFacts>[0] & { readonly localLanguage: 'khm' | 'tha'; readonly nationality: string }

/** The index-th made-up person, Khmer and Thai by turns; three of a hundred born on 1 January, as in registers where the day is not known. */
export function recordOf(index: number): Record {
  const person = madeUpPerson(index, index % 2 === 0 ? 'KH' : 'TH')
  const chance = chanceOf(`record ${index}`)
  const { localName, givenName, familyName, sex, nationalId, homeArea, localLanguage, nationality } = person
  const birthDate = chance.below(100) < 3 ? (`${person.birthDate.slice(0, 4)}-01-01` as CivilDate) : person.birthDate
  const familyBook = `B${Math.floor(index / 5)}`
  return { ...{ localName, givenName, familyName, sex, nationalId, homeArea, localLanguage, nationality }, birthDate, familyBook }
}

/** What is typed when the person comes again with another paper: the register's record, and the form's. */
export type Variant = { readonly stored: Record; readonly asked: PersonFacts }
type Kind = (record: Record, chance: Chance) => { stored?: Record; asked: Record; names?: readonly string[] }

/** Another paper: its number says nothing, and the family book was left at home. */
const otherNumber = (record: Record, chance: Chance): Record => ({
  ...record,
  nationalId: `55${String(chance.below(1e7)).padStart(7, '0')}`,
  familyBook: null,
})
const noLatin = { givenName: '-', familyName: '-' }
const swapped = (record: Record): Record => ({
  ...record,
  givenName: record.familyName,
  familyName: record.givenName,
  localName: record.localName.split(' ').toReversed().join(' '),
})
function birthSlip(record: Record, chance: Chance): Record {
  const dates = slippedDates(record.birthDate).filter((date) => date > '1900' && date < '2026')
  return { ...record, birthDate: dates[chance.below(dates.length)] ?? record.birthDate }
}
const numberSlip = (record: Record, chance: Chance): Record => {
  const { nationalId } = record
  const at = 1 + chance.below(nationalId.length - 1)
  const [before, here, after] = [nationalId.slice(0, at - 1), nationalId.slice(at - 1, at + 1), nationalId.slice(at + 1)]
  const typed = chance.below(2) === 0 ? `${here[1]}${here[0]}` : `${here[0]}${(Number(here[1]) + 1 + chance.below(9)) % 10}`
  return { ...record, nationalId: before + typed + after }
}
/** How one name is written in Latin letters by several hands. */
const habits: readonly [RegExp, string][] = [
  [/OU/, 'U'], [/U/, 'OU'], [/O(?![UE])/, 'OR'], [/EA/, 'IA'], [/EE/, 'I'], [/I(?![EA])/, 'EE'], [/Y$/, 'I'], [/I$/, 'Y'], [/KH/, 'K'], [/K(?!H)/, 'KH'], [/TH/, 'T'],
  [/T(?!H)/, 'TH'], [/PH/, 'P'], [/P(?!H)/, 'PH'], [/CHH?/, 'J'], [/V/, 'W'], [/W/, 'V'], [/NN/, 'N'], [/N(?=[AEIOU])/, 'NN'], [/AI$/, 'AY'], [/AE/, 'E'], [/A$/, 'AR'], [/S/, 'SS'],
] // biome-ignore format: one list
const respelt = (name: string, chance: Chance): string => {
  const fitting = habits.filter(([pattern]) => pattern.test(name))
  const [pattern, to] = fitting[chance.below(fitting.length)] ?? [/$/, '']
  return name.replace(pattern, to)
}
/** Khmer's and Thai's marks that hands leave out. */
const unmarked = (name: string): string => name.replace(/[\u17C9\u17CA\u17CB\u17D0\u0E47-\u0E4B]/gu, '')
/** Letters of one sound, long and short vowels. */
const alike = ['ិី', 'ុូ', 'ណន', 'ឡល', 'ដត', 'ថធ', 'ភផ', 'ោៅ', 'ិី', 'ุู', 'ณน', 'ศส', 'ษส', 'พภ', 'ทธ', 'ไใ', 'ญย', 'ฎด'].map(
  (pair) => [...pair] as [string, string],
)
/** One part of a name in its own script, as another hand writes it. */
const respeltLocal = (part: string, chance: Chance): string => {
  const fitting = alike.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]).filter(([from]) => part.includes(from))
  const [from, to] = fitting[chance.below(fitting.length)] ?? ['', '']
  return from === '' ? part : part.replace(from, to)
}
const spelling = (record: Record, chance: Chance): Record => ({
  ...record,
  localName: unmarked(record.localName)
    .split(' ')
    .map((part) => respeltLocal(part, chance))
    .join(' '),
  givenName: respelt(record.givenName, chance),
  familyName: respelt(record.familyName, chance),
})
function letterWrong(text: string, alphabet: string, chance: Chance): string {
  const at = chance.below(text.length)
  const letter = alphabet[chance.below(alphabet.length)] ?? ''
  const ways = [text.slice(0, at) + letter + text.slice(at + 1), text.slice(0, at) + text.slice(at + 1), text.slice(0, at) + letter + text.slice(at)]
  const moved = at > 0 ? text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1) : text
  return [...ways, moved][chance.below(4)] ?? text
}
const latinLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const letter = (record: Record, chance: Chance): Record => {
  const local = record.localLanguage === 'khm' ? 'កខគងចជញដតថនបផពមយរលវសហអាិីុូេោ' : 'กขคงจชญดตทนบผพมยรลวสหอาิีุูเโ'
  return {
    ...record,
    localName: letterWrong(record.localName, local, chance),
    ...(chance.below(2) === 0
      ? { givenName: letterWrong(record.givenName, latinLetters, chance) }
      : { familyName: letterWrong(record.familyName, latinLetters, chance) }),
  }
}
const slips = [(record: Record) => swapped(record), birthSlip, spelling, letter] as const
/** Only the local script stands in the register, only Latin in the form: nothing is common but the sound. */
const scripts = (record: Record, asked: Record): { stored: Record; asked: Record; names: readonly string[] } => ({
  stored: { ...record, ...noLatin },
  asked,
  names: [`${asked.familyName} ${asked.givenName}`],
})

/** Kinds of coming again; all but the number's own with a number that has nothing to do with the first. */
export const kinds: Readonly<{ [kind: string]: Kind }> = {
  'without number and family book': (record, chance) => ({ asked: otherNumber(record, chance) }),
  'moved to another province': (record, chance) => ({ asked: moved(otherNumber(record, chance), chance) }),
  'moved, birth date slip': (record, chance) => ({ asked: moved(birthSlip(otherNumber(record, chance), chance), chance) }),
  'order swapped': (record, chance) => ({ asked: swapped(otherNumber(record, chance)) }),
  'birth date slip': (record, chance) => ({ asked: birthSlip(otherNumber(record, chance), chance) }),
  'number slip': (record, chance) => ({ asked: numberSlip(record, chance) }),
  'number slip, another family name': (record, chance) => ({
    asked: { ...numberSlip(record, chance), ...renamed(record, chance), familyBook: null },
  }),
  'spelling of every name': (record, chance) => ({ asked: spelling(otherNumber(record, chance), chance) }),
  'a letter wrong in each script': (record, chance) => ({ asked: letter(otherNumber(record, chance), chance) }),
  'script switched': (record, chance) => scripts(record, otherNumber(record, chance)),
  'script switched, order swapped': (record, chance) => scripts(record, swapped(otherNumber(record, chance))),
  'script switched, birth date slip': (record, chance) => scripts(record, birthSlip(otherNumber(record, chance), chance)),
  'script switched, other spelling': (record, chance) => scripts(record, spelling(otherNumber(record, chance), chance)),
  'two slips at once': (record, chance) => {
    const first = chance.below(slips.length)
    const second = (first + 1 + chance.below(slips.length - 1)) % slips.length
    return { asked: [first, second].reduce((made, at) => slips[at]?.(made, chance) ?? made, otherNumber(record, chance)) }
  },
}

/** An address in a province where nobody else of the register lives. */
const moved = (record: Record, chance: Chance): Record => ({
  ...record,
  homeArea: `KH:99${String(1 + chance.below(9)).padStart(2, '0')}` as AreaCode,
})

/** Another person's family name in both scripts, as after a marriage. */
function renamed(record: Record, chance: Chance): Pick<Record, 'localName' | 'familyName'> {
  const other = recordOf(2 * chance.below(1_000_000) + (record.localLanguage === 'khm' ? 0 : 1))
  const [own, others] = [record.localName.split(' '), other.localName.split(' ')]
  const localName = record.localLanguage === 'khm' ? `${others[0]} ${own[1]}` : `${own[0]} ${others[1]}`
  return { localName, familyName: other.familyName }
}

/** The variant of a kind that is made of the index-th person: the same every time. `of`: whose records. */
export function variantOf(kind: string, index: number, of: (index: number) => Record = recordOf): Variant {
  const record = of(index)
  const made = kinds[kind]?.(record, chanceOf(`${kind} ${index}`))
  if (!made) throw new Error(`no kind ${kind}`)
  const { stored = record, asked, names } = made
  return { stored, asked: names ? { ...personFacts(asked), names } : personFacts(asked) }
}

/** The index-th person as the register has them: which kind is planted on whom goes by turns. */
export const kindAt = (index: number): string => {
  const names = Object.keys(kinds)
  return names[Math.floor(index / 2) % names.length] ?? ''
}
