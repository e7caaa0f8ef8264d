import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { actorOf } from '../identity/authorise.ts'
import type { AreaCode, CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { sendFile } from '../platform/send-file.ts'
import { addPages } from './add-pages.ts'
import { readApplicantOfPass } from './applicant-of-pass.ts'
import { changePass } from './change-pass.ts'
import { showsPhoto } from './fields.rules.ts'
import { PageError, type PageFault } from './page/page-error.ts'
import { countPasses } from './pass.queries.ts'
import { givenCommands } from './pass.rules.ts'
import { passPageOf } from './pass-page-data.ts'
import type { PassServices } from './pass-services.ts'
import * as api from './passes.api.ts'
import { signedTrustList } from './publish-trust.ts'
import { countableOffices, printPass, readPass, readRegistered } from './read-pass.ts'
import { applicantOfPassShown, passShown, rolesAt } from './shown-answers.ts'

/** A pass of our register: its data, its page, its photo; suspended, resumed, revoked; counted. */
export function passRoutes(server: HttpServer, services: PassServices): void {
  const tags = ['Passes']
  server.get(
    '/api/v1/passes/:number',
    {
      config: { needs: 'pass.read' },
      schema: { tags, summary: 'A pass of our register', params: api.passParams, response: { 200: api.passAnswer, ...refusals } },
    },
    async (request, reply) => {
      const read = await readRegistered(services, actorOf(request), request.params.number.toUpperCase())
      if (!read.ok) return sendRefusal(reply, request, read.refusal)
      const pass = read.value
      return sendOutcome(request, reply, accept(passShown(rolesAt(actorOf(request), 'pass.read', pass.office, services.now()), pass)))
    },
  )
  server.get(
    '/api/v1/passes/:number/applicant',
    {
      config: { needs: 'application.take' },
      schema: {
        tags,
        summary:
          'Whose pass it is, as an application for its extension or replacement begins; where none could be begun, why. Each reading is recorded',
        params: api.passParams,
        querystring: api.applicantOfPassQuery,
        response: { 200: api.applicantOfPassAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const read = await readApplicantOfPass(services, actor, request.params.number.toUpperCase(), request.query.wish)
      if (!read.ok) return sendRefusal(reply, request, read.refusal)
      return sendOutcome(
        request,
        reply,
        accept(applicantOfPassShown(rolesAt(actor, 'application.take', read.value.pass.office, services.now()), read.value)),
      )
    },
  )
  server.get(
    '/api/v1/passes/:number/page.pdf',
    {
      config: { needs: 'pass.print' },
      schema: {
        tags,
        summary: 'The page of the booklet, to print: by other hands than those that took, approved or signed the case',
        params: api.passParams,
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'application/pdf' }), ...refusals },
      },
    },
    async (request, reply) => {
      const read = await printPass(services, actorOf(request), request.params.number)
      if (!read.ok) return sendRefusal(reply, request, read.refusal)
      const { pass, portrait } = read.value
      const page = await printedPage(request, services.printer.renderPassPage(passPageOf(pass, portrait, services.registry.current)))
      if (!page.ok) return sendRefusal(reply, request, page.refusal)
      const bytes = Buffer.from(page.value)
      return sendFile(reply, { type: 'application/pdf', name: `${pass.number}.pdf`, bytes })
    },
  )
  server.get(
    '/api/v1/passes/:number/photo',
    {
      config: { needs: 'pass.read' },
      schema: {
        tags,
        summary: "The holder's photo",
        params: api.passParams,
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'image/jpeg' }), ...refusals },
      },
    },
    async (request, reply) => {
      const read = await readPass(services, actorOf(request), request.params.number, 'pass.read')
      if (!read.ok) return sendRefusal(reply, request, read.refusal)
      const { pass, portrait } = read.value
      if (!showsPhoto(rolesAt(actorOf(request), 'pass.read', pass.office, services.now())))
        return sendRefusal(reply, request, refuse('authority.role').refusal)
      return sendFile(reply, { type: 'image/jpeg', name: 'photo.jpg', bytes: portrait })
    },
  )
  const commands = {
    suspend: { name: 'suspension', needs: 'pass.suspend' },
    resume: { name: 'resumption', needs: 'pass.suspend' },
    revoke: { name: 'revocation', needs: 'pass.revoke' },
  } as const
  for (const command of givenCommands)
    server.post(
      `/api/v1/passes/:number/${commands[command].name}`,
      {
        config: { needs: commands[command].needs },
        schema: {
          tags,
          summary: `${command} the pass, with the reason`,
          params: api.passParams,
          body: api.passCommandRequest,
          response: { 200: api.passStateAnswer, ...refusals },
        },
      },
      async (request, reply) => {
        const { requestId, reason } = request.body
        const number = request.params.number.toUpperCase()
        const changed = await changePass(services, { requestId: requestId as CommandId, actor: actorOf(request), number, command, reason })
        services.trust.renew()
        return sendOutcome(request, reply, changed)
      },
    )
  server.post(
    '/api/v1/passes/:number/pages',
    {
      config: { needs: 'pass.print' },
      schema: {
        tags,
        summary: 'Add pages to the booklet, before the pass ends',
        params: api.passParams,
        body: api.addPagesRequest,
        response: { 200: api.pagesAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, pages } = request.body
      const number = request.params.number.toUpperCase()
      return sendOutcome(request, reply, await addPages(services, { requestId: requestId as CommandId, actor: actorOf(request), number, pages }))
    },
  )
  server.get(
    '/api/v1/pass-counts',
    {
      config: { needs: 'pass.count' },
      schema: {
        tags: ['Counts'],
        summary: "Exactly how many passes were issued, by month: an office's, or all that the caller may count",
        querystring: api.passCountsQuery,
        response: { 200: Type.Array(api.passCountAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const offices = countableOffices(actorOf(request), request.query.office as AreaCode | undefined, services.now())
      return sendOutcome(request, reply, offices.ok ? accept(await countPasses(services.database.query, offices.value)) : offices)
    },
  )
}

/** Whom a verifier may believe. */
export function trustRoutes(server: HttpServer, services: PassServices): void {
  const tags = ['Trust']
  server.get(
    '/api/v1/trust',
    {
      config: { needs: 'public' },
      schema: {
        tags,
        summary: 'Keys and status lists a verifier may believe (JSON form of profile BP1)',
        response: { 200: api.trustAnswer, ...refusals },
      },
    },
    async (_request, reply) =>
      reply
        .header('content-type', 'application/json; charset=utf-8')
        .serializer((value: unknown) => String(value))
        .send((await services.trust.json()) as never),
  )
  server.get(
    '/api/v1/trust-list',
    {
      config: { needs: 'public' },
      schema: {
        tags,
        summary: 'The trust list signed by the root (COSE_Sign1 of profile BP1): pin the hash of its key out of band',
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'application/cose' }), ...refusals },
      },
    },
    async (_request, reply) =>
      reply.header('content-type', 'application/cose').send(Buffer.from(await signedTrustList(services, services.now())) as never),
  )
}

/** What lies in the pass itself and not in the printer: asked again, it would fail again. */
const ofThePass: readonly PageFault[] = ['letters', 'mrz', 'typst', 'qr-text', 'qr-too-long', 'drawing']

/** A pass of older days, or of another form, may hold what no page can show: that is said, as it is of one page among many. */
async function printedPage({ log }: Pick<FastifyRequest, 'log'>, page: Promise<Uint8Array>): Promise<Outcome<Uint8Array>> {
  try {
    return accept(await page)
  } catch (error) {
    if (!(error instanceof PageError && ofThePass.includes(error.fault))) throw error
    log.error(error, 'a page that cannot be made')
    return refuse('print.page-failed')
  }
}
