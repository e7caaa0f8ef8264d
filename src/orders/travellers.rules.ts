import { type AreaCode, liesIn, nationalityOf, type StateCode, stateOfArea } from '../kernel/code.ts'
import { documentKinds, missOf, type Order, purposes, type Traveller, type Who } from '../places/order.rules.ts'

/** So many kinds of people are told apart at most: an order that needs more is looked at by its first. */
const travellersMax = 4_000
/** A nationality that no order names. */
const another = 'XXA'

export const whosOf = (order: Order): readonly Who[] => (order.sessions === null ? [order.who] : order.sessions.map(({ who }) => who))

/**
 * One traveller of each kind that these orders tell apart, as people can be: a border pass is held by a national of the state that issued it, and who goes home goes
 * to where they belong. What nobody here meets, nobody meets.
 */
export function travellersOf(orders: readonly Order[], sides: readonly StateCode[]): Traveller[] {
  const whos = orders.flatMap(whosOf)
  const nationals = sides.map((side) => nationalityOf[side])
  const nationalities = distinct([...nationals, ...whos.flatMap((who) => who.nationalities ?? []), another], (one) =>
    [nationals.includes(one) ? one : '', ...whos.map((who) => who.nationalities?.includes(one))].join(),
  )
  const areas = distinct<AreaCode | null>([null, ...whos.flatMap((who) => who.issuingAreas ?? [])], (one) =>
    [one && stateOfArea(one), ...whos.map((who) => one !== null && who.issuingAreas?.some((area) => liesIn(one, area)))].join(),
  )
  const kinds = distinct([null, ...purposes], (one) => whos.map((who) => one !== null && who.purposes?.includes(one)).join())
  const ages = distinct([0, ...whos.flatMap(({ ageFrom, ageUntil }) => [ageFrom ?? 0, ageUntil ?? 0]), 150], (one) =>
    whos.map(({ ageFrom = 0, ageUntil = 999 }) => one >= ageFrom && one < ageUntil).join(),
  )
  const found: Traveller[] = []
  for (const exits of sides)
    for (const nationality of nationalities)
      for (const document of documentKinds)
        for (const issuingArea of document === 'border-pass' ? areas : [null])
          for (const goingHome of waysHome(nationality, exits, sides))
            for (const purpose of kinds)
              for (const age of ages) {
                if (!canBe({ document, nationality, issuingArea }, nationals)) continue
                if (found.length === travellersMax) return found
                found.push({ nationality, document, issuingArea, purpose, age, goingHome, exits, vehicle: null })
              }
  return found
}

export const isMetBySomebody = (who: Who, travellers: readonly Traveller[]): boolean =>
  travellers.some((traveller) => missOf(who, traveller) === undefined)

function canBe(
  { document, nationality, issuingArea }: Pick<Traveller, 'document' | 'nationality' | 'issuingArea'>,
  nationals: readonly string[],
): boolean {
  if (document !== 'border-pass' || nationality === null) return true
  return issuingArea === null ? nationals.includes(nationality) : nationalityOf[stateOfArea(issuingArea)] === nationality
}

/** A national of one of the two sides is on the way home or not, as they go; a stranger may be either. */
function waysHome(nationality: string, exits: StateCode, sides: readonly StateCode[]): readonly boolean[] {
  const home = sides.find((side) => nationalityOf[side] === nationality)
  return home === undefined ? [true, false] : [home !== exits]
}

function distinct<T>(values: readonly T[], mark: (value: T) => string): T[] {
  const seen = new Map<string, T>()
  for (const value of values) if (!seen.has(mark(value))) seen.set(mark(value), value)
  return [...seen.values()]
}
