import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { type ChallengePurpose, challengeIn, challengeMinutesMax, giveChallenge, takeChallenge } from './challenges.ts'
import type { SignInContext } from './context.ts'
import { handleBytes } from './sign-in-with-passkey.ts'

/** COSE algorithms: ES256, EdDSA, and RS256, which some Windows machines have alone. */
const algorithms = [-7, -8, -257]

type Holder = { readonly account: string; readonly name: string }

/** For navigator.credentials.create: a passkey that finds its account itself and verifies the person. */
export async function registrationOptions(
  context: SignInContext,
  purpose: ChallengePurpose,
  { account, name }: Holder,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const challenge = await giveChallenge(context, { purpose, account })
  const known = await context.database.query
    .selectFrom('passkey')
    .select(['id', 'transports'])
    .where('account', '=', account)
    .where('revoked_at', 'is', null)
    .execute()
  return generateRegistrationOptions({
    rpName: 'Spean',
    rpID: context.rpId,
    userName: name,
    userDisplayName: name,
    userID: handleBytes(account),
    challenge,
    timeout: challengeMinutesMax * 60_000,
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  })
}

export type NewPasskey = {
  readonly id: string
  readonly publicKey: Buffer
  readonly signCount: number
  readonly transports: readonly string[]
  readonly backedUp: boolean
}

/** The new passkey in an authenticator's answer to a challenge that was given to this account. */
export async function verifyRegistration(
  context: SignInContext,
  { purpose, account, attestation }: { purpose: ChallengePurpose; account: string; attestation: RegistrationResponseJSON },
): Promise<Outcome<NewPasskey>> {
  const challenge = challengeIn(attestation.response.clientDataJSON)
  if (!(await takeChallenge(context, challenge, { purpose, account }))) return refuse('sign-in.failed')
  const found = await registered(context, attestation, { challenge, requireUserVerification: true })
  // Would it do without the person verified? Then the person is told so.
  if (!found)
    return refuse((await registered(context, attestation, { challenge, requireUserVerification: false })) ? 'sign-in.gesture' : 'sign-in.failed')
  const { id, publicKey, counter, transports = [] } = found.credential
  return accept({
    id,
    publicKey: Buffer.from(publicKey),
    signCount: counter,
    transports: transports.slice(0, 10),
    backedUp: found.credentialBackedUp,
  })
}

/** False when this passkey is somebody's already. */
export async function insertPasskey(
  tx: Tx,
  at: Instant,
  { account, name, passkey }: { account: string; name: string; passkey: NewPasskey },
): Promise<boolean> {
  const { id, publicKey, signCount, transports, backedUp } = passkey
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('passkey')
    .values({ id, account, public_key: publicKey, sign_count: signCount, transports, backed_up: backedUp, name, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

type Asked = { readonly challenge: string; readonly requireUserVerification: boolean }
async function registered({ origin, rpId }: SignInContext, response: RegistrationResponseJSON, { challenge, requireUserVerification }: Asked) {
  const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpId, supportedAlgorithmIDs: algorithms }
  try {
    const { registrationInfo } = await verifyRegistrationResponse({ response, ...expected, requireUserVerification })
    return registrationInfo
  } catch {
    return undefined
  }
}
