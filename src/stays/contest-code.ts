import type { Actor } from '../identity/actor.rules.ts'
import { madeAtMs, parseCommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { instantOfMs } from '../kernel/time.ts'
import type { Facts } from '../movements/facts.rules.ts'
import { inTransaction } from '../platform/database.ts'
import { refusalCode } from './prove-record.ts'
import { inNameOf, mayAtPoint, type Stays } from './stay-services.ts'

export type ContestCode = {
  readonly code: string
  readonly document: { readonly number: string; readonly issuer: string | null; readonly kind: 'border-pass' | 'passport' | null } | null
}

/** The code of a movement that this officer recorded, and the document that it is typed with. Row-level security shows everybody their own events. */
export function readContestCode(stays: Stays, actor: Actor, id: string): Promise<Outcome<ContestCode>> {
  return inTransaction(stays.database, inNameOf(stays, actor), async (tx) => {
    const movement = parseCommandId(id)
    const event =
      movement &&
      (await tx
        .selectFrom('event')
        .select(['body', 'place'])
        .where('id', '=', movement)
        .where('made_at', '=', instantOfMs(madeAtMs(movement)))
        .where('type', '=', 'MovementRecorded')
        .where('actor', '=', actor.account)
        .executeTakeFirst())
    if (!movement || !event?.place || !mayAtPoint(stays, actor, 'movement.record', event.place)) return refuse('movement.not-found')
    const { facts } = event.body as { facts?: Facts }
    const { number = null, issuer = null, kind = null } = facts?.document ?? {}
    return accept({ code: refusalCode(stays, movement), document: number === null ? null : { number, issuer, kind } })
  })
}
