import { recordEvent } from '../audit/record-event.ts'
import type { CommandId } from '../kernel/code.ts'
import { epochMs, type Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId, newCommandId } from '../platform/ids.ts'

type OrderEvent = {
  /** The command's own; left out: of what a command did to another order beside it. */
  readonly id?: CommandId
  readonly type: 'OrderIssued' | 'OrderSuperseded' | 'OrderEnded' | 'OrderRestored'
  readonly order: string
  readonly by: string
  readonly at: Instant
  readonly place: string
  readonly body: object
}

/** What became of an order. It belongs to no holder: its cell is its own id's. */
export async function recordOrderEvent(tx: Tx, { id, type, order, by, at, place, body }: OrderEvent): Promise<void> {
  const event = id ?? newCommandId(epochMs(at))
  await recordEvent(tx, { id: event, cell: cellOf(event as string as HolderBoundId), type, subject: order, actor: by, at, place, body })
}
