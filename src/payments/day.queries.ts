import { type RawBuilder, sql } from 'kysely'
import type { AreaCode } from '../kernel/code.ts'
import type { CivilDate } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import type { DayLine, Differing, TransferLine } from './day.rules.ts'
import { inHundredths } from './statement.rules.ts'

type Row = {
  id: string
  kind: DayLine['kind']
  how: DayLine['how']
  amount: string
  currency: string
  settles: boolean
  at: string
  reference: string | null
  hash: string | null
}
const notClosed = (alias: string): RawBuilder<unknown> =>
  sql.raw(`not exists (select 1 from day_close_line l where l.cell = ${alias}.cell and l.id = ${alias}.id)`)

/** What went through this cashier's till and stands in no close: taken, reversed, given back. A cashier who closes late finds earlier days here too. */
export async function cashLines(tx: Tx, office: AreaCode, cashier: string): Promise<DayLine[]> {
  const { rows } = await sql<Row>`
    select p.id, 'payment' as kind, p.how, p.amount, p.currency, p.settles, p.recorded_at as at, null as reference, null as hash
      from payment p where p.office = ${office} and p.taken_by = ${cashier} and ${notClosed('p')}
    union all
    select r.id, 'reversal', p.how, p.amount, p.currency, p.settles, r.reversed_at, null, null
      from payment_reversal r join payment p on p.cell = r.cell and p.id = r.payment where r.office = ${office} and r.till = ${cashier} and ${notClosed('r')}
    union all
    select t.id, 'refund', 'cash', t.amount, t.currency, false, t.done_at, null, null
      from refund_task t where t.office = ${office} and t.done_by = ${cashier} and t.how = 'cash' and ${notClosed('t')}
    order by at, id`.execute(tx)
  return rows.map(toLine)
}

/** Transfers to the office that stand in no close. */
export async function transferLines(tx: Tx, office: AreaCode): Promise<TransferLine[]> {
  const { rows } = await sql<Row>`
    select p.id, 'payment' as kind, p.how, p.amount, p.currency, p.settles, p.recorded_at as at, p.reference, q.hash
      from payment p left join payment_request q on q.cell = p.cell and q.id = p.request
      where p.office = ${office} and p.how <> 'cash' and ${notClosed('p')} order by at, id`.execute(tx)
  return rows.map((row) => ({ ...toLine(row), reference: row.reference ?? '', hash: row.hash }))
}

/** Reversals of transfers that stand in no close, while the transfer itself stands in one: a fee that was counted is taken away again. */
export async function reversedTransferLines(tx: Tx, office: AreaCode, closing: readonly string[]): Promise<DayLine[]> {
  const { rows } = await sql<Row>`
    select r.id, 'reversal' as kind, p.how, p.amount, p.currency, p.settles, r.reversed_at as at, null as reference, null as hash
      from payment_reversal r join payment p on p.cell = r.cell and p.id = r.payment
      where r.office = ${office} and r.till is null and ${notClosed('r')}
        and (p.id = any(${closing}::uuid[]) or exists (select 1 from day_close_line l where l.cell = p.cell and l.id = p.id))
      order by at, id`.execute(tx)
  return rows.map(toLine)
}

/** What stands in earlier closes, of the transfers with these references and hashes: the sum under each. */
export async function closedSums(tx: Tx, office: AreaCode, keys: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ reference: string; hash: string | null; amount: string }>`
    select p.reference, q.hash, p.amount from payment p left join payment_request q on q.cell = p.cell and q.id = p.request
      join day_close_line l on l.cell = p.cell and l.id = p.id
      where p.office = ${office} and p.how <> 'cash' and (p.reference = any(${keys}) or q.hash = any(${keys}))`.execute(tx)
  const sums = new Map<string, number>()
  for (const { reference, hash, amount } of rows)
    for (const key of hash === null ? [reference] : [reference, hash]) sums.set(key, inHundredths((sums.get(key) ?? 0) + Number(amount)))
  return sums
}

const toLine = ({ id, kind, how, amount, currency, settles, at }: Row): DayLine => ({
  id,
  kind,
  how,
  amount: Number(amount),
  currency,
  settles,
  at: new Date(at).toISOString(),
})

export type StatementKept = {
  readonly matched: readonly { reference: string; amount: number }[]
  readonly different: readonly Differing[]
  readonly missingAtBank: readonly { reference: string; amount: number }[]
  readonly unknownToUs: readonly { reference: string; amount: number; bankLines: number }[]
  readonly changedSince: readonly Differing[]
  readonly closedEarlier: number
}
export type DayCloseShown = {
  readonly office: string
  readonly day: string
  readonly cashier: string
  readonly currency: string
  readonly expected: number
  readonly counted: number
  readonly difference: number
  readonly explanation: string | null
  readonly fees: number
  readonly officeShare: number
  readonly provinceShare: number
  readonly splitBy: string
  readonly statement: StatementKept | null
  readonly closedAt: string
  readonly lines: number
}

/** As it was kept when a list named each transfer once. */
type KeptEver = Omit<StatementKept, 'different' | 'unknownToUs' | 'changedSince'> & {
  readonly different: readonly (Omit<Differing, 'bankLines'> & Partial<Differing>)[]
  readonly unknownToUs: readonly { reference: string; amount: number; bankLines?: number }[]
  readonly changedSince?: readonly Differing[]
}
const readKept = (kept: KeptEver): StatementKept => ({
  ...kept,
  different: kept.different.map((line) => ({ bankLines: 1, ...line })),
  unknownToUs: kept.unknownToUs.map((line) => ({ bankLines: 1, ...line })),
  changedSince: kept.changedSince ?? [],
})

/** Closes of an office, newest first; of one cashier's day when both are named. */
export async function findCloses(
  tx: Tx,
  office: AreaCode,
  { from, until, cashier }: { from: CivilDate; until: CivilDate; cashier?: string },
): Promise<(DayCloseShown & { readonly command: string })[]> {
  let query = tx
    .selectFrom('day_close as c')
    .selectAll('c')
    .select(sql<number>`(select count(*) from day_close_line l where l.office = c.office and l.day = c.day and l.cashier = c.cashier)`.as('lines'))
    .where('c.office', '=', office)
    .where('c.day', '>=', from)
    .where('c.day', '<=', until)
    .orderBy('c.day', 'desc')
    .orderBy('c.cashier')
    .limit(500)
  if (cashier !== undefined) query = query.where('c.cashier', '=', cashier)
  const rows = await query.execute()
  return rows.map((row) => ({
    office: row.office,
    day: row.day,
    cashier: row.cashier,
    currency: row.currency,
    expected: row.expected,
    counted: row.counted,
    difference: row.counted - row.expected,
    explanation: row.explanation,
    fees: row.fees,
    officeShare: row.office_share,
    provinceShare: row.province_share,
    splitBy: row.split_by,
    statement: row.statement === null ? null : readKept(row.statement as KeptEver),
    closedAt: row.closed_at,
    lines: row.lines,
    command: row.command,
  }))
}
