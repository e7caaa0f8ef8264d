import { findEvent, recordEvent } from '../audit/record-event.ts'
import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import type { Action } from '../identity/authority-lists.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { inTransaction, rollBackOn, type Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { type ComplaintCommand, type ComplaintState, cleanText, nextComplaintState } from './complaint.rules.ts'
import { type Complaint, type ComplaintChange, findComplaint, findComplaintForUpdate, listComplaints, updateComplaint } from './complaint.store.ts'
import type { Portal } from './portal-services.ts'

/** Complaints are the state's answer to its own office, so staff work on the staff's connections. */
export type Complaints = Pick<Portal, 'now'> & { readonly database: Portal['database'] }
export type ComplaintStep = { readonly requestId: CommandId; readonly actor: Actor; readonly id: string }

const eventOf = { take: 'ComplaintTaken', answer: 'ComplaintAnswered', close: 'ComplaintClosed' } as const satisfies Record<ComplaintCommand, string>
const listMax = 200

/** Load, ask, decide, save, record: one step in a complaint. Whoever works only at the office complained about finds none. */
export function stepInComplaint(
  { database, now }: Complaints,
  { requestId, actor, id }: ComplaintStep,
  name: ComplaintCommand,
  text: string | null,
): Promise<Outcome<Complaint>> {
  return rollBackOn(database, { account: actor.account, at: now() }, async (tx) => {
    const at = now()
    const allowed = await findFor(tx, actor, { id, action: 'complaint.answer', at, lock: true })
    if (!allowed.ok) return allowed
    const complaint = allowed.value
    const earlier = await findEvent(tx, requestId)
    if (earlier)
      return earlier.type === eventOf[name] && earlier.subject === id ? accept(complaint) : refuse('request.id-reused', { about: { id: requestId } })
    const hand = complaint.takenBy === null ? 'none' : complaint.takenBy === actor.account ? 'mine' : 'other'
    const next = nextComplaintState(complaint.state, name, hand)
    if ('problem' in next) return refuse(next.problem)
    const answer = text === null ? null : cleanText(text)
    if (answer === '') return refuse('request.malformed', { about: { where: 'body/answer', why: 'nothing in it can be read' } })
    await updateComplaint(tx, id, changeOf(next.state, { answer, by: actor.account, at }))
    const cell = cellOf(id as HolderBoundId)
    const event = { id: requestId, cell, type: eventOf[name], subject: id, actor: actor.account, place: complaint.place, at }
    await recordEvent(tx, { ...event, body: { state: next.state } })
    const changed = await findComplaint(tx, id)
    return changed ? accept(changed) : refuse('complaint.not-found')
  })
}

function changeOf(state: ComplaintState, { answer, by, at }: { answer: string | null; by: string; at: ReturnType<Portal['now']> }): ComplaintChange {
  if (state === 'in-hand') return { state, taken_by: by, taken_at: at }
  if ((state === 'answered' || state === 'closed') && answer !== null) return { state, answer, answered_by: by, answered_at: at }
  throw new Error(`a step without its text leads to ${state}`)
}

async function findFor(
  tx: Tx,
  actor: Actor,
  { id, action, at, lock = false }: { id: string; action: Action; at: ReturnType<Portal['now']>; lock?: boolean },
): Promise<Outcome<Complaint>> {
  const found = await (lock ? findComplaintForUpdate(tx, id) : findComplaint(tx, id))
  if (!found) return refuse('complaint.not-found')
  const allowed = may(actor.grants, action, areaPlace(found.place), at)
  return allowed.ok ? accept(found) : refuse('complaint.not-found')
}

/** Reading one is itself kept. */
export function readComplaint({ database, now }: Complaints, actor: Actor, id: string): Promise<Outcome<Complaint>> {
  return inTransaction(database, { account: actor.account, at: now() }, async (tx) => {
    const found = await findFor(tx, actor, { id, action: 'complaint.read', at: now() })
    if (found.ok) await recordRead(tx, { account: actor.account, subject: `complaint ${id}`, place: found.value.place, at: now() })
    return found
  })
}

/** Those that wait: what is listed when nothing else is asked for. */
export const waitingStates: readonly ComplaintState[] = ['received', 'in-hand']

/** Those in these states, the oldest first. */
export function complaintsOf({ database, now }: Complaints, actor: Actor, states: readonly ComplaintState[]): Promise<Outcome<readonly Complaint[]>> {
  return inTransaction(database, { account: actor.account, at: now() }, async (tx) => {
    const listed = await listComplaints(tx, states, listMax)
    const mine = listed.filter(({ place }) => may(actor.grants, 'complaint.read', areaPlace(place), now()).ok)
    await recordRead(tx, { account: actor.account, subject: 'complaints', place: actor.grants[0]?.place.id ?? '', at: now() })
    return accept(mine)
  })
}
