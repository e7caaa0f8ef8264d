import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import type { Role } from '../identity/authority-lists.rules.ts'
import type { Language } from '../kernel/language.ts'
import { projectRoot } from '../platform/config.ts'
import { becomeMadeUp } from './demonstration-session.ts'
import { openBrowser } from './test-browser.ts'

/** What a walk through the pages needs: pages whose faults are collected, people to be, and an eye for what does not suit everybody. */
export async function openJourney(url: string) {
  const browser = await openBrowser()
  const faults: string[] = []

  /** A page whose errors and blocked contents are collected: none may happen. */
  async function visit(path: string, from?: BrowserContext | Page): Promise<Page> {
    const page = from && 'goto' in from ? from : await openTab(from)
    await page.goto(url + path)
    return page
  }
  /** An empty page, watched. */
  async function openTab(from?: BrowserContext): Promise<Page> {
    const context = from ?? (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' }))
    const page = await context.newPage()
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
    page.on('console', (message) => {
      // A refusal (4xx) is an answer; the browser notes it as an error of its own.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(`${page.url()}: ${message.text()}`)
    })
    return page
  }

  /** Turns whoever sits at this browser into the first made-up person with this role there (`nth` 1: the second), as /become does; the page is then opened at `path`. */
  async function become(page: Page, role: Role, place: string, path?: string, nth = 0): Promise<Page> {
    const status = await page.evaluate(
      async ({ role, place, nth }) => {
        const staff = (await (await fetch(`/api/v1/demonstration/staff?place=${encodeURIComponent(place)}`)).json()) as {
          account: string
          roles: { role: string; place: string }[]
        }[]
        const account = staff.filter(({ roles }) => roles.some((held) => held.role === role && held.place === place))[nth]?.account
        const headers = { 'content-type': 'application/json' }
        return (await fetch('/api/v1/demonstration/become', { method: 'POST', headers, body: JSON.stringify({ account }) })).status
      },
      { role, place, nth },
    )
    assert.equal(status, 200, `becoming ${role} at ${place}`)
    if (path !== undefined) await page.goto(url + path)
    return page
  }

  /** Puts a made-up person's session into a browser before any page of it is loaded. */
  async function signIn(context: BrowserContext, role: Role, place: string): Promise<void> {
    const { cookie } = await becomeMadeUp(new URL(url), { role, place })
    const [name = '', value = ''] = cookie.split(/=(.*)/s)
    await context.addCookies([{ name, value, url: url.replace('http:', 'https:'), secure: true, httpOnly: true, sameSite: 'Strict' }])
  }

  /** A page of somebody's own, in a browser of their own. Where a tab is named, it is signed in anew and used again: it is opened at half the cost, since its process stays, and what that has compiled. */
  async function visitAs(role: Role, place: string, path: string, from?: BrowserContext | Page): Promise<Page> {
    const context = from ?? (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' }))
    await signIn('goto' in context ? context.context() : context, role, place)
    return visit(path, context)
  }

  /** A phone whose owner reads `language`. One serves many pages: what they share is loaded once. */
  async function phoneIn(language: Language): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: { width: 360, height: 780 }, locale: 'en-GB' })
    await context.addInitScript((chosen) => localStorage.setItem('spean.language', chosen), language)
    return context
  }
  return { browser, faults, openTab, visit, become, visitAs, phoneIn }
}

export type Authenticator = { setVerified(isUserVerified: boolean): Promise<void> }

/** Gives a page's machine an authenticator of its own, which verifies its user or cannot. */
export async function addAuthenticator(page: Page, { verifies }: { verifies: boolean }): Promise<Authenticator> {
  const wire: CDPSession = await page.context().newCDPSession(page)
  await wire.send('WebAuthn.enable')
  const { authenticatorId } = await wire.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: verifies,
      isUserVerified: verifies,
      automaticPresenceSimulation: true,
    },
  })
  return { setVerified: async (isUserVerified) => void (await wire.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })) }
}

export const at = (page: Page, id: string) => page.getByTestId(id)

/** Chooses out of a list too long to read, as a person does: types part of a name and takes the first that is found. */
export async function pick(page: Page, id: string, typed: string): Promise<void> {
  await at(page, id).click()
  await page.keyboard.insertText(typed)
  await page.locator('[role=option][data-combobox-selected]:visible').first().waitFor()
  await page.keyboard.press('Enter')
}

/** Axe as it is sent to a page: less than half of its source. */
const axeScript = readFileSync(join(projectRoot, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8')

/** What moves has come to rest and letters have their fonts: on its way in or out, a text is paler than it is. What turns for ever (a sign of waiting) is not waited for. */
const settled = `document.fonts.ready.then(() => Promise.allSettled(
  document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime !== Infinity).map((each) => each.finished))).then(() => undefined)`

/** Axe finds nothing here. It looks at one document: a page with a frame in it is refused, not passed over. Of what it would fetch again, no rule that is on asks for the styles. */
export async function accessible(page: Page, where: string): Promise<void> {
  assert.equal(page.frames().length, 1, `${where}: axe does not look into frames`)
  await page.evaluate(settled)
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axeScript)
  const found = await page.evaluate(`axe.run({ resultTypes: ['violations'], preload: { assets: ['media'] } }).then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))]))`)
  assert.deepEqual(found, [], where)
}

/** Turns an open page to this language by its own switch, as a reader does; what was loaded stays. A phone has the switch behind its menu: this is done on a desk screen. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 })
  const button = page.locator(`.languages button[lang=${language}]`).first()
  if ((await page.locator('html').getAttribute('lang')) !== language) await button.click()
  await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' })
  await page.locator(`.languages button[lang=${language}][aria-pressed=true]`).first().waitFor({ state: 'attached' })
}

/** A page that tests share, opened by the first that asks. */
export function openedOnce(open: () => Promise<Page>): () => Promise<Page> {
  let opening: Promise<Page> | undefined
  return () => {
    opening ??= open()
    return opening
  }
}

const phoneAndDesk = [360, 1440] as const

/** What did not come says little by itself: with it, what stands there instead. */
const tellPage =
  (page: Page) =>
  async (fault: unknown): Promise<never> => {
    const shown = String(await page.evaluate("document.querySelector('main')?.textContent ?? document.title"))
    throw new Error(`${page.url()} shows: ${shown.slice(0, 1500)}`, { cause: fault })
  }
/** Words come with the language and layout with the width: axe looks at each language and twice at each width, not at each in each. */
const axeWidths: Readonly<Record<Language, readonly number[]>> = { km: phoneAndDesk, th: [360], en: [1440] }

/** Names a folder for pictures of what tests see, to be looked at by eye. */
const picturesVariable = 'SPEAN_TEST_PICTURES'

/** A picture of the whole page, named after the test file, what is seen, its language and its width, where somebody wants pictures. */
export async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env[picturesVariable]
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  const language = await page.locator('html').getAttribute('lang')
  const shown = `${basename(process.argv[1] ?? '', '.test.ts')}-${name}`.replace(/\W+/g, '-')
  const file = `${shown}-${language}-${page.viewportSize()?.width}.png`
  await page.screenshot({ path: join(folder, file), fullPage: true })
}

/** In the page: by how many pixels it runs over its edge, and what does. */
const overEdge = `(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth ? '' : scrollWidth - clientWidth + ' pixels: ' +
  [...document.querySelectorAll('main *')].filter((each) => each.getBoundingClientRect().right > clientWidth).map((each) => each.tagName + '.' + each.className).join(' ').slice(0, 300))(document.documentElement)`

/** What stands on the screen now runs over no edge; it is photographed. */
async function withinEdges(page: Page, name: string): Promise<void> {
  await photograph(page, name)
  assert.equal(await page.evaluate(overEdge), '', `${name} is too wide`)
}

/** On a phone and on a desk screen: `ready` is there, nothing runs over the edge, axe finds nothing. `look` sees each width. */
export async function suits(page: Page, name: string, language: Language, ready = 'main', look?: () => Promise<unknown>): Promise<void> {
  for (const width of phoneAndDesk) {
    await page.setViewportSize({ width, height: 900 })
    await page.locator(ready).first().waitFor({ state: 'attached' }).catch(tellPage(page))
    await page.evaluate('document.fonts.ready.then(() => undefined)')
    if (axeWidths[language].includes(width)) await accessible(page, `${name}, ${language}, ${width} px`)
    await look?.()
    await withinEdges(page, name)
  }
}

/** What stands on the screen now, on a desk screen and a phone: axe finds nothing, nothing runs over the edge. */
export async function seenAtBothWidths(page: Page, name: string): Promise<void> {
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 })
    await accessible(page, `${name}, ${width} px`)
    await withinEdges(page, name)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

export async function startGate(page: Page, direction: 'exit' | 'entry'): Promise<void> {
  await at(page, 'point-select').selectOption('kh-th/poipet')
  await at(page, 'lane-input').fill('7')
  await at(page, `direction-${direction}`).click()
}

export async function paste(page: Page, text: string): Promise<void> {
  await at(page, 'text-input').fill(text)
  await at(page, 'text-input').press('Enter')
}

const untilMs = 30_000
/** Waits until an expression is true in the page. Asked from outside: the content policy lets no page evaluate text. */
export async function until(page: Page, expression: string): Promise<void> {
  for (const end = performance.now() + untilMs; performance.now() < end; ) {
    if (await page.evaluate(expression)) return
    await page.waitForTimeout(100)
  }
  assert.fail(`never true: ${expression}`)
}

/** Waits until this has the focus: it is given after what it belongs to is shown. */
export const focusOn = (page: Page, id: string): Promise<void> => until(page, `document.activeElement?.id === '${id}'`)

/** In the page: is nothing left in its own database? */
export const nothingUnsent = `new Promise((resolve) => {
  const opening = indexedDB.open('spean-gate', 1)
  opening.onsuccess = () => {
    const asked = opening.result.transaction('unsent').objectStore('unsent').count()
    asked.onsuccess = () => { opening.result.close(); resolve(asked.result === 0) }
  }
})`
