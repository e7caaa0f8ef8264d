import type { Actor } from '../identity/actor.rules.ts'
import { may, mayAnywhere } from '../identity/authority.rules.ts'
import type { Grant } from '../identity/grant.rules.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { addDays, type CivilDate, epochMs } from '../kernel/time.ts'
import { rollBackOn, type Tx, takeInHand } from '../platform/database.ts'
import { newCommandId } from '../platform/ids.ts'
import { record } from './enter-entry.ts'
import { findEntry, findNote, type WatchEntry, type WatchNote } from './watch.queries.ts'
import { endNoteRow, insertNote, nextChange } from './watch.store.ts'
import { documentKey, type WatchDocument } from './watch-document.rules.ts'
import { stateOf } from './watch-entry.rules.ts'
import { type AllowGround, seesWhy } from './watch-note.rules.ts'
import { inNameOf, placeOf, saidBefore, saidOf, todayOf, type WatchCommand, type Watching } from './watching.ts'

export type GiveNote = WatchCommand & {
  readonly entry: string
  /** The point or desk that clears. */
  readonly place: string
  readonly document: WatchDocument
  readonly ground: AllowGround
  readonly lastDay: CivilDate
  /** Kept with the event alone. */
  readonly remark: string
}

/** Somebody with this document is not the one on the list: that entry does not stop the document again, anywhere, until the note's last day. */
export async function giveNote(watching: Watching, command: GiveNote): Promise<Outcome<WatchNote>> {
  const { actor, place, ground, lastDay, remark, requestId } = command
  const allowed = may(actor.grants, 'watch.clear', placeOf(watching, place) ?? null, watching.now())
  if (!allowed.ok) return allowed
  const document = documentKey(command.document)
  const said = saidOf([command.entry, place, document, ground, lastDay, remark])
  const given = await rollBackOn(watching.database, inNameOf(watching, actor), async (tx) => {
    await takeInHand(tx, [command.entry])
    const entry = await findEntry(tx, command.entry)
    if (!entry) return refuse('watch.not-found')
    const change = await nextChange(tx)
    const before = await saidBefore(tx, requestId, 'WatchNoteGiven', said)
    if (before) return before.ok ? noteNow(tx, before.value) : before
    const stopped = mayClear(watching, entry, allowed.value)
    if (stopped) return stopped
    const [at, today] = [watching.now(), todayOf(watching)]
    if (stateOf(entry, today) !== 'in-force') return refuse('watch.ended')
    if (!/^[A-Z]{3}\/[A-Z0-9]{3,40}$/.test(document)) return refuse('watch.document')
    const daysMax = watching.parameters('watch.allow-days-max', at)
    if (lastDay < today || lastDay > addDays(today, daysMax)) return refuse('watch.note-days', { about: { daysMax } })
    const id = newCommandId(epochMs(at))
    await insertNote(tx, { id, entry: entry.id, document, ground, place, lastDay, by: actor.account, at, change })
    await record(watching, tx, command, { type: 'WatchNoteGiven', subject: entry.id, place, body: { said, note: id, ground, lastDay, remark } })
    return found(tx, id)
  })
  if (given.ok) await watching.watchlist.changed()
  return given
}

/** A desk clears its own entries; a chief those of which they may know why. */
function mayClear(watching: Watching, entry: WatchEntry, grant: Grant): ReturnType<typeof refuse> | undefined {
  if (!seesWhy(entry, grant)) return refuse('watch.why-hidden')
  if (grant.place.kind === 'point') return undefined
  const own = may([grant], 'watch.clear', placeOf(watching, entry.place) ?? null, watching.now())
  return own.ok ? undefined : refuse(own.refusal.code)
}

export type EndNote = WatchCommand & { readonly note: string; readonly remark: string }

/** The entry stops this document again. By those of the place that gave the note, and by the state's desk. */
export async function endNote(watching: Watching, command: EndNote): Promise<Outcome<WatchNote>> {
  const said = saidOf([command.note, command.remark])
  const ended = await rollBackOn(watching.database, inNameOf(watching, command.actor), async (tx) => {
    const note = await findNote(tx, command.note)
    if (!note) return refuse('watch.note-not-found')
    const allowed = may(command.actor.grants, 'watch.clear', placeOf(watching, note.place) ?? null, watching.now())
    if (!allowed.ok) return refuse('watch.note-not-found')
    const before = await saidBefore(tx, command.requestId, 'WatchNoteEnded', said)
    if (before) return before.ok ? found(tx, note.id) : before
    // Behind this number's lock a second one sees the first.
    const change = await nextChange(tx)
    const still = await findNote(tx, note.id)
    if (still?.endedAt !== null) return refuse('watch.note-ended')
    await endNoteRow(tx, note.id, { by: command.actor.account, at: watching.now(), change })
    await record(watching, tx, command, {
      ...{ type: 'WatchNoteEnded', subject: note.entry, place: note.place },
      body: { said, note: note.id, remark: command.remark },
    })
    return found(tx, note.id)
  })
  if (ended.ok) await watching.watchlist.changed()
  return ended
}

async function found(tx: Tx, id: string): Promise<Outcome<WatchNote>> {
  const note = await findNote(tx, id)
  return note ? accept(note) : refuse('watch.note-not-found')
}
const noteNow = (tx: Tx, { body }: { readonly body: object }): Promise<Outcome<WatchNote>> => found(tx, 'note' in body ? String(body.note) : '')

/** The role by which somebody reads this entry: the desk's or the auditor's, or the chief's of a point. Undefined: by none. */
export function readingGrant(watching: Watching, { grants }: Pick<Actor, 'grants'>, entry: Pick<WatchEntry, 'place'>): Grant | undefined {
  const now = watching.now()
  const desk = may(grants, 'watch.read', placeOf(watching, entry.place) ?? null, now)
  if (desk.ok) return desk.value
  const chief = mayAnywhere(
    grants.filter(({ place }) => place.kind === 'point'),
    'watch.read',
    now,
  )
  return chief.ok ? chief.value : undefined
}
