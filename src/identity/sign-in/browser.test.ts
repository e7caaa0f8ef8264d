// Goal: a browser and its authenticator get in as the server means it, and not without the person verified. Method: Chromium with its virtual authenticator, the real server.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import { openBrowser } from '../../app/test-browser.ts'
import { invite, openTestSignIn, tokenOf } from './test-sign-in.ts'

const world = await openTestSignIn()
const browser = await openBrowser()

type Told = { readonly status: number; readonly code: string | null; readonly fault: string | null }
type Device = { readonly page: Page; readonly cdp: CDPSession; readonly authenticator: string }

/** An empty page of our origin, on a machine with an authenticator of its own. */
async function device(options: { readonly verifies: boolean }): Promise<Device> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.route(`${world.origin}/`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Test</title>' }))
  await page.goto(`${world.origin}/`)
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const added = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: options.verifies,
      isUserVerified: options.verifies,
      automaticPresenceSimulation: true,
    },
  })
  return { page, cdp, authenticator: added.authenticatorId }
}

/** What the page does, in the browser's own words. `relaxed`: a page that was changed so that it does not ask for verification. */
const ceremony = `async ({ kind, token, relaxed }) => {
  const post = async (path, body) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' }
    const answer = await fetch(path, { method: 'POST', headers, body: body && JSON.stringify(body) })
    return { status: answer.status, body: await answer.json() }
  }
  const told = ({ status, body }) => ({ status, code: body.code ?? null, fault: null })
  try {
    if (kind === 'enrol') {
      const { options } = (await post('/api/v1/invitations/open', { token })).body
      if (relaxed) options.authenticatorSelection = { residentKey: 'preferred', userVerification: 'discouraged' }
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
      const attestation = (await navigator.credentials.create({ publicKey })).toJSON()
      return told(await post('/api/v1/invitations/enrol', { token, attestation, passkeyName: 'Chromium' }))
    }
    const options = (await post('/api/v1/sign-in/passkey/options')).body
    if (relaxed) options.userVerification = 'discouraged'
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
    const assertion = (await navigator.credentials.get({ publicKey })).toJSON()
    return told(await post('/api/v1/sign-in/passkey', { assertion }))
  } catch (error) {
    return { status: 0, code: null, fault: error.name }
  }
}`
const run = ({ page }: Device, step: { kind: 'enrol' | 'sign-in'; token?: string; relaxed?: boolean }): Promise<Told> =>
  page.evaluate(`(${ceremony})(${JSON.stringify(step)})`) as Promise<Told>
const sessions = ({ page }: Device): Promise<number> => page.evaluate("fetch('/api/v1/sessions').then(({ status }) => status)") as Promise<number>

const good: Told = { status: 200, code: null, fault: null }
const own = await device({ verifies: true })

test('enrols, is signed in, signs out, and signs in again by the passkey alone', async () => {
  const { link } = await invite(world, 'Chan Dara')
  assert.deepEqual(await run(own, { kind: 'enrol', token: tokenOf(link) }), good)
  const [cookie] = await own.page.context().cookies()
  assert.deepEqual(
    [cookie?.name, cookie?.httpOnly, cookie?.secure, cookie?.sameSite, cookie?.path, cookie?.domain],
    ['__Host-spean-session', true, true, 'Strict', '/', 'localhost'],
  )
  assert.equal(await own.page.evaluate('document.cookie'), '')
  assert.equal(await sessions(own), 200)
  assert.equal(await own.page.evaluate("fetch('/api/v1/sign-out', { method: 'POST' }).then(({ status }) => status)"), 200)
  assert.equal(await sessions(own), 401)
  assert.deepEqual(await run(own, { kind: 'sign-in' }), good)
  assert.equal(await sessions(own), 200)
})

test('the person is not verified: the browser does not sign, and a page that was changed gets nothing by it', async () => {
  await own.page.context().clearCookies()
  await own.cdp.send('WebAuthn.setUserVerified', { authenticatorId: own.authenticator, isUserVerified: false })
  assert.deepEqual(await run(own, { kind: 'sign-in' }), { status: 0, code: null, fault: 'NotAllowedError' })
  assert.deepEqual(await run(own, { kind: 'sign-in', relaxed: true }), { status: 401, code: 'sign-in.gesture', fault: null })
  assert.equal(await sessions(own), 401)
  await own.cdp.send('WebAuthn.setUserVerified', { authenticatorId: own.authenticator, isUserVerified: true })
  assert.deepEqual(await run(own, { kind: 'sign-in' }), good)
})

test('an authenticator that cannot verify a person enrols nobody', async () => {
  const simple = await device({ verifies: false })
  const { link, account } = await invite(world, 'Sok Vanna')
  const asked = await run(simple, { kind: 'enrol', token: tokenOf(link) })
  assert.deepEqual([asked.status, asked.fault !== null], [0, true])
  assert.deepEqual(await run(simple, { kind: 'enrol', token: tokenOf(link), relaxed: true }), { status: 401, code: 'sign-in.gesture', fault: null })
  assert.equal((await world.database.query.selectFrom('passkey').select('id').where('account', '=', account).execute()).length, 0)
  assert.equal(await sessions(simple), 401)
})
