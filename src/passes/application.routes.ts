import Type from 'typebox'
import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { actorOf } from '../identity/authorise.ts'
import { may } from '../identity/authority.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import { type CommandId, parseAreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { inTransaction } from '../platform/database.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { sendFile } from '../platform/send-file.ts'
import { readApplicant, readPerson, seenOf } from './applicant-body.ts'
import { type Application, findApplications, findPhoto, listApplications } from './application.store.ts'
import { answerOf, readCase, seenBy, stepOf, stepRoute } from './application-answers.ts'
import { applyForPass } from './apply-for-pass.ts'
import {
  approveApplication,
  type CloseApplication,
  holdBackApplication,
  rejectApplication,
  releaseApplication,
  returnApplication,
  type Step,
  takeUpApplication,
} from './change-application.ts'
import { correctApplication } from './correct-application.ts'
import { showsPhoto } from './fields.rules.ts'
import { type Issuing, inNameOf } from './issuing.ts'
import { assessMobile } from './messages/mobile.rules.ts'
import type { PassServices } from './pass-services.ts'
import * as api from './passes.api.ts'
import { preparePhoto } from './photo.ts'
import { queueOf } from './queue.queries.ts'
import { flagsOfCases } from './read-flags.ts'
import { rolesAt } from './shown-answers.ts'
import { withdrawApplication } from './withdraw-application.ts'

/** An application's way to the signature: taken, reviewed, approved; returned and corrected; or rejected, withdrawn. It is paid through its charge (`src/payments`). */
export function applicationRoutes(server: HttpServer, services: PassServices): void {
  readingRoutes(server, services)
  makingRoutes(server, services)
  for (const [route, command] of plainSteps)
    server.post(route.path, { config: route.config, schema: { ...route.schema, body: api.stepRequest } }, async (request, reply) =>
      sendOutcome(request, reply, answerOf(services, actorOf(request), await command(services, stepOf(request)))),
    )
  const rejection = stepRoute('rejection', 'application.reject', 'Reject: on which ground, and with the reason in words')
  server.post(rejection.path, { config: rejection.config, schema: { ...rejection.schema, body: api.rejectRequest } }, async (request, reply) => {
    const { reason, ground } = request.body
    return sendOutcome(
      request,
      reply,
      answerOf(services, actorOf(request), await rejectApplication(services, { ...stepOf(request), reason, ground })),
    )
  })
  for (const [route, command] of reasonedSteps)
    server.post(route.path, { config: route.config, schema: { ...route.schema, body: api.closeRequest } }, async (request, reply) => {
      const changed = await command(services, { ...stepOf(request), reason: request.body.reason })
      return sendOutcome(request, reply, answerOf(services, actorOf(request), changed))
    })
}

type Route = ReturnType<typeof stepRoute>
type Command<S extends Step> = (issuing: Issuing, step: S) => Promise<Outcome<Application>>
const plainSteps: readonly [Route, Command<Step>][] = [
  [stepRoute('review', 'application.review', 'Take the case under review: nobody else then decides on it'), takeUpApplication],
  [stepRoute('release', 'application.review', 'Put the case back for the other reviewers'), releaseApplication],
  [stepRoute('approval', 'application.approve', "Approve under the office's mandate"), approveApplication],
]
const reasonedSteps: readonly [Route, Command<CloseApplication>][] = [
  [stepRoute('return', 'application.review', 'Send back for correction, with what is to be corrected; nothing is lost'), returnApplication],
  [stepRoute('holding-back', 'pass.sign', 'Not signed today: back to the reviewers, with the reason'), holdBackApplication],
]

function makingRoutes(server: HttpServer, services: PassServices): void {
  server.post(
    '/api/v1/applications',
    {
      config: { needs: 'application.take' },
      schema: {
        tags: ['Applications'],
        summary: 'Take an application',
        body: api.applyRequest,
        response: { 201: api.applicationAnswer, ...refusals },
      },
    },
    async (request, reply) =>
      sendOutcome(request, reply, answerOf(services, actorOf(request), await takeApplication(services, actorOf(request), request.body)), 201),
  )
  const withdrawal = stepRoute(
    'withdrawal',
    'application.withdraw',
    'Withdraw, with the reason; a lost pass that was found is good again. After the signature only while the pass is revoked, replaced or expired',
  )
  server.post(withdrawal.path, { config: withdrawal.config, schema: { ...withdrawal.schema, body: api.withdrawRequest } }, async (request, reply) => {
    const { reason, passFound = false } = request.body
    const changed = await withdrawApplication(services, { ...stepOf(request), reason, passFound })
    services.trust.renew()
    return sendOutcome(request, reply, answerOf(services, actorOf(request), changed))
  })
  const correction = stepRoute('correction', 'application.take', 'Put right what the case was returned for; the same person it stays')
  server.post(correction.path, { config: correction.config, schema: { ...correction.schema, body: api.correctRequest } }, async (request, reply) => {
    const applicant = readPerson(services, request.body.applicant)
    if (!applicant.ok) return sendRefusal(reply, request, applicant.refusal)
    const { photo } = request.body
    const prepared = photo === null ? accept(null) : await preparePhoto(Buffer.from(photo, 'base64'))
    if (!prepared.ok) return sendRefusal(reply, request, prepared.refusal)
    const seen = request.body.papers || request.body.residence ? seenOf(request.body) : null
    const command = { ...stepOf(request), applicant: applicant.value, photo: prepared.value, seen, otherPeople: request.body.otherPeople ?? [] }
    return sendOutcome(request, reply, answerOf(services, actorOf(request), await correctApplication(services, command)))
  })
}

function readingRoutes(server: HttpServer, services: PassServices): void {
  const tags = ['Applications']
  server.get(
    '/api/v1/applications',
    {
      config: { needs: 'application.read' },
      schema: {
        tags,
        summary: "An office's applications, newest first or as they are due",
        querystring: api.applicationsQuery,
        response: { 200: Type.Array(api.applicationAnswer), ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await readList(services, actorOf(request), request.query)),
  )
  server.get(
    '/api/v1/applications/:id',
    {
      config: { needs: 'application.read' },
      schema: { tags, summary: 'One application', params: api.applicationParams, response: { 200: api.applicationAnswer, ...refusals } },
    },
    async (request, reply) => {
      const read = await readCase(services, actorOf(request), request.params.id, (tx, application) => flagsOfCases(tx, services, [application]))
      if (!read.ok) return sendOutcome(request, reply, read)
      const { application, found: flags } = read.value
      return sendOutcome(request, reply, accept(seenBy(services, actorOf(request), application, flags.get(application.id))))
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
      const read = await readCase(services, actorOf(request), request.params.id, (tx, { photoId }) => findPhoto(tx, photoId))
      if (!read.ok) return sendRefusal(reply, request, read.refusal)
      const { application, found: photo } = read.value
      const roles = rolesAt(actorOf(request), 'application.read', application.office, services.now())
      if (!showsPhoto(roles)) return sendRefusal(reply, request, refuse('authority.role').refusal)
      // What its period is over for is gone (retention); the case stays.
      if (!photo) return sendRefusal(reply, request, refuse('application.not-found').refusal)
      return sendFile(reply, { type: 'image/jpeg', name: 'photo.jpg', bytes: photo.portrait })
    },
  )
}

async function readList(
  services: PassServices,
  actor: Actor,
  { office, limit = 50, order, state }: api.ApplicationsQuery,
): Promise<Outcome<readonly object[]>> {
  const [area, at] = [parseAreaCode(office), services.now()]
  if (!area) return refuse('office.unknown', { about: { office } })
  const allowed = may(actor.grants, 'application.read', areaPlace(area), at)
  if (!allowed.ok) return allowed
  return inTransaction(services.database, inNameOf(services, actor), async (tx) => {
    await recordRead(tx, { account: actor.account, subject: `applications of ${area}`, place: area, at })
    const listed =
      order === 'due' ? await findApplications(tx, await queueOf(tx, { office: area, limit, state })) : await listApplications(tx, area, limit)
    const flags = await flagsOfCases(tx, services, listed)
    return accept(listed.map((application) => seenBy(services, actor, application, flags.get(application.id))))
  })
}

async function takeApplication(services: PassServices, actor: Actor, body: api.ApplyBody): Promise<Outcome<Application>> {
  if (body.replaces && body.extends) return refuse('request.malformed')
  const read = readApplicant(services, body)
  if (!read.ok) return read
  const mobile = assessMobile(services.state, services.messages !== 'off', body.mobile)
  if (!mobile.ok) return mobile
  const photo =
    body.photo === null
      ? accept({ monthsMax: services.parameters('photo.months-max', services.now()) })
      : await preparePhoto(Buffer.from(body.photo, 'base64'))
  if (!photo.ok) return photo
  return applyForPass(services, {
    requestId: body.requestId as CommandId,
    actor,
    ...read.value,
    photo: photo.value,
    madeUp: body.madeUp ?? false,
    otherPeople: body.otherPeople ?? [],
    about: body.replaces ? { kind: 'replacement', ...body.replaces } : body.extends ? { kind: 'extension', ...body.extends } : null,
    draft: body.draft ?? null,
    mobile: mobile.value,
    ...((body.papers || body.residence) && { seen: seenOf(body) }),
  })
}
