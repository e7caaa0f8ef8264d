import { recordEvent } from '../audit/record-event.ts'
import { may } from '../identity/authority.rules.ts'
import type { Action } from '../identity/authority-lists.rules.ts'
import type { Place } from '../identity/place.rules.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { type CivilDate, epochMs } from '../kernel/time.ts'
import { rollBackOn, type Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId, newCommandId } from '../platform/ids.ts'
import { findEntry, type WatchEntry } from './watch.queries.ts'
import { endEntryRow, extendEntryRow, insertEntries, markOf, marksThere, nextChange } from './watch.store.ts'
import { assessEntry, assessLastDay, type EntryDraft, stateOf } from './watch-entry.rules.ts'
import { inNameOf, isDesk, placeOf, saidBefore, saidOf, todayOf, type WatchCommand, type Watching } from './watching.ts'

export type EnterEntry = WatchCommand & {
  readonly place: string
  readonly draft: EntryDraft
  /** Kept with the event alone. */
  readonly remark: string
}

/** The desk that somebody enters for, or why not. */
export function deskFor(watching: Watching, { actor }: Pick<WatchCommand, 'actor'>, action: Action, id: string): Outcome<Place> {
  const place = placeOf(watching, id)
  const allowed = may(actor.grants, action, place ?? null, watching.now())
  if (!allowed.ok) return allowed
  return place && isDesk(place) ? accept(place) : refuse('watch.place')
}

/** Puts somebody or something on the list, at once at every lane of this process. */
export async function enterEntry(watching: Watching, command: EnterEntry): Promise<Outcome<WatchEntry>> {
  const { actor, draft, remark, requestId } = command
  const desk = deskFor(watching, command, 'watch.enter', command.place)
  if (!desk.ok) return desk
  const place = desk.value.id
  const said = saidOf([place, draft, remark])
  const entered = await rollBackOn(watching.database, inNameOf(watching, actor), async (tx) => {
    // First, since it locks: of two that come together the second sees what the first did.
    const change = await nextChange(tx)
    const before = await saidBefore(tx, requestId, 'WatchEntryEntered', said)
    if (before) return before.ok ? found(tx, before.value.subject) : before
    const [at, today] = [watching.now(), todayOf(watching)]
    const assessed = assessEntry(draft, { today, daysMax: watching.parameters('watch.days-max', at) })
    if (!assessed.ok) return assessed
    const mark = markOf(assessed.value)
    if ((await marksThere(tx, place, [mark], today)).has(mark)) return refuse('watch.twice')
    const id = newCommandId(epochMs(at))
    await insertEntries(tx, { place, account: actor.account, at, change, batch: null }, [{ id, entry: assessed.value }])
    const { kind, reason, source, seenBy, from, lastDay } = assessed.value
    await record(watching, tx, command, {
      type: 'WatchEntryEntered',
      subject: id,
      place,
      body: { said, kind, reason, source, seenBy, from, lastDay, remark },
    })
    return found(tx, id)
  })
  if (entered.ok) await watching.watchlist.changed()
  return entered
}

export type ChangeEntry = WatchCommand & { readonly entry: string; readonly remark: string }

/** Takes it off the list. */
export const endEntry = (watching: Watching, command: ChangeEntry): Promise<Outcome<WatchEntry>> =>
  changeEntry(watching, command, { type: 'WatchEntryEnded', said: [command.entry, command.remark] }, async (tx, entry) => {
    await endEntryRow(tx, entry.id, { by: command.actor.account, at: watching.now(), change: await nextChange(tx) })
    return accept({})
  })

/** Another last day, later or earlier; an entry that is over is entered anew. */
export const extendEntry = (watching: Watching, command: ChangeEntry & { readonly lastDay: CivilDate }): Promise<Outcome<WatchEntry>> =>
  changeEntry(watching, command, { type: 'WatchEntryExtended', said: [command.entry, command.remark, command.lastDay] }, async (tx, entry) => {
    const { lastDay } = command
    const daysMax = watching.parameters('watch.days-max', watching.now())
    if (lastDay < entry.from) return refuse('watch.days', { about: { daysMax } })
    const assessed = assessLastDay(lastDay, { today: todayOf(watching), daysMax })
    if (!assessed.ok) return assessed
    await extendEntryRow(tx, entry.id, { lastDay, change: await nextChange(tx) })
    return accept({ lastDay, before: entry.lastDay })
  })

type Change = { readonly type: string; readonly said: readonly string[] }

async function changeEntry(
  watching: Watching,
  command: ChangeEntry,
  { type, said }: Change,
  step: (tx: Tx, entry: WatchEntry) => Promise<Outcome<object>>,
): Promise<Outcome<WatchEntry>> {
  const changed = await rollBackOn(watching.database, inNameOf(watching, command.actor), async (tx) => {
    const entry = await findEntry(tx, command.entry, { lock: true })
    if (!entry) return refuse('watch.not-found')
    const allowed = may(command.actor.grants, 'watch.enter', placeOf(watching, entry.place) ?? null, watching.now())
    if (!allowed.ok) return allowed
    const mark = saidOf(said)
    const before = await saidBefore(tx, command.requestId, type, mark)
    if (before) return before.ok ? found(tx, entry.id) : before
    if (['ended', 'expired'].includes(stateOf(entry, todayOf(watching)))) return refuse('watch.ended')
    const done = await step(tx, entry)
    if (!done.ok) return done
    const body = { said: mark, ...done.value, remark: command.remark }
    await record(watching, tx, command, { type, subject: entry.id, place: entry.place, body })
    return found(tx, entry.id)
  })
  if (changed.ok) await watching.watchlist.changed()
  return changed
}

type Told = { readonly type: string; readonly subject: string; readonly place: string; readonly body: object }

export const record = ({ now }: Watching, tx: Tx, { requestId, actor }: WatchCommand, { type, subject, place, body }: Told): Promise<void> =>
  recordEvent(tx, { id: requestId, cell: cellOf(requestId as string as HolderBoundId), type, subject, actor: actor.account, at: now(), body, place })

async function found(tx: Tx, id: string): Promise<Outcome<WatchEntry>> {
  const entry = await findEntry(tx, id)
  return entry ? accept(entry) : refuse('watch.not-found')
}
