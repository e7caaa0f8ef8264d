/** What residents do without an account: numbers to follow a case by, reports of lost passes, complaints, and how often was tried. */
export type PortalTables = {
  follow_number: { number: string; cell: number | null; application: string | null; draft: string | null }
  portal_limit: { key: string; points: number; expire: number | null }
  lost_report: {
    id: string
    number: string
    born: string
    office: string | null
    pass: string | null
    how: string
    contact: string | null
    proven: boolean
    state: string
    outcome: string | null
    said: string
    made_at: string
    settled_by: string | null
    settled_at: string | null
  }
  complaint: {
    id: string
    number: string
    place: string
    point: string | null
    about: string
    asked: number | null
    body: string
    contact: string | null
    secret: string
    said: string
    state: string
    made_at: string
    taken_by: string | null
    taken_at: string | null
    answer: string | null
    answered_by: string | null
    answered_at: string | null
  }
}
