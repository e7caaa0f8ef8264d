import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createOTP } from '@better-auth/utils/otp'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { sql } from 'kysely'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { epochMs, type Instant } from '../../kernel/time.ts'
import { inTransaction, type Tx } from '../../platform/database.ts'
import type { SignInContext } from './context.ts'
import { recordStaffEvent } from './staff-events.ts'

/** Wrong codes of one account, from wherever they come, until two administrators begin anew. */
export const codeAttemptsMax = 5
/** RFC 6238 §4.1: what apps agree on. */
const stepMs = 30_000

/** A new secret for an app that shows codes (RFC 6238). It counts once a code of it was given. The address holds the secret: shown once. */
export async function setUpCode(
  { database, secret: key, now }: SignInContext,
  { account, name }: { account: string; name: string },
): Promise<{ uri: string }> {
  const secret = randomBytes(20).toString('hex')
  const fresh = { secret: await symmetricEncrypt({ key, data: secret }), verified: false, failed_attempts: 0, made_at: now(), last_step: null }
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
  return checkCode(context, account, code, async (tx) => {
    await tx.updateTable('two_factor').set({ verified: true }).where('account', '=', account).execute()
    await recordStaffEvent(tx, context.now(), { type: 'CodeSetUp', account, place })
  })
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

/**
 * Counts the attempt before it looks, so that a thousand at once are five. A good code is taken in one statement that also remembers its
 * step: of ten at once one is taken, and none of that step or an earlier one after it. `then` is done in the transaction that takes it.
 */
export async function checkCode(
  { database, secret: key, now, codesNow }: SignInContext,
  account: string,
  code: string,
  then: (tx: Tx) => Promise<void> = async () => {},
): Promise<Outcome<void>> {
  const attempt = await database.query
    .updateTable('two_factor')
    .set({ failed_attempts: sql<number>`failed_attempts + 1` })
    .where('account', '=', account)
    .where('failed_attempts', '<', codeAttemptsMax)
    .returning('secret')
    .executeTakeFirst()
  if (!attempt) return refuse('session.too-many')
  const step = await stepOf(code, await symmetricDecrypt({ key, data: attempt.secret }), codesNow())
  if (step === undefined) return refuse('sign-in.failed')
  const taken = await inTransaction(database, { account, at: now() }, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('two_factor')
      .set({ last_step: step, failed_attempts: 0 })
      .where('account', '=', account)
      // Of this very secret: another may have been set up meanwhile.
      .where('secret', '=', attempt.secret)
      .where((where) => where.or([where('last_step', 'is', null), where('last_step', '<', step)]))
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return false
    await then(tx)
    return true
  })
  return taken ? accept(undefined) : refuse('sign-in.failed')
}

/** The step whose code this is: the one in force, or the one before, since a gesture lies between reading a code and sending it. Never one ahead. */
async function stepOf(code: string, secret: string, at: Instant): Promise<number | undefined> {
  const app = createOTP(secret)
  const inForce = Math.floor(epochMs(at) / stepMs)
  const [now, before] = [await app.hotp(inForce), await app.hotp(inForce - 1)]
  const [isNow, isBefore] = [same(code, now), same(code, before)]
  if (isNow) return inForce
  return isBefore ? inForce - 1 : undefined
}

function same(given: string, shown: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(shown)]
  return one.length === other.length && timingSafeEqual(one, other)
}
