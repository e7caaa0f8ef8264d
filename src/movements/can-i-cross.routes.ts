import { type HttpServer, sendOutcome } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { crossAnswer, crossQuery, crossWithPassRequest } from './can-i-cross.api.ts'
import { type CrossServices, canICross, canICrossWithMyPass } from './can-i-cross.ts'

/** A resident's question before the way to the border, answered by the gate's own function. */
export function canICrossRoutes(server: HttpServer, services: CrossServices): void {
  const config = { needs: 'public' } as const
  const tags = ['Residents']
  server.get(
    '/api/v1/can-i-cross',
    {
      config,
      schema: {
        tags,
        summary: 'Could somebody like this cross there and then, by which rule, and when instead',
        querystring: crossQuery,
        response: { 200: crossAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await canICross(services, request.ip, request.query)),
  )
  server.post(
    '/api/v1/can-i-cross',
    {
      config,
      schema: {
        tags,
        summary: 'The same with one’s own pass: also the days left of a stay',
        body: crossWithPassRequest,
        response: { 200: crossAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await canICrossWithMyPass(services, request.ip, request.body)),
  )
}
