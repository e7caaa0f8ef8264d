import Type from 'typebox'
import { actorOf } from '../identity/authorise.ts'
import type { CommandId } from '../kernel/code.ts'
import { refuse } from '../kernel/outcome.ts'
import { parseCivilDate, parseInstant } from '../kernel/time.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { sendFile } from '../platform/send-file.ts'
import { type Decision, stepInRebuttal } from './decide-rebuttal.ts'
import { readPicture, readRebuttal, readRebuttals } from './read-rebuttals.ts'
import type { Stays } from './stay-services.ts'
import * as api from './stays.api.ts'
import { takeRebuttal } from './write-rebuttal.ts'

const tags = ['Rebuttals']
/** Four pictures as base64 in JSON. */
const bodyBytesMax = 58_000_000

/** Somebody says that the record is wrong; somebody else than who recorded it decides. */
export function rebuttalRoutes(server: HttpServer, stays: Stays): void {
  writingRoutes(server, stays)
  decidingRoutes(server, stays)
}

function writingRoutes(server: HttpServer, stays: Stays): void {
  server.post(
    '/api/v1/rebuttals',
    {
      config: { needs: 'rebuttal.take' },
      bodyLimit: bodyBytesMax,
      schema: {
        tags,
        summary: 'Take in, at a counter, what somebody contests of their own record, with the evidence',
        body: api.rebuttalRequest,
        response: { 201: api.ownRebuttalAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, number, issuer, about, stay = null, movement = null, text, pictures = [] } = request.body
      const contested = { about, stay, movement: movement as CommandId | null, text, pictures }
      const command = { requestId: requestId as CommandId, document: { number, issuer }, contested }
      return sendOutcome(request, reply, await takeRebuttal(stays, actorOf(request), command), 201)
    },
  )
}

function decidingRoutes(server: HttpServer, stays: Stays): void {
  const response = { 200: api.rebuttalAnswer, ...refusals }
  server.get(
    '/api/v1/rebuttals',
    {
      config: { needs: 'stay.read' },
      schema: {
        tags,
        summary: "Rebuttals at the reader's places that wait, the first due first; or those that were decided, the last first",
        querystring: api.rebuttalsQuery,
        response: { 200: api.rebuttalsAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await readRebuttals(stays, actorOf(request), request.query)),
  )
  server.get(
    '/api/v1/rebuttals/:id',
    {
      config: { needs: 'stay.read' },
      schema: {
        tags,
        summary: 'One rebuttal with what it contests: the movement and its reasons, or the stay and its days',
        params: api.idParams,
        response: { 200: api.openRebuttalAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await readRebuttal(stays, actorOf(request), request.params.id)),
  )
  server.get(
    '/api/v1/rebuttals/:id/pictures/:page',
    {
      config: { needs: 'stay.read' },
      schema: {
        tags,
        summary: 'A picture that came with a rebuttal',
        params: api.pictureParams,
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'image/jpeg' }), ...refusals },
      },
    },
    async (request, reply) => {
      const { id, page } = request.params
      const image = await readPicture(stays, actorOf(request), { id, page: Number(page) })
      return image.ok ? sendFile(reply, { type: 'image/jpeg', name: 'evidence.jpg', bytes: image.value }) : sendRefusal(reply, request, image.refusal)
    },
  )
  const config = { needs: 'rebuttal.decide' } as const
  server.post(
    '/api/v1/rebuttals/:id/taking',
    { config, schema: { tags, summary: 'Take it in hand', params: api.idParams, body: api.takeRequest, response } },
    async (request, reply) => {
      const step = {
        requestId: request.body.requestId as CommandId,
        actor: actorOf(request),
        id: request.params.id,
        name: 'take',
        decision: null,
      } as const
      return sendOutcome(request, reply, await stepInRebuttal(stays, step))
    },
  )
  server.post(
    '/api/v1/rebuttals/:id/decision',
    {
      config,
      schema: {
        tags,
        summary: 'Accept it, with what that corrects, or not, with the reason',
        params: api.idParams,
        body: api.decisionRequest,
        response,
      },
    },
    async (request, reply) => {
      const { requestId, decision: name, answer, effect = null, ended: typed, lawfulThrough: day = null } = request.body
      const at = typed ? parseInstant(typed.at) : null
      const lawfulThrough = day === null ? null : parseCivilDate(day)
      if (at === undefined || lawfulThrough === undefined) return sendRefusal(reply, request, refuse('time.invalid').refusal)
      const ended = typed && at ? { at, point: typed.point } : null
      const decision: Decision = { answer, effect, ended, ...(lawfulThrough && { lawfulThrough }) }
      const step = { requestId: requestId as CommandId, actor: actorOf(request), id: request.params.id, name, decision }
      return sendOutcome(request, reply, await stepInRebuttal(stays, step))
    },
  )
}
