import Type from 'typebox'
import { actorOf } from '../../identity/authorise.ts'
import { type CommandId, parseAreaCode } from '../../kernel/code.ts'
import { refuse } from '../../kernel/outcome.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../../platform/http.ts'
import { refusals } from '../../platform/schemas.ts'
import type { PassServices } from '../pass-services.ts'
import * as api from './draft.api.ts'
import { discardDraft, draftsOf, readDraft, saveDraft } from './keep-draft.ts'
import { refuseOnlineDraft } from './refuse-online-draft.ts'

/** What clerks have typed and not submitted: the office's, at whichever machine. */
export function draftRoutes(server: HttpServer, services: PassServices): void {
  const config = { needs: 'application.take' } as const
  const tags = ['Drafts']
  server.get(
    '/api/v1/drafts',
    {
      config,
      schema: {
        tags,
        summary: "An office's drafts, the latest first",
        querystring: api.draftsQuery,
        response: { 200: Type.Array(api.draftRowAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const office = parseAreaCode(request.query.office)
      if (!office) return sendRefusal(reply, request, refuse('area.unknown').refusal)
      return sendOutcome(request, reply, await draftsOf(services, actorOf(request), office))
    },
  )
  server.get(
    '/api/v1/drafts/:id',
    { config, schema: { tags, summary: 'One draft, to go on with', params: api.draftParams, response: { 200: api.draftAnswer, ...refusals } } },
    async (request, reply) => sendOutcome(request, reply, await readDraft(services, actorOf(request), request.params.id)),
  )
  server.put(
    '/api/v1/drafts/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Keep what was typed so far',
        params: api.draftParams,
        body: api.saveDraftRequest,
        response: { 200: Type.Object({ id: Type.String(), version: Type.Integer() }), ...refusals },
      },
    },
    async (request, reply) => {
      const { version, body, photo } = request.body
      const office = parseAreaCode(request.body.office)
      if (!office) return sendRefusal(reply, request, refuse('area.unknown').refusal)
      const bytes = photo === null || photo === '' ? null : Buffer.from(photo, 'base64')
      const command = { actor: actorOf(request), id: request.params.id, office, version, body, photo: bytes }
      return sendOutcome(request, reply, await saveDraft(services, command))
    },
  )
  server.delete(
    '/api/v1/drafts/:id',
    {
      config,
      schema: { tags, summary: 'Throw a draft away', params: api.draftParams, response: { 200: Type.Object({ id: Type.String() }), ...refusals } },
    },
    async (request, reply) => sendOutcome(request, reply, await discardDraft(services, actorOf(request), request.params.id)),
  )
  server.post(
    '/api/v1/drafts/:id/refusal',
    {
      config,
      schema: {
        tags,
        summary: 'Not taken: what a resident sent online is thrown away, and whoever follows its number reads why',
        params: api.draftParams,
        body: api.refuseDraftRequest,
        response: { 200: Type.Object({ id: Type.String() }), ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, reason } = request.body
      const command = { requestId: requestId as CommandId, actor: actorOf(request), id: request.params.id, reason }
      return sendOutcome(request, reply, await refuseOnlineDraft(services, command))
    },
  )
}
