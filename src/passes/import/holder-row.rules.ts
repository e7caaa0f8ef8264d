import { type Law, lawOn } from '../../instruments/law.rules.ts'
import { type AreaCode, districtOf, nationalityOf, type StateCode } from '../../kernel/code.ts'
import type { ProblemCode } from '../../kernel/problem.ts'
import { addYears, type CivilDate } from '../../kernel/time.ts'
import { type Applicant, assessNames, type Sex } from '../applicant.rules.ts'
import { parseNationalId } from '../national-id.rules.ts'
import { isPassNumberTyped, type LegacyModel, lastValidDay, plainPassNumber } from '../pass.rules.ts'
import type { FindArea } from './home-area.rules.ts'
import type { ImportField, Placed } from './mapping.rules.ts'
import { parseTableDate } from './row-date.rules.ts'

/** A holder of an older pass, read out of one row. */
export type Holder = {
  readonly line: number
  readonly person: Applicant
  /** The office of the home district. */
  readonly office: AreaCode
  readonly number: string
  readonly model: LegacyModel
  readonly issuedOn: CivilDate
  /** The last day it is good. */
  readonly lastDay: CivilDate
}
/** `column` from 1; 0 the whole row. `field` null: the table's own fault. */
export type RowFault = {
  readonly code: ProblemCode
  readonly line: number
  readonly column: number
  readonly field: ImportField | null
  readonly said: string
}
export type RowReading = { readonly holder: Holder | undefined; readonly faults: readonly RowFault[]; readonly flags: readonly RowFault[] }

export type RowReader = {
  readonly state: StateCode
  readonly law: Law
  readonly today: CivilDate
  readonly placed: Placed
  readonly findArea: FindArea
  /** Offices that serve on this day. */
  readonly offices: ReadonlySet<string>
  /** Is this character text that a spreadsheet would calculate? */
  readonly isFormula: (text: string) => boolean
}

type Row = { readonly line: number; readonly cells: readonly string[] }

/** Every fault of a row, not only its first; a holder when there is none. What a row does not say is never made up. */
export function readHolder(reader: RowReader, row: Row): RowReading {
  const [faults, flags]: [RowFault[], RowFault[]] = [[], []]
  const say = (code: ProblemCode, field: ImportField, into = faults): undefined => {
    into.push({ code, line: row.line, column: columnOf(reader.placed, field), field, said: textOf(reader.placed, row, field) })
    return undefined
  }
  const text = (field: ImportField): string => textOf(reader.placed, row, field)
  const required = <T>(field: ImportField, parse: (said: string) => T | undefined, code: ProblemCode): T | undefined => {
    const said = text(field)
    if (said === '') return say('import.missing', field)
    if (reader.isFormula(said)) return say('import.formula', field)
    return parse(said) ?? say(code, field)
  }
  const { state, placed, today, law } = reader
  const day = (field: ImportField) => required(field, (said) => parseTableDate(said, placed.dateOrder), 'import.date')
  for (const field of ['address', 'guardian', 'familyBook'] as const) if (reader.isFormula(text(field))) say('import.formula', field)

  const number = required('number', (said) => numberOf(placed.numberPrefix + said), 'import.number')
  const model = required('model', modelOf, 'import.model')
  const issuedOn = day('issuedOn')
  const lastDay = day('validUntil')
  const birthDate = day('birthDate')
  const sex = required('sex', sexOf, 'import.sex')
  const nationalId = required('nationalId', (said) => parseNationalId(said, state), 'import.id-number')
  const localName = required('localName', (said) => said, 'import.missing')
  const givenName = required('givenName', (said) => said, 'import.missing')
  const familyName = required('familyName', (said) => said, 'import.missing')
  const home = reader.findArea({ code: text('homeArea'), province: text('homeProvince'), district: text('homeDistrict') })
  const areaField: ImportField =
    placed.sources.has('homeArea') && text('homeArea') !== '' ? 'homeArea' : placed.sources.has('homeDistrict') ? 'homeDistrict' : 'homeArea'
  if (!home) say('import.area', areaField)
  else if (!reader.offices.has(districtOf(home.area))) say('office.unknown', areaField)
  else if (home.byName) say('import.area-by-name', areaField, flags)
  if (issuedOn && lastDay && (lastDay < issuedOn || issuedOn > today)) say('import.dates-order', lastDay < issuedOn ? 'validUntil' : 'issuedOn')
  else if (lastDay && lastDay > latestEnd(law, state, today)) say('import.valid-too-long', 'validUntil')
  if (birthDate && (birthDate > today || (issuedOn && birthDate > issuedOn) || birthDate < addYears(today, -ageYearsMax)))
    say('applicant.birth-date', 'birthDate')

  if (!(number && model && issuedOn && lastDay && birthDate && sex && nationalId && localName && givenName && familyName && home))
    return { holder: undefined, faults, flags }
  const person: Applicant = {
    ...{ localName: plain(localName), localLanguage: languageOf(localName, state), givenName: plain(givenName), familyName: plain(familyName) },
    ...{ birthDate, sex, nationality: nationalityOf[state], nationalId, homeArea: home.area },
    ...{ address: plain(text('address')), guardian: plain(text('guardian')) || null, familyBook: plain(text('familyBook')) || null },
  }
  const named = assessNames(person, person)
  // A row's fault is said without values: what names a length belongs to a form.
  if (named)
    say(
      named.refusal.code === 'applicant.name-too-long' ? 'import.cell-too-long' : named.refusal.code,
      (named.refusal.about?.['field'] as ImportField | undefined) ?? 'localName',
    )
  const holder = { line: row.line, person, office: districtOf(home.area), number, model, issuedOn, lastDay }
  return { holder: faults.length === 0 ? holder : undefined, faults, flags }
}

const ageYearsMax = 120

/** No pass that is good today ends later than one issued today, extended once: what says more is a slip of the pen. */
function latestEnd(law: Law, state: StateCode, today: CivilDate): CivilDate {
  const longest = lastValidDay(law, state, today)
  const extension = lawOn(law, 'pass.extension', state, today)?.value.yearsMax ?? 0
  return addYears(longest, extension)
}

/** A number of an older pass is none of our own form: else a booklet typed in wrongly could take the number of a pass to come. */
function numberOf(said: string): string | undefined {
  const number = plainPassNumber(said)
  return number !== undefined && /\d/.test(number) && !isPassNumberTyped(number) && !/^[A-Z]{2}\d{11}$/.test(number) ? number : undefined
}

const modelWords: readonly [RegExp, LegacyModel][] = [
  [/^(legacy-)?yellow$|^(ពណ៌)?លឿង$|^(สี)?เหลือง$/i, 'legacy-yellow'],
  [/^(legacy-)?blue$|^(ពណ៌)?ខៀវ$|^(สี)?(น้ำเงิน|ฟ้า)$/i, 'legacy-blue'],
]
const modelOf = (said: string): LegacyModel | undefined => modelWords.find(([words]) => words.test(said))?.[1]

const sexWords: readonly [RegExp, Sex][] = [
  [/^(1|m|male|ប្រុស|ប|ชาย|ช)$/i, 1],
  [/^(2|f|female|ស្រី|ស|หญิง|ญ)$/i, 2],
  [/^(3|x|other|ផ្សេង|อื่น|อื่นๆ)$/i, 3],
]
const sexOf = (said: string): Sex | undefined => sexWords.find(([words]) => words.test(said))?.[1]

const languageOf = (name: string, state: StateCode): 'khm' | 'tha' =>
  /[\u1780-\u17ff]/.test(name) ? 'khm' : /[\u0e00-\u0e7f]/.test(name) ? 'tha' : state === 'TH' ? 'tha' : 'khm'

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

function textOf(placed: Placed, { cells }: Row, field: ImportField): string {
  const source = placed.sources.get(field)
  if (!source) return ''
  const said = 'value' in source ? source.value : source.at.map((at) => (cells[at] ?? '').trim()).join(' ')
  // What people write into a cell that says nothing.
  return /^[\s–—-]*$/.test(said) ? '' : said.trim()
}

export function columnOf(placed: Placed, field: ImportField): number {
  const source = placed.sources.get(field)
  return source && 'at' in source ? (source.at[0] ?? -1) + 1 : 0
}

/** Fields whose values say nothing of a person: they are shown as they stand. */
const shownFields: readonly (ImportField | null)[] = ['model', 'sex', 'homeArea', 'homeProvince', 'homeDistrict']
export const shapeMax = 40

/** What stands there, by its form alone: each digit 0, each letter x, ก or ក. Enough to see a day of February, and of whom it is nobody can say. */
export function shapeOf({ field, said }: Pick<RowFault, 'field' | 'said'>): string {
  const shown = shownFields.includes(field)
    ? said
    : said
        .replace(/\p{Nd}/gu, '0')
        .replace(/[\u0e00-\u0e7f]/g, 'ก')
        .replace(/[\u1780-\u17ff]/g, 'ក')
        .replace(/(?![กក])[\p{L}\p{M}]/gu, 'x')
  return shown.replace(/[\p{C}]/gu, '·').slice(0, shapeMax)
}
