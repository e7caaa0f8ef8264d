import type { Generated } from 'kysely'

/** Tables of db/0034-watchlist.sql, as types (tables.ts). */
export type WatchTables = {
  watch_version: { one: Generated<boolean>; version: number }
  watch_entry: WatchEntryTable
  watch_allow: WatchAllowTable
}

type WatchEntryTable = {
  id: string
  place: string
  kind: string
  reason: string
  source: string
  seen_by: string
  name_khmer: string | null
  name_thai: string | null
  name_latin: string | null
  birth_date: string | null
  birth_year: number | null
  sex: number | null
  nationality: string | null
  issuer: string | null
  number: string | null
  plate: string | null
  valid_from: string
  last_day: string
  mark: string
  batch: string | null
  entered_by: string
  entered_at: string
  ended_by: string | null
  ended_at: string | null
  changed: number
}
type WatchAllowTable = {
  id: string
  entry: string
  document: string
  ground: string
  place: string
  last_day: string
  given_by: string
  given_at: string
  ended_by: string | null
  ended_at: string | null
  changed: number
}
