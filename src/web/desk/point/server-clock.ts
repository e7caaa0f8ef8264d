import { useEffect, useState } from 'react'
import { epochMs, type Instant, instantOfMs } from '../../../kernel/time.ts'
import { useInstance } from '../queries.ts'

const tickMs = 15_000

/** The server's clock, not this machine's: how far they differ is learned when the page is opened. */
export function useNow(told?: Instant): Instant | undefined {
  const instance = useInstance()
  const base = told ?? (instance.data?.now as Instant | undefined)
  const [heard, setHeard] = useState<{ readonly base: Instant; readonly at: number } | undefined>(undefined)
  const [, tick] = useState(0)
  useEffect(() => {
    if (base !== undefined) setHeard({ base, at: performance.now() })
  }, [base])
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), tickMs)
    return () => clearInterval(timer)
  }, [])
  if (!heard) return base
  return instantOfMs(epochMs(heard.base) + Math.floor(performance.now() - heard.at))
}
