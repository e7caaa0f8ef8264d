import Type from 'typebox'
import { actorOf } from '../../identity/authorise.ts'
import type { AreaCode } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { type CivilDate, parseCivilDate } from '../../kernel/time.ts'
import { csvOf } from '../../platform/csv.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../../platform/http.ts'
import { refusals } from '../../platform/schemas.ts'
import { sendFile } from '../../platform/send-file.ts'
import { seenBy } from '../application-answers.ts'
import type { PassServices } from '../pass-services.ts'
import { applicationAnswer } from '../passes.api.ts'
import * as api from './numbers.api.ts'
import { numbersTable } from './numbers-table.ts'
import { readCasesBehind, readNumbers } from './read-numbers.ts'

const tags = ['Counts']

/** What each office has done, what waits, and the cases behind each number. */
export function numbersRoutes(server: HttpServer, services: PassServices): void {
  server.get(
    '/api/v1/office-numbers',
    {
      config: { needs: 'pass.count' },
      schema: {
        tags,
        summary: 'Issued, pending, late, refused: the exact numbers of an office, or of all that the caller may count',
        querystring: api.numbersQuery,
        response: { 200: api.numbersAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const asked = askedOf(request.query)
      return sendOutcome(request, reply, asked.ok ? await readNumbers(services, actorOf(request), asked.value) : asked)
    },
  )
  server.get(
    '/api/v1/office-numbers.csv',
    {
      config: { needs: 'pass.count' },
      schema: {
        tags,
        summary: 'The same numbers as a table for a spreadsheet',
        querystring: api.numbersQuery,
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'text/csv' }), ...refusals },
      },
    },
    async (request, reply) => {
      const asked = askedOf(request.query)
      const numbers = asked.ok ? await readNumbers(services, actorOf(request), asked.value) : asked
      if (!numbers.ok) return sendRefusal(reply, request, numbers.refusal)
      const names = new Map(services.registry.current.areas.map((area) => [area.code, area.name]))
      const { columns, rows } = numbersTable(numbers.value, (office) => names.get(office as AreaCode)?.en ?? office)
      return sendFile(reply, { type: 'text/csv; charset=utf-8', name: `numbers-${numbers.value.on}.csv`, bytes: csvOf(columns, rows) })
    },
  )
  server.get(
    '/api/v1/office-numbers/cases',
    {
      config: { needs: 'application.read' },
      schema: {
        tags,
        summary: 'The cases behind a number: up to 200, those that wait longest first, of what is over the newest',
        querystring: api.casesQuery,
        response: { 200: Type.Array(applicationAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const { office, what, detail = '', day: text } = request.query
      const day = text === undefined ? null : parseCivilDate(text)
      if (day === undefined) return sendRefusal(reply, request, refuse('request.malformed').refusal)
      const found = await readCasesBehind(services, actorOf(request), { office: office as AreaCode, what, detail, day })
      return sendOutcome(request, reply, found.ok ? accept(found.value.map((each) => seenBy(services, actorOf(request), each))) : found)
    },
  )
}

/** 30 February is no day of a count. */
function askedOf({ on, office }: { on?: string; office?: string }): Outcome<{ office: AreaCode | undefined; on: CivilDate | undefined }> {
  const day = on === undefined ? undefined : parseCivilDate(on)
  return on !== undefined && day === undefined ? refuse('request.malformed') : accept({ office: office as AreaCode | undefined, on: day })
}
