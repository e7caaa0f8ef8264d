import { readFile } from 'node:fs/promises'
import Type from 'typebox'
import { actorOf } from '../identity/authorise.ts'
import type { CommandId, InstrumentId } from '../kernel/code.ts'
import { accept, refuse } from '../kernel/outcome.ts'
import { parseCivilDate, parseInstant } from '../kernel/time.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { sendFile } from '../platform/send-file.ts'
import * as api from './mandate.api.ts'
import { type DecideMandates, decideMandates } from './mandates/decide-mandates.ts'
import { findInstrument } from './mandates/instrument.queries.ts'
import { instrumentFile } from './mandates/instrument-file.ts'
import { massRevocationRoutes } from './mandates/mass-revocation.routes.ts'
import { signedPassesRoutes } from './mandates/signed-passes.routes.ts'
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
  signedPassesRoutes(server, services)
  massRevocationRoutes(server, services)
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
