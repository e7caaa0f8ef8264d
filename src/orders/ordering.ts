import { hash } from 'node:crypto'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import type { Action } from '../identity/authority-lists.rules.ts'
import { type Place, pointPlace, statePlace } from '../identity/place.rules.ts'
import type { Law } from '../instruments/law.rules.ts'
import type { OperatingParameters } from '../instruments/operating-parameters.ts'
import { type CommandId, provinceOf, type StateCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import type { LiveRegistry } from '../places/live-registry.ts'
import type { Order } from '../places/order.rules.ts'
import { findPoint, type Registry } from '../places/registry.rules.ts'
import type { Database, Scope } from '../platform/database.ts'
import { type AssessBy, assessOrder } from './assess-order.rules.ts'
import type { OrderDraft, OrderFault } from './order-draft.rules.ts'

/** What writing and reading orders needs of the instance. */
export type Ordering = {
  readonly state: StateCode
  readonly database: Database
  /** The login that reads events and names nobody. */
  readonly reader: Database
  readonly registry: LiveRegistry
  readonly law: Law
  readonly parameters: OperatingParameters
  readonly now: () => Instant
}
/** Where points lie. */
type Places = { readonly state: StateCode; readonly registry: { readonly current: Registry } }
export type OrderCommand = { readonly requestId: CommandId; readonly actor: Actor }

export const inNameOf = ({ now }: Pick<Ordering, 'now'>, actor: Actor): Scope => ({ account: actor.account, at: now() })
export const laterOf = (one: Instant, other: Instant): Instant => instantOfMs(Math.max(epochMs(one), epochMs(other)))
export const saidOf = (command: unknown): string => hash('sha256', JSON.stringify(command), 'base64')

export const assessBy = ({ state, now, parameters }: Pick<Ordering, 'state' | 'now' | 'parameters'>, registry: Registry): AssessBy => ({
  registry,
  state,
  now: now(),
  ownPastMinutesMax: parameters('order.own-past-minutes-max', now()),
  neighbourPastHoursMax: parameters('order.neighbour-past-hours-max', now()),
})

export const assess = (ordering: Pick<Ordering, 'state' | 'now' | 'parameters'>, registry: Registry, draft: OrderDraft): OrderFault[] =>
  assessOrder(draft, assessBy(ordering, registry))

/** The first fault as a refusal; the preview and the shell tell them all. */
export function refusalOf([first, ...more]: readonly OrderFault[]): Outcome<never> | undefined {
  return first && refuse(first.code, { about: { ...first.about, path: first.path, more: more.length } })
}

/** Where an order lies: at each of its points; one for every point is the state's. A point that is not there lies nowhere. */
function placesOf({ registry, state }: Places, points: Order['points']): Place[] {
  if (points === null) return [statePlace(state)]
  return points.flatMap((id) => {
    const area = findPoint(registry.current, id)?.areas[state]?.at(-1)?.value
    return area ? [pointPlace(id, area)] : []
  })
}

/** May they, at every point that it speaks of? That none is there is said before what a role may. */
export function mayOrder(
  ordering: Pick<Ordering, 'registry' | 'state' | 'now'>,
  actor: Actor,
  action: Action,
  points: Order['points'],
): Outcome<unknown> {
  const places = placesOf(ordering, points)
  if (places.length === 0) return refuse('point.unknown')
  for (const place of places) {
    const allowed = may(actor.grants, action, place, ordering.now())
    if (!allowed.ok) return allowed
  }
  return accept(undefined)
}

/** For its event: the province that all its points lie in, else the state. */
export function seatOf(ordering: Places, points: Order['points']): string {
  const provinces = new Set(placesOf(ordering, points).map(({ area }) => (area ? provinceOf(area) : ordering.state)))
  const [only] = provinces
  return provinces.size === 1 && only ? only : ordering.state
}
