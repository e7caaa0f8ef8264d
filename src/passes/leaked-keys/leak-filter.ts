import { sql } from 'kysely'
import { type LeakedKey, packDigests } from '../../credential/leaked-key.ts'
import { digestOfText } from '../../credential/verify.ts'
import { epochMs, type Instant } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/database.ts'
import type { Signing } from '../sign-pass.ts'
import type { SigningKeys } from '../signing-keys.ts'
import { leakedKids } from './leaked-key.store.ts'

/** A signature that was under way when the key was declared leaked is committed by then: the filter has all that there will ever be. */
export const settledMs = 60_000

const kept = new WeakMap<SigningKeys, Map<string, LeakedKey>>()

/** The keys that two people declared leaked, each with the digests of what it genuinely signed, by the register. */
export async function leakedKeysOf(signing: Signing, now: Instant): Promise<LeakedKey[]> {
  const filters = kept.get(signing.keys) ?? new Map<string, LeakedKey>()
  kept.set(signing.keys, filters)
  const leaked: LeakedKey[] = []
  for (const { kid, confirmedAt } of await leakedKids(signing.database.query)) {
    const key = signing.keys.all().find(({ trusted }) => trusted.kid === kid)
    if (!key) continue
    const made = filters.get(kid) ?? { ...key.trusted, digests: packDigests(await genuineOf(signing, kid, now)) }
    if (epochMs(now) - epochMs(confirmedAt) > settledMs) filters.set(kid, made)
    leaked.push(made)
  }
  return leaked
}

/** Every pass in the register that this key signed, whatever became of it (its status says that), and what was extended since. */
async function genuineOf(signing: Signing, kid: string, at: Instant): Promise<Uint8Array[]> {
  const { rows } = await inTransaction(signing.database, { job: 'publish', at }, (tx) =>
    sql<{ qr_text: string | null; earlier_digests: string[] }>`select case when signer_kid = ${kid} then qr_text end as qr_text, earlier_digests
      from pass where signer_kid = ${kid} or cardinality(earlier_digests) > 0`.execute(tx),
  )
  const digests: Uint8Array[] = []
  for (const { qr_text, earlier_digests } of rows) {
    const now = qr_text === null ? undefined : await digestOfText(qr_text)
    if (now?.kid === kid) digests.push(now.digest)
    digests.push(...earlier_digests.filter((each) => each.startsWith(`${kid}:`)).map((each) => Uint8Array.fromHex(each.slice(kid.length + 1))))
  }
  return digests
}
