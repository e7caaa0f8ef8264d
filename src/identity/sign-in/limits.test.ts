// Goal: however many attempts, from one address or fifty, few are tried, and nobody else is kept out. Method: real server, real Postgres, loopback addresses 127.0.0.2 to 127.0.0.51.
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { Agent, request } from 'node:http'
import { test } from 'node:test'
import { makeAuthenticator } from '../software-authenticator.ts'
import { limitOf, networkOf } from './limits.ts'
import { enrolPerson, openTestSignIn, signInChallenge } from './test-sign-in.ts'

const world = await openTestSignIn()
const attempts = 1_000
const wave = 250
const agent = new Agent({ keepAlive: false, maxSockets: 20 })
let forged = 0

type Answer = { readonly status: number; readonly retryAfter: string | undefined }

/** A POST from an address of this machine, with a header that claims another. */
async function postFrom(localAddress: string, path: string, body: unknown): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  forged += 1
  const claimed = `10.${forged % 250}.${Math.floor(forged / 250) % 250}.7`
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': claimed, forwarded: `for=${claimed}`, 'x-real-ip': claimed }
  const sent = request({ host: '127.0.0.1', port: new URL(world.origin).port, path, method: 'POST', localAddress, headers, agent }, (answer) => {
    answer.resume().on('end', () => resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] }))
  })
  sent.on('error', reject).end(JSON.stringify(body))
  return promise
}

/** The credential of `id` with a key that is not its own. */
function thief(credentialId: string) {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const authenticator = makeAuthenticator({ privateKey, credentialId: Buffer.from(credentialId, 'base64url') })
  return { assertion: authenticator.get({ ...world.place, challenge: 'A'.repeat(43), userVerified: true }) }
}

const people = await Promise.all(['Attacked', 'Other'].map((name) => enrolPerson(world, name)))
const [attacked, other] = people
if (!attacked || !other) throw new Error('nobody enrolled')

/** The other person signs in from another address. */
async function otherSignsIn(): Promise<number> {
  const challenge = await signInChallenge(world)
  const assertion = other?.authenticator.get({ ...world.place, challenge, userVerified: true })
  return (await postFrom('127.0.0.200', '/api/v1/sign-in/passkey', { assertion })).status
}

test('a thousand from one address, each with another forged header and another passkey', async () => {
  const answers = await Promise.all(
    Array.from({ length: attempts }, (_, index) =>
      postFrom('127.0.0.101', '/api/v1/sign-in/passkey', thief(Buffer.alloc(32, index % 251).toString('base64url'))),
    ),
  )
  const tried = answers.filter(({ status }) => status === 401)
  assert.ok(tried.length <= limitOf.address.points, `${tried.length} were tried`)
  const refused = answers.filter(({ status }) => status === 429)
  assert.equal(tried.length + refused.length, attempts)
  assert.ok(refused.every(({ retryAfter }) => Number(retryAfter) >= 1 && Number(retryAfter) <= limitOf.account.seconds))
  assert.equal(await otherSignsIn(), 200)
})

test('a thousand on one account from fifty addresses', async () => {
  const body = thief(attacked.authenticator.credentialId)
  const answers: Awaited<ReturnType<typeof postFrom>>[] = []
  // In waves: more sockets at once than a busy machine takes in are reset before anybody reads them.
  for (let first = 0; first < attempts; first += wave)
    answers.push(
      ...(await Promise.all(
        Array.from({ length: wave }, (_, index) => postFrom(`127.0.0.${2 + ((first + index) % 50)}`, '/api/v1/sign-in/passkey', body)),
      )),
    )
  const tried = answers.filter(({ status }) => status === 401)
  assert.equal(tried.length, limitOf.account.points)
  assert.equal(answers.filter(({ status }) => status === 429).length, attempts - tried.length)
  assert.equal(await otherSignsIn(), 200)
  const { rows } = await world.database.pool.query("select count(*) as n from event where subject = $1 and type = 'SignInFailed'", [attacked.account])
  assert.deepEqual(rows, [{ n: limitOf.account.points }])
})

test('good sign-ins do not count against their account', async () => {
  const { points } = limitOf.account
  for (let index = 0; index < points + 2; index += 1) assert.equal(await otherSignsIn(), 200, `sign-in ${index}`)
})

const networks: [address: string, network: string][] = [
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:0db8:0001:0002::/64'],
  ['2001:db8:1:2::9', '2001:0db8:0001:0002::/64'],
  ['2001:DB8::1', '2001:0db8:0000:0000::/64'],
  ['::1', '0000:0000:0000:0000::/64'],
  ['fe80::1%eth0', 'fe80:0000:0000:0000::/64'],
]
for (const [address, network] of networks) test(`${address} counts as ${network}`, () => assert.equal(networkOf(address), network))
