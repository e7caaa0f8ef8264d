import { type Selectable, sql } from 'kysely'
import type { CivilDate } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import type { Tables } from '../platform/tables.ts'
import type { ListPart, SeenBy, WatchAbout, WatchReason } from './watch-entry.rules.ts'
import type { WatchKind } from './watch-match.rules.ts'
import type { AllowGround } from './watch-note.rules.ts'

export type WatchEntry = WatchAbout & {
  readonly id: string
  readonly place: string
  readonly reason: WatchReason
  readonly source: string
  readonly seenBy: SeenBy
  readonly from: CivilDate
  readonly lastDay: CivilDate
  readonly enteredBy: string
  readonly enteredAt: string
  readonly endedBy: string | null
  readonly endedAt: string | null
}
export type WatchNote = {
  readonly id: string
  readonly entry: string
  readonly document: string
  readonly ground: AllowGround
  readonly place: string
  readonly lastDay: CivilDate
  readonly givenBy: string
  readonly givenAt: string
  readonly endedAt: string | null
}

const entryOf = (row: Selectable<Tables['watch_entry']>): WatchEntry => ({
  ...{ id: row.id, place: row.place, kind: row.kind as WatchKind, reason: row.reason as WatchReason, source: row.source },
  ...{ seenBy: row.seen_by as SeenBy, from: row.valid_from as CivilDate, lastDay: row.last_day as CivilDate },
  ...{ enteredBy: row.entered_by, enteredAt: row.entered_at, endedBy: row.ended_by, endedAt: row.ended_at },
  person:
    row.kind === 'person'
      ? {
          ...{ nameKhmer: row.name_khmer, nameThai: row.name_thai, nameLatin: row.name_latin, sex: row.sex, nationality: row.nationality },
          ...{ birthDate: row.birth_date as CivilDate | null, birthYear: row.birth_year },
        }
      : null,
  document: row.issuer !== null && row.number !== null ? { issuer: row.issuer, number: row.number } : null,
  plate: row.plate,
})
const noteOf = (row: Selectable<Tables['watch_allow']>): WatchNote => ({
  ...{ id: row.id, entry: row.entry, document: row.document, ground: row.ground as AllowGround, place: row.place },
  ...{ lastDay: row.last_day as CivilDate, givenBy: row.given_by, givenAt: row.given_at, endedAt: row.ended_at },
})

export async function findEntry(tx: Tx, id: string, { lock = false } = {}): Promise<WatchEntry | undefined> {
  const query = tx.selectFrom('watch_entry').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && entryOf(row)
}

export async function entriesByIds(tx: Tx, ids: readonly string[]): Promise<WatchEntry[]> {
  if (ids.length === 0) return []
  return (await tx.selectFrom('watch_entry').selectAll().where('id', 'in', ids).execute()).map(entryOf)
}

export type ListAsked = { readonly after?: string; readonly part?: ListPart; readonly kind?: WatchKind; readonly source?: string }

/** Any text that holds this one, as a pattern. */
const holding = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** Newest first. `after`: the id of the last one that was shown. */
export async function entriesOfDesk(
  tx: Tx,
  place: string,
  {
    after,
    limit,
    part,
    kind,
    source = '',
    today,
    expiring,
  }: ListAsked & { readonly limit: number; readonly today: CivilDate; readonly expiring: CivilDate },
): Promise<WatchEntry[]> {
  let query = tx.selectFrom('watch_entry').selectAll().where('place', '=', place)
  if (kind) query = query.where('kind', '=', kind)
  if (source !== '') query = query.where('source', 'ilike', holding(source))
  if (part === 'ended') query = query.where((each) => each.or([each('ended_at', 'is not', null), each('last_day', '<', today)]))
  if (part === 'live' || part === 'expiring') query = query.where('ended_at', 'is', null).where('last_day', '>=', today)
  if (part === 'expiring') query = query.where('last_day', '<=', expiring)
  if (after !== undefined)
    query = query.where(sql<boolean>`(entered_at, id) < (select s.entered_at, s.id from watch_entry s where s.id = ${after}::uuid)`)
  return (await query.orderBy('entered_at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(entryOf)
}

/** Entries for which this point gave an allow note, the latest note first. */
export async function entriesOfPoint(tx: Tx, point: string, limit: number): Promise<WatchEntry[]> {
  const noted = await tx
    .selectFrom('watch_allow')
    .select(['entry', ({ fn }) => fn.max('given_at').as('at')])
    .where('place', '=', point)
    .groupBy('entry')
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
  const found = new Map(
    (
      await entriesByIds(
        tx,
        noted.map(({ entry }) => entry),
      )
    ).map((entry) => [entry.id, entry]),
  )
  return noted.flatMap(({ entry }) => found.get(entry) ?? [])
}

export async function notesOf(tx: Tx, entries: readonly string[]): Promise<WatchNote[]> {
  if (entries.length === 0) return []
  return (await tx.selectFrom('watch_allow').selectAll().where('entry', 'in', entries).orderBy('given_at', 'desc').execute()).map(noteOf)
}

export async function findNote(tx: Tx, id: string): Promise<WatchNote | undefined> {
  const row = await tx.selectFrom('watch_allow').selectAll().where('id', '=', id).executeTakeFirst()
  return row && noteOf(row)
}

export const versionNow = async (tx: Tx): Promise<number> =>
  (await tx.selectFrom('watch_version').select('version').executeTakeFirstOrThrow()).version

/** What changed after a version, entries and those whose notes did, by id; the next page begins after the last. */
export async function changedEntries(tx: Tx, known: number, after: string, limit: number): Promise<WatchEntry[]> {
  const rows = await tx
    .selectFrom('watch_entry')
    .selectAll()
    .where((each) =>
      each.or([each('changed', '>', known), each('id', 'in', each.selectFrom('watch_allow').select('entry').where('changed', '>', known))]),
    )
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(entryOf)
}

export type Sought = {
  readonly words?: readonly string[]
  readonly number?: string
  readonly plate?: string
  readonly over: boolean
  readonly today: CivilDate
}

/** Entries with these words in a name, this document number, or a plate with this number in it, newest first; `over`: those that are. Row-level security leaves the reader's own desks. */
export async function soughtEntries(tx: Tx, { words = [], number, plate, over, today }: Sought, limit: number): Promise<WatchEntry[]> {
  let query = tx.selectFrom('watch_entry').selectAll()
  if (over) query = query.where((each) => each.or([each('ended_at', 'is not', null), each('last_day', '<', today)]))
  else query = query.where('ended_at', 'is', null).where('last_day', '>=', today)
  for (const word of words)
    query = query.where((each) => each.or((['name_khmer', 'name_thai', 'name_latin'] as const).map((column) => each(column, 'ilike', holding(word)))))
  // O and 0, I and 1 are taken for each other.
  if (number !== undefined) query = query.where(sql<boolean>`translate(number, 'OI', '01') = translate(${number}, 'OI', '01')`)
  if (plate !== undefined) query = query.where('plate', 'like', holding(plate))
  return (await query.orderBy('entered_at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(entryOf)
}

export type WatchEvent = { readonly type: string; readonly at: string; readonly by: string; readonly body: object }

/** What happened to an entry, newest first. Take it in hand first: row-level security asks for that. */
export async function eventsOfEntry(tx: Tx, id: string, limit: number): Promise<WatchEvent[]> {
  const rows = await tx
    .selectFrom('event')
    .select(['type', 'recorded_at', 'actor', 'body'])
    .where('subject', '=', id)
    .where('type', 'like', 'Watch%')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ type, recorded_at, actor, body }) => ({ type, at: recorded_at, by: actor, body: body as object }))
}
