import { type AreaCode, districtOf, parseAreaCode, provinceOf, type StateCode } from '../kernel/code.ts'
import type { ProblemCode } from '../kernel/problem.ts'

/** The official lists we read: Cambodia's National Committee for Democratic Development, Thailand's Department of Provincial Administration (docs/sources.md). */
export const gazetteerLayouts = ['ncdd', 'dopa'] as const
export type GazetteerLayout = (typeof gazetteerLayouts)[number]
export const stateOfLayout = { ncdd: 'KH', dopa: 'TH' } as const satisfies Record<GazetteerLayout, StateCode>

export type ListedArea = {
  readonly code: AreaCode
  /** Below a district an area is read, so that none lies in nothing, and not kept: the registry goes as deep as the districts. */
  readonly level: 'province' | 'district' | 'municipality' | 'below'
  readonly native: string
  /** Null: the list has none; the one that is known stays. */
  readonly en: string | null
  readonly line: number
}
export type AreaFault = { readonly code: ProblemCode; readonly line: number; readonly said: string }
export type GazetteerRow = { readonly line: number; readonly cells: readonly string[] }
export type Gazetteer = { readonly areas: readonly ListedArea[]; readonly faults: readonly AreaFault[] }

/** Reads rows, the header first. Each code is of the layout's state, of its kind's length, and there once. */
export function readGazetteer(layout: GazetteerLayout, rows: readonly GazetteerRow[]): Gazetteer {
  const [header, ...body] = rows
  const names = (header?.cells ?? []).map((text) => text.normalize('NFC').trim())
  const read = layout === 'ncdd' ? readNcdd(names, body) : readDopa(names, body)
  if (!read) return { areas: [], faults: [{ code: 'areas.columns', line: header?.line ?? 1, said: names.join(', ').slice(0, 100) }] }
  const faults = [...read.faults]
  const listed = new Map<string, ListedArea>()
  for (const area of read.areas) {
    const before = listed.get(area.code)
    if (!before) listed.set(area.code, area)
    // Thailand's list names a province in every row of its districts: the same words again are no second area.
    else if (layout === 'ncdd' || before.native !== area.native) faults.push({ code: 'areas.twice', line: area.line, said: area.code })
  }
  if (listed.size === 0 && faults.length === 0) faults.push({ code: 'areas.columns', line: header?.line ?? 1, said: '' })
  return { areas: [...listed.values()], faults }
}

type Read = { readonly areas: ListedArea[]; readonly faults: AreaFault[] }

const kinds: Readonly<Record<string, readonly [digits: number, level: ListedArea['level']]>> = {
  province: [2, 'province'],
  capital: [2, 'province'],
  ខេត្ត: [2, 'province'],
  រាជធានី: [2, 'province'],
  district: [4, 'district'],
  srok: [4, 'district'],
  ស្រុក: [4, 'district'],
  khan: [4, 'district'],
  ខណ្ឌ: [4, 'district'],
  municipality: [4, 'municipality'],
  krong: [4, 'municipality'],
  ក្រុង: [4, 'municipality'],
  commune: [6, 'below'],
  khum: [6, 'below'],
  ឃុំ: [6, 'below'],
  sangkat: [6, 'below'],
  សង្កាត់: [6, 'below'],
  village: [8, 'below'],
  phum: [8, 'below'],
  ភូមិ: [8, 'below'],
}

/** Type, Code, Name (Khmer), Name (Latin), by their names and in any order; what else stands there is for people. */
function readNcdd(names: readonly string[], rows: readonly GazetteerRow[]): Read | undefined {
  const at = (wanted: RegExp) => names.findIndex((name) => wanted.test(name))
  const [type, code, khmer, latin] = [at(/^type$/i), at(/^code$/i), at(/^name\s*\(khmer\)$/i), at(/^name\s*\(latin\)$/i)]
  if ([type, code, khmer, latin].includes(-1)) return undefined
  const read: Read = { areas: [], faults: [] }
  for (const { line, cells } of rows) {
    const cell = (column: number) => (cells[column] ?? '').normalize('NFC').trim()
    const kind = kinds[cell(type).toLowerCase()]
    const digits = cell(code)
    const area = kind && digits.length === kind[0] ? parseAreaCode(`KH:${digits}`) : undefined
    if (!area || !kind) read.faults.push({ code: 'areas.code', line, said: `${cell(type)} ${digits}`.slice(0, 60) })
    else if (cell(khmer) === '') read.faults.push({ code: 'areas.name', line, said: area })
    else read.areas.push({ code: area, level: kind[1], native: cell(khmer), en: cell(latin) || null, line })
  }
  return read
}

/** A row for each district or sub-district, with the codes and names of what it lies in: รหัสจังหวัด, ชื่อจังหวัด, รหัสอำเภอ, ชื่ออำเภอ, and perhaps รหัสตำบล, ชื่อตำบล and names in Latin letters. */
function readDopa(names: readonly string[], rows: readonly GazetteerRow[]): Read | undefined {
  const at = (name: string) => names.indexOf(name)
  const levels = [
    { word: 'จังหวัด', digits: 2, level: 'province' as const },
    { word: 'อำเภอ', digits: 4, level: 'district' as const },
    { word: 'ตำบล', digits: 6, level: 'below' as const },
  ].map((each) => ({ ...each, code: at(`รหัส${each.word}`), native: at(`ชื่อ${each.word}`), en: at(`ชื่อ${each.word} (อังกฤษ)`) }))
  if (levels.slice(0, 2).some(({ code, native }) => code === -1 || native === -1)) return undefined
  const read: Read = { areas: [], faults: [] }
  for (const { line, cells } of rows) {
    let above = ''
    for (const { digits, level, code, native, en } of levels) {
      const cell = (column: number) => (column === -1 ? '' : (cells[column] ?? '').normalize('NFC').trim())
      if (cell(code) === '') continue
      const area = cell(code).length === digits && cell(code).startsWith(above) ? parseAreaCode(`TH:${cell(code)}`) : undefined
      if (!area) read.faults.push({ code: 'areas.code', line, said: cell(code).slice(0, 60) })
      else if (cell(native) === '') read.faults.push({ code: 'areas.name', line, said: area })
      else read.areas.push({ code: area, level, native: cell(native).replace(/^(จังหวัด|อำเภอ|เขต)(?=.)/u, ''), en: cell(en) || null, line })
      above = cell(code)
    }
  }
  return read
}

/** The area that one lies in: its state's name for a province. */
export const parentOf = (code: AreaCode): string =>
  code.length <= 5 ? code.slice(0, 2) : code.length === 7 ? provinceOf(code) : code.length === 9 ? districtOf(code) : code.slice(0, -2)
