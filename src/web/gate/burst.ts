/** Keys that may have come from a scanner. Times are the keys' own, in milliseconds. */
export type Burst = { readonly text: string; readonly firstMs: number; readonly lastMs: number }
export const noBurst: Burst = { text: '', firstMs: 0, lastMs: Number.NEGATIVE_INFINITY }
/** A pause that ends a burst: a busy tablet may hold up single keys. */
const gapMsMax = 500
/** On average a scanner is faster than this; no hand is, over a whole code. */
const averageMsMax = 60

export type Key = { readonly key: string; readonly code: string; readonly shiftKey: boolean }

/** The burst with one more key; after a pause it begins anew, and a key that writes nothing (Shift) changes nothing. */
export function addKey(burst: Burst, key: Key, atMs: number): Burst {
  const character = characterOf(key)
  if (character === undefined) return burst
  return atMs - burst.lastMs <= gapMsMax ? { ...burst, text: burst.text + character, lastMs: atMs } : { text: character, firstMs: atMs, lastMs: atMs }
}

/** The scanner's text, if `burst` was one up to now and is at least `charactersMin` long. */
export function burstText({ text, firstMs, lastMs }: Burst, atMs: number, charactersMin: number): string | undefined {
  const isFast = atMs - lastMs <= gapMsMax && lastMs - firstMs <= averageMsMax * (text.length - 1)
  return isFast && text.length >= charactersMin ? text : undefined
}

/** Scanners press the keys of a US keyboard; where the tablet's is set to Khmer or Thai, the key's place tells what was meant. */
function characterOf({ key, code, shiftKey }: Key): string | undefined {
  if (/^[ -~]$/.test(key)) return key
  if ([...key].length !== 1) return undefined
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase()
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return shiftKey ? ')!@#$%^&*('[Number(digit)] : digit
  return places[code]?.[shiftKey ? 1 : 0]
}

const places: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Space: [' ', ' '],
  Equal: ['=', '+'],
  Minus: ['-', '_'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Semicolon: [';', ':'],
  Comma: [',', '<'],
  BracketRight: [']', '}'],
}
