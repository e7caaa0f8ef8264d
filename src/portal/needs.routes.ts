import type { CaseKind } from '../instruments/law.rules.ts'
import { parseAreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, civilDateAt } from '../kernel/time.ts'
import { servingOffices } from '../passes/mandate.queries.ts'
import { isKnownArea } from '../places/registry.rules.ts'
import { type HttpServer, sendOutcome } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { needsOf, priceTable } from './needs.rules.ts'
import * as api from './portal.api.ts'
import type { Portal } from './portal-services.ts'

/** What a case takes, from the rows of the law that the desk charges by. */
export function needsRoutes(server: HttpServer, portal: Portal): void {
  const tags = ['Residents']
  const config = { needs: 'public' } as const
  server.get(
    '/api/v1/prices',
    { config, schema: { tags, summary: 'The fee table: every price there is today', response: { 200: api.pricesAnswer, ...refusals } } },
    async (request, reply) => sendOutcome(request, reply, accept(priceTable(portal.law, portal.state, civilDateAt(portal.now(), borderZone)))),
  )
  server.get(
    '/api/v1/needs',
    {
      config,
      schema: {
        tags,
        summary: 'Papers, price, days and offices of a kind of case, for somebody who lives there',
        querystring: api.needsQuery,
        response: { 200: api.needsAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await askNeeds(portal, request.query)),
  )
}

async function askNeeds(portal: Portal, { kind, homeArea }: { kind: CaseKind; homeArea: string }): Promise<Outcome<object>> {
  const { law, state } = portal
  const [area, date] = [parseAreaCode(homeArea), civilDateAt(portal.now(), borderZone)]
  if (!area || !isKnownArea(portal.registry.current, area, date)) return refuse('area.unknown')
  const offices = await servingOffices(portal.database.query, portal.now())
  const needs = needsOf(law, state, { kind, homeArea: area, offices: offices.map(({ id }) => id), date })
  if (!needs.ok) return needs
  const names = new Map(portal.registry.current.areas.map(({ code, name }) => [code, name]))
  const served = offices
    .filter(({ id }) => needs.value.offices.includes(id))
    .map(({ id, kind: of }) => ({ id, kind: of, name: names.get(id) ?? { en: id, native: id } }))
  // The nearest first: a district's office before the province's hall.
  return accept({ ...needs.value, offices: served.toSorted((one, other) => other.id.length - one.id.length), prices: priceTable(law, state, date) })
}
