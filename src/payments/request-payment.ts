import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { epochMs, hourMs, instantOfMs } from '../kernel/time.ts'
import type { ChargeShown } from './charge.queries.ts'
import { assessCharge, type Charge } from './charge.rules.ts'
import { changeCharge, type PayerCommand, payer } from './charge-command.ts'
import { type QrCurrency, qrCurrencies } from './emv-qr.rules.ts'
import { findOpenRequest, insertRequest, updateRequest } from './payment.store.ts'
import type { Payments } from './payment-services.ts'

const minuteMs = 60_000

/** A code to scan for this charge. One that is still good is shown again: two codes at once would invite paying twice. */
export function requestPayment(payments: Payments, command: PayerCommand): Promise<Outcome<ChargeShown>> {
  return changeCharge(payments, command, { action: 'payment.request', event: 'PaymentRequested', enters: true }, async (tx, { found, row, at }) => {
    const payable = assessCharge(row, found.standing, row.payment !== null)
    if (!payable.ok) return payable
    const { gateway, parameters } = payments
    if (!gateway || !isQrCurrency(row.currency)) return refuse('payment.not-online', { about: { office: row.office } })
    const open = await findOpenRequest(tx, row.subject)
    if (open && open.expiresAt > at) return accept({ request: open.id, again: true })
    if (open) await updateRequest(tx, open.id, { state: 'expired' })
    const createdMs = epochMs(at)
    const expiresMs = createdMs + parameters('payment.request-minutes', at) * minuteMs
    const billNumber = billNumberOf(row, row.subject)
    const code = gateway.create({ office: row.office, money: { amount: row.amount, currency: row.currency }, billNumber, createdMs, expiresMs })
    if (!code) return refuse('payment.not-online', { about: { office: row.office } })
    if (!code.ok) throw new Error(`no code can be made for a charge of ${row.office}: ${code.fault} ${code.tag}`)
    const expiresAt = instantOfMs(expiresMs)
    const watchUntil = instantOfMs(expiresMs + parameters('payment.watch-hours', at) * hourMs)
    const id = await insertRequest(tx, row, {
      ...code.value,
      how: gateway.how,
      billNumber,
      by: command.actor?.account ?? payer,
      at,
      expiresAt,
      watchUntil,
    })
    return accept({ request: id, how: gateway.how, hash: code.value.hash, amount: row.amount, currency: row.currency })
  })
}

const isQrCurrency = (currency: string): currency is QrCurrency => Object.hasOwn(qrCurrencies, currency)

/** What the payer's bank shows beside the sum, at most 25 characters: the office, and enough of the subject's id to find it by. */
const billNumberOf = ({ office }: Charge, subject: string): string => `${office.replace(':', '')}-${subject.replaceAll('-', '').slice(-12)}`
