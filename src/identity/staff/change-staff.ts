import { hash } from 'node:crypto'
import { findEvent, recordEvent } from '../../audit/record-event.ts'
import type { OperatingParameters } from '../../instruments/operating-parameters.ts'
import type { CommandId, StateCode } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Instant } from '../../kernel/time.ts'
import type { LiveRegistry } from '../../places/live-registry.ts'
import { type Database, rollBackOn, type Tx } from '../../platform/database.ts'
import { cellOf, type HolderBoundId } from '../../platform/ids.ts'
import type { Actor } from '../actor.rules.ts'
import type { OidcProvider } from '../sign-in/oidc-provider-config.ts'
import { type Member, seenBy } from './staff.rules.ts'
import { findMember, findMemberForUpdate, oneAtATime, withRolesNow } from './staff.store.ts'

/** What administering staff needs of the instance. `identity` is the only login that reaches accounts; `database` the program's own, for what was read. */
export type StaffServices = {
  readonly identity: Database
  readonly database: Database
  readonly state: StateCode
  readonly registry: Pick<LiveRegistry, 'current'>
  readonly parameters: OperatingParameters
  /** The ministries' own sign-in, where there is any. */
  readonly providers: readonly Pick<OidcProvider, 'id' | 'issuer'>[]
  readonly now: () => Instant
}

export type StaffCommand = { readonly requestId: CommandId; readonly actor: Actor }
export type AboutMember = StaffCommand & { readonly member: string }
/** `added` is what the answer says once, the first time only. */
export type Changed<Added> = { readonly member: Member; readonly added: Added | null }
export type StaffEvent = 'StaffInvited' | 'RoleGranted' | 'RoleEnded' | 'RecoveryBegun' | 'RecoveryConfirmed' | 'SessionsEnded' | 'AccountClosed'
/** What a step decided: the event's body, and what its answer adds. `body` null: there was nothing left to do. */
export type Step<Added> = { readonly body: object | null; readonly added: Added | null }

/**
 * Load, decide, save, record: one change about one person, in one transaction. The actor's roles are read again in it, under a lock. A person of whom the
 * actor sees nothing answers as one that does not exist.
 */
export async function changeMember<Added = null>(
  services: StaffServices,
  command: AboutMember,
  said: { readonly type: StaffEvent; readonly asked: object },
  step: (tx: Tx, found: { actor: Actor; member: Member; now: Instant }) => Promise<Outcome<Step<Added>>>,
): Promise<Outcome<Changed<Added>>> {
  const now = services.now()
  const mark = markOf(command, said.asked)
  return rollBackOn(services.identity, { account: command.actor.account, at: now }, async (tx) => {
    await oneAtATime(tx, command.requestId)
    const actor = await withRolesNow(tx, command.actor, now)
    const member = await findMemberForUpdate(tx, command.member)
    const seen = member && seenBy(actor, member, now)
    if (!member || !seen) return refuse('staff.not-found')
    const again = await answerAgain(tx, command.requestId, { type: said.type, mark, subject: member.id })
    if (again) return again.ok ? accept({ member, added: null }) : again
    const decided = await step(tx, { actor, member, now })
    if (!decided.ok) return decided
    const { body, added } = decided.value
    if (body) await recordStaffEvent(tx, { ...command, type: said.type, member, at: now, body: { ...body, said: mark } })
    const changed = await findMember(tx, member.id)
    return changed ? accept({ member: seenBy(actor, changed, now) ?? seen, added }) : refuse('staff.not-found')
  })
}

/** What was asked, by whom, without being readable: two requests with one id are the same when this is the same. */
export const markOf = (command: StaffCommand, asked: object): string => hash('sha256', JSON.stringify([command.actor.account, asked]), 'base64')

/** The subject of the event this very command left when it came before; undefined: it is new. */
export async function answerAgain(
  tx: Tx,
  requestId: CommandId,
  command: { readonly type: StaffEvent; readonly mark: string; readonly subject?: string },
): Promise<Outcome<string> | undefined> {
  const event = await findEvent(tx, requestId)
  if (!event) return undefined
  const same = event.type === command.type && 'said' in event.body && event.body.said === command.mark
  return same && (command.subject ?? event.subject) === event.subject
    ? accept(event.subject)
    : refuse('request.id-reused', { about: { id: requestId } })
}

export async function recordStaffEvent(
  tx: Tx,
  event: StaffCommand & { readonly type: StaffEvent; readonly member: Pick<Member, 'id' | 'home'>; readonly at: Instant; readonly body: object },
): Promise<void> {
  const { requestId, actor, type, member, at, body } = event
  await recordEvent(tx, {
    id: requestId,
    cell: cellOf(member.id as string as HolderBoundId),
    type,
    subject: member.id,
    actor: actor.account,
    at,
    body,
    place: member.home.id,
    aboutStaff: true,
  })
}
