import type { AreaCode, InstrumentId } from '../kernel/code.ts'
import { type CivilDate, type Instant, inForce } from '../kernel/time.ts'
import type { Database, Tx } from '../platform/database.ts'
import type { Mandate, Power } from './mandate.rules.ts'

export type Office = {
  readonly id: AreaCode
  readonly kind: 'district' | 'province'
  readonly from: CivilDate
  readonly until: CivilDate | null
  readonly instrument: InstrumentId
}

/** Offices that may take applications on `date`. */
export async function officesOn(query: Database['query'], date: CivilDate): Promise<Office[]> {
  const rows = await query.selectFrom('office').selectAll().orderBy('id').execute()
  return rows
    .map((row) => ({
      id: row.id as AreaCode,
      kind: row.kind as Office['kind'],
      from: row.valid_from as CivilDate,
      until: row.valid_until as CivilDate | null,
      instrument: row.instrument as InstrumentId,
    }))
    .filter((office) => inForce(office, date))
}

/** Every mandate the office was ever given; which one serves is the rule's question. */
export async function mandatesOf(tx: Tx | Database['query'], office: string): Promise<Mandate[]> {
  const rows = await tx.selectFrom('mandate').selectAll().where('office', '=', office).orderBy('valid_from').execute()
  return rows.map((row) => ({
    id: row.id,
    instrument: row.instrument as InstrumentId,
    office: row.office,
    holder: row.holder,
    powers: row.powers as Power[],
    area: row.area as AreaCode,
    from: row.valid_from as CivilDate,
    until: row.valid_until as CivilDate | null,
    autoExtends: row.auto_extends,
    revokedAt: row.revoked_at as Instant | null,
    revokedBy: row.revoked_by as InstrumentId | null,
  }))
}
