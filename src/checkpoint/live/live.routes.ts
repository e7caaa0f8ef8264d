import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { actorOf } from '../../identity/authorise.ts'
import { refuse } from '../../kernel/outcome.ts'
import { type HttpServer, sendRefusal } from '../../platform/http.ts'
import { refusals, text } from '../../platform/schemas.ts'
import { type PointServices, standingAt } from '../point-services.ts'
import type { Stream } from './live-points.ts'

/** Waits unsent for one reader at most: whoever takes longer is dropped, and comes back by itself with the last id it saw. */
export const backlogBytesMax = 256 * 1024

export const pointParams = Type.Object({ states: Type.String({ pattern: '^[a-z]{2}-[a-z]{2}$' }), name: text(60, 1) })

/** A crossing point as it goes on, as server-sent events. */
export function liveRoutes(server: HttpServer, services: PointServices): void {
  // An open stream would keep a server that ends from ending.
  server.addHook('preClose', async () => services.live.endStreams())
  server.get(
    '/api/v1/crossing-points/:states/:name/live',
    {
      config: { needs: 'movement.count' },
      exposeHeadRoute: false,
      schema: {
        tags: ['Counts'],
        summary:
          'What happens at a point, as text/event-stream: snapshot, movement, undone, counts, lanes, quotas, referrals, orders. Last-Event-ID goes on',
        params: pointParams,
        response: { 200: Type.String(), ...refusals },
      },
    },
    async (request, reply) => {
      const { states, name } = request.params
      const point = `${states}/${name}`
      const standing = standingAt(services, actorOf(request), 'movement.count', point)
      if (!standing.ok) return sendRefusal(reply, request, standing.refusal)
      const channel = await services.live.prepare(point)
      if (!channel) return sendRefusal(reply, request, refuse('server.unavailable').refusal)
      const mayStay = async () => {
        request.askedAt = services.now()
        const refused = await server.authoriseAgain(request as unknown as FastifyRequest)
        return !refused && standingAt(services, actorOf(request), 'movement.count', point).ok
      }
      const stream = openStream(reply as unknown as FastifyReply, mayStay)
      reply.raw.once('close', () => services.live.leave(channel, stream))
      services.live.join(channel, stream, lastIdOf(request.headers['last-event-id']))
      return reply
    },
  )
}

const lastIdOf = (header: string | string[] | undefined): string | undefined => (typeof header === 'string' ? header : undefined)

function openStream(reply: FastifyReply, mayStay: () => Promise<boolean>): Stream {
  const headers = {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  }
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, headers as Record<string, string>)
  return {
    send(said) {
      if (raw.destroyed || raw.writableLength > backlogBytesMax) return false
      raw.write(said)
      return true
    },
    // What waits for a reader that does not read is let go with it.
    end: () => void (raw.writableLength > backlogBytesMax ? raw.destroy() : raw.end()),
    mayStay,
  }
}
