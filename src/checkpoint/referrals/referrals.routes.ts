import Type from 'typebox'
import { actorOf } from '../../identity/authorise.ts'
import { type HttpServer, sendOutcome } from '../../platform/http.ts'
import { commandId, isoDate, nullable, oneOf, refusals, text, written } from '../../platform/schemas.ts'
import { entryAnswer } from '../../watchlist/watch.api.ts'
import type { PointServices } from '../point-services.ts'
import { confirms, decisions, listStates, receivers } from './referral.rules.ts'
import { confirmDecision, decideOn, readHits, readReferrals } from './work-referrals.ts'

const closed = { additionalProperties: false } as const
const decision = oneOf(decisions)
const receiver = oneOf(receivers)
const fields = {
  movement: Type.String({ description: 'the movement that was referred; a later one names it as `decided`' }),
  number: nullable(Type.String()),
  point: Type.String(),
  lane: Type.String(),
  direction: Type.String(),
  since: Type.String(),
  reasons: Type.Array(Type.String()),
  hits: Type.Integer({ description: 'entries of the watchlist that came near; 1 for any number, where the caller may not see which' }),
  care: Type.Boolean({ description: 'somebody to be looked after: never turned back' }),
  mine: Type.Boolean({ description: 'the caller referred this person, and does not decide' }),
  state: Type.Union([Type.Literal('open'), ...decisions.map((each) => Type.Literal(each))]),
  to: nullable(Type.String()),
  reason: nullable(Type.String()),
  decidedAt: nullable(Type.String()),
  decidedBy: nullable(Type.String()),
  confirm: oneOf(confirms),
  confirmReason: nullable(Type.String({ description: 'why it was confirmed or contested' })),
  usedBy: nullable(Type.String({ description: 'the movement that passed on the decision' })),
}
export const referralAnswer = Type.Object(fields)
export type ReferralAnswer = Type.Static<typeof referralAnswer>
export const referralDone = Type.Object({ ...fields, again: Type.Boolean() })
export const params = Type.Object({ movement: commandId })
export const listQuery = Type.Object({ point: text(80, 1), state: Type.Optional(oneOf(listStates)), day: Type.Optional(isoDate) }, closed)
export const decisionRequest = Type.Object(
  { requestId: commandId, decision, reason: written(500), to: Type.Optional(nullable(receiver)) },
  { ...closed, description: 'to: who receives the person, of handed-over alone' },
)
export const confirmationRequest = Type.Object({ requestId: commandId, confirms: Type.Boolean(), reason: text(500) }, closed)

/** People taken aside: who waits, what was decided, and whether the chief says so too. */
export function referralsRoutes(server: HttpServer, services: PointServices): void {
  const tags = ['Referrals']
  const list = {
    tags,
    summary: 'Referrals of a point, the latest first',
    querystring: listQuery,
    response: { 200: Type.Array(referralAnswer), ...refusals },
  }
  server.get('/api/v1/referrals', { config: { needs: 'movement.read' }, schema: list }, async (request, reply) =>
    sendOutcome(request, reply, await readReferrals(services, actorOf(request), request.query)),
  )
  const decide = {
    tags,
    summary: 'Decide on a referral: the chief, or where none is on shift another officer than the one who referred',
    params,
    body: decisionRequest,
    response: { 200: referralDone, ...refusals },
  }
  server.post('/api/v1/referrals/:movement/decision', { config: { needs: 'referral.decide' }, schema: decide }, async (request, reply) =>
    sendOutcome(request, reply, await decideOn(services, actorOf(request), { movement: request.params.movement, by: 'point' }, request.body)),
  )
  const confirm = {
    tags,
    summary: 'The chief confirms or contests what an officer decided',
    params,
    body: confirmationRequest,
    response: { 200: referralDone, ...refusals },
  }
  server.post('/api/v1/referrals/:movement/confirmation', { config: { needs: 'point.lead' }, schema: confirm }, async (request, reply) =>
    sendOutcome(request, reply, await confirmDecision(services, actorOf(request), { movement: request.params.movement, by: 'point' }, request.body)),
  )
  const hits = {
    tags,
    summary: 'The watchlist’s entries behind a referral, as far as the caller may see them',
    params,
    response: { 200: Type.Array(entryAnswer), ...refusals },
  }
  server.get('/api/v1/referrals/:movement/hits', { config: { needs: 'movement.read' }, schema: hits }, async (request, reply) =>
    sendOutcome(request, reply, await readHits(services, actorOf(request), request.params.movement)),
  )
}
