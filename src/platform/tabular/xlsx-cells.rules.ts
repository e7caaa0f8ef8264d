/** "C7" → 3; undefined when it is no reference of a cell. */
export function columnOf(reference: string): number | undefined {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(reference)?.[1]
  if (letters === undefined) return undefined
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}

/** Formats of ECMA-376 part 1 §18.8.30 that show a day; the rest of the standard ones show numbers or times. */
const dayFormats: readonly number[] = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58, 71, 72, 77, 81]

/** Does this number format show a day? A format of its own does when it writes years and days or months outside quotes and brackets. */
export function showsDay(id: number, code: string | undefined): boolean {
  if (code === undefined) return dayFormats.includes(id)
  const plain = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '').toLowerCase()
  return /[yeb]/.test(plain) && /[dm]/.test(plain) && !plain.includes('general')
}

/**
 * The day of a workbook's number, ISO, in the common era whatever calendar its cell is shown in. Its epoch 1900 counts a 29 February 1900 that never was; days
 * before March 1900 are not taken. Undefined: no whole day of the years 1900 to 2999.
 */
export function dayOfSerial(serial: number, epoch1904: boolean): string | undefined {
  const day = Math.floor(serial)
  const from1900 = epoch1904 ? day + 1462 : day
  if (!Number.isFinite(serial) || from1900 < 61 || from1900 > 401_768) return undefined
  // Day 61 is 1 March 1900; 1 January 1970 is day 25,569.
  return Temporal.PlainDate.from('1970-01-01')
    .add({ days: from1900 - 25_569 })
    .toString()
}

/** A number as people typed it: an identity number stays in full, "1.23E12" does not come out. */
export function plainNumber(text: string): string {
  const value = Number(text)
  return text.trim() !== '' && Number.isSafeInteger(value) ? String(value) : text
}
