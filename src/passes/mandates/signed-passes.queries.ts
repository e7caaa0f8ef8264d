import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { AreaCode } from '../../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt, epochMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.ts'
import type { PassState } from '../pass.rules.ts'
import type { Subject } from './subject.rules.ts'

/** Passes that `of` names, `from` counting and `until` not, at offices like `offices` (LIKE patterns). Row-level security narrows it once more. */
export type Selection = { readonly of: Subject; readonly from: Instant; readonly until: Instant; readonly offices: readonly string[] }

/** The condition on `pass`: one text for those who count, list and revoke. */
export function isChosen({ of, from, until, offices }: Selection): RawBuilder<SqlBool> {
  const at = sql<SqlBool>`pass.office like any (${offices})`
  if ('instrument' in of)
    return sql`pass.mandate in (select id from mandate where instrument = ${of.instrument}) and pass.issued_at >= ${from} and pass.issued_at < ${until} and ${at}`
  const done = { took: ['taken_by', 'submitted_at'], approved: ['approved_account', 'approved_at'], signed: ['signed_account', 'signed_at'] } as const
  const wanted = of.deed === 'any' ? Object.values(done) : [done[of.deed]]
  const cases = wanted.map(
    ([who, when]) =>
      sql`select cell, pass_number from application where ${sql.ref(who)} = ${of.account} and ${sql.ref(when)} >= ${from} and ${sql.ref(when)} < ${until}`,
  )
  // By the pass's own key: from the few cases of one person to their passes, not through all passes.
  return sql`(pass.cell, pass.number) in (${sql.join(cases, sql` union all `)}) and ${at}`
}

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

const chosen = <DB extends Pick<Tables, 'pass'>, O>(query: SelectQueryBuilder<DB, 'pass', O>, selection: Selection) =>
  query.where(isChosen(selection))

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
    .select(['pass.number', 'pass.office', 'pass.state', 'pass.issued_at', 'pass.expires_at', 'pass.mandate', 'a.signed_by'])
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
