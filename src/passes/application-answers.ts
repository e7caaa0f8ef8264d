import type { FastifyRequest } from 'fastify'
import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { actorOf } from '../identity/authorise.ts'
import { may } from '../identity/authority.rules.ts'
import type { Action } from '../identity/authority-lists.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { inTransaction, type Tx } from '../platform/database.ts'
import { parseHolderBoundId } from '../platform/ids.ts'
import { refusals } from '../platform/schemas.ts'
import { type Application, findApplication } from './application.store.ts'
import { completeAt, dueOn, isDueProvisional } from './due.rules.ts'
import type { Flag } from './flags.rules.ts'
import { inNameOf } from './issuing.ts'
import { passStateAt } from './pass.rules.ts'
import type { PassServices } from './pass-services.ts'
import * as api from './passes.api.ts'
import { applicationShown, rolesAt } from './shown-answers.ts'

/** An application as the caller's roles at its office see it. */
export function seenBy(services: PassServices, actor: Actor, application: Application, flags?: readonly Flag[]) {
  const [due, now] = [dueOn(services.law, services.calendar, completeAt(application)), services.now()]
  const roles = rolesAt(actor, 'application.read', application.office, now)
  const passState = application.pass && passStateAt(application.pass, now)
  return applicationShown(roles, application, { dueOn: due, dueProvisional: isDueProvisional(services.calendar, due), passState }, flags)
}

/** A command's outcome, seen so; whoever may take a step in a case may read it. */
export const answerOf = (services: PassServices, actor: Actor, outcome: Outcome<Application>): Outcome<object> =>
  outcome.ok ? accept(seenBy(services, actor, outcome.value)) : outcome

/** Path, need and schema of a step in a case. */
export const stepRoute = (name: string, needs: Action, summary: string) => ({
  path: `/api/v1/applications/:id/${name}` as const,
  config: { needs },
  schema: { tags: ['Applications'], summary, params: api.applicationParams, response: { 200: api.applicationAnswer, ...refusals } },
})

type StepRequest = Pick<FastifyRequest, 'signedIn' | 'askedAt'> & { params: { id: string }; body: { requestId: string } }
/** Who does it, to which case, by which command. */
export const stepOf = (request: StepRequest) => ({
  requestId: request.body.requestId as CommandId,
  actor: actorOf(request),
  application: parseHolderBoundId(request.params.id) ?? refusedId(),
})
const refusedId = (): never => {
  throw new Error('the schema lets only holder-bound ids through')
}

/** One case with something of it, to somebody who may read it; reading it is itself kept. Another office's answers as one that does not exist. */
export function readCase<T>(
  services: PassServices,
  actor: Actor,
  text: string,
  find: (tx: Tx, application: Application) => Promise<T>,
): Promise<Outcome<{ application: Application; found: T }>> {
  const [id, at] = [parseHolderBoundId(text), services.now()]
  return inTransaction(services.database, inNameOf(services, actor), async (tx) => {
    const application = id && (await findApplication(tx, id))
    if (!application || !may(actor.grants, 'application.read', areaPlace(application.office), at).ok) return refuse('application.not-found')
    await recordRead(tx, { account: actor.account, subject: application.id, place: application.office, at })
    return accept({ application, found: await find(tx, application) })
  })
}
