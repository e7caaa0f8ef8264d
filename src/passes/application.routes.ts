import Type from 'typebox'
import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { actorOf } from '../identity/authorise.ts'
import { type Action, may } from '../identity/authority.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import { type CommandId, parseAreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { inTransaction } from '../platform/database.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { parseHolderBoundId } from '../platform/ids.ts'
import { refusals } from '../platform/schemas.ts'
import { sendFile } from '../platform/send-file.ts'
import { readApplicant } from './applicant-body.ts'
import { type Application, findApplication, findPhoto, listApplications } from './application.store.ts'
import { applyForPass } from './apply-for-pass.ts'
import { approveApplication, payFee, rejectApplication, withdrawApplication } from './change-application.ts'
import { showsPhoto } from './fields.rules.ts'
import { inNameOf } from './issuing.ts'
import type { PassServices } from './pass-services.ts'
import * as api from './passes.api.ts'
import { preparePhoto } from './photo.ts'
import { applicationShown, rolesAt } from './shown-answers.ts'

/** An application's way: taken, paid, approved, signed; or rejected, withdrawn. */
export function applicationRoutes(server: HttpServer, services: PassServices): void {
  /** As the caller's roles at the case's office see it; whoever may take a step in a case may read it. */
  const answerOf = (actor: Actor, outcome: Outcome<Application>): Outcome<object> =>
    outcome.ok ? accept(seenBy(services, actor, outcome.value)) : outcome
  const tags = ['Applications']
  const response = { 200: api.applicationAnswer, ...refusals }
  server.post(
    '/api/v1/applications',
    {
      config: { needs: 'application.take' },
      schema: { tags, summary: 'Take an application', body: api.applyRequest, response: { 201: api.applicationAnswer, ...refusals } },
    },
    async (request, reply) =>
      sendOutcome(request, reply, answerOf(actorOf(request), await takeApplication(services, actorOf(request), request.body)), 201),
  )
  server.get(
    '/api/v1/applications',
    {
      config: { needs: 'application.read' },
      schema: {
        tags,
        summary: "An office's applications, newest first",
        querystring: api.applicationsQuery,
        response: { 200: Type.Array(api.applicationAnswer), ...refusals },
      },
    },
    async (request, reply) =>
      sendOutcome(request, reply, await readList(services, actorOf(request), request.query.office, request.query.limit ?? 50)),
  )
  server.get(
    '/api/v1/applications/:id',
    { config: { needs: 'application.read' }, schema: { tags, summary: 'One application', params: api.applicationParams, response } },
    async (request, reply) => {
      const read = await readOne(services, actorOf(request), request.params.id)
      return sendOutcome(request, reply, read.ok ? answerOf(actorOf(request), accept(read.value.application)) : read)
    },
  )
  server.get(
    '/api/v1/applications/:id/photo',
    {
      config: { needs: 'application.read' },
      schema: {
        tags,
        summary: "The applicant's photo",
        params: api.applicationParams,
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'image/jpeg' }), ...refusals },
      },
    },
    async (request, reply) => {
      const read = await readOne(services, actorOf(request), request.params.id)
      if (!read.ok) return sendRefusal(reply, request, read.refusal)
      const roles = rolesAt(actorOf(request), 'application.read', read.value.application.office, services.now())
      if (!showsPhoto(roles)) return sendRefusal(reply, request, refuse('authority.role').refusal)
      // What its period is over for is gone (retention); the case stays.
      if (!read.value.portrait) return sendRefusal(reply, request, refuse('application.not-found').refusal)
      return sendFile(reply, { type: 'image/jpeg', name: 'photo.jpg', bytes: read.value.portrait })
    },
  )
  const step = (name: string, needs: Action, summary: string) => ({
    path: `/api/v1/applications/:id/${name}`,
    config: { needs },
    schema: { tags, summary, params: api.applicationParams, response },
  })
  const of = (request: Parameters<typeof actorOf>[0] & { params: { id: string }; body: { requestId: string } }) => ({
    requestId: request.body.requestId as CommandId,
    actor: actorOf(request),
    application: parseHolderBoundId(request.params.id) ?? refusedId(),
  })

  const payment = step('payment', 'application.pay', 'Take the fee in cash, with a receipt')
  server.post(payment.path, { config: payment.config, schema: { ...payment.schema, body: api.paymentRequest } }, async (request, reply) => {
    const { amount, currency } = request.body
    return sendOutcome(request, reply, answerOf(actorOf(request), await payFee(services, { ...of(request), amount, currency })))
  })
  const approval = step('approval', 'application.approve', "Approve under the office's mandate")
  server.post(approval.path, { config: approval.config, schema: { ...approval.schema, body: api.stepRequest } }, async (request, reply) =>
    sendOutcome(request, reply, answerOf(actorOf(request), await approveApplication(services, of(request)))),
  )
  const rejection = step('rejection', 'application.reject', 'Reject, with the reason')
  server.post(rejection.path, { config: rejection.config, schema: { ...rejection.schema, body: api.closeRequest } }, async (request, reply) =>
    sendOutcome(request, reply, answerOf(actorOf(request), await rejectApplication(services, { ...of(request), reason: request.body.reason }))),
  )
  const withdrawal = step('withdrawal', 'application.withdraw', 'Withdraw, with the reason')
  server.post(withdrawal.path, { config: withdrawal.config, schema: { ...withdrawal.schema, body: api.closeRequest } }, async (request, reply) =>
    sendOutcome(request, reply, answerOf(actorOf(request), await withdrawApplication(services, { ...of(request), reason: request.body.reason }))),
  )
}

const refusedId = (): never => {
  throw new Error('the schema lets only holder-bound ids through')
}

/** One application with its photo, to somebody who may read it; reading it is itself kept. Another office's answers as one that does not exist. */
async function readOne(
  services: PassServices,
  actor: Actor,
  text: string,
): Promise<Outcome<{ application: Application; portrait: Buffer | undefined }>> {
  const [id, at] = [parseHolderBoundId(text), services.now()]
  return inTransaction(services.database, inNameOf(services, actor), async (tx) => {
    const application = id && (await findApplication(tx, id))
    if (!application || !may(actor.grants, 'application.read', areaPlace(application.office), at).ok) return refuse('application.not-found')
    const photo = await findPhoto(tx, application.photoId)
    await recordRead(tx, { account: actor.account, subject: application.id, place: application.office, at })
    return accept({ application, portrait: photo?.portrait })
  })
}

const seenBy = (services: PassServices, actor: Actor, application: Application) =>
  applicationShown(rolesAt(actor, 'application.read', application.office, services.now()), application)

async function readList(services: PassServices, actor: Actor, office: string, limit: number): Promise<Outcome<readonly object[]>> {
  const [area, at] = [parseAreaCode(office), services.now()]
  if (!area) return refuse('office.unknown', { about: { office } })
  const allowed = may(actor.grants, 'application.read', areaPlace(area), at)
  if (!allowed.ok) return allowed
  return inTransaction(services.database, inNameOf(services, actor), async (tx) => {
    await recordRead(tx, { account: actor.account, subject: `applications of ${area}`, place: area, at })
    return accept((await listApplications(tx, area, limit)).map((application) => seenBy(services, actor, application)))
  })
}

async function takeApplication(services: PassServices, actor: Actor, body: api.ApplyBody): Promise<Outcome<Application>> {
  const read = readApplicant(services, body)
  if (!read.ok) return read
  const photo = await preparePhoto(Buffer.from(body.photo, 'base64'))
  if (!photo.ok) return photo
  return applyForPass(services, {
    requestId: body.requestId as CommandId,
    actor,
    ...read.value,
    photo: photo.value,
    madeUp: body.madeUp ?? false,
    otherPeople: body.otherPeople ?? [],
  })
}
