import { findEvent } from '../audit/record-event.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'
import type { Order } from '../places/order.rules.ts'
import type { Registry } from '../places/registry.rules.ts'
import { rollBackOn, type Tx } from '../platform/database.ts'
import { giveBack } from './give-back.ts'
import { lockAllOrders } from './issue-order.ts'
import { lockOrder, writeEnding } from './order.store.ts'
import { inNameOf, laterOf, mayOrder, type OrderCommand, type Ordering, saidOf, seatOf } from './ordering.ts'
import { recordOrderEvent } from './record-order-event.ts'

export type EndOrder = { readonly order: string; readonly reason: string /** null: now. */; readonly at: Instant | null }
/** `restored`: orders whose place it was to take, that get their end back. */
export type Ended = { readonly id: string; readonly endsAt: Instant; readonly restored: readonly string[] }

/** Ends an order before its day, or takes one back that has not begun: with a reason, now or at a later minute that is before its end. */
export async function endOrder(ordering: Ordering, { actor, requestId, ...command }: OrderCommand & EndOrder): Promise<Outcome<Ended>> {
  const ended = await rollBackOn(ordering.database, inNameOf(ordering, actor), (tx) =>
    writeEnd(ordering, tx, { ...command, requestId, by: actor.account, mayEnd: (order) => mayOrder(ordering, actor, 'order.end', order.points) }),
  )
  if (ended.ok) await ordering.registry.changed()
  return ended
}

type Writing = EndOrder & { readonly requestId: CommandId; readonly by: string; mayEnd(order: Order): Outcome<unknown> }

export async function writeEnd(
  ordering: Pick<Ordering, 'state' | 'now'> & { readonly registry: { readonly current: Registry } },
  tx: Tx,
  writing: Writing,
): Promise<Outcome<Ended>> {
  const { requestId, by, reason } = writing
  await lockAllOrders(tx)
  // What may not be ended may not be seen to be there either: asked before it is told apart.
  const kept = await lockOrder(tx, writing.order)
  if (!kept) return refuse('order.not-found')
  const allowed = writing.mayEnd(kept.order)
  if (!allowed.ok) return allowed as Outcome<never>
  const said = saidOf([writing.order, reason, writing.at])
  const before = await findEvent(tx, requestId)
  if (before) return answerAgain(before, said, requestId)
  const [now, { startsAt, endsAt }] = [ordering.now(), kept.order]
  if (endsAt !== null && (endsAt <= now || endsAt === startsAt)) return refuse('order.over')
  const asked = writing.at ?? now
  if (asked < now || (endsAt !== null && asked > endsAt)) return refuse('order.end-later')
  const end = laterOf(asked, startsAt)
  await writeEnding(tx, writing.order, { endsAt: end, endedAt: now, endedBy: by, endedWhy: reason, supersededBy: null, before: null })
  const restored =
    end === startsAt ? await giveBack(ordering, tx, { takenBack: kept, at: now, by, command: requestId, mayEnd: writing.mayEnd }) : accept([])
  if (!restored.ok) return restored
  const ended: Ended = { id: writing.order, endsAt: end, restored: restored.value }
  const body = { said, ended, reason, before: endsAt }
  const place = seatOf(ordering, kept.order.points)
  await recordOrderEvent(tx, { id: requestId, type: 'OrderEnded', order: writing.order, by, at: now, place, body })
  return accept(ended)
}

function answerAgain(event: { readonly type: string; readonly body: object }, said: string, id: string): Outcome<Ended> {
  const { body } = event
  const same = event.type === 'OrderEnded' && 'said' in body && body.said === said && 'ended' in body
  // What was ended before orders were given back has none.
  return same ? accept({ restored: [], ...(body.ended as Omit<Ended, 'restored'>) }) : refuse('request.id-reused', { about: { id } })
}
