import { findEvent, keeps, recordEvent } from '../../audit/record-event.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { may } from '../../identity/authority.rules.ts'
import { areaPlace } from '../../identity/place.rules.ts'
import type { CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt } from '../../kernel/time.ts'
import { rollBackOn, type Tx } from '../../platform/database.ts'
import { cellOf, type HolderBoundId } from '../../platform/ids.ts'
import { inNameOf } from '../issuing.ts'
import type { Signing } from '../sign-pass.ts'
import {
  confirmLeak,
  findLeak,
  findLeakForUpdate,
  findProposal,
  findWithdrawn,
  insertLeak,
  type LeakDeclared,
  withdrawLeak,
} from './leaked-key.store.ts'

export type ProposeLeak = {
  readonly requestId: CommandId
  readonly actor: Actor
  readonly kid: string
  /** The first day on which somebody else may have had it. */
  readonly leakedOn: CivilDate
  readonly reason: string
}

/** The first of two people says that an office's signer key is known to others. Nothing changes by that alone. */
export async function proposeLeak(signing: Signing, { requestId, actor, kid, leakedOn, reason }: ProposeLeak): Promise<Outcome<LeakDeclared>> {
  const at = signing.now()
  const key = signing.keys.all().find(({ trusted }) => trusted.kid === kid)
  if (!key) return refuse('request.not-found')
  const allowed = may(actor.grants, 'mandate.revoke-passes', areaPlace(key.office), at)
  if (!allowed.ok) return allowed
  if (leakedOn > civilDateAt(at, borderZone)) return refuse('time.invalid', { about: { leakedOn } })
  return rollBackOn(signing.database, inNameOf(signing, actor), async (tx) => {
    const again = await answerAgain(tx, requestId, 'SignerKeyLeakProposed', { kid, leakedOn, reason })
    if (again) return again
    const proposed = { account: actor.account, name: actor.name, at }
    if (!(await insertLeak(tx, { id: requestId, kid, office: key.office, leakedOn, reason, proposed })))
      return refuse('revocation.done', { about: { state: (await findLeak(tx, kid))?.confirmed ? 'confirmed' : 'proposed' } })
    await record(tx, 'SignerKeyLeakProposed', { requestId, actor, kid, office: key.office, at, body: { kid, leakedOn, reason } })
    return answerOf(tx, kid)
  })
}

/** `proposal`: the one that was looked at. Another may stand by now, with another day. */
export type ConfirmLeak = { readonly requestId: CommandId; readonly actor: Actor; readonly kid: string; readonly proposal: CommandId }

/** The second of two people. From here on nothing is signed with the key, and only what the register knows of it is good. It is never taken back. */
export async function confirmLeaked(signing: Signing, { requestId, actor, kid, proposal }: ConfirmLeak): Promise<Outcome<LeakDeclared>> {
  const at = signing.now()
  return rollBackOn(signing.database, inNameOf(signing, actor), async (tx) => {
    const found = await findLeakForUpdate(tx, kid)
    if (found?.id !== proposal) return refuse('revocation.not-found')
    const allowed = may(actor.grants, 'mandate.revoke-passes', areaPlace(found.office), at)
    if (!allowed.ok) return allowed
    const again = await answerAgain(tx, requestId, 'SignerKeyLeakConfirmed', { kid, proposal })
    if (again) return again
    if (found.confirmed) return refuse('revocation.done', { about: { state: 'confirmed' } })
    if (found.proposed.account === actor.account) return refuse('authority.two-people')
    await confirmLeak(tx, kid, { account: actor.account, name: actor.name, at })
    await record(tx, 'SignerKeyLeakConfirmed', { requestId, actor, kid, office: found.office, at, body: { kid, proposal } })
    return answerOf(tx, kid)
  })
}

export type WithdrawLeak = ConfirmLeak & { readonly reason: string }

/** Whoever proposed it or could confirm it takes it back before anybody has confirmed it. It stays on record, and the key may be proposed again. */
export async function withdrawProposedLeak(
  signing: Signing,
  { requestId, actor, kid, proposal, reason }: WithdrawLeak,
): Promise<Outcome<LeakDeclared>> {
  const at = signing.now()
  return rollBackOn(signing.database, inNameOf(signing, actor), async (tx) => {
    const standing = await findLeakForUpdate(tx, kid)
    // Read after the lock: the same request at the same time may have been first.
    const before = await findWithdrawn(tx, requestId)
    const found = before ?? standing
    if (found?.id !== proposal) return refuse('revocation.not-found')
    const allowed = may(actor.grants, 'mandate.revoke-passes', areaPlace(found.office), at)
    if (!allowed.ok) return allowed
    const again = before?.kid === kid && before.withdrawn?.account === actor.account && before.withdrawn.reason === reason
    if (again) return accept(before)
    if (before || (await findEvent(tx, requestId))) return refuse('request.id-reused', { about: { id: requestId } })
    if (found.confirmed) return refuse('revocation.done', { about: { state: 'confirmed' } })
    await withdrawLeak(tx, kid, { withdrawal: requestId, by: { account: actor.account, name: actor.name, at }, reason })
    await record(tx, 'SignerKeyLeakWithdrawn', { requestId, actor, kid, office: found.office, at, body: { kid, proposal, reason } })
    const withdrawn = await findWithdrawn(tx, requestId)
    return withdrawn ? accept(withdrawn) : refuse('revocation.not-found')
  })
}

async function answerOf(tx: Tx, kid: string): Promise<Outcome<LeakDeclared>> {
  const found = await findLeak(tx, kid)
  return found ? accept(found) : refuse('revocation.not-found')
}

async function answerAgain(
  tx: Tx,
  id: CommandId,
  type: string,
  body: { readonly kid: string; readonly proposal?: string; readonly leakedOn?: string; readonly reason?: string },
): Promise<Outcome<LeakDeclared> | undefined> {
  const event = await findEvent(tx, id)
  if (!event) return undefined
  const same = event.type === type && keeps(event, body)
  if (!same) return refuse('request.id-reused', { about: { id } })
  const proposal = await findProposal(tx, id)
  return proposal ? accept(proposal) : answerOf(tx, body.kid)
}

type Told = {
  readonly requestId: CommandId
  readonly actor: Actor
  readonly kid: string
  readonly office: string
  readonly at: LeakDeclared['proposed']['at']
  readonly body: object
}
const record = (tx: Tx, type: string, { requestId, actor, kid, office, at, body }: Told): Promise<void> =>
  recordEvent(tx, {
    id: requestId,
    cell: cellOf(requestId as string as HolderBoundId),
    type,
    subject: kid,
    actor: actor.account,
    place: office,
    at,
    body,
  })
