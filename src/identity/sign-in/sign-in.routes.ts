import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Outcome, Refusal } from '../../kernel/outcome.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../../platform/http.ts'
import { refusals } from '../../platform/schemas.ts'
import { cookiesOfSignIn } from '../session-cookie.ts'
import type { SignInContext } from './context.ts'
import { enrol, openLink } from './enrol.ts'
import { libraryPath } from './library.ts'
import type { OidcProvider } from './oidc-provider-config.ts'
import { browserOptions, done, enrolBody, openAnswer, openBody, passkeyBody, providerParams, providersAnswer, urlAnswer } from './sign-in.api.ts'
import { type Browser, passkeyOptions, signInWithPasskey } from './sign-in-with-passkey.ts'
import { endAtProvider, startAtProvider } from './sign-in-with-provider.ts'

const tags = ['Sign-in']

/** The ways in. All are open to everybody, so each counts the address that the connection comes from; a header that names another is not read. */
export function waysInRoutes(server: HttpServer, context: SignInContext, providers: readonly OidcProvider[]): void {
  const limited = { config: { needs: 'public' }, preHandler: limitAddress(context) } as const
  const providerOf = ({ params, log }: { params: { provider: string }; log: Pick<FastifyRequest['log'], 'error'> }) => ({
    provider: providers.find(({ id }) => id === params.provider),
    report: (fault: string) => log.error({ provider: params.provider, fault }, 'a provider that cannot be used'),
  })

  server.get(
    '/api/v1/sign-in/providers',
    { config: { needs: 'public' }, schema: { tags, summary: "The ministries' own sign-in", response: { 200: providersAnswer, ...refusals } } },
    async () => providers.map(({ id, name }) => ({ id, name })),
  )
  server.post(
    '/api/v1/sign-in/passkey/options',
    { ...limited, schema: { tags, summary: 'A challenge for any passkey of this origin', response: { 200: browserOptions, ...refusals } } },
    async () => passkeyOptions(context),
  )
  server.post(
    '/api/v1/sign-in/passkey',
    {
      ...limited,
      schema: { tags, summary: 'Signs in with a passkey that verified the person', body: passkeyBody, response: { 200: done, ...refusals } },
    },
    async (request, reply) => {
      const assertion = request.body.assertion as AuthenticationResponseJSON
      return sendSession(request, reply, await signInWithPasskey(context, { assertion, ...browserOf(request) }))
    },
  )
  server.post(
    '/api/v1/sign-in/provider/:provider',
    {
      ...limited,
      schema: {
        tags,
        summary: "Begins a sign-in at a ministry's provider: go to the address",
        params: providerParams,
        response: { 200: urlAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { provider, report } = providerOf(request)
      const started = await startAtProvider(context, provider, { cookie: request.headers.cookie, report })
      if (!started.ok) return sendLimited(reply, request, started.refusal)
      reply.header('set-cookie', [...started.value.cookies])
      return { url: started.value.url }
    },
  )
  server.get(
    `${libraryPath}/callback/:provider`,
    { ...limited, schema: { tags, hide: true, params: providerParams, response: { 303: Type.Null(), ...refusals } } },
    async (request, reply) => {
      const query = request.url.split('?')[1] ?? ''
      const { provider, report } = providerOf(request)
      const { location, cookies } = await endAtProvider(context, provider, { query, cookie: request.headers.cookie, report })
      if (cookies.length > 0) reply.header('set-cookie', [...cookies])
      return reply.redirect(location, 303) as never
    },
  )
  server.post(
    '/api/v1/invitations/open',
    {
      ...limited,
      schema: {
        tags,
        summary: 'Whom a one-time link is for, and what the browser needs to make a passkey',
        body: openBody,
        response: { 200: openAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await openLink(context, request.body.token)),
  )
  server.post(
    '/api/v1/invitations/enrol',
    { ...limited, schema: { tags, summary: 'Uses the link: keeps the passkey and signs in', body: enrolBody, response: { 200: done, ...refusals } } },
    async (request, reply) => {
      const { token, code, passkeyName } = request.body
      const attestation = request.body.attestation as RegistrationResponseJSON
      return sendSession(request, reply, await enrol(context, { token, code, passkeyName, attestation, ...browserOf(request) }))
    },
  )
}

const browserOf = ({ headers }: Pick<FastifyRequest, 'headers'>): Browser => ({ userAgent: headers['user-agent'], cookie: headers.cookie })

const limitAddress = (context: SignInContext) => async (request: FastifyRequest, reply: FastifyReply) => {
  const allowed = await context.limits.ofAddress(request.ip)
  return allowed.ok ? undefined : sendLimited(reply, request, allowed.refusal)
}

type Answering = { readonly headers: { readonly 'accept-language'?: string | undefined; readonly cookie?: string | undefined } }
type Reply = Parameters<typeof sendRefusal>[0]

function sendSession(request: Answering, reply: Reply & { header(name: string, values: string[]): unknown }, outcome: Outcome<string>): never {
  if (!outcome.ok) return sendLimited(reply, request, outcome.refusal)
  reply.header('set-cookie', cookiesOfSignIn(request.headers.cookie, outcome.value))
  return reply.send({ done: true }) as never
}

/** A refusal for too many attempts says after how many seconds there may be another. */
function sendLimited(reply: Reply, request: Answering, refusal: Refusal): never {
  if (refusal.code === 'session.too-many') reply.header('retry-after', String(refusal.about?.['seconds'] ?? 60))
  return sendRefusal(reply, request, refusal)
}
