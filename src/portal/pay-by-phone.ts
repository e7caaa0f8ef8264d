import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { epochMs, type Instant } from '../kernel/time.ts'
import { requestPayment } from '../payments/request-payment.ts'
import { inTransaction } from '../platform/database.ts'
import { findFollowedCharge } from './follow.queries.ts'
import { type Known, knock } from './knock.ts'
import type { PhonePaymentAnswer } from './portal.api.ts'
import { asResident, type Portal } from './portal-services.ts'

/** The code to pay the fee with, as the cashier's window would show it: the same command, asked for by the payer. That it was paid is told by following the case. */
export const payByPhone = (portal: Portal, address: string, asked: Known & { readonly requestId: CommandId }): Promise<Outcome<PhonePaymentAnswer>> =>
  knock(portal, address, asked, async (number, born) => {
    const subject = await inTransaction(portal.database, asResident(portal), (tx) => findFollowedCharge(tx, number, born))
    if (!subject) return refuse('follow.unknown')
    const requested = await requestPayment(portal.payments, { requestId: asked.requestId, actor: null, subject })
    if (!requested.ok) return requested
    const { amount, currency, instrument, requests } = requested.value
    const open = requests.find(({ state }) => state === 'open')
    if (!open) return refuse('charge.already-paid')
    const { how, payload, expiresAt, billNumber } = open
    const goodForSeconds = Math.max(0, Math.floor((epochMs(expiresAt as Instant) - epochMs(portal.now())) / 1000))
    return accept({ amount, currency, instrument, how, payload, expiresAt, goodForSeconds, billNumber })
  })
