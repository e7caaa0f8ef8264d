import { barePlate, mayBeSamePlate, type Plate, parsePlate, plateCharactersMax, plateStates } from '../kernel/plate.ts'

/** A plate as it is kept and compared: read as everywhere else, of whichever state has such plates. The same again for its own result. */
export const normalPlate = (text: string): string =>
  barePlate(text.slice(0, plateTypedMax))
    .replace(/[^\p{L}\p{M}\d]+/gu, '')
    .slice(0, plateCharactersMax)
/** What is not looked at is no plate. */
const plateTypedMax = 100

/** The first state that has such plates; undefined: none of those known here has. */
function readPlate(normal: string): Plate | undefined {
  for (const state of plateStates) {
    const plate = parsePlate({ state, written: normal })
    if (plate) return plate
  }
  return undefined
}

/** What a plate is found by: its number without the province, which hands write or leave out. */
export const plateCore = (normal: string): string => readPlate(normal)?.normal ?? normal

/** `exact`: the same plate; `near`: of one of them the province is not known; undefined: another plate. */
export function plateRelation(one: string, other: string): 'exact' | 'near' | undefined {
  if (one === other) return 'exact'
  const [plate, otherPlate] = [readPlate(one), readPlate(other)]
  if (!plate || !otherPlate || !mayBeSamePlate(plate, otherPlate)) return undefined
  return plate.province === otherPlate.province ? 'exact' : 'near'
}
