import { actorOf } from '../../identity/authorise.ts'
import { type CommandId, parseAreaCode } from '../../kernel/code.ts'
import { refuse } from '../../kernel/outcome.ts'
import { parseCivilDate } from '../../kernel/time.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../../platform/http.ts'
import { parseHolderBoundId } from '../../platform/ids.ts'
import { refusals } from '../../platform/schemas.ts'
import type { PassServices } from '../pass-services.ts'
import { moveApplications } from './move-applications.ts'
import * as api from './province.api.ts'
import { equipOffice, readCapacity, readEntries, readHours } from './read-province.ts'

const tags = ['Province']
const unknown = (office: string) => refuse('office.unknown', { about: { office } }).refusal
const malformed = () => refuse('request.malformed').refusal

/** What a province's offices have to work with, who works when, and moving load between them. */
export function provinceRoutes(server: HttpServer, services: PassServices): void {
  server.get(
    '/api/v1/office-capacity',
    {
      config: { needs: 'office.workload' },
      schema: {
        tags,
        summary: 'Printers, staff, output of the last ten working days and what waits, by office',
        querystring: api.capacityQuery,
        response: { 200: api.capacityAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const province = parseAreaCode(request.query.province)
      if (!province) return sendRefusal(reply, request, unknown(request.query.province))
      return sendOutcome(request, reply, await readCapacity(services, actorOf(request), province))
    },
  )
  server.post(
    '/api/v1/office-capacity',
    {
      config: { needs: 'office.equip' },
      schema: { tags, summary: 'Enter what an office has from a day on', body: api.equipRequest, response: { 200: api.equipAnswer, ...refusals } },
    },
    async (request, reply) => {
      const { requestId, printers, instrument } = request.body
      const [office, from] = [parseAreaCode(request.body.office), parseCivilDate(request.body.from)]
      if (!office) return sendRefusal(reply, request, unknown(request.body.office))
      if (!from) return sendRefusal(reply, request, malformed())
      const command = { requestId: requestId as CommandId, actor: actorOf(request), office, from, printers, instrument }
      return sendOutcome(request, reply, await equipOffice(services, command))
    },
  )
  server.get(
    '/api/v1/office-capacity/entries',
    {
      config: { needs: 'office.equip' },
      schema: {
        tags,
        summary: 'What was entered about an office, the latest day first',
        querystring: api.entriesQuery,
        response: { 200: api.entriesAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const office = parseAreaCode(request.query.office)
      if (!office) return sendRefusal(reply, request, unknown(request.query.office))
      return sendOutcome(request, reply, await readEntries(services, actorOf(request), office))
    },
  )
  server.get(
    '/api/v1/office-hours',
    {
      config: { needs: 'office.workload' },
      schema: {
        tags,
        summary: 'Who did how much in which hour at an office, and what was outside its hours',
        querystring: api.hoursQuery,
        response: { 200: api.hoursAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const [office, from, until] = [parseAreaCode(request.query.office), parseCivilDate(request.query.from), parseCivilDate(request.query.until)]
      if (!office) return sendRefusal(reply, request, unknown(request.query.office))
      if (!from || !until) return sendRefusal(reply, request, malformed())
      return sendOutcome(request, reply, await readHours(services, actorOf(request), { office, from, until }))
    },
  )
  server.post(
    '/api/v1/application-moves',
    {
      config: { needs: 'application.move' },
      schema: {
        tags,
        summary: 'Give cases that nobody has approved to another office of the province; each that cannot go is told with its reason',
        body: api.moveRequest,
        response: { 200: api.moveAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId } = request.body
      const office = parseAreaCode(request.body.office)
      if (!office) return sendRefusal(reply, request, unknown(request.body.office))
      const applications = request.body.applications.flatMap((id) => parseHolderBoundId(id) ?? [])
      return sendOutcome(
        request,
        reply,
        await moveApplications(services, { requestId: requestId as CommandId, actor: actorOf(request), office, applications }),
      )
    },
  )
}
