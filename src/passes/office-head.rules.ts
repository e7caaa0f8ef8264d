import { type AreaCode, provinceOf, stateOfArea } from '../kernel/code.ts'

/** Who heads an office, by what it lies in. */
export const officeHeads = ['district', 'municipality', 'province', 'thai-district'] as const
export type OfficeHead = (typeof officeHeads)[number]

/** The head as a mandate's record names them: in English, since the signed list holds these very letters (src/passes/signing-list.ts). Screens say it in the reader's language. */
export const recordedHead = (office: AreaCode, nameEn: string): string =>
  `${stateOfArea(office) === 'TH' ? 'District Chief Officer' : 'Governor'} of ${nameEn}`

/** Which head a record names, for the office it is of; undefined: somebody else, whose record is shown as it stands. */
export function headIn(recorded: string, office: { readonly id: AreaCode; readonly nameEn: string; readonly level: string }): OfficeHead | undefined {
  if (recorded !== recordedHead(office.id, office.nameEn)) return undefined
  if (stateOfArea(office.id) === 'TH') return 'thai-district'
  if (provinceOf(office.id) === office.id) return 'province'
  return office.level === 'municipality' ? 'municipality' : 'district'
}
