/** ICAO 9303-3 §4.9: weights 7, 3, 1 repeated; digits as they are, A = 10 … Z = 35, filler 0; the sum modulo 10. */
export function checkDigit(text: string): string {
  const weights = [7, 3, 1]
  const sum = [...text].reduce((total, sign, index) => total + (sign === '<' ? 0 : Number.parseInt(sign, 36)) * (weights[index % 3] ?? 0), 0)
  return String(sum % 10)
}
