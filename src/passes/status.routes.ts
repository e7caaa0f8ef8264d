import Type from 'typebox'
import { statusDeltaType } from '../credential/status-delta.ts'
import { refuse } from '../kernel/outcome.ts'
import { type HttpServer, sendRefusal } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import * as api from './passes.api.ts'
import { PublishedLists, type SignedToken, statusListCacheSeconds } from './published-lists.ts'
import type { Signing } from './sign-pass.ts'

/** Revoked and suspended passes, for everybody who checks one: the whole list of a month, or what changed in it. */
export function statusRoutes(server: HttpServer, services: Signing): void {
  const tags = ['Trust']
  const lists = new PublishedLists(services)
  const listType = 'application/statuslist+cwt'
  server.get(
    '/api/v1/status-lists/:list',
    {
      config: { needs: 'public' },
      schema: {
        tags,
        summary: 'A status list as a signed token (CWT form); with If-None-Match, 304 while nothing changed',
        params: api.statusListParams,
        response: { 200: Type.String({ format: 'binary', contentMediaType: listType }), ...refusals },
      },
    },
    async (request, reply) => {
      const signed = await lists.list(request.params.list)
      if (!signed) return sendRefusal(reply, request, refuse('request.not-found').refusal)
      return sendToken(reply, { ...signed, type: listType, known: request.headers['if-none-match'] })
    },
  )
  server.get(
    '/api/v1/status-lists/:list/delta',
    {
      config: { needs: 'public' },
      schema: {
        tags,
        summary: 'What changed in a status list since its change number `from`, as a signed token; 410: fetch the whole list',
        params: api.statusListParams,
        querystring: api.statusDeltaQuery,
        response: { 200: Type.String({ format: 'binary', contentMediaType: statusDeltaType }), ...refusals },
      },
    },
    async (request, reply) => {
      const signed = await lists.delta(request.params.list, Number(request.query.from))
      if (!signed.ok) return sendRefusal(reply, request, signed.refusal)
      return sendToken(reply, { ...signed.value, type: statusDeltaType, known: undefined })
    },
  )
}

/** What sending needs of Fastify's reply, whatever a route's schema makes of its type. */
type Replying = { code(status: number): unknown; header(name: string, value: string): unknown; send(value?: unknown): unknown }
type Sent = SignedToken & { readonly type: string; readonly known: string | undefined }

/** Caches may answer for a few seconds, and ask again then; whoever has this very token is told so without it. */
function sendToken(reply: Replying, { token, etag, type, known }: Sent): never {
  reply.header('cache-control', `public, max-age=${statusListCacheSeconds}, must-revalidate`)
  reply.header('etag', etag)
  if (isKnown(known, etag)) {
    reply.code(304)
    return reply.send() as never
  }
  reply.header('content-type', type)
  return reply.send(Buffer.from(token)) as never
}

/** RFC 9110 §13.1.2: any of several tags, compared weakly, or `*`. */
const isKnown = (known: string | undefined, etag: string): boolean =>
  (known ?? '').split(',').some((each) => ['*', etag].includes(each.trim().replace(/^W\//, '')))
