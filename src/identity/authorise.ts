import type { FastifyRequest } from 'fastify'
import type { Refusal } from '../kernel/outcome.ts'
import { refuse } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'
import { type HttpServer, sendRefusal } from '../platform/http.ts'
import type { Actor } from './actor.rules.ts'
import { mayAnywhere } from './authority.rules.ts'
import { type Action, actions } from './authority-lists.rules.ts'
import { type AccountId, type Grant, timeOf } from './grant.rules.ts'
import type { Place } from './place.rules.ts'

/** What a route asks of its caller: an action of the authority table, a session, or nothing at all. */
export type Need = Action | 'public' | 'signed-in' | 'demonstration'

/** A session as the reader finds it; `grants` are all roles ever given, since a refusal says whether one has ended. */
export type SignedIn = {
  readonly session: string
  readonly account: AccountId
  readonly name: string
  readonly home: Place
  readonly nationalId: string | null
  readonly familyBook: string | null
  readonly grants: readonly Grant[]
  /** The authority's version (db/0012) that this was read at; null: none, for measurements alone. */
  readonly version: number | null
}
export type SessionReader = {
  readSession(cookie: string | undefined, now: Instant): Promise<SignedIn | 'none' | 'idle'>
  /** As it was read within the last minute; undefined: read it. Whoever uses it has its version compared in the transaction that writes. */
  recall(cookie: string | undefined, now: Instant): SignedIn | undefined
}

declare module 'fastify' {
  interface FastifyContextConfig {
    needs?: Need
    /** The route's command compares the authority's version where it writes, so the session may be recalled. Only recording movements does. */
    comparesVersion?: boolean
  }
  interface FastifyInstance {
    /** Reads the session anew and asks the table again: after the authority's version has moved. */
    authoriseAgain(request: FastifyRequest): Promise<Refusal | undefined>
  }
  interface FastifyRequest {
    signedIn: SignedIn | null
    /** The instant at which this request's authority was judged: everything in it is decided at this one. */
    askedAt: Instant
  }
}

export type AuthorityOptions = {
  readonly sessions: SessionReader
  readonly now: () => Instant
  readonly demonstration: boolean
  /** The one origin whose pages may send commands; undefined in the demonstration: any of this machine's own names. */
  readonly origin: string | undefined
  /** Tests alone switch the check off, to see what row-level security shows without it. */
  readonly check?: boolean
}

/** Before any route: each names what it needs; the session says who asks, the authority table whether such a person may ask at all. Where the case lies is judged by the command, which knows it. */
export function installAuthority(server: HttpServer, options: AuthorityOptions): void {
  server.decorateRequest('signedIn', null)
  server.decorateRequest('askedAt', '' as Instant)
  server.decorate('authoriseAgain', (request: FastifyRequest) => refusalOf(request, options, false))
  server.addHook('onRoute', (route) => {
    const needs = route.config?.needs ?? (route.url.startsWith('/assets/') ? 'public' : undefined)
    if (needs === undefined) throw new Error(`${String(route.method)} ${route.url} does not name what it needs`)
    route.config = { ...route.config, needs }
    if (needs !== 'public' && route.schema) route.schema = { ...route.schema, description: describe(needs, route.schema.description) }
  })
  server.addHook('onRequest', async (request, reply) => {
    request.askedAt = options.now()
    const refusal = await refusalOf(request, options, request.routeOptions.config.comparesVersion === true)
    if (!refusal) return
    if (refusal.code === 'session.none' || refusal.code === 'session.idle') reply.header('www-authenticate', 'Session')
    return sendRefusal(reply, request, refusal)
  })
}

/** Who asks. Only in routes that need a session. */
export function actorOf(request: Pick<FastifyRequest, 'signedIn' | 'askedAt'>): Actor {
  if (!request.signedIn) throw new Error('a public route has no actor')
  const { account, name, nationalId, familyBook, grants } = request.signedIn
  return { account, name, nationalId, familyBook, grants: grants.filter((grant) => counts(grant, request.askedAt)) }
}

const counts = (grant: Grant, now: Instant): boolean => ['start', 'inside', 'end'].includes(timeOf(grant, now))
const isAction = (need: Need): need is Action => (actions as readonly string[]).includes(need)
const describe = (needs: Need, more: string | undefined): string => [`Needs: ${needs}.`, more].filter(Boolean).join(' ')

async function refusalOf(request: FastifyRequest, options: AuthorityOptions, mayRecall: boolean): Promise<Refusal | undefined> {
  // No such route: its own answer says so.
  const needs = request.routeOptions.config.needs
  if (options.demonstration && !isLoopbackName(hostOf(request.headers.host))) return refuse('session.origin').refusal
  if (needs === undefined) return undefined
  if (!isOwnOrigin(request, options)) return refuse('session.origin').refusal
  if (needs === 'public') return undefined
  if (needs === 'demonstration') return options.demonstration ? undefined : refuse('request.not-found').refusal
  const recalled = mayRecall ? options.sessions.recall(request.headers.cookie, request.askedAt) : undefined
  const found = recalled ?? (await options.sessions.readSession(request.headers.cookie, request.askedAt))
  if (found === 'none' || found === 'idle') return refuse(`session.${found}`).refusal
  request.signedIn = found
  if (!isAction(needs) || options.check === false) return undefined
  const answer = mayAnywhere(found.grants, needs, request.askedAt)
  if (answer.ok) return undefined
  // What was recalled may be older than a role given since.
  if (recalled) return refusalOf(request, options, false)
  // Who tried what is worth a look; the log names an account and an action, never a case.
  request.log.warn({ account: found.account, needs, code: answer.refusal.code }, 'not allowed')
  return answer.refusal
}

/** A page of another origin cannot send a command with somebody's cookie: browsers name the origin of every POST. */
function isOwnOrigin({ method, headers }: FastifyRequest, { origin, demonstration }: AuthorityOptions): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  if (headers.origin === undefined) return headers.cookie === undefined
  return demonstration ? headers.origin === `http://${headers.host}` : headers.origin === origin
}

const hostOf = (header: string | undefined): string => (header ?? '').replace(/:\d+$/, '')
/** A page that reached us under another name (DNS rebinding) is not this machine's own. */
const isLoopbackName = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host)
