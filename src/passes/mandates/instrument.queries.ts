import type { Law, LawRule } from '../../instruments/law.rules.ts'
import type { InstrumentId } from '../../kernel/code.ts'
import type { Text } from '../../kernel/language.ts'
import type { CivilDate, Instant } from '../../kernel/time.ts'
import type { Database } from '../../platform/database.ts'
import { mandatesOfInstrument } from '../mandate.queries.ts'
import type { Mandate } from '../mandate.rules.ts'
import { type Standing, standingOf } from './decision.rules.ts'
import { instrumentFile } from './instrument-file.ts'

export type StandingMandate = Mandate & { readonly standing: Standing }

export type InstrumentPage = {
  readonly id: InstrumentId
  readonly kind: string
  readonly title: Text
  readonly issuer: string
  readonly signedOn: CivilDate | null
  readonly inForceFrom: CivilDate
  /** Where its text lies, or where it is known from. */
  readonly source: string
  readonly hasFile: boolean
  /** Given by it; the instruments that ended some of them; and ended by it. */
  readonly mandates: readonly StandingMandate[]
  readonly decisions: readonly { readonly id: InstrumentId; readonly title: Text }[]
  readonly revokes: readonly StandingMandate[]
  /** Rows of the agreement's parameters that stand on it. */
  readonly rules: readonly {
    readonly rule: LawRule
    readonly scope: string
    readonly from: CivilDate
    readonly until: CivilDate | null
    readonly value: object
    readonly note: string | null
  }[]
  /** How many facts of crossing points, opening orders and offices stand on it. */
  readonly facts: { readonly points: number; readonly orders: number; readonly offices: number }
}

/** A legal text with everything that stands on it, as at `now`; undefined when it is not in the register. Public: it names no resident. */
export async function findInstrument(query: Database['query'], law: Law, id: string, now: Instant): Promise<InstrumentPage | undefined> {
  const row = await query.selectFrom('instrument').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const count = async (table: 'crossing_point_fact' | 'crossing_order' | 'office') => {
    const { n } = await query
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('instrument', '=', id)
      .executeTakeFirstOrThrow()
    return n
  }
  const standing = (mandate: Mandate): StandingMandate => ({ ...mandate, standing: standingOf(mandate, now) })
  const [given, revoked, points, orders, offices] = await Promise.all([
    mandatesOfInstrument(query, id),
    mandatesOfInstrument(query, id, 'revoked'),
    count('crossing_point_fact'),
    count('crossing_order'),
    count('office'),
  ])
  const deciding = [...new Set(given.flatMap(({ revokedBy }) => revokedBy ?? []))]
  const decisions =
    deciding.length === 0 ? [] : await query.selectFrom('instrument').select(['id', 'title']).where('id', 'in', deciding).orderBy('id').execute()
  return {
    id: row.id as InstrumentId,
    kind: row.kind,
    title: row.title as Text,
    issuer: row.issuer,
    signedOn: row.signed_on as CivilDate | null,
    inForceFrom: row.in_force_from as CivilDate,
    source: row.source,
    hasFile: instrumentFile(row.source) !== undefined,
    mandates: given.map(standing),
    decisions: decisions.map(({ id, title }) => ({ id: id as InstrumentId, title: title as Text })),
    revokes: revoked.map(standing),
    rules: law.parameters
      .filter(({ instrument }) => instrument === id)
      .map(({ rule, scope, from, until, value, note }) => ({ rule, scope, from, until, value, note: note ?? null })),
    facts: { points, orders, offices },
  }
}
