import Type from 'typebox'
import { actorOf } from '../identity/authorise.ts'
import { accept } from '../kernel/outcome.ts'
import { type HttpServer, sendOutcome } from '../platform/http.ts'
import { nullable, refusals } from '../platform/schemas.ts'
import { type Erased, type Retention, runRetention } from './retention.ts'

const kept = Type.Object(
  {
    kind: Type.String(),
    what: Type.String(),
    days: nullable(Type.Integer({ description: 'null: kept' })),
    before: nullable(Type.String()),
    n: Type.Integer(),
    instrument: Type.String(),
  },
  { additionalProperties: false },
)
const answer = { 200: Type.Array(kept), ...refusals }

/** How long each kind of data is kept, and what is past its time. The counts name nobody. */
export function retentionRoutes(server: HttpServer, retention: Retention): void {
  const [tags, config] = [['Retention'], { needs: 'retention.run' } as const]
  const withInstrument = (erased: readonly Erased[]) => {
    const periods = retention.periods(retention.now())
    return erased.map((each) => ({ ...each, instrument: periods[each.kind].instrument }))
  }
  server.get(
    '/api/v1/retention',
    { config, schema: { tags, summary: 'Each kind of data, its period, and how much of it would go now', response: answer } },
    async (request, reply) => sendOutcome(request, reply, accept(withInstrument(await runRetention(retention, { dryRun: true })))),
  )
  server.post(
    '/api/v1/retention',
    {
      config,
      schema: { tags, summary: 'Take away what is past its time, as the job does every day; a second time finds nothing', response: answer },
    },
    async (request, reply) =>
      sendOutcome(request, reply, accept(withInstrument(await runRetention(retention, { dryRun: false, by: actorOf(request).account })))),
  )
}
