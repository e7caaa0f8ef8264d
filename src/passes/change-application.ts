import { recordEvents } from '../audit/record-event.ts'
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
import { type Application, type ApplicationChange, findApplications, findApplicationsForUpdate, updateApplications } from './application.store.ts'
import { answerAgain, type Issuing, inNameOf } from './issuing.ts'
import { mandatesOf } from './mandate.queries.ts'
import { assessMandate } from './mandate.rules.ts'
import { toldOf } from './messages/message.rules.ts'
import { queueMessages } from './messages/message.store.ts'
import { countDeed, countSteps } from './numbers/counters.store.ts'
import { passStateAt } from './pass.rules.ts'
import { assessHands } from './separation.rules.ts'

export type Step = { readonly requestId: CommandId; readonly actor: Actor; readonly application: HolderBoundId }
export type CloseApplication = Step & { readonly reason: string }
export type RejectApplication = CloseApplication & { readonly ground: RejectionGround }

/** Approves under the office's mandate: power `approve`, for the applicant's own area, in force now. */
export const approveApplication = (issuing: Issuing, command: Step): Promise<Outcome<Application>> =>
  changeApplication(issuing, command, 'approve', 'ApplicationApproved', (tx, application) => approvalOf(tx, issuing, command.actor, application))

/** The same for several cases at once. */
export const approveApplications = (issuing: Issuing, steps: Steps): Promise<Outcome<Application[]>> =>
  changeApplications(issuing, steps, 'approve', 'ApplicationApproved', (tx, applications) =>
    forEach(applications, (application) => approvalOf(tx, issuing, steps.actor, application)),
  )

async function approvalOf(tx: Tx, { now }: Issuing, { account }: Actor, { office, applicant }: Application): Promise<Outcome<Added>> {
  const mandate = assessMandate(await mandatesOf(tx, office), { power: 'approve', area: applicant.homeArea, now: now() })
  if (!mandate.ok) return mandate
  const { holder, id } = mandate.value
  return accept({ approved_at: now(), approved_by: holder, approved_account: account, mandate: id })
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

/** What a step adds to its case, beside the state; `event`: what only its event tells. */
export type Added = Omit<ApplicationChange, 'state'> & { readonly event?: object }

/** Load, decide, save, record: one step of the workflow in one transaction. `step` says what it adds, or why not. */
export async function changeApplication(
  issuing: Issuing,
  command: Step,
  name: StaffCommand,
  event: string,
  step: (tx: Tx, application: Application) => Promise<Outcome<Added>>,
): Promise<Outcome<Application>> {
  const changed = await changeApplications(issuing, { actor: command.actor, cases: [command] }, name, event, (tx, applications) =>
    forEach(applications, (application) => step(tx, application)),
  )
  return onlyOne(changed)
}

/** The answer of a step in one case. */
export function onlyOne(changed: Outcome<Application[]>): Outcome<Application> {
  if (!changed.ok) return changed
  const [application] = changed.value
  return application ? accept(application) : refuse('application.not-found')
}

/** One after the other, until one is refused. */
async function forEach(applications: readonly Application[], step: (application: Application) => Promise<Outcome<Added>>): Promise<Outcome<Added[]>> {
  const all: Added[] = []
  for (const application of applications) {
    const added = await step(application)
    if (!added.ok) return added
    all.push(added.value)
  }
  return accept(all)
}

/** One person's step in several cases, each under its own command id, never one case twice. */
export type Steps = { readonly actor: Actor; readonly cases: readonly Omit<Step, 'actor'>[] }

/** The same step in several cases in one transaction: all take it or none. `step` is asked for what it adds to each, in their order. */
export async function changeApplications(
  issuing: Issuing,
  { actor, cases }: Steps,
  name: StaffCommand,
  event: string,
  step: (tx: Tx, applications: readonly Application[]) => Promise<Outcome<readonly Added[]>>,
): Promise<Outcome<Application[]>> {
  const ids = cases.map(({ application }) => application)
  return rollBackOn(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const found = new Map((await findApplicationsForUpdate(tx, ids)).map((application) => [application.id, application]))
    const due: Due[] = []
    for (const { requestId, application: id, ...sent } of cases) {
      const says = saidIn(sent)
      const application = found.get(id)
      if (!application) return refuse('application.not-found')
      const allowed = mayChange(application, actor, name, issuing.now())
      if (!allowed.ok) return allowed
      const again = await answerAgain(tx, requestId, event, { application: id, says })
      if (again && !again.ok) return again
      if (again) continue
      const pass = application.pass && passStateAt(application.pass, issuing.now())
      const next = nextState(application.state, name, { isPaid: application.paidAt !== null, pass })
      if ('problem' in next) return refuse(next.problem)
      due.push({ requestId, application, state: next.state })
    }
    if (due.length === 0) return accept(await findApplications(tx, ids))
    const added = await step(
      tx,
      due.map(({ application }) => application),
    )
    if (!added.ok) return added
    // A case is under review with somebody only while it is in that state.
    const changed = due.map((each, index) => {
      const { event: told = {}, ...columns } = added.value[index] ?? {}
      return { ...each, told, change: { reviewing_account: null, ...columns, state: each.state } }
    })
    await saveSteps(tx, changed, { actor, event, at: issuing.now() })
    const after = await findApplications(tx, ids)
    await countAll(tx, due, after, { actor, name, at: issuing.now() })
    await tellAll(tx, due, after, { name, at: issuing.now() })
    return accept(after)
  })
}

/** Of what was sent, what the event keeps as it was said: an id that comes again says the same again. */
const saidIn = ({ reason, ground }: { readonly reason?: string; readonly ground?: string }) => ({
  ...(reason !== undefined && { reason }),
  ...(ground !== undefined && { ground }),
})

type Due = { readonly requestId: CommandId; readonly application: Application; readonly state: Application['state'] }

async function saveSteps(
  tx: Tx,
  changed: readonly (Due & { readonly change: ApplicationChange; readonly told: object })[],
  { actor, event, at }: { actor: Actor; event: string; at: Instant },
): Promise<void> {
  await updateApplications(
    tx,
    changed.map(({ application: { id }, change }) => ({ id, change })),
  )
  await recordEvents(
    tx,
    changed.map(({ requestId, application: { id, office }, change, told }) => ({
      id: requestId,
      cell: cellOf(id),
      type: event,
      subject: id,
      actor: actor.account,
      place: office,
      at,
      body: { ...change, ...told },
    })),
  )
}

/** Who gave a number is told of it, in this transaction: what is undone is not told. */
async function tellAll(
  tx: Tx,
  due: readonly Due[],
  after: readonly Application[],
  { name, at }: { readonly name: StaffCommand; readonly at: Instant },
): Promise<void> {
  const told = Map.groupBy(due, ({ application }) => toldOf(name, application.state))
  for (const [kind, cases] of told) {
    const done = after.filter(({ id }) => cases.some(({ application }) => application.id === id))
    if (kind) await queueMessages(tx, kind, done, at)
  }
}

async function countAll(
  tx: Tx,
  due: readonly Due[],
  after: readonly Application[],
  { actor, name, at }: { actor: Actor; name: StaffCommand; at: Instant },
): Promise<void> {
  const steps = due.flatMap(({ application: before }) => after.filter(({ id }) => id === before.id).map((each) => ({ before, after: each })))
  await countSteps(tx, steps)
  for (const office of [...new Set(due.map(({ application }) => application.office))].sort())
    await countDeed(tx, { office, account: actor.account, step: name, at, n: due.filter(({ application }) => application.office === office).length })
}
