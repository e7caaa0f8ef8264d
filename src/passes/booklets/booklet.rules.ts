import { latinDigits } from '../../kernel/digits.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { ProblemCode } from '../../kernel/problem.ts'

export const bookletStates = ['in-stock', 'used', 'spoilt'] as const
export type BookletState = (typeof bookletStates)[number]
export const bookletCommands = ['use', 'spoil'] as const
export type BookletCommand = (typeof bookletCommands)[number]

/** State × command → the next state, or why not: a number serves once. */
export const bookletTransitions = {
  'in-stock': { use: 'used', spoil: 'spoilt' },
  used: { use: 'booklet.already-used', spoil: 'spoilt' },
  spoilt: { use: 'booklet.spoilt', spoil: 'booklet.spoilt' },
} as const satisfies Record<BookletState, Record<BookletCommand, BookletState | ProblemCode>>

export function nextBookletState(state: BookletState, command: BookletCommand): Outcome<BookletState> {
  const answer: BookletState | ProblemCode = bookletTransitions[state][command]
  return isState(answer) ? accept(answer) : refuse(answer)
}
const isState = (answer: BookletState | ProblemCode): answer is BookletState => (bookletStates as readonly string[]).includes(answer)

export const batchCountMax = 10_000
/** Pages that are added to a booklet at a time. */
export const pagesMax = 64

/** How many, as typed, in whichever digits: a whole number from 1 to `max`; else undefined. */
export function readCount(typed: string, max: number): number | undefined {
  const plain = latinDigits(typed).trim()
  const count = Number(plain)
  return /^\d{1,6}$/.test(plain) && count >= 1 && count <= max ? count : undefined
}

/** As printed on the booklet: letters of a series, then digits. */
const numberForm = /^([A-Z]{0,4})([0-9]{4,12})$/

/** A booklet's number as it is compared: without spaces and dashes, in capitals and plain digits. Undefined: no such number. */
export function parseBookletNumber(typed: string): string | undefined {
  const plain = latinDigits(typed).toUpperCase().replace(/[\s-]/g, '')
  return numberForm.test(plain) ? plain : undefined
}

/** The numbers of a run that came in: the first and the `count - 1` after it, with as many digits. Refused where they would need more digits. */
export function numbersOfBatch(first: string, count: number): Outcome<readonly string[]> {
  const [, series = '', digits = ''] = numberForm.exec(first) ?? []
  if (digits === '' || !Number.isInteger(count) || count < 1 || count > batchCountMax) return refuse('booklet.number')
  const start = Number(digits)
  if (String(start + count - 1).length > digits.length) return refuse('booklet.number')
  return accept(Array.from({ length: count }, (_, index) => series + String(start + index).padStart(digits.length, '0')))
}
