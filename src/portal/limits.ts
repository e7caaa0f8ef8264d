import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { networkOf } from '../identity/sign-in/limits.ts'
import type { OperatingParameters } from '../instruments/operating-parameters.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'
import type { PortalLimits } from './portal-services.ts'

const [minute, quarter, day] = [60, 900, 86_400]

/** Counted in Postgres, as sign-ins are. `fingerprint`: numbers are counted without being kept. Time here is the machine's own. */
export function openPortalLimits(
  pool: pg.Pool,
  { parameters, now, fingerprint }: { parameters: OperatingParameters; now: () => Instant; fingerprint: (text: string) => string },
): PortalLimits {
  const at = now()
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterPostgres({ storeClient: pool, storeType: 'pool', tableName: 'portal_limit', tableCreated: true, keyPrefix, points, duration })
  const asked = limiter('asked', parameters('portal.requests-per-minute-max', at), minute)
  const guessed = limiter('guessed', parameters('portal.guesses-per-quarter-hour-max', at), quarter)
  const number = limiter('number', parameters('portal.guesses-of-a-number-per-quarter-hour-max', at), quarter)
  const written = limiter('written', parameters('portal.writings-per-day-max', at), day)
  const keyOf = (text: string) => fingerprint(`portal ${text}`)
  return {
    ofAddress: (address) => consumed(asked.consume(networkOf(address))),
    async ofGuess(address, text) {
      const first = await consumed(guessed.consume(networkOf(address)))
      return first.ok ? consumed(number.consume(keyOf(text))) : first
    },
    async right(address, text) {
      await Promise.all([guessed.reward(networkOf(address), 1), number.reward(keyOf(text), 1)])
    },
    ofWriting: (address) => consumed(written.consume(networkOf(address))),
  }
}

async function consumed(attempt: Promise<unknown>): Promise<Outcome<void>> {
  try {
    await attempt
    return accept(undefined)
  } catch (error) {
    // The library throws its count when it is above; anything else is a database that is away.
    if (!(error instanceof RateLimiterRes)) throw error
    return refuse('portal.too-many', { about: { seconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) } })
  }
}
