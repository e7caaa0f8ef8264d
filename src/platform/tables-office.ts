import type { Generated, JSONColumnType } from 'kysely'

/** What an office works with beside its cases: booklets, marks of hand-over, drafts. */
export type OfficeTables = {
  booklet_batch: { id: string; office: string; first: string; count: number; received_at: string; received_by: string }
  booklet: {
    number: string
    office: string
    batch: string
    state: string
    pass: string | null
    changed_at: string
    changed_by: string
    reason: string | null
  }
  office_count_day: { day: string; office: string; what: string; detail: string; n: number }
  office_count_total: { office: string; what: string; detail: string; n: number }
  office_capacity: { id: string; office: string; valid_from: string; printers: number; instrument: string; recorded_by: string; recorded_at: string }
  staff_count_hour: { day: string; office: string; hour: number; account: string; step: string; n: number }
  hand_over: { cell: number; application_id: string; kind: string; mark: Buffer; at: string; account: string }
  page_addition: { cell: number; id: string; person_id: string; pass: string; pages: number; added_at: string; added_by: string }
  paper_picture: { cell: number; application_id: string; paper: string; page: number; picture: Buffer; taken_at: string }
  draft_picture: { draft: string; paper: string; page: number; picture: Buffer; taken_at: string }
  application_mobile: { cell: number; application_id: string; mobile: string; consented_at: string; taken_by: string }
  message: {
    cell: number
    id: string
    application_id: string
    kind: string
    language: string
    body: string
    state: string
    tries: Generated<number>
    made_at: string
    next_at: string
    ended_at: string | null
    why: string | null
  }
  application_draft: {
    id: string
    office: string
    body: JSONColumnType<object, string, string>
    photo: Buffer | null
    version: number
    made_at: string
    changed_at: string
    changed_by: string
    source: Generated<string>
    said: string | null
    born: string | null
    refused_at: string | null
    reason: string | null
  }
}
