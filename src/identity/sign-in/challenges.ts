import { randomBytes } from 'node:crypto'
import { epochMs, instantOfMs } from '../../kernel/time.ts'
import type { SignInContext } from './context.ts'

export const challengeMinutesMax = 5

/** What the challenge was given for: to sign in, to enrol by a link, to add a passkey. */
export type ChallengePurpose = 'sign-in' | 'enrol' | 'add'
type Bound = { readonly purpose: ChallengePurpose; readonly account: string | null }

/** 32 fresh bytes, kept until they are used or five minutes have passed. */
export async function giveChallenge({ database, now }: SignInContext, { purpose, account }: Bound): Promise<Uint8Array<ArrayBuffer>> {
  const at = now()
  const bytes = new Uint8Array(randomBytes(32))
  await database.query.deleteFrom('webauthn_challenge').where('expires_at', '<', at).execute()
  await database.query
    .insertInto('webauthn_challenge')
    .values({
      challenge: Buffer.from(bytes).toString('base64url'),
      purpose,
      account,
      expires_at: instantOfMs(epochMs(at) + challengeMinutesMax * 60_000),
    })
    .execute()
  return bytes
}

/** Takes the challenge that an answer names: true once, for what and whom it was given. */
export async function takeChallenge({ database, now }: SignInContext, challenge: string, { purpose, account }: Bound): Promise<boolean> {
  const taken = await database.query
    .deleteFrom('webauthn_challenge')
    .where('challenge', '=', challenge)
    .where('purpose', '=', purpose)
    .where('account', 'is not distinct from', account)
    .returning('expires_at')
    .executeTakeFirst()
  return taken !== undefined && now() < taken.expires_at
}

/** The challenge that an authenticator's answer says it answers; '' for what is no such answer. */
export function challengeIn(clientDataJSON: string): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as Record<string, unknown>
    return typeof challenge === 'string' ? challenge : ''
  } catch {
    return ''
  }
}
