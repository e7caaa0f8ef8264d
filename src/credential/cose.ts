// COSE_Sign1 (RFC 9052 §4.2): tag 18, written D2, with or without the CWT tag 61 (D8 3D) before it; external_aad is empty.
import { joinBytes } from './bytes.ts'
import { type CborLimits, type CborMap, decodeCbor, encodeCbor, encodeHead, isArray, isMap, majorBytes, passLimits } from './cbor.ts'
import { type Checked, fail, pass } from './codes.ts'
import { type SignatureKey, subtle } from './runtime.ts'

/** COSE algorithm numbers this profile signs with: ES256 and EdDSA (Ed25519). */
export const algorithms = { ES256: -7, EdDSA: -8 } as const
export type AlgorithmId = (typeof algorithms)[keyof typeof algorithms]
export const isAlgorithmId = (value: unknown): value is AlgorithmId => value === algorithms.ES256 || value === algorithms.EdDSA

/** Makes signatures: a software key, or one in an HSM. `sign` gives the raw 64 bytes (r‖s for ES256). */
export type Signer = { readonly alg: AlgorithmId; readonly kid: Uint8Array; sign(bytes: Uint8Array): Promise<Uint8Array> }

/** `alg` is pinned to the key; `spki` is its SubjectPublicKeyInfo in DER. */
export type PublicKey = { readonly alg: number; readonly spki: Uint8Array }

export type Sign1 = {
  readonly protectedBytes: Uint8Array
  readonly protectedHeader: CborMap
  readonly unprotectedHeader: CborMap
  readonly payload: Uint8Array
  readonly signature: Uint8Array
}

export const header = { alg: 1, kid: 4, type: 16 } as const
const signatureBytes = 64
const protectedBytesMax = 64

/** The four parts of a COSE_Sign1, nothing verified. The headers' content is the caller's to judge. */
export function parseSign1(bytes: Uint8Array, options: { limits?: CborLimits; keyOrder?: 'sorted' | 'any' } = {}): Checked<Sign1> {
  const untagged = withoutTags(bytes)
  if (untagged === undefined) return fail('COSE_TAG')
  const outer = decodeCbor(untagged, { limits: passLimits, ...options })
  if (!outer.ok) return outer

  const [protectedBytes, unprotectedHeader, payload, signature, ...rest] = isArray(outer.value) ? outer.value : []
  const isSign1 = protectedBytes instanceof Uint8Array && isMap(unprotectedHeader) && payload instanceof Uint8Array && signature instanceof Uint8Array
  if (!isSign1 || rest.length > 0) return fail('COSE_SHAPE')
  if (signature.length !== signatureBytes) return fail('COSE_SIGNATURE')

  const protectedHeader = parseProtected(protectedBytes, options.keyOrder ?? 'sorted')
  if (!protectedHeader.ok) return protectedHeader
  return pass({ protectedBytes, protectedHeader: protectedHeader.value, unprotectedHeader, payload, signature })
}

/** True only if `key` signed exactly these protected bytes and this payload. A key that cannot be read verifies nothing. */
export async function verifySign1({ protectedBytes, payload, signature }: Sign1, key: PublicKey): Promise<boolean> {
  const imported = await importKey(key)
  if (imported === undefined) return false
  return subtle.verify(imported.algorithm, imported.key, signature, toBeSigned(protectedBytes, payload)).catch(() => false)
}

/** D2 84 protected, unprotected, payload, signature. The signer's algorithm goes into the protected header. */
export async function signSign1(
  content: { payload: Uint8Array; protectedHeader?: CborMap; unprotectedHeader?: CborMap },
  signer: Pick<Signer, 'alg' | 'sign'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { payload, protectedHeader = new Map(), unprotectedHeader = new Map() } = content
  const protectedBytes = encodeCbor(new Map([...protectedHeader, [header.alg, signer.alg]]))
  const signature = await signer.sign(toBeSigned(protectedBytes, payload))
  if (signature.length !== signatureBytes) throw new Error(`a signature has ${signatureBytes} bytes, this one ${signature.length}`)
  return joinBytes(tagSign1, encodeCbor([protectedBytes, unprotectedHeader, payload, signature]))
}

/** A signer whose private key WebCrypto holds. */
export function webCryptoSigner({ alg, kid, key }: { alg: AlgorithmId; kid: Uint8Array; key: SignatureKey }): Signer {
  return { alg, kid, sign: async (bytes) => new Uint8Array(await subtle.sign(webAlgorithm[alg], key, bytes)) }
}

const tagSign1 = Uint8Array.of(0xd2)
const tagCwt = Uint8Array.of(0xd8, 0x3d)

function withoutTags(bytes: Uint8Array): Uint8Array | undefined {
  const inner = bytes[0] === tagCwt[0] && bytes[1] === tagCwt[1] ? bytes.subarray(tagCwt.length) : bytes
  return inner[0] === tagSign1[0] ? inner.subarray(tagSign1.length) : undefined
}

function parseProtected(bytes: Uint8Array, keyOrder: 'sorted' | 'any'): Checked<CborMap> {
  if (bytes.length > protectedBytesMax) return fail('COSE_PROTECTED')
  // RFC 9052 §3: an empty map may be written as an empty byte string.
  if (bytes.length === 0) return pass(new Map())
  const decoded = decodeCbor(bytes, { keyOrder })
  if (!decoded.ok) return decoded
  return isMap(decoded.value) ? pass(decoded.value) : fail('COSE_PROTECTED')
}

/** Sig_structure, RFC 9052 §4.4. */
const toBeSigned = (protectedBytes: Uint8Array, payload: Uint8Array): Uint8Array =>
  joinBytes(
    signatureStart,
    encodeHead(majorBytes, protectedBytes.length),
    protectedBytes,
    noExternalData,
    encodeHead(majorBytes, payload.length),
    payload,
  )

/** An array of four, its first the text "Signature1"; the third is the empty external_aad. Joined by hand: this runs at every check. */
const signatureStart = joinBytes(Uint8Array.of(0x84), encodeCbor('Signature1'))
const noExternalData = Uint8Array.of(0x40)

const webAlgorithm = {
  [algorithms.ES256]: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  [algorithms.EdDSA]: { name: 'Ed25519' },
} as const

type ImportedKey = { readonly key: SignatureKey; readonly algorithm: (typeof webAlgorithm)[AlgorithmId] }
const importedKeys = new WeakMap<PublicKey, Promise<ImportedKey | undefined>>()

/** Importing costs more than verifying: once per key object is enough. */
function importKey(key: PublicKey): Promise<ImportedKey | undefined> {
  const known = importedKeys.get(key)
  if (known) return known
  const { alg } = key
  const algorithm = isAlgorithmId(alg) ? webAlgorithm[alg] : undefined
  const importing =
    algorithm === undefined
      ? Promise.resolve(undefined)
      : subtle.importKey('spki', key.spki, algorithm, false, ['verify']).then(
          (imported) => ({ key: imported, algorithm }),
          () => undefined,
        )
  importedKeys.set(key, importing)
  return importing
}
