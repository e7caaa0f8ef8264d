// Goal: every route that there is protects its answer: policy, no sniffing, no framing, no caching of people, cookies of this origin alone. Method: the server's own list of routes, each asked with and without a session.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { filePolicy } from '../platform/send-file.ts'
import { buildWeb } from './build-web.ts'
import type { SessionHeaders } from './demonstration-session.ts'
import { createServer } from './server.ts'
import { openTestInstance } from './test-instance.ts'

const webFolder = await buildWeb()
const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00' })
const withPages = await createServer(open.instance, webFolder)
after(() => withPages.close())

type Asked = { readonly method: string; readonly url: string }
/** The tree that Fastify prints, as a list; a name in the path gets a value of no case. */
function routesOf(printed: string): Asked[] {
  const parents: string[] = []
  return printed.split('\n').flatMap((line) => {
    const [, indent = '', path = '', methods = ''] = /^([│ ├└─]*)(\S+)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? []
    if (path === '') return []
    const depth = indent.length / 4
    parents.length = depth - 1
    parents.push(path)
    const url = parents.join('')
    return methods === '' ? [] : methods.split(', ').map((method) => ({ method, url }))
  })
}
const values: Readonly<Record<string, string>> = {
  states: 'kh-th',
  name: 'poipet',
  index: '3',
  list: '202611',
  number: 'KH01090000017',
  provider: 'ministry',
}
const valued = (url: string) => url.replace(/:(\w+)/g, (_, name: string) => values[name] ?? '01980000-0000-7000-8000-000000000000')

const strict = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const
const directives = [
  "default-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
]

async function assertProtected({ method, url }: Asked, who?: SessionHeaders, server = open.server): Promise<string> {
  const payload = method === 'POST' ? { payload: {} } : {}
  // A stream that goes on for ever is judged by its head.
  const isStream = url.endsWith('/live')
  const answer = await server.inject({ method: method as 'GET', url: valued(url), headers: { ...who }, ...payload, payloadAsStream: isStream })
  if (isStream) answer.stream().destroy()
  const where = `${method} ${url} (${answer.statusCode})`
  assert.ok(answer.statusCode < 500 || answer.statusCode === 503, where)
  for (const [name, value] of Object.entries(strict)) assert.equal(answer.headers[name], value, `${where}: ${name}`)
  const policy = String(answer.headers['content-security-policy'])
  if (policy !== filePolicy) for (const directive of directives) assert.ok(policy.split(';').includes(directive), `${where}: ${directive}`)
  assert.ok(!/unsafe-(inline|eval|hashes)|\*|https?:/.test(policy.replace("'wasm-unsafe-eval'", '')), `${where}: ${policy}`)
  assert.equal(answer.headers['access-control-allow-origin'], undefined, where)
  assert.equal(answer.headers['x-powered-by'] ?? answer.headers['server'], undefined, where)
  const body = isStream || answer.rawPayload.length > 0
  const cached = String(answer.headers['cache-control'] ?? '')
  if (url.startsWith('/api/') || String(answer.headers['content-type']).startsWith('text/html')) assert.match(cached, /no-store/, where)
  if (body)
    assert.match(String(answer.headers['content-type']), /charset=utf-8|image\/|application\/(pdf|cose|statuslist\+cwt)|text\/event-stream/, where)
  for (const cookie of [answer.headers['set-cookie'] ?? []].flat())
    assert.match(cookie, /^__Host-[^;]+;(?=.*; ?Path=\/)(?=.*; ?Secure)(?=.*; ?HttpOnly)(?=.*; ?SameSite=(Strict|Lax))(?!.*Domain=)/i, where)
  return where
}
const routes = routesOf(open.server.printRoutes({ commonPrefix: false }))

test('the list of routes is whole: it names every operation of the API’s description', () => {
  const described = Object.entries(open.server.swagger().paths ?? {}).flatMap(([path, operations]) =>
    Object.keys(operations ?? {}).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
  const listed = routes.map(({ method, url }) => `${method} ${url}`)
  assert.ok(described.length > 60)
  assert.deepEqual(
    described.filter((each) => !listed.includes(each)),
    [],
  )
  for (const other of ['GET /api/docs', 'GET /metrics', 'GET /healthz']) assert.ok(listed.includes(other), other)
})

test('every route protects its answer: to nobody, to a clerk, to an officer at the gate, to an administrator', async () => {
  for (const role of [undefined, ['clerk', 'KH:0109'], ['checkpoint-officer', 'kh-th/poipet'], ['office-administrator', 'KH:0109']] as const)
    for (const route of routes) {
      // Signing out ends the session that the next route is asked with.
      if (role && route.url === '/api/v1/sign-out') continue
      await assertProtected(route, role && (await open.as(role[0], role[1])))
    }
})

test('every page protects itself, and its files', async () => {
  const [script = ''] = readdirSync(join(webFolder, 'assets')).filter((file) => file.endsWith('.js'))
  for (const url of ['/', '/gate', '/desk', '/desk/queue', '/sign-in', '/account', '/become', `/assets/${script}`])
    for (const method of ['GET', 'HEAD']) assert.match(await assertProtected({ method, url }, undefined, withPages), /\(200\)/)
})

test('what is no route protects its answer too: unknown addresses, other methods, broken ones, what is too large', async () => {
  for (const asked of [
    { method: 'GET', url: '/nowhere' },
    { method: 'GET', url: '/api/nowhere' },
    { method: 'DELETE', url: '/api/v1/movements' },
    { method: 'PUT', url: '/api/v1/movements' },
    { method: 'OPTIONS', url: '/api/v1/movements' },
    { method: 'GET', url: '/%ff' },
    { method: 'GET', url: '/api/v1/passes/%ff' },
    { method: 'GET', url: `/${'x'.repeat(5000)}` },
    { method: 'GET', url: '/assets/../server.ts' },
    { method: 'GET', url: '/.git/config' },
  ])
    assert.match(await assertProtected(asked, undefined, withPages), /\((4\d\d)\)/)
})

test('a cookie that is given is this origin’s alone', async () => {
  const staff = (await open.server.inject({ url: '/api/v1/demonstration/staff?place=KH:0109' })).json() as { account: string }[]
  const headers = { origin: 'http://localhost:80' }
  const became = await open.server.inject({ method: 'POST', url: '/api/v1/demonstration/become', headers, payload: { account: staff[0]?.account } })
  assert.match(String(became.headers['set-cookie']), /^__Host-spean-session=[^;]{40,}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
})
