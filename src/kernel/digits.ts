/** Khmer and Thai digits as 0 to 9: phones of the border type all three. */
export const latinDigits = (text: string): string =>
  text.replace(/[\u0e50-\u0e59\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - (digit < '\u0e60' ? 0x0e50 : 0x17e0)))
