import { recordEvent } from '../audit/record-event.ts'
import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may, mayAnywhere } from '../identity/authority.rules.ts'
import type { Grant } from '../identity/grant.rules.ts'
import type { Place } from '../identity/place.rules.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { type CivilDate, epochMs } from '../kernel/time.ts'
import { countSearch } from '../passes/count-search.ts'
import { inTransaction, rollBackOn, type Tx, takeInHand } from '../platform/database.ts'
import { type Cell, newCommandId } from '../platform/ids.ts'
import { readingGrant } from './allow-notes.ts'
import type { EntryAnswer, ListAnswer, SearchAnswer } from './watch.api.ts'
import { entriesByIds, entriesOfDesk, entriesOfPoint, findEntry, notesOf, type WatchEntry, type WatchNote } from './watch.queries.ts'
import { stateOf } from './watch-entry.rules.ts'
import { seesWhy } from './watch-note.rules.ts'
import { inNameOf, placeOf, todayOf, type Watching } from './watching.ts'

export const listMax = 50

/** The entries of a desk, or those that were cleared at a point; each that is shown is on record as read. */
export async function listEntries(
  watching: Watching,
  actor: Actor,
  asked: { readonly place: string; readonly after?: string },
): Promise<Outcome<ListAnswer>> {
  const place = placeOf(watching, asked.place)
  const allowed = may(actor.grants, 'watch.read', place ?? null, watching.now())
  if (!allowed.ok) return allowed
  return inTransaction(watching.database, inNameOf(watching, actor), async (tx) => {
    const entries =
      place?.kind === 'point'
        ? await entriesOfPoint(tx, place.id, listMax)
        : await entriesOfDesk(tx, asked.place, { limit: listMax, ...(asked.after !== undefined && { after: asked.after }) })
    const next = place?.kind !== 'point' && entries.length === listMax ? (entries.at(-1)?.id ?? null) : null
    return accept({ entries: await shownTo(watching, tx, actor, entries), next })
  })
}

/** One entry, to its desk, the auditor, or the chief of a point who has a hit of it before them. */
export async function readEntry(watching: Watching, actor: Actor, id: string): Promise<Outcome<EntryAnswer>> {
  const [entry] = await explainHits(watching, actor, [id])
  return entry ? accept(entry) : refuse('watch.not-found')
}

/**
 * What these hits are, as far as this person may see: for whoever has a movement before them. Ask first whether the movement is theirs to see. Entries
 * that they may not read at all are left out; of others the reason is null where it is not for them. Each is on record as read.
 */
export async function explainHits(watching: Watching, actor: Actor, entries: readonly string[]): Promise<EntryAnswer[]> {
  if (!mayAnywhere(actor.grants, 'watch.read', watching.now()).ok) return []
  return inTransaction(watching.database, inNameOf(watching, actor), async (tx) => {
    await takeInHand(tx, entries)
    return shownTo(watching, tx, actor, await entriesByIds(tx, entries))
  })
}

/** One entry after a command of the same person's. */
export const entryNow = async (watching: Watching, actor: Actor, id: string): Promise<Outcome<EntryAnswer>> =>
  inTransaction(watching.database, inNameOf(watching, actor), async (tx) => {
    const entry = await findEntry(tx, id)
    const [shown] = await shownTo(watching, tx, actor, entry ? [entry] : [])
    return shown ? accept(shown) : refuse('watch.not-found')
  })

async function shownTo(watching: Watching, tx: Tx, actor: Actor, entries: readonly WatchEntry[]): Promise<EntryAnswer[]> {
  const read = entries.flatMap((entry) => {
    const grant = readingGrant(watching, actor, entry)
    return grant ? [{ entry, grant }] : []
  })
  const ids = read.map(({ entry }) => entry.id)
  await takeInHand(tx, ids)
  const notes = await notesOf(tx, ids)
  for (const { entry, grant } of read)
    await recordRead(tx, { account: actor.account, subject: `watch/${entry.id}`, place: grant.place.id, at: watching.now() })
  return read.map(({ entry, grant }) => viewOf(watching, entry, grant, notes))
}

function viewOf(watching: Watching, entry: WatchEntry, grant: Grant, notes: readonly WatchNote[]): EntryAnswer {
  const { endedBy: _, reason, ...rest } = entry
  return {
    ...rest,
    state: stateOf(entry, todayOf(watching)),
    reason: seesWhy(entry, grant) ? reason : null,
    notes: notes.filter((note) => note.entry === entry.id),
  }
}

export type SearchWatchlist = { readonly name: string; readonly birthDate: CivilDate | null }
const lettersMin = 2
const resultsMax = 20

/** Who on the list bears a name like this, in any script; counted and recorded like a search of people, without the name. */
export async function searchWatchlist(
  watching: Watching,
  { actor, home }: { readonly actor: Actor; readonly home: Place },
  { name, birthDate }: SearchWatchlist,
): Promise<Outcome<SearchAnswer>> {
  const now = watching.now()
  // A chief reads what is hit at their point, and does not look through the list.
  const desks = actor.grants.filter(({ place }) => place.kind !== 'point')
  const allowed = mayAnywhere(desks, 'watch.read', now)
  if (!allowed.ok) return allowed
  if ((name.match(/\p{L}/gu)?.length ?? 0) < lettersMin) return refuse('search.too-wide', { about: { letters: lettersMin } })
  return rollBackOn(watching.database, inNameOf(watching, actor), async (tx) => {
    const limits = { perHour: watching.parameters('search.per-hour-max', now), perDay: watching.parameters('search.per-day-max', now) }
    const left = await countSearch(tx, limits, { kind: 'watch', account: actor.account, place: allowed.value.place.id, now })
    if (!left) return refuse('search.too-many', { about: limits })
    const subject = { names: { local: name, given: '', family: '' }, birthDate, documents: [], plate: null, passNumber: null }
    const ids = watching.watchlist.match(subject, now).map(({ entry }) => entry)
    const readable = (await entriesByIds(tx, ids.slice(0, candidatesMax))).filter(
      ({ place }) => may(desks, 'watch.read', placeOf(watching, place) ?? null, now).ok,
    )
    const found = readable.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
    await recordEvent(tx, {
      ...{ id: newCommandId(epochMs(now)), cell: 0 as Cell, type: 'WatchlistSearched', subject: actor.account, actor: actor.account, at: now },
      ...{ body: { found: Math.min(found.length, resultsMax) }, place: home.id, aboutStaff: true },
    })
    return accept({
      entries: await shownTo(watching, tx, { ...actor, grants: desks }, found.slice(0, resultsMax)),
      more: found.length > resultsMax,
      left,
    })
  })
}
const candidatesMax = 500
