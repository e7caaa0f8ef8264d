import type { Generated, JSONColumnType } from 'kysely'

type Json = JSONColumnType<object, string, string>

/** Tables of importing existing holders, as types (tables.ts). */
export type ImportTables = {
  import_batch: {
    id: string
    account: string
    place: string
    file_name: string
    bytes: number
    sha256: string | null
    state: string
    mapping: Json | null
    next_line: Generated<number>
    rows: Generated<number>
    created: Generated<number>
    unchanged: Generated<number>
    refused: Generated<number>
    flagged: Generated<number>
    turn: Generated<number>
    stopped_by: string | null
    made_at: string
    changed_at: string
  }
  import_fault: { batch: string; line: number; column: number; code: string; header: string; shape: string }
}
