import { readFileSync } from 'node:fs'
import { type AreaCode, liesIn, nationalityOf, parseAreaCode, provinceOf, type StateCode } from '../../kernel/code.ts'
import { addDays, type CivilDate } from '../../kernel/time.ts'
import { inDigitsOf } from '../../words/dates.ts'
import { type Chance, chanceOf } from './chance.ts'

export type MadeUpState = Extract<StateCode, 'KH' | 'TH'>
/** Nobody who lives. Its fields are those of an applicant, and what a pass page shows. */
export type MadeUpPerson = {
  readonly madeUp: true
  readonly index: number
  readonly state: MadeUpState
  readonly localName: string
  readonly localLanguage: 'khm' | 'tha'
  /** Capital Latin letters. */
  readonly givenName: string
  readonly familyName: string
  /** Of the years 1945–2006: grown up, so no guardian is asked for. */
  readonly birthDate: CivilDate
  /** ISO/IEC 5218: 1 male, 2 female. */
  readonly sex: 1 | 2
  readonly nationality: string
  /**
   * The right form in a range no office gives out. KH: nine digits from 99. TH: thirteen digits from 9 (the ministry's categories are 0–8), with
   * the right check digit.
   */
  readonly nationalId: string
  /** A district. */
  readonly homeArea: AreaCode
  readonly address: string
  readonly addressLines: { readonly km?: string; readonly th?: string; readonly en: string }
  readonly guardian: null
}

export const madeUpIndexMax = 9_999_999

/**
 * The same person for the same index (0–9,999,999) and state, every time. `area` moves them there: to a district of it, or into it when it is
 * smaller; an area in no district of data/areas.csv of this state is not heeded. Their face is `madeUpFace(index)`, of the same sex and age.
 */
export function madeUpPerson(index: number, state: MadeUpState, area?: string): MadeUpPerson {
  if (!Number.isInteger(index) || index < 0 || index > madeUpIndexMax) throw new RangeError(`no made-up person has the index ${index}`)
  const chance = chanceOf(`${state} ${index}`)
  const sex = (index & 1) === 0 ? 1 : 2
  const family = chance.pick(names[state].family)
  const given = chance.pick(names[state].given[sex === 1 ? 'male' : 'female'])
  // Bits 1–2 are the quarter of the years, the youngest first: the drawn faces are ordered the same way.
  const bornDays = (3 - ((index >> 1) & 3)) * quarterDays + chance.below(quarterDays)
  const wanted = parseAreaCode(area ?? '')
  const district = chance.pick(districtsAt(state, wanted))
  const lines = addressOf(state, district, chance)
  return {
    madeUp: true,
    index,
    state,
    localName: state === 'KH' ? `${family[0]} ${given[0]}` : `${given[0]} ${family[0]}`,
    localLanguage: state === 'KH' ? 'khm' : 'tha',
    givenName: given[1].toUpperCase(),
    familyName: family[1].toUpperCase(),
    birthDate: addDays(firstBirthday, bornDays),
    sex,
    nationality: nationalityOf[state],
    nationalId: state === 'KH' ? `99${String(index).padStart(7, '0')}` : thaiId(index),
    homeArea: wanted && liesIn(wanted, district.code) ? wanted : district.code,
    address: lines.en,
    addressLines: lines,
    guardian: null,
  }
}

type NamePair = readonly [local: string, latin: string]
type NameList = readonly [NamePair, ...NamePair[]]
type Names = Readonly<Record<MadeUpState, { family: NameList; given: { male: NameList; female: NameList } }>>
type Area = { readonly code: AreaCode; readonly level: string; readonly en: string; readonly native: string }

const fileOf = (path: string): string => readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8')
// Our own file; its form is held by the test beside this one.
const names = JSON.parse(fileOf('made-up/names.json')) as Names
const areas = new Map<AreaCode, Area>(fileOf('areas.csv').split(/\r?\n/).slice(1).flatMap(areaOfLine))
const districts = { KH: districtsOf('KH'), TH: districtsOf('TH') }

const firstBirthday = '1945-01-01' as CivilDate
const quarterDays = Math.floor((62 * 365) / 4)

function areaOfLine(line: string): [AreaCode, Area][] {
  const [code = '', , level = '', en = '', native = ''] = line.split(',')
  const area = parseAreaCode(code)
  return area ? [[area, { code: area, level, en, native }]] : []
}

function districtsOf(state: MadeUpState): [Area, ...Area[]] {
  const [first, ...others] = [...areas.values()].filter((area) => area.code.startsWith(state) && area.level !== 'province')
  if (!first) throw new Error(`data/areas.csv has no district of ${state}`)
  return [first, ...others]
}

function districtsAt(state: MadeUpState, area: AreaCode | undefined): readonly [Area, ...Area[]] {
  const [first, ...others] = area ? districts[state].filter(({ code }) => liesIn(code, area) || liesIn(area, code)) : []
  return first ? [first, ...others] : districts[state]
}

function addressOf(state: MadeUpState, district: Area, chance: Chance): MadeUpPerson['addressLines'] {
  const province = areas.get(provinceOf(district.code)) ?? district
  const house = `${1 + chance.below(400)}`
  const group = `${1 + chance.below(14)}`
  const en = `House ${house}, ${state === 'KH' ? 'Group' : 'Moo'} ${group}, ${district.en}, ${province.en}`
  if (state === 'TH') return { th: `บ้านเลขที่ ${house} หมู่ ${group} อำเภอ${district.native} จังหวัด${province.native}`, en }
  const kind = district.level === 'municipality' ? 'ក្រុង' : 'ស្រុក'
  return { km: `ផ្ទះលេខ ${inDigitsOf('km', house)} ក្រុម ${inDigitsOf('km', group)} ${kind}${district.native} ខេត្ត${province.native}`, en }
}

// The thirteenth digit: eleven less the sum of the others weighted 13 to 2, modulo eleven, and of that the last digit.
function thaiId(index: number): string {
  const body = `9${String(index).padStart(11, '0')}`
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (13 - at), 0)
  return body + ((11 - (sum % 11)) % 10)
}
