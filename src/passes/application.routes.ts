import Type from 'typebox'
import { type CommandId, parseAreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, civilDateAt, parseCivilDate } from '../kernel/time.ts'
import { isKnownArea } from '../places/registry.rules.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { parseHolderBoundId } from '../platform/ids.ts'
import { refusals } from '../platform/schemas.ts'
import { type Application, findApplication, findPhoto, listApplications } from './application.store.ts'
import { applyForPass } from './apply-for-pass.ts'
import { approveApplication, payFee, rejectApplication, withdrawApplication } from './change-application.ts'
import { findPass } from './pass.queries.ts'
import type { PassServices } from './pass-services.ts'
import * as api from './passes.api.ts'
import { preparePhoto } from './photo.ts'
import { signPass } from './sign-pass.ts'

/** An application's way: taken, paid, approved, signed; or rejected, withdrawn. */
export function applicationRoutes(server: HttpServer, services: PassServices): void {
  const tags = ['Applications']
  const response = { 200: api.applicationAnswer, ...refusals }
  server.post(
    '/api/v1/applications',
    { schema: { tags, summary: 'Take an application', body: api.applyRequest, response: { 201: api.applicationAnswer, ...refusals } } },
    async (request, reply) => sendOutcome(request, reply, answerOf(await takeApplication(services, request.body)), 201),
  )
  server.get(
    '/api/v1/applications',
    {
      schema: {
        tags,
        summary: "An office's applications, newest first",
        querystring: api.applicationsQuery,
        response: { 200: Type.Array(api.applicationAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const found = await listApplications(services.database.query, request.query.office, request.query.limit ?? 50)
      return sendOutcome(request, reply, accept(found))
    },
  )
  server.get(
    '/api/v1/applications/:id',
    { schema: { tags, summary: 'One application', params: api.applicationParams, response } },
    async (request, reply) => {
      const id = parseHolderBoundId(request.params.id)
      const found = id && (await findApplication(services.database.query, id))
      return sendOutcome(request, reply, found ? accept(found) : refuse('application.not-found'))
    },
  )
  server.get(
    '/api/v1/applications/:id/photo',
    {
      schema: {
        tags,
        summary: "The applicant's photo",
        params: api.applicationParams,
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'image/jpeg' }), ...refusals },
      },
    },
    async (request, reply) => {
      const id = parseHolderBoundId(request.params.id)
      const found = id && (await findApplication(services.database.query, id))
      const photo = found && (await findPhoto(services.database.query, found.photoId))
      if (!photo) return sendRefusal(reply, request, refuse('application.not-found').refusal)
      return reply.header('content-type', 'image/jpeg').send(photo.portrait as never)
    },
  )
  const step = (name: string, summary: string) => ({
    path: `/api/v1/applications/:id/${name}`,
    schema: { tags, summary, params: api.applicationParams, response },
  })
  const of = (request: { params: { id: string }; body: { requestId: string; actor?: string } }) => ({
    requestId: request.body.requestId as CommandId,
    actor: request.body.actor ?? 'desk',
    application: parseHolderBoundId(request.params.id) ?? refusedId(),
  })

  const payment = step('payment', 'Take the fee in cash, with a receipt')
  server.post(payment.path, { schema: { ...payment.schema, body: api.paymentRequest } }, async (request, reply) => {
    const { amount, currency } = request.body
    return sendOutcome(request, reply, answerOf(await payFee(services, { ...of(request), amount, currency })))
  })
  const approval = step('approval', "Approve under the office's mandate")
  server.post(approval.path, { schema: { ...approval.schema, body: api.stepRequest } }, async (request, reply) =>
    sendOutcome(request, reply, answerOf(await approveApplication(services, of(request)))),
  )
  const signature = step('signature', 'Sign the pass under the mandate in force now')
  server.post(signature.path, { schema: { ...signature.schema, body: api.stepRequest } }, async (request, reply) => {
    const signed = await signPass(services, of(request))
    const number = signed.ok ? signed.value.passNumber : null
    const pass = number === null ? undefined : await findPass(services.database.query, number)
    if (pass) await services.trust.knows({ kid: pass.signerKid, statusUri: `${services.profile.statusLists}${pass.statusList}` })
    return sendOutcome(request, reply, answerOf(signed))
  })
  const rejection = step('rejection', 'Reject, with the reason')
  server.post(rejection.path, { schema: { ...rejection.schema, body: api.closeRequest } }, async (request, reply) =>
    sendOutcome(request, reply, answerOf(await rejectApplication(services, { ...of(request), reason: request.body.reason }))),
  )
  const withdrawal = step('withdrawal', 'Withdraw, with the reason')
  server.post(withdrawal.path, { schema: { ...withdrawal.schema, body: api.closeRequest } }, async (request, reply) =>
    sendOutcome(request, reply, answerOf(await withdrawApplication(services, { ...of(request), reason: request.body.reason }))),
  )
}

const refusedId = (): never => {
  throw new Error('the schema lets only holder-bound ids through')
}
const answerOf = (outcome: Outcome<Application>): Outcome<object> => (outcome.ok ? accept(outcome.value) : outcome)

async function takeApplication(services: PassServices, body: api.ApplyBody): Promise<Outcome<Application>> {
  const { applicant } = body
  const [office, homeArea, birthDate] = [parseAreaCode(body.office), parseAreaCode(applicant.homeArea), parseCivilDate(applicant.birthDate)]
  if (!office || !homeArea || !isKnownArea(services.registry.current, homeArea, civilDateAt(services.now(), borderZone)))
    return refuse('area.unknown')
  if (!birthDate) return refuse('applicant.birth-date', { about: { field: 'birthDate' } })
  const photo = await preparePhoto(Buffer.from(body.photo, 'base64'))
  if (!photo.ok) return photo
  return applyForPass(services, {
    requestId: body.requestId as CommandId,
    actor: body.actor ?? 'desk',
    office,
    applicant: { ...applicant, homeArea, birthDate },
    photo: photo.value,
    madeUp: body.madeUp ?? false,
  })
}
