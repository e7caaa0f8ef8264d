import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import type { FastifyRequest } from 'fastify'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../../platform/http.ts'
import type { SignedIn } from '../authorise.ts'
import { noSessionCookie } from '../session-cookie.ts'
import { confirmCode, setUpCode } from './code.ts'
import type { SignInContext } from './context.ts'
import { addPasskey, addPasskeyOptions, endSessions, isFresh, listPasskeys, listSessions, revokePasskey, signOut } from './own-ways-in.ts'
import * as api from './sign-in.api.ts'

const tags = ['Sign-in']

/** What a person who is signed in does with their own ways in. */
export function ownWaysInRoutes(server: HttpServer, context: SignInContext): void {
  const { refusals } = api
  const config = { needs: 'signed-in' } as const

  server.post(
    '/api/v1/sign-out',
    { config, schema: { tags, summary: 'Ends this session', response: { 200: api.done, ...refusals } } },
    async (request, reply) => {
      await signOut(context, meOf(request))
      reply.header('set-cookie', noSessionCookie)
      return { done: true } as const
    },
  )
  server.get(
    '/api/v1/sessions',
    { config, schema: { tags, summary: 'My sessions', response: { 200: api.sessionsAnswer, ...refusals } } },
    async (request) => listSessions(context, meOf(request)),
  )
  server.post(
    '/api/v1/sessions/end',
    { config, schema: { tags, summary: 'Ends one of my sessions, or all', body: api.endSessionBody, response: { 200: api.done, ...refusals } } },
    async (request, reply) => {
      const { session } = request.body
      return sendOutcome(request, reply, doneAfter(await endSessions(context, meOf(request), session === 'all' ? 'all' : { session })))
    },
  )
  server.get(
    '/api/v1/passkeys',
    { config, schema: { tags, summary: 'My passkeys', response: { 200: api.passkeysAnswer, ...refusals } } },
    async (request) => listPasskeys(context, meOf(request)),
  )
  server.post(
    '/api/v1/passkeys/options',
    { config, schema: { tags, summary: 'What the browser needs for one more passkey', response: { 200: api.browserOptions, ...refusals } } },
    async (request, reply) => sendOutcome(request, reply, await addPasskeyOptions(context, meOf(request))),
  )
  server.post(
    '/api/v1/passkeys',
    { config, schema: { tags, summary: 'Keeps one more passkey', body: api.addPasskeyBody, response: { 200: api.done, ...refusals } } },
    async (request, reply) => {
      const attestation = request.body.attestation as RegistrationResponseJSON
      return sendOutcome(request, reply, doneAfter(await addPasskey(context, meOf(request), { attestation, name: request.body.name })))
    },
  )
  server.post(
    '/api/v1/passkeys/revoke',
    {
      config,
      schema: {
        tags,
        summary: 'Revokes one of my passkeys, never the last way in',
        body: api.revokePasskeyBody,
        response: { 200: api.done, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, doneAfter(await revokePasskey(context, meOf(request), request.body.passkey))),
  )
  codeRoutes(server, context)
}

function codeRoutes(server: HttpServer, context: SignInContext): void {
  const config = { needs: 'signed-in' } as const
  server.post(
    '/api/v1/codes/set-up',
    { config, schema: { tags, summary: 'The address for an app that shows codes; shown once', response: { 200: api.urlAnswer, ...api.refusals } } },
    async (request, reply) => {
      const me = meOf(request)
      if (!(await isFresh(context, me))) return sendRefusal(reply, request, refuse('sign-in.gesture').refusal)
      return { url: (await setUpCode(context, me)).uri }
    },
  )
  server.post(
    '/api/v1/codes/confirm',
    { config, schema: { tags, summary: 'The first code of the app', body: api.codeBody, response: { 200: api.done, ...api.refusals } } },
    async (request, reply) => {
      const { account, home } = meOf(request)
      return sendOutcome(request, reply, doneAfter(await confirmCode(context, { account, code: request.body.code, place: home.id })))
    },
  )
}

function meOf({ signedIn }: Pick<FastifyRequest, 'signedIn'>): SignedIn {
  if (!signedIn) throw new Error('a public route has nobody signed in')
  return signedIn
}

const doneAfter = (outcome: Outcome<void>): Outcome<{ done: true }> => (outcome.ok ? accept({ done: true }) : outcome)
