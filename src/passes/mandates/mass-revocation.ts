import { hash } from 'node:crypto'
import { findEvent, recordEvent } from '../../audit/record-event.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { may } from '../../identity/authority.rules.ts'
import type { AreaCode, CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Instant } from '../../kernel/time.ts'
import { rollBackOn, type Tx } from '../../platform/database.ts'
import { cellOf, type HolderBoundId } from '../../platform/ids.ts'
import { type Issuing, inNameOf } from '../issuing.ts'
import { mandatesOfInstrument } from '../mandate.queries.ts'
import {
  findMassRevocation,
  findMassRevocationForUpdate,
  insertMassRevocation,
  type MassRevocation,
  saveConfirmation,
  saveWithdrawal,
  selectionOf,
} from './mass-revocation.store.ts'
import { onlyReachOf, reachAt, reachOfOffice } from './reach.rules.ts'
import { countSigned, type Selection } from './signed-passes.queries.ts'
import { isOwnDoing, type Subject } from './subject.rules.ts'

export type ProposeRevocation = {
  readonly requestId: CommandId
  readonly actor: Actor
  readonly of: Subject
  readonly from: Instant
  /** Not counted itself; a later instant than now means now: what is signed afterwards was not in the count. */
  readonly until: Instant
  /** Null: as far as the person's authority reaches. */
  readonly office: AreaCode | null
  readonly reason: string
}

/** The first of two people: a proposal with the exact number of passes that are good or suspended. Its id is the request's. */
export async function proposeMassRevocation(issuing: Issuing, command: ProposeRevocation): Promise<Outcome<MassRevocation>> {
  const { actor, requestId, of, from, office, reason } = command
  const now = issuing.now()
  if (isOwnDoing(of, actor.account)) return refuse('authority.same-hands')
  const reach = office ? reachOfOffice(actor, 'mandate.revoke-passes', office, now) : onlyReachOf(actor, 'mandate.revoke-passes')
  if (!reach.ok) return reach
  const [until = now] = [command.until, now].toSorted()
  const said = hash('sha256', JSON.stringify([...Object.values(of), from, command.until, office, reason]), 'base64')
  return rollBackOn(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const before = await answerAgain(tx, { id: requestId, said, subject: requestId, type: 'MassRevocationProposed' })
    if (before) return before
    if (from >= until) return refuse('time.invalid', { about: { from, until } })
    if ('instrument' in of && (await mandatesOfInstrument(tx, of.instrument)).length === 0) return refuse('mandate.not-found')
    const { place, offices } = reach.value
    const found = await countLive(tx, { of, from, until, offices })
    if (found === 0) return refuse('pass.not-here')
    const inserted = await insertMassRevocation(tx, {
      id: requestId,
      ...of,
      place: place.id,
      office,
      from_at: from,
      until_at: until,
      reason,
      state: 'proposed',
      found,
      proposed_by: actor.account,
      proposed_name: actor.name,
      proposed_at: now,
      done_at: null,
      ...{ withdrawal: null, withdrawn_by: null, withdrawn_name: null, withdrawn_at: null, withdrawn_reason: null },
    })
    // The same request at the same time: the other one won, and its answer is ours.
    if (!inserted) return (await answerAgain(tx, { id: requestId, said, subject: requestId, type: 'MassRevocationProposed' })) ?? reused(requestId)
    await record(tx, 'MassRevocationProposed', { id: requestId, subject: requestId, actor, place: place.id, at: now, body: { said, of, found } })
    return answerOf(tx, requestId)
  })
}

export type ConfirmRevocation = { readonly requestId: CommandId; readonly actor: Actor; readonly revocation: string }

/** The second of two people. From here on it is carried out, whatever happens to the program (revocation-runner.ts). */
export async function confirmMassRevocation(issuing: Issuing, command: ConfirmRevocation): Promise<Outcome<MassRevocation>> {
  const { actor, requestId } = command
  return rollBackOn(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const [now, reached] = [issuing.now(), await inReach(tx, command, issuing.now())]
    if (!reached.ok) return reached
    const found = reached.value
    if (found.confirmed?.request === requestId && found.confirmed.account === actor.account) return accept(found)
    if (found.state !== 'proposed') return refuse('revocation.done', { about: { state: found.state } })
    if (found.proposed.account === actor.account) return refuse('authority.two-people')
    if (isOwnDoing(found.of, actor.account)) return refuse('authority.same-hands')
    if (await findEvent(tx, requestId)) return reused(requestId)
    const total = await countLive(tx, selectionOf(found))
    await saveConfirmation(tx, found.id, { by: { account: actor.account, name: actor.name, at: now }, request: requestId, total })
    await record(tx, 'MassRevocationConfirmed', { id: requestId, subject: found.id, actor, place: found.place, at: now, body: { total } })
    return answerOf(tx, found.id)
  })
}

export type WithdrawRevocation = ConfirmRevocation & { readonly reason: string }

/** Whoever proposed it or could confirm it takes it back before anybody has confirmed it: nothing was revoked, and it stays on record. */
export async function withdrawMassRevocation(issuing: Issuing, command: WithdrawRevocation): Promise<Outcome<MassRevocation>> {
  const { actor, requestId, reason } = command
  return rollBackOn(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const [now, reached] = [issuing.now(), await inReach(tx, command, issuing.now())]
    if (!reached.ok) return reached
    const { id, state, of, place, withdrawn } = reached.value
    if (withdrawn?.request === requestId && withdrawn.account === actor.account)
      return withdrawn.reason === reason ? accept(reached.value) : reused(requestId)
    if (state !== 'proposed') return refuse('revocation.done', { about: { state } })
    if (isOwnDoing(of, actor.account)) return refuse('authority.same-hands')
    if (await findEvent(tx, requestId)) return reused(requestId)
    await saveWithdrawal(tx, id, { by: { account: actor.account, name: actor.name, at: now }, request: requestId, reason })
    await record(tx, 'MassRevocationWithdrawn', { id: requestId, subject: id, actor, place, at: now, body: { reason } })
    return answerOf(tx, id)
  })
}

/** The proposal, locked, for whoever may decide on it. */
async function inReach(tx: Tx, { actor, revocation }: ConfirmRevocation, now: Instant): Promise<Outcome<MassRevocation>> {
  const found = await findMassRevocationForUpdate(tx, revocation)
  if (!found) return refuse('revocation.not-found')
  const { place } = reachAt(found.place, found.office)
  const allowed = may(actor.grants, 'mandate.revoke-passes', place, now)
  // A proposal that the person may not even read answers as one that does not exist.
  if (!allowed.ok) return may(actor.grants, 'mandate.passes', place, now).ok ? allowed : refuse('revocation.not-found')
  return accept(found)
}

const reused = (id: CommandId) => refuse('request.id-reused', { about: { id } })

/** Good or suspended: those that a revocation changes. */
async function countLive(tx: Tx, selection: Selection): Promise<number> {
  const counts = await countSigned(tx, selection)
  return counts.filter(({ state }) => state === 'active' || state === 'suspended').reduce((sum, { count }) => sum + count, 0)
}

async function answerOf(tx: Tx, id: string): Promise<Outcome<MassRevocation>> {
  const saved = await findMassRevocation(tx, id)
  return saved ? accept(saved) : refuse('revocation.not-found')
}

type Said = { readonly id: CommandId; readonly said: string; readonly subject: string; readonly type: string }
async function answerAgain(tx: Tx, { id, said, subject, type }: Said): Promise<Outcome<MassRevocation> | undefined> {
  const event = await findEvent(tx, id)
  if (!event) return undefined
  return event.type === type && 'said' in event.body && event.body.said === said ? answerOf(tx, subject) : reused(id)
}

type Told = {
  readonly id: CommandId
  readonly subject: string
  readonly actor: Actor
  readonly place: string
  readonly at: Instant
  readonly body: object
}
const record = (tx: Tx, type: string, { id, subject, actor, place, at, body }: Told): Promise<void> =>
  recordEvent(tx, { id, cell: cellOf(id as string as HolderBoundId), type, subject, actor: actor.account, place, at, body })
