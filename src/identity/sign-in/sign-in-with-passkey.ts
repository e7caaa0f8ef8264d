import { createHash, generateKeyPairSync } from 'node:crypto'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import { accept, type Outcome, type Refusal, refuse } from '../../kernel/outcome.ts'
import { inTransaction } from '../../platform/database.ts'
import { sessionCookie } from '../session-cookie.ts'
import { makeAuthenticator } from '../software-authenticator.ts'
import { challengeIn, challengeMinutesMax, giveChallenge, takeChallenge } from './challenges.ts'
import type { HowSignedIn, SetCookie, SignInContext } from './context.ts'
import { endEarlier, lockAccount, sessionOf } from './earlier-sessions.ts'
import { nobody, recordStaffEvent, recordStaffEventAlone } from './staff-events.ts'

/** For navigator.credentials.get: any passkey of this origin, with the person verified. The same for everybody: it names no account. */
export async function passkeyOptions(context: SignInContext): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const challenge = await giveChallenge(context, { purpose: 'sign-in', account: null })
  return generateAuthenticationOptions({ rpID: context.rpId, challenge, userVerification: 'required', timeout: challengeMinutesMax * 60_000 })
}

/** What is asked of the browser that signs in: its name, and its cookies, in which an earlier session may be. */
export type Browser = { readonly userAgent: string | undefined; readonly cookie: string | undefined }
export type PasskeyAttempt = Browser & { readonly assertion: AuthenticationResponseJSON }

/**
 * A session for the passkey's account. Every refusal is `sign-in.failed`, after the same work, whether the passkey exists, is revoked,
 * or signed something else; `sign-in.gesture` when the device says that it did not verify the person (it says so of itself, whoever it is).
 */
export async function signInWithPasskey(context: SignInContext, { assertion, userAgent, cookie }: PasskeyAttempt): Promise<Outcome<SetCookie>> {
  const challenge = challengeIn(assertion.response.clientDataJSON)
  const challengeGood = await takeChallenge(context, challenge, { purpose: 'sign-in', account: null })
  const passkey = await findPasskey(context, assertion.id)
  const key = passkey?.account ?? createHash('sha256').update(assertion.id).digest('base64url')
  const allowed = await context.limits.ofAccount(key)
  if (!allowed.ok) return allowed

  const count = await verifiedCount(context, assertion, { challenge, publicKey: passkey?.public_key ?? decoy.publicKey })
  const isHolder = passkey !== undefined && [undefined, handleOf(passkey.account)].includes(assertion.response.userHandle ?? undefined)
  const fail = (reason: string, refusal: Refusal = refuse('sign-in.failed').refusal) => failed(context, { passkey, reason, refusal })
  if (!isUserVerified(assertion)) return fail('not-verified', refuse('sign-in.gesture').refusal)
  if (count === undefined || !challengeGood || !isHolder || passkey.revoked_at !== null || passkey.state !== 'active') return fail('refused')

  const session = await context.library.createSession(passkey.account, 'passkey', userAgent)
  if (!session) return fail('refused')
  const earlier = await sessionOf(context, cookie)
  const at = context.now()
  const counted = await inTransaction(context.database, { account: passkey.account, at }, async (tx) => {
    await lockAccount(tx, passkey.account)
    // A count that stands still or goes back: the passkey was copied (WebAuthn §7.2 step 22). Devices that keep none say 0 for ever.
    const { numUpdatedRows } = await tx
      .updateTable('passkey')
      .set({ sign_count: count, last_used_at: at })
      .where('id', '=', passkey.id)
      .where('revoked_at', 'is', null)
      .where((where) => where.or([where('sign_count', '<', count), where.and([where('sign_count', '=', 0), where.val(count === 0)])]))
      .executeTakeFirst()
    if (numUpdatedRows === 0n) {
      await tx.deleteFrom('session').where('id', '=', session.id).execute()
      return false
    }
    await endEarlier(tx, context, { account: passkey.account, session: session.id, earlier })
    await recordStaffEvent(tx, at, { type: 'SignedIn', account: passkey.account, place: passkey.home_place, body: { how: 'passkey' } })
    return true
  })
  if (!counted) return fail('sign-count')
  await context.limits.succeeded(key)
  return accept(cookieOf(context, session.token))
}

/** A session of an account that got in by other means than a passkey's gesture; its own event is the caller's. Undefined: no active account of this id. */
export async function beginSession(
  context: SignInContext,
  account: string,
  how: HowSignedIn,
  { userAgent, cookie }: Browser,
): Promise<SetCookie | undefined> {
  const session = await context.library.createSession(account, how, userAgent)
  if (!session) return undefined
  const earlier = await sessionOf(context, cookie)
  await inTransaction(context.database, { account, at: context.now() }, (tx) => endEarlier(tx, context, { account, session: session.id, earlier }))
  return cookieOf(context, session.token)
}

/** The Set-Cookie line of a session that was begun. */
const cookieOf = ({ secret, parameters, now }: SignInContext, token: string): SetCookie =>
  sessionCookie({ token, secret, maxAgeSeconds: parameters('session.hours-max', now()) * 3_600 }) as SetCookie

/** The user handle that a passkey of ours carries: the account's id. */
export const handleBytes = (account: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(account, 'utf8'))
const handleOf = (account: string): string => Buffer.from(account, 'utf8').toString('base64url')

type Passkey = { id: string; account: string; public_key: Buffer; revoked_at: string | null; state: string; home_place: string }

const findPasskey = ({ database }: SignInContext, id: string): Promise<Passkey | undefined> =>
  database.query
    .selectFrom('passkey as p')
    .innerJoin('staff_account as a', 'a.id', 'p.account')
    .select(['p.id', 'p.account', 'p.public_key', 'p.revoked_at', 'a.state', 'a.home_place'])
    .where('p.id', '=', id)
    .executeTakeFirst()

/** The device's count where its signature is good for this challenge, origin and key. The library throws for anything else. */
async function verifiedCount(
  { origin, rpId }: SignInContext,
  assertion: AuthenticationResponseJSON,
  { challenge, publicKey }: { challenge: string; publicKey: Uint8Array },
): Promise<number | undefined> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: assertion,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      // The stored count is compared where it is written, in one statement.
      credential: { id: assertion.id, publicKey: new Uint8Array(publicKey), counter: 0 },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}

/** WebAuthn §6.1: the flag byte after the 32 of the origin's hash. */
function isUserVerified({ response }: AuthenticationResponseJSON): boolean {
  const flags = Buffer.from(response.authenticatorData, 'base64url')[32] ?? 0
  return (flags & 0x04) !== 0
}

type Failure = { readonly passkey: Passkey | undefined; readonly reason: string; readonly refusal: Refusal }
async function failed(context: SignInContext, { passkey, reason, refusal }: Failure): Promise<Outcome<never>> {
  const whose = passkey ? { account: passkey.account, place: passkey.home_place } : { account: nobody, place: context.state }
  await recordStaffEventAlone(context.database, context.now(), { type: 'SignInFailed', ...whose, body: { how: 'passkey', reason } })
  return { ok: false, refusal }
}

/** A key that nobody holds: where no passkey is found, the same signature check is done with it. */
const decoy = (() => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = Buffer.alloc(32, 1)
  return { publicKey: makeAuthenticator({ privateKey, credentialId }).publicKey }
})()
