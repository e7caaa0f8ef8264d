import { sql } from 'kysely'
import type { AreaCode } from '../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt, epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import type { ApplicationState } from '../passes/application.rules.ts'
import type { PassModel, PassState } from '../passes/pass.rules.ts'
import type { Tx } from '../platform/database.ts'
import type { Cell, HolderBoundId } from '../platform/ids.ts'
import type { FollowedPass, ReversedPayment } from './follow.rules.ts'
import type { ExtensionSubject } from './phone-extension.rules.ts'

/** All that a number and its birth date open. Whose it is stands nowhere in it. */
export type Followed = {
  readonly state: ApplicationState
  readonly kind: string
  readonly office: AreaCode
  readonly submittedAt: Instant
  readonly paidAt: Instant | null
  readonly correctedAt: Instant | null
  readonly fee: { readonly amount: number; readonly currency: string; readonly instrument: string } | null
  readonly receipt: string | null
  readonly reason: string | null
  readonly isSigned: boolean
  readonly passEnd: string | null
  readonly pass: FollowedPass | null
  /** The last payment that was taken back. */
  readonly reversed: ReversedPayment | null
}
type Row = {
  state: string
  kind: string
  office: string
  submitted_at: string
  paid_at: string | null
  corrected_at: string | null
  fee_amount: number | null
  fee_currency: string | null
  fee_rule: string | null
  receipt: string | null
  reason: string | null
  signed: boolean
  pass_end: string | null
  pass_state: string | null
  pass_reason: string | null
  pass_issued_on: string | null
  pass_expires_at: string | null
  pass_extensions: number | null
  reversed_at: string | null
  reversed_reason: string | null
  reversed_amount: number | null
  reversed_currency: string | null
  refund_state: string | null
}

/** One statement, whatever is found: an unknown number and a wrong birth date are the same nothing. */
export async function findFollowed(tx: Tx, number: string, born: CivilDate): Promise<Followed | undefined> {
  const { rows } = await sql<Row>`select * from follow_case(${number}, ${born})`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { fee_amount: amount, fee_currency: currency, fee_rule: instrument } = row
  return {
    state: row.state as ApplicationState,
    kind: row.kind,
    office: row.office as AreaCode,
    submittedAt: row.submitted_at as Instant,
    paidAt: row.paid_at as Instant | null,
    correctedAt: row.corrected_at as Instant | null,
    fee: amount !== null && currency !== null && instrument !== null ? { amount, currency, instrument } : null,
    receipt: row.receipt,
    reason: row.reason,
    isSigned: row.signed,
    passEnd: row.pass_end,
    pass: passOf(row),
    reversed: reversedOf(row),
  }
}

function reversedOf({
  reversed_at: at,
  reversed_reason: reason,
  reversed_amount: amount,
  reversed_currency: currency,
  refund_state,
}: Row): ReversedPayment | null {
  if (at === null || reason === null || amount === null || currency === null) return null
  return { at: at as Instant, reason, amount, currency, isOwed: refund_state === 'open' }
}

function passOf({ pass_state, pass_reason, pass_issued_on, pass_expires_at, pass_extensions }: Row): FollowedPass | null {
  if (pass_state === null || pass_issued_on === null || pass_expires_at === null) return null
  return {
    state: pass_state as PassState,
    reason: pass_reason,
    issuedOn: pass_issued_on as CivilDate,
    lastDay: lastDayBefore(pass_expires_at as Instant),
    extensions: pass_extensions ?? 0,
  }
}

const lastDayBefore = (expiresAt: Instant): CivilDate => civilDateAt(instantOfMs(epochMs(expiresAt) - 1000), borderZone)

/** The pass that a number leads to. `begun`: the number of its extension that is under way. */
export type FoundSubject = ExtensionSubject & { readonly cell: Cell; readonly number: string; readonly begun: string | null }
type SubjectRow = {
  cell: number
  number: string
  state: string
  model: string
  office: string
  expires_at: string
  extensions: number
  nationality: string
  home_area: string
  guarded: boolean
  waits: boolean
  begun: string | null
}

/** What an extension by phone asks about; nothing without the birth date, or where no pass was signed yet. */
export async function findSubject(tx: Tx, number: string, born: CivilDate): Promise<FoundSubject | undefined> {
  const { rows } = await sql<SubjectRow>`select * from extension_subject(${number}, ${born})`.execute(tx)
  const [row] = rows
  return (
    row && {
      cell: row.cell as Cell,
      number: row.number,
      state: row.state as PassState,
      model: row.model as PassModel,
      office: row.office as AreaCode,
      lastDay: lastDayBefore(row.expires_at as Instant),
      extensions: row.extensions,
      birthDate: born,
      nationality: row.nationality,
      homeArea: row.home_area as AreaCode,
      isGuarded: row.guarded,
      hasOpenCase: row.waits,
      begun: row.begun,
    }
  )
}

/** The application behind a number, for a command about it; nothing without the birth date. */
export async function findFollowedCharge(tx: Tx, number: string, born: CivilDate): Promise<HolderBoundId | undefined> {
  const { rows } = await sql<{ id: string | null }>`select follow_charge(${number}, ${born}) as id`.execute(tx)
  return (rows[0]?.id ?? undefined) as HolderBoundId | undefined
}
