import { type AreaCode, liesIn, type PointId } from '../kernel/code.ts'
import { borderZone, civilDateAt, type Instant, type Weekday } from '../kernel/time.ts'
import type { Vehicle } from '../kernel/vehicle.ts'
import { isWithin, type Order, type Session, vehicleWordOf } from '../places/order.rules.ts'
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
    const [point, driven] = vehicle.split(/ (.*)/)
    return String(vehicleWordOf(order, JSON.parse(driven ?? '') as Vehicle, point as PointId) !== undefined)
  })
  return (one) => {
    const { direction, nationality, document, area, purpose, vehicle, age, active, open, care, decided } = one
    const asked = `${area && areaOf(area)}|${purpose && purposeOf(purpose)}|${age && ageOf(age)}|${vehicle && vehicleOf(`${one.point} ${vehicle}`)}`
    // A child alone is looked after first: from which age on, and that a student is none, other rules say.
    const child = one.accompanied === 'false' ? `${age} ${purpose} ${civilDateAt(one.at, borderZone)}` : ''
    const looked = `${child}|${care !== null}|${decided !== null}`
    return `${direction}|${nationality}|${document}|${active}|${open}|${nowOf(`${one.minute} ${one.weekday}`)}|${asked}|${looked}`
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
