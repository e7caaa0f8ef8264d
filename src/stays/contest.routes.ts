import { actorOf } from '../identity/authorise.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import * as api from './contest.api.ts'
import { readContestCode } from './contest-code.ts'
import { followRecord } from './follow-record.ts'
import type { Proof } from './prove-record.ts'
import type { Stays } from './stay-services.ts'
import * as stays from './stays.api.ts'
import { followStays, sendRebuttal } from './write-rebuttal.ts'

const tags = ['Rebuttals']
const config = { needs: 'public' } as const

/** What somebody does on a phone about what went against them; and the code that a gate hands to whom it turned away. */
export function contestRoutes(server: HttpServer, services: Stays): void {
  server.post(
    '/api/v1/rebuttals/follow',
    {
      config,
      schema: {
        tags,
        summary: 'What went against oneself, with its reasons, and the answers to what one contested',
        body: api.followRecordRequest,
        response: { 200: api.followedRecordAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const proof = proofOf(request.body)
      return proof.ok
        ? sendOutcome(request, reply, await followRecord(services, request.ip, proof.value))
        : sendRefusal(reply, request, proof.refusal)
    },
  )
  server.post(
    '/api/v1/rebuttals/online',
    {
      config,
      bodyLimit: api.onlineBytesMax,
      schema: {
        tags,
        summary: 'Contest what went against oneself, with pictures of the evidence',
        body: api.onlineRebuttalRequest,
        response: { 201: stays.ownRebuttalAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, about, stay = null, movement = null, text, pictures = [], ...known } = request.body
      const proof = proofOf(known)
      if (!proof.ok) return sendRefusal(reply, request, proof.refusal)
      const contested = { about, stay, movement: movement as CommandId | null, text, pictures }
      const command = { requestId: requestId as CommandId, proof: proof.value, contested }
      return sendOutcome(request, reply, await sendRebuttal(services, request.ip, command), 201)
    },
  )
  server.post(
    '/api/v1/stays/follow',
    {
      config,
      schema: {
        tags,
        summary: "One's own stays with their last lawful day, and the answers to one's rebuttals",
        body: stays.followStaysRequest,
        response: { 200: stays.holderStaysAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await followStays(services, request.ip, request.body)),
  )
  server.get(
    '/api/v1/movements/:id/contest-code',
    {
      config: { needs: 'movement.record' },
      schema: {
        tags,
        summary: 'The code with which whoever was turned away contests it on a phone: for the officer who recorded it',
        params: api.movementParams,
        response: { 200: api.contestCodeAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await readContestCode(services, actorOf(request), request.params.id)),
  )
}

type Sent = { readonly number: string; readonly birthDate?: string; readonly code?: string; readonly issuer?: string }
function proofOf({ number, birthDate, code, issuer }: Sent): Outcome<Proof> {
  if ((birthDate === undefined) === (code === undefined)) return refuse('rebuttal.proof')
  return accept(birthDate !== undefined ? { number, birthDate } : { number, code: code ?? '', issuer })
}
