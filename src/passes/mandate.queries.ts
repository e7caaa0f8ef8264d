import type { Selectable } from 'kysely'
import type { AreaCode, InstrumentId, StateCode } from '../kernel/code.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant, inForce } from '../kernel/time.ts'
import type { Database, Tx } from '../platform/database.ts'
import type { Tables } from '../platform/tables.ts'
import { assessMandate, type Mandate, type Power } from './mandate.rules.ts'

export type Office = {
  readonly id: AreaCode
  readonly kind: 'district' | 'province'
  readonly from: CivilDate
  readonly until: CivilDate | null
  readonly instrument: InstrumentId
}

/** Offices that are registered on `date`. */
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
  return rows.map(toMandate)
}

/** The mandate under which the office would sign for a resident of `area` now. What nobody there may sign is not taken, and no fee is owed for it. */
export async function signingMandate(
  query: Tx | Database['query'],
  { office, area, now }: { readonly office: AreaCode; readonly area: AreaCode; readonly now: Instant },
): Promise<Outcome<Mandate>> {
  return assessMandate(await mandatesOf(query, office), { power: 'sign', area, now })
}

/** Offices that take applications now: registered, and with a mandate to sign for their own area. */
export async function servingOffices(query: Database['query'], now: Instant): Promise<Office[]> {
  const offices = await officesOn(query, civilDateAt(now, borderZone))
  const mandates = Map.groupBy((await query.selectFrom('mandate').selectAll().execute()).map(toMandate), ({ office }) => office)
  return offices.filter(({ id }) => assessMandate(mandates.get(id) ?? [], { power: 'sign', area: id, now }).ok)
}

/** An office's mandates, held until the transaction ends: whoever signs under a mandate and whoever ends it wait for each other, so nothing is signed at or after its end. Take the time before. */
export async function holdMandatesOf(tx: Tx, office: string): Promise<Mandate[]> {
  const rows = await tx.selectFrom('mandate').selectAll().where('office', '=', office).orderBy('valid_from').forShare().execute()
  return rows.map(toMandate)
}

/** Every mandate given by an instrument, or (`revoked`) ended by it. */
export async function mandatesOfInstrument(
  query: Tx | Database['query'],
  instrument: string,
  which: 'given' | 'revoked' = 'given',
): Promise<Mandate[]> {
  const column = which === 'given' ? 'instrument' : 'revoked_by'
  const rows = await query.selectFrom('mandate').selectAll().where(column, '=', instrument).orderBy('office').orderBy('valid_from').execute()
  return rows.map(toMandate)
}

/** Locks the mandates that an instrument gave to a state's offices: signers under them, and another decision, wait. Take the time after. */
export async function mandatesForDecision(tx: Tx, instrument: string, state: StateCode): Promise<Mandate[]> {
  const mine = tx.selectFrom('mandate').selectAll().where('instrument', '=', instrument).where('office', 'like', `${state}:%`)
  return (await mine.orderBy('id').forNoKeyUpdate().execute()).map(toMandate)
}

const toMandate = (row: Selectable<Tables['mandate']>): Mandate => ({
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
})
