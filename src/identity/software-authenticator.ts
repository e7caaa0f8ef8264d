import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

/** A P-256 pair; the credential's id is any bytes of the maker's choice. */
export type AuthenticatorKey = { readonly privateKey: KeyObject; readonly credentialId: Buffer }

export type Gesture = {
  /** As the server gave it, base64url. */
  readonly challenge: string
  readonly origin: string
  readonly rpId: string
  /** Did the device ask for the person's finger, face or number? */
  readonly userVerified: boolean
  /** The device's own count of uses; 0: it keeps none. */
  readonly signCount?: number
  readonly userHandle?: Buffer
}

export type Authenticator = {
  readonly credentialId: string
  /** COSE_Key. */
  readonly publicKey: Buffer
  /** WebAuthn §7.1 input, attestation "none". */
  create(gesture: Gesture): RegistrationResponseJSON
  /** WebAuthn §7.2 input. */
  get(gesture: Gesture): AuthenticationResponseJSON
}

/** A passkey in software that makes real WebAuthn bytes: for tests, and for the made-up staff of a demonstration. Never for a real person: its key lies with the server. */
export function makeAuthenticator({ privateKey, credentialId }: AuthenticatorKey): Authenticator {
  const id = credentialId.toString('base64url')
  const publicKey = coseKey(privateKey)
  return {
    credentialId: id,
    publicKey,
    create(gesture) {
      const attested = Buffer.concat([Buffer.alloc(16), uint16(credentialId.length), credentialId, publicKey])
      const authData = Buffer.concat([authenticatorHead(gesture, flag.attested), attested])
      // {"fmt": "none", "attStmt": {}, "authData": …}
      const attestation = Buffer.concat([bytes('a363666d74646e6f6e656761747453746d74a068617574684461746159'), uint16(authData.length), authData])
      const response = {
        clientDataJSON: clientData('webauthn.create', gesture).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      }
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: { ...response, transports: ['internal'] } }
    },
    get(gesture) {
      const authData = authenticatorHead(gesture, 0)
      const client = clientData('webauthn.get', gesture)
      const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey)
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
      }
      const handle = gesture.userHandle && { userHandle: gesture.userHandle.toString('base64url') }
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: { ...response, ...handle } }
    },
  }
}

/** WebAuthn §6.1: flags of authenticator data. */
const flag = { userPresent: 0x01, userVerified: 0x04, attested: 0x40 } as const

function authenticatorHead({ rpId, userVerified, signCount = 0 }: Gesture, more: number): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(signCount)
  return Buffer.concat([sha256(rpId), Buffer.of(flag.userPresent | (userVerified ? flag.userVerified : 0) | more), count])
}

const clientData = (type: string, { challenge, origin }: Gesture): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

/** RFC 9053 §7.1.1: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}. */
function coseKey(privateKey: KeyObject): Buffer {
  const { x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  return Buffer.concat([bytes('a5010203262001215820'), Buffer.from(x, 'base64url'), bytes('225820'), Buffer.from(y, 'base64url')])
}

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest()
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')
function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2)
  buffer.writeUInt16BE(value)
  return buffer
}
