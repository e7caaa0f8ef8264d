import { randomInt } from 'node:crypto'
import { type NumberKind, numberOf } from './follow-number.rules.ts'

/** From a number drawn by chance, another cannot be guessed. */
export const drawNumber = (kind: NumberKind): string => numberOf(kind, randomInt(2 ** 47) / 2 ** 47)

const drawsMax = 50

/** Draws until one is free. `insert` says whether it was. */
export async function drawFree(kind: NumberKind, insert: (number: string) => Promise<boolean>): Promise<string> {
  for (let draw = 1; draw <= drawsMax; draw += 1) {
    const number = drawNumber(kind)
    if (await insert(number)) return number
  }
  throw new Error(`${drawsMax} draws found no free number`)
}
