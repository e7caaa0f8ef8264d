import Type from 'typebox'
import type { Actor } from '../../identity/actor.rules.ts'
import { actorOf } from '../../identity/authorise.ts'
import { type AreaCode, parseAreaCode } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { parseInstant } from '../../kernel/time.ts'
import { type CsvValue, csvOf } from '../../platform/csv.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../../platform/http.ts'
import { refusals } from '../../platform/schemas.ts'
import { sendFile } from '../../platform/send-file.ts'
import type { Issuing } from '../issuing.ts'
import * as api from '../mandate.api.ts'
import { type AskSigned, countSignedPasses, exportSignedPasses, listSignedPasses, type ShownPass } from './read-signed.ts'
import { subjectOf } from './subject.rules.ts'

/** Passes signed under an instrument's mandates, or handled by one person: how many, which, and the file for a spreadsheet. */
export function signedPassesRoutes(server: HttpServer, services: Issuing): void {
  passRoutes(server, services, {
    path: '/api/v1/mandates/passes',
    query: api.signedQuery,
    pageQuery: api.signedPageQuery,
    what: 'Passes signed under the mandates of an instrument between two instants (the second not counted)',
    file: 'signed-passes.csv',
  })
  passRoutes(server, services, {
    path: '/api/v1/handled-passes',
    query: api.handledQuery,
    pageQuery: api.handledPageQuery,
    what: 'Passes whose case one person took, approved or signed between two instants (the second not counted)',
    file: 'handled-passes.csv',
  })
}

type About = {
  readonly path: string
  readonly query: typeof api.signedQuery | typeof api.handledQuery
  readonly pageQuery: typeof api.signedPageQuery | typeof api.handledPageQuery
  readonly what: string
  readonly file: string
}

function passRoutes(server: HttpServer, services: Issuing, { path, query, pageQuery, what, file }: About): void {
  const [tags, config] = [['Mandates'], { needs: 'mandate.passes' } as const]
  server.get(
    path,
    {
      config,
      schema: {
        tags,
        summary: `${what}, in the order of signing`,
        querystring: pageQuery,
        response: { 200: Type.Array(api.signedPassAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const asked = askedOf(request.query)
      if (!asked.ok) return sendRefusal(reply, request, asked.refusal)
      const page = { after: request.query.after, limit: request.query.limit ?? 100 }
      return sendOutcome(request, reply, await listSignedPasses(services, actorOf(request), asked.value, page))
    },
  )
  server.get(
    `${path}/count`,
    {
      config,
      schema: {
        tags,
        summary: `${what}: exactly how many, by office and state`,
        querystring: query,
        response: { 200: api.signedCountAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const asked = askedOf(request.query)
      if (!asked.ok) return sendRefusal(reply, request, asked.refusal)
      return sendOutcome(request, reply, await countSignedPasses(services, actorOf(request), asked.value))
    },
  )
  server.get(
    `${path}.csv`,
    {
      config,
      schema: {
        tags,
        summary: `${what} as a file for a spreadsheet`,
        querystring: query,
        response: { 200: Type.String({ contentMediaType: 'text/csv' }), ...refusals },
      },
    },
    async (request, reply) => {
      const listed = await fileOf(services, actorOf(request), askedOf(request.query))
      if (!listed.ok) return sendRefusal(reply, request, listed.refusal)
      return sendFile(reply, { type: 'text/csv; charset=utf-8', name: file, bytes: csvOf(csvColumns, listed.value.map(csvRow)) })
    },
  )
}

const fileOf = async (services: Issuing, actor: Actor, asked: Outcome<AskSigned>): Promise<Outcome<ShownPass[]>> =>
  asked.ok ? exportSignedPasses(services, actor, asked.value) : asked

const csvColumns = [
  'number',
  'office',
  'state',
  'issued_at',
  'last_day',
  'mandate',
  'signed_by',
  'local_name',
  'given_name',
  'family_name',
  'birth_date',
]
const csvRow = ({ number, office, state, issuedAt, lastDay, mandate, signedBy, holder }: ShownPass): CsvValue[] => [
  ...[number, office, state, issuedAt, lastDay, mandate, signedBy],
  ...[holder?.localName ?? null, holder?.givenName ?? null, holder?.familyName ?? null, holder?.birthDate ?? null],
]

/** A `+` of an offset arrives as a blank when the address was not encoded. */
const instantOf = (text: string) => parseInstant(text.replace(' ', '+'))

export function askedOf(query: api.PassQuery): Outcome<AskSigned> {
  const [from, until] = [instantOf(query.from), instantOf(query.until)]
  if (!from || !until) return refuse('time.invalid')
  const office: AreaCode | undefined = query.office === undefined ? undefined : parseAreaCode(query.office)
  if (query.office !== undefined && !office) return refuse('area.unknown')
  const of = subjectOf(query)
  return of ? accept({ of, from, until, office }) : refuse('request.malformed')
}
