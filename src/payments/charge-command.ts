import { findEvent, keeps, recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import type { Action } from '../identity/authority-lists.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'
import { inTransaction, rollBackOn, type Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { type ChargeShown, showCharge } from './charge.queries.ts'
import { type ChargeRow, holdCharge, holdKnownCharge } from './payment.store.ts'
import { asBank, type ChargeFound, inNameOf, type Payments } from './payment-services.ts'

export type ChargeCommand = { readonly requestId: CommandId; readonly actor: Actor; readonly subject: HolderBoundId }
/** Null: the payer, who proved to whoever calls this that the case is theirs; they may ask for a code and nothing else. */
export type PayerCommand = Omit<ChargeCommand, 'actor'> & { readonly actor: Actor | null }
/** Of the payer, in rows and events. */
export const payer = 'holder'

/** The charge, for somebody who may do this there. One that they may not even read answers as one that does not exist. */
async function findFor(
  tx: Tx,
  payments: Payments,
  { actor, subject }: Omit<PayerCommand, 'requestId'>,
  action: Action,
): Promise<Outcome<ChargeFound>> {
  const found = await payments.findCharge(tx, subject, actor)
  if (!found) return refuse('charge.not-found')
  if (!actor) return action === 'payment.request' ? accept(found) : refuse('charge.not-found')
  const place = areaPlace(found.charge.office)
  const allowed = may(actor.grants, action, place, payments.now())
  if (allowed.ok) return accept(found)
  return may(actor.grants, 'payment.read', place, payments.now()).ok ? allowed : refuse('charge.not-found')
}

/**
 * Find, ask, hold, decide, save, record: one command about a charge in one transaction. `step` says what the event keeps, or why not; `enters`: the charge may be new;
 * `says`: of what was sent, what its event keeps, so that an id that comes again says the same again.
 */
export function changeCharge(
  payments: Payments,
  command: PayerCommand,
  {
    action,
    event,
    enters = false,
    says = {},
  }: { readonly action: Action; readonly event: string; readonly enters?: boolean; readonly says?: object },
  step: (tx: Tx, held: { found: ChargeFound; row: ChargeRow; at: Instant }) => Promise<Outcome<object>>,
): Promise<Outcome<ChargeShown>> {
  const { actor, requestId, subject } = command
  return rollBackOn(payments.database, actor ? inNameOf(payments, actor) : asBank(payments), async (tx) => {
    const asked = await findFor(tx, payments, command, action)
    if (!asked.ok) return asked
    // The case before its charge; and asked again, since it may have been moved meanwhile.
    await payments.hooks.hold(tx, subject)
    const allowed = await findFor(tx, payments, command, action)
    if (!allowed.ok) return allowed
    const found = allowed.value
    if (found.own) return refuse('authority.own-case')
    const at = payments.now()
    // Held before anything is looked at: the same command sent ten times at once happens once, and is answered ten times.
    const row = enters ? await holdCharge(tx, subject, found.charge, at) : await holdKnownCharge(tx, subject)
    // A charge that is there and not seen is another office's, which took the money before the case was moved here.
    if (!row) return refuse(enters ? 'charge.already-paid' : 'payment.not-found')
    const earlier = await findEvent(tx, requestId)
    if (earlier) {
      const same = earlier.type === event && earlier.subject === subject && keeps(earlier, says)
      return same ? accept(await showCharge(tx, payments, subject, found)) : refuse('request.id-reused', { about: { id: requestId } })
    }
    const done = await step(tx, { found, row, at })
    if (!done.ok) return done
    const { office } = found.charge
    await recordEvent(tx, {
      id: requestId,
      cell: cellOf(subject),
      type: event,
      subject,
      actor: actor?.account ?? payer,
      place: office,
      at,
      body: done.value,
    })
    const after = await payments.findCharge(tx, subject, actor)
    return accept(await showCharge(tx, payments, subject, after ?? found))
  })
}

export function readCharge(payments: Payments, actor: Actor, subject: HolderBoundId): Promise<Outcome<ChargeShown>> {
  return inTransaction(payments.database, inNameOf(payments, actor), async (tx) => {
    const found = await findFor(tx, payments, { actor, subject }, 'payment.read')
    return found.ok ? accept(await showCharge(tx, payments, subject, found.value)) : found
  })
}
