import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may, mayAnywhere } from '../identity/authority.rules.ts'
import type { Grant } from '../identity/grant.rules.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { addDays } from '../kernel/time.ts'
import { inTransaction, type Tx, takeInHand } from '../platform/database.ts'
import { readingGrant } from './allow-notes.ts'
import type { EntryAnswer, HistoryAnswer, HistoryType, ListAnswer } from './watch.api.ts'
import {
  entriesByIds,
  entriesOfDesk,
  entriesOfPoint,
  eventsOfEntry,
  findEntry,
  type ListAsked,
  notesOf,
  type WatchEntry,
  type WatchEvent,
  type WatchNote,
} from './watch.queries.ts'
import { stateOf } from './watch-entry.rules.ts'
import { seesWhy } from './watch-note.rules.ts'
import { inNameOf, placeOf, todayOf, type Watching } from './watching.ts'

export const listMax = 50

/** The entries of a desk, or those that were cleared at a point; each that is shown is on record as read. */
export async function listEntries(watching: Watching, actor: Actor, asked: ListAsked & { readonly place: string }): Promise<Outcome<ListAnswer>> {
  const place = placeOf(watching, asked.place)
  const allowed = may(actor.grants, 'watch.read', place ?? null, watching.now())
  if (!allowed.ok) return allowed
  const [today, expiringDays] = [todayOf(watching), watching.parameters('watch.expiring-days', watching.now())]
  return inTransaction(watching.database, inNameOf(watching, actor), async (tx) => {
    const entries =
      place?.kind === 'point'
        ? await entriesOfPoint(tx, place.id, listMax)
        : await entriesOfDesk(tx, asked.place, { ...asked, limit: listMax, today, expiring: addDays(today, expiringDays) })
    const next = place?.kind !== 'point' && entries.length === listMax ? (entries.at(-1)?.id ?? null) : null
    return accept({ entries: await shownTo(watching, tx, actor, entries), next, expiringDays })
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

export async function shownTo(watching: Watching, tx: Tx, actor: Actor, entries: readonly WatchEntry[]): Promise<EntryAnswer[]> {
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

const historyMax = 200
const typeOf: { readonly [type: string]: HistoryType } = {
  WatchEntryEntered: 'entered',
  WatchEntryExtended: 'extended',
  WatchEntryEnded: 'ended',
  WatchNoteGiven: 'note-given',
  WatchNoteEnded: 'note-ended',
}

/** What happened to an entry and who did it, for whoever may read it; remarks for those who may see why. On record as read. */
export async function readHistory(watching: Watching, actor: Actor, id: string): Promise<Outcome<HistoryAnswer>> {
  if (!mayAnywhere(actor.grants, 'watch.read', watching.now()).ok) return refuse('watch.not-found')
  return inTransaction(watching.database, inNameOf(watching, actor), async (tx) => {
    await takeInHand(tx, [id])
    const entry = await findEntry(tx, id)
    const grant = entry && readingGrant(watching, actor, entry)
    if (!entry || !grant) return refuse('watch.not-found')
    await recordRead(tx, { account: actor.account, subject: `watch/${id}`, place: grant.place.id, at: watching.now() })
    const why = seesWhy(entry, grant)
    return accept((await eventsOfEntry(tx, id, historyMax)).flatMap((event) => stepOf(event, why)))
  })
}

function stepOf({ type, at, by, body }: WatchEvent, why: boolean): HistoryAnswer {
  const said = body as { readonly lastDay?: string; readonly before?: string; readonly remark?: string }
  const step = typeOf[type]
  return step ? [{ type: step, at, by, lastDay: said.lastDay ?? null, before: said.before ?? null, remark: (why && said.remark) || null }] : []
}
