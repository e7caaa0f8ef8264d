import Type, { type Static } from 'typebox'
import { actorOf } from '../../identity/authorise.ts'
import { factsAnswer, holderAnswer, verdictAnswer } from '../../movements/movements.api.ts'
import { type HttpServer, sendOutcome } from '../../platform/http.ts'
import { commandId, nullable, refusals } from '../../platform/schemas.ts'
import type { PointServices } from '../point-services.ts'
import { readEvidence } from './evidence.ts'
import { referralAnswer } from './referrals.routes.ts'

export const evidenceAnswer = Type.Object({
  referral: referralAnswer,
  facts: factsAnswer,
  verdict: verdictAnswer,
  holder: nullable(holderAnswer),
})
export type EvidenceAnswer = Static<typeof evidenceAnswer>

/** One referral with all that it stands on. */
export function evidenceRoutes(server: HttpServer, services: PointServices): void {
  const schema = {
    tags: ['Referrals'],
    summary: 'A referral with the verdict and facts it stands on, and who it is while they wait and a day after. Each reading is on record',
    params: Type.Object({ movement: commandId }),
    response: { 200: evidenceAnswer, ...refusals },
  }
  server.get('/api/v1/referrals/:movement', { config: { needs: 'movement.read' }, schema }, async (request, reply) =>
    sendOutcome(request, reply, await readEvidence(services, actorOf(request), request.params.movement)),
  )
}
