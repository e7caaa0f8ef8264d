import Type from 'typebox'
import { actorOf } from '../../identity/authorise.ts'
import { type CommandId, parseAreaCode } from '../../kernel/code.ts'
import { refuse } from '../../kernel/outcome.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../../platform/http.ts'
import { refusals } from '../../platform/schemas.ts'
import { sendFile } from '../../platform/send-file.ts'
import { answerOf, readCase, stepOf, stepRoute } from '../application-answers.ts'
import { showsPhoto } from '../fields.rules.ts'
import type { PassServices } from '../pass-services.ts'
import { applicationParams, closeRequest } from '../passes.api.ts'
import { prepareSheet } from '../photo.ts'
import { rolesAt } from '../shown-answers.ts'
import * as api from './booklet.api.ts'
import { findHandOver } from './booklet.queries.ts'
import { collectPass, produceBooklet, spoilProduced } from './produce-booklet.ts'
import { readStock, receiveBooklets, spoilBooklet } from './stock-booklets.ts'

/** From the signature to the hand: numbered booklets in stock, bound to a pass, spoilt, handed over. */
export function bookletRoutes(server: HttpServer, services: PassServices): void {
  stockRoutes(server, services)
  caseRoutes(server, services)
}

function stockRoutes(server: HttpServer, services: PassServices): void {
  const tags = ['Booklets']
  const response = { 200: api.stockAnswer, ...refusals }
  const unknown = (office: string) => refuse('office.unknown', { about: { office } }).refusal
  server.get(
    '/api/v1/booklets',
    {
      config: { needs: 'booklet.read' },
      schema: { tags, summary: "An office's stock of booklets: how many, the next number", querystring: api.stockQuery, response },
    },
    async (request, reply) => {
      const office = parseAreaCode(request.query.office)
      if (!office) return sendRefusal(reply, request, unknown(request.query.office))
      return sendOutcome(request, reply, await readStock(services, actorOf(request), office))
    },
  )
  server.post(
    '/api/v1/booklets',
    { config: { needs: 'booklet.receive' }, schema: { tags, summary: 'Take a run of numbers into the stock', body: api.receiveRequest, response } },
    async (request, reply) => {
      const { requestId, first, count } = request.body
      const office = parseAreaCode(request.body.office)
      if (!office) return sendRefusal(reply, request, unknown(request.body.office))
      const command = { requestId: requestId as CommandId, actor: actorOf(request), office, first, count }
      return sendOutcome(request, reply, await receiveBooklets(services, command))
    },
  )
  server.post(
    '/api/v1/booklets/spoilt',
    {
      config: { needs: 'pass.print' },
      schema: { tags, summary: 'A booklet in stock that cannot be used, with the reason', body: api.spoilRequest, response },
    },
    async (request, reply) => {
      const { requestId, number, reason } = request.body
      const office = parseAreaCode(request.body.office)
      if (!office) return sendRefusal(reply, request, unknown(request.body.office))
      const command = { requestId: requestId as CommandId, actor: actorOf(request), office, number, reason }
      return sendOutcome(request, reply, await spoilBooklet(services, command))
    },
  )
}

function caseRoutes(server: HttpServer, services: PassServices): void {
  const production = stepRoute('production', 'pass.print', 'Bind the printed page to a booklet, after reading its code back')
  server.post(production.path, { config: production.config, schema: { ...production.schema, body: api.produceRequest } }, async (request, reply) => {
    const { booklet, scanned } = request.body
    const made = await produceBooklet(services, { ...stepOf(request), booklet, scanned })
    return sendOutcome(request, reply, answerOf(services, actorOf(request), made))
  })
  const spoiling = stepRoute('spoiling', 'pass.print', 'The booklet was spoilt after its number was taken: another one is wanted')
  server.post(spoiling.path, { config: spoiling.config, schema: { ...spoiling.schema, body: closeRequest } }, async (request, reply) => {
    const spoilt = await spoilProduced(services, { ...stepOf(request), reason: request.body.reason })
    return sendOutcome(request, reply, answerOf(services, actorOf(request), spoilt))
  })
  const handOver = stepRoute('hand-over', 'pass.hand-over', 'Hand the booklet over, with the mark of whoever takes it')
  server.post(handOver.path, { config: handOver.config, schema: { ...handOver.schema, body: api.collectRequest } }, async (request, reply) => {
    const mark = await prepareSheet(Buffer.from(request.body.mark, 'base64'))
    if (!mark.ok) return sendRefusal(reply, request, mark.refusal)
    const handed = await collectPass(services, { ...stepOf(request), kind: request.body.kind, mark: mark.value.sheet })
    return sendOutcome(request, reply, answerOf(services, actorOf(request), handed))
  })
  server.get(
    '/api/v1/applications/:id/hand-over/mark',
    {
      config: { needs: 'application.read' },
      schema: {
        tags: ['Applications'],
        summary: 'The mark that was set when the booklet was taken',
        params: applicationParams,
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'image/jpeg' }), ...refusals },
      },
    },
    async (request, reply) => {
      const read = await readCase(services, actorOf(request), request.params.id, (tx, { id }) => findHandOver(tx, id))
      if (!read.ok) return sendRefusal(reply, request, read.refusal)
      const { application, found } = read.value
      if (!showsPhoto(rolesAt(actorOf(request), 'application.read', application.office, services.now())))
        return sendRefusal(reply, request, refuse('authority.role').refusal)
      if (!found) return sendRefusal(reply, request, refuse('application.not-found').refusal)
      return sendFile(reply, { type: 'image/jpeg', name: 'mark.jpg', bytes: found.mark })
    },
  )
}
