import type { Brand } from './brand.ts'

export const states = ['KH', 'TH', 'LA', 'VN'] as const
/** ISO 3166-1 alpha-2 of a state that issues or honours border passes. */
export type StateCode = (typeof states)[number]
export const isStateCode = (text: string): text is StateCode => (states as readonly string[]).includes(text)

/** The nationality a state's passports carry: ISO 3166-1 alpha-3. */
export const nationalityOf: { readonly [S in StateCode]: string } = { KH: 'KHM', TH: 'THA', LA: 'LAO', VN: 'VNM' }

/** "KH:0110": state and administrative code. 101 Cambodian district codes are Thai ones too, so the state always stands before. */
export type AreaCode = Brand<string, 'AreaCode'>
/** Cambodia 2-4-6-8 digits (province, district, commune, village); others 2-4-6. */
export const parseAreaCode = (text: string): AreaCode | undefined =>
  /^(KH:(\d\d){1,4}|(TH|LA|VN):(\d\d){1,3})$/.test(text) ? (text as AreaCode) : undefined

export const stateOfArea = (area: AreaCode): StateCode => area.slice(0, 2) as StateCode
export const provinceOf = (area: AreaCode): AreaCode => area.slice(0, 5) as AreaCode
export const districtOf = (area: AreaCode): AreaCode => area.slice(0, 7) as AreaCode
/** Does `inner` lie in `outer` (or equal it)? */
export const liesIn = (inner: AreaCode, outer: AreaCode): boolean => inner.startsWith(outer)

/** "kh-th/poipet": the pair of states, then the point's name. */
export type PointId = Brand<string, 'PointId'>
export const parsePointId = (text: string): PointId | undefined => (/^[a-z]{2}-[a-z]{2}\/[a-z0-9-]{1,60}$/.test(text) ? (text as PointId) : undefined)

/** The id of a legal text, as in `data/instruments.json`: "kh-th/agreement-1997". */
export type InstrumentId = Brand<string, 'InstrumentId'>

/** UUIDv7 (RFC 9562 §5.7), lower case: the client makes it, and with it a command happens once. Its first digit is 0 until the year 2527. */
export type CommandId = Brand<string, 'CommandId'>
export const parseCommandId = (text: string): CommandId | undefined =>
  /^0[0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text) ? (text as CommandId) : undefined
/** The milliseconds since 1970 that a UUIDv7 carries: when the client made it. */
export const madeAtMs = (id: CommandId): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
