import Type from 'typebox'
import { leakedKeyType, signLeakedKey } from '../../credential/leaked-key.ts'
import { actorOf } from '../../identity/authorise.ts'
import type { CommandId } from '../../kernel/code.ts'
import { refuse } from '../../kernel/outcome.ts'
import { epochSeconds, parseCivilDate } from '../../kernel/time.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../../platform/http.ts'
import { refusals } from '../../platform/schemas.ts'
import * as api from '../mandate.api.ts'
import type { PassServices } from '../pass-services.ts'
import { confirmLeaked, proposeLeak, withdrawProposedLeak } from './declare-leaked-key.ts'
import { previewLeak, readSigningKeys } from './read-keys.ts'
import * as keys from './signing-key.api.ts'

/** How long a cache on the way may answer: a filter never shrinks. */
const cacheSeconds = 15

/** Signer keys that became known to others: declared by two people, their filters for everybody who checks a pass. */
export function leakedKeyRoutes(server: HttpServer, services: PassServices): void {
  publishedRoutes(server, services)
  keysToDeclare(server, services)
  declarationRoutes(server, services)
}

const tags = ['Trust']

function publishedRoutes(server: HttpServer, services: PassServices): void {
  server.get(
    '/api/v1/leaked-keys',
    {
      config: { needs: 'public' },
      schema: { tags, summary: 'Signer keys that are leaked, by kid', response: { 200: api.leakedKids, ...refusals } },
    },
    async () => ({ kids: ((await services.trust.get()).leaked ?? []).map(({ kid }) => kid) }),
  )
  server.get(
    '/api/v1/leaked-keys/:kid',
    {
      config: { needs: 'public' },
      schema: {
        tags,
        summary: 'A leaked key with the filter of its genuine passes, signed by the root (CWT form)',
        params: api.kidParams,
        response: { 200: Type.String({ format: 'binary', contentMediaType: leakedKeyType }), ...refusals },
      },
    },
    async (request, reply) => {
      const key = (await services.trust.get()).leaked?.find(({ kid }) => kid === request.params.kid)
      if (!key) return sendRefusal(reply, request, refuse('request.not-found').refusal)
      const token = await signLeakedKey({ ...key, issuedAt: epochSeconds(services.now()) }, services.keys.root.signer)
      return reply
        .header('content-type', leakedKeyType)
        .header('cache-control', `public, max-age=${cacheSeconds}, must-revalidate`)
        .send(Buffer.from(token) as never)
    },
  )
}

/** What whoever may declare a key needs to see before and after. */
function keysToDeclare(server: HttpServer, services: PassServices): void {
  server.get(
    '/api/v1/signing-keys',
    {
      config: { needs: 'mandate.revoke-passes' },
      schema: {
        tags,
        summary: 'Signer keys of the offices within reach, and what was declared of each',
        response: { 200: keys.signingKeysAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await readSigningKeys(services, actorOf(request), await services.trust.get())),
  )
  server.get(
    '/api/v1/signing-keys/:kid/passes',
    {
      config: { needs: 'mandate.revoke-passes' },
      schema: {
        tags,
        summary: 'How many passes a key signed, and how many of those in force since a day; nobody is named',
        params: api.kidParams,
        querystring: keys.previewQuery,
        response: { 200: keys.previewAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const since = parseCivilDate(request.query.since)
      if (!since) return sendRefusal(reply, request, refuse('time.invalid').refusal)
      return sendOutcome(request, reply, await previewLeak(services, actorOf(request), { kid: request.params.kid, since }))
    },
  )
}

function declarationRoutes(server: HttpServer, services: PassServices): void {
  server.post(
    '/api/v1/leaked-keys',
    {
      config: { needs: 'mandate.revoke-passes' },
      schema: {
        tags,
        summary: 'Say that a signer key is known to others; a second person confirms',
        body: api.leakRequest,
        response: { 201: api.leakAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, kid, reason } = request.body
      const leakedOn = parseCivilDate(request.body.leakedOn)
      if (!leakedOn) return sendRefusal(reply, request, refuse('time.invalid').refusal)
      const command = { requestId: requestId as CommandId, actor: actorOf(request), kid, leakedOn, reason }
      return sendOutcome(request, reply, await proposeLeak(services, command), 201)
    },
  )
  server.post(
    '/api/v1/leaked-keys/:kid/confirmation',
    {
      config: { needs: 'mandate.revoke-passes' },
      schema: {
        tags,
        summary: 'Confirm it as a second person: nothing is signed with the key any more, and only its genuine passes stay good',
        params: api.kidParams,
        body: api.leakConfirmation,
        response: { 200: api.leakAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const confirmed = await confirmLeaked(services, { ...proposalOf(request), actor: actorOf(request) })
      services.trust.renew()
      return sendOutcome(request, reply, confirmed)
    },
  )
  server.post(
    '/api/v1/leaked-keys/:kid/withdrawal',
    {
      config: { needs: 'mandate.revoke-passes' },
      schema: {
        tags,
        summary: 'Withdraw a proposal that nobody has confirmed: by whoever proposed it or could confirm it',
        params: api.kidParams,
        body: api.leakWithdrawal,
        response: { 200: api.leakAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const command = { ...proposalOf(request), actor: actorOf(request), reason: request.body.reason }
      return sendOutcome(request, reply, await withdrawProposedLeak(services, command))
    },
  )
}

const proposalOf = ({ params, body }: { params: { kid: string }; body: { requestId: string; proposal: string } }) => ({
  requestId: body.requestId as CommandId,
  kid: params.kid,
  proposal: body.proposal as CommandId,
})
