import { caseKinds } from '../instruments/law.rules.ts'
import { accept } from '../kernel/outcome.ts'
import { borderZone, civilDateAt } from '../kernel/time.ts'
import { type HttpServer, sendOutcome } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { feeOf } from './fee.rules.ts'
import type { PassServices } from './pass-services.ts'
import { pricesAnswer } from './prices.api.ts'

/** The fee table, from the rows of the law that the desk charges by. */
export function pricesRoutes(server: HttpServer, services: PassServices): void {
  server.get(
    '/api/v1/prices',
    {
      config: { needs: 'public' },
      schema: { tags: ['Residents'], summary: 'The fee table: every price there is today', response: { 200: pricesAnswer, ...refusals } },
    },
    async (request, reply) => {
      const { law, state, now } = services
      const date = civilDateAt(now(), borderZone)
      const priceOf = (kind: (typeof caseKinds)[number]) => {
        const set = feeOf(law, state, kind, date)
        return set ? { ...set.value, instrument: set.instrument } : null
      }
      return sendOutcome(request, reply, accept(caseKinds.map((kind) => ({ kind, fee: priceOf(kind) }))))
    },
  )
}
