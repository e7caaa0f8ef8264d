import { readFile } from 'node:fs/promises'
import Type from 'typebox'
import { actorOf } from '../identity/authorise.ts'
import { type AreaCode, type CommandId, type InstrumentId, parseAreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { parseCivilDate, parseInstant } from '../kernel/time.ts'
import { type CsvValue, csvOf } from '../platform/csv.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { sendFile } from '../platform/send-file.ts'
import * as api from './mandate.api.ts'
import { type DecideMandates, decideMandates } from './mandates/decide-mandates.ts'
import { findInstrument } from './mandates/instrument.queries.ts'
import { instrumentFile } from './mandates/instrument-file.ts'
import { massRevocationRoutes } from './mandates/mass-revocation.routes.ts'
import { type AskSigned, countSignedPasses, exportSignedPasses, listSignedPasses, type ShownPass } from './mandates/read-signed.ts'
import type { PassServices } from './pass-services.ts'

export type MandateServices = Pick<PassServices, 'database' | 'state' | 'law' | 'now' | 'trust'>

/** An instrument with all that stands on it; the different decision that ends its mandates; what was signed under them, and its revocation by two people. */
export function mandateRoutes(server: HttpServer, services: MandateServices): void {
  const tags = ['Instruments']
  server.get(
    '/api/v1/instruments/:states/:name',
    {
      config: { needs: 'public' },
      schema: {
        tags,
        summary: 'A legal text: its mandates, the rules and facts that stand on it',
        params: api.instrumentParams,
        response: { 200: api.instrumentPageAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { states, name } = request.params
      const found = await findInstrument(services.database.query, services.law, `${states}/${name}`, services.now())
      return sendOutcome(request, reply, found ? accept(found) : refuse('request.not-found'))
    },
  )
  server.get(
    '/api/v1/instruments/:states/:name/file',
    {
      config: { needs: 'public' },
      schema: {
        tags,
        summary: 'Its text, where it lies with this instance',
        params: api.instrumentParams,
        response: { 200: Type.String({ contentMediaType: 'text/plain' }), ...refusals },
      },
    },
    async (request, reply) => {
      const { states, name } = request.params
      const row = await services.database.query.selectFrom('instrument').select('source').where('id', '=', `${states}/${name}`).executeTakeFirst()
      const file = row && instrumentFile(row.source)
      if (!file) return sendRefusal(reply, request, refuse('request.not-found').refusal)
      return sendFile(reply, { type: 'text/plain; charset=utf-8', name: file.name, bytes: await readFile(file.path) })
    },
  )
  server.post(
    '/api/v1/mandate-decisions',
    {
      config: { needs: 'mandate.decide' },
      schema: {
        tags,
        summary: 'Enter a different decision: the mandates end at its instant, what was signed before stays valid',
        body: api.decisionRequest,
        response: { 200: api.decisionAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const command = decisionOf(request.body)
      if (!command) return sendRefusal(reply, request, refuse('time.invalid').refusal)
      return sendOutcome(request, reply, await decideMandates(services, { ...command, actor: actorOf(request) }))
    },
  )
  signedRoutes(server, services)
  massRevocationRoutes(server, services)
}

/** Passes signed under an instrument's mandates: how many, which, and the file for a spreadsheet. */
function signedRoutes(server: HttpServer, services: MandateServices): void {
  const tags = ['Mandates']
  const config = { needs: 'mandate.passes' } as const
  server.get(
    '/api/v1/mandates/passes',
    {
      config,
      schema: {
        tags,
        summary: 'Passes signed under the mandates of an instrument between two instants (the second not counted), in the order of signing',
        querystring: api.signedPageQuery,
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
    '/api/v1/mandates/passes/count',
    {
      config,
      schema: {
        tags,
        summary: 'Exactly how many, by office and state',
        querystring: api.signedQuery,
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
    '/api/v1/mandates/passes.csv',
    {
      config,
      schema: {
        tags,
        summary: 'The same passes as a file for a spreadsheet',
        querystring: api.signedQuery,
        response: { 200: Type.String({ contentMediaType: 'text/csv' }), ...refusals },
      },
    },
    async (request, reply) => {
      const asked = askedOf(request.query)
      const listed = asked.ok ? await exportSignedPasses(services, actorOf(request), asked.value) : asked
      if (!listed.ok) return sendRefusal(reply, request, listed.refusal)
      const bytes = csvOf(csvColumns, listed.value.map(csvRow))
      return sendFile(reply, { type: 'text/csv; charset=utf-8', name: 'signed-passes.csv', bytes })
    },
  )
}

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

export function askedOf(query: api.SignedQuery): Outcome<AskSigned> {
  const [from, until] = [instantOf(query.from), instantOf(query.until)]
  if (!from || !until) return refuse('time.invalid')
  const office: AreaCode | undefined = query.office === undefined ? undefined : parseAreaCode(query.office)
  if (query.office !== undefined && !office) return refuse('area.unknown')
  return accept({ instrument: query.instrument, from, until, office })
}

/** Undefined: a date or an instant that does not exist. */
function decisionOf({ requestId, instrument, offices, decision, at }: api.DecisionBody): Omit<DecideMandates, 'actor'> | undefined {
  const signedOn = parseCivilDate(decision.signedOn)
  const instant = at === undefined || at === null ? null : parseInstant(at)
  if (!signedOn || instant === undefined) return undefined
  return {
    requestId: requestId as CommandId,
    instrument: instrument as InstrumentId,
    offices: offices === 'all' ? 'all' : [...offices].sort(),
    decision: { ...decision, id: decision.id as InstrumentId, signedOn },
    at: instant,
  }
}
