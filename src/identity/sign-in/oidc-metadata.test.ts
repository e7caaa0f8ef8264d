// Goal: nobody is sent to, and no secret goes to, an address that is not the provider's own. Method: a file with one fault each, a provider on loopback whose document says each wrong thing by turns, the real server.
import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ConfigFault } from '../../platform/config.ts'
import { isSafeAddress, readMetadata } from './oidc-metadata.ts'
import { type OidcProvider, readOidcProviders } from './oidc-provider-config.ts'
import { openTestSignIn } from './test-sign-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'spean-oidc-'))
writeFileSync(join(folder, 'secret'), 'a secret\n')
writeFileSync(join(folder, 'empty'), '\n')
const entry = {
  id: 'ministry',
  name: 'Ministry',
  discoveryUrl: 'https://interior.example/.well-known/openid-configuration',
  issuer: 'https://interior.example',
  clientId: 'spean',
  clientSecretFile: 'secret',
}

/** A provider in the hands of the test: `answers` by path; what was asked is kept. */
const answers = new Map<string, (response: ServerResponse) => void>()
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`)
  const answer = answers.get(request.url?.split('?')[0] ?? '')
  if (answer) return answer(response)
  response.writeHead(404).end()
}).listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
after(() => server.close())
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const good = { issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys` }
const says = (content: unknown) => (response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(typeof content === 'string' ? content : JSON.stringify(content))
}
const redirects = (to: string) => (response: ServerResponse) => void response.writeHead(307, { location: to }).end()
const provider: OidcProvider = { ...entry, issuer, discoveryUrl: `${issuer}/discovery`, clientSecret: 'a secret' }

const world = await openTestSignIn({ oidc: async () => [provider] })

const addresses: [address: string, safe: boolean][] = [
  ['https://sign-in.interior.example/.well-known/openid-configuration', true],
  ['https://interior.example:8443', true],
  ['http://localhost:8080/a', true],
  ['http://127.0.0.1:9', true],
  ['http://[::1]:9/', true],
  ['http://sign-in.interior.example', false],
  ['http://localhost.interior.example', false],
  ['http://127.0.0.1.interior.example', false],
  ['http://127.0.0.1@interior.example', false],
  ['http://10.0.0.7', false],
  ['http://0.0.0.0', false],
  ['https://user:word@interior.example', false],
  ['https://interior.example/#part', false],
  ['javascript:alert(1)', false],
  ['data:application/json,{}', false],
  ['file:///etc/passwd', false],
  ['//interior.example', false],
  ['interior.example', false],
  ['', false],
]
for (const [address, safe] of addresses)
  test(`${address || 'nothing'} is ${safe ? '' : 'not '}an address to call`, () => assert.equal(isSafeAddress(address), safe))

const written = (content: unknown): string => {
  const path = join(folder, 'oidc.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

test('the file of providers: a good one is read, with its secret; none named is none', () => {
  const { clientSecretFile: _, ...rest } = entry
  assert.deepEqual(readOidcProviders(written([entry])), [{ ...rest, clientSecret: 'a secret' }])
  assert.deepEqual(readOidcProviders(''), [])
})

const faultyFiles: [fault: string, file: unknown, said: RegExp][] = [
  [
    'http discovery',
    [{ ...entry, discoveryUrl: 'http://interior.example/.well-known/openid-configuration' }],
    /discoveryUrl of ministry must be an https/,
  ],
  ['an http issuer', [{ ...entry, issuer: 'http://interior.example' }], /issuer of ministry must be an https/],
  ['an issuer that is a name', [{ ...entry, issuer: 'interior' }], /issuer of ministry must be an https/],
  ['the second of two', [entry, { ...entry, id: 'other', issuer: 'ftp://interior.example' }], /issuer of other must be an https/],
  ['one id twice', [entry, entry], /names one id twice/],
  ['a stranger’s key', [{ ...entry, note: 'x' }], /agreed form/],
  ['no list', {}, /agreed form/],
  ['no JSON', '[\n{', /cannot be read/],
  ['no secret', [{ ...entry, clientSecretFile: 'nowhere' }], /cannot be read/],
  ['an empty secret', [{ ...entry, clientSecretFile: 'empty' }], /secret's file of ministry is empty/],
]
for (const [fault, content, said] of faultyFiles)
  test(`the file of providers stops the start with one line: ${fault}`, () =>
    assert.throws(
      () => readOidcProviders(written(content)),
      (error) => error instanceof ConfigFault && said.test(error.message) && error.message.includes('SPEAN_OIDC') && !error.message.includes('\n'),
    ))

test('the file of providers is not there', () => assert.throws(() => readOidcProviders(join(folder, 'none.json')), ConfigFault))

test('a good document', async () => {
  answers.set('/discovery', says(good))
  assert.deepEqual(await readMetadata(provider), {
    ok: true,
    metadata: { authorization: `${issuer}/auth`, token: `${issuer}/token`, keys: `${issuer}/keys` },
  })
})

const faultyDocuments: [fault: string, answer: (response: ServerResponse) => void, said: RegExp][] = [
  ['another issuer', says({ ...good, issuer: 'https://elsewhere.example' }), /of another issuer/],
  ['its issuer with a slash more', says({ ...good, issuer: `${issuer}/` }), /of another issuer/],
  ['no issuer', says({ ...good, issuer: undefined }), /lacks issuer/],
  ['a token endpoint over http', says({ ...good, token_endpoint: 'http://interior.example/token' }), /token_endpoint that is not https/],
  ['an authorization endpoint over http', says({ ...good, authorization_endpoint: 'http://interior.example/auth' }), /authorization_endpoint that/],
  ['an authorization endpoint that is a script', says({ ...good, authorization_endpoint: 'javascript:alert(1)' }), /authorization_endpoint that/],
  ['keys over http', says({ ...good, jwks_uri: 'http://interior.example/keys' }), /jwks_uri that is not https/],
  ['a path for keys', says({ ...good, jwks_uri: '/keys' }), /jwks_uri that is not https/],
  ['no keys', says({ ...good, jwks_uri: undefined }), /lacks/],
  ['a number for an address', says({ ...good, token_endpoint: 7 }), /lacks/],
  ['no JSON', says('<!doctype html>'), /lacks/],
  ['a list', says([good]), /lacks/],
  ['200,000 characters', says({ ...good, more: 'x'.repeat(200_000) }), /too long/],
  ['a redirect to a good one', redirects(`${issuer}/good`), /307, and no redirect is followed/],
  ['not found', (response) => void response.writeHead(404).end(), /answers 404/],
  ['an ended connection', (response) => void response.destroy(), /cannot be fetched/],
]
for (const [fault, answer, said] of faultyDocuments)
  test(`a document that says ${fault} is refused`, async () => {
    answers.set('/discovery', answer)
    answers.set('/good', says(good))
    const read = await readMetadata(provider)
    assert.match(read.ok ? 'read' : read.fault, said)
    assert.ok(!asked.includes('GET /good'))
  })

const start = () => world.ask('POST', '/api/v1/sign-in/provider/ministry')

test('a provider whose document is of another issuer: nobody is sent there; once it is right, it serves without a new start', async () => {
  answers.set('/discovery', says({ ...good, issuer: 'https://elsewhere.example' }))
  const refused = await start()
  assert.deepEqual([refused.status, refused.headers.getSetCookie(), refused.headers.get('retry-after')], [503, [], '2'])
  // It answers us well and the library otherwise, right after.
  let times = 0
  answers.set('/discovery', (response) => says(++times === 1 ? good : { ...good, issuer: 'https://elsewhere.example' })(response))
  assert.equal((await start()).status, 503)
  answers.set('/discovery', says(good))
  const answer = await start()
  assert.equal(answer.status, 200)
  assert.equal(new URL(((await answer.json()) as { url: string }).url).href.split('?')[0], `${issuer}/auth`)
})

test('neither the code nor the client’s secret follows a redirect, nor does the library take other endpoints than were checked', async () => {
  const started = await start()
  const { url } = (await started.json()) as { url: string }
  answers.set('/token', redirects(`${issuer}/elsewhere`))
  const back = `/api/auth/callback/ministry?code=abc&state=${new URL(url).searchParams.get('state')}`
  const answer = await world.ask('GET', back, { cookie: started.headers.getSetCookie()[0]?.split(';')[0] ?? '' })
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/sign-in?failed'])
  assert.ok(asked.includes('POST /token'))
  assert.ok(!asked.some((each) => each.endsWith('/elsewhere')), asked.join())
})
