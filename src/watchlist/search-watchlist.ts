import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may, mayAnywhere } from '../identity/authority.rules.ts'
import type { Place } from '../identity/place.rules.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { type CivilDate, epochMs } from '../kernel/time.ts'
import { countSearch } from '../passes/count-search.ts'
import { normalNumber } from '../persons/name-key.rules.ts'
import { rollBackOn, type Tx } from '../platform/database.ts'
import { type Cell, newCommandId } from '../platform/ids.ts'
import { shownTo } from './read-watchlist.ts'
import type { SearchAnswer } from './watch.api.ts'
import { entriesByIds, soughtEntries, type WatchEntry } from './watch.queries.ts'
import { normalPlate, plateCore } from './watch-plate.rules.ts'
import { inNameOf, placeOf, todayOf, type Watching } from './watching.ts'

export type SearchWatchlist = {
  readonly name?: string
  readonly birthDate: CivilDate | null
  readonly number?: string
  readonly plate?: string
  readonly ended: boolean
}
const lettersMin = 2
const signsMin = 3
const [resultsMax, candidatesMax] = [20, 500]

/** One thing is looked for, and enough of it is said. */
function isNarrow({ name = '', number = '', plate = '' }: SearchWatchlist): boolean {
  if ([name, number, plate].filter((said) => said.trim() !== '').length !== 1) return false
  if (name.trim() !== '') return (name.match(/\p{L}/gu)?.length ?? 0) >= lettersMin
  return number.trim() === '' ? normalPlate(plate).length >= lettersMin : normalNumber(number).length >= signsMin
}

/** Who or what on the list is like this; counted and recorded like a search of people, without what was typed. */
export async function searchWatchlist(
  watching: Watching,
  { actor, home }: { readonly actor: Actor; readonly home: Place },
  asked: SearchWatchlist,
): Promise<Outcome<SearchAnswer>> {
  const now = watching.now()
  // A chief reads what is hit at their point, and does not look through the list.
  const desks = actor.grants.filter(({ place }) => place.kind !== 'point')
  const allowed = mayAnywhere(desks, 'watch.read', now)
  if (!allowed.ok) return allowed
  if (!isNarrow(asked)) return refuse('search.too-wide', { about: { letters: lettersMin } })
  return rollBackOn(watching.database, inNameOf(watching, actor), async (tx) => {
    const limits = { perHour: watching.parameters('search.per-hour-max', now), perDay: watching.parameters('search.per-day-max', now) }
    const left = await countSearch(tx, limits, { kind: 'watch', account: actor.account, place: allowed.value.place.id, now })
    if (!left) return refuse('search.too-many', { about: limits })
    const found = (await lookFor(watching, tx, asked)).filter(({ place }) => may(desks, 'watch.read', placeOf(watching, place) ?? null, now).ok)
    await recordEvent(tx, {
      ...{ id: newCommandId(epochMs(now)), cell: 0 as Cell, type: 'WatchlistSearched', subject: actor.account, actor: actor.account, at: now },
      ...{ body: { found: Math.min(found.length, resultsMax) }, place: home.id, aboutStaff: true },
    })
    const entries = await shownTo(watching, tx, { ...actor, grants: desks }, found.slice(0, resultsMax))
    return accept({ entries, more: found.length > resultsMax, left })
  })
}

/** A name by its likeness, where memory has it; what is over, and numbers, as they are written; a plate with its province or without. */
async function lookFor(watching: Watching, tx: Tx, { name = '', birthDate, number = '', plate = '', ended }: SearchWatchlist): Promise<WatchEntry[]> {
  const where = { over: ended, today: todayOf(watching) }
  if (number.trim() !== '') return soughtEntries(tx, { ...where, number: normalNumber(number) }, candidatesMax)
  if (plate.trim() !== '') return soughtEntries(tx, { ...where, plate: plateCore(normalPlate(plate)) }, candidatesMax)
  if (ended) return soughtEntries(tx, { ...where, words: name.split(/\s+/u).filter(Boolean) }, candidatesMax)
  const subject = { names: { local: name, given: '', family: '' }, birthDate, documents: [], plates: [], passNumber: null }
  const ids = watching.watchlist.like(subject, watching.now()).slice(0, candidatesMax)
  const order = new Map(ids.map((id, at) => [id, at]))
  return (await entriesByIds(tx, ids)).toSorted((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0))
}
