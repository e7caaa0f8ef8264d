import { borderZone, type CivilDate, civilDateAt, type Instant, parseInstant } from '../../kernel/time.ts'
import { qrCurrencies } from '../emv-qr.rules.ts'
import type { BankTransfer, BankWord } from './bank-word.rules.ts'

/** Those that a payment may be recorded in; the bank writes ISO 4217's numbers. */
const currencies = ['THB', 'KHR', 'USD'] as const
const amountMax = 1e13
const [success, notFound] = [1000, 404] as const

/**
 * Reads the answer of a bill payment inquiry: `{status: {code}, data: [{transactionId, amount, currencyCode, transactionDateandTime, payeeProxyId, billPaymentRef1}]}`.
 * Only a whole, sensible line about the asked reference says "paid"; paid more than once, the first transfer is told, with the others.
 */
export function billWordOf(status: number, answer: unknown, reference: string): BankWord {
  if (status >= 500 || status === 429 || status === 408) return { state: 'unavailable', why: `status ${status}` }
  if (status === 401 || status === 403) return { state: 'unavailable', why: 'token' }
  if (status === notFound) return { state: 'unpaid' }
  if (!isRecord(answer) || !isRecord(answer['status'])) return { state: 'unknown', why: 'form' }
  const { code } = answer['status']
  if (code !== success) return { state: 'unavailable', why: typeof code === 'number' ? `code ${code}` : 'form' }
  const lines = answer['data']
  if (!Array.isArray(lines)) return { state: 'unknown', why: 'data' }
  const words = lines.map((line) => lineWord(line, reference))
  const odd = words.find((word) => word.state !== 'paid')
  if (odd) return odd
  return firstOf(words.flatMap((word) => (word.state === 'paid' ? [word] : [])))
}

/** Many transfers as one word: the first, and the others with it, in the order they were made; a line that the bank repeats counts once. */
export function firstOf(transfers: readonly BankTransfer[]): BankWord {
  const known = new Map(transfers.map((transfer) => [transfer.reference, transfer]))
  const [first, ...also] = [...known.values()].toSorted((one, other) => (one.at < other.at ? -1 : 1))
  if (!first) return { state: 'unpaid' }
  return also.length > 0 ? { ...first, also } : first
}

function lineWord(line: unknown, asked: string): Exclude<BankWord, { state: 'paid' }> | BankTransfer {
  if (!isRecord(line)) return { state: 'unknown', why: 'data' }
  const { transactionId, amount, currencyCode, transactionDateandTime, payeeProxyId, billPaymentRef1 } = line
  if (billPaymentRef1 !== asked) return { state: 'unknown', why: 'reference' }
  if (typeof transactionId !== 'string' || !/^[0-9a-zA-Z-]{8,100}$/.test(transactionId)) return { state: 'unknown', why: 'transaction' }
  if (typeof payeeProxyId !== 'string' || !/^\d{15}$/.test(payeeProxyId)) return { state: 'unknown', why: 'account' }
  const currency = currencies.find((each) => qrCurrencies[each] === currencyCode)
  if (!currency) return { state: 'unknown', why: 'currency' }
  if (typeof amount !== 'string' || !/^\d{1,13}([.]\d{1,2})?$/.test(amount) || !(Number(amount) > 0 && Number(amount) < amountMax))
    return { state: 'unknown', why: 'amount' }
  const at = typeof transactionDateandTime === 'string' ? parseInstant(transactionDateandTime) : undefined
  if (!at) return { state: 'unknown', why: 'time' }
  return {
    state: 'paid',
    reference: transactionId,
    to: payeeProxyId,
    currency,
    amount: Number(amount),
    at,
  }
}

/** The days on the bank's clock from when a code was shown until now: an inquiry asks about one of them. */
export function daysToAsk(madeAt: Instant, now: Instant): CivilDate[] {
  const [first, last] = [civilDateAt(madeAt, borderZone), civilDateAt(now, borderZone)]
  const days: CivilDate[] = []
  for (let day = Temporal.PlainDate.from(first); day.toString() <= last && days.length < daysMax; day = day.add({ days: 1 }))
    days.push(day.toString() as CivilDate)
  return days
}
/** Longer than a code is watched (data/operating-parameters.json). */
const daysMax = 10

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
