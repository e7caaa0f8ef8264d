import Type from 'typebox'
import { actorOf } from '../identity/authorise.ts'
import type { CommandId } from '../kernel/code.ts'
import { refuse } from '../kernel/outcome.ts'
import { parseCivilDate, parseInstant } from '../kernel/time.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { extendStay } from './extend-stay.ts'
import { readOverstays, readRepairTasks } from './read-overstays.ts'
import { repairStay } from './repair-stay.ts'
import type { Stays } from './stay-services.ts'
import { readStays } from './stay-view.ts'
import * as api from './stays.api.ts'

const tags = ['Stays']

/** Stays after they began: their days, an extension, who is over, and ends that no gate recorded. */
export function staysRoutes(server: HttpServer, stays: Stays): void {
  readRoutes(server, stays)
  server.post(
    '/api/v1/stays/extension',
    {
      config: { needs: 'stay.extend' },
      schema: {
        tags,
        summary: 'Extend the open stay of whoever stands here; of our own nationals abroad, note what the neighbour told them',
        body: api.extensionRequest,
        response: { 200: api.extensionAnswer, 201: api.extensionAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, number, issuer, reason, toldUntil: typed } = request.body
      const toldUntil = typed === undefined ? null : parseCivilDate(typed)
      if (toldUntil === undefined) return sendRefusal(reply, request, refuse('time.invalid').refusal)
      const command = { requestId: requestId as CommandId, actor: actorOf(request), document: { number, issuer }, reason, toldUntil }
      const extended = await extendStay(stays, command)
      return sendOutcome(request, reply, extended, extended.ok && extended.value.again ? 200 : 201)
    },
  )
  server.post(
    '/api/v1/stays/repair',
    {
      config: { needs: 'stay.repair' },
      schema: {
        tags,
        summary: 'Write down when the exit or entry was that no gate recorded, and who or what says so',
        body: api.repairRequest,
        response: { 200: api.repairAnswer, 201: api.repairAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, number, issuer, at: typed, ...more } = request.body
      const at = parseInstant(typed)
      if (!at) return sendRefusal(reply, request, refuse('time.invalid').refusal)
      const command = { ...more, at, requestId: requestId as CommandId, actor: actorOf(request), document: { number, issuer } }
      const repaired = await repairStay(stays, command)
      return sendOutcome(request, reply, repaired, repaired.ok && repaired.value.again ? 200 : 201)
    },
  )
}

function readRoutes(server: HttpServer, stays: Stays): void {
  server.get(
    '/api/v1/stays/:number',
    {
      config: { needs: 'stay.look' },
      schema: {
        tags,
        summary: 'The stays of whoever stands here with a document, with their lawful and tolled days',
        params: api.stayParams,
        querystring: api.stayQuery,
        response: { 200: api.holderStaysAnswer, ...refusals },
      },
    },
    async (request, reply) =>
      sendOutcome(request, reply, await readStays(stays, actorOf(request), { number: request.params.number, issuer: request.query.issuer })),
  )
  server.get(
    '/api/v1/overstays',
    {
      config: { needs: 'stay.read' },
      schema: {
        tags,
        summary: 'Who is over their lawful days, tolled days taken off: exact counts by point of entry and by area, and the rows, the longest first',
        querystring: api.overstaysQuery,
        response: { 200: api.overstaysAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await readOverstays(stays, actorOf(request), request.query)),
  )
  server.get(
    '/api/v1/repairs',
    {
      config: { needs: 'stay.read' },
      schema: {
        tags,
        summary: 'Stays whose exit or entry no gate recorded, as tasks of the point',
        querystring: api.repairTasksQuery,
        response: { 200: Type.Array(api.repairTaskAnswer), ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await readRepairTasks(stays, actorOf(request), request.query)),
  )
}
