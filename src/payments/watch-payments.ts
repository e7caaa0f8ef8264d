import { inTransaction } from '../platform/database.ts'
import { requestsToWatch } from './charge.queries.ts'
import { type Confirmed, confirmPayment } from './confirm-payment.ts'
import { asBank, type Payments } from './payment-services.ts'

const [requestsMax, atOnce] = [200, 4] as const

/** One round: asks the bank about every request that is due, a few at once, outside any transaction. What a round does not reach, the next does. */
export async function watchPayments(payments: Payments): Promise<{ readonly asked: number; readonly settled: number }> {
  const { gateway } = payments
  if (!gateway) return { asked: 0, settled: 0 }
  const due = await inTransaction(payments.database, asBank(payments), (tx) => requestsToWatch(tx, payments.now(), requestsMax))
  const results: Confirmed[] = []
  const rest = due.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const asked of rest) {
        const word = await gateway.check(asked.hash, asked)
        // One code, paid twice: each transfer is taken by itself, the first one first.
        const said = word.state === 'paid' ? [word, ...(word.also ?? [])] : [word]
        for (const each of said) results.push(await confirmPayment(payments, asked.id, each))
      }
    }),
  )
  return { asked: due.length, settled: results.filter((result) => result === 'settled').length }
}

export const watchEveryMs = 5_000

/** Rounds until it is stopped; one that is slow is not overtaken by the next. */
export function startWatch(payments: Payments): () => void {
  if (!payments.gateway) return () => {}
  let busy = false
  const round = async () => {
    if (busy) return
    busy = true
    // A database that is away is asked again the next time.
    await watchPayments(payments).catch(() => {})
    busy = false
  }
  const timer = setInterval(() => void round(), watchEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}
