import { hash } from 'node:crypto'
import type { CivilDate, Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { markText, type NewEntry } from './watch-entry.rules.ts'
import type { AllowGround } from './watch-note.rules.ts'

const rowsAtOnce = 1_000

/**
 * The number of this change: every program that keeps the list in memory reads what has a higher one than it knows. Locked until the transaction ends, so
 * changes are committed in the order of their numbers, and two that say the same see each other.
 */
export async function nextChange(tx: Tx): Promise<number> {
  const { version } = await tx
    .updateTable('watch_version')
    .set((each) => ({ version: each('version', '+', 1) }))
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export type EntryWriting = {
  readonly place: string
  readonly account: string
  readonly at: Instant
  readonly change: number
  readonly batch: string | null
}
export type FreshEntry = { readonly id: string; readonly entry: NewEntry }

export const markOf = (entry: NewEntry): string => hash('sha256', markText(entry), 'base64')

export async function insertEntries(tx: Tx, { place, account, at, change, batch }: EntryWriting, fresh: readonly FreshEntry[]): Promise<void> {
  for (let from = 0; from < fresh.length; from += rowsAtOnce) {
    const rows = fresh.slice(from, from + rowsAtOnce).map(({ id, entry }) => ({
      ...{ id, place, kind: entry.kind, reason: entry.reason, source: entry.source, seen_by: entry.seenBy },
      ...{ name_khmer: entry.person?.nameKhmer ?? null, name_thai: entry.person?.nameThai ?? null, name_latin: entry.person?.nameLatin ?? null },
      ...{ birth_date: entry.person?.birthDate ?? null, birth_year: entry.person?.birthYear ?? null, sex: entry.person?.sex ?? null },
      ...{ nationality: entry.person?.nationality ?? null, issuer: entry.document?.issuer ?? null, number: entry.document?.number ?? null },
      ...{ plate: entry.plate, valid_from: entry.from, last_day: entry.lastDay, mark: markOf(entry), batch },
      ...{ entered_by: account, entered_at: at, ended_by: null, ended_at: null, changed: change },
    }))
    await tx.insertInto('watch_entry').values(rows).execute()
  }
}

/** Which of these marks a live entry of this desk bears already. */
export async function marksThere(tx: Tx, place: string, marks: readonly string[], today: CivilDate): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (let from = 0; from < marks.length; from += rowsAtOnce) {
    const rows = await tx
      .selectFrom('watch_entry')
      .select('mark')
      .where('place', '=', place)
      .where('mark', 'in', marks.slice(from, from + rowsAtOnce))
      .where('ended_at', 'is', null)
      .where('last_day', '>=', today)
      .execute()
    for (const { mark } of rows) found.add(mark)
  }
  return found
}

export const endEntryRow = (tx: Tx, id: string, { by, at, change }: { readonly by: string; readonly at: Instant; readonly change: number }) =>
  tx.updateTable('watch_entry').set({ ended_by: by, ended_at: at, changed: change }).where('id', '=', id).execute()

export const extendEntryRow = (tx: Tx, id: string, { lastDay, change }: { readonly lastDay: CivilDate; readonly change: number }) =>
  tx.updateTable('watch_entry').set({ last_day: lastDay, changed: change }).where('id', '=', id).execute()

export type NewNote = {
  readonly id: string
  readonly entry: string
  readonly document: string
  readonly ground: AllowGround
  readonly place: string
  readonly lastDay: CivilDate
  readonly by: string
  readonly at: Instant
  readonly change: number
}
export const insertNote = (tx: Tx, { id, entry, document, ground, place, lastDay, by, at, change }: NewNote) =>
  tx
    .insertInto('watch_allow')
    .values({
      ...{ id, entry, document, ground, place, last_day: lastDay, given_by: by, given_at: at },
      ...{ ended_by: null, ended_at: null, changed: change },
    })
    .execute()

export const endNoteRow = (tx: Tx, id: string, { by, at, change }: { readonly by: string; readonly at: Instant; readonly change: number }) =>
  tx.updateTable('watch_allow').set({ ended_by: by, ended_at: at, changed: change }).where('id', '=', id).execute()
