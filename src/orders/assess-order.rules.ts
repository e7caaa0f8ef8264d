import { type AreaCode, type PointId, type StateCode, states } from '../kernel/code.ts'
import { borderZone, civilDateAt, epochMs, type Instant } from '../kernel/time.ts'
import { readStateCode } from '../passports/state-codes.rules.ts'
import type { Order, Who } from '../places/order.rules.ts'
import { findPoint, isKnownArea, type Registry } from '../places/registry.rules.ts'
import { pointsOf } from './conflicts.rules.ts'
import { sharedTime } from './hours.rules.ts'
import type { OrderDraft, OrderFault } from './order-draft.rules.ts'
import { rerouteFaults } from './reroute.rules.ts'
import { sessionFaults } from './session-faults.rules.ts'
import { isMetBySomebody, travellersOf } from './travellers.rules.ts'

/** What an order is judged by. How far back it may begin is the operator's to say: our own by minutes, a neighbour's, who tells us late, by hours. */
export type AssessBy = {
  readonly registry: Registry
  readonly state: StateCode
  readonly now: Instant
  readonly ownPastMinutesMax: number
  readonly neighbourPastHoursMax: number
}

/** Everything that is wrong with an order, each with its place in it; none: it may be issued. */
export function assessOrder(draft: OrderDraft, by: AssessBy): OrderFault[] {
  const { order } = draft
  return [
    ...(by.registry.orders.some(({ id }) => id === order.id) ? [{ code: 'order.twice' as const, path: 'id', about: { order: order.id } }] : []),
    ...timeFaults(order, by),
    ...pointFaults(order, by.registry),
    ...sessionFaults(order, travellersOf([order], partiesOf(order, by.registry))),
    ...whoFaults(order, by),
    ...rerouteFaults(draft, by.registry),
    ...supersedeFaults(draft, by.registry),
    ...paperFaults(draft, by.registry),
  ]
}

function timeFaults({ id, state, startsAt, endsAt }: Order, { state: ours, now, ownPastMinutesMax, neighbourPastHoursMax }: AssessBy): OrderFault[] {
  const found: OrderFault[] = []
  if (!id.startsWith(`${state.toLowerCase()}/`)) found.push({ code: 'order.form', path: 'id', about: { path: 'id' } })
  if (endsAt !== null && endsAt <= startsAt) found.push({ code: 'order.times', path: 'endsAt' })
  const minutesMax = state === ours ? ownPastMinutesMax : neighbourPastHoursMax * 60
  if (epochMs(now) - epochMs(startsAt) > minutesMax * 60_000)
    found.push({ code: 'order.in-past', path: 'startsAt', about: { seconds: minutesMax * 60 } })
  return found
}

function pointFaults(order: Order, registry: Registry): OrderFault[] {
  if (order.points === null)
    return pointsOf(order, registry).length > 0 ? [] : [{ code: 'order.point-of-others', path: 'state', about: { state: order.state } }]
  return order.points.flatMap((id, index) => pointFault(id, order.state, `points/${index}`, registry))
}

export function pointFault(id: PointId, state: StateCode, path: string, registry: Registry): OrderFault[] {
  const point = findPoint(registry, id)
  if (!point) return [{ code: 'order.point-unknown', path, about: { point: id } }]
  return point.sides.includes(state) ? [] : [{ code: 'order.point-of-others', path, about: { point: id, state } }]
}

/** The states whose nationals meet at the order's points. */
function partiesOf(order: Order, registry: Registry): StateCode[] {
  const sides = new Set(pointsOf(order, registry).flatMap((point) => point.sides))
  return states.filter((state) => sides.has(state) || state === order.state)
}

function whoFaults(order: Order, { registry }: AssessBy): OrderFault[] {
  const travellers = travellersOf([order], partiesOf(order, registry))
  const date = civilDateAt(order.startsAt, borderZone)
  const of = (who: Who, path: string): OrderFault[] => [
    ...(who.issuingAreas ?? []).flatMap((area: AreaCode, index) =>
      isKnownArea(registry, area, date) ? [] : [{ code: 'order.area-unknown' as const, path: `${path}/issuingAreas/${index}`, about: { area } }],
    ),
    ...(who.nationalities ?? []).flatMap((nationality, index) =>
      readStateCode(nationality)
        ? []
        : [{ code: 'order.nationality-unknown' as const, path: `${path}/nationalities/${index}`, about: { nationality } }],
    ),
    ...(isMetBySomebody(who, travellers) ? [] : [{ code: 'order.nobody-can' as const, path }]),
  ]
  const isSaid = Object.keys(order.who).length > 0
  return [
    ...(isSaid ? of(order.who, 'who') : []),
    ...(isSaid && order.sessions !== null ? [{ code: 'order.who-twice' as const, path: 'who' }] : []),
    ...(order.sessions ?? []).flatMap(({ who }, index) => of(who, `sessions/${index}/who`)),
  ]
}

function supersedeFaults({ order, supersedes }: OrderDraft, registry: Registry): OrderFault[] {
  return supersedes.flatMap((id, index) => {
    const path = `supersedes/${index}`
    const other = registry.orders.find((each) => each.id === id)
    if (!other || other.state !== order.state || id === order.id) return [{ code: 'order.supersedes' as const, path, about: { order: id } }]
    // Only one that would still be live then, and that this one speaks of points of.
    const meets = order.points === null || other.points === null || other.points.some((point) => order.points?.includes(point))
    return meets && sharedTime({ ...order, endsAt: null }, other) ? [] : [{ code: 'order.supersedes' as const, path, about: { order: id } }]
  })
}

/** A paper of the register is named by its id alone; a new one is told whole. */
function paperFaults({ instrument }: OrderDraft, registry: Registry): OrderFault[] {
  const known = registry.instruments.some(({ id }) => id === instrument.id)
  const { title, issuer, source } = instrument
  if (title === null && issuer === null && source === null)
    return known ? [] : [{ code: 'order.instrument', path: 'instrument/id', about: { instrument: instrument.id } }]
  const isWhole = title !== null && [title.km, title.th, title.en, issuer, source].every((text) => text !== null && text.trim() !== '')
  return isWhole ? [] : [{ code: 'order.instrument', path: 'instrument', about: { instrument: instrument.id } }]
}
