import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'
import type { Order } from '../places/order.rules.ts'
import type { Registry } from '../places/registry.rules.ts'
import type { Tx } from '../platform/database.ts'
import { endGivenBack, isTakenBack } from './give-back.rules.ts'
import { findOrder } from './order.queries.ts'
import { endingOf, type KeptOrder, supersededBy, writeEnding } from './order.store.ts'
import { type Ordering, seatOf } from './ordering.ts'
import { recordOrderEvent } from './record-order-event.ts'

type GivingBack = {
  readonly takenBack: KeptOrder
  readonly at: Instant
  readonly by: string
  readonly command: CommandId
  mayEnd(order: Order): Outcome<unknown>
}

/** An order is taken back before it began: those whose place it was to take get back the end that they had, each as an event of its own. Whoever may not end them takes nothing back. */
export async function giveBack(
  ordering: Pick<Ordering, 'state'> & { readonly registry: { readonly current: Registry } },
  tx: Tx,
  { takenBack, at, by, command, mayEnd }: GivingBack,
): Promise<Outcome<string[]>> {
  const restored: string[] = []
  const of = takenBack.order.id
  const successor = takenBack.supersededBy === null ? null : ((await findOrder(tx, takenBack.supersededBy))?.order ?? null)
  for (const old of await supersededBy(tx, of)) {
    const { id, startsAt, points } = old.order
    const allowed = mayEnd(old.order)
    if (!allowed.ok) return allowed as Outcome<never>
    const gone = await takenBackBefore(tx, old)
    const ending = endGivenBack(endingOf(old), { isTakenBack: (each) => gone.has(each), successor, startsAt, at, by })
    await writeEnding(tx, id, ending, { of, by })
    const body = { of, ...ending, was: old.order.endsAt, command }
    await recordOrderEvent(tx, { type: 'OrderRestored', order: id, by, at, place: seatOf(ordering, points), body })
    restored.push(id)
  }
  return accept(restored)
}

/** Of the orders that took its place one after another, those that were taken back meanwhile. */
async function takenBackBefore(tx: Tx, { endBefore }: KeptOrder): Promise<Set<string>> {
  const gone = new Set<string>()
  for (let ending = endBefore; ending; ending = ending.before) {
    const by = ending.supersededBy === null ? undefined : await findOrder(tx, ending.supersededBy)
    if (by && isTakenBack({ ...by.order, supersededBy: by.supersededBy })) gone.add(by.order.id)
  }
  return gone
}
