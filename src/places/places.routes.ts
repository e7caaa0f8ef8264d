import Type from 'typebox'
import { accept, refuse } from '../kernel/outcome.ts'
import { borderZone, civilDateAt, epochMs, type Instant, parseInstant } from '../kernel/time.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import type { LiveRegistry } from './live-registry.ts'
import { isLiveBetween, type Order } from './order.rules.ts'
import { areaAnswer, areasQuery, instrumentAnswer, type OrderAnswer, openingQuery, orderAnswer, pointAnswer, pointParams } from './places.api.ts'
import { areasNamed, areasOn, findPoint, pointEntry } from './registry.rules.ts'

/** The public register: crossing points with their opening at any instant, instruments, areas. */
export function placesRoutes(server: HttpServer, { registry, now }: { registry: LiveRegistry; now: () => Instant }): void {
  const tags = ['Crossing points']
  const instantOf = (at: string | undefined) => (at === undefined ? now() : parseInstant(at.replace(' ', '+')))

  server.get(
    '/api/v1/crossing-points',
    {
      config: { needs: 'public' },
      schema: {
        tags,
        summary: 'Every crossing point: open or not at an instant, until when, by which instrument',
        querystring: openingQuery,
        response: { 200: Type.Array(pointAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const at = instantOf(request.query.at)
      if (!at) return sendRefusal(reply, request, refuse('time.invalid').refusal)
      return sendOutcome(request, reply, accept(registry.current.points.map((point) => pointEntry(registry.current, point, at))))
    },
  )
  server.get(
    '/api/v1/crossing-points/:states/:name',
    {
      config: { needs: 'public' },
      schema: { tags, summary: 'One crossing point', params: pointParams, querystring: openingQuery, response: { 200: pointAnswer, ...refusals } },
    },
    async (request, reply) => {
      const at = instantOf(request.query.at)
      if (!at) return sendRefusal(reply, request, refuse('time.invalid').refusal)
      const point = findPoint(registry.current, `${request.params.states}/${request.params.name}`)
      if (!point) return sendRefusal(reply, request, refuse('point.unknown').refusal)
      return sendOutcome(request, reply, accept(pointEntry(registry.current, point, at)))
    },
  )
  server.get(
    '/api/v1/orders',
    {
      config: { needs: 'public' },
      schema: {
        tags: ['Orders'],
        summary: 'Orders that are live or will be: what each side of a crossing point is told to do',
        querystring: openingQuery,
        response: { 200: Type.Array(orderAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const at = instantOf(request.query.at)
      if (!at) return sendRefusal(reply, request, refuse('time.invalid').refusal)
      const all = registry.current.orders
      const orders = all.filter((order) => isLiveBetween(order, epochMs(at), Number.POSITIVE_INFINITY)).map((order) => told(order, all))
      return sendOutcome(request, reply, accept(orders))
    },
  )
  server.get(
    '/api/v1/instruments',
    {
      config: { needs: 'public' },
      schema: {
        tags: ['Instruments'],
        summary: 'The legal texts that rules and calendars name',
        response: { 200: Type.Array(instrumentAnswer), ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, accept(registry.current.instruments)),
  )
  server.get(
    '/api/v1/areas',
    {
      config: { needs: 'public' },
      schema: {
        tags: ['Areas'],
        summary: 'Provinces and districts, codes always with their state; those that have ended only when asked for, by their last name',
        querystring: areasQuery,
        response: { 200: Type.Array(areaAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const { state, ended } = request.query
      const today = civilDateAt(now(), borderZone)
      const areas = (ended ? areasNamed(registry.current, today) : areasOn(registry.current, today)).filter(
        ({ code }) => state === undefined || code.startsWith(`${state}:`),
      )
      return sendOutcome(request, reply, accept(areas.map(({ code, parent, level, name }) => ({ code, parent, level, name }))))
    },
  )
}

/** As the public reads it: the order that was to take its place by its number, since one that never is has no page. */
function told({ restoredOf, ...order }: Order, all: readonly Order[]): OrderAnswer {
  const restored = all.find(({ id }) => id === restoredOf)?.number
  return structuredClone({ ...order, ...(restored !== undefined && { restored }) }) as unknown as OrderAnswer
}
