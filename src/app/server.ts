import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import Type from 'typebox'
import { pointRoutes } from '../checkpoint/point.routes.ts'
import { readChapters, readVehicleClasses } from '../checkpoint/sheets/sheet-data.ts'
import { sheetsRoutes } from '../checkpoint/sheets/sheets.routes.ts'
import { installAuthority } from '../identity/authorise.ts'
import { signInRoutes } from '../identity/sign-in.ts'
import { demonstrationRoutes } from '../identity/staff/demonstration.routes.ts'
import { staffRoutes } from '../identity/staff.routes.ts'
import { readRetention } from '../instruments/retention.ts'
import { refuse } from '../kernel/outcome.ts'
import { canICrossRoutes } from '../movements/can-i-cross.routes.ts'
import { movementsRoutes } from '../movements/movements.routes.ts'
import { ordersRoutes } from '../orders/orders.routes.ts'
import { importRoutes } from '../passes/import/import.routes.ts'
import { leakedKeyRoutes } from '../passes/leaked-keys/leaked-key.routes.ts'
import { madeUpRoutes } from '../passes/made-up.routes.ts'
import { passesRoutes } from '../passes/passes.routes.ts'
import { receiptRoutes } from '../passes/receipt.routes.ts'
import { retentionRoutes } from '../passes/retention.routes.ts'
import { madeUpBankRoutes } from '../payments/bank/made-up-bank.routes.ts'
import { paymentsRoutes } from '../payments/payments.routes.ts'
import { placesRoutes } from '../places/places.routes.ts'
import { createHttpServer, type HttpServer, sendRefusal } from '../platform/http.ts'
import { portalRoutes } from '../portal/portal.routes.ts'
import { portalStaffRoutes } from '../portal/staff.routes.ts'
import { contestRoutes } from '../stays/contest.routes.ts'
import { rebuttalRoutes } from '../stays/rebuttal.routes.ts'
import { staysRoutes } from '../stays/stays.routes.ts'
import { watchRoutes } from '../watchlist/watch.routes.ts'
import { apiDocsPage, docsStyle } from './api-docs.ts'
import type { Demonstration } from './demonstration.ts'
import type { Instance } from './instance.ts'
import { operationsRoutes } from './operations.routes.ts'

/** The pages that Vite built: address → file under the built folder. */
const pages = {
  '/': 'public.html',
  '/apply': 'public.html',
  '/follow': 'public.html',
  '/needs': 'public.html',
  '/lost': 'public.html',
  '/complain': 'public.html',
  '/cross': 'public.html',
  '/contest': 'public.html',
  '/gate': 'gate.html',
  '/desk': 'desk.html',
  '/account': 'account.html',
  '/sign-in': 'account.html',
  '/enrol': 'account.html',
  '/become': 'account.html',
} as const

/** The whole HTTP side of an instance: API, its documentation, and the pages out of `webFolder` (undefined: API only). `check` false leaves row-level security alone on guard: for the test that looks what it shows. */
export async function createServer(instance: Instance, webFolder: string | undefined, { check = true } = {}): Promise<HttpServer> {
  const { config, version, now } = instance
  const server = await createHttpServer({ logLevel: config.logLevel, version, proxies: config.proxies })
  installAuthority(server, {
    sessions: instance.signIn.sessions,
    now,
    demonstration: instance.mode === 'demonstration',
    origin: instance.origin,
    check,
  })
  signInRoutes(server, instance.signIn)
  placesRoutes(server, instance)
  staffRoutes(server, instance)
  passesRoutes(server, instance)
  importRoutes(server, instance)
  receiptRoutes(server, instance)
  paymentsRoutes(server, instance.cashier.payments)
  portalRoutes(server, instance.portal)
  portalStaffRoutes(server, instance)
  if (instance.demonstration) demonstrationPart(server, instance, instance.demonstration)
  leakedKeyRoutes(server, instance)
  movementsRoutes(server, instance)
  canICrossRoutes(server, instance)
  sheetsRoutes(server, { ...instance, classes: readVehicleClasses(), chapters: readChapters() })
  watchRoutes(server, instance)
  pointRoutes(server, instance)
  staysRoutes(server, instance)
  rebuttalRoutes(server, instance)
  contestRoutes(server, instance)
  ordersRoutes(server, instance)
  operationsRoutes(server, instance)
  retentionRoutes(server, { ...instance, periods: readRetention(), importFolder: instance.imports.importing.folder })
  docsRoutes(server)
  if (webFolder) await pageRoutes(server, webFolder, instance.mode)
  await server.ready()
  return server
}

/** What only a demonstration has: a page to become its made-up staff, and made-up people with passes. */
function demonstrationPart(server: HttpServer, instance: Instance, { keys, offices }: Demonstration): void {
  const { identity, now, signIn } = instance
  demonstrationRoutes(server, { identity, now, demonstration: true, keys, signIn })
  madeUpRoutes(server, instance, offices)
  if (instance.cashier.bank) madeUpBankRoutes(server, instance.cashier.bank)
}

function docsRoutes(server: HttpServer): void {
  const schema = { hide: true, response: { 200: Type.String() } }
  server.get('/api/openapi.json', { config: { needs: 'public' }, schema: { hide: true } }, async () => server.swagger())
  server.get('/api/docs', { config: { needs: 'public' }, schema }, async (_request, reply) =>
    reply.header('content-type', 'text/html; charset=utf-8').send(apiDocsPage(server.swagger())),
  )
  server.get('/api/docs.css', { config: { needs: 'public' }, schema }, async (_request, reply) =>
    reply.header('content-type', 'text/css; charset=utf-8').send(docsStyle),
  )
}

async function pageRoutes(server: HttpServer, webFolder: string, mode: Instance['mode']): Promise<void> {
  await server.register(fastifyStatic, {
    root: join(webFolder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
    schemaHide: true,
  })
  for (const [address, file] of Object.entries(pages)) {
    const path = join(webFolder, file)
    if (!statSync(path, { throwIfNoEntry: false })) continue
    // The page says which kind of instance it is of before any script has asked.
    const html = readFileSync(path, 'utf8').replace('__SPEAN_MODE__', mode)
    const send = async (_request: unknown, reply: PageReply) => sendPage(reply, html)
    server.get(address, { config: { needs: 'public' }, schema: { hide: true } }, send)
    // The desk has addresses of its own below it; the browser reads them.
    if (address === '/desk') server.get('/desk/*', { config: { needs: 'public' }, schema: { hide: true } }, send)
    if (address === '/') mistypedPages(server, html)
  }
}

/** Whoever mistypes an address in a browser gets a page that says so in their language; a program gets the refusal. */
function mistypedPages(server: HttpServer, html: string): void {
  server.get('/*', { config: { needs: 'public' }, schema: { hide: true } }, async (request, reply) => {
    const isBrowser = (request.headers.accept ?? '').includes('text/html') && !request.url.startsWith('/api/')
    return isBrowser ? sendPage(reply.code(404), html) : sendRefusal(reply, request, refuse('request.not-found').refusal)
  })
}

type PageReply = { header(name: string, value: string): unknown; getHeader(name: string): unknown; send(body: string): unknown }

/** A page with a fresh nonce: the desk's components make style elements, and only those that carry it are taken. */
function sendPage(reply: PageReply, html: string): never {
  const nonce = randomBytes(16).toString('base64')
  const policy = String(reply.getHeader('content-security-policy'))
  reply.header('content-security-policy', policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`))
  reply.header('content-type', 'text/html; charset=utf-8')
  reply.header('cache-control', 'no-store')
  return reply.send(html.replace('__CSP_NONCE__', nonce)) as never
}
