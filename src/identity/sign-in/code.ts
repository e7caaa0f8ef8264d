import { randomBytes } from 'node:crypto'
import { createOTP } from '@better-auth/utils/otp'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { sql } from 'kysely'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { inTransaction } from '../../platform/database.ts'
import type { SignInContext } from './context.ts'
import { recordStaffEvent } from './staff-events.ts'

/** Wrong codes of one account, from wherever they come, until two administrators begin anew. */
export const codeAttemptsMax = 5

/** A new secret for an app that shows codes (RFC 6238). It counts once a code of it was given. The address holds the secret: shown once. */
export async function setUpCode(
  { database, secret: key, now }: SignInContext,
  { account, name }: { account: string; name: string },
): Promise<{ uri: string }> {
  const secret = randomBytes(20).toString('hex')
  const fresh = { secret: await symmetricEncrypt({ key, data: secret }), verified: false, failed_attempts: 0, made_at: now() }
  await database.query
    .insertInto('two_factor')
    .values({ account, ...fresh })
    .onConflict((conflict) => conflict.column('account').doUpdateSet(fresh))
    .execute()
  return { uri: createOTP(secret).url('Spean', name) }
}

export async function confirmCode(
  context: SignInContext,
  { account, code, place }: { account: string; code: string; place: string },
): Promise<Outcome<void>> {
  const checked = await checkCode(context, account, code)
  if (!checked.ok) return checked
  const at = context.now()
  await inTransaction(context.database, { account, at }, async (tx) => {
    await tx.updateTable('two_factor').set({ verified: true }).where('account', '=', account).execute()
    await recordStaffEvent(tx, at, { type: 'CodeSetUp', account, place })
  })
  return accept(undefined)
}

export async function hasCode({ database }: SignInContext, account: string): Promise<boolean> {
  const found = await database.query
    .selectFrom('two_factor')
    .select('account')
    .where('account', '=', account)
    .where('verified', '=', true)
    .executeTakeFirst()
  return found !== undefined
}

/** Counts the attempt before it looks, so that a thousand at once are five. Codes follow the machine's own clock, as people's telephones do. */
export async function checkCode({ database, secret: key }: SignInContext, account: string, code: string): Promise<Outcome<void>> {
  const attempt = await database.query
    .updateTable('two_factor')
    .set({ failed_attempts: sql<number>`failed_attempts + 1` })
    .where('account', '=', account)
    .where('failed_attempts', '<', codeAttemptsMax)
    .returning('secret')
    .executeTakeFirst()
  if (!attempt) return refuse('session.too-many')
  if (!(await createOTP(await symmetricDecrypt({ key, data: attempt.secret })).verify(code))) return refuse('sign-in.failed')
  await database.query.updateTable('two_factor').set({ failed_attempts: 0 }).where('account', '=', account).execute()
  return accept(undefined)
}
