import { findEvent, recordEvent } from '../../audit/record-event.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { may } from '../../identity/authority.rules.ts'
import { areaPlace } from '../../identity/place.rules.ts'
import type { AreaCode, CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { ProblemCode } from '../../kernel/problem.ts'
import { borderZone, civilDateAt, epochMs } from '../../kernel/time.ts'
import { placeCharges } from '../../payments/place-charges.ts'
import { rollBackOn, type Tx } from '../../platform/database.ts'
import { type Cell, cellOf, type HolderBoundId, newCommandId } from '../../platform/ids.ts'
import { type Application, findApplicationsForUpdate } from '../application.store.ts'
import { type Issuing, inNameOf } from '../issuing.ts'
import { mandatesOf, officesOn } from '../mandate.queries.ts'
import type { Mandate } from '../mandate.rules.ts'
import { isOwnCase } from '../separation.rules.ts'
import { assessMove } from './move.rules.ts'
import { moveToOffice, placeCorrections } from './province.store.ts'

export type MoveApplications = {
  readonly requestId: CommandId
  readonly actor: Actor
  readonly office: AreaCode
  readonly applications: readonly HolderBoundId[]
}
export type Moved = {
  readonly office: AreaCode
  readonly moved: readonly HolderBoundId[]
  readonly refused: readonly { readonly application: HolderBoundId; readonly code: ProblemCode }[]
}

/** Gives cases to another office of the province, each for itself: what cannot go stays, with its reason. What is not paid yet is owed there; money that was taken stays where it was. */
export function moveApplications(issuing: Issuing, command: MoveApplications): Promise<Outcome<Moved>> {
  const { requestId, actor, office } = command
  const at = issuing.now()
  return rollBackOn(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const allowed = may(actor.grants, 'application.move', areaPlace(office), at)
    if (!allowed.ok) return allowed
    if (!(await officesOn(tx, civilDateAt(at, borderZone))).some(({ id }) => id === office)) return refuse('office.unknown', { about: { office } })
    // Locked before anything is looked at: the same command ten times at once happens once.
    const found = new Map((await findApplicationsForUpdate(tx, command.applications)).map((application) => [application.id, application]))
    const before = await findEvent(tx, requestId)
    if (before) return answerBefore(before, command)
    const mandates = await mandatesOf(tx, office)
    const outcomes = command.applications.map((id) => ({ id, decided: decide(issuing, found.get(id), { command, mandates }) }))
    const moved = outcomes.flatMap(({ decided }) => (decided.ok ? [decided.value] : []))
    const refused = outcomes.flatMap(({ id, decided }) => (decided.ok ? [] : [{ application: id, code: decided.refusal.code }]))
    await moveToOffice(tx, moved, office)
    await placeCorrections(tx, moved)
    await placeCharges(
      tx,
      moved.map(({ id }) => id),
    )
    for (const application of moved) await recordMove(tx, issuing, command, application)
    const answer: Moved = { office, moved: moved.map(({ id }) => id), refused }
    const event = { id: requestId, cell: 0 as Cell, type: 'ApplicationsMoved', subject: office, actor: actor.account, place: office, at }
    await recordEvent(tx, { ...event, body: { asked: command.applications, answer } })
    return accept(answer)
  })
}

type Facts = { readonly command: MoveApplications; readonly mandates: readonly Mandate[] }

function decide(issuing: Issuing, application: Application | undefined, { command: { actor, office }, mandates }: Facts): Outcome<Application> {
  const now = issuing.now()
  if (!application) return refuse('application.not-found')
  const allowed = may(actor.grants, 'application.move', areaPlace(application.office), now)
  if (!allowed.ok) return refuse('application.not-found')
  if (isOwnCase(actor, application.applicant)) return refuse('authority.own-case')
  const assessed = assessMove({ ...application, homeArea: application.applicant.homeArea }, { office, mandates, now })
  return assessed.ok ? accept(application) : assessed
}

/** Of each case, where it came from; the command's own event names them all. */
async function recordMove(tx: Tx, issuing: Issuing, { actor, office }: MoveApplications, { id, office: from }: Application): Promise<void> {
  const at = issuing.now()
  const event = { id: newCommandId(epochMs(at)), cell: cellOf(id), type: 'ApplicationMoved', subject: id, actor: actor.account, place: from, at }
  await recordEvent(tx, { ...event, body: { from, office } })
}

/** The same command again is answered as it was; another one with its id is refused. */
function answerBefore(
  event: { readonly type: string; readonly body: object },
  { requestId, office, applications }: MoveApplications,
): Outcome<Moved> {
  const { asked, answer } = event.body as { asked?: readonly string[]; answer?: Moved }
  const same = event.type === 'ApplicationsMoved' && answer?.office === office && JSON.stringify(asked) === JSON.stringify(applications)
  return same && answer ? accept(answer) : refuse('request.id-reused', { about: { id: requestId } })
}
