import { sql } from 'kysely'
import type { AreaCode } from '../../kernel/code.ts'
import type { CivilDate, Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'

export type Printers = {
  readonly office: AreaCode
  readonly printers: number
  readonly from: CivilDate
  readonly instrument: string
  readonly by: string
}

/** What each office has on a day: of the rows in force the latest, of one day's the newest. `offices` is a LIKE pattern. */
export async function printersOn(tx: Tx, offices: string, on: CivilDate): Promise<Printers[]> {
  const { rows } =
    await sql<Printers>`select distinct on (office) office, printers, valid_from as "from", instrument, recorded_by as by from office_capacity
    where office like ${offices} and valid_from <= ${on}::date order by office, valid_from desc, recorded_at desc, id desc`.execute(tx)
  return rows
}

export type CapacityEntry = Omit<Printers, 'office'> & { readonly at: Instant }
/** All that was ever entered about an office, the latest day first. */
export async function capacityEntries(tx: Tx, office: AreaCode, limit: number): Promise<CapacityEntry[]> {
  const { rows } =
    await sql<CapacityEntry>`select printers, valid_from as "from", instrument, recorded_by as by, recorded_at as at from office_capacity
    where office = ${office} order by valid_from desc, recorded_at desc, id desc limit ${limit}`.execute(tx)
  return rows
}

/** People with a role of the office's work, by office. */
export async function staffOf(tx: Tx, offices: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ office: string; people: number }>`select office, people from office_staff(${offices})`.execute(tx)
  return new Map(rows.map(({ office, people }) => [office, people]))
}

/** People who did something in a case of the office on a day. */
export async function atWorkOn(tx: Tx, offices: string, day: CivilDate): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ office: string; people: number }>`select office, count(distinct account) as people from staff_count_hour
    where day = ${day}::date and office like ${offices} group by 1`.execute(tx)
  return new Map(rows.map(({ office, people }) => [office, people]))
}

export type Output = { readonly office: AreaCode; readonly day: CivilDate; readonly issued: number; readonly produced: number }
export async function outputOn(tx: Tx, offices: string, days: readonly CivilDate[]): Promise<Output[]> {
  const { rows } =
    await sql<Output>`select office, day, sum(n) filter (where what = 'issued') as issued, sum(n) filter (where what = 'produced') as produced from office_count_day
    where day = any(${days}::date[]) and office like ${offices} and what in ('issued', 'produced') group by 1, 2`.execute(tx)
  return rows.map((row) => ({ ...row, issued: Number(row.issued ?? 0), produced: Number(row.produced ?? 0) }))
}

export type Deeds = { readonly account: string; readonly day: CivilDate; readonly hour: number; readonly step: string; readonly n: number }
/** Who did how much in which hour, of the offices that the reader answers for (row-level security says which). */
export async function deedsBetween(tx: Tx, office: AreaCode, { from, until }: { from: CivilDate; until: CivilDate }): Promise<Deeds[]> {
  const { rows } = await sql<Deeds>`select account, day, hour, step, n from staff_count_hour
    where day between ${from}::date and ${until}::date and office = ${office} order by day desc, hour, account, step`.execute(tx)
  return rows
}
