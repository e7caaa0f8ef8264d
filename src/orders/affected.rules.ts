import type { PointId } from '../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt, dayMs, epochMs } from '../kernel/time.ts'
import type { Facts, RuleBook } from '../movements/facts.rules.ts'
import { decideVerdict, isAdmitted } from '../movements/verdict.rules.ts'
import { quotasTaken } from '../movements/verdict-point.rules.ts'
import type { Reason } from '../movements/verdict-table.rules.ts'
import { concerns, type Order } from '../places/order.rules.ts'
import { type Crossed, kindsBy } from './crossed.rules.ts'
import type { OrderDraft } from './order-draft.rules.ts'

type Counted = { passed: number; affected: number }
export type Share<K extends string> = { readonly [N in K]: string } & Readonly<Counted>

/** Who passed in the time looked at, and would not have, had the order been live then. */
export type Affected = {
  /** Movements at the order's points and hours that were let pass. */
  readonly passed: number
  readonly affected: number
  /** Of the affected: on their way home, so an officer would have looked after them. */
  readonly toOfficer: number
  readonly points: readonly Share<'point'>[]
  readonly days: readonly Share<'day'>[]
  readonly who: readonly (Share<'nationality'> & { readonly document: string })[]
  readonly reasons: readonly { readonly reason: Reason; readonly affected: number }[]
}

const weekMs = 7 * dayMs

/** Is a moment of the past at a weekday and time at which the order will be live? It is carried on by whole weeks to the first that is not before the order's start. */
export function isItsHour({ startsAt, endsAt }: Pick<Order, 'startsAt' | 'endsAt'>, ms: number): boolean {
  if (endsAt === null) return true
  const start = epochMs(startsAt)
  const carried = ms + Math.ceil((start - ms) / weekMs) * weekMs
  return carried < epochMs(endsAt)
}

/** So many kinds of movements are kept at once: the memory a preview may take. */
const kindsMax = 2_000

type Said = { readonly reason: Reason | null; readonly toOfficer: boolean; readonly taken: readonly number[] }
/** `example`: the movement whose facts stand for all of its kind; they are told before one of the kind is added. `said`: by the sessions that are full. */
export type Kind = { readonly example: string; facts: Facts | undefined; readonly said: Map<string, Said> }
type Places = { readonly taken: number[]; full: string }

/**
 * What would be otherwise, had the order been live beside all that was. Movements come in the order in which they happened, for places of sessions run out. The verdict
 * is asked once for each kind of movement and state of the sessions.
 */
export class AffectedCount {
  readonly #order: Order
  readonly #supersedes: readonly string[]
  readonly #book: RuleBook
  readonly #kindOf: (crossed: Crossed) => string
  readonly #quotas: readonly (number | null)[]
  readonly #hasQuota: boolean
  readonly #kinds = new Map<string, Kind>()
  readonly #places = new Map<string, Places>()
  readonly #points = new Map<string, Counted>()
  readonly #days = new Map<string, Counted>()
  readonly #who = new Map<string, Counted>()
  readonly #reasons = new Map<Reason, number>()
  #all: Counted = { passed: 0, affected: 0 }
  #toOfficer = 0

  constructor({ order, supersedes }: Pick<OrderDraft, 'order' | 'supersedes'>, { law, orders }: RuleBook) {
    this.#order = order
    this.#supersedes = supersedes
    this.#book = { law, orders: new Map([...orders, [order.id, order]]) }
    this.#kindOf = kindsBy(order)
    this.#quotas = (order.sessions ?? []).map(({ quota }) => quota)
    this.#hasQuota = this.#quotas.some((quota) => quota !== null)
  }

  /** The kind of each movement; undefined: the order has nothing to do with it. */
  kindsOf(movements: readonly Crossed[]): (Kind | undefined)[] {
    if (this.#kinds.size > kindsMax) this.#kinds.clear()
    return movements.map((movement) => {
      if (!this.#concerns(movement)) return undefined
      const name = this.#kindOf(movement)
      const known = this.#kinds.get(name)
      if (known) return known
      const kind: Kind = { example: movement.id, facts: undefined, said: new Map() }
      this.#kinds.set(name, kind)
      return kind
    })
  }

  /** `day`: on which it happened. @throws for a kind whose facts were never told. */
  add(movement: Crossed, kind: Kind, day: CivilDate): void {
    const places = this.#placesFor(movement, day)
    const { reason, toOfficer, taken } = this.#wordOn(kind, places?.full ?? '')
    for (const session of places ? taken : []) this.#take(places as Places, session)
    const isAffected = reason !== null
    count(this.#all, isAffected)
    count(kept(this.#points, movement.point), isAffected)
    count(kept(this.#days, day), isAffected)
    count(kept(this.#who, `${movement.nationality ?? ''} ${movement.document}`), isAffected)
    if (reason === null) return
    this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1)
    if (toOfficer) this.#toOfficer += 1
  }

  get result(): Affected {
    const rows = <K extends string>(map: ReadonlyMap<string, Counted>, name: K) =>
      [...map].map(([key, counted]) => ({ [name]: key, ...counted }) as Share<K>).sort((a, b) => (a[name] < b[name] ? -1 : 1))
    return {
      ...this.#all,
      toOfficer: this.#toOfficer,
      points: rows(this.#points, 'point'),
      days: rows(this.#days, 'day'),
      who: [...this.#who]
        .map(([key, counted]) => ({ nationality: key.split(' ')[0] ?? '', document: key.split(' ')[1] ?? '', ...counted }))
        .sort((a, b) => b.affected - a.affected || b.passed - a.passed || (a.nationality < b.nationality ? -1 : 1)),
      reasons: [...this.#reasons].map(([reason, affected]) => ({ reason, affected })).sort((a, b) => b.affected - a.affected),
    }
  }

  #concerns({ point, side, arrival, at }: Crossed): boolean {
    if (side === null || !concerns(this.#order, point as PointId)) return false
    return this.#order.endsAt === null || isItsHour(this.#order, epochMs(arrival ?? at))
  }

  #placesFor({ point, arrival }: Crossed, day: CivilDate): Places | undefined {
    if (!this.#hasQuota) return undefined
    const key = `${point} ${arrival === null ? day : civilDateAt(arrival, borderZone)}`
    const known = this.#places.get(key)
    if (known) return known
    const places = { taken: this.#quotas.map(() => 0), full: '' }
    this.#places.set(key, places)
    return places
  }

  #take(places: Places, session: number): void {
    places.taken[session] = (places.taken[session] ?? 0) + 1
    if (places.taken[session] === this.#quotas[session]) places.full += `${session} `
  }

  #wordOn({ example, facts, said }: Kind, full: string): Said {
    const known = said.get(full)
    if (known) return known
    if (!facts) throw new Error(`the facts of movement ${example} were not told`)
    const word = this.#ask(this.#withOrder(facts, full.split(' ').slice(0, -1).map(Number)))
    said.set(full, word)
    return word
  }

  #ask(facts: Facts): Said {
    const verdict = decideVerdict(facts, this.#book)
    if (isAdmitted(verdict.outcome)) {
      const taken = quotasTaken(facts, this.#book).filter(({ order }) => order === this.#order.id)
      return { reason: null, toOfficer: false, taken: taken.map(({ session }) => session) }
    }
    const ours = verdict.findings.find((each) => each.effect === 'refuse' && this.#isOurs(each))
    return { reason: ours?.reason ?? null, toOfficer: ours !== undefined && verdict.outcome === 'refer', taken: [] }
  }

  #isOurs({ instruments, about }: { readonly instruments: readonly string[]; readonly about?: Readonly<Record<string, string | number>> }): boolean {
    return about?.['order'] === this.#order.number && instruments.includes(this.#order.instrument)
  }

  #withOrder(facts: Facts, full: readonly number[]): Facts {
    const { id, state } = this.#order
    const sides = facts.point.sides.map((side) =>
      side.state === state && side.active ? { ...side, orders: [...side.orders.filter((each) => !this.#supersedes.includes(each)), id] } : side,
    )
    const quotas = this.#quotas.map((quota, session) => ({ order: id, session, used: full.includes(session) ? (quota ?? 0) : 0 }))
    return { ...facts, point: { ...facts.point, sides }, quotas: [...facts.quotas, ...quotas] }
  }
}

function kept(map: Map<string, Counted>, key: string): Counted {
  const known = map.get(key)
  if (known) return known
  const counted = { passed: 0, affected: 0 }
  map.set(key, counted)
  return counted
}

function count(counted: Counted, isAffected: boolean): void {
  counted.passed += 1
  if (isAffected) counted.affected += 1
}
