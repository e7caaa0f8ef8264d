import { sql } from 'kysely'
import type { OperatingParameters } from '../../instruments/operating-parameters.ts'
import { epochMs, hourMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import { type Database, inTransaction, type Tx } from '../../platform/database.ts'
import type { ApplicationState } from '../application.rules.ts'
import { decideDue, type MessageKind, type MessageState, waitSeconds } from './message.rules.ts'
import type { MessageGateway, Sent } from './message-gateway.ts'

export type Messenger = {
  readonly database: Database
  readonly now: () => Instant
  readonly parameters: OperatingParameters
  readonly gateway: MessageGateway | undefined
}
/** `key`: what the gateway knows it by; another number is another message. */
type Claimed = {
  readonly cell: number
  readonly id: string
  readonly key: string
  readonly tries: number
  readonly to: string
  readonly text: string
}

const [messagesMax, atOnce] = [50, 4] as const

/**
 * One round: takes what is due, a few at once, and gives it to the gateway outside any transaction. Two rounds never take one message: the row is locked, marked as being sent and
 * given a time within which nobody else looks at it. If the answer is lost the message is tried again under the same id.
 */
export async function sendMessages(messenger: Messenger): Promise<{ readonly tried: number; readonly sent: number }> {
  const { gateway, parameters, now } = messenger
  if (!gateway) return { tried: 0, sent: 0 }
  const patienceMs = parameters('message.answer-seconds-max', now()) * 1000
  const claimed = await inTransaction(messenger.database, asMessenger(messenger), (tx) => claim(tx, messenger, patienceMs))
  let sent = 0
  const rest = claimed.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const message of rest) {
        const said = await gateway.send({ id: message.key, to: message.to, text: message.text }, { patienceMs })
        if (said.word === 'taken') sent += 1
        await inTransaction(messenger.database, asMessenger(messenger), (tx) => writeDown(tx, messenger, message, said))
      }
    }),
  )
  return { tried: claimed.length, sent }
}

const asMessenger = ({ now }: Messenger) => ({ job: 'messages', at: now() }) as const

type Row = {
  readonly cell: number
  readonly id: string
  readonly kind: string
  readonly tries: number
  readonly body: string
  readonly made_at: string
  readonly case: string
  readonly mobile: string | null
  readonly consented_at: string | null
}

async function claim(tx: Tx, { now, parameters }: Messenger, patienceMs: number): Promise<Claimed[]> {
  const at = now()
  const { rows } = await sql<Row>`select m.cell, m.id, m.kind, m.tries, m.body, m.made_at, a.state as case, n.mobile, n.consented_at
    from message m join application a on a.cell = m.cell and a.id = m.application_id
      left join application_mobile n on n.cell = m.cell and n.application_id = m.application_id
    where m.state in ('waiting', 'sending') and m.next_at <= ${at} order by m.next_at, m.id limit ${messagesMax} for update of m skip locked`.execute(
    tx,
  )
  const limits = { triesMax: parameters('message.tries-max', at), hoursMax: parameters('message.hours-max', at) }
  // All of a round wait for few connections: the last is looked at again only when each before it had its time.
  const until = instantOfMs(epochMs(at) + patienceMs * (Math.ceil(messagesMax / atOnce) + 1))
  const claimed: Claimed[] = []
  for (const { cell, id, kind, tries, body, made_at, case: state, mobile, consented_at } of rows) {
    const ageHours = (epochMs(at) - epochMs(made_at as Instant)) / hourMs
    const due = { kind: kind as MessageKind, tries, case: state as ApplicationState, hasNumber: mobile !== null, ageHours }
    const next = decideDue(due, limits)
    if (next !== 'sending' || mobile === null || consented_at === null)
      await end(tx, { cell, id, tries }, { state: next, at, why: next === 'dead' ? 'unanswered' : null })
    else {
      await update(tx, { cell, id, tries }, { state: 'sending', tries: tries + 1, next_at: until })
      claimed.push({ cell, id, key: `${id}.${epochMs(consented_at as Instant)}`, tries: tries + 1, to: mobile, text: body })
    }
  }
  return claimed
}

async function writeDown(tx: Tx, { now, parameters }: Messenger, message: Claimed, { word, why }: Sent): Promise<void> {
  const at = now()
  if (word === 'taken') return end(tx, message, { state: 'sent', at, why: null })
  if (word === 'never' || message.tries >= parameters('message.tries-max', at)) return end(tx, message, { state: 'dead', at, why })
  const seconds = waitSeconds(message.tries, {
    first: parameters('message.retry-seconds', at),
    longest: parameters('message.retry-minutes-max', at) * 60,
  })
  await update(tx, message, { state: 'waiting', next_at: instantOfMs(epochMs(at) + seconds * 1000), why })
}

type Which = Pick<Claimed, 'cell' | 'id' | 'tries'>
const end = (tx: Tx, which: Which, { state, at, why }: { state: MessageState; at: Instant; why: string | null }): Promise<void> =>
  update(tx, which, { state, ended_at: at, why })

type Change = { state: MessageState; tries?: number; next_at?: Instant; ended_at?: Instant; why?: string | null }
/** Only the try that was taken writes: one that came back after its time finds another's number of tries. */
async function update(tx: Tx, { cell, id, tries }: Which, change: Change): Promise<void> {
  await tx
    .updateTable('message')
    .set(change)
    .where('cell', '=', cell)
    .where('id', '=', id)
    .where('tries', '=', tries)
    .where('state', 'in', ['waiting', 'sending'])
    .execute()
}

export const messagesEveryMs = 5_000

/** Rounds until it is stopped; one that is slow is not overtaken by the next. */
export function startMessenger(messenger: Messenger): () => void {
  if (!messenger.gateway) return () => {}
  let busy = false
  const round = async () => {
    if (busy) return
    busy = true
    // A database that is away is asked again the next time.
    await sendMessages(messenger).catch(() => {})
    busy = false
  }
  const timer = setInterval(() => void round(), messagesEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}
