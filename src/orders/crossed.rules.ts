import { borderZone, civilDateAt, type Instant } from '../kernel/time.ts'
import { minutesOf, type Order } from '../places/order.rules.ts'
import { whosOf } from './travellers.rules.ts'

/** The few facts of an admitted movement that one order can tell apart, as they stand in its event: each a text or null. The rest was judged when it was let pass. */
export type Crossed = {
  readonly id: string
  readonly at: Instant
  readonly arrival: Instant | null
  readonly point: string
  readonly direction: string
  readonly nationality: string | null
  readonly document: string
  readonly area: string | null
  readonly purpose: string | null
  readonly vehicle: string | null
  readonly age: string | null
  readonly accompanied: string | null
  readonly care: string | null
  readonly decided: string | null
  /** How the order's side stood by itself; a point without such a side has none. */
  readonly active: string | null
  readonly open: string | null
  readonly minute: string | null
  readonly weekday: string | null
}

/** Movements of one kind get the same word from the order and the same outcome, while the same of its sessions have room. */
export function kindsBy(order: Order): (crossed: Crossed) => string {
  const minutes = edges((order.sessions ?? []).flatMap(({ opens, closes }) => [minutesOf(opens), minutesOf(closes)]))
  const ages = edges(whosOf(order).flatMap(({ ageFrom, ageUntil }) => [ageFrom ?? 0, ageUntil ?? 0]))
  return (one) =>
    [
      ...[one.point, one.direction, one.nationality, one.document, one.area, one.purpose, one.vehicle],
      one.age === null ? null : stretchOf(Number(one.age), ages),
      // A child alone is looked after first: from which age on, the day's law says.
      one.accompanied === 'false' ? `${one.age} ${civilDateAt(one.at, borderZone)}` : null,
      ...[one.care !== null, one.decided !== null, one.active, one.open, one.weekday],
      one.minute === null ? null : stretchOf(Number(one.minute), minutes),
    ].join('|')
}

const edges = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((a, b) => a - b)
/** Between which two edges a value lies. */
const stretchOf = (value: number, sorted: readonly number[]): number => {
  let nth = 0
  while (nth < sorted.length && value >= (sorted[nth] ?? 0)) nth += 1
  return nth
}
