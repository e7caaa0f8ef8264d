import { sql } from 'kysely'
import type { AreaCode, InstrumentId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { CivilDate } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import type { AreaChanges, NewArea } from './area-changes.rules.ts'
import { endAreas, insertAreas } from './registry.store.ts'

export type Affected = {
  readonly area: AreaCode
  readonly people: number
  readonly livePasses: number
  readonly points: number
  readonly hasOffice: boolean
}

/** Ends rows at the day and opens others, all or none. People and passes keep the code they have. */
export async function saveAreaChanges(
  tx: Tx,
  changes: AreaChanges,
  { from, instrument }: { from: CivilDate; instrument: InstrumentId },
): Promise<Outcome<undefined>> {
  const known = await tx.selectFrom('instrument').select('id').where('id', '=', instrument).executeTakeFirst()
  if (!known) return refuse('areas.instrument', { about: { instrument } })
  const changed = [...changes.renamed, ...changes.reparented]
  await endAreas(
    tx,
    [...changes.ended, ...changed.map(({ before }) => before)].map(({ code }) => code),
    from,
  )
  const begun: readonly NewArea[] = [...changes.added, ...changed.map(({ after }) => after)]
  await insertAreas(tx, begun, { from, instrument })
  return accept(undefined)
}

/** Who lives in areas that end: what somebody has to look at, and nothing that is changed by itself. */
export async function affectedBy(tx: Tx, ended: readonly AreaCode[], from: CivilDate): Promise<Affected[]> {
  const { rows } = await sql<Affected>`
    select a.area,
      (select count(*)::int from person p where p.home_area like a.area || '%') as people,
      (select count(*)::int from pass x where x.home_area like a.area || '%' and x.state in ('active', 'suspended')) as "livePasses",
      (select count(*)::int from crossing_point_fact f where f.kind = 'area' and f.value #>> '{}' = a.area and (f.valid_until is null or f.valid_until > ${from})) as points,
      exists (select 1 from office o where o.id = a.area and (o.valid_until is null or o.valid_until > ${from})) as "hasOffice"
    from unnest(${ended}::text[]) as a(area) order by a.area`.execute(tx)
  return rows
}
