// Where each field of a machine readable zone stands, its lines read as one text: ICAO 9303-4 §4.2 (TD3), 9303-5 §4.2 (TD1), 9303-6 §4.2 (TD2), 9303-7 §4 (visas).

export const layoutNames = ['TD1', 'TD2', 'TD3', 'MRV-A', 'MRV-B'] as const
export type LayoutName = (typeof layoutNames)[number]

/** `letters`: only letters and fillers by ICAO 9303; `digits`: only digits and fillers; `mixed`: both, so that nothing in it can be corrected. */
type Signs = 'letters' | 'digits' | 'mixed'
export type Place = readonly [start: number, end: number, signs: Signs]

export type Layout = {
  readonly lines: number
  readonly columns: number
  /** Letters that the document code may begin with. */
  readonly codes: string
  readonly code: Place
  readonly issuer: Place
  readonly name: Place
  readonly number: Place
  readonly numberDigit: Place
  readonly nationality: Place
  readonly birth: Place
  readonly birthDigit: Place
  readonly sex: Place
  readonly expiry: Place
  readonly expiryDigit: Place
  /** Beside the number; the rest of a long number stands at its start. */
  readonly optional: Place
  /** TD1 has a second one, without a check digit of its own. */
  readonly optionalMore: Place | null
  readonly optionalDigit: Place | null
  readonly whole: Place | null
  /** What the digit over the whole counts. */
  readonly wholeOf: readonly (readonly [start: number, end: number])[]
}

/** Fields of the second line, the same in every document of two lines. */
const secondLine = (at: number) =>
  ({
    code: [0, 2, 'letters'],
    issuer: [2, 5, 'letters'],
    name: [5, at, 'letters'],
    number: [at, at + 9, 'mixed'],
    numberDigit: [at + 9, at + 10, 'digits'],
    nationality: [at + 10, at + 13, 'letters'],
    birth: [at + 13, at + 19, 'digits'],
    birthDigit: [at + 19, at + 20, 'digits'],
    sex: [at + 20, at + 21, 'letters'],
    expiry: [at + 21, at + 27, 'digits'],
    expiryDigit: [at + 27, at + 28, 'digits'],
    optionalMore: null,
  }) as const

export const layouts: { readonly [N in LayoutName]: Layout } = {
  TD3: {
    ...secondLine(44),
    lines: 2,
    columns: 44,
    codes: 'P',
    optional: [72, 86, 'mixed'],
    optionalDigit: [86, 87, 'digits'],
    whole: [87, 88, 'digits'],
    wholeOf: [[44, 54], [57, 64], [65, 87]], // biome-ignore format: one list
  },
  'MRV-A': { ...secondLine(44), lines: 2, columns: 44, codes: 'V', optional: [72, 88, 'mixed'], optionalDigit: null, whole: null, wholeOf: [] },
  TD2: {
    ...secondLine(36),
    lines: 2,
    columns: 36,
    codes: 'ACI',
    optional: [64, 71, 'mixed'],
    optionalDigit: null,
    whole: [71, 72, 'digits'],
    wholeOf: [[36, 46], [49, 56], [57, 71]], // biome-ignore format: one list
  },
  'MRV-B': { ...secondLine(36), lines: 2, columns: 36, codes: 'V', optional: [64, 72, 'mixed'], optionalDigit: null, whole: null, wholeOf: [] },
  TD1: {
    lines: 3,
    columns: 30,
    codes: 'ACI',
    code: [0, 2, 'letters'],
    issuer: [2, 5, 'letters'],
    number: [5, 14, 'mixed'],
    numberDigit: [14, 15, 'digits'],
    optional: [15, 30, 'mixed'],
    birth: [30, 36, 'digits'],
    birthDigit: [36, 37, 'digits'],
    sex: [37, 38, 'letters'],
    expiry: [38, 44, 'digits'],
    expiryDigit: [44, 45, 'digits'],
    nationality: [45, 48, 'letters'],
    optionalMore: [48, 59, 'mixed'],
    optionalDigit: null,
    whole: [59, 60, 'digits'],
    wholeOf: [[5, 30], [30, 37], [38, 45], [48, 59]], // biome-ignore format: one list
    name: [60, 90, 'letters'],
  },
}

export const zoneLength = (layout: Layout): number => layout.lines * layout.columns
export const fieldOf = (zone: string, [start, end]: readonly [number, number, ...unknown[]]): string => zone.slice(start, end)

const toLetter: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S', 6: 'G', 8: 'B' }
const toDigit: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5', G: '6', B: '8' }

/** A sign that was read for another: `place` counts from 1 in the zone's lines read as one text. */
export type Correction = { readonly place: number; readonly read: string; readonly meant: string }

/** Puts right what cannot stand where it stands (0 for O among letters, O for 0 among digits), and says where. Mixed fields stay as they are. */
export function correctSigns(zone: string, layout: Layout): { readonly zone: string; readonly corrected: readonly Correction[] } {
  const signs = [...zone]
  const corrected: Correction[] = []
  for (const [start, end, kind] of placesOf(layout)) {
    if (kind === 'mixed') continue
    const table = kind === 'letters' ? toLetter : toDigit
    for (let at = start; at < end; at++) {
      const [read = '', meant] = [signs[at], table[signs[at] ?? '']]
      if (meant === undefined) continue
      signs[at] = meant
      corrected.push({ place: at + 1, read, meant })
    }
  }
  return { zone: signs.join(''), corrected: corrected.sort((a, b) => a.place - b.place) }
}

export type PlaceName = Exclude<keyof Layout, 'lines' | 'columns' | 'codes' | 'wholeOf'>
const placeNames = Object.keys({ ...secondLine(0), optional: 0, optionalDigit: 0, whole: 0 }) as PlaceName[]
const placesOf = (layout: Layout): readonly Place[] => placeNames.flatMap((name) => (layout[name] ? [layout[name]] : []))
