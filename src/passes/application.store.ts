import { sql } from 'kysely'
import type { PaperKind } from '../instruments/law.rules.ts'
import type { AreaCode, InstrumentId } from '../kernel/code.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import { type Database, keptPlan, type Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId, newHolderBoundId } from '../platform/ids.ts'
import type { Applicant } from './applicant.rules.ts'
import type { ApplicationKind, ApplicationState, RejectionGround, ReplacementCause } from './application.rules.ts'
import type { Seen } from './papers.rules.ts'
import type { PassState } from './pass.rules.ts'
import { applicantOf } from './person.store.ts'
import type { Hands } from './separation.rules.ts'

export type Application = {
  readonly id: HolderBoundId
  readonly personId: HolderBoundId
  readonly photoId: HolderBoundId
  readonly office: AreaCode
  readonly state: ApplicationState
  readonly submittedAt: Instant
  readonly fee: { readonly amount: number; readonly currency: string; readonly instrument: InstrumentId }
  readonly paidAt: Instant | null
  readonly receipt: string | null
  readonly approvedAt: Instant | null
  readonly approvedBy: string | null
  readonly signedAt: Instant | null
  readonly signedBy: string | null
  readonly mandate: string | null
  readonly passNumber: string | null
  /** The pass that it became, as the register has it; null: none, or not for this account to see. */
  readonly pass: { readonly state: PassState; readonly expiresAt: Instant } | null
  readonly kind: ApplicationKind
  /** The pass to be replaced or extended; null for a first one. */
  readonly subjectPass: string | null
  readonly cause: ReplacementCause | null
  /** The account that has it under review. */
  readonly reviewing: string | null
  readonly returnedAt: Instant | null
  readonly correctedAt: Instant | null
  readonly booklet: string | null
  readonly producedAt: Instant | null
  readonly collectedAt: Instant | null
  readonly reason: string | null
  readonly followNumber: string | null
  readonly ground: RejectionGround | null
  /** When it was rejected, withdrawn or lapsed. */
  readonly closedAt: Instant | null
  /** What the clerk saw of papers; null: nobody was asked then. */
  readonly papers: readonly PaperKind[] | null
  readonly livesSince: CivilDate | null
  readonly proofOn: CivilDate | null
  /** Whose hands the case went through, by account. */
  readonly hands: Hands
  readonly applicant: Applicant & { readonly madeUp: boolean }
}

type Query = Tx | Database['query']

// biome-ignore format: a list
const caseColumns = [
  'a.id', 'a.person_id', 'a.photo_id', 'a.office', 'a.state', 'a.submitted_at', 'a.fee_amount',
  'a.fee_currency', 'a.fee_rule', 'a.paid_at', 'a.receipt', 'a.approved_at', 'a.approved_by', 'a.signed_at',
  'a.signed_by', 'a.mandate', 'a.pass_number', 'a.reason', 'a.taken_by', 'a.approved_account', 'a.signed_account',
  'a.printed_by', 'a.kind', 'a.subject_pass', 'a.cause', 'a.reviewing_account', 'a.returned_at', 'a.corrected_at',
  'a.corrected_accounts',
  'a.follow_number', 'a.booklet', 'a.produced_at', 'a.collected_at', 'a.collected_account', 'a.ground', 'a.closed_at',
  'a.papers', 'a.lives_since', 'a.proof_on',
] as const

const withPerson = (query: Query) =>
  query
    .selectFrom('application as a')
    .innerJoin('person as p', (join) => join.onRef('p.cell', '=', 'a.cell').onRef('p.id', '=', 'a.person_id'))
    .leftJoin('pass as x', (join) => join.onRef('x.cell', '=', 'a.cell').onRef('x.number', '=', 'a.pass_number'))
    .select(caseColumns)
    .select(['x.state as pass_state', 'x.expires_at as pass_expires_at'])
    .select([
      'p.local_name',
      'p.local_language',
      'p.given_name',
      'p.family_name',
      'p.birth_date',
      'p.sex',
      'p.nationality',
      'p.national_id',
      'p.home_area',
      'p.address',
      'p.guardian',
      'p.family_book',
      'p.made_up',
    ])
type ApplicationRow = Awaited<ReturnType<ReturnType<typeof withPerson>['executeTakeFirstOrThrow']>>

export async function findApplication(query: Query, id: HolderBoundId): Promise<Application | undefined> {
  const row = await withPerson(query).where('a.cell', '=', cellOf(id)).where('a.id', '=', id).modifyEnd(keptPlan).executeTakeFirst()
  return row && toApplication(row)
}

/** Locks the row: two clerks acting on one application wait for each other. */
export async function findApplicationForUpdate(tx: Tx, id: HolderBoundId): Promise<Application | undefined> {
  const row = await withPerson(tx).where('a.cell', '=', cellOf(id)).where('a.id', '=', id).forUpdate('a').modifyEnd(keptPlan).executeTakeFirst()
  return row && toApplication(row)
}

/** One text for however many. */
const among = (ids: readonly HolderBoundId[]) =>
  sql<boolean>`a.cell = any(${[...new Set(ids.map(cellOf))]}::smallint[]) and a.id = any(${ids}::uuid[])`

/** Locks them in one order for everybody: two lists that share applications wait for each other instead of locking each other out. */
export async function findApplicationsForUpdate(tx: Tx, ids: readonly HolderBoundId[]): Promise<Application[]> {
  const rows = await withPerson(tx).where(among(ids)).orderBy('a.id').forUpdate('a').modifyEnd(keptPlan).execute()
  return rows.map(toApplication)
}

/** These, in their order. */
export async function findApplications(query: Query, ids: readonly HolderBoundId[]): Promise<Application[]> {
  if (ids.length === 0) return []
  const rows = await withPerson(query).where(among(ids)).modifyEnd(keptPlan).execute()
  const found = new Map(rows.map((row) => [row.id, toApplication(row)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The office's applications, newest first. */
export async function listApplications(query: Query, office: string, limit: number): Promise<Application[]> {
  const rows = await withPerson(query).where('a.office', '=', office).orderBy('a.submitted_at', 'desc').limit(limit).execute()
  return rows.map(toApplication)
}

/** The pass that a case is about, and what is to become of it. */
export type AboutPass =
  | { readonly kind: 'replacement'; readonly number: string; readonly cause: ReplacementCause }
  | { readonly kind: 'extension'; readonly number: string }
export type NewApplication = {
  readonly id: HolderBoundId
  readonly personId: HolderBoundId
  readonly photoId: HolderBoundId
  readonly office: string
  readonly at: Instant
  readonly fee: Application['fee']
  readonly takenBy: string
  readonly about: AboutPass | null
  readonly followNumber: string
  readonly seen: Seen
}
/** As the columns hold it. */
export const seenColumns = ({ papers, residence }: Seen) => ({
  papers: papers && [...papers],
  lives_since: residence.since,
  proof_on: residence.proofOn,
})
export async function insertApplication(tx: Tx, row: NewApplication): Promise<void> {
  await tx
    .insertInto('application')
    .values({
      cell: cellOf(row.id),
      id: row.id,
      person_id: row.personId,
      photo_id: row.photoId,
      office: row.office,
      state: 'submitted',
      submitted_at: row.at,
      fee_amount: row.fee.amount,
      fee_currency: row.fee.currency,
      fee_rule: row.fee.instrument,
      taken_by: row.takenBy,
      follow_number: row.followNumber,
      kind: row.about?.kind ?? 'new',
      subject_pass: row.about?.number ?? null,
      cause: row.about?.kind === 'replacement' ? row.about.cause : null,
      ...seenColumns(row.seen),
    })
    .execute()
}

/** The columns that a step of the workflow sets. */
export type ApplicationChange = {
  readonly state: ApplicationState
  readonly paid_at?: Instant | null
  readonly receipt?: string | null
  readonly approved_at?: Instant
  readonly approved_by?: string
  readonly approved_account?: string
  readonly signed_at?: Instant
  readonly signed_by?: string
  readonly signed_account?: string
  readonly mandate?: string
  readonly pass_number?: string
  readonly reason?: string
  readonly reviewing_account?: string | null
  readonly returned_at?: Instant
  readonly corrected_at?: Instant
  readonly corrected_accounts?: string[]
  readonly photo_id?: HolderBoundId
  readonly booklet?: string | null
  readonly produced_at?: Instant | null
  readonly printed_by?: string | null
  readonly collected_at?: Instant
  readonly collected_account?: string
  readonly ground?: RejectionGround
  readonly closed_at?: Instant
  readonly papers?: string[] | null
  readonly lives_since?: CivilDate | null
  readonly proof_on?: CivilDate | null
}
export async function updateApplication(tx: Tx, id: HolderBoundId, change: Partial<ApplicationChange>): Promise<void> {
  await tx.updateTable('application').set(change).where('cell', '=', cellOf(id)).where('id', '=', id).modifyEnd(keptPlan).execute()
}

/** Several cases; those that take the same change take it in one statement. */
export async function updateApplications(
  tx: Tx,
  changes: readonly { readonly id: HolderBoundId; readonly change: ApplicationChange }[],
): Promise<void> {
  for (const alike of Map.groupBy(changes, ({ change }) => JSON.stringify(change)).values()) {
    const [first] = alike
    const ids = alike.map(({ id }) => id)
    if (first) await tx.updateTable('application as a').set(first.change).where(among(ids)).modifyEnd(keptPlan).execute()
  }
}

export async function insertPhoto(
  tx: Tx,
  row: { personId: HolderBoundId; portrait: Uint8Array; chip: Uint8Array; ms: number; at: Instant },
): Promise<HolderBoundId> {
  const id = newHolderBoundId(row.ms, cellOf(row.personId))
  await tx
    .insertInto('photo')
    .values({ cell: cellOf(id), id, person_id: row.personId, portrait: Buffer.from(row.portrait), chip: Buffer.from(row.chip), taken_at: row.at })
    .execute()
  return id
}

export async function findPhoto(query: Query, id: HolderBoundId): Promise<{ portrait: Buffer; chip: Buffer } | undefined> {
  // An emptied photo (retention) is none.
  return query
    .selectFrom('photo')
    .select(['portrait', 'chip'])
    .where('cell', '=', cellOf(id))
    .where('id', '=', id)
    .where(sql<boolean>`octet_length(portrait) > 0`)
    .executeTakeFirst()
}

function toApplication(row: ApplicationRow): Application {
  return {
    id: row.id as HolderBoundId,
    personId: row.person_id as HolderBoundId,
    photoId: row.photo_id as HolderBoundId,
    office: row.office as AreaCode,
    state: row.state as ApplicationState, // The check constraint lists the same states; a test compares the two.
    submittedAt: row.submitted_at as Instant,
    fee: { amount: row.fee_amount, currency: row.fee_currency, instrument: row.fee_rule as InstrumentId },
    paidAt: row.paid_at as Instant | null,
    receipt: row.receipt,
    approvedAt: row.approved_at as Instant | null,
    approvedBy: row.approved_by,
    signedAt: row.signed_at as Instant | null,
    signedBy: row.signed_by,
    mandate: row.mandate,
    passNumber: row.pass_number,
    pass: row.pass_state === null ? null : { state: row.pass_state as PassState, expiresAt: row.pass_expires_at as Instant },
    kind: row.kind as ApplicationKind,
    subjectPass: row.subject_pass,
    cause: row.cause as ReplacementCause | null,
    reviewing: row.reviewing_account,
    returnedAt: row.returned_at as Instant | null,
    correctedAt: row.corrected_at as Instant | null,
    booklet: row.booklet,
    producedAt: row.produced_at as Instant | null,
    collectedAt: row.collected_at as Instant | null,
    reason: row.reason,
    followNumber: row.follow_number,
    ground: row.ground as RejectionGround | null,
    closedAt: row.closed_at as Instant | null,
    papers: row.papers as PaperKind[] | null,
    livesSince: row.lives_since as CivilDate | null,
    proofOn: row.proof_on as CivilDate | null,
    hands: {
      takenBy: row.taken_by,
      correctedBy: row.corrected_accounts,
      approvedBy: row.approved_account,
      signedBy: row.signed_account,
      printedBy: row.printed_by,
      collectedBy: row.collected_account,
    },
    applicant: applicantOf(row),
  }
}
