import Type from 'typebox'
import { lawOn } from '../instruments/law.rules.ts'
import { type AreaCode, type CommandId, parseAreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, civilDateAt, instantOfMs, parseCivilDate } from '../kernel/time.ts'
import type { LiveRegistry } from '../places/live-registry.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { parseHolderBoundId } from '../platform/ids.ts'
import { refusals } from '../platform/schemas.ts'
import { assessResidence } from './applicant.rules.ts'
import { type Application, findApplication, findPhoto, listApplications } from './application.store.ts'
import { applyForPass } from './apply-for-pass.ts'
import { approveApplication, payFee, rejectApplication, withdrawApplication } from './change-application.ts'
import { changePass } from './change-pass.ts'
import type { LiveTrust } from './live-trust.ts'
import { mandatesOf, officesOn } from './mandate.queries.ts'
import { useMandate } from './mandate.rules.ts'
import { passPageOf } from './pass-page-data.ts'
import type { PagePrinter } from './page/page-printer.ts'
import { countPasses, findPass, type Pass } from './pass.queries.ts'
import { passCommands } from './pass.rules.ts'
import * as api from './passes.api.ts'
import { preparePhoto } from './photo.ts'
import { signedStatusList } from './publish-trust.ts'
import { type Signing, signPass } from './sign-pass.ts'

export type PassServices = Signing & { readonly registry: LiveRegistry; readonly trust: LiveTrust; readonly printer: PagePrinter; readonly version: string }

/** The office's desk: who may be served, the application's steps, the pass and its page; and whom a verifier may believe. */
export function passesRoutes(server: HttpServer, services: PassServices): void {
  instanceRoutes(server, services)
  officeRoutes(server, services)
  applicationRoutes(server, services)
  passRoutes(server, services)
  trustRoutes(server, services)
}

const today = (services: PassServices) => civilDateAt(services.now(), borderZone)

function instanceRoutes(server: HttpServer, services: PassServices): void {
  server.get(
    '/api/v1/instance',
    { schema: { tags: ['Instance'], summary: 'Whose instance this is, its languages, currency and fee', response: { 200: api.instanceAnswer, ...refusals } } },
    async (request, reply) => {
      const { profile, law, state } = services
      const fee = lawOn(law, 'pass.fee', state, today(services))
      if (!fee) throw new Error('no fee is in force')
      const { name, languages, currency, localLanguage } = profile
      const { agreement, version } = law
      return sendOutcome(
        request,
        reply,
        accept({ state, name, languages, currency, localLanguage, now: services.now(), version: services.version, trial: true, law: { agreement, version }, fee: { ...fee.value, instrument: fee.instrument } }),
      )
    },
  )
}

function officeRoutes(server: HttpServer, services: PassServices): void {
  const tags = ['Offices']
  server.get('/api/v1/offices', { schema: { tags, summary: 'Offices that take applications today', response: { 200: Type.Array(api.officeAnswer), ...refusals } } }, async (request, reply) => {
    const offices = await officesOn(services.database.query, today(services))
    const names = new Map(services.registry.current.areas.map((area) => [area.code, area.name]))
    return sendOutcome(request, reply, accept(offices.map(({ id, kind, instrument }) => ({ id, kind, instrument, name: names.get(id) ?? { en: id, native: id } }))))
  })
  server.post(
    '/api/v1/eligibility',
    { schema: { tags, summary: 'May this office issue to a resident of this address, under which mandate and at which price', body: api.eligibilityRequest, response: { 200: api.eligibilityAnswer, ...refusals } } },
    async (request, reply) => sendOutcome(request, reply, await askEligibility(services, request.body)),
  )
}

async function askEligibility(services: PassServices, asked: { office: string; homeArea: string; nationality: string }): Promise<Outcome<object>> {
  const [office, homeArea] = [parseAreaCode(asked.office), parseAreaCode(asked.homeArea)]
  const date = today(services)
  if (!office || !homeArea) return refuse('area.unknown')
  if (!(await officesOn(services.database.query, date)).some(({ id }) => id === office)) return refuse('office.unknown', { about: { office } })
  const refused = assessResidence(services.law, services.state, office, { homeArea, nationality: asked.nationality }, date)
  if (refused) return refused
  const mandate = useMandate(await mandatesOf(services.database.query, office), { power: 'sign', area: homeArea, now: services.now() })
  const fee = lawOn(services.law, 'pass.fee', services.state, date)
  if (!mandate.ok || !fee) return mandate.ok ? refuse('office.unknown', { about: { office } }) : mandate
  const { id, instrument, holder } = mandate.value
  return accept({ fee: { ...fee.value, instrument: fee.instrument }, mandate: { id, instrument, holder } })
}

function applicationRoutes(server: HttpServer, services: PassServices): void {
  const tags = ['Applications']
  const response = { 200: api.applicationAnswer, ...refusals }
  server.post('/api/v1/applications', { schema: { tags, summary: 'Take an application', body: api.applyRequest, response: { 201: api.applicationAnswer, ...refusals } } }, async (request, reply) =>
    sendOutcome(request, reply, answerOf(await takeApplication(services, request.body)), 201),
  )
  server.get(
    '/api/v1/applications',
    { schema: { tags, summary: "An office's applications, newest first", querystring: api.applicationsQuery, response: { 200: Type.Array(api.applicationAnswer), ...refusals } } },
    async (request, reply) => {
      const found = await listApplications(services.database.query, request.query.office, request.query.limit ?? 50)
      return sendOutcome(request, reply, accept(found))
    },
  )
  server.get('/api/v1/applications/:id', { schema: { tags, summary: 'One application', params: api.applicationParams, response } }, async (request, reply) => {
    const id = parseHolderBoundId(request.params.id)
    const found = id && (await findApplication(services.database.query, id))
    return sendOutcome(request, reply, found ? accept(found) : refuse('application.not-found'))
  })
  const step = (name: string, summary: string) => ({ path: `/api/v1/applications/:id/${name}`, schema: { tags, summary, params: api.applicationParams, response } })
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
  if (!office || !homeArea) return refuse('area.unknown')
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

function passRoutes(server: HttpServer, services: PassServices): void {
  const tags = ['Passes']
  const find = (number: string) => findPass(services.database.query, number.toUpperCase())
  server.get('/api/v1/passes/:number', { schema: { tags, summary: 'A pass of our register', params: api.passParams, response: { 200: api.passAnswer, ...refusals } } }, async (request, reply) => {
    const pass = await find(request.params.number)
    return sendOutcome(request, reply, pass ? accept(viewOf(pass)) : refuse('pass.not-found'))
  })
  server.get(
    '/api/v1/passes/:number/page.pdf',
    { schema: { tags, summary: 'The page of the booklet, to print', params: api.passParams, response: { 200: Type.String({ format: 'binary', contentMediaType: 'application/pdf' }), ...refusals } } },
    async (request, reply) => {
      const pass = await find(request.params.number)
      const photo = pass && (await findPhoto(services.database.query, pass.photoId))
      if (!pass || !photo) return sendRefusal(reply, request, refuse('pass.not-found').refusal)
      const pdf = await services.printer.renderPassPage(passPageOf(pass, photo.portrait, services.registry.current))
      return reply.header('content-type', 'application/pdf').header('content-disposition', `inline; filename="${pass.number}.pdf"`).send(Buffer.from(pdf) as never)
    },
  )
  server.get(
    '/api/v1/passes/:number/photo',
    { schema: { tags, summary: "The holder's photo", params: api.passParams, response: { 200: Type.String({ format: 'binary', contentMediaType: 'image/jpeg' }), ...refusals } } },
    async (request, reply) => {
      const pass = await find(request.params.number)
      const photo = pass && (await findPhoto(services.database.query, pass.photoId))
      if (!photo) return sendRefusal(reply, request, refuse('pass.not-found').refusal)
      return reply.header('content-type', 'image/jpeg').send(photo.portrait as never)
    },
  )
  const names = { suspend: 'suspension', resume: 'resumption', revoke: 'revocation' } as const
  for (const command of passCommands)
    server.post(
      `/api/v1/passes/:number/${names[command]}`,
      { schema: { tags, summary: `${command} the pass, with the reason`, params: api.passParams, body: api.passCommandRequest, response: { 200: api.passStateAnswer, ...refusals } } },
      async (request, reply) => {
        const { requestId, reason, actor } = request.body
        const changed = await changePass(services, { requestId: requestId as CommandId, actor: actor ?? 'desk', number: request.params.number.toUpperCase(), command, reason })
        services.trust.renew()
        return sendOutcome(request, reply, changed)
      },
    )
  server.get(
    '/api/v1/pass-counts',
    { schema: { tags: ['Counts'], summary: 'Exactly how many passes were issued, by month', querystring: api.passCountsQuery, response: { 200: Type.Array(api.passCountAnswer), ...refusals } } },
    async (request, reply) => sendOutcome(request, reply, accept(await countPasses(services.database.query, (request.query.office as AreaCode | undefined) ?? null))),
  )
}

function trustRoutes(server: HttpServer, services: PassServices): void {
  const tags = ['Trust']
  server.get('/api/v1/trust', { schema: { tags, summary: 'Keys and status lists a verifier may believe (JSON form of profile BP1)', response: { 200: api.trustAnswer, ...refusals } } }, async (_request, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').serializer((value: unknown) => String(value)).send((await services.trust.json()) as never),
  )
  server.get(
    '/api/v1/status-lists/:list',
    { schema: { tags, summary: 'A status list as a signed token (CWT form)', params: api.statusListParams, response: { 200: Type.String({ format: 'binary', contentMediaType: 'application/statuslist+cwt' }), ...refusals } } },
    async (request, reply) => {
      const token = await signedStatusList(services, request.params.list, services.now())
      if (!token) return sendRefusal(reply, request, refuse('request.not-found').refusal)
      return reply.header('content-type', 'application/statuslist+cwt').send(Buffer.from(token) as never)
    },
  )
}

function viewOf(pass: Pass) {
  const { number, state, issuer, office, mandate, instrument, signedBy, homeArea, issuedOn, qrText, holder } = pass
  return { number, state, issuer, office, mandate, instrument, signedBy, homeArea, issuedOn, lastDay: civilDateAt(instantOfMs(Date.parse(pass.expiresAt) - 1000), borderZone), qrText, holder }
}
