import type { ColumnType, Generated, JSONColumnType } from 'kysely'

type Json = JSONColumnType<object, string, string>
type Array<T> = ColumnType<T[], readonly T[], readonly T[]>

/** Tables of the crossing point: movements and stays, orders, sessions' places, referrals, shifts. */
export type CrossingTables = {
  stay: {
    cell: number
    holder_id: string
    number: number
    state: string
    opened_by: string | null
    opened_at: string | null
    opened_point: string | null
    lawful_until: string | null
    closed_by: string | null
    closed_at: string | null
    closed_point: string | null
    version: number
    document_kind: string | null
    document_issuer: string | null
    document_number: string | null
    nationality: string | null
    issuing_area: string | null
    extensions: Generated<number>
    extended_at: string | null
    extended_by: string | null
    told_until: string | null
    told_by: string | null
    lawful_by: string | null
    lawful_through: string | null
  }
  movement: {
    cell: number
    id: string
    made_at: string
    occurred_at: string
    recorded_at: string
    holder_id: string
    document_issuer: string | null
    document_number: string | null
    point: string
    lane: string
    direction: string
    outcome: string
    rules: Array<string>
    law_version: number
    stay_number: number | null
    plate: string | null
    vehicle_class: string | null
    vehicle_wheels: number | null
    purpose: string | null
    undone_at: string | null
    undone_by: string | null
  }
  crossing_order: {
    id: string
    number: string
    state: string
    instrument: string
    points: Array<string> | null
    directions: Array<string> | null
    stage: string
    starts_at: string
    ends_at: string | null
    sessions: JSONColumnType<object, string | null, string | null> | null
    who: Json
    vehicles: Json
    words: Json
    issued_at: string
    issued_by: string
    ended_at: string | null
    ended_by: string | null
    ended_why: string | null
    superseded_by: string | null
    /** These three are of db/0069-taken-back-gives-back.sql. */
    end_before: JSONColumnType<object, string | null, string | null> | null
    restored_of: string | null
    restored_by: string | null
  }
  /** Of db/0037-issuing-orders.sql. */
  instrument_paper: { instrument: string; sha256: string; type: string; bytes: Buffer; kept_at: string; kept_by: string }
  session_place: { order_id: string; point: string; day: string; session: number; taken: number; places: number }
  referral: {
    cell: number
    movement: string
    made_at: string
    holder_id: string
    point: string
    lane: string
    direction: string
    occurred_at: string
    reasons: Array<string>
    state: string
    decided_at: string | null
    decided_by: string | null
    confirm: string
    confirmed_by: string | null
    recorded_by: string | null
    hits: Array<string>
    reason: string | null
    handed_to: string | null
    confirm_reason: string | null
    used_by: string | null
  }
  shift: {
    id: string
    point: string
    lane: string
    officer: string
    officer_name: string
    leads: boolean
    started_at: string
    seen_at: string
    ended_at: string | null
    ended_by: string | null
    ended_how: string | null
    note: string | null
  }
}
