// Goal: who agreed to be told is told once of what happened and is still true, and nobody else learns the number. Method: a whole instance, a gateway on loopback that delays, hangs up, is silent, repeats; ten workers at once.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Answered, openDesk, type Who } from '../../app/test-desk.ts'
import { openTestInstance } from '../../app/test-instance.ts'
import type { Role } from '../../identity/authority-lists.rules.ts'
import { readRetention } from '../../instruments/retention.ts'
import { epochMs, instantOfMs } from '../../kernel/time.ts'
import { ConfigFault } from '../../platform/config.ts'
import { inTransaction } from '../../platform/database.ts'
import { type Retention, runRetention } from '../retention.ts'
import { httpMessageGateway, messageGatewayOf } from './message-gateway.ts'
import type { MessagesAnswer } from './messages.api.ts'
import { type Messenger, sendMessages } from './send-messages.ts'
import { type Manner, openTestGateway } from './test-message-gateway.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00' })
// The instance's own rounds would send between ours.
open.instance.messenger.close()
const fake = await openTestGateway()
after(() => fake.close())
const desk = openDesk(open)
const office = 'KH:0109'
const clerk = desk.at('clerk', office)
/** A gateway that answers has ten times as long, for a busy machine; only of a silent one the test is impatient. */
const [patient, impatient] = [3, 0.3]
let patience = patient
const messenger: Messenger = {
  database: open.instance.database,
  now: () => open.clock.now,
  parameters: (name, at) => (name === 'message.answer-seconds-max' ? patience : open.instance.parameters(name, at)),
  gateway: httpMessageGateway({ url: fake.url, token: () => fake.token, sender: 'Spean' }),
}
const round = () => sendMessages(messenger)
async function impatientRound() {
  patience = impatient
  const done = await round()
  patience = patient
  return done
}
const later = (seconds: number) => {
  open.clock.now = instantOfMs(epochMs(open.clock.now) + seconds * 1000)
}
const number = { number: '012 771 909', consent: true }
const e164 = '+85512771909'
let person = 100
async function applied(more: object = { mobile: number }): Promise<string> {
  person += 1
  const said = await desk.post('/api/v1/applications', { ...(await desk.request({}, office, person)), ...more }, clerk)
  assert.equal(said.status, 201, JSON.stringify(said.body))
  return String(said.body['id'])
}
const told = async (application: string, who: Who = clerk) =>
  (await desk.get(`/api/v1/applications/${application}/messages`, who)).body as unknown as MessagesAnswer
const brief = async (application: string) => (await told(application)).messages.map(({ kind, state }) => `${kind} ${state}`)
const step = (application: string, name: string, more: object, role: Role = 'reviewer', requestId = desk.id()) =>
  desk.post(`/api/v1/applications/${application}/${name}`, { requestId, ...more }, desk.at(role, office))
const returned = (application: string, requestId = desk.id()) =>
  step(application, 'return', { reason: 'The photo is dark. Secret reason.' }, 'reviewer', requestId)
const codeOf = ({ status, body }: Answered) => `${status} ${String(body['code'] ?? '')}`.trim()
const clear = async () => {
  await open.administrator.query('delete from message')
  fake.delivered.length = 0
  fake.asked.length = 0
}
const deliveries = (application: string) => open.administrator.query('select id from message where application_id = $1', [application])

test('an application with a number is told of once, in its person’s language; without one, or without a yes, nobody is', async () => {
  person += 1
  const body = { ...(await desk.request({}, office, person)), mobile: number }
  const twice = await Promise.all([1, 2, 3].map(() => desk.post('/api/v1/applications', body, clerk)))
  assert.deepEqual(new Set(twice.map(({ status }) => status)), new Set([201]), JSON.stringify(twice.map(codeOf)))
  const application = String(twice[0]?.body['id'])
  const [message, ...rest] = (await told(application)).messages
  assert.deepEqual([message?.kind, message?.state, message?.tries, rest.length], ['received', 'waiting', 0, 0])
  assert.match(message?.text ?? '', /ម៉ាឡៃ.*\d{3} \d{3} \d{4}/)
  assert.deepEqual([(await told(application)).mobile, (await told(application)).use], [e164, 'demonstration'])
  const silent = await applied({})
  assert.deepEqual(await told(silent), { use: 'demonstration', has: false, mobile: null, mayChange: true, messages: [], notShown: [] })
  person += 1
  for (const [mobile, code] of [
    [{ ...number, consent: false }, '422 mobile.no-consent'],
    [{ ...number, number: '023 456 789' }, '422 mobile.unreadable'],
    [{ number: '012 771 909' }, '400 request.malformed'],
    [{ ...number, consent: 'yes' }, '400 request.malformed'],
    [[number], '400 request.malformed'],
    ['012 771 909', '400 request.malformed'],
  ] as const) {
    const said = await desk.post('/api/v1/applications', { ...(await desk.request({}, office, person)), mobile }, clerk)
    assert.equal(codeOf(said), code)
    assert.ok(!JSON.stringify(said.body).includes('771'), 'says nothing back')
  }
})

test('a step that is refused, or sent ten times at once, tells nobody, or once; the reason is not in it', async () => {
  await clear()
  const application = await applied()
  assert.ok((await step(application, 'return', { reason: 'x' }, 'cashier')).status >= 400)
  assert.deepEqual(await brief(application), ['received waiting'])
  const requestId = desk.id()
  const all = await Promise.all(Array.from({ length: 10 }, () => returned(application, requestId)))
  assert.ok(
    all.some(({ status }) => status === 200),
    JSON.stringify(all.map(codeOf)),
  )
  const { messages } = await told(application)
  assert.deepEqual(messages.map(({ kind }) => kind).toSorted(), ['received', 'returned'])
  assert.ok(!JSON.stringify(messages).includes('Secret'))
})

test('the way to the hand: ready when its booklet is bound, not when that was spoilt before anything was sent, and once for the next one', async () => {
  await clear()
  const { application, number: pass, qrText } = await issued()
  await round()
  later(1)
  await bind(application, qrText, 'M000101')
  assert.deepEqual(await brief(application), ['ready waiting', 'received sent'])
  assert.equal((await step(application, 'spoiling', { reason: 'torn' }, 'printer')).status, 200)
  await round()
  assert.deepEqual(await brief(application), ['ready overtaken', 'received sent'])
  later(1)
  await bind(application, qrText, 'M000102')
  await round()
  assert.deepEqual(await brief(application), ['ready sent', 'ready overtaken', 'received sent'])
  const sent = fake.delivered.filter(({ text }) => !text.includes('បានទទួល'))
  assert.deepEqual(
    sent.map(({ to, sender }) => [to, sender]),
    [[e164, 'Spean']],
  )
  assert.ok(!sent[0]?.text.includes(pass))
  // Its pass ends before anybody fetched it: told once more that there is something to read, and nothing of what.
  later(1)
  assert.ok((await desk.revoke(pass, 'Secret', office)).status < 300)
  assert.equal((await step(application, 'withdrawal', { reason: 'Secret' }, 'clerk')).status, 200)
  await round()
  assert.deepEqual((await brief(application)).slice(0, 2), ['decided sent', 'ready sent'])
  assert.doesNotMatch(JSON.stringify(fake.delivered), /Secret/)
})

test('refused: told that there is a decision, without the ground or the reason; withdrawn: nothing more', async () => {
  await clear()
  const [refused, withdrawn] = [await applied(), await applied()]
  later(1)
  const wanted = { reason: 'Secret reason', ground: 'fraud-suspected' }
  assert.equal((await step(refused, 'rejection', wanted)).status, 200)
  assert.equal((await step(withdrawn, 'withdrawal', { reason: 'Secret' }, 'clerk')).status, 200)
  await round()
  assert.deepEqual([await brief(refused), await brief(withdrawn)], [['decided sent', 'received overtaken'], ['received overtaken']])
  assert.doesNotMatch(JSON.stringify(fake.delivered), /Secret|fraud|SOK/)
})

test('ten workers at once give each message to the gateway once', async () => {
  await clear()
  const applications = await Promise.all(Array.from({ length: 12 }, () => applied()))
  fake.behave(...Array.from({ length: 12 }, () => ({ is: 'slow', ms: 40 }) as const))
  const rounds = await Promise.all(Array.from({ length: 10 }, round))
  assert.equal(
    rounds.reduce((sum, { sent }) => sum + sent, 0),
    12,
  )
  assert.deepEqual([fake.asked.length, new Set(fake.asked).size, fake.delivered.length], [12, 12, 12])
  for (const application of applications) assert.deepEqual(await brief(application), ['received sent'])
  assert.deepEqual(await round(), { tried: 0, sent: 0 })
})

const manners: [name: string, manner: Manner, why: string][] = [
  ['has a fault of its own', { is: 'status', status: 500 }, 'status 500'],
  ['had taken it and has a fault', { is: 'status', status: 502, took: true }, 'status 502'],
  ['is asked too often', { is: 'status', status: 429 }, 'status 429'],
  ['has no use for our token', { is: 'status', status: 401 }, 'status 401'],
  ['hangs up', { is: 'hang-up' }, 'unreachable'],
  ['takes it and hangs up', { is: 'hang-up', took: true }, 'unreachable'],
  ['is silent', { is: 'silent' }, 'timeout'],
  ['takes it and is silent', { is: 'silent', took: true }, 'timeout'],
  ['takes it and is cut off', { is: 'cut-off', took: true }, 'unreachable'],
  ['sends us elsewhere', { is: 'redirect', to: 'https://elsewhere.example/' }, 'unreachable'],
]
for (const [name, manner, why] of manners)
  test(`a gateway that ${name}: tried again after a minute, delivered once`, async () => {
    await clear()
    const application = await applied()
    fake.behave(manner)
    assert.deepEqual(await (manner.is === 'silent' ? impatientRound() : round()), { tried: 1, sent: 0 })
    const [waiting] = (await told(application)).messages
    assert.deepEqual([waiting?.state, waiting?.tries, waiting?.why], ['waiting', 1, why])
    later(59)
    assert.deepEqual(await round(), { tried: 0, sent: 0 })
    later(2)
    assert.deepEqual(await round(), { tried: 1, sent: 1 })
    assert.deepEqual([(await brief(application))[0], fake.delivered.length, new Set(fake.asked).size], ['received sent', 1, 1])
  })

test('the program ends after the gateway took it: the next one tries under the same id when its time is over, and it is delivered once', async () => {
  await clear()
  const application = await applied()
  const dying: Messenger = {
    ...messenger,
    gateway: {
      async send(message, limits) {
        await messenger.gateway?.send(message, limits)
        throw new Error('ended here')
      },
    },
  }
  await assert.rejects(sendMessages(dying), /ended here/)
  assert.deepEqual([await brief(application), (await round()).tried], [['received sending'], 0])
  later(60)
  assert.equal((await round()).sent, 1)
  assert.deepEqual([await brief(application), fake.asked.length, fake.delivered.length], [['received sent'], 2, 1])
})

test('refused by the gateway for good: dead at once; never answered: dead after its tries; too late or without a number: not sent', async () => {
  await clear()
  const [bad, unlucky] = [await applied(), await applied()]
  fake.behave({ is: 'status', status: 422 })
  await open.administrator.query("update message set next_at = next_at + interval '1 second' where application_id = $1", [unlucky])
  await round()
  assert.deepEqual([(await told(bad)).messages[0]?.state, (await told(bad)).messages[0]?.why], ['dead', 'status 422'])
  const triesMax = open.instance.parameters('message.tries-max', open.clock.now)
  fake.behave(...Array.from({ length: triesMax }, () => ({ is: 'status', status: 503 }) as const))
  for (let i = 0; i < triesMax + 3; i += 1) {
    later(i < 9 ? 60 * 2 ** i + 2 : 14_402)
    await round()
  }
  const [dead] = (await told(unlucky)).messages
  assert.deepEqual([dead?.state, dead?.tries, dead?.why, dead?.nextAt], ['dead', triesMax, 'status 503', null])
  const [late, gone] = [await applied(), await applied()]
  assert.equal((await step(gone, 'mobile', { mobile: null }, 'clerk')).status, 200)
  await round()
  assert.deepEqual([await brief(late), await brief(gone)], [['received sent'], ['received overtaken']])
  const old = await applied()
  later(73 * 3600)
  await round()
  assert.deepEqual(await brief(old), ['received overtaken'])
  assert.ok(!fake.delivered.some(({ id }) => id.startsWith(String(dead?.id))))
})

test('another number between two tries is another message to the gateway', async () => {
  await clear()
  const application = await applied()
  fake.behave({ is: 'silent', took: true })
  await impatientRound()
  later(61)
  assert.equal((await step(application, 'mobile', { mobile: { number: '010 771 909', consent: true } }, 'clerk')).status, 200)
  await round()
  assert.deepEqual(
    fake.delivered.map(({ to }) => to),
    [e164, '+85510771909'],
  )
  assert.equal(new Set(fake.asked).size, 2)
})

test('a token that is being replaced sends nothing and loses nothing', async () => {
  await clear()
  const application = await applied()
  const without = httpMessageGateway({
    url: fake.url,
    token: () => {
      throw new Error('no such file')
    },
    sender: '',
  })
  await sendMessages({ ...messenger, gateway: without })
  assert.equal((await told(application)).messages[0]?.why, 'token')
  assert.deepEqual([await sendMessages({ ...messenger, gateway: undefined }), fake.asked.length], [{ tried: 0, sent: 0 }, 0])
})

test('a number is put in, changed and taken out by a clerk of the office, once a command, and stands in no event', async () => {
  const application = await applied({})
  const requestId = desk.id()
  const set = (mobile: object | null, who = clerk, id = desk.id()) =>
    desk.post(`/api/v1/applications/${application}/mobile`, { requestId: id, mobile }, who)
  const first = await set(number, clerk, requestId)
  assert.deepEqual([first.status, first.body['mobile']], [200, e164], JSON.stringify(first.body))
  assert.equal((await set(number, clerk, requestId)).status, 200)
  assert.equal(codeOf(await set({ ...number, number: '010 771 909' }, clerk, requestId)), '409 request.id-reused')
  assert.equal((await set({ number: '+66 81 234 5678', consent: true })).body['mobile'], '+66812345678')
  assert.equal(codeOf(await set({ ...number, consent: false })), '422 mobile.no-consent')
  assert.equal(codeOf(await set(number, desk.at('cashier', office))), '403 authority.role')
  assert.equal(codeOf(await set(number, desk.at('clerk', 'KH:0110'))), '404 application.not-found')
  assert.equal((await set({ number: '', consent: false })).body['has'], false)
  assert.equal((await set(null)).body['has'], false)
  assert.equal((await step(application, 'withdrawal', { reason: 'x' }, 'clerk')).status, 200)
  assert.equal(codeOf(await set(number)), '409 application.closed')
  const { rows } = await open.administrator.query("select count(*)::int as n from event where body::text ~ '771909|812345678'")
  assert.equal(rows[0]?.n, 0)
})

test('each role is shown its part; another office sees none, past the program’s check either', async () => {
  const application = await applied()
  const seen = async (role: Role, place = office) => {
    const { mobile, has, messages, notShown } = await told(application, desk.at(role, place))
    return [mobile, has, messages?.[0]?.text !== null, notShown?.includes('mobile') ?? null]
  }
  assert.deepEqual(await seen('clerk'), [e164, true, true, false])
  for (const role of ['reviewer', 'governor', 'cashier'] as const) assert.deepEqual(await seen(role), [null, true, true, true], role)
  assert.deepEqual(await seen('printer'), [null, true, false, true])
  assert.equal(codeOf(await desk.get(`/api/v1/applications/${application}/messages`, desk.at('clerk', 'KH:0110'))), '404 application.not-found')
  const { rows } = await open.administrator.query<{ account: string }>(
    "select account from role_grant where role = 'clerk' and place = 'KH:0110' limit 1",
  )
  const counted = (scope: { account: string } | { job: 'messages' | 'portal' | 'lapse' }) =>
    inTransaction(open.instance.database, { ...scope, at: open.clock.now }, async (tx) => {
      const numbers = await tx.selectFrom('application_mobile').select('mobile').execute()
      const messages = await tx.selectFrom('message').select('id').execute()
      return [numbers.length > 0, messages.length > 0]
    })
  for (const scope of [{ account: rows[0]?.account ?? assert.fail() }, { account: 'nobody' }, { job: 'portal' }, { job: 'lapse' }] as const)
    assert.deepEqual(await counted(scope), [false, false], JSON.stringify(scope))
  assert.deepEqual(await counted({ job: 'messages' }), [true, true])
})

test('typed at home it waits in the draft: nothing is sent to it before a clerk took the application', async () => {
  await clear()
  person += 1
  const { requestId, applicant, photo } = (await desk.request({}, office, person)) as Record<string, string>
  const sent = await desk.post('/api/v1/online-applications', {
    requestId,
    office,
    applicant,
    photo,
    mobile: { number: '096-765-4321', consent: true },
  })
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  const { body } = (await desk.get(`/api/v1/drafts/${requestId}`, clerk)).body as unknown as { body: Record<string, string> }
  assert.deepEqual([body['mobile'], body['mobileConsent']], ['+855967654321', 'yes'])
  assert.deepEqual(await round(), { tried: 0, sent: 0 })
  const bad = { ...(await desk.request({}, office, person)), mobile: { number: '023 456 789', consent: true } } as Record<string, unknown>
  const refused = await desk.post('/api/v1/online-applications', { requestId: desk.id(), office, applicant, photo, mobile: bad['mobile'] })
  assert.equal(codeOf(refused), '422 mobile.unreadable')
})

test('thirty days after the pass was collected, or the case closed, number and messages are gone; not a day before', async () => {
  await clear()
  const { application, qrText } = await issued()
  await bind(application, qrText, 'M000103')
  await round()
  const closed = await applied()
  await step(closed, 'rejection', { reason: 'x', ground: 'other' })
  const open2 = await applied()
  const mark = (await open.server.inject({ url: '/api/v1/made-up/people/3/photo' })).rawPayload.toString('base64')
  assert.equal((await step(application, 'hand-over', { kind: 'thumb', mark }, 'printer')).status, 200)
  const left = async (id: string) => [(await deliveries(id)).rows.length > 0, (await told(id)).has]
  const { database, identity, imports } = open.instance
  const importFolder = imports.importing.folder
  const retention: Retention = { database, identity, periods: readRetention(), state: 'KH', now: () => open.clock.now, importFolder }
  later(30 * 86_400 - 1)
  await runRetention(retention, { dryRun: false })
  assert.deepEqual(
    [await left(application), await left(closed)],
    [
      [true, true],
      [true, true],
    ],
  )
  later(2)
  const [counted] = (await runRetention(retention, { dryRun: true })).filter(({ kind }) => kind === 'message')
  assert.ok((counted?.n ?? 0) >= 2)
  await runRetention(retention, { dryRun: false })
  assert.deepEqual([await left(application), await left(closed), (await left(open2))[0]], [[false, false], [false, false], true])
})

test('settings name a whole gateway, or none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spean-sms-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const [tokenFile, empty] = [join(folder, 'token'), join(folder, 'empty')]
  writeFileSync(tokenFile, 'a-token-of-tests\n')
  writeFileSync(empty, '\n')
  const settings = { smsUrl: 'https://sms.example/v1/messages', smsTokenFile: tokenFile, smsSender: '' }
  assert.equal(messageGatewayOf({ ...settings, smsUrl: '' }), undefined)
  assert.ok(messageGatewayOf(settings))
  for (const smsTokenFile of ['', empty, join(folder, 'none')])
    assert.throws(
      () => messageGatewayOf({ ...settings, smsTokenFile }),
      (error) => error instanceof ConfigFault && !error.message.includes('\n'),
    )
})

async function issued() {
  const {
    number: pass,
    qrText,
    application,
  } = await (async () => {
    const id = await applied()
    assert.equal((await desk.pay(id, office)).status, 200)
    assert.equal((await desk.approve(id, office)).status, 200)
    assert.ok((await desk.sign([id], office)).status < 300)
    const signed = String((await desk.get(`/api/v1/applications/${id}`, desk.at('governor', office))).body['passNumber'])
    const { body } = await desk.get(`/api/v1/passes/${signed}`, desk.at('governor', office))
    return { number: signed, qrText: String(body['qrText']), application: id }
  })()
  return { application, number: pass, qrText }
}
async function bind(application: string, scanned: string, booklet: string): Promise<void> {
  await desk.post('/api/v1/booklets', { requestId: desk.id(), office, first: booklet, count: 1 }, desk.at('office-administrator', office))
  const bound = await step(application, 'production', { booklet, scanned }, 'printer')
  assert.equal(bound.status, 200, JSON.stringify(bound.body))
}
