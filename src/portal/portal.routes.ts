import { type HttpServer, sendOutcome } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { followCase } from './follow-case.ts'
import * as api from './portal.api.ts'
import type { Portal } from './portal-services.ts'

/** What a resident does on a phone, without an account. */
export function portalRoutes(server: HttpServer, portal: Portal): void {
  const tags = ['Residents']
  const config = { needs: 'public' } as const
  server.post(
    '/api/v1/follow',
    {
      config,
      schema: {
        tags,
        summary: 'Where a case stands, by its follow number and the birth date',
        body: api.followRequest,
        response: { 200: api.followAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await followCase(portal, request.ip, request.body)),
  )
}
