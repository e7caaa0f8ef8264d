import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { AreaCode } from '../../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt, epochMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.ts'
import type { PassState } from '../pass.rules.ts'

/** Passes signed under the mandates of `instrument`, `from` counting and `until` not, at offices like `offices` (LIKE patterns). Row-level security narrows it once more. */
export type Selection = { readonly instrument: string; readonly from: Instant; readonly until: Instant; readonly offices: readonly string[] }

export type SignedPass = {
  readonly number: string
  readonly office: AreaCode
  readonly state: PassState
  readonly issuedAt: Instant
  /** The last civil day on which it is good. */
  readonly lastDay: CivilDate
  readonly mandate: string
  readonly signedBy: string
  readonly holder: { readonly localName: string; readonly givenName: string; readonly familyName: string; readonly birthDate: CivilDate }
}

export type SignedCount = { readonly office: AreaCode; readonly state: PassState; readonly count: number }

type From = 'pass'
const chosen = <DB extends Pick<Tables, 'pass' | 'mandate'>, O>(
  query: SelectQueryBuilder<DB, From, O>,
  { instrument, from, until, offices }: Selection,
) =>
  query.where(sql<SqlBool>`pass.mandate in (select id from mandate where instrument = ${instrument})
    and pass.issued_at >= ${from} and pass.issued_at < ${until} and pass.office like any (${offices})`)

/** Exactly how many, by office and state. */
export async function countSigned(tx: Tx, selection: Selection): Promise<SignedCount[]> {
  const rows = await chosen(tx.selectFrom('pass'), selection)
    .select(['pass.office', 'pass.state', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy(['pass.office', 'pass.state'])
    .orderBy('pass.office')
    .execute()
  return rows.map(({ office, state, count }) => ({ office: office as AreaCode, state: state as PassState, count }))
}

/** A page of them in the order of signing. `after`: the number that the last page ended with; undefined when that pass is not in the selection. */
export async function listSigned(
  tx: Tx,
  selection: Selection,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<SignedPass[] | undefined> {
  const last =
    after === undefined
      ? undefined
      : await chosen(tx.selectFrom('pass'), selection).select('pass.issued_at').where('pass.number', '=', after).executeTakeFirst()
  if (after !== undefined && !last) return undefined
  const rows = await chosen(tx.selectFrom('pass'), selection)
    .innerJoin('person as h', (join) => join.onRef('h.cell', '=', 'pass.cell').onRef('h.id', '=', 'pass.person_id'))
    .leftJoin('application as a', (join) => join.onRef('a.cell', '=', 'pass.cell').onRef('a.id', '=', 'pass.application_id'))
    .select(['pass.number', 'pass.office', 'pass.state', 'pass.issued_at', 'pass.expires_at', 'a.signed_by'])
    .select(({ ref }) => ref('pass.mandate').$notNull().as('mandate'))
    .select(['h.local_name', 'h.given_name', 'h.family_name', 'h.birth_date'])
    .$if(last !== undefined, (query) =>
      query.where(sql<SqlBool>`(pass.issued_at, pass.number) > (${last ? last.issued_at : ''}::timestamptz, ${after ?? ''})`),
    )
    .orderBy('pass.issued_at')
    .orderBy('pass.number')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    office: row.office as AreaCode,
    state: row.state as PassState,
    issuedAt: row.issued_at as Instant,
    lastDay: civilDateAt(instantOfMs(epochMs(row.expires_at as Instant) - 1000), borderZone),
    mandate: row.mandate,
    signedBy: row.signed_by ?? '',
    holder: {
      localName: row.local_name,
      givenName: row.given_name,
      familyName: row.family_name,
      birthDate: row.birth_date as CivilDate,
    },
  }))
}
