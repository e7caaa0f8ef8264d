import type { AccountId } from '../identity/grant.rules.ts'
import type { AreaCode } from '../kernel/code.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import type { Mandate } from './mandate.rules.ts'
import { canonicalJson, type Manifest, type ManifestRow } from './signing-manifest.rules.ts'

/** What the office's register knew in the minute of signing. */
export type Statement = {
  readonly version: 2
  readonly list: string
  readonly signedAt: Instant
  readonly signer: {
    readonly account: AccountId
    readonly name: string
    readonly grant: string
    readonly role: string
    readonly place: string
    readonly from: CivilDate
    readonly lastDay: CivilDate | null
    readonly grantedBy: string
    readonly grantedAt: Instant
  }
  /** The passkey: its public key as COSE_Key in base64url, and how it came to this account. */
  readonly credential: {
    readonly id: string
    readonly account: AccountId
    readonly publicKey: string
    readonly enrolledAt: Instant
    readonly enrolledBy: string | null
  }
  readonly relyingParty: { readonly id: string; readonly origin: string }
  readonly office: AreaCode
  readonly mandate: Mandate
  /** The digest of each application's pass number (`passText`, under the row's salt), in the order of the list. */
  readonly passes: readonly string[]
  /** SHA-256 (hex) of the root certificate of that day. */
  readonly rootSha256: string
}

/** The three parts of WebAuthn's answer, in base64url. */
export type Assertion = { readonly authenticatorData: string; readonly clientDataJSON: string; readonly signature: string }

/**
 * Everything it takes to check one pass's signature, years later and without this system (docs/spec/signing.md). Bytes are base64url.
 * It opens this pass's row alone: the others on the list are digests.
 */
export type Evidence = {
  readonly version: 2
  readonly number: string
  readonly qrText: string
  readonly row: ManifestRow
  readonly salt: string
  readonly manifest: Manifest
  readonly assertion: Assertion
  readonly statement: Statement
  /** COSE_Sign1 by the office's key over the hash of `sealedText`. */
  readonly seal: string
  /** X.509 in DER. */
  readonly certificates: { readonly office: string; readonly root: string }
}

/** What the seal's hash is made of: the row and the number are in it by their digests. */
export const sealedText = ({ manifest, assertion, statement }: Pick<Evidence, 'manifest' | 'assertion' | 'statement'>): string =>
  canonicalJson({ manifest, assertion, statement })

/** The seal's payload is a CBOR array of this and the hash: nothing that could be read as a pass. */
export const sealDomain = 'spean signing evidence 2'
