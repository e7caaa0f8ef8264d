import { useEffect, useState } from 'react'
import { epochMs, type Instant } from '../../../kernel/time.ts'
import type { ChargeAnswer, DayCloseAnswer, DayNowAnswer, DayPaymentsAnswer, RefundAnswer } from '../../../payments/payments.api.ts'
import { useAnswer, useInstance } from '../queries.ts'

export const chargeKey = (subject: string) => [`/api/v1/charges/${subject}`]
/** `everyMs`: how often it is asked whether it is paid. */
export const useCharge = (subject: string, { enabled = true, everyMs }: { enabled?: boolean; everyMs?: number } = {}) =>
  useAnswer<ChargeAnswer>(`/api/v1/charges/${subject}`, { enabled, ...(everyMs !== undefined && { refetchInterval: everyMs }) })

/** More than an office takes on its busiest day. */
export const dayRowsMax = 1000
const everyMs = 15_000
export const useDayPayments = (office: string, day: string) =>
  useAnswer<DayPaymentsAnswer>(`/api/v1/payments?office=${office}&day=${day}&limit=${dayRowsMax}`, { refetchInterval: everyMs })
export const useDayNow = (office: string, enabled: boolean) =>
  useAnswer<DayNowAnswer>(`/api/v1/day?office=${office}`, { enabled, refetchInterval: everyMs })
export const useRefunds = (office: string, state: 'open' | 'done') =>
  useAnswer<RefundAnswer[]>(`/api/v1/refunds?office=${office}&state=${state}`, { refetchInterval: everyMs })
export const useDayCloses = (office: string, day?: string) =>
  useAnswer<DayCloseAnswer[]>(`/api/v1/day-closes?office=${office}${day === undefined ? '' : `&from=${day}&until=${day}`}`)

/** Everything of money that a screen may show: asked anew after each step. */
export const isOfMoney = ({ queryKey: [path] }: { queryKey: readonly unknown[] }): boolean =>
  typeof path === 'string' && /^\/api\/v1\/(charges|payments|day|refunds|applications)\b/.test(path)

const tickMs = 1_000
/** The server's clock, in whole seconds, as far as this page knows it: whether a code is over is not for the reader's clock to say. */
export function useServerNow(): number | undefined {
  const { data, dataUpdatedAt } = useInstance()
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setPassed(Date.now() - dataUpdatedAt), tickMs)
    return () => clearInterval(timer)
  }, [dataUpdatedAt])
  return data && epochMs(data.now as Instant) + passed
}
