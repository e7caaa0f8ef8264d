import { hash, randomUUID } from 'node:crypto'
import { instantOfMs } from '../../kernel/time.ts'
import { readPromptPay, writePromptPay } from '../promptpay.rules.ts'
import { askJson, askLimits, given } from './ask-json.ts'
import type { BankTransfer, BankWord } from './bank-word.rules.ts'
import { billWordOf, daysToAsk, firstOf } from './bill-answer.rules.ts'
import type { Billers } from './billers.ts'
import type { PaymentGateway } from './payment-gateway.ts'

const inquiryPath = 'v1/payment/billpayment/inquiry'
/** Thai QR, tag 30, scanned by the customer. */
const eventCode = '00300100'

/**
 * PromptPay as a bill with a reference of its own, and a bank's look-up of it by biller, reference and day. Modelled after the Bill Payment Transaction Inquiry of
 * SCB's open API; a bank that asks for other names is another reader of the same kind.
 */
export function promptPayGateway(options: {
  readonly url: string
  readonly token: () => string
  /** The bank's name of whoever asks. */
  readonly client: string
  readonly billers: Billers
  readonly now: () => number
  readonly limits?: { readonly patienceMs: number; readonly bytesMax: number }
}): PaymentGateway {
  const address = new URL(inquiryPath, options.url.endsWith('/') ? options.url : `${options.url}/`)
  async function askDay(billerId: string, reference: string, day: string): Promise<BankWord> {
    const token = given(options.token)
    if (token === undefined) return { state: 'unavailable', why: 'token' }
    const url = new URL(address)
    url.search = new URLSearchParams({ eventCode, transactionDate: day, billerId, reference1: reference }).toString()
    const headers = { resourceOwnerId: options.client, requestUId: randomUUID() }
    const asked = await askJson(url, token, undefined, { ...(options.limits ?? askLimits), headers })
    return asked.ok ? billWordOf(asked.status, asked.value, reference) : { state: 'unavailable', why: asked.why }
  }
  return {
    how: 'promptpay',
    serves: (office) => options.billers.has(office),
    create({ office, money, billNumber, createdMs }) {
      const billerId = options.billers.get(office)
      if (billerId === undefined || money.currency !== 'THB') return undefined
      const written = writePromptPay({ receiver: { kind: 'biller', billerId, ref1: referenceOf(billNumber, createdMs) }, baht: money.amount })
      return written.ok ? { ok: true, value: { payload: written.value, hash: hash('md5', written.value), account: billerId } } : written
    },
    async check(_hash, shown) {
      const read = shown && readPromptPay(shown.payload)
      if (!shown || !read?.ok || read.value.receiver.kind !== 'biller') return { state: 'unknown', why: 'code' }
      const { billerId, ref1 } = read.value.receiver
      // An inquiry is about one day, and a code may be paid on a later one than it was shown on, by somebody else once more.
      const transfers: BankTransfer[] = []
      for (const day of daysToAsk(shown.madeAt, instantOfMs(options.now()))) {
        const word = await askDay(billerId, ref1, day)
        if (word.state === 'paid') transfers.push(word, ...(word.also ?? []))
        else if (word.state !== 'unpaid') return transfers.length > 0 ? firstOf(transfers) : word
      }
      return firstOf(transfers)
    },
  }
}

/** Twelve signs of the charge and the moment of the code: a second code of one charge is another bill. */
const referenceOf = (billNumber: string, createdMs: number): string => `${billNumber.slice(-12)}${createdMs.toString(36)}`.toUpperCase()
