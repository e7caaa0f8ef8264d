export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-874'] as const
/** Windows-874 is TIS-620 and a few signs more, so it stands for both. */
export type Encoding = (typeof encodings)[number]

/** How many lines with a byte above 127 read as what. `both`: Thai in Windows-874 that happens to be valid UTF-8 too, or the other way round. */
export type LineCounts = { readonly utf8: number; readonly thai: number; readonly neither: number }

/** A byte order mark decides. */
export function encodingOfMark(head: Uint8Array): { readonly encoding: Encoding; readonly length: number } | 'utf-32' | undefined {
  const [a, b, c, d] = head
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32'
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  return undefined
}

/**
 * Without a mark the file's lines vote: UTF-8 when at least as many of them read as UTF-8 as only as Thai, Windows-874 otherwise. The whole file is one
 * encoding; a line of the other one is a fault of that line, never read in another way than the rest. Undefined: neither, most lines are something else.
 */
export function encodingOfLines({ utf8, thai, neither }: LineCounts): Encoding | undefined {
  if (neither > utf8 + thai) return undefined
  return thai > utf8 ? 'windows-874' : 'utf-8'
}

/** Windows-874, code page 874: bytes A1–DA and DF–FB are Thai in the order of Unicode; some signs of Windows lie below; the rest means nothing. */
const signs: Readonly<Record<number, number>> = {
  128: 0x20ac,
  133: 0x2026,
  145: 0x2018,
  146: 0x2019,
  147: 0x201c,
  148: 0x201d,
  149: 0x2022,
  150: 0x2013,
  151: 0x2014,
  160: 0xa0,
}
const characters: readonly (string | undefined)[] = Array.from({ length: 256 }, (_, byte) => {
  if (byte < 0x80) return String.fromCharCode(byte)
  const isThai = (byte >= 0xa1 && byte <= 0xda) || (byte >= 0xdf && byte <= 0xfb)
  const code = isThai ? byte - 0xa0 + 0x0e00 : signs[byte]
  return code === undefined ? undefined : String.fromCharCode(code)
})

/** Undefined where a byte means nothing. */
export function decodeThai(bytes: Uint8Array): string | undefined {
  let text = ''
  for (const byte of bytes) {
    const character = characters[byte]
    if (character === undefined) return undefined
    text += character
  }
  return text
}

export const isThaiBytes = (bytes: Uint8Array): boolean => bytes.every((byte) => characters[byte] !== undefined)

/** Khmer or Thai letters and nothing else beyond ASCII: text that was really written in UTF-8. Three bytes of Thai in Windows-874 that read so by chance are no word. */
export const isKhmerOrThai = (text: string): boolean =>
  /[\u0e00-\u0e7f\u1780-\u17ff]/.test(text) && /^[\p{ASCII}\u0e00-\u0e7f\u1780-\u17ff\u200b-\u200d]*$/u.test(text)
