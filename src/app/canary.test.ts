// Goal: nobody's name, number or address gets into a log, an address asked by a page, a metric or an event. Method: the program itself at its most talkative; an unmistakable person goes through the whole
// case, then stands in every field of every route, wrongly too; then all that was written is read.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { endPostgres, newHome, removeHome } from '../../scripts/bench/leave.ts'
import type { Role } from '../identity/authority-lists.rules.ts'
import { newCommandId } from '../platform/ids.ts'
import { becomeMadeUp, type SessionHeaders } from './demonstration-session.ts'
import { openBrowser } from './test-browser.ts'
import {
  canary,
  canaryMobile,
  canaryStaff,
  canBeDrawn,
  fitting,
  found,
  type LoggedServer,
  marks,
  plainNumber,
  type Schema,
  startLoggedServer,
  unfitting,
} from './test-canary.ts'

const clock = '2026-11-20T09:00:00+07:00'
const office = 'KH:0109'
const home = newHome()
const server: LoggedServer = await startLoggedServer(home, clock)
const base = new URL(server.url)
after(async () => {
  await server.stop()
  endPostgres(home)
  removeHome(home)
})

const sessions = new Map<string, Promise<SessionHeaders>>()
const as = (role: Role, place = office): Promise<SessionHeaders> => {
  const session = sessions.get(role + place) ?? becomeMadeUp(base, { role, place })
  sessions.set(role + place, session)
  return session
}
type Json = Readonly<Record<string, unknown>>
type Said = { readonly status: number; readonly type: string; readonly text: string; readonly body: Json }

async function ask(method: string, path: string, { who, body, raw }: { who?: SessionHeaders; body?: unknown; raw?: string } = {}): Promise<Said> {
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const response = await fetch(new URL(path, base), {
    method,
    redirect: 'manual',
    headers: { ...who, ...(payload !== undefined && { 'content-type': 'application/json', origin: base.origin }) },
    ...(payload !== undefined && { body: payload }),
  })
  const [type, text] = [response.headers.get('content-type') ?? '', await response.text()]
  return { status: response.status, type, text, body: type.includes('json') ? (JSON.parse(text) as Json) : {} }
}
async function done(method: string, path: string, who: SessionHeaders, body?: object): Promise<Json> {
  const said = await ask(method, path, { who, body })
  assert.ok(said.status < 300, `${method} ${path}: ${said.status} ${said.text}`)
  return said.body
}
const id = () => newCommandId(Date.parse(clock))
const officer = () => as('checkpoint-officer', 'kh-th/poipet')
const known: Record<string, unknown> = {}

test('the search finds the person however a program writes it', () => {
  for (const text of [
    `X ${canary.givenName.toUpperCase()}<<`,
    JSON.stringify(canary),
    encodeURIComponent(canary.address),
    'name=\\u179f\\u17d2\\u179a\\u17b8\\u1780\\u17b6\\u178e\\u17b6\\u179a\\u17b8',
    '"771042600914"',
  ])
    assert.ok(found(text).length > 0, text)
  assert.deepEqual(found('GET /api/v1/passes/:number 200'), [])
  assert.deepEqual(
    ['"follow":"1234567890"', '/follow/1234567890?', '{"time":1795123456789.0,"took":1.234567890123}', '"time":1234567890123'].map(
      (text) => found(text, ['1234567890']).length,
    ),
    [1, 1, 0, 0],
  )
})

test('no mark can come about by chance, as five digits once stood in a timestamp', () => {
  assert.deepEqual(
    ['90817', '7000000000', 'deadbeef', 'qqxwz'].filter((text) => !canBeDrawn(text)),
    [],
  )
  assert.deepEqual(marks.filter(canBeDrawn), [])
})

test('the whole case of an unmistakable person: asked for, paid, approved, signed, printed, scanned, recorded, suspended', async () => {
  const face = await fetch(new URL('/api/v1/made-up/people/5/photo', base))
  const photo = Buffer.from(await face.arrayBuffer()).toString('base64')
  const application = (requestId: string) => ({ requestId, office, applicant: canary, photo, madeUp: true, mobile: canaryMobile })
  const clerk = await as('clerk')
  // Two at once: whichever loses must not say in a log whose number it was.
  const twice = await Promise.all([id(), id()].map((each) => ask('POST', '/api/v1/applications', { who: clerk, body: application(each) })))
  assert.deepEqual(twice.map(({ status }) => status).sort(), [201, 409])
  const taken = twice.find(({ status }) => status === 201)?.body ?? {}
  const path = `/api/v1/applications/${String(taken['id'])}`
  await done('POST', `/api/v1/charges/${String(taken['id'])}/cash`, await as('cashier'), { requestId: id(), amount: 20_000, currency: 'KHR' })
  await done('POST', `${path}/approval`, await as('reviewer'), { requestId: id() })
  const governor = await as('governor')
  const list = await done('POST', '/api/v1/signing-lists', governor, { applications: [taken['id']] })
  const { challenge } = list['options'] as { challenge: string }
  const assertion = await done('POST', '/api/v1/demonstration/assertion', governor, { challenge })
  await done('POST', '/api/v1/signatures', governor, { requestId: id(), list: list['list'], assertion })
  const number = String((await done('GET', path, governor))['passNumber'])
  const { qrText } = await done('GET', `/api/v1/passes/${number}`, governor)
  for (const part of ['page.pdf', 'photo', 'evidence'])
    assert.ok((await ask('GET', `/api/v1/passes/${number}/${part}`, { who: await as('printer') })).status < 500)
  const seen = { point: 'kh-th/poipet', direction: 'exit' }
  await done('POST', '/api/v1/verdicts', await officer(), { ...seen, document: { text: qrText } })
  const { people } = await done('POST', '/api/v1/people/search', clerk, { familyName: canary.familyName.slice(0, 3), birthDate: canary.birthDate })
  assert.equal((people as object[]).length, 1)
  const movement = { ...seen, id: id(), lane: '1', occurredAt: new Date(Date.parse(clock)).toISOString(), photo: 'match' }
  await done('POST', '/api/v1/movements', await officer(), { ...movement, document: { text: qrText } })
  await done('POST', `/api/v1/passes/${number}/suspension`, governor, { requestId: id(), reason: 'lost' })
  Object.assign(known, {
    id: taken['id'],
    application: taken['id'],
    applications: [taken['id']],
    number,
    followNumber: taken['followNumber'],
    qrText,
    photo,
    list: list['list'],
    assertion,
    applicant: canary,
  })
})

test('the person on their own phone: follows, pays, reports, complains, applies online', async () => {
  const proof = { number: String(known['followNumber']), birthDate: canary.birthDate }
  await done('POST', '/api/v1/follow', {} as SessionHeaders, proof)
  const sent = (path: string, body: object) => done('POST', `/api/v1/${path}`, {} as SessionHeaders, { requestId: id(), ...body })
  await sent('lost-reports', { pass: known['number'], birthDate: canary.birthDate, how: 'lost', contact: canary.givenName })
  await sent('complaints', {
    place: office,
    about: 'fee',
    text: `${canary.localName} was asked for more`,
    secret: canary.familyName,
    contact: canary.nationalId,
  })
  await sent('online-applications', { office, applicant: canary, photo: known['photo'], mobile: canaryMobile })
  for (const [path, body] of [
    ['follow', { ...proof, birthDate: '1990-01-01' }],
    ['follow', { ...proof, number: canary.nationalId }],
    ['follow/payment', { ...proof, requestId: id() }],
    ['follow/extension', { ...proof, birthDate: '1990-01-01', requestId: id() }],
    ['complaints/follow', { number: '7000000000', secret: canary.familyName }],
    ['online-applications', { requestId: id(), office: 'KH:0110', applicant: canary, photo: known['photo'] }],
  ] as const) {
    const said = await ask('POST', `/api/v1/${path}`, { body })
    assert.ok(said.status >= 400 && said.status < 500, `${path}: ${said.status}`)
    assert.deepEqual(found(said.text), [], `${path} says it back`)
  }
})

test('an unmistakable member of staff is invited, given a role, recovered, signed out', async () => {
  const administrator = await as('office-administrator')
  const first = { role: 'clerk', place: office, from: '2026-11-20', lastDay: null }
  const invited = await done('POST', '/api/v1/staff', administrator, { requestId: id(), ...canaryStaff, home: office, first })
  const { id: account } = invited['member'] as { id: string }
  Object.assign(known, { account, link: invited['link'] })
  for (const part of ['', '/events', '/reads']) await done('GET', `/api/v1/staff/${account}${part}`, administrator)
  await ask('POST', `/api/v1/staff/${account}/recovery`, { who: administrator, body: { requestId: id(), reason: 'lost' } })
  await ask('POST', '/api/v1/invitations/open', { body: { token: String(invited['link']).split('#')[1] } })
})

type Operation = {
  readonly parameters?: readonly { name: string; in: string }[]
  readonly requestBody?: { content?: Record<string, { schema: Schema }> }
}

test('every route with the person in every field, rightly and wrongly, asked by many roles: no refusal says it back', async () => {
  const { paths } = (await ask('GET', '/api/openapi.json')).body as { paths: Record<string, Record<string, Operation>> }
  const askers = [
    undefined,
    await as('clerk'),
    await as('governor'),
    await as('office-administrator'),
    await officer(),
    await as('system-administrator', 'KH'),
  ]
  let [asked, answered] = [0, 0]
  async function askAs(who: SessionHeaders | undefined, index: number, path: string, method: string, operation: Operation): Promise<void> {
    for (const wrong of [true, false]) {
      // Nobody is signed out, and the person's case is not closed, before every route was asked.
      // A stream never ends; its head is judged by headers.test.ts, what it says by live.test.ts.
      if (path.endsWith('/sign-out') || path.endsWith('/live') || (!wrong && /\/end$|closing|withdrawal|rejection/.test(path))) continue
      const value = (name: string) =>
        encodeURIComponent(wrong ? `${canary.familyName} ${canary.nationalId}` : String(fitting(name, {}, { ...known, at: clock })))
      const address = path.replace(/\{(\w+)\}/g, (_, name: string) => value(name))
      const query = (operation.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => `${name}=${value(name)}`)
      const schema = operation.requestBody?.content?.['application/json']?.schema
      const body = schema && (wrong ? unfitting(schema) : fitting('', schema, { ...known, requestId: id() }))
      const bodies =
        body === undefined
          ? [undefined]
          : [JSON.stringify(body), ...(wrong && index < 2 ? [`{"x":"${canary.givenName}`, `"${canary.localName}\\u0000"`] : [])]
      for (const raw of bodies) {
        const said = await ask(method.toUpperCase(), query.length > 0 ? `${address}?${query.join('&')}` : address, {
          ...(who && { who }),
          ...(raw !== undefined && { raw }),
        })
        asked += 1
        if (said.status < 300) answered += 1
        assert.ok(said.status < 500 || said.status === 503, `${method} ${path} answered ${said.status}: ${said.text}`)
        if (said.type.includes('problem')) assert.deepEqual(found(said.text), [], `${method} ${path} says it back`)
      }
    }
  }
  // One route after the other, each by all askers at once.
  for (const [path, operations] of Object.entries(paths))
    for (const [method, operation] of Object.entries(operations))
      await Promise.all(askers.map((who, index) => askAs(who, index, path, method, operation)))
  assert.ok(asked > 500 && answered > 60, `${asked} requests, ${answered} answered`)
  for (const odd of [
    `/${canary.givenName}`,
    `/desk/${canary.givenName}`,
    `/assets/${canary.givenName}.js`,
    `/api/v1/%ff${canary.givenName}`,
    `/api/v1/passes/${'K'.repeat(3000)}`,
  ])
    assert.ok((await ask('GET', odd)).status < 500)
})

test('every screen: no address that a page asks for names the person', async () => {
  const browser = await openBrowser()
  const [addresses, shown]: [string[], string[]] = [[], []]
  let searched = 0
  async function fillAndSend(path: string): Promise<void> {
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    page.on('request', (request) => addresses.push(`${request.url()} ${request.headers()['referer'] ?? ''}`))
    await page.goto(server.url + path)
    await page.waitForLoadState('networkidle')
    const inputs = page.locator('input:visible:not([type=file], [type=checkbox]), textarea:visible')
    for (let i = 0; i < (await inputs.count()); i += 1) await inputs.nth(i).fill(i % 2 === 0 ? canary.familyName : canary.nationalId)
    await page.getByTestId('send').first().click()
    await page.waitForLoadState('networkidle')
    addresses.push(page.url())
    await page.context().close()
  }
  const screens: [role: Role, place: string, paths: readonly string[]][] = [
    [
      'clerk',
      office,
      ['/desk', '/desk/queue', `/desk/applications/${String(known['id'])}`, '/desk/passes', `/desk/passes/${String(known['number'])}`, '/account'],
    ],
    ['governor', office, ['/desk/sign', '/desk/queue', `/desk/passes/${String(known['number'])}`, '/desk/numbers', '/desk/staff']],
    ['office-administrator', office, ['/desk/staff', `/desk/staff/${String(known['account'])}`]],
    ['checkpoint-officer', 'kh-th/poipet', ['/gate']],
  ]
  async function seeAll(role: Role, place: string, paths: readonly string[]): Promise<void> {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await context.newPage()
    page.on('request', (request) => addresses.push(`${request.url()} ${request.headers()['referer'] ?? ''}`))
    await page.goto(server.url)
    const session = await as(role, place)
    const [name = '', value = ''] = session.cookie.split(/=(.*)/s)
    await context.addCookies([{ name, value, url: base.origin.replace('http:', 'https:'), secure: true, httpOnly: true, sameSite: 'Strict' }])
    for (const path of paths) {
      await page.goto(server.url + path)
      await page.waitForLoadState('networkidle')
      addresses.push(page.url())
      shown.push((await page.locator('body').textContent()) ?? '')
      const search = page.getByTestId('find-person').locator('input')
      if ((await search.count()) === 3) {
        for (const [index, text] of [canary.familyName, canary.givenName, canary.birthDate].entries()) await search.nth(index).fill(text)
        await search.nth(2).press('Enter')
        await page.getByTestId('find-person').getByText(canary.localName).first().waitFor()
        searched += 1
      }
      if (path !== '/gate') continue
      for (const [field, text] of [
        ['text-input', String(known['qrText'])],
        ['number-input', String(known['number'])],
      ] as const) {
        const input = page.getByTestId(field)
        if ((await input.count()) === 0) continue
        await input.fill(text)
        await input.press('Enter')
        await page.waitForLoadState('networkidle')
        shown.push((await page.locator('body').textContent()) ?? '')
      }
    }
    await context.close()
  }
  // A silent network is waited for, and all wait together.
  const forms = ['/follow', '/lost', '/complain', '/apply'].map(fillAndSend)
  await Promise.all([...forms, ...screens.map(([role, place, paths]) => seeAll(role, place, paths))])
  assert.ok(shown.filter((text) => found(text).length > 0).length >= 5, 'too few screens showed the person: the others prove nothing')
  assert.ok(searched > 0, 'no screen had the search')
  assert.ok(addresses.length > 100, `${addresses.length} addresses`)
  assert.deepEqual(
    [...new Set(addresses)].flatMap((address) => found(address)),
    [],
  )
})

test('the program’s log, Postgres’ log, the metrics: neither the person, nor the pass, nor a link’s token', async () => {
  const metrics = await ask('GET', '/metrics', { who: await as('system-administrator', 'KH') })
  assert.match(metrics.text, /http_request_duration_seconds/)
  const secrets = [
    String(known['number']),
    String(known['followNumber']),
    plainNumber,
    String(known['qrText']).slice(0, 40),
    String(known['link']).split('#')[1] ?? '',
    (await as('clerk')).cookie.slice(25, 60),
  ]
  assert.ok(secrets.every((secret) => secret.length > 8))
  assert.deepEqual(secrets.filter(canBeDrawn), [known['followNumber'], plainNumber], 'a secret short enough to be met by chance is a number alone')
  assert.ok(server.output().split('\n').length > 500, 'the log is talkative')
  assert.deepEqual(found(server.output(), secrets), [], 'the log')
  assert.deepEqual(found(metrics.text, secrets), [], 'the metrics')
  assert.deepEqual(found(server.postgresLog(), secrets), [], 'Postgres’ log')
})

test('no event, no record of reading, no counter names the person; the tables of residents and staff do, so the search finds', async () => {
  const client = new pg.Client({ connectionString: server.databaseUrl })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      "select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition",
    )
    const naming: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ n: number; first: string }>(
        `select count(*)::int as n, min(left(t::text, 400)) as first from ${client.escapeIdentifier(name)} t where lower(t::text) like any($1)`,
        // The register keeps the number in plain digits: in a row's text it stands between commas, or first.
        [[...marks, `,${plainNumber},`, `(${plainNumber},`].map((mark) => `%${mark.replaceAll('\\', '\\\\').replaceAll('%', '\\%')}%`)],
      )
      if (rows[0] && rows[0].n > 0) naming.push(mayName.includes(name) ? name : `${name}: ${rows[0].first}`)
    }
    assert.deepEqual(naming.sort(), mayName)
  } finally {
    await client.end()
  }
})
/** Where a name or number belongs: the people's own tables, what they sent themselves, and the rows that a governor was shown when signing, kept as evidence. The list and the gesture name nobody of them. */
const mayName = [
  'application_draft',
  'application_mobile',
  'complaint',
  'lost_report',
  'person',
  'person_key',
  'person_name_key',
  'signing_row',
  'staff_account',
]
