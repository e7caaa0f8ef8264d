import { sql } from 'kysely'
import type { AreaCode } from '../kernel/code.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import { drawNumber } from '../passes/draw-number.ts'
import type { Tx } from '../platform/database.ts'
import type { ReportOutcome } from './report.rules.ts'

export type NewReport = {
  readonly id: string
  readonly born: CivilDate
  readonly office: AreaCode | null
  readonly pass: string | null
  readonly how: 'lost' | 'stolen'
  readonly contact: string | null
  readonly proven: boolean
  readonly said: string
  readonly at: Instant
}

/** Returns its case number. */
export async function insertReport(tx: Tx, { at, ...report }: NewReport): Promise<string> {
  const number = drawNumber('report')
  await tx
    .insertInto('lost_report')
    .values({ ...report, number, state: 'open', made_at: at })
    .execute()
  return number
}

/** The office of a live pass with this number and birth date; undefined: there is none. */
export async function officeOfLost(tx: Tx, pass: string, born: CivilDate): Promise<AreaCode | undefined> {
  const { rows } = await sql<{ office: string | null }>`select lost_pass_office(${pass}, ${born}) as office`.execute(tx)
  return (rows[0]?.office ?? undefined) as AreaCode | undefined
}

export async function reportBefore(tx: Tx, id: string, said: string): Promise<{ number: string; suspended: boolean } | undefined> {
  const { rows } = await sql<{ number: string; proven: boolean }>`select * from report_again(${id}, ${said})`.execute(tx)
  return rows[0] && { number: rows[0].number, suspended: rows[0].proven }
}

export type FollowedReport = { state: 'open' | 'settled'; outcome: ReportOutcome | null; suspended: boolean; madeAt: string }
export async function followReportBy(tx: Tx, number: string, born: CivilDate): Promise<FollowedReport | undefined> {
  const { rows } = await sql<{
    state: string
    outcome: string | null
    proven: boolean
    made_at: string
  }>`select * from follow_report(${number}, ${born})`.execute(tx)
  const [row] = rows
  return row && { state: row.state as 'open', outcome: row.outcome as ReportOutcome | null, suspended: row.proven, madeAt: row.made_at }
}

const columns = ['id', 'number', 'office', 'pass', 'how', 'contact', 'proven', 'state', 'outcome', 'made_at', 'settled_at'] as const
const select = (tx: Tx) => tx.selectFrom('lost_report').select(columns)
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
export type Report = Omit<Row, 'made_at' | 'settled_at' | 'office'> & {
  readonly office: AreaCode
  readonly madeAt: string
  readonly settledAt: string | null
}

export async function findReportForUpdate(tx: Tx, id: string): Promise<Report | undefined> {
  const row = await select(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toReport(row)
}

/** An office's open reports, the oldest first. */
export async function listReports(tx: Tx, office: AreaCode, limit: number): Promise<Report[]> {
  const rows = await select(tx).where('office', '=', office).where('state', '=', 'open').orderBy('made_at').orderBy('id').limit(limit).execute()
  return rows.map(toReport)
}

export async function settleReportRow(tx: Tx, id: string, settled: { outcome: ReportOutcome; by: string; at: Instant }): Promise<void> {
  const { outcome, by, at } = settled
  await tx.updateTable('lost_report').set({ state: 'settled', outcome, settled_by: by, settled_at: at }).where('id', '=', id).execute()
}

// Only reports of an office are ever seen.
const toReport = ({ made_at: madeAt, settled_at: settledAt, office, ...row }: Row): Report => ({
  ...row,
  office: office as AreaCode,
  madeAt,
  settledAt,
})
