import { isIPv6 } from 'node:net'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'

/** How often in how long; what is above is refused until the time is over. */
export const limitOf = {
  /** Attempts and new challenges from one address: a whole office may share it. */
  address: { points: 120, seconds: 60 },
  /** Failures of one passkey or account, from wherever they come. */
  account: { points: 10, seconds: 900 },
} as const

export type SignInLimits = {
  /** Counts one attempt from the address that the connection comes from; no header is asked. */
  ofAddress(address: string): Promise<Outcome<void>>
  /** Counts one attempt of this passkey or account, before the work: a thousand at once are the first few. */
  ofAccount(key: string): Promise<Outcome<void>>
  /** The attempt was good: it does not count. */
  succeeded(key: string): Promise<void>
}

/** Counted in Postgres, so that a restart or a second server forgets nothing. Time here is the machine's own. */
export function openLimits(pool: pg.Pool): SignInLimits {
  const shared = { storeClient: pool, storeType: 'pool', tableName: 'sign_in_limit', tableCreated: true } as const
  const address = new RateLimiterPostgres({ ...shared, keyPrefix: 'address', points: limitOf.address.points, duration: limitOf.address.seconds })
  const account = new RateLimiterPostgres({ ...shared, keyPrefix: 'account', points: limitOf.account.points, duration: limitOf.account.seconds })
  return {
    ofAddress: (from) => consumed(address.consume(networkOf(from))),
    ofAccount: (key) => consumed(account.consume(key)),
    succeeded: async (key) => void (await account.reward(key, 1)),
  }
}

async function consumed(attempt: Promise<unknown>): Promise<Outcome<void>> {
  try {
    await attempt
    return accept(undefined)
  } catch (error) {
    // The library throws its count when it is above; anything else is a database that is away.
    if (error instanceof RateLimiterRes) return tooMany(error)
    throw error
  }
}

const tooMany = ({ msBeforeNext }: RateLimiterRes): Outcome<never> =>
  refuse('session.too-many', { about: { seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) } })

/** One customer of a network has a whole /64 of IPv6: it counts as one address. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const front = head === '' ? [] : head.split(':')
  const back = tail ? tail.split(':') : []
  const groups = [...front, ...Array.from({ length: tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length) }, () => '0'), ...back]
  return `${groups
    .slice(0, 4)
    .map((group) => group.padStart(4, '0'))
    .join(':')}::/64`
}
