import Type from 'typebox'
import { actorOf } from '../../identity/authorise.ts'
import { type HttpServer, sendOutcome } from '../../platform/http.ts'
import { isoDate, refusals } from '../../platform/schemas.ts'
import type { PointServices } from '../point-services.ts'
import { activityAnswer, recentAnswer } from './activity.api.ts'
import { readActivity, readRecent } from './activity.ts'
import { pointParams } from './live.routes.ts'

/** What the live view shows beside its stream. */
export function activityRoutes(server: HttpServer, services: PointServices): void {
  const config = { needs: 'movement.read' } as const
  const day = {
    tags: ['Counts'],
    summary: 'A day at a point by the quarter of an hour: people who were let through',
    params: pointParams,
    querystring: Type.Object({ day: isoDate }, { additionalProperties: false }),
    response: { 200: activityAnswer, ...refusals },
  }
  server.get('/api/v1/crossing-points/:states/:name/activity', { config, schema: day }, async (request, reply) => {
    const { states, name } = request.params
    return sendOutcome(request, reply, await readActivity(services, actorOf(request), { point: `${states}/${name}`, day: request.query.day }))
  })
  const recent = {
    tags: ['Counts'],
    summary: 'The last ten minutes at a point, and the last movement of each of its lanes today; the stream goes on from there',
    params: pointParams,
    response: { 200: recentAnswer, ...refusals },
  }
  server.get('/api/v1/crossing-points/:states/:name/recent', { config, schema: recent }, async (request, reply) => {
    const { states, name } = request.params
    return sendOutcome(request, reply, await readRecent(services, actorOf(request), `${states}/${name}`))
  })
}
