import type { AreaCode, InstrumentId } from '../../../kernel/code.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { SigningListAnswer } from '../../../passes/signing.api.ts'
import { canonicalJson, type ManifestRow, manifestOf, rowText } from '../../../passes/signing-manifest.rules.ts'

/**
 * Would the passkey sign what this page shows? The hash is made here from the very rows on the screen: it must be the challenge of the gesture, and the fingerprint shown.
 * It says nothing of whether the page itself is the true one.
 */
export async function isSignedAsShown(list: SigningListAnswer): Promise<boolean> {
  const hash = await hashOfShown(list)
  return hash?.toHex() === list.sha256 && hash.toBase64({ alphabet: 'base64url', omitPadding: true }) === list.options.challenge
}

/** Undefined: no list can be made of it. */
async function hashOfShown({ list, at, signer, office, mandate, applications, salts }: SigningListAnswer): Promise<Uint8Array | undefined> {
  const isEachOnce = new Set(applications.map(({ id }) => id)).size === applications.length
  if (!isEachOnce || salts.length !== applications.length) return undefined
  const digests = await Promise.all(applications.map((row, position) => sha256(rowText(row as ManifestRow, salts[position] ?? ''))))
  const shown = manifestOf({
    id: list,
    at: at as Instant,
    signer,
    office: office as AreaCode,
    mandate: { id: mandate.id, instrument: mandate.instrument as InstrumentId },
    digests: digests.map((digest) => digest.toHex()),
  })
  return sha256(canonicalJson(shown))
}

const sha256 = async (text: string) => new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
