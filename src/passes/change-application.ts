import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import type { Action } from '../identity/authority-lists.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'
import { rollBackOn, type Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { type ApplicationCommand, assessReviewer, nextState, type RejectionGround } from './application.rules.ts'
import { type Application, type ApplicationChange, findApplication, findApplicationForUpdate, updateApplication } from './application.store.ts'
import { answerAgain, type Issuing, inNameOf } from './issuing.ts'
import { mandatesOf } from './mandate.queries.ts'
import { assessMandate } from './mandate.rules.ts'
import { countDeed, countSteps } from './numbers/counters.store.ts'
import { assessHands } from './separation.rules.ts'

export type Step = { readonly requestId: CommandId; readonly actor: Actor; readonly application: HolderBoundId }
export type CloseApplication = Step & { readonly reason: string }
export type RejectApplication = CloseApplication & { readonly ground: RejectionGround }

/** Approves under the office's mandate: power `approve`, for the applicant's own area, in force now. */
export async function approveApplication(issuing: Issuing, command: Step): Promise<Outcome<Application>> {
  return changeApplication(issuing, command, 'approve', 'ApplicationApproved', async (tx, application) => {
    const mandate = assessMandate(await mandatesOf(tx, application.office), {
      power: 'approve',
      area: application.applicant.homeArea,
      now: issuing.now(),
    })
    if (!mandate.ok) return mandate
    return accept({
      approved_at: issuing.now(),
      approved_by: mandate.value.holder,
      approved_account: command.actor.account,
      mandate: mandate.value.id,
    })
  })
}

/** Takes a paid case in hand, so that no second reviewer does. */
export const takeUpApplication = (issuing: Issuing, command: Step): Promise<Outcome<Application>> =>
  changeApplication(issuing, command, 'take-up', 'ApplicationTakenUp', async () => accept({ reviewing_account: command.actor.account }))

/** Puts it back for the others. */
export const releaseApplication = (issuing: Issuing, command: Step): Promise<Outcome<Application>> =>
  changeApplication(issuing, command, 'release', 'ApplicationReleased', async () => accept({}))

/** Sends it back for correction, with what is to be corrected; fee, receipt, photo and everything typed stay. */
export const returnApplication = (issuing: Issuing, command: CloseApplication): Promise<Outcome<Application>> =>
  changeApplication(issuing, command, 'return', 'ApplicationReturned', async () => accept({ reason: command.reason, returned_at: issuing.now() }))

/** Not signed today: the signer gives it back to the reviewers, with the reason. */
export const holdBackApplication = (issuing: Issuing, command: CloseApplication): Promise<Outcome<Application>> =>
  changeApplication(issuing, command, 'hold-back', 'ApplicationHeldBack', async () => accept({ reason: command.reason }))

export const rejectApplication = (issuing: Issuing, command: RejectApplication): Promise<Outcome<Application>> =>
  changeApplication(issuing, command, 'reject', 'ApplicationRejected', async () =>
    accept({ reason: command.reason, ground: command.ground, closed_at: issuing.now() }),
  )

export const withdrawApplication = (issuing: Issuing, command: CloseApplication): Promise<Outcome<Application>> =>
  changeApplication(issuing, command, 'withdraw', 'ApplicationWithdrawn', async () => accept({ reason: command.reason, closed_at: issuing.now() }))

/** What a person does to a case; lapsing is the clock's, and what is paid comes from the charge (src/payments). */
export type StaffCommand = Exclude<ApplicationCommand, 'lapse' | 'pay'>

/** The right that each step asks for. */
const actionOf = {
  submit: 'application.take',
  correct: 'application.take',
  'take-up': 'application.review',
  release: 'application.review',
  return: 'application.review',
  approve: 'application.approve',
  'hold-back': 'pass.sign',
  sign: 'pass.sign',
  produce: 'pass.print',
  spoil: 'pass.print',
  collect: 'pass.hand-over',
  reject: 'application.reject',
  withdraw: 'application.withdraw',
} as const satisfies Record<StaffCommand, Action>

/** May this person take this step in this case? A case that they may not even read answers as one that does not exist. */
export function mayChange(application: Application, actor: Actor, name: StaffCommand, now: Instant): Outcome<undefined> {
  const place = areaPlace(application.office)
  const allowed = may(actor.grants, actionOf[name], place, now)
  if (!allowed.ok) return may(actor.grants, 'application.read', place, now).ok ? allowed : refuse('application.not-found')
  const hands = assessHands(actor, name, application.hands, application.applicant)
  if (!hands.ok) return hands
  const isChief = may(actor.grants, 'pass.sign', place, now).ok
  return assessReviewer({ state: application.state, reviewing: application.reviewing }, { account: actor.account, isChief }, name)
}

/** Load, decide, save, record: one step of the workflow in one transaction. `step` says what it adds, or why not. */
export async function changeApplication(
  issuing: Issuing,
  command: Step,
  name: StaffCommand,
  event: string,
  step: (tx: Tx, application: Application) => Promise<Outcome<Omit<ApplicationChange, 'state'>>>,
): Promise<Outcome<Application>> {
  return rollBackOn(issuing.database, inNameOf(issuing, command.actor), async (tx) => {
    const application = await findApplicationForUpdate(tx, command.application)
    if (!application) return refuse('application.not-found')
    const allowed = mayChange(application, command.actor, name, issuing.now())
    if (!allowed.ok) return allowed
    const again = await answerAgain(tx, command.requestId, event, { application: application.id })
    if (again) return again
    const next = nextState(application.state, name, { isPaid: application.paidAt !== null })
    if ('problem' in next) return refuse(next.problem)
    const added = await step(tx, application)
    if (!added.ok) return added
    // A case is under review with somebody only while it is in that state.
    const change: ApplicationChange = { reviewing_account: null, ...added.value, state: next.state }
    await updateApplication(tx, application.id, change)
    await recordEvent(tx, {
      id: command.requestId,
      cell: cellOf(application.id),
      type: event,
      subject: application.id,
      actor: command.actor.account,
      place: application.office,
      at: issuing.now(),
      body: change,
    })
    const changed = await findApplication(tx, application.id)
    if (!changed) return refuse('application.not-found')
    await countSteps(tx, [{ before: application, after: changed }])
    await countDeed(tx, { office: application.office, account: command.actor.account, step: name, at: issuing.now() })
    return accept(changed)
  })
}
