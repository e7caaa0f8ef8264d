import { actorOf } from '../identity/authorise.ts'
import { type HttpServer, sendOutcome } from '../platform/http.ts'
import { parseHolderBoundId } from '../platform/ids.ts'
import { refusals } from '../platform/schemas.ts'
import { readApplicant } from './applicant-body.ts'
import { readNearOfCase } from './near-of-case.ts'
import * as api from './near-people.api.ts'
import { compareWithRegister } from './near-people.ts'
import type { PassServices } from './pass-services.ts'
import { applicationParams } from './passes.api.ts'

/** A POST, so that no address names a person. */
export function nearPeopleRoutes(server: HttpServer, services: PassServices): void {
  server.post(
    '/api/v1/near-people',
    {
      config: { needs: 'application.take' },
      schema: {
        tags: ['Applications'],
        summary: 'Whom the register already has that may be this applicant, with photos and reasons; each asking is counted and recorded',
        body: api.nearRequest,
        response: { 200: api.nearAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const read = readApplicant(services, request.body)
      if (!read.ok) return sendOutcome(request, reply, read)
      return sendOutcome(
        request,
        reply,
        await compareWithRegister(services, {
          actor: actorOf(request),
          corrected: parseHolderBoundId(request.body.corrected ?? '') ?? null,
          ...read.value,
        }),
      )
    },
  )
  server.get(
    '/api/v1/applications/:id/near-people',
    {
      config: { needs: 'application.read' },
      schema: {
        tags: ['Applications'],
        summary: 'Whom the applicant was like at any search of this case, with photos, for those who review and sign it; each reading is recorded',
        params: applicationParams,
        response: { 200: api.nearOfCaseAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await readNearOfCase(services, actorOf(request), request.params.id)),
  )
}
