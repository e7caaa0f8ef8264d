import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import type { Credential } from '../identity/credentials.ts'
import type { AccountId } from '../identity/grant.rules.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'

/** What signing needs of the sign-in side: its tables are reached through a login of their own. */
export type Credentials = {
  /** The account's passkeys that are not revoked. */
  credentialsOf(account: AccountId): Promise<readonly Credential[]>
  /** Keeps a gesture's counter. False: the key was revoked meanwhile, or its counter does not go on (0 stays 0 for keys that do not count). */
  countGesture(credential: string, counter: number, at: Instant): Promise<boolean>
}

/** Whose pages the gesture may come from: "https://passes.example"; the relying party's id is its host name. */
export type GestureDesk = { readonly credentials: Credentials; readonly origin: string }

export type Gesture = {
  readonly credential: Credential
  readonly counter: number
  readonly authenticatorData: Buffer
  readonly clientDataJson: Buffer
  readonly signature: Buffer
}

export const rpIdOf = ({ origin }: Pick<GestureDesk, 'origin'>): string => new URL(origin).hostname

/** What the browser is asked: a gesture of one of the account's own keys, with the person verified, over this hash. */
export async function gestureOptions(desk: GestureDesk, account: AccountId, challenge: Uint8Array): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const credentials = await desk.credentials.credentialsOf(account)
  return generateAuthenticationOptions({
    rpID: rpIdOf(desk),
    challenge: new Uint8Array(challenge),
    userVerification: 'required',
    timeout: 5 * 60_000,
    // A key's transports are the browser's own words, which it understands again.
    allowCredentials: credentials.map(({ id, transports }) => ({ id, transports: transports as [] })),
  })
}

/** Is this a gesture of one of the account's own, unrevoked keys, with the person verified, over exactly this hash, on our own pages? Else 'signature.gesture'. */
export async function verifyGesture(
  desk: GestureDesk,
  account: AccountId,
  challenge: Uint8Array,
  assertion: AuthenticationResponseJSON,
): Promise<Outcome<Gesture>> {
  const credential = (await desk.credentials.credentialsOf(account)).find(({ id }) => id === assertion.id)
  if (!credential) return refuse('signature.gesture')
  const { authenticatorData, clientDataJSON, signature } = assertion.response
  const verified = await verifyAuthenticationResponse({
    response: assertion,
    expectedChallenge: Buffer.from(challenge).toString('base64url'),
    expectedOrigin: desk.origin,
    expectedRPID: rpIdOf(desk),
    requireUserVerification: true,
    credential: { id: credential.id, publicKey: new Uint8Array(credential.publicKey), counter: credential.counter },
    // The library throws for whatever does not hold, and for bytes that are none.
  }).catch(() => undefined)
  if (!verified?.verified || !verified.authenticationInfo.userVerified) return refuse('signature.gesture')
  return accept({
    credential,
    counter: verified.authenticationInfo.newCounter,
    authenticatorData: Buffer.from(authenticatorData, 'base64url'),
    clientDataJson: Buffer.from(clientDataJSON, 'base64url'),
    signature: Buffer.from(signature, 'base64url'),
  })
}
