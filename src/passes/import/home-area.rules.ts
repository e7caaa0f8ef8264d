import { type AreaCode, districtOf, parseAreaCode, provinceOf, type StateCode } from '../../kernel/code.ts'
import { latinDigits } from '../../kernel/digits.ts'

export type KnownArea = { readonly code: AreaCode; readonly name: { readonly en: string; readonly native: string } }
export type FoundArea = { readonly area: AreaCode; readonly byName: boolean }
export type FindArea = (said: { readonly code: string; readonly province: string; readonly district: string }) => FoundArea | undefined

/**
 * Finds home districts: by code, "KH:0110" or the state's own digits, as deep as it is written while its district is known. Without a code by name, and only where
 * the named province is one and one of its districts has the name; the caller flags it, since three villages may be called alike.
 */
export function areaFinder(state: StateCode, areas: readonly KnownArea[]): FindArea {
  const mine = areas.filter(({ code }) => code.startsWith(`${state}:`))
  const districts = new Set(mine.filter(({ code }) => code.length === 7).map(({ code }) => code))
  const provinces = byNames(mine.filter(({ code }) => code.length === 5))
  const districtNames = new Map<string, Map<string, Set<AreaCode>>>()
  for (const province of new Set(mine.map(({ code }) => provinceOf(code))))
    districtNames.set(province, byNames(mine.filter(({ code }) => code.length === 7 && provinceOf(code) === province)))
  return ({ code, province, district }) => {
    const digits = latinDigits(code.trim())
    if (digits !== '') {
      // A code that lost its first zero in a spreadsheet is another area's code as likely as not.
      const area = parseAreaCode(digits.includes(':') ? digits.toUpperCase() : `${state}:${digits}`)
      return area && districts.has(districtOf(area)) && area.length >= 7 ? { area, byName: false } : undefined
    }
    const named = provinces.get(plainName(province)) ?? new Set(parsedProvince(state, province))
    const [only] = named
    if (named.size !== 1 || only === undefined) return undefined
    const found = districtNames.get(only)?.get(plainName(district)) ?? new Set()
    const [area] = found
    return found.size === 1 && area !== undefined ? { area, byName: true } : undefined
  }
}

function parsedProvince(state: StateCode, text: string): AreaCode[] {
  const digits = latinDigits(text.trim())
  const area = /^\d\d$/.test(digits) ? parseAreaCode(`${state}:${digits}`) : undefined
  return area ? [area] : []
}

function byNames(areas: readonly KnownArea[]): Map<string, Set<AreaCode>> {
  const found = new Map<string, Set<AreaCode>>()
  for (const { code, name } of areas)
    for (const each of [name.en, name.native]) {
      const key = plainName(each)
      found.set(key, (found.get(key) ?? new Set()).add(code))
    }
  return found
}

/** A name without the word for what it is: "ខេត្តបន្ទាយមានជ័យ", "จังหวัดสระแก้ว", "อ.อรัญประเทศ", "Sa Kaeo Province". */
const plainName = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u200b]+/gu, ' ')
    .trim()
    .replace(/^(ខេត្ត|ស្រុក|ក្រុង|จังหวัด|จ\.|อำเภอ|อ\.|กิ่งอำเภอ)\s*/u, '')
    .replace(/ (province|district|municipality)$/u, '')
