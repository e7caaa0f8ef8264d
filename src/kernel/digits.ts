/** Khmer and Thai digits as 0 to 9: phones of the border type all three. */
export const latinDigits = (text: string): string =>
  text.replace(/[\u0e50-\u0e59\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - (digit < '\u0e60' ? 0x0e50 : 0x17e0)))

/** Of an identity number or a family book, what two ways of writing it share: no spaces, dots and dashes, one kind of digits and of letters. */
export const plainNumber = (text: string): string =>
  latinDigits(text)
    .normalize('NFKC')
    .replace(/[\s.\-/]/g, '')
    .toUpperCase()
