import { type AreaCode, liesIn, type PointId, type StateCode } from '../kernel/code.ts'
import { borderZone, civilDateAt, type Instant, type Weekday } from '../kernel/time.ts'
import type { VehicleClass } from '../kernel/vehicle.ts'
import type { Facts } from '../movements/facts.rules.ts'
import { isAdmitted, type Verdict } from '../movements/verdict.rules.ts'
import type { SideAt } from '../places/opening.rules.ts'
import { isWithin, type Order, type Session, vehicleWordOf } from '../places/order.rules.ts'
import { whosOf } from './travellers.rules.ts'

/** The few facts of an admitted movement that one order can tell apart. The rest was judged when it was let pass. */
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
  /** "car 4" */
  readonly vehicle: string | null
  readonly age: number | null
  readonly accompanied: boolean | null
  readonly care: boolean
  readonly decided: boolean
  /** How the order's side stood by itself; a point without such a side has none. */
  readonly side: Pick<SideAt, 'active' | 'open' | 'minute' | 'weekday'> | null
}

/** Of a movement as its event keeps it, for an order of this state; undefined: it was not let pass. */
export function crossedOf(
  state: StateCode,
  { id, facts, verdict }: { readonly id: string; readonly facts: Facts; readonly verdict: Verdict },
): Crossed | undefined {
  if (!isAdmitted(verdict.outcome)) return undefined
  const { document, person, point, vehicle } = facts
  const side = point.sides.find((each) => each.state === state)
  return {
    id,
    at: facts.at,
    arrival: facts.arrival?.at ?? null,
    point: point.id,
    direction: facts.direction,
    nationality: document.nationality,
    document: document.kind,
    area: document.issuingArea,
    purpose: facts.purpose,
    vehicle: vehicle && `${vehicle.class} ${vehicle.wheels}`,
    age: person.age,
    accompanied: person.accompanied,
    care: person.care !== null,
    decided: person.decided !== null,
    side: side ? { active: side.active, open: side.open, minute: side.minute, weekday: side.weekday } : null,
  }
}

/**
 * Movements of one kind get the same word from the order and the same outcome, while the same of its sessions have room. What the order does not ask for makes no kind of
 * its own: a place, an age or a minute counts by what the order says of it.
 */
export function kindsBy(order: Order): (crossed: Crossed) => string {
  const whos = whosOf(order)
  const areaOf = kept((area) => whos.map(({ issuingAreas }) => issuingAreas?.some((each) => liesIn(area as AreaCode, each)) ?? '').join())
  const purposeOf = kept((purpose) => whos.map(({ purposes }) => purposes?.some((each) => each === purpose) ?? '').join())
  const ageOf = kept((age) => whos.map(({ ageFrom = 0, ageUntil = 999 }) => Number(age) >= ageFrom && Number(age) < ageUntil).join())
  const nowOf = kept((moment) => {
    const [minute, weekday] = moment.split(' ')
    const isNow = (session: Session) => isWithin(session, { minute: Number(minute), weekday: weekday as Weekday })
    return (order.sessions ?? []).map(isNow).join()
  })
  const vehicleOf = kept((vehicle) => {
    const [point, of, wheels] = vehicle.split(' ')
    return String(vehicleWordOf(order, { class: of as VehicleClass, wheels: Number(wheels) }, point as PointId) !== undefined)
  })
  return (one) => {
    const { direction, nationality, document, area, purpose, vehicle, age, side, care, decided } = one
    const asked = `${area && areaOf(area)}|${purpose && purposeOf(purpose)}|${age === null ? '' : ageOf(String(age))}|${vehicle && vehicleOf(`${one.point} ${vehicle}`)}`
    // A child alone is looked after first: from which age on, and that a student is none, other rules say.
    const child = one.accompanied === false ? `${age} ${purpose} ${civilDateAt(one.at, borderZone)}` : ''
    const looked = `${child}|${care}|${decided}`
    return `${direction}|${nationality}|${document}|${side?.active}|${side?.open}|${nowOf(`${side?.minute} ${side?.weekday}`)}|${asked}|${looked}`
  }
}

/** Few values come again and again. */
function kept(markOf: (value: string) => string): (value: string) => string {
  const marks = new Map<string, string>()
  return (value) => {
    const known = marks.get(value)
    if (known !== undefined) return known
    const mark = markOf(value)
    marks.set(value, mark)
    return mark
  }
}
