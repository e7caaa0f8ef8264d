import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import swagger from '@fastify/swagger'
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyError, type FastifyRequest } from 'fastify'
import { isLanguage, type Language } from '../kernel/language.ts'
import { type Outcome, type Refusal, refuse } from '../kernel/outcome.ts'
import type { LogLevel } from './config.ts'
import { isUnavailable } from './database.ts'
import { problemDocument } from './problem-document.ts'

/** Limits of every request; a body above 256 KB is refused before it is read. */
export const httpLimits = { bodyBytesMax: 256 * 1024, requestMs: 30_000, connectionMs: 60_000, keepAliveMs: 65_000, urlCharactersMax: 2048 } as const

/** What may be loaded, and from where: nothing but our own files; the scanner compiles WebAssembly, and shows pictures it made itself. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  // Text becomes markup or a script's address only through src/web/trusted-types.ts.
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join(';')

/** On every answer, made once: a library that builds them for each answer took a quarter of the server's time (docs/performance.md). */
const protectiveHeaders = {
  'content-security-policy': contentPolicy,
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
} as const

export type HttpServer = Awaited<ReturnType<typeof createHttpServer>>

/** A server with our headers, limits, problem documents and OpenAPI 3.1; routes are added by the capabilities. */
export async function createHttpServer({ logLevel, version, proxies = [] }: { logLevel: LogLevel; version: string; proxies?: readonly string[] }) {
  const server = Fastify({
    // A client's own word on where it comes from counts for nothing; a named proxy's does.
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    bodyLimit: httpLimits.bodyBytesMax,
    requestTimeout: httpLimits.requestMs,
    connectionTimeout: httpLimits.connectionMs,
    keepAliveTimeout: httpLimits.keepAliveMs,
    schemaController: { compilersFactory: { buildSerializer } },
    routerOptions: { maxParamLength: 200, querystringParser: (text) => Object.fromEntries(new URLSearchParams(text)) },
    logger: {
      level: logLevel,
      // Paths and bodies can name people and passes: a log line holds the route's pattern, never the address that was asked.
      serializers: {
        req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions?.url ?? 'none' }),
        res: (reply: { statusCode?: number }) => ({ status: reply.statusCode ?? 0 }),
        // A message can hold what a client sent: only its code and the places in our code are kept.
        err: (error: FastifyError) => ({
          type: error.name,
          message: error.code ?? error.name,
          stack: (error.stack ?? '').replace(/^[\s\S]*?(?=\n\s+at )/, ''),
        }),
      },
    },
    forceCloseConnections: 'idle',
    // A path that cannot be decoded, or is too long, never reaches a route.
    frameworkErrors: (_error, request, reply) => {
      // No hook runs for it.
      reply.headers({ ...protectiveHeaders, 'cache-control': 'no-store' })
      sendRefusal(reply, request, refuse('request.malformed', { about: { where: 'path', why: 'unreadable' } }).refusal)
    },
  })
    .setValidatorCompiler(TypeBoxValidatorCompiler)
    .withTypeProvider<TypeBoxTypeProvider>()
  // Answers of a kilobyte or more travel compressed; a movement's own answer is left as it is.
  await server.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } })
  // JSON is the only body we read.
  server.removeContentTypeParser('text/plain')
  // Hooks that wait for nothing take a callback: a promise each is turns of the loop for every request.
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(protectiveHeaders)
    done()
  })
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Spean',
        version,
        description:
          'Border passes: crossing points, applications, passes, movements. Each call names what it needs: an action of the authority table (docs/authority.md), a session, or nothing.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
    },
  })
  server.addHook('preValidation', (request, _reply, done) => {
    // Neither NUL nor half a character can be kept in the database. An applicant's own fields have a refusal that says more.
    // A piece of a file is bytes, and no text of the database's.
    const { applicant: _, ...body } = isRecord(request.body) && !(request.body instanceof Uint8Array) ? request.body : {}
    done(isStorable(body) && isStorable(request.query) ? undefined : new NotStorable())
  })
  server.addHook('onSend', (request, reply, _payload, done) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    done()
  })
  server.setErrorHandler((error: FastifyError, request, reply) => sendRefusal(reply, request, refusalOf(error, request)))
  server.setNotFoundHandler((request, reply) => {
    const url = request.url.split('?')[0] ?? ''
    const allowed = (['GET', 'POST'] as const).filter((method) => server.findRoute({ method, url }) !== null)
    if (allowed.length === 0 || request.method === 'HEAD') return sendRefusal(reply, request, refuse('request.not-found').refusal)
    reply.header('allow', allowed.join(', '))
    return sendRefusal(reply, request, refuse('request.method').refusal)
  })
  return server
}

/** A shape that many routes share is made into a writer once: every route names the problem document twice, and they were half of the start. */
const writers = new WeakMap<object, (value: unknown) => string>()
const buildSerializer: ReturnType<typeof SerializerSelector> = (shared, options) => {
  const compile = SerializerSelector()(shared, options)
  return (route) => {
    const schema = route.schema as object
    const writer = writers.get(schema) ?? compile(route)
    writers.set(schema, writer)
    return writer
  }
}

/** What answering needs of Fastify's request and reply, whatever a route's schema makes of their types. */
type Asking = { readonly headers: { readonly 'accept-language'?: string | undefined } }
type Replying = {
  code(status: number): unknown
  header(name: string, value: string): unknown
  serializer(serialize: (value: unknown) => string): unknown
  send(value?: unknown): unknown
}

/** Sends the value, or the refusal as a problem document. Typed `never`, since the answer is out: a handler returns it and keeps its schema's type. */
export function sendOutcome<T>(request: Asking, reply: Replying, outcome: Outcome<T>, status = 200): never {
  if (!outcome.ok) return sendRefusal(reply, request, outcome.refusal)
  reply.code(status)
  return reply.send(outcome.value) as never
}

/** Sends the refusal as a problem document in the caller's language. */
export function sendRefusal(reply: Replying, request: Asking, refusal: Refusal): never {
  const language = languageOf(request)
  const document = problemDocument(refusal, language)
  if (document.status === 503) reply.header('retry-after', '2')
  reply.code(document.status)
  reply.header('content-type', 'application/problem+json; charset=utf-8')
  reply.header('content-language', language)
  reply.serializer((value) => JSON.stringify(value))
  return reply.send(document) as never
}

/** The first of our languages that the caller names; the order of the header counts. */
export function languageOf(request: Asking): Language {
  const asked = (request.headers['accept-language'] ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return asked.find(isLanguage) ?? 'en'
}

/** Text that JSON can write and no database can keep. */
class NotStorable extends Error {}
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
/** Every text in it. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  return !isRecord(value) || Object.values(value).every(isStorable)
}
/** SQLSTATEs of a text or number that its column cannot hold: the request's fault, whatever let it through. */
const unkept = ['22P02', '22P05', '22021', '22007', '22008', '22009', '22003']

function refusalOf(error: FastifyError, request: FastifyRequest): Refusal {
  if (error.validation) {
    const [first] = error.validation
    const where = `${error.validationContext ?? 'body'}${first?.instancePath ?? ''}`
    return refuse('request.malformed', { about: { where: where.slice(0, 100), why: (first?.message ?? '').slice(0, 200) } }).refusal
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse('request.too-large', { about: { bytesMax: httpLimits.bodyBytesMax } }).refusal
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refuse('request.media-type').refusal
  if (error instanceof NotStorable || unkept.includes(error.code ?? ''))
    return refuse('request.malformed', { about: { where: 'body', why: 'a character that cannot be kept' } }).refusal
  // A command's id that somebody else used: their event is not for us to see, but its key is taken.
  if (error.code === '23505' && /^event_/.test(String((error as { constraint?: string }).constraint ?? '')))
    return refuse('request.id-reused').refusal
  if (isUnavailable(error)) return refuse('server.unavailable').refusal
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return refuse('request.malformed', { about: { where: 'request', why: error.code ?? 'unreadable' } }).refusal
  request.log.error({ err: error }, 'a fault of ours')
  return refuse('server.fault').refusal
}
