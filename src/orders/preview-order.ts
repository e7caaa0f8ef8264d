import type { Actor } from '../identity/actor.rules.ts'
import type { Text } from '../kernel/language.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { dayMs, epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import { orderBook } from '../places/surroundings.rules.ts'
import type { Affected } from './affected.rules.ts'
import { type Conflict, conflictsOf } from './conflicts.rules.ts'
import { countAffected } from './count-affected.ts'
import { findOrder } from './order.queries.ts'
import type { OrderDraft, OrderFault } from './order-draft.rules.ts'
import { assess, laterOf, mayOrder, type Ordering } from './ordering.ts'
import { wordsOf } from './place-names.ts'
import { type ReadSpan, type RecordedMovement, readRecorded } from './read-recorded.ts'

export type Figures = Affected & ReadSpan & { readonly from: Instant; readonly until: Instant }
export type Preview = {
  readonly faults: readonly OrderFault[]
  readonly conflicts: readonly Conflict[]
  /** null while something is wrong with the order. */
  readonly words: Text | null
  readonly figures: Figures | null
}

/** What an order would mean before it is issued: everything wrong with it, what it meets, how it is told, and who would not have passed in the last weeks. Nothing is written. */
export async function previewOrder(ordering: Ordering, actor: Actor, draft: OrderDraft, counted: boolean): Promise<Outcome<Preview>> {
  const allowed = mayOrder(ordering, actor, 'order.read', draft.order.points)
  // A point that is not there is a fault like others, at its place.
  if (!allowed.ok && allowed.refusal.code !== 'point.unknown') return allowed as Outcome<never>
  const registry = ordering.registry.current
  const faults = assess(ordering, registry, draft)
  if (faults.length > 0) return accept({ faults, conflicts: [], words: null, figures: null })
  const words = wordsOf(draft.order, registry)
  return accept({ faults, conflicts: conflictsOf(draft, registry), words, figures: counted ? await figuresOf(ordering, draft) : null })
}

/** Decides the movements of the last weeks again, each with the order live at its weekday and time. */
async function figuresOf({ registry, law, reader, parameters, now }: Ordering, draft: OrderDraft): Promise<Figures> {
  const until = now()
  const from = instantOfMs(epochMs(until) - parameters('order.preview-days', until) * dayMs)
  const secondsMax = parameters('order.preview-seconds-max', until)
  const book = { law, orders: orderBook(registry.current) }
  const counted = await countAffected(reader, draft, book, { points: draft.order.points, from, until, secondsMax })
  return { ...counted, from, until }
}

export type Effect = ReadSpan & {
  readonly from: Instant
  readonly until: Instant
  readonly passed: number
  /** Kept out or sent to an officer by it, by reason. */
  readonly reasons: readonly { readonly reason: string; readonly refused: number; readonly referred: number }[]
  /** Places of its sessions that were taken, by day and point. */
  readonly places: readonly {
    readonly point: string
    readonly day: string
    readonly session: number
    readonly taken: number
    readonly places: number
  }[]
}

/** What an order did since it began, at most in the last weeks: by the verdicts that name it. */
export async function effectOfOrder(ordering: Ordering, actor: Actor, id: string): Promise<Outcome<Effect>> {
  const kept = await findOrder(ordering.database.query, id)
  if (!kept) return refuse('order.not-found')
  const { order } = kept
  const allowed = mayOrder(ordering, actor, 'order.read', order.points)
  if (!allowed.ok) return allowed as Outcome<never>
  const { reader, parameters, now } = ordering
  const at = now()
  const weeksAgo = instantOfMs(epochMs(at) - parameters('order.preview-days', at) * dayMs)
  const from = laterOf(order.startsAt, weeksAgo)
  const until = instantOfMs(Math.min(epochMs(order.endsAt ?? at), epochMs(at)))
  const reasons = new Map<string, { refused: number; referred: number }>()
  let passed = 0
  const see = ({ verdict }: RecordedMovement) => {
    const said = verdict.findings.filter(({ instruments, about }) => about?.['order'] === order.number && instruments.includes(order.instrument))
    const against = said.find(({ effect }) => effect === 'refuse')
    if (!against) passed += said.length > 0 && verdict.outcome !== 'refuse' && verdict.outcome !== 'refer' ? 1 : 0
    else if (verdict.outcome === 'refuse' || verdict.outcome === 'refer') {
      const counted = reasons.get(against.reason) ?? { refused: 0, referred: 0 }
      counted[verdict.outcome === 'refuse' ? 'refused' : 'referred'] += 1
      reasons.set(against.reason, counted)
    }
  }
  const asked = { points: order.points, from, until, secondsMax: parameters('order.preview-seconds-max', at) }
  const span = await readRecorded(reader, asked, (rows) => rows.forEach(see))
  const places = await ordering.database.query
    .selectFrom('session_place')
    .select(['point', 'day', 'session', 'taken', 'places'])
    .where('order_id', '=', id)
    .orderBy('day', 'desc')
    .orderBy('point')
    .orderBy('session')
    .limit(200)
    .execute()
  return accept({ ...span, from, until, passed, reasons: [...reasons].map(([reason, counted]) => ({ reason, ...counted })), places })
}
