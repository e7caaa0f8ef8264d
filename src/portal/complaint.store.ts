import { sql } from 'kysely'
import type { AreaCode } from '../kernel/code.ts'
import type { Instant } from '../kernel/time.ts'
import { drawNumber } from '../passes/draw-number.ts'
import type { Tx } from '../platform/database.ts'
import type { ComplaintState, ComplaintSubject } from './complaint.rules.ts'

export type NewComplaint = {
  readonly id: string
  readonly place: AreaCode
  readonly point: string | null
  readonly about: ComplaintSubject
  readonly asked: number | null
  readonly body: string
  readonly contact: string | null
  readonly secret: string
  readonly said: string
  readonly at: Instant
}

/** Returns its case number. */
export async function insertComplaint(tx: Tx, { at, ...complaint }: NewComplaint): Promise<string> {
  const number = drawNumber('complaint')
  await tx
    .insertInto('complaint')
    .values({ ...complaint, number, state: 'received', made_at: at })
    .execute()
  return number
}

export type Complaint = {
  readonly id: string
  readonly number: string
  readonly place: AreaCode
  readonly point: string | null
  readonly about: ComplaintSubject
  readonly asked: number | null
  readonly text: string
  readonly contact: string | null
  readonly state: ComplaintState
  readonly madeAt: string
  readonly takenBy: string | null
  /** Null too of what was taken before this was kept. */
  readonly takenAt: string | null
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly answeredAt: string | null
}

const columns = [
  'id',
  'number',
  'place',
  'point',
  'about',
  'asked',
  'body',
  'contact',
  'state',
  'made_at',
  'taken_by',
  'taken_at',
  'answer',
  'answered_by',
  'answered_at',
] as const
const select = (tx: Tx) => tx.selectFrom('complaint').select(columns)
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

export async function findComplaint(tx: Tx, id: string): Promise<Complaint | undefined> {
  const row = await select(tx).where('id', '=', id).executeTakeFirst()
  return row && toComplaint(row)
}

/** Locks the row: two officers who take one complaint wait for each other. */
export async function findComplaintForUpdate(tx: Tx, id: string): Promise<Complaint | undefined> {
  const row = await select(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toComplaint(row)
}

/** What the account may see, oldest first; row-level security says which. */
export async function listComplaints(tx: Tx, states: readonly ComplaintState[], limit: number): Promise<Complaint[]> {
  const rows = await select(tx).where('state', 'in', states).orderBy('made_at').orderBy('id').limit(limit).execute()
  return rows.map(toComplaint)
}

export type ComplaintChange =
  | { readonly state: 'in-hand'; readonly taken_by: string; readonly taken_at: Instant }
  | { readonly state: 'answered' | 'closed'; readonly answer: string; readonly answered_by: string; readonly answered_at: Instant }
export async function updateComplaint(tx: Tx, id: string, change: ComplaintChange): Promise<void> {
  await tx.updateTable('complaint').set(change).where('id', '=', id).execute()
}

export type FollowedComplaint = Pick<Complaint, 'state' | 'place' | 'point' | 'about' | 'madeAt' | 'answer' | 'answeredAt'>
export async function followComplaintBy(tx: Tx, number: string, secret: string): Promise<FollowedComplaint | undefined> {
  const { rows } = await sql<{
    state: string
    place: string
    point: string | null
    about: string
    made_at: string
    answer: string | null
    answered_at: string | null
  }>`select * from follow_complaint(${number}, ${secret})`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { state, place, point, about, made_at: madeAt, answer, answered_at: answeredAt } = row
  return { state: state as ComplaintState, place: place as AreaCode, point, about: about as ComplaintSubject, madeAt, answer, answeredAt }
}

/** The number of the very same complaint, sent before. */
export async function complaintBefore(tx: Tx, id: string, said: string): Promise<string | undefined> {
  const { rows } = await sql<{ number: string | null }>`select complaint_again(${id}, ${said}) as number`.execute(tx)
  return rows[0]?.number ?? undefined
}

const toComplaint = ({ body: text, place, about, state, ...row }: Row): Complaint => ({
  ...{ id: row.id, number: row.number, point: row.point, asked: row.asked, contact: row.contact, answer: row.answer },
  text,
  place: place as AreaCode,
  about: about as ComplaintSubject,
  state: state as ComplaintState,
  madeAt: row.made_at,
  takenBy: row.taken_by,
  takenAt: row.taken_at,
  answeredBy: row.answered_by,
  answeredAt: row.answered_at,
})
