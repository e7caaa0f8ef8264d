import type pg from 'pg'
import type { OperatingParameters } from '../instruments/operating-parameters.ts'
import type { AreaCode } from '../kernel/code.ts'
import { type CivilDate, epochMs, type Instant } from '../kernel/time.ts'
import type { SessionReader, SignedIn } from './authorise.ts'
import { type Role, roles } from './authority-lists.rules.ts'
import { type AccountId, type Grant, timeOf } from './grant.rules.ts'
import { type Place, parsePlace } from './place.rules.ts'
import { sessionCookieValue, signedToken } from './session-cookie.ts'

/** Those whose gesture signs passes: their session goes idle soon. */
export const signers: readonly Role[] = ['governor', 'deputy-governor', 'provincial-governor']

/** Seen again is written at most so often. */
const seenEveryMs = { signer: 1_000, other: 60_000 } as const

export type SessionReaderOptions = { readonly pool: pg.Pool; readonly secret: string; readonly parameters: OperatingParameters }
type Found = SignedIn | 'none' | 'idle'
/** A session as it was read last; only of those who do not sign. */
type Kept = { readonly found: SignedIn; readonly readAtMs: number; readonly expiresAtMs: number }
const keptMs = 60_000
const keptMax = 20_000
type Waiting = {
  readonly value: string
  readonly token: string
  readonly now: Instant
  readonly resolve: (found: Found) => void
  readonly reject: (error: unknown) => void
}

/**
 * Who asks, by the cookie. All look-ups that wait at one moment are one query; what arrives while it runs is the next one, so that
 * an answer is never older than its question: a session that was ended, or a role that was taken, counts from the next request.
 */
export function openSessionReader({ pool, secret, parameters }: SessionReaderOptions): SessionReader {
  let waiting: Waiting[] = []
  let running = false
  /** By the cookie's value, whose signature was checked when it was read: recalling checks no signature again. */
  const kept = new Map<string, Kept>()

  async function run(): Promise<void> {
    running = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        await answer(batch)
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    running = false
  }

  async function answer(batch: readonly Waiting[]): Promise<void> {
    const { rows } = await pool.query<SessionRow>({ name: 'read-session', text: statement, values: [[...new Set(batch.map(({ token }) => token))]] })
    const byToken = new Map(rows.map((row) => [row.token, row]))
    const seen = new Map<string, Instant>()
    const answers = batch.map(({ value, token, now, resolve, reject }) => {
      try {
        const found = judge(byToken.get(token), value, now, seen)
        return () => resolve(found)
      } catch (error) {
        // One account's damaged row is that account's alone.
        return () => reject(error)
      }
    })
    if (seen.size > 0) await writeSeen(pool, seen)
    for (const settle of answers) settle()
  }

  function judge(row: SessionRow | undefined, value: string, now: Instant, seen: Map<string, Instant>): Found {
    if (row?.state !== 'active' || now >= row.expires_at) return 'none'
    const found = signedIn(row)
    const signs = found.grants.some((grant) => signers.includes(grant.role) && ['start', 'inside', 'end'].includes(timeOf(grant, now)))
    const restedMs = epochMs(now) - epochMs(row.last_seen_at)
    if (restedMs > parameters(signs ? 'session.idle-minutes-of-signers' : 'session.idle-minutes', now) * 60_000) return 'idle'
    if (restedMs >= seenEveryMs[signs ? 'signer' : 'other']) seen.set(row.id, now)
    if (!signs) keep(value, { found, readAtMs: epochMs(now), expiresAtMs: epochMs(row.expires_at) })
    return found
  }

  function keep(value: string, session: Kept): void {
    kept.delete(value)
    kept.set(value, session)
    const [oldest] = kept.keys()
    if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest)
  }

  return {
    recall(cookie, now) {
      const value = sessionCookieValue(cookie)
      const session = value === undefined ? undefined : kept.get(value)
      const [atMs, readAtMs = Number.NaN] = [epochMs(now), session?.readAtMs]
      // Within a minute no session of theirs goes idle, and being seen is written at the next reading.
      return session && Math.abs(atMs - readAtMs) < keptMs && atMs < session.expiresAtMs ? session.found : undefined
    },
    readSession(cookie, now) {
      const value = sessionCookieValue(cookie)
      const token = value === undefined ? undefined : signedToken(value, secret)
      if (value === undefined || token === undefined) return Promise.resolve('none')
      const { promise, resolve, reject } = Promise.withResolvers<Found>()
      waiting.push({ value, token, now, resolve, reject })
      if (!running) void run()
      return promise
    },
  }
}

type GrantRow = { id: string; role: string; place: string; area: string | null; from: string; last: string | null; revoked: string | null }
type SessionRow = {
  id: string
  token: string
  account: string
  expires_at: Instant
  last_seen_at: Instant
  name: string
  state: string
  home_place: string
  home_area: string | null
  national_id: string | null
  family_book: string | null
  version: number
  grants: GrantRow[] | null
}

/** All roles ever given, since a refusal says whether one has ended. */
const statement = `
select s.id, s.token, s.account, s.expires_at, s.last_seen_at, a.name, a.state, a.home_place, a.home_area, a.national_id, a.family_book,
  (select version from authority_version) as version,
  (select json_agg(json_build_object('id', g.id, 'role', g.role, 'place', g.place, 'area', g.area, 'from', g.valid_from, 'last', g.last_day,
    'revoked', to_char(g.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by g.id)
   from role_grant g where g.account = s.account) as grants
from session s join staff_account a on a.id = s.account where s.token = any($1)`

const signedIn = (row: SessionRow): SignedIn => ({
  session: row.id,
  account: row.account as AccountId,
  name: row.name,
  home: placeOf(row.home_place, row.home_area),
  nationalId: row.national_id,
  familyBook: row.family_book,
  version: row.version,
  grants: grantsOf(row),
})

const grantsOf = (row: SessionRow): readonly Grant[] =>
  (row.grants ?? [])
    .filter((grant) => (roles as readonly string[]).includes(grant.role))
    .map((grant) => ({
      id: grant.id,
      account: row.account as AccountId,
      role: grant.role as Role,
      place: placeOf(grant.place, grant.area),
      from: grant.from as CivilDate,
      lastDay: grant.last as CivilDate | null,
      revokedAt: grant.revoked as Instant | null,
    }))

/** @throws for a place that no code of ours wrote. */
function placeOf(id: string, area: string | null): Place {
  const place = parsePlace(id, () => (area ?? undefined) as AreaCode | undefined)
  if (!place) throw new Error('a place in the database has no form of ours')
  return place
}

/** Where this fails the session only goes idle sooner. */
async function writeSeen(pool: pg.Pool, seen: ReadonlyMap<string, Instant>): Promise<void> {
  const text = `update session s set last_seen_at = v.at from unnest($1::text[], $2::timestamptz[]) as v (id, at) where s.id = v.id and s.last_seen_at < v.at`
  await pool.query({ name: 'write-seen', text, values: [[...seen.keys()], [...seen.values()]] }).catch(() => undefined)
}
