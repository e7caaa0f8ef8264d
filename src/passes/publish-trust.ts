import type { PassIssuer } from '../credential/claims.ts'
import { packStatuses, type StatusList } from '../credential/status-list.ts'
import type { Trust } from '../credential/trust.ts'
import { signTrustList } from '../credential/trust-list.ts'
import { epochSeconds, type Instant } from '../kernel/time.ts'
import { inTransaction } from '../platform/database.ts'
import { leakedKeysOf } from './leaked-keys/leak-filter.ts'
import { leakedKids } from './leaked-keys/leaked-key.store.ts'
import { statusListNumbers } from './pass.store.ts'
import { statusesOf } from './pass-state.store.ts'
import { statusOfState } from './pass-status.rules.ts'
import type { Signing } from './sign-pass.ts'

/** How long a status list may be used. */
export const statusListExpiresSeconds = 7 * 86_400
const statusPlaces = 2 ** 20

/** The status list of one month's passes, as it stands at `now`. */
export async function statusListOf(signing: Signing, list: number, now: Instant): Promise<StatusList & { readonly seq: number }> {
  const { seq, struck } = await inTransaction(signing.database, { job: 'publish', at: now }, (tx) => statusesOf(tx, list))
  const statuses = new Map(struck.map(({ index, state }) => [index, statusOfState(state)]))
  return {
    uri: `${signing.profile.statusLists}${list}`,
    expiresAt: epochSeconds(now) + statusListExpiresSeconds,
    bits: 2,
    statuses: packStatuses({ bits: 2, size: statusPlaces }, statuses),
    seq,
  }
}

/** How long a trust list may be used: after it, new keys are refused and old ones warn. */
const trustListLifeSeconds = 30 * 86_400

/** The state's trust list, signed by its root: every office's certificate but those of leaked keys, the root's own for status lists, and the only addresses these may come from. Its number is the time, so it never goes down. */
export async function signedTrustList(signing: Signing, now: Instant): Promise<Uint8Array> {
  const { root } = signing.keys
  const state = signing.state as PassIssuer
  const about = { state, iss: state }
  const date = epochSeconds(now)
  const leaked = await leakedKids(signing.database.query)
  const good = signing.keys.all().filter(({ trusted }) => !leaked.some(({ kid }) => kid === trusted.kid))
  const offices = good.map(({ office, certificate, trusted }) => {
    const { kid, notBefore: signFrom, notAfter: signTo } = trusted
    return { ...about, certificate, kid, signFrom, signTo, use: 'pass' as const, area: office }
  })
  const status = {
    ...about,
    certificate: root.certificate,
    kid: root.signer.kid.toHex(),
    signFrom: 0,
    signTo: 2 ** 32 - 1,
    use: 'status' as const,
    area: state,
  }
  const statusListUris = (await statusListNumbers(signing.database.query)).map((number) => `${signing.profile.statusLists}${number}`)
  const list = {
    version: 1 as const,
    provider: `Spean ${state}`,
    date,
    nextUpdate: date + trustListLifeSeconds,
    seq: date,
    certificateInfos: [...offices, status],
    statusListUris,
  }
  return signTrustList(list, { alg: root.signer.alg, sign: root.signer.sign, spki: root.spki })
}

/** Whom to believe, in the form that gates and tools read: every office key, every status list. */
export async function currentTrust(signing: Signing, now: Instant): Promise<Trust> {
  const numbers = await statusListNumbers(signing.database.query)
  const lists = await Promise.all(numbers.map((number) => statusListOf(signing, number, now)))
  const leaked = await leakedKeysOf(signing, now)
  const keys = signing.keys.all().flatMap(({ trusted }) => (leaked.some(({ kid }) => kid === trusted.kid) ? [] : [trusted]))
  return leaked.length > 0 ? { keys, lists, leaked } : { keys, lists }
}
