import { buddhistEraYears } from '../kernel/era.ts'
import type { CivilDate } from '../kernel/time.ts'
import { normalNumber } from './name-key.rules.ts'

/** How many single slips (a letter more, less, other, or two changed places) lie between two texts; above `max` it is `max + 1`. */
export function slipsBetween(one: string, other: string, max: number): number {
  if (one === other) return 0
  if (Math.abs(one.length - other.length) > max) return max + 1
  // What both begin and end with counts nothing; most pairs differ at once, or in one place.
  let [start, end, otherEnd] = [0, one.length, other.length]
  while (start < end && start < otherEnd && one[start] === other[start]) start += 1
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) {
    end -= 1
    otherEnd -= 1
  }
  if (start === end || start === otherEnd) return Math.max(end, otherEnd) - start
  return slipsWithin(one.slice(start, end), other.slice(start, otherEnd), max)
}

function slipsWithin(one: string, other: string, max: number): number {
  let [before, above]: number[][] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    let least = row
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1]
      let fewest = Math.min((above?.[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1, (above?.[at - 1] ?? 0) + (isSame ? 0 : 1))
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
        fewest = Math.min(fewest, (before?.[at - 2] ?? 0) + 1)
      line.push(fewest)
      least = Math.min(least, fewest)
    }
    if (least > max) return max + 1
    before = above
    above = line
  }
  return Math.min(above?.[other.length] ?? 0, max + 1)
}

/** How two birth dates are one date typed twice. */
export const birthSlips = ['day-month', 'digit', 'year', 'era'] as const
export type BirthSlip = (typeof birthSlips)[number]

export function birthRelation(one: CivilDate, other: CivilDate): 'same' | BirthSlip | 'none' {
  if (one === other) return 'same'
  const [[year, month, day], [otherYear, otherMonth, otherDay]] = [partsOf(one), partsOf(other)]
  const sameDay = month === otherMonth && day === otherDay
  const years = Math.abs(Number(year) - Number(otherYear))
  if (year === otherYear && month === otherDay && day === otherMonth) return 'day-month'
  if (sameDay && years === 1) return 'year'
  if (sameDay && years === buddhistEraYears) return 'era'
  const [digits, otherDigits] = [year + month + day, otherYear + otherMonth + otherDay]
  return digits.length === otherDigits.length && slipsBetween(digits, otherDigits, 1) === 1 ? 'digit' : 'none'
}

/** Are these two years one year typed twice? */
export const isYearSlip = (one: number, other: number): boolean =>
  one !== other && ([1, buddhistEraYears].includes(Math.abs(one - other)) || slipsBetween(String(one), String(other), 1) === 1)

/** Every date that a slip makes of this one: what to look under. About fifty. */
export function slippedDates(date: CivilDate): CivilDate[] {
  const [year, month, day] = partsOf(date)
  const digits = year + month + day
  if (!/^\d{8}$/.test(digits)) return []
  const found = new Set<string>([year + day + month])
  for (const years of [-1, 1, -buddhistEraYears, buddhistEraYears]) found.add(String(Number(year) + years).padStart(4, '0') + month + day)
  for (let at = 0; at < digits.length; at += 1) {
    for (let digit = 0; digit <= 9; digit += 1) found.add(digits.slice(0, at) + digit + digits.slice(at + 1))
    if (at > 0) found.add(digits.slice(0, at - 1) + digits[at] + digits[at - 1] + digits.slice(at + 1))
  }
  found.delete(digits)
  return [...found].filter(isDate).map((text) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` as CivilDate)
}

const partsOf = (date: CivilDate): [string, string, string] => {
  const [year = '', month = '', day = ''] = date.split('-')
  return [year, month, day]
}
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
function isDate(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))]
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return digits.length === 8 && year >= 1 && day >= 1 && day <= (lengths[month - 1] ?? 0) + (leap ? 1 : 0)
}

/** Shorter numbers are all near each other; longer ones are no identity numbers. */
const [numberMin, numberMax] = [5, 20]

export function numberRelation(one: string, other: string): 'same' | 'slip' | 'none' {
  const [number, otherNumber] = [normalNumber(one), normalNumber(other)]
  if (number === '' || otherNumber === '') return 'none'
  if (number === otherNumber) return 'same'
  const long = Math.min(number.length, otherNumber.length) >= numberMin && Math.max(number.length, otherNumber.length) <= numberMax
  return long && slipsBetween(number, otherNumber, 1) === 1 ? 'slip' : 'none'
}

/** Every number that one slip makes of this one: a sign other, more or less, two changed places. Some hundreds; looking each up costs less than keeping a row for each. */
export function slippedNumbers(text: string): string[] {
  const number = normalNumber(text)
  if (number.length < numberMin || number.length > numberMax) return []
  const found = new Set<string>()
  for (let at = 0; at <= number.length; at += 1) {
    const [before, here, after] = [number.slice(0, at), number[at] ?? '', number.slice(at + 1)]
    const signs = /[A-Z]/.test(here) ? lettersAndDigits : digitsAlone
    for (const sign of signs) {
      found.add(before + sign + here + after)
      if (here !== '') found.add(before + sign + after)
    }
    if (here !== '') found.add(before + after)
    if (after !== '') found.add(before + after[0] + here + after.slice(1))
  }
  found.delete(number)
  return [...found]
}
const digitsAlone = [...'0123456789']
const lettersAndDigits = [...digitsAlone, ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
