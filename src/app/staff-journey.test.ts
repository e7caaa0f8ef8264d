// Goal: staff come in, change and leave as people do it: invited by a one-time link, enrolled with a passkey that verifies them, signed in, given and deprived of roles, recovered by two administrators. Method: Chromium with its virtual authenticator against whole instances.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Role } from '../identity/authority-lists.rules.ts'
import { type Language, languages } from '../kernel/language.ts'
import { parseInstant } from '../kernel/time.ts'
import { buildWeb } from './build-web.ts'
import { accessible, addAuthenticator, at } from './journey-browser.ts'
import { openBrowser } from './test-browser.ts'
import { openTestInstance } from './test-instance.ts'

const webFolder = await buildWeb()
const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00', webFolder, listen: true })
/** As the instance names itself where it is given no port: passkeys are bound to it, so the browser is sent there. */
const origin = 'http://localhost:8080'
const browser = await openAt(open.url)
const faults: string[] = []

async function openAt(url: string): Promise<Browser> {
  return openBrowser([`--host-resolver-rules=MAP localhost:8080 ${new URL(url).host}`])
}

type Visitor = { readonly page: Page; readonly context: BrowserContext }
/** Somebody at a machine of their own, with an authenticator that verifies its user, or cannot. */
async function sitDown(path: string, { verifies = true, language = 'en' as Language } = {}): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addInitScript((chosen) => localStorage.setItem('spean.language', chosen), language)
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(`${path}: ${message.text()}`)
  })
  await addAuthenticator(page, { verifies })
  await page.goto(origin + path)
  return { page, context }
}

async function become(page: Page, role: Role, place: string, nth = 0): Promise<void> {
  await page.goto(`${origin}/become`)
  await at(page, 'become-role').selectOption(role)
  await at(page, 'become-search').fill(place)
  await page.locator(`[data-testid=become][data-roles="${role}@${place}"]`).nth(nth).click()
  await page.waitForURL((url) => url.pathname !== '/become')
}

async function openMember(page: Page, name: string): Promise<void> {
  await page.goto(`${origin}/desk/staff`)
  await at(page, 'staff-table').getByRole('link', { name, exact: true }).click()
  await at(page, 'give-role').waitFor()
}

/** A request as the page itself sends it, with its session: the status, and the code of a refusal. */
const ask = (page: Page, address: string): Promise<unknown> =>
  page.evaluate(async (url) => {
    const answer = await fetch(url)
    return [answer.status, ((await answer.json()) as { code?: string }).code]
  }, address)
const path = (link: string): string => link.slice(origin.length)
let link = ''
let staff: Visitor | undefined
const member = (): Visitor => staff ?? assert.fail('nobody has enrolled')

test('an office’s administrator invites a clerk: the link is shown once, and only what they may give is offered', async () => {
  const { page, context } = await sitDown('/')
  await become(page, 'office-administrator', 'KH:0110')
  assert.equal(new URL(page.url()).pathname, '/desk/staff')
  await at(page, 'invite').click()
  await at(page, 'name').fill('Invited Person')
  assert.deepEqual(await valuesOf(page, 'role'), ['', 'clerk', 'cashier', 'reviewer', 'printer'])
  await at(page, 'role').selectOption('clerk')
  assert.deepEqual(await valuesOf(page, 'place'), ['', 'KH:0110'])
  await at(page, 'make-link').click()
  await accessible(page, 'an invitation that lacks something')
  await at(page, 'place').selectOption('KH:0110')
  await at(page, 'from').fill('20/11/2569')
  await at(page, 'last-day').fill('30/6/2027')
  await at(page, 'make-link').click()
  link = await at(page, 'one-time-link').inputValue()
  assert.match(link, /^http:\/\/localhost:8080\/enrol#[A-Za-z0-9_-]{43}$/)
  await accessible(page, 'the link')
  await at(page, 'link-handed-over').click()
  assert.ok(!(await page.content()).includes(link.slice(-43)), 'the link is gone from the page')
  await context.close()
})
const valuesOf = (page: Page, id: string) =>
  at(page, id)
    .locator('option')
    .evaluateAll((options) => options.map((option) => (option as unknown as { value: string }).value))

test('a device that cannot verify its user enrols nothing, and the link stays good', async () => {
  const { page, context } = await sitDown(path(link), { verifies: false })
  await at(page, 'enrol').click()
  await at(page, 'note').or(at(page, 'problem')).first().waitFor()
  assert.equal(await at(page, 'enrolled').count(), 0)
  await context.close()
})

test('the invited person enrols, is signed in, signs out, and signs in again to the page that was asked for', async () => {
  staff = await sitDown(path(link))
  const { page } = staff
  await at(page, 'invited').waitFor()
  assert.equal(new URL(page.url()).hash, '', 'the token leaves the address bar')
  await accessible(page, 'an open invitation')
  await at(page, 'enrol').click()
  await at(page, 'enrolled').waitFor()
  await page.goto(`${origin}/account`)
  await page.locator('[data-role=clerk][data-in-force=true]').waitFor()
  await accessible(page, 'an account with a passkey')
  await page.locator('.who button').click()
  await page.waitForURL('**/become')
  await page.goto(`${origin}/sign-in?next=%2Fdesk%2Fqueue`)
  await at(page, 'sign-in').click()
  await page.waitForURL('**/desk/queue')
})

test('a sign-in link that names another site leads to the person’s own work', async () => {
  const { page } = member()
  for (const next of ['//evil.example', 'https://evil.example/', '/\\evil.example']) {
    await page.goto(`${origin}/sign-in?next=${encodeURIComponent(next)}`)
    await at(page, 'sign-in').click()
    await page.waitForURL(`${origin}/desk`)
  }
})

test('a link that was used, and one that never was, are refused alike, with what to do next', async () => {
  const said: string[] = []
  for (const token of [path(link), `/enrol#${'A'.repeat(43)}`]) {
    const { page, context } = await sitDown(token)
    await page.locator('[data-code="invitation.invalid"]').waitFor()
    said.push((await page.locator('main').textContent()) ?? '')
    await context.close()
  }
  assert.equal(said[0], said[1])
})

test('a role that is ended stops at the person’s next request', async () => {
  const { page, context } = await sitDown('/')
  await become(page, 'office-administrator', 'KH:0110')
  await openMember(page, 'Invited Person')
  await at(page, 'end-role').click()
  await at(page, 'reason').fill('Has moved to another office')
  await accessible(page, 'ending a role')
  await at(page, 'confirm').click()
  await page.locator('[data-type=RoleEnded]').waitFor()
  assert.deepEqual(await ask(member().page, '/api/v1/applications?office=KH:0110'), [403, 'authority.revoked'])
  await member().page.goto(`${origin}/account`)
  await member().page.locator('[data-role=clerk][data-in-force=false]').waitFor()
  await member().page.locator('[data-type=RoleEnded]').getByText('Has moved to another office').waitFor()
  await context.close()
})

test('a recovery takes two administrators: the first is offered no confirmation; then the old passkey opens nothing', async () => {
  const first = await sitDown('/')
  await become(first.page, 'office-administrator', 'KH:0110')
  await openMember(first.page, 'Invited Person')
  await at(first.page, 'recover').click()
  await at(first.page, 'reason').fill('Lost the telephone; seen in person')
  await at(first.page, 'confirm').click()
  await at(first.page, 'recovery').waitFor()
  assert.equal(await at(first.page, 'confirmRecovery').count(), 0)
  const address = first.page.url()

  await become(first.page, 'system-administrator', 'KH')
  await first.page.goto(address)
  await at(first.page, 'confirmRecovery').click()
  const recovery = await at(first.page, 'one-time-link').inputValue()
  await first.context.close()

  const fresh = await sitDown(path(recovery))
  await at(fresh.page, 'enrol').click()
  await at(fresh.page, 'enrolled').waitFor()
  const old = member().page
  assert.deepEqual(await ask(old, '/api/v1/account'), [401, 'session.none'], 'the old session is over')
  await old.goto(`${origin}/sign-in`)
  await at(old, 'sign-in').click()
  await old.locator('[data-code="sign-in.failed"]').waitFor()
  await fresh.context.close()
})

test('every page of the demonstration says so, in each language, and where to become somebody', async () => {
  for (const language of languages)
    for (const where of ['/', '/become', '/sign-in', '/enrol']) {
      const { page, context } = await sitDown(where, { language })
      await page.locator('.who[data-mode=demonstration] a[href="/become"]').waitFor()
      await context.close()
    }
  const { page, context } = await sitDown('/')
  await become(page, 'checkpoint-officer', 'kh-th/poipet')
  for (const where of ['/gate', '/desk', '/account']) {
    await page.goto(origin + where)
    await page.locator('.who[data-mode=demonstration] .who-role').waitFor()
  }
  await context.close()
})

test('a session that ends while a page is open is said above it', async () => {
  const { page, context } = await sitDown('/')
  await become(page, 'office-administrator', 'KH:0110')
  await page.goto(`${origin}/account`)
  await page.locator('.who-role').waitFor()
  open.clock.now = parseInstant('2026-11-22T08:30:00+07:00') ?? assert.fail()
  await at(page, 'code-app').click()
  await page.locator('.who-out').waitFor()
  await context.close()
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))

test('a service is not called a demonstration, and leads to its sign-in', async () => {
  const service = await openTestInstance({ now: '2026-11-20T08:30:00+07:00', webFolder, mode: 'service', listen: true })
  const other = await openAt(service.url)
  after(() => other.close())
  const page = await (await other.newContext()).newPage()
  for (const where of ['/desk/queue', '/gate', '/account']) {
    await page.goto(origin + where)
    await page.waitForURL(`${origin}/sign-in?next=${encodeURIComponent(where)}`)
  }
  await page.goto(`${origin}/become`)
  await page.waitForURL(`${origin}/sign-in`)
  await at(page, 'sign-in').waitFor()
  assert.equal(await page.locator('[data-mode=demonstration]').count(), 0)
  assert.deepEqual(await ask(page, '/api/v1/demonstration/staff'), [404, 'request.not-found'])
  await accessible(page, 'the sign-in page of a service')
})
