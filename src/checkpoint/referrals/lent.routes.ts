import Type from 'typebox'
import { actorOf } from '../../identity/authorise.ts'
import { parseAreaCode } from '../../kernel/code.ts'
import { refuse } from '../../kernel/outcome.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../../platform/http.ts'
import { areaCode, refusals } from '../../platform/schemas.ts'
import type { PointServices } from '../point-services.ts'
import { lentPassesAnswer } from './lent.api.ts'
import { readLent } from './read-lent.ts'

/** What a gate found of an office's passes in another hand. */
export function lentRoutes(server: HttpServer, services: PointServices): void {
  const schema = {
    tags: ['Lost passes'],
    summary:
      "An office's passes that a gate found with somebody else, the latest first; what became of it at the point, and how many more were cleared there",
    querystring: Type.Object({ office: areaCode }, { additionalProperties: false }),
    response: { 200: lentPassesAnswer, ...refusals },
  }
  server.get('/api/v1/lent-passes', { config: { needs: 'lost-report.read' }, schema }, async (request, reply) => {
    const office = parseAreaCode(request.query.office)
    if (!office) return sendRefusal(reply, request, refuse('area.unknown').refusal)
    return sendOutcome(request, reply, await readLent(services, actorOf(request), office))
  })
}
