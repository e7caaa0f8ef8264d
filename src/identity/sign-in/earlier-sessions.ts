import { sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { readSessionToken } from '../session-cookie.ts'
import type { SignInContext } from './context.ts'
import { recordStaffEvent } from './staff-events.ts'

/** The live session that a request's cookie names. */
export async function sessionOf(
  { database, secret, now }: Pick<SignInContext, 'database' | 'secret' | 'now'>,
  cookie: string | undefined,
): Promise<string | undefined> {
  const token = readSessionToken(cookie, secret)
  if (token === undefined) return undefined
  const found = await database.query.selectFrom('session').select('id').where('token', '=', token).where('expires_at', '>', now()).executeTakeFirst()
  return found?.id
}

/** What begins or ends several sessions of one account waits here for its turn. New rows that only name the account do not. */
export const lockAccount = async (tx: Tx, account: string): Promise<void> =>
  void (await tx.selectFrom('staff_account').select('id').where('id', '=', account).forNoKeyUpdate().execute())

/** A session that has just begun; `earlier` is the one that its browser had until now, whosever it was. */
export type Begun = { readonly account: string; readonly session: string; readonly earlier: string | undefined }

/** What a new session ends: the earlier one of its browser, and the person's oldest where there are more at once than may be. */
export async function endEarlier(
  tx: Tx,
  { parameters, now }: Pick<SignInContext, 'parameters' | 'now'>,
  { account, session, earlier }: Begun,
): Promise<void> {
  const at = now()
  await lockAccount(tx, account)
  const own = await tx
    .selectFrom('session')
    .select('id')
    .where('account', '=', account)
    .where('expires_at', '>', at)
    .orderBy(sql`id = ${session}`, 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  const tooMany = own.slice(parameters('session.at-once-max', at)).map(({ id }) => id)
  const ending = [...tooMany, ...(earlier === undefined ? [] : [earlier])].filter((id) => id !== session)
  await endSessions(tx, at, ending, { by: account, why: (id) => (id === earlier ? 'signed-in-again' : 'too-many') })
}

/** Ends the session that a browser had when it was sent to a provider. False: it has ended meanwhile, so what came after it in that browser is not known. */
export const endEarlierOfAttempt = async (tx: Tx, at: Instant, { session, by }: { session: string; by: string }): Promise<boolean> =>
  (await endSessions(tx, at, [session], { by, why: () => 'signed-in-again' })) === 1

type Ending = { readonly by: string; why(session: string): string }
async function endSessions(tx: Tx, at: Instant, sessions: readonly string[], { by, why }: Ending): Promise<number> {
  if (sessions.length === 0) return 0
  const found = await tx
    .selectFrom('session as s')
    .innerJoin('staff_account as a', 'a.id', 's.account')
    .select(['s.id', 's.account', 'a.home_place'])
    .where('s.id', 'in', sessions)
    // In one order, whoever locks them: two browsers that change hands at once do not wait for each other in a circle.
    .orderBy('s.id')
    .forUpdate('s')
    .execute()
  if (found.length === 0) return 0
  const ids = found.map(({ id }) => id)
  await tx.deleteFrom('session').where('id', 'in', ids).execute()
  for (const { id, account, home_place: place } of found)
    await recordStaffEvent(tx, at, { type: 'SessionEnded', account, place, by, body: { sessions: 1, why: why(id) } })
  return found.length
}
