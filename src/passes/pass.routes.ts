import Type from 'typebox'
import type { AreaCode, CommandId } from '../kernel/code.ts'
import { accept, refuse } from '../kernel/outcome.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { findPhoto } from './application.store.ts'
import { changePass } from './change-pass.ts'
import { countPasses, findPass, type Pass } from './pass.queries.ts'
import { passCommands } from './pass.rules.ts'
import { passPageOf } from './pass-page-data.ts'
import type { PassServices } from './pass-services.ts'
import * as api from './passes.api.ts'
import { signedStatusList, signedTrustList } from './publish-trust.ts'

/** A pass of our register: its data, its page, its photo; suspended, resumed, revoked; counted. */
export function passRoutes(server: HttpServer, services: PassServices): void {
  const tags = ['Passes']
  const find = (number: string) => findPass(services.database.query, number.toUpperCase())
  server.get(
    '/api/v1/passes/:number',
    { schema: { tags, summary: 'A pass of our register', params: api.passParams, response: { 200: api.passAnswer, ...refusals } } },
    async (request, reply) => {
      const pass = await find(request.params.number)
      return sendOutcome(request, reply, pass ? accept(viewOf(pass)) : refuse('pass.not-found'))
    },
  )
  server.get(
    '/api/v1/passes/:number/page.pdf',
    {
      schema: {
        tags,
        summary: 'The page of the booklet, to print',
        params: api.passParams,
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'application/pdf' }), ...refusals },
      },
    },
    async (request, reply) => {
      const pass = await find(request.params.number)
      const photo = pass && (await findPhoto(services.database.query, pass.photoId))
      if (!pass || !photo) return sendRefusal(reply, request, refuse('pass.not-found').refusal)
      const pdf = await services.printer.renderPassPage(passPageOf(pass, photo.portrait, services.registry.current))
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `inline; filename="${pass.number}.pdf"`)
        .send(Buffer.from(pdf) as never)
    },
  )
  server.get(
    '/api/v1/passes/:number/photo',
    {
      schema: {
        tags,
        summary: "The holder's photo",
        params: api.passParams,
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'image/jpeg' }), ...refusals },
      },
    },
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
      {
        schema: {
          tags,
          summary: `${command} the pass, with the reason`,
          params: api.passParams,
          body: api.passCommandRequest,
          response: { 200: api.passStateAnswer, ...refusals },
        },
      },
      async (request, reply) => {
        const { requestId, reason, actor } = request.body
        const changed = await changePass(services, {
          requestId: requestId as CommandId,
          actor: actor ?? 'desk',
          number: request.params.number.toUpperCase(),
          command,
          reason,
        })
        services.trust.renew()
        return sendOutcome(request, reply, changed)
      },
    )
  server.get(
    '/api/v1/pass-counts',
    {
      schema: {
        tags: ['Counts'],
        summary: 'Exactly how many passes were issued, by month',
        querystring: api.passCountsQuery,
        response: { 200: Type.Array(api.passCountAnswer), ...refusals },
      },
    },
    async (request, reply) =>
      sendOutcome(request, reply, accept(await countPasses(services.database.query, (request.query.office as AreaCode | undefined) ?? null))),
  )
}

/** Whom a verifier may believe. */
export function trustRoutes(server: HttpServer, services: PassServices): void {
  const tags = ['Trust']
  server.get(
    '/api/v1/trust',
    {
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
      schema: {
        tags,
        summary: 'The trust list signed by the root (COSE_Sign1 of profile BP1): pin the hash of its key out of band',
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'application/cose' }), ...refusals },
      },
    },
    async (_request, reply) =>
      reply.header('content-type', 'application/cose').send(Buffer.from(await signedTrustList(services, services.now())) as never),
  )
  server.get(
    '/api/v1/status-lists/:list',
    {
      schema: {
        tags,
        summary: 'A status list as a signed token (CWT form)',
        params: api.statusListParams,
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'application/statuslist+cwt' }), ...refusals },
      },
    },
    async (request, reply) => {
      const token = await signedStatusList(services, request.params.list, services.now())
      if (!token) return sendRefusal(reply, request, refuse('request.not-found').refusal)
      return reply.header('content-type', 'application/statuslist+cwt').send(Buffer.from(token) as never)
    },
  )
}

function viewOf(pass: Pass) {
  const { number, state, issuer, office, mandate, instrument, signedBy, homeArea, issuedOn, qrText, holder } = pass
  return {
    number,
    state,
    issuer,
    office,
    mandate,
    instrument,
    signedBy,
    homeArea,
    issuedOn,
    lastDay: pass.lastDay,
    qrText,
    holder,
  }
}
