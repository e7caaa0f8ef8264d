import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { confirmRecovery as insertConfirmation, beginRecovery as insertRecovery, type OneTimeLink } from '../sign-in/links.ts'
import { type AboutMember, type Changed, changeMember, type StaffServices } from './change-staff.ts'
import { openRecoveries } from './recovery.queries.ts'
import { assessCare, counts } from './staff.rules.ts'
import { closeMember, endSessions, revokeGrants } from './staff.store.ts'

export type WithReason = AboutMember & { readonly reason: string }

/** The first half of a recovery: nothing can be opened with it until a second administrator confirms. */
export async function beginRecovery(services: StaffServices, command: WithReason): Promise<Outcome<Changed<null>>> {
  const { reason } = command
  return changeMember(services, command, { type: 'RecoveryBegun', asked: { reason } }, async (tx, { actor, member, now }) => {
    const allowed = assessCare(actor, member, 'staff.recover', now)
    if (!allowed.ok) return allowed
    if (member.state !== 'active') return refuse('staff.not-found')
    await insertRecovery(tx, { account: member.id, by: actor.account, at: now, hours: services.parameters('recovery.hours-max', now) })
    return accept({ body: { reason }, added: null })
  })
}

/** The second half, by another administrator: makes the one-time link, shown once. */
export async function confirmRecovery(services: StaffServices, command: AboutMember): Promise<Outcome<Changed<OneTimeLink>>> {
  return changeMember<OneTimeLink>(services, command, { type: 'RecoveryConfirmed', asked: {} }, async (tx, { actor, member, now }) => {
    const allowed = assessCare(actor, member, 'staff.recover', now)
    if (!allowed.ok) return allowed
    const [recovery] = await openRecoveries(tx, [member.id], now)
    if (!recovery || member.state !== 'active') return refuse('invitation.invalid')
    if (recovery.madeBy === actor.account) return refuse('authority.two-people')
    if (recovery.confirmed) return accept({ body: null, added: null })
    const added = await insertConfirmation(tx, {
      id: recovery.id,
      account: member.id,
      by: actor.account,
      at: now,
      hours: services.parameters('recovery.hours-max', now),
    })
    return accept({ body: { recovery: recovery.id, begunBy: recovery.madeBy }, added })
  })
}

/** Signs the person out everywhere. */
export async function endSessionsOf(services: StaffServices, command: WithReason): Promise<Outcome<Changed<number>>> {
  const { reason } = command
  return changeMember<number>(services, command, { type: 'SessionsEnded', asked: { reason } }, async (tx, { actor, member, now }) => {
    const allowed = assessCare(actor, member, 'staff.recover', now)
    if (!allowed.ok) return allowed
    const ended = await endSessions(tx, member.id)
    return accept({ body: { ended, reason }, added: ended })
  })
}

/** The person works here no more: every role and session ends now, no passkey and no link opens anything. */
export async function closeAccount(services: StaffServices, command: WithReason): Promise<Outcome<Changed<null>>> {
  const { reason } = command
  return changeMember(services, command, { type: 'AccountClosed', asked: { reason } }, async (tx, { actor, member, now }) => {
    const allowed = assessCare(actor, member, 'staff.grant', now)
    if (!allowed.ok) return allowed
    if (member.state === 'closed') return accept({ body: null, added: null })
    const end = { at: now, by: actor.account }
    const grants = member.grants.filter((grant) => counts(grant, now)).map(({ id }) => id)
    await revokeGrants(tx, grants, end)
    const sessions = await endSessions(tx, member.id)
    await closeMember(tx, member.id, end)
    return accept({ body: { reason, grants, sessions }, added: null })
  })
}
