import { actorOf } from '../../identity/authorise.ts'
import { type HttpServer, sendOutcome } from '../../platform/http.ts'
import { refusals } from '../../platform/schemas.ts'
import type { PointServices } from '../point-services.ts'
import { notableAnswer, notableListAnswer, notableParams, notableQuery } from './notable.api.ts'
import { readNotable, readNotableList } from './read-notable.ts'

/** Who was turned away and who passed with a flag: nobody decides on them, and the chief sees them. */
export function notableRoutes(server: HttpServer, services: PointServices): void {
  const config = { needs: 'movement.read' } as const
  const tags = ['Movements']
  const list = {
    tags,
    summary:
      'Movements of a day at a point that were refused or admitted with a flag, the latest first, with the rules that spoke; each reading is on record',
    querystring: notableQuery,
    response: { 200: notableListAnswer, ...refusals },
  }
  server.get('/api/v1/notable-movements', { config, schema: list }, async (request, reply) =>
    sendOutcome(request, reply, await readNotableList(services, actorOf(request), request.query)),
  )
  const one = {
    tags,
    summary: 'One of them with the verdict and facts as recorded, and who it is on that day and the next; the reading is on record',
    params: notableParams,
    response: { 200: notableAnswer, ...refusals },
  }
  server.get('/api/v1/notable-movements/:movement', { config, schema: one }, async (request, reply) =>
    sendOutcome(request, reply, await readNotable(services, actorOf(request), request.params.movement)),
  )
}
