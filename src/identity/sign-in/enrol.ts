import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { accept, type Outcome, type Refusal, refuse } from '../../kernel/outcome.ts'
import { rollBackOn, type Tx } from '../../platform/database.ts'
import { checkCode, hasCode } from './code.ts'
import type { SetCookie, SignInContext } from './context.ts'
import { findLink, type Link, voidLinks } from './links.ts'
import { insertPasskey, type NewPasskey, registrationOptions, verifyRegistration } from './register-passkey.ts'
import { type Browser, beginSession } from './sign-in-with-passkey.ts'
import { recordStaffEvent, recordStaffEventAlone } from './staff-events.ts'

export type OpenedLink = {
  readonly name: string
  readonly purpose: Link['purpose']
  /** Does the person's app have to show a code as well? */
  readonly needsCode: boolean
  readonly options: PublicKeyCredentialCreationOptionsJSON
}

/** Whom a link is for, and what the browser needs to make a passkey. The link stays good. */
export async function openLink(context: SignInContext, token: string): Promise<Outcome<OpenedLink>> {
  const link = await findLink(context, token)
  if (!link) return refuse('invitation.invalid')
  const { account, name, purpose } = link
  return accept({ name, purpose, needsCode: await needsCode(context, link), options: await registrationOptions(context, 'enrol', { account, name }) })
}

export type Enrolment = Browser & {
  readonly token: string
  readonly attestation: RegistrationResponseJSON
  readonly code: string | undefined
  readonly passkeyName: string
}

/** Uses the link: the passkey is kept, the account is active, a session begins. A recovery also ends every older passkey and session. */
export async function enrol(context: SignInContext, enrolment: Enrolment): Promise<Outcome<SetCookie>> {
  const { token, attestation, code, passkeyName } = enrolment
  const link = await findLink(context, token)
  if (!link) return refuse('invitation.invalid')
  const { account } = link
  const asksCode = await needsCode(context, link)
  if (asksCode) {
    const checked = await checkCode(context, account, code ?? '')
    if (!checked.ok) return fail(context, link, 'code', checked)
  }
  const passkey = await verifyRegistration(context, { purpose: 'enrol', account, attestation })
  if (!passkey.ok) return fail(context, link, 'passkey', passkey)

  const at = context.now()
  const kept = await rollBackOn(context.database, { account, at }, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('invitation')
      .set({ used_at: at })
      .where('id', '=', link.id)
      .where('used_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return refuse('invitation.invalid')
    await voidLinks(tx, account, at)
    if (link.purpose === 'recovery') await endOldWaysIn(tx, context, link)
    return keep(tx, context, { link, passkey: passkey.value, passkeyName, secondFactor: asksCode ? 'code' : 'two-administrators' })
  })
  if (!kept.ok) return kept
  const cookie = await beginSession(context, account, link.purpose === 'recovery' ? 'recovery' : 'passkey', enrolment)
  if (!cookie) throw new Error('an account that was just made active has no session')
  return accept(cookie)
}

const needsCode = async (context: SignInContext, { purpose, account }: Link): Promise<boolean> =>
  purpose === 'recovery' && (await hasCode(context, account))

async function endOldWaysIn(tx: Tx, { now }: SignInContext, { account }: Link): Promise<void> {
  await tx
    .updateTable('passkey')
    .set({ revoked_at: now(), revoked_by: account })
    .where('account', '=', account)
    .where('revoked_at', 'is', null)
    .execute()
  await tx.deleteFrom('session').where('account', '=', account).execute()
}

type Kept = { readonly link: Link; readonly passkey: NewPasskey; readonly passkeyName: string; readonly secondFactor: string }
async function keep(tx: Tx, { now }: SignInContext, { link, passkey, passkeyName, secondFactor }: Kept): Promise<Outcome<void>> {
  const { account, home_place: place, purpose } = link
  const at = now()
  if (!(await insertPasskey(tx, at, { account, name: passkeyName, passkey }))) return refuse('sign-in.failed')
  await tx.updateTable('staff_account').set({ state: 'active', updated_at: at }).where('id', '=', account).where('state', '=', 'invited').execute()
  await recordStaffEvent(tx, at, { type: 'PasskeyEnrolled', account, place, body: { by: purpose } })
  if (purpose === 'recovery') await recordStaffEvent(tx, at, { type: 'RecoveryDone', account, place, body: { secondFactor } })
  await recordStaffEvent(tx, at, { type: 'SignedIn', account, place, body: { how: purpose === 'recovery' ? 'recovery' : 'passkey' } })
  return accept(undefined)
}

async function fail(
  context: SignInContext,
  { account, home_place: place }: Link,
  reason: string,
  { refusal }: { refusal: Refusal },
): Promise<Outcome<never>> {
  await recordStaffEventAlone(context.database, context.now(), { type: 'SignInFailed', account, place, body: { how: 'link', reason } })
  return { ok: false, refusal }
}
