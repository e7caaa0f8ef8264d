import { type AreaCode, type StateCode, states } from './code.ts'
import { plateProvinces } from './plate-provinces.ts'

/** Whose plate it is; `other`: of a state that issues no border passes. */
export const plateStates = [...states, 'other'] as const
export type PlateState = StateCode | 'other'

/**
 * One plate, however it was typed: ASCII digits, no spaces, hyphens or dots, Latin letters in upper case, Thai and Lao letters as they are.
 * The province's word stands apart, as its area: part of the number in Cambodia and Thailand, and often left out by whoever types.
 */
export type Plate = { readonly state: PlateState; readonly normal: string; readonly province: AreaCode | null }

export const plateCharactersMax = 40

/** Reads a plate as somebody wrote it; undefined: no plate of that state. */
export function parsePlate({ state, written }: { readonly state: PlateState; readonly written: string }): Plate | undefined {
  if (written.length > plateCharactersMax) return undefined
  const text = barePlate(written)
  if (isPlateOf(state, text)) return { state, normal: normalOf(state, text), province: null }
  for (const { area, spelling } of provinceSpellings[state]) {
    const rest = text.startsWith(spelling) ? text.slice(spelling.length) : text.endsWith(spelling) ? text.slice(0, -spelling.length) : undefined
    if (rest !== undefined && isPlateOf(state, rest)) return { state, normal: normalOf(state, rest), province: area }
  }
  return undefined
}

/** A trailer's: of the state whose letters stand on it, else of the vehicle's, else of the first that it can be of. Trailers change their tractors at the border. */
export function parseTrailerPlate({ state, written }: { readonly state: PlateState; readonly written: string }): Plate | undefined {
  const likely = [stateByLetters(written) ?? state, ...plateStates]
  return likely.map((each) => parsePlate({ state: each, written })).find((plate) => plate !== undefined)
}

/** A plate of one state or another, whichever it is. */
export const isPlateAnywhere = (written: string): boolean => plateStates.some((state) => parsePlate({ state, written }) !== undefined)

/** Whose letters stand on it; undefined: none that one state alone writes. Digits say nothing, nor do the letters of everywhere. */
export function stateByLetters(written: string): PlateState | undefined {
  const found = (['KH', 'TH', 'LA'] as const).filter((state) => lettersOf[state].test(written))
  return found.length === 1 ? found[0] : undefined
}
const lettersOf = { KH: /[\u1780-\u17d3]/, TH: /[\u0e01-\u0e4e]/, LA: /[\u0e81-\u0ece]/ }

/** May two readings be of one plate? Somebody may have left the province out. */
export const mayBeSamePlate = (one: Plate, other: Plate): boolean =>
  one.state === other.state && one.normal === other.normal && (one.province === null || other.province === null || one.province === other.province)

/** First digits of the scripts on plates here: each has its ten in a row. */
const zeros = ['០', '๐', '໐', '０'].map((zero) => zero.codePointAt(0) ?? 0)
/** Spaces of every width, hyphens and dashes, dots, strokes, and what nobody sees. */
const separators = /[\s\u00a0\u00ad\u2000-\u200d\u202f\u2060\u3000\ufeff.\u00b7\u2022\u2010-\u2015\u2212_/-]/gu

/** What was written in ASCII digits and upper case, without spaces, hyphens, dots and strokes; whose plate it is is not asked. */
export function barePlate(written: string): string {
  const plain = Array.from(written.normalize('NFC'), (sign) => {
    const code = sign.codePointAt(0) ?? 0
    const zero = zeros.find((first) => code >= first && code <= first + 9)
    if (zero !== undefined) return String(code - zero)
    // Letters of a full-width keyboard.
    return code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : sign
  })
  return plain.join('').replace(separators, '').toUpperCase().replaceAll('Đ', 'D')
}

/** Longest first: Kampong Chhnang is not Kampong something. */
const provinceSpellings = Object.fromEntries(
  plateStates.map((state) => [
    state,
    plateProvinces[state]
      .map(({ area, spelling }) => ({ area, spelling: barePlate(spelling) }))
      .sort((one, other) => other.spelling.length - one.spelling.length),
  ]),
) as unknown as { readonly [S in PlateState]: readonly { readonly area: AreaCode; readonly spelling: string }[] }

/** Words instead of a province, on plates of the Cambodian state. */
const cambodianMarks = [
  ['STATE', 'រដ្ឋ', 'STATE'],
  ['POLICE', 'នគរបាល', 'POLICE'],
  ['RCAF', 'ខេមរភូមិន្ទ', 'ខម', 'RCAF'],
  ['CD', 'ទូត', 'CD'],
  ['UN', 'UN'],
] as const

const shapes: { readonly [S in PlateState]: readonly RegExp[] } = {
  // Ordinary, "2A1234"; with a word of the state; of one's own choice, with the country's name.
  KH: [/^\d{1,2}[A-Z]{1,3}\d{4}$/, /^(STATE|POLICE|RCAF|CD|UN)\d{4,6}$/, /^CAMBODIA(?=.*\d)[A-Z0-9]{3,8}$/],
  // Cars, "1กก1234"; older motorcycles, "กขค123"; trucks and buses, "701234"; diplomats; police.
  TH: [/^[1-9]?[ก-ฮ]{1,2}\d{1,4}$/, /^[ก-ฮ]{3}\d{1,3}$/, /^[1-9]\d{5}$/, /^[ทพอก]\d{5,6}$/, /^โล่\d{3,5}$/],
  LA: [/^[ກ-ຮ]{2}\d{3,4}$/],
  // "51A12345", motorcycles "59X112345", foreigners "80NG01234", the army "TM1234".
  VN: [/^[1-9]\d[A-Z][A-Z0-9]?\d{4,5}$/, /^[1-9]\d(NG|NN|QT|CV|LD|DA)\d{5}$/, /^[A-Z]{2}\d{4}$/],
  other: [/^(?=.*\d)[A-Z0-9]{2,10}$/],
}

const isPlateOf = (state: PlateState, text: string): boolean => {
  const read = normalOf(state, text)
  // Nobody is given number zero.
  return shapes[state].some((shape) => shape.test(read)) && !/^\D*0+$/.test(read) && !/\D0+$/.test(read)
}

function normalOf(state: PlateState, text: string): string {
  if (state !== 'KH') return text
  const country = ['កម្ពុជា', 'ព្រះរាជាណាចក្រកម្ពុជា'].find((word) => text.startsWith(word) || text.endsWith(word))
  if (country !== undefined) return `CAMBODIA${text.startsWith(country) ? text.slice(country.length) : text.slice(0, -country.length)}`
  for (const [mark, ...spellings] of cambodianMarks) {
    const word = spellings.find((spelling) => text.startsWith(spelling))
    if (word !== undefined) return mark + text.slice(word.length)
  }
  return text
}
