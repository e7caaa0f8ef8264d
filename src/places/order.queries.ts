import type { Selectable } from 'kysely'
import type { InstrumentId, PointId, StateCode } from '../kernel/code.ts'
import type { Text } from '../kernel/language.ts'
import type { Instant } from '../kernel/time.ts'
import type { CrossingTables } from '../platform/tables-crossing.ts'
import type { Direction, Order, Session, Stage, VehicleRule, Who } from './order.rules.ts'

/** A row of the register as an order. */
export function orderOf(row: Selectable<CrossingTables['crossing_order']>): Order {
  return {
    id: row.id,
    number: row.number,
    state: row.state as StateCode,
    instrument: row.instrument as InstrumentId,
    points: row.points as PointId[] | null,
    directions: row.directions as Direction[] | null,
    stage: row.stage as Stage,
    startsAt: row.starts_at as Instant,
    endsAt: row.ends_at as Instant | null,
    sessions: row.sessions as Session[] | null,
    who: row.who as Who,
    vehicles: row.vehicles as VehicleRule[],
    words: row.words as Text,
    ...(row.restored_of !== null && { restoredOf: row.restored_of }),
  }
}
