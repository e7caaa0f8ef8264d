import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { type DateOrder, dateOrders, orderOf } from './row-date.rules.ts'

/** What a row can say of a holder and the pass. */
export const importFields = [
  'number', 'model', 'issuedOn', 'validUntil', 'localName', 'givenName', 'familyName', 'birthDate', 'sex', 'nationalId', 'homeArea',
  'homeProvince', 'homeDistrict', 'address', 'guardian', 'familyBook',
] as const // biome-ignore format: as a row reads
export type ImportField = (typeof importFields)[number]

/** Where a field comes from: columns by their names in the first row, joined by a space; or one value for every row. */
export type FieldSource = { readonly columns: readonly string[] } | { readonly value: string }
export type Mapping = {
  readonly fields: { readonly [F in ImportField]?: FieldSource }
  readonly dateOrder: DateOrder
  /** Stands before every number of the file: series of different offices began at 1 each. */
  readonly numberPrefix: string
}

const needed: readonly ImportField[] = [
  'number',
  'model',
  'issuedOn',
  'validUntil',
  'localName',
  'givenName',
  'familyName',
  'birthDate',
  'sex',
  'nationalId',
]
const columnsPerFieldMax = 6
const valueMax = 200

/** A mapping as a person confirmed it, out of JSON. */
export function parseMapping(json: unknown): Outcome<Mapping> {
  if (!isRecord(json) || !isRecord(json['fields'])) return refuse('import.mapping', { about: { field: 'fields' } })
  const { dateOrder, numberPrefix = '' } = json
  if (!(dateOrders as readonly unknown[]).includes(dateOrder)) return refuse('import.mapping', { about: { field: 'dateOrder' } })
  if (typeof numberPrefix !== 'string' || !/^[A-Z0-9]{0,8}$/.test(numberPrefix)) return refuse('import.mapping', { about: { field: 'numberPrefix' } })
  const fields: { [F in ImportField]?: FieldSource } = {}
  for (const [name, source] of Object.entries(json['fields'])) {
    const field = importFields.find((each) => each === name)
    const parsed = parseSource(source)
    if (!field || !parsed) return refuse('import.mapping', { about: { field: name.slice(0, 40) } })
    fields[field] = parsed
  }
  const missing = needed.find((field) => fields[field] === undefined)
  if (missing) return refuse('import.mapping', { about: { field: missing } })
  if (!fields.homeArea && !(fields.homeProvince && fields.homeDistrict)) return refuse('import.mapping', { about: { field: 'homeArea' } })
  return accept({ fields, dateOrder: dateOrder as DateOrder, numberPrefix })
}

function parseSource(source: unknown): FieldSource | undefined {
  if (!isRecord(source)) return undefined
  const { columns, value } = source
  if (typeof value === 'string' && columns === undefined) return value.length <= valueMax ? { value } : undefined
  if (!Array.isArray(columns) || value !== undefined || columns.length === 0 || columns.length > columnsPerFieldMax) return undefined
  return columns.every((name) => typeof name === 'string' && name !== '') ? { columns } : undefined
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same with the columns' places in this file, from 0. */
export type Placed = {
  readonly sources: ReadonlyMap<ImportField, { readonly at: readonly number[] } | { readonly value: string }>
  readonly dateOrder: DateOrder
  readonly numberPrefix: string
}

/** Refused where a column is not in the file, or there twice: which of the two was meant nobody can say. */
export function placeColumns({ fields, dateOrder, numberPrefix }: Mapping, header: readonly string[]): Outcome<Placed> {
  const names = header.map(cleanHeader)
  const sources = new Map<ImportField, { at: readonly number[] } | { value: string }>()
  for (const field of importFields) {
    const source = fields[field]
    if (!source) continue
    if ('value' in source) {
      sources.set(field, source)
      continue
    }
    const at: number[] = []
    for (const column of source.columns) {
      const wanted = cleanHeader(column)
      const first = names.indexOf(wanted)
      if (first === -1 || names.lastIndexOf(wanted) !== first) return refuse('import.columns', { about: { column: column.slice(0, 100) } })
      at.push(first)
    }
    sources.set(field, { at })
  }
  return accept({ sources, dateOrder, numberPrefix })
}

export const cleanHeader = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim()

/** Words that head a column, in three languages; earlier fields take a column first. A guess is shown to a person, and never used before they confirmed it. */
const headerWords: readonly [field: ImportField, words: RegExp][] = [
  ['nationalId', /(national|citizen|identity|id)\s*(card)?\s*(no|number|id)|^(nid|id)$|អត្តសញ្ញាណ|เลข.*ประชาชน|เลขประจำตัว|บัตรประชาชน/i],
  ['familyBook', /family\s*book|household|residence book|សៀវភៅ(គ្រួសារ|ស្នាក់នៅ)|ทะเบียนบ้าน/i],
  ['guardian', /guardian|អាណាព្យាបាល|ผู้ปกครอง/i],
  ['issuedOn', /issue|ចេញ|ออกบัตร|วันออก|วันที่ออก/i],
  ['validUntil', /valid|expir|ផុត|សុពលភាព|หมดอายุ|ใช้ได้ถึง/i],
  ['birthDate', /birth|dob|born|កំណើត|เกิด/i],
  ['number', /(pass|book|document)\s*(no|number|nr)|^(no|number|nr)\.?$|លេខលិខិត|លេខសៀវភៅ|เลขที่บัตร|หมายเลขบัตร|เลขที่หนังสือ/i],
  ['model', /model|colou?r|type|ម៉ូដែល|ពណ៌|แบบ|สี/i],
  ['familyName', /(family|last|sur)\s*name|នាមត្រកូល.*(ឡាតាំង|អង់គ្លេស)|นามสกุล.*(อังกฤษ|โรมัน)/i],
  ['givenName', /(given|first)\s*name|(នាមខ្លួន|ឈ្មោះ).*(ឡាតាំង|អង់គ្លេស)|ชื่อ.*(อังกฤษ|โรมัน)/i],
  ['localName', /^(local|khmer|thai|full)?\s*name$|ឈ្មោះ|នាម|ชื่อ|นามสกุล/i],
  ['sex', /sex|gender|ភេទ|เพศ/i],
  ['homeArea', /(area|district|home).*code|លេខកូដ|รหัส/i],
  ['homeProvince', /province|ខេត្ត|จังหวัด/i],
  ['homeDistrict', /district|ស្រុក|ក្រុង|อำเภอ/i],
  ['address', /address|អាសយដ្ឋាន|ที่อยู่|บ้านเลขที่/i],
] // biome-ignore format: one field, one line

/** What the header's words and some rows suggest. Names that fill two columns in the person's own script are joined. */
export function guessMapping(header: readonly string[], samples: readonly (readonly string[])[]): Mapping {
  const fields: { [F in ImportField]?: FieldSource } = {}
  const taken = new Set<string>()
  const names = header.map(cleanHeader)
  for (const [field, words] of headerWords) {
    const found = names.filter((name) => name !== '' && !taken.has(name) && words.test(name))
    const columns = field === 'localName' || field === 'address' ? found.slice(0, 2) : found.slice(0, 1)
    if (columns.length === 0) continue
    for (const name of columns) taken.add(name)
    fields[field] = { columns }
  }
  const dates = (['issuedOn', 'validUntil', 'birthDate'] as const).flatMap((field) => {
    const source = fields[field]
    const at = source && 'columns' in source ? names.indexOf(source.columns[0] ?? '') : -1
    return at === -1 ? [] : samples.map((row) => row[at] ?? '')
  })
  return { fields, dateOrder: orderOf(dates), numberPrefix: '' }
}
