import { hash } from 'node:crypto'
import { signStatusDelta, statusChangesMax } from '../credential/status-delta.ts'
import { signStatusList } from '../credential/status-list.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { epochSeconds, type Instant } from '../kernel/time.ts'
import { statusListNumbers } from './pass.store.ts'
import { changesBetween, lastSequence } from './pass-state.store.ts'
import { lastChanges } from './pass-status.rules.ts'
import { statusListExpiresSeconds, statusListOf } from './publish-trust.ts'
import type { Signing } from './sign-pass.ts'

/** After how long whoever holds a copy asks again at the latest: the claim `ttl`. */
export const statusListTtlSeconds = 3600
/** A signed list is given out for so long while nothing changes, so that "nothing new" (304) is an answer; its `iat` is never older. */
export const statusListSignedSeconds = 900
/** How long a cache on the way may answer for us. A change reaches whoever asks within this time, and 60 seconds are promised. */
export const statusListCacheSeconds = 15

export type SignedToken = { readonly token: Uint8Array; readonly etag: string }
type Published = SignedToken & { readonly seq: number; readonly issuedAt: number; readonly uri: string; readonly sha256: Uint8Array }
/** A delta takes more history than this from no request: the whole list is smaller then. */
const stepsMax = 4 * statusChangesMax

/** The signed status lists and what changed in them. A list is signed anew when it has changed, whichever process changed it: each asking compares the number of its last change. */
export class PublishedLists {
  readonly #signing: Signing
  readonly #kept = new Map<number, Promise<Published>>()

  constructor(signing: Signing) {
    this.#signing = signing
  }

  /** The list of one month, signed by the state's root; undefined: there is none. */
  async list(number: number): Promise<SignedToken | undefined> {
    const { query } = this.#signing.database
    return (await statusListNumbers(query)).includes(number) ? this.#current(number) : undefined
  }

  /** What changed since the list's change number `from`. Refused where only the whole list helps: a number that it never had, or too many changes. */
  async delta(number: number, from: number): Promise<Outcome<SignedToken>> {
    const { database, keys, now } = this.#signing
    if (!(await statusListNumbers(database.query)).includes(number)) return refuse('request.not-found')
    const { seq: to, sha256, uri } = await this.#current(number)
    if (from > to || to - from > stepsMax) return refuse('status.fetch-list', { about: { list: number, from, to } })
    const changed = lastChanges(await changesBetween(database.query, number, { from, to, limit: stepsMax }))
    if (changed.length > statusChangesMax) return refuse('status.fetch-list', { about: { list: number, from, to } })
    const issuedAt = epochSeconds(now())
    const delta = { uri, bits: 2 as const, from, to, changed, sha256, issuedAt, expiresAt: issuedAt + statusListExpiresSeconds }
    return accept(withEtag(await signStatusDelta({ ...delta, secondsToLive: statusListTtlSeconds }, keys.root.signer)))
  }

  async #current(number: number): Promise<Published> {
    const { database, now } = this.#signing
    const seq = await lastSequence(database.query, number)
    for (;;) {
      const kept = this.#kept.get(number)
      const published = await kept?.catch(() => undefined)
      if (published && isFresh(published, seq, now())) return published
      // Several ask at once: one signs, the others take what it signed.
      if (this.#kept.get(number) === kept) return this.#keep(number, this.#sign(number, now()))
    }
  }

  #keep(number: number, made: Promise<Published>): Promise<Published> {
    this.#kept.set(number, made)
    made.catch(() => this.#kept.delete(number))
    return made
  }

  async #sign(number: number, now: Instant): Promise<Published> {
    const unsigned = await statusListOf(this.#signing, number, now)
    const issuedAt = epochSeconds(now)
    const token = await signStatusList({ ...unsigned, issuedAt, secondsToLive: statusListTtlSeconds }, this.#signing.keys.root.signer)
    const sha256 = new Uint8Array(hash('sha256', unsigned.statuses, 'buffer'))
    return { ...withEtag(token), seq: unsigned.seq, issuedAt, uri: unsigned.uri, sha256 }
  }
}

function isFresh({ seq, issuedAt }: Published, seqNow: number, now: Instant): boolean {
  const ageSeconds = epochSeconds(now) - issuedAt
  return seq >= seqNow && ageSeconds >= 0 && ageSeconds < statusListSignedSeconds
}

const withEtag = (token: Uint8Array): SignedToken => ({ token, etag: `"${hash('sha256', token, 'base64url').slice(0, 22)}"` })
