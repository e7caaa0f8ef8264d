import { borderZone, type CivilDate, civilDateAt, epochMs } from '../kernel/time.ts'
import type { Facts, RuleBook } from '../movements/facts.rules.ts'
import { decideVerdict, isAdmitted } from '../movements/verdict.rules.ts'
import { quotasTaken } from '../movements/verdict-point.rules.ts'
import type { Reason, VerdictOutcome } from '../movements/verdict-table.rules.ts'
import { concerns, type Order } from '../places/order.rules.ts'
import type { OrderDraft } from './order-draft.rules.ts'

/** A movement as it was recorded. */
export type Recorded = { readonly facts: Facts; readonly outcome: VerdictOutcome }
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

const weekMs = 7 * 86_400_000

/** Is a moment of the past at a weekday and time at which the order will be live? It is carried on by whole weeks to the first that is not before the order's start. */
export function isItsHour({ startsAt, endsAt }: Pick<Order, 'startsAt' | 'endsAt'>, ms: number): boolean {
  if (endsAt === null) return true
  const start = epochMs(startsAt)
  const carried = ms + Math.ceil((start - ms) / weekMs) * weekMs
  return carried < epochMs(endsAt)
}

/** Decides movements again, one after another in their own order, with the order live beside all that was; counts what would be otherwise. */
export class AffectedCount {
  readonly #order: Order
  readonly #supersedes: readonly string[]
  readonly #book: RuleBook
  readonly #taken = new Map<string, number>()
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
  }

  add({ facts, outcome }: Recorded): void {
    if (!isAdmitted(outcome) || !this.#concerns(facts)) return
    const day = civilDateAt(facts.at, borderZone)
    const with_ = this.#withOrder(facts, day)
    const verdict = decideVerdict(with_, this.#book)
    const said = isAdmitted(verdict.outcome) ? undefined : verdict.findings.find((each) => each.effect === 'refuse' && this.#isOurs(each))
    for (const { order, session } of isAdmitted(verdict.outcome) ? quotasTaken(with_, this.#book) : [])
      if (order === this.#order.id) this.#taken.set(placeKey(facts, day, session), this.#used(facts, day, session) + 1)
    const isAffected = said !== undefined
    const { nationality, kind } = facts.document
    count(this.#all, isAffected)
    count(kept(this.#points, facts.point.id), isAffected)
    count(kept(this.#days, day), isAffected)
    count(kept(this.#who, `${nationality ?? ''} ${kind}`), isAffected)
    if (!said) return
    this.#reasons.set(said.reason, (this.#reasons.get(said.reason) ?? 0) + 1)
    if (verdict.outcome === 'refer') this.#toOfficer += 1
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

  #concerns({ point, arrival, at }: Facts): boolean {
    return (
      concerns(this.#order, point.id) &&
      point.sides.some(({ state }) => state === this.#order.state) &&
      isItsHour(this.#order, epochMs(arrival?.at ?? at))
    )
  }

  #isOurs({ instruments, about }: { readonly instruments: readonly string[]; readonly about?: Readonly<Record<string, string | number>> }): boolean {
    return about?.['order'] === this.#order.number && instruments.includes(this.#order.instrument)
  }

  #withOrder(facts: Facts, day: CivilDate): Facts {
    const { id, state, sessions } = this.#order
    const sides = facts.point.sides.map((side) =>
      side.state === state && side.active ? { ...side, orders: [...side.orders.filter((each) => !this.#supersedes.includes(each)), id] } : side,
    )
    const quotas = (sessions ?? []).map((_, session) => ({ order: id, session, used: this.#used(facts, day, session) }))
    return { ...facts, point: { ...facts.point, sides }, quotas: [...facts.quotas, ...quotas] }
  }

  #used(facts: Facts, day: CivilDate, session: number): number {
    return this.#taken.get(placeKey(facts, day, session)) ?? 0
  }
}

const placeKey = ({ point }: Facts, day: CivilDate, session: number): string => `${point.id} ${day} ${session}`

function kept(map: Map<string, Counted>, key: string): Counted {
  const counted = map.get(key) ?? { passed: 0, affected: 0 }
  map.set(key, counted)
  return counted
}

function count(counted: Counted, isAffected: boolean): void {
  counted.passed += 1
  if (isAffected) counted.affected += 1
}
