import Type from 'typebox'
import { accept, refuse } from '../../kernel/outcome.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../../platform/database.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../../platform/http.ts'
import { refusals } from '../../platform/schemas.ts'
import { actorOf } from '../authorise.ts'
import * as api from '../identity.api.ts'
import { cookiesOfSignIn } from '../session-cookie.ts'
import { recordStaffEventAlone } from '../sign-in/staff-events.ts'
import type { SignIn } from '../sign-in.ts'
import type { MadeUpKeys } from './made-up-keys.ts'
import { madeUpStaff } from './made-up-staff.ts'
import { findMember } from './staff.store.ts'

export type DemonstrationServices = {
  readonly identity: Database
  readonly now: () => Instant
  readonly demonstration: boolean
  readonly keys: MadeUpKeys
  /** Begins real sessions; its origin is what gestures are made for. */
  readonly signIn: Pick<SignIn, 'begin'> & { readonly context: Pick<SignIn['context'], 'origin' | 'rpId'> }
}

/** Becoming made-up staff. Every route answers as if it did not exist, unless this is a demonstration. */
export function demonstrationRoutes(server: HttpServer, services: DemonstrationServices): void {
  const tags = ['Demonstration']
  const config = { needs: 'demonstration' } as const
  server.get(
    '/api/v1/demonstration/staff',
    {
      config,
      schema: {
        tags,
        summary: 'Made-up staff one can become, at one place or all',
        querystring: api.demonstrationStaffQuery,
        response: { 200: Type.Array(api.demonstrationMember), ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, accept(await madeUpStaff(services.identity, services.now(), request.query.place))),
  )
  server.post(
    '/api/v1/demonstration/become',
    {
      config,
      schema: { tags, summary: 'Become a made-up member of staff', body: api.becomeRequest, response: { 200: api.becomeAnswer, ...refusals } },
    },
    async (request, reply) => {
      const { identity, now, signIn } = services
      const member = await findMember(identity.query, request.body.account)
      const { cookie: cookies, 'user-agent': userAgent } = request.headers
      const cookie = member?.madeUp ? await signIn.begin(member.id, 'demonstration', { userAgent, cookie: cookies }) : undefined
      if (!member || !cookie) return sendRefusal(reply, request, refuse('staff.not-found').refusal)
      await recordStaffEventAlone(identity, now(), { type: 'SignedIn', account: member.id, place: member.home.id, body: { how: 'demonstration' } })
      reply.header('set-cookie', cookiesOfSignIn(cookies, cookie))
      return sendOutcome(request, reply, accept({ account: member.id, name: member.name }))
    },
  )
  server.post(
    '/api/v1/demonstration/assertion',
    {
      config: { needs: 'signed-in' },
      schema: {
        tags,
        summary: "A made-up signer's gesture, made by the server",
        body: api.assertionRequest,
        response: { 200: api.assertionAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      if (!services.demonstration) return sendRefusal(reply, request, refuse('request.not-found').refusal)
      const { account } = actorOf(request)
      const member = await findMember(services.identity.query, account)
      if (!member?.madeUp) return sendRefusal(reply, request, refuse('sign-in.gesture').refusal)
      const { keys } = services
      const { origin, rpId } = services.signIn.context
      const gesture = { challenge: request.body.challenge, origin, rpId, userVerified: true, userHandle: Buffer.from(account) }
      return sendOutcome(request, reply, accept(keys.of(account).get(gesture)))
    },
  )
}
