import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { actorOf } from '../identity/authorise.ts'
import type { AreaCode, CommandId } from '../kernel/code.ts'
import { accept } from '../kernel/outcome.ts'
import { borderZone, civilDateAt } from '../kernel/time.ts'
import { type HttpServer, sendOutcome } from '../platform/http.ts'
import type { HolderBoundId } from '../platform/ids.ts'
import { refusals } from '../platform/schemas.ts'
import { readEvidence } from './evidence.ts'
import { evidenceAnswer } from './evidence-form.ts'
import type { PassServices } from './pass-services.ts'
import { passParams } from './passes.api.ts'
import { readFlags } from './read-flags.ts'
import { type ListSigned, signList } from './sign-list.ts'
import * as api from './signing.api.ts'
import type { GestureDesk } from './signing-gesture.ts'
import { makeSigningList } from './signing-list.ts'

/** A governor is shown a list and signs it with one gesture; and the evidence that it was so. */
export function signingRoutes(server: HttpServer, services: PassServices & GestureDesk): void {
  const tags = ['Signing']
  server.post(
    '/api/v1/signing-lists',
    {
      config: { needs: 'pass.sign' },
      schema: {
        tags,
        summary: 'Make the list that one gesture signs, with the question for the passkey',
        body: api.signingListRequest,
        response: { 201: api.signingListAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const applications = request.body.applications as HolderBoundId[]
      const made = await makeSigningList(services, actorOf(request), applications)
      if (!made.ok) return sendOutcome(request, reply, made, 201)
      const shown = made.value.applications.map(({ id }) => id as HolderBoundId)
      return sendOutcome(request, reply, accept({ ...made.value, flags: await readFlags(services, actorOf(request), shown) }), 201)
    },
  )
  server.post(
    '/api/v1/signatures',
    {
      config: { needs: 'pass.sign' },
      schema: {
        tags,
        summary: 'Sign every pass of the list with the passkey’s answer: all or none',
        body: api.signatureRequest,
        response: { 200: api.signatureAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, list, assertion } = request.body
      const signed = await signList(services, {
        requestId: requestId as CommandId,
        actor: actorOf(request),
        list,
        assertion: assertion as AuthenticationResponseJSON,
      })
      if (signed.ok) await tellTrust(services, signed.value)
      return sendOutcome(request, reply, signed)
    },
  )
  server.get(
    '/api/v1/passes/:number/evidence',
    {
      config: { needs: 'pass.evidence' },
      schema: {
        tags,
        summary: 'Who signed this pass, when, under what: to be checked without this system (docs/spec/signing.md)',
        params: passParams,
        response: { 200: evidenceAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const evidence = await readEvidence(services, actorOf(request), request.params.number)
      return sendOutcome(request, reply, evidence.ok ? accept(evidence.value) : evidence)
    },
  )
}

/** The office's key or the month's status list may be new: the gates know them before the holder leaves the room. */
async function tellTrust({ keys, profile, trust }: PassServices, { office, signedAt }: ListSigned): Promise<void> {
  const key = await keys.keyOf(office as AreaCode, signedAt)
  const month = civilDateAt(signedAt, borderZone).slice(0, 7).replace('-', '')
  await trust.knows({ kid: key.trusted.kid, statusUri: `${profile.statusLists}${month}` })
}
