import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import Type from 'typebox'
import type { Recorder } from '../movements/recorder.ts'
import type { Database } from '../platform/database.ts'
import type { HttpServer } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'

const health = Type.Object({ status: Type.String() })

/** For the people who keep it running: alive, ready, metrics. Routes are counted by their pattern, so no metric names a person or a pass. */
export function operationsRoutes(server: HttpServer, { database, recorder }: { database: Database; recorder: Recorder }): void {
  const metrics = new Registry()
  collectDefaultMetrics({ register: metrics })
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [metrics],
  })
  new Gauge({
    name: 'movements_waiting',
    help: 'Movements accepted and not yet committed',
    registers: [metrics],
    collect() {
      this.set(recorder.waiting)
    },
  })
  server.addHook('onResponse', (request, reply, done) => {
    seconds.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    done()
  })

  const tags = ['Operations']
  server.get(
    '/healthz',
    { config: { needs: 'public' }, schema: { tags, summary: 'The program runs', response: { 200: health, ...refusals } } },
    async (_request, reply) => reply.send({ status: 'ok' }),
  )
  server.get(
    '/readyz',
    { config: { needs: 'public' }, schema: { tags, summary: 'The database answers', response: { 200: health, ...refusals } } },
    async (_request, reply) => {
      await database.pool.query('select 1')
      return reply.send({ status: 'ready' })
    },
  )
  server.get(
    '/metrics',
    { config: { needs: 'operations.read' }, schema: { tags, summary: 'Prometheus metrics', response: { 200: Type.String(), ...refusals } } },
    async (_request, reply) => reply.header('content-type', metrics.contentType).send(await metrics.metrics()),
  )
}
