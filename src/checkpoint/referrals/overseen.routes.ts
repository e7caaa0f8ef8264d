import Type, { type Static } from 'typebox'
import { actorOf } from '../../identity/authorise.ts'
import { verdictAnswer } from '../../movements/movements.api.ts'
import { type HttpServer, sendOutcome } from '../../platform/http.ts'
import { refusals } from '../../platform/schemas.ts'
import type { PointServices } from '../point-services.ts'
import { readOverseen } from './read-overseen.ts'
import { confirmationRequest, decisionRequest, params, referralAnswer, referralDone } from './referrals.routes.ts'
import { confirmDecision, decideOn } from './work-referrals.ts'

export const overseenAnswer = Type.Object({
  referral: referralAnswer,
  verdict: verdictAnswer,
})
export type OverseenAnswer = Static<typeof overseenAnswer>

/** What nobody at a point can take further, for the officers of its province. */
export function overseenRoutes(server: HttpServer, services: PointServices): void {
  const tags = ['Referrals']
  const config = { needs: 'referral.oversee' } as const
  const list = {
    tags,
    summary: 'Referrals of the province that nobody at the point can take further, the oldest first; without whose document it was',
    response: { 200: Type.Array(overseenAnswer), ...refusals },
  }
  server.get('/api/v1/overseen-referrals', { config, schema: list }, async (request, reply) =>
    sendOutcome(request, reply, await readOverseen(services, actorOf(request))),
  )
  const decide = {
    tags,
    summary: 'The province decides, while no chief but the one who referred is on shift',
    params,
    body: decisionRequest,
    response: { 200: referralDone, ...refusals },
  }
  server.post('/api/v1/overseen-referrals/:movement/decision', { config, schema: decide }, async (request, reply) =>
    sendOutcome(request, reply, await decideOn(services, actorOf(request), { movement: request.params.movement, by: 'province' }, request.body)),
  )
  const confirm = {
    tags,
    summary: 'The province confirms or contests what an officer decided',
    params,
    body: confirmationRequest,
    response: { 200: referralDone, ...refusals },
  }
  server.post('/api/v1/overseen-referrals/:movement/confirmation', { config, schema: confirm }, async (request, reply) =>
    sendOutcome(
      request,
      reply,
      await confirmDecision(services, actorOf(request), { movement: request.params.movement, by: 'province' }, request.body),
    ),
  )
}
