import Type from 'typebox'
import type { Actor } from '../../identity/actor.rules.ts'
import { actorOf } from '../../identity/authorise.ts'
import { may } from '../../identity/authority.rules.ts'
import { type CommandId, parseAreaCode } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { parseInstant } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/database.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../../platform/http.ts'
import { refusals } from '../../platform/schemas.ts'
import { inNameOf } from '../issuing.ts'
import * as api from '../mandate.api.ts'
import { findMassRevocation, listMassRevocations, type MassRevocation } from './mass-revocation.store.ts'
import { confirmMassRevocation, proposeMassRevocation, withdrawMassRevocation } from './mass-revocation.ts'
import { reachAt } from './reach.rules.ts'
import { RevocationRunner, type Revoking } from './revocation-runner.ts'
import { subjectOf } from './subject.rules.ts'

const listMax = 50

/** Proposed by one person, confirmed by another; then every pass of the selection is revoked, however many, and its progress seen. */
export function massRevocationRoutes(server: HttpServer, services: Revoking): void {
  const tags = ['Mandates']
  const response = { 200: api.revocationAnswer, ...refusals }
  const runner = new RevocationRunner(services)
  server.addHook('onReady', async () => runner.open())
  server.addHook('onClose', () => runner.close())
  server.post(
    '/api/v1/mass-revocations',
    {
      config: { needs: 'mandate.revoke-passes' },
      schema: {
        tags,
        summary: 'Propose to revoke all passes signed under an instrument, or handled by one person, between two instants',
        body: api.proposalRequest,
        response: { 201: api.revocationAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, office, reason } = request.body
      const of = subjectOf(request.body)
      const [from, until, area] = [parseInstant(request.body.from), parseInstant(request.body.until), parseAreaCode(office ?? '')]
      if (!of)
        return sendRefusal(reply, request, refuse('request.malformed', { about: { where: 'body', why: 'an instrument or an account' } }).refusal)
      if (!from || !until) return sendRefusal(reply, request, refuse('time.invalid').refusal)
      if (office !== undefined && !area) return sendRefusal(reply, request, refuse('area.unknown').refusal)
      const command = { requestId: requestId as CommandId, of, from, until, reason, office: area ?? null }
      const proposed = await proposeMassRevocation(services, { ...command, actor: actorOf(request) })
      return sendOutcome(request, reply, shown(proposed), 201)
    },
  )
  server.post(
    '/api/v1/mass-revocations/:id/confirmation',
    {
      config: { needs: 'mandate.revoke-passes' },
      schema: {
        tags,
        summary: 'Confirm it as a second person: the passes are revoked from now on, and it goes on by itself',
        params: api.revocationParams,
        body: api.confirmationRequest,
        response,
      },
    },
    async (request, reply) => {
      const requestId = request.body.requestId as CommandId
      const confirmed = await confirmMassRevocation(services, { requestId, actor: actorOf(request), revocation: request.params.id })
      if (confirmed.ok) runner.start(confirmed.value)
      return sendOutcome(request, reply, shown(confirmed))
    },
  )
  server.post(
    '/api/v1/mass-revocations/:id/withdrawal',
    {
      config: { needs: 'mandate.revoke-passes' },
      schema: {
        tags,
        summary: 'Withdraw a proposal that nobody has confirmed: by whoever proposed it or could confirm it',
        params: api.revocationParams,
        body: api.withdrawalRequest,
        response,
      },
    },
    async (request, reply) => {
      const { requestId, reason } = request.body
      const command = { requestId: requestId as CommandId, actor: actorOf(request), revocation: request.params.id, reason }
      return sendOutcome(request, reply, shown(await withdrawMassRevocation(services, command)))
    },
  )
  readRoutes(server, services)
}

function readRoutes(server: HttpServer, services: Revoking): void {
  const [tags, config] = [['Mandates'], { needs: 'mandate.passes' } as const]
  server.get(
    '/api/v1/mass-revocations',
    {
      config,
      schema: {
        tags,
        summary: 'Proposed, running and done mass revocations, newest first',
        querystring: api.revocationsQuery,
        response: { 200: Type.Array(api.revocationAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const found = await inTransaction(services.database, inNameOf(services, actor), (tx) => listMassRevocations(tx, request.query, listMax))
      return sendOutcome(request, reply, accept(found.filter((each) => maySee(services, actor, each)).map(viewOf)))
    },
  )
  server.get(
    '/api/v1/mass-revocations/:id',
    {
      config,
      schema: {
        tags,
        summary: 'One mass revocation: how far it has come',
        params: api.revocationParams,
        response: { 200: api.revocationAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const found = await inTransaction(services.database, inNameOf(services, actor), (tx) => findMassRevocation(tx, request.params.id))
      return sendOutcome(request, reply, found && maySee(services, actor, found) ? accept(viewOf(found)) : refuse('revocation.not-found'))
    },
  )
}

const maySee = ({ now }: Revoking, actor: Actor, { place, office }: MassRevocation): boolean =>
  may(actor.grants, 'mandate.passes', reachAt(place, office).place, now()).ok

const shown = (outcome: Outcome<MassRevocation>) => (outcome.ok ? accept(viewOf(outcome.value)) : outcome)

function viewOf({ confirmed, withdrawn, of, ...revocation }: MassRevocation): api.RevocationAnswer {
  const about = { instrument: null, account: null, deed: null, ...of }
  return { ...revocation, ...about, confirmed: confirmed && withoutRequest(confirmed), withdrawn: withdrawn && withoutRequest(withdrawn) }
}

const withoutRequest = <T extends { request: string }>({ request: _request, ...told }: T): Omit<T, 'request'> => told
