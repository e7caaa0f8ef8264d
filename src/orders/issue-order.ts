import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { findEvent } from '../audit/record-event.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'
import { readRegistry } from '../places/live-registry.ts'
import type { Order } from '../places/order.rules.ts'
import type { Registry } from '../places/registry.rules.ts'
import { rollBackOn, type Tx } from '../platform/database.ts'
import { conflictsOf } from './conflicts.rules.ts'
import { endingOf, enterPaper, insertOrder, type KeptOrder, keepPaperFile, lockOrder, writeEnding } from './order.store.ts'
import type { OrderDraft } from './order-draft.rules.ts'
import { assess, inNameOf, laterOf, mayOrder, type OrderCommand, type Ordering, refusalOf, saidOf, seatOf } from './ordering.ts'
import { paperTypeOf } from './paper.rules.ts'
import { wordsOf } from './place-names.ts'
import { recordOrderEvent } from './record-order-event.ts'

export type IssueOrder = {
  readonly draft: OrderDraft
  /** The paper as it came: a PDF or a picture. */
  readonly paper: Buffer | null
  /** Keys of the conflicts that were seen. */
  readonly confirmed: readonly string[]
}
export type Issued = { readonly id: string; readonly superseded: readonly string[] }

/** Issues an order: its paper, the end of those whose place it takes, and the order itself in one transaction. In force at its minute: at once in this process, in others within a reading of theirs. */
export async function issueOrder(ordering: Ordering, { actor, requestId, ...command }: OrderCommand & IssueOrder): Promise<Outcome<Issued>> {
  const allowed = mayOrder(ordering, actor, 'order.issue', command.draft.order.points)
  if (!allowed.ok) return allowed as Outcome<never>
  const issued = await rollBackOn(ordering.database, inNameOf(ordering, actor), async (tx) => {
    const mayEnd = (order: Order) => mayOrder(ordering, actor, 'order.end', order.points)
    return writeOrder(ordering, tx, { ...command, requestId, by: actor.account, mayEnd })
  })
  if (issued.ok) await ordering.registry.changed()
  return issued
}

type Writing = IssueOrder & { readonly requestId: CommandId; readonly by: string; mayEnd(order: Order): Outcome<unknown> }
type Services = Pick<Ordering, 'state' | 'now' | 'parameters'> & { readonly registry: { readonly current: Registry } }

/** The command inside its transaction: from the desk in the name of an officer, from the shell in that of whoever runs the machine. */
export async function writeOrder(ordering: Services, tx: Tx, writing: Writing): Promise<Outcome<Issued>> {
  const { draft, paper, requestId, by } = writing
  const said = saidOf([draft, paper && sha256Of(paper)])
  // Orders are few and each looks at all others: they are written one after another.
  await lockAllOrders(tx)
  const before = await findEvent(tx, requestId)
  if (before) return answerAgain(before, said, requestId)
  const at = ordering.now()
  const registry = await readRegistry(tx)
  const faults = refusalOf(assess(ordering, registry, draft))
  if (faults) return faults
  const unseen = conflictsOf(draft, registry).filter(({ key }) => !writing.confirmed.includes(key))
  if (unseen.length > 0) return refuse('order.conflicts', { about: { count: unseen.length } })
  const kept = await keepPaper(ordering, tx, { draft, paper, at, by })
  if (!kept.ok) return kept
  const order = { ...draft.order, words: wordsOf(draft.order, registry) }
  if (!(await insertOrder(tx, order, { at, by }))) return refuse('order.twice', { about: { order: order.id } })
  for (const id of draft.supersedes) {
    const ended = await supersede(ordering, tx, { id, order, at, writing })
    if (!ended.ok) return ended
  }
  const issued: Issued = { id: order.id, superseded: draft.supersedes }
  const place = seatOf(ordering, order.points)
  const body = { said, issued, order, instrument: draft.instrument, paper: kept.value, confirmed: writing.confirmed }
  await recordOrderEvent(tx, { id: requestId, type: 'OrderIssued', order: order.id, by, at, place, body })
  return accept(issued)
}

function answerAgain(event: { readonly type: string; readonly body: object }, said: string, id: string): Outcome<Issued> {
  const { body } = event
  const same = event.type === 'OrderIssued' && 'said' in body && body.said === said && 'issued' in body
  return same ? accept(body.issued as Issued) : refuse('request.id-reused', { about: { id } })
}

/** Until the transaction's end. An advisory lock of our own: there may be no order yet to lock. */
export const lockAllOrders = (tx: Tx): Promise<unknown> => sql`select pg_advisory_xact_lock(hashtextextended('crossing_order', 3))`.execute(tx)

type Keeping = { readonly draft: OrderDraft; readonly paper: Buffer | null; readonly at: Instant; readonly by: string }

async function keepPaper({ parameters }: Services, tx: Tx, { draft, paper, at, by }: Keeping): Promise<Outcome<string | null>> {
  const instrument = draft.instrument.id
  if (!(await enterPaper(tx, draft.instrument, draft.order.startsAt))) return refuse('order.instrument', { about: { instrument } })
  if (paper === null) return accept(null)
  const kilobytesMax = parameters('order.paper-kilobytes-max', at)
  const type = paperTypeOf(paper)
  if (!type || paper.length > kilobytesMax * 1024) return refuse('order.paper', { about: { kilobytesMax } })
  const sha256 = sha256Of(paper)
  await keepPaperFile(tx, { instrument, sha256, type, bytes: paper, at, by })
  return accept(sha256)
}

const sha256Of = (bytes: Buffer): string => hash('sha256', bytes, 'hex')

type Superseding = { readonly id: string; readonly order: Order; readonly at: Instant; readonly writing: Writing }

/** The old order's end moves to the new one's start; one that had not begun by then never is in force. */
async function supersede(ordering: Services, tx: Tx, { id, order, at, writing }: Superseding): Promise<Outcome<unknown>> {
  const old: KeptOrder | undefined = await lockOrder(tx, id)
  if (!old) return refuse('order.supersedes', { about: { order: id } })
  const allowed = writing.mayEnd(old.order)
  if (!allowed.ok) return allowed
  const endsAt = laterOf(old.order.startsAt, order.startsAt)
  const ending = { endsAt, endedAt: at, endedBy: writing.by, endedWhy: order.number, supersededBy: order.id, before: endingOf(old) }
  await writeEnding(tx, id, ending)
  const body = { by: order.id, endsAt, before: old.order.endsAt, command: writing.requestId }
  await recordOrderEvent(tx, { type: 'OrderSuperseded', order: id, by: writing.by, at, place: seatOf(ordering, old.order.points), body })
  return accept(undefined)
}
