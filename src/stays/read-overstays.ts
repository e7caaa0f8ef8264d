import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { type AreaCode, liesIn, parseAreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { type CivilDate, type Instant, parseCivilDate } from '../kernel/time.ts'
import { placeOfPoint } from '../movements/read-movements.ts'
import { inTransaction, type Tx } from '../platform/database.ts'
import { dayAt, type StayOnRecord } from './lawful.rules.ts'
import { dueGroups, rowsOfGroups, unrepaired } from './overstay.queries.ts'
import { type Counted, countGroups, groupsOfPage, type OverGroup, overGroups } from './overstay.rules.ts'
import { missingOf } from './repair.rules.ts'
import { inNameOf, mayAtPoint, reckoningOf, type Stays } from './stay-services.ts'

export type OverstayQuery = {
  readonly point?: string | undefined
  readonly area?: string | undefined
  readonly issued?: string | undefined
  readonly day?: string | undefined
  readonly whose?: 'foreign' | 'own' | undefined
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}
export type OverstayRow = Omit<StayOnRecord, 'version'> & {
  readonly until: CivilDate
  readonly daysOver: number
  readonly tolled: readonly CivilDate[]
}
export type OverstayCounts = { readonly count: number; readonly byPoint: readonly Counted[]; readonly byArea: readonly Counted[] }
/** `foreign`: foreigners inside. `own`: our own nationals away, by our reckoning of the neighbour's clock: a warning, no more. */
export type Overstays = {
  readonly at: Instant
  readonly day: CivilDate
  readonly foreign: OverstayCounts
  readonly own: OverstayCounts
  readonly rows: readonly OverstayRow[]
}

const pageMax = 100

/** Who is over their lawful days now, or will be at the end of a later day; tolled days are taken off. Counts are those of the rows. */
export async function readOverstays(stays: Stays, actor: Actor, query: OverstayQuery): Promise<Outcome<Overstays>> {
  const points = pointsFor(stays, actor, query)
  if (!points.ok) return points
  const [at, today] = [stays.now(), dayAt(stays.now())]
  const day = query.day === undefined ? today : parseCivilDate(query.day)
  // Who was over on a day that is past is not what is open now.
  if (!day || day < today) return refuse('time.invalid')
  const issued = query.issued === undefined ? undefined : parseAreaCode(query.issued)
  if (query.issued !== undefined && !issued) return refuse('area.unknown')
  return inTransaction(stays.database, inNameOf(stays, actor), async (tx) => {
    const groups = await dueGroups(tx, { points: points.value, area: issued, day })
    const asked = day === today ? { at, wholeDay: false } : { at: `${day}T16:59:59.000Z` as Instant, wholeDay: true }
    const over = overGroups(reckoningOf(stays), groups, asked)
    const { foreign = [], own = [] } = Object.groupBy(over, ({ ours }) => (ours ? 'own' : 'foreign'))
    const rows = await pageOf(tx, query.whose === 'own' ? own : foreign, query)
    for (const place of new Set(rows.map(({ opened }) => opened?.point ?? stays.state)))
      await recordRead(tx, { account: actor.account, subject: 'overstays', place, at })
    return accept({ at, day, foreign: countGroups(foreign), own: countGroups(own), rows })
  })
}

async function pageOf(tx: Tx, over: readonly OverGroup[], { offset = 0, limit = pageMax }: OverstayQuery): Promise<OverstayRow[]> {
  const { groups, skip } = groupsOfPage(over, { offset, limit })
  const rows = await rowsOfGroups(tx, groups, { skip, limit })
  return rows.map(({ stay: { version: _, ...stay }, group: { until, daysOver, tolled } }) => ({ ...stay, until, daysOver, tolled }))
}

/** The points asked about that are the reader's. */
export function pointsFor(stays: Stays, actor: Actor, { point, area }: Pick<OverstayQuery, 'point' | 'area'>): Outcome<readonly string[]> {
  const wanted = area === undefined ? undefined : parseAreaCode(area)
  if (area !== undefined && !wanted) return refuse('area.unknown')
  const asked = point === undefined ? stays.registry.current.points.map(({ id }) => id) : [point]
  const known = asked.flatMap((id) => placeOfPoint(stays, id) ?? [])
  if (known.length === 0) return refuse('point.unknown')
  const inArea = known.filter((place) => wanted === undefined || (place.area !== null && liesIn(place.area as AreaCode, wanted)))
  const mine = inArea.filter(({ id }) => mayAtPoint(stays, actor, 'stay.read', id))
  return mine.length > 0 || inArea.length === 0 ? accept(mine.map(({ id }) => id)) : refuse('authority.place')
}

export type RepairTask = Omit<StayOnRecord, 'version'> & { readonly missing: 'exit' | 'entry' }
const tasksMax = 200

/** Ends that no gate recorded, as tasks of the points where the other end lies. */
export async function readRepairTasks(
  stays: Stays,
  actor: Actor,
  query: Pick<OverstayQuery, 'point' | 'area'>,
): Promise<Outcome<readonly RepairTask[]>> {
  const points = pointsFor(stays, actor, query)
  if (!points.ok) return points
  return inTransaction(stays.database, inNameOf(stays, actor), async (tx) => {
    const found = await unrepaired(tx, points.value, tasksMax)
    for (const place of new Set(found.map(({ opened, closed }) => opened?.point ?? closed?.point ?? stays.state)))
      await recordRead(tx, { account: actor.account, subject: 'repairs', place, at: stays.now() })
    return accept(found.map(({ version: _, ...stay }) => ({ ...stay, missing: missingOf(stays.state, { ...stay }) ?? 'exit' })))
  })
}
