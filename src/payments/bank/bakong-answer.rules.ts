import { instantOfMs } from '../../kernel/time.ts'
import type { BankWord } from './bank-word.rules.ts'

/** What Bakong's error codes mean for a look-up; any other says that we were not served. */
const notPaid = { notFound: 1, failed: 3 } as const
const amountMax = 1e13
const [firstMs, lastMs] = [Date.UTC(2000, 0, 1), Date.UTC(2999, 0, 1)]

/**
 * Reads the answer of `check_transaction_by_md5`: `{responseCode, errorCode, data: {hash, toAccountId, currency, amount, createdDateMs}}`.
 * Only a whole, sensible answer says "paid"; what is odd says nothing.
 */
export function bankWordOf(status: number, answer: unknown): BankWord {
  if (status >= 500 || status === 429 || status === 408) return { state: 'unavailable', why: `status ${status}` }
  if (status === 401 || status === 403) return { state: 'unavailable', why: 'token' }
  if (!isRecord(answer)) return { state: 'unknown', why: 'form' }
  const { responseCode, errorCode, data } = answer
  if (responseCode === 0) return paidWord(data)
  if (responseCode !== 1) return { state: 'unknown', why: 'form' }
  if (errorCode === notPaid.notFound || errorCode === notPaid.failed) return { state: 'unpaid' }
  return { state: 'unavailable', why: typeof errorCode === 'number' ? `error ${errorCode}` : 'form' }
}

function paidWord(data: unknown): BankWord {
  if (!isRecord(data)) return { state: 'unknown', why: 'data' }
  const { hash, toAccountId, currency, amount, createdDateMs } = data
  if (typeof hash !== 'string' || !/^[0-9a-zA-Z-]{8,100}$/.test(hash)) return { state: 'unknown', why: 'hash' }
  if (typeof toAccountId !== 'string' || toAccountId.length === 0 || toAccountId.length > 64) return { state: 'unknown', why: 'account' }
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return { state: 'unknown', why: 'currency' }
  if (typeof amount !== 'number' || !(amount > 0 && amount < amountMax) || Number(amount.toFixed(2)) !== amount)
    return { state: 'unknown', why: 'amount' }
  if (typeof createdDateMs !== 'number' || !Number.isInteger(createdDateMs) || createdDateMs < firstMs || createdDateMs > lastMs)
    return { state: 'unknown', why: 'time' }
  return { state: 'paid', reference: hash, to: toAccountId, currency, amount, at: instantOfMs(createdDateMs) }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
