import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { cellOf, type HolderBoundId } from '../../platform/ids.ts'
import type { MessageKind, MessageState } from './message.rules.ts'

export type Message = {
  readonly id: string
  readonly kind: MessageKind
  readonly state: MessageState
  readonly text: string
  readonly tries: number
  readonly madeAt: Instant
  readonly nextAt: Instant | null
  readonly endedAt: Instant | null
  readonly why: string | null
}

export async function findMobile(tx: Tx, id: HolderBoundId): Promise<string | undefined> {
  const row = await tx
    .selectFrom('application_mobile')
    .select('mobile')
    .where('cell', '=', cellOf(id))
    .where('application_id', '=', id)
    .executeTakeFirst()
  return row?.mobile
}

/** The messages of a case, the latest first. */
export async function messagesOf(tx: Tx, id: HolderBoundId): Promise<Message[]> {
  const rows = await tx
    .selectFrom('message')
    .select(['id', 'kind', 'state', 'body', 'tries', 'made_at', 'next_at', 'ended_at', 'why'])
    .where('cell', '=', cellOf(id))
    .where('application_id', '=', id)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id: messageId, kind, state, body, tries, made_at, next_at, ended_at, why }) => ({
    id: messageId,
    kind: kind as MessageKind,
    state: state as MessageState,
    text: body,
    tries,
    madeAt: made_at as Instant,
    nextAt: ended_at === null ? (next_at as Instant) : null,
    endedAt: ended_at as Instant | null,
    why,
  }))
}
