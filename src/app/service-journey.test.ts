// Goal: a service from its first link to signed passes, with nobody made up: every hand has a passkey of its own, and a governor's gesture signs exactly the list on the screen. Method: a whole service instance, Chromium with a virtual authenticator for each person.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { firstAdministratorLink } from '../identity/sign-in/invite.ts'
import type { AreaCode } from '../kernel/code.ts'
import { epochMs } from '../kernel/time.ts'
import { checkEvidence } from '../passes/evidence-check.ts'
import { parseEvidence } from '../passes/evidence-form.ts'
import { madeUpPerson } from '../passes/made-up/made-up-person.ts'
import { madeUpPhoto } from '../passes/made-up/made-up-photo.ts'
import { newCommandId } from '../platform/ids.ts'
import { buildWeb } from './build-web.ts'
import { type Authenticator, accessible, addAuthenticator, at } from './journey-browser.ts'
import { openBrowser } from './test-browser.ts'
import { openTestInstance } from './test-instance.ts'

const webFolder = await buildWeb()
const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00', webFolder, mode: 'service', listen: true })
const origin = 'http://localhost:8080'
const browser = await openBrowser([`--host-resolver-rules=MAP localhost:8080 ${new URL(open.url).host}`])
const faults: string[] = []
const office = 'KH:0110'

type Person = { readonly page: Page; readonly authenticator: Authenticator }
/** Opens a one-time link at a machine of one's own and enrols there. */
async function enrol(link: string): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addInitScript(() => localStorage.setItem('spean.language', 'en'))
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text())
  })
  const authenticator = await addAuthenticator(page, { verifies: true })
  await page.goto(link)
  await at(page, 'enrol').waitFor()
  assert.equal(await page.locator('.who').isVisible(), false, 'nobody is signed in: no strip')
  await at(page, 'enrol').click()
  await at(page, 'enrolled').waitFor()
  return { page, authenticator }
}

type Said = { readonly status: number; readonly body: Record<string, unknown> }
/** A command or a reading as the person's own page sends it. */
const send = ({ page }: Person, path: string, body?: object): Promise<Said> =>
  page.evaluate(
    async ({ path, body }) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : {})
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    },
    { path, ...(body && { body }) },
  )
const id = () => newCommandId(epochMs(open.clock.now))
async function done(person: Person, path: string, body?: object): Promise<Record<string, unknown>> {
  const said = await send(person, path, body && { requestId: id(), ...body })
  assert.ok(said.status < 300, `${path}: ${JSON.stringify(said.body)}`)
  return said.body
}

const staff = new Map<string, Person>()
const who = (role: string): Person => staff.get(role) ?? assert.fail(`nobody is ${role}`)

test('the first administrator enrols by the link of the start, and it opens once', async () => {
  const { link } = (await firstAdministratorLink(open.instance.signIn.context, { name: 'First Administrator' })) ?? assert.fail()
  staff.set('system-administrator', await enrol(link))
  assert.equal(await firstAdministratorLink(open.instance.signIn.context, { name: 'Second' }), undefined)
})

test('the heads are invited by the administrator, the hands by the office’s own', async () => {
  const invite = async (by: string, name: string, role: string) => {
    const body = { name, home: office, first: { role, place: office, from: '2026-11-20', lastDay: null } }
    staff.set(role, await enrol(origin + String((await done(who(by), '/api/v1/staff', body))['link'])))
  }
  await invite('system-administrator', 'Real Governor', 'governor')
  await invite('system-administrator', 'Office Administrator', 'office-administrator')
  for (const role of ['clerk', 'cashier', 'reviewer']) await invite('office-administrator', `Real ${role}`, role)
})

const applications: string[] = []
test('two cases go from hand to hand', async () => {
  for (const index of [3, 5]) {
    const { madeUp: _madeUp, index: _index, state: _state, addressLines: _lines, ...applicant } = madeUpPerson(index, 'KH', office as AreaCode)
    const photo = Buffer.from(await madeUpPhoto(index)).toString('base64')
    const applied = await done(who('clerk'), '/api/v1/applications', { office, photo, applicant: { ...applicant, nationalId: `01000000${index}` } })
    applications.push(String(applied['id']))
    const path = `/api/v1/applications/${applied['id']}`
    await done(who('cashier'), `/api/v1/charges/${applied['id']}/cash`, { amount: 20_000, currency: 'KHR' })
    await done(who('reviewer'), `${path}/approval`, {})
  }
})

const stateOf = async (application: string) => (await done(who('governor'), `/api/v1/applications/${application}`))['state']

test('a gesture that does not verify the governor signs nothing, and says so', async () => {
  const { page, authenticator } = who('governor')
  await page.goto(`${origin}/desk/sign`)
  await at(page, 'show-list').click()
  await at(page, 'shown-list').waitFor()
  await accessible(page, 'the list to sign')
  await authenticator.setVerified(false)
  await at(page, 'sign-list').click()
  await page.locator('.notice-refuse').waitFor()
  await authenticator.setVerified(true)
  for (const application of applications) assert.equal(await stateOf(application), 'approved')
})

test('one gesture signs the list on the screen, and its evidence holds without this service', async () => {
  const { page } = who('governor')
  assert.equal(await page.locator('[data-testid=shown-list] ol > li').count(), applications.length)
  await at(page, 'sign-list').click()
  await page.locator('[data-testid=signed-list]').waitFor()
  for (const application of applications) {
    assert.equal(await stateOf(application), 'signed')
    const number = String((await done(who('governor'), `/api/v1/applications/${application}`))['passNumber'])
    const file = await done(who('governor'), `/api/v1/passes/${number}/evidence`)
    const evidence = parseEvidence(JSON.stringify(file))
    assert.ok(typeof evidence !== 'string', String(evidence))
    for (const step of await checkEvidence(evidence, { rootPin: undefined })) assert.equal(step.fault, undefined, step.step)
  }
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
