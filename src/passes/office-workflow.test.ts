// Goal: between the counter and the hand nothing is lost, done twice or done by the wrong hands: correction, review, booklets, hand-over, replacement, drafts. Method: a whole instance over HTTP; races by doing it ten times at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answered, openDesk } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import { parseInstant } from '../kernel/time.ts'
import { checkEvidence } from './evidence-check.ts'
import { parseEvidence } from './evidence-form.ts'

const morning = '2026-11-20T08:30:00+07:00'
const open = await openTestInstance({ now: morning })
const { get, post, call, id, apply, pay, approve, sign, issue, request, at } = openDesk(open)
const office = 'KH:0110'
const who = (role: Parameters<typeof at>[0], nth = 0) => ({ ...at(role, office), nth })
const step = (application: string, name: string, role: Parameters<typeof at>[0], body: object = {}, nth = 0) =>
  post(`/api/v1/applications/${application}/${name}`, { requestId: id(), ...body }, who(role, nth))
const code = ({ status, body }: Answered) => `${status} ${body['code'] ?? body['state'] ?? ''}`
const stateOf = async (application: string) => (await get(`/api/v1/applications/${application}`, who('reviewer'))).body['state']
const face = (await open.server.inject({ url: '/api/v1/made-up/people/9/photo' })).rawPayload.toString('base64')

let person = 100
async function taken(): Promise<string> {
  person += 1
  const applied = await apply({}, office, person)
  assert.equal(applied.status, 201, JSON.stringify(applied.body))
  return String(applied.body['id'])
}
async function paid(): Promise<string> {
  const application = await taken()
  await pay(application, office)
  return application
}
async function signed(): Promise<{ application: string; number: string; qrText: string; lastDay: string }> {
  person += 1
  return issue(person, office)
}
async function stock(first: string, count: number): Promise<void> {
  const received = await post('/api/v1/booklets', { requestId: id(), office, first, count }, who('office-administrator'))
  assert.equal(received.status, 200, JSON.stringify(received.body))
}

test('returned for correction after it was paid: fee, receipt and photo stay, and it goes on as paid', async () => {
  const application = await paid()
  const before = (await get(`/api/v1/applications/${application}`, who('clerk'))).body
  assert.equal(code(await step(application, 'return', 'reviewer', { reason: 'The name is misspelt' })), '200 incomplete')
  assert.equal(code(await step(application, 'approval', 'reviewer')), '409 application.incomplete')
  const { madeUp: _madeUp, notShown: _hidden, ...applicant } = before['applicant'] as { [key: string]: unknown }
  const corrected = { applicant: { ...applicant, givenName: 'CORRECTED' }, photo: null }
  assert.equal(code(await step(application, 'correction', 'clerk', corrected)), '200 paid')
  const after = (await get(`/api/v1/applications/${application}`, who('clerk'))).body
  assert.deepEqual([after['receipt'], after['paidAt'], after['fee']], [before['receipt'], before['paidAt'], before['fee']])
  assert.equal((after['applicant'] as { givenName: string }).givenName, 'CORRECTED')
})

test('a correction that cannot be read changes nothing: 30 February, another area, a photo that is none', async () => {
  const application = await taken()
  const { applicant: told } = (await get(`/api/v1/applications/${application}`, who('clerk'))).body as unknown as { applicant: object }
  const { madeUp: _madeUp, notShown: _hidden, ...applicant } = told as { [key: string]: unknown }
  const bad: [object, string | null, string][] = [
    [{ ...applicant, birthDate: '1990-02-30' }, null, '422 applicant.birth-date'],
    [{ ...applicant, homeArea: 'KH:0199' }, null, '422 area.unknown'],
    [{ ...applicant, homeArea: 'KH:0109' }, null, '422 applicant.address-not-served'],
    [applicant, Buffer.from('%PDF-1.7 not a photo').toString('base64'), '422 applicant.photo-unreadable'],
  ]
  for (const [body, photo, answer] of bad) assert.equal(code(await step(application, 'correction', 'clerk', { applicant: body, photo })), answer)
  assert.deepEqual((await get(`/api/v1/applications/${application}`, who('clerk'))).body['applicant'], told)
})

test('of ten who take one case under review one has it; the other decides nothing until it is put back', async () => {
  const application = await paid()
  const answers = await Promise.all(Array.from({ length: 10 }, () => step(application, 'review', 'reviewer')))
  assert.deepEqual(answers.map(code).sort(), ['200 under-review', ...Array.from({ length: 9 }, () => '409 application.under-review')])
  // The governor is another checker, and the chief: he may put it back, and only then decide.
  assert.equal(code(await step(application, 'approval', 'governor')), '409 application.under-review')
  assert.equal(code(await step(application, 'return', 'governor', { reason: 'x' })), '409 application.under-review')
  assert.equal(code(await step(application, 'release', 'governor')), '200 paid')
  assert.equal(code(await step(application, 'approval', 'governor')), '200 approved')
  assert.equal((await get(`/api/v1/applications/${application}`, who('clerk'))).body['reviewing'], null)
})

test('what the signer holds back goes to the reviewers with the reason, and is signed another day', async () => {
  const application = await paid()
  await approve(application, office)
  assert.equal(code(await step(application, 'holding-back', 'governor', { reason: 'Whose photo is this?' })), '200 paid')
  assert.equal(code(await sign([application], office)), '409 application.not-approved')
  assert.equal((await get(`/api/v1/applications/${application}`, who('clerk'))).body['reason'], 'Whose photo is this?')
  await approve(application, office)
  assert.ok((await sign([application], office)).status < 300)
})

test('a booklet’s number comes in once and serves once, also when two print at one moment', async () => {
  await stock('A000100', 40)
  const again = await post('/api/v1/booklets', { requestId: id(), office, first: 'A000139', count: 5 }, who('office-administrator'))
  assert.equal(code(again), '409 booklet.already-received')
  const cases = await Promise.all([signed(), signed(), signed()])
  const answers = await Promise.all(
    cases.map(({ application, qrText }) => step(application, 'production', 'printer', { booklet: 'a000 100', scanned: qrText })),
  )
  assert.deepEqual(answers.map(code).sort(), ['200 produced', '409 booklet.already-used', '409 booklet.already-used'])
  const { body } = await get(`/api/v1/booklets?office=${office}`, who('printer'))
  assert.deepEqual([body['inStock'], body['used'], body['spoilt'], body['next']], [39, 1, 0, 'A000101'])
})

test('a page is bound only after its own code was read; unknown, foreign and malformed numbers are refused', async () => {
  const [mine, other] = [await signed(), await signed()]
  const produce = (scanned: string, booklet: string) => step(mine.application, 'production', 'printer', { booklet, scanned })
  assert.equal(code(await produce(other.qrText, 'A000110')), '409 booklet.qr-differs')
  assert.equal(code(await produce(mine.qrText.slice(0, -1) + (mine.qrText.endsWith('A') ? 'B' : 'A'), 'A000110')), '409 booklet.qr-differs')
  assert.equal(code(await produce(mine.qrText, 'Z999999')), '422 booklet.unknown')
  assert.equal(code(await produce(mine.qrText, 'no number')), '422 booklet.number')
  await post('/api/v1/booklets', { requestId: id(), office: 'KH:0109', first: 'B000100', count: 1 }, at('office-administrator', 'KH:0109'))
  assert.equal(code(await produce(mine.qrText, 'B000100')), '422 booklet.unknown')
  assert.equal(await stateOf(mine.application), 'signed')
  assert.equal(code(await step(mine.application, 'hand-over', 'printer', { kind: 'thumb', mark: face })), '409 application.not-produced')
})

test('the printer dies after numbering: the number is spoilt for good, and another booklet is bound', async () => {
  const { application, qrText } = await signed()
  const produced = { booklet: 'A000120', scanned: qrText }
  assert.equal(code(await step(application, 'production', 'printer', produced)), '200 produced')
  assert.equal(code(await step(application, 'spoiling', 'printer', { reason: 'The printer jammed' })), '200 signed')
  assert.equal(code(await step(application, 'production', 'printer', produced)), '409 booklet.spoilt')
  assert.equal(code(await step(application, 'production', 'printer', { ...produced, booklet: 'A000121' })), '200 produced')
  const spoil = (number: string) => post('/api/v1/booklets/spoilt', { requestId: id(), office, number, reason: 'Wet' }, who('printer'))
  assert.equal(code(await spoil('A000121')), '409 booklet.already-used')
  assert.equal(code(await spoil('A000120')), '409 booklet.spoilt')
  assert.equal((await spoil('A000122')).status, 200)
})

test('what was suspended or revoked since it was printed is not handed over', async () => {
  const { application, qrText } = await signed()
  await step(application, 'production', 'printer', { booklet: 'A000132', scanned: qrText })
  const number = String((await get(`/api/v1/applications/${application}`, who('governor'))).body['passNumber'])
  const hand = async () => code(await step(application, 'hand-over', 'printer', { kind: 'thumb', mark: face }))
  const change = (what: string) => post(`/api/v1/passes/${number}/${what}`, { requestId: id(), reason: 'Asked about again' }, who('governor'))
  for (const what of ['suspension', 'resumption', 'revocation']) {
    assert.ok((await change(what)).status < 300, what)
    if (what !== 'resumption') assert.equal(await hand(), '409 pass.not-active', what)
  }
  assert.equal(await stateOf(application), 'produced')
})

test('handed over once, with a mark that is kept; by none who took, approved or signed it', async () => {
  const { application, qrText } = await signed()
  await step(application, 'production', 'printer', { booklet: 'A000130', scanned: qrText })
  assert.equal(code(await step(application, 'hand-over', 'clerk', { kind: 'thumb', mark: face })), '403 authority.role')
  const unreadable = { kind: 'signature', mark: Buffer.from('<svg onload=alert(1)>').toString('base64') }
  assert.equal(code(await step(application, 'hand-over', 'printer', unreadable)), '422 applicant.photo-unreadable')
  const handed = await Promise.all(Array.from({ length: 10 }, () => step(application, 'hand-over', 'printer', { kind: 'thumb', mark: face })))
  assert.deepEqual(handed.map(code).sort(), ['200 collected', ...Array.from({ length: 9 }, () => '409 application.already-collected')])
  const mark = await open.server.inject({ url: `/api/v1/applications/${application}/hand-over/mark`, headers: await open.as('governor', office) })
  assert.deepEqual([mark.statusCode, mark.headers['content-type']], [200, 'image/jpeg'])
})

test('a lost pass is dead when it is said at the counter; signing the new one replaces it', async () => {
  const { number } = await signed()
  const asked = await request({}, office, person)
  const plain = await post('/api/v1/applications', asked, who('clerk'))
  assert.equal(code(plain), '409 applicant.has-live-pass')
  const foreign = { ...asked, requestId: id(), replaces: { number: 'KH01100000000', cause: 'lost' } }
  assert.equal(code(await post('/api/v1/applications', foreign, who('clerk'))), '409 replacement.not-live')
  const applied = await post('/api/v1/applications', { ...asked, requestId: id(), replaces: { number, cause: 'lost' } }, who('clerk'))
  assert.equal(applied.status, 201, JSON.stringify(applied.body))
  const application = String(applied.body['id'])
  const passState = async () => (await get(`/api/v1/passes/${number}`, who('clerk'))).body['state']
  assert.equal(await passState(), 'suspended')
  await pay(application, office)
  await approve(application, office)
  assert.ok((await sign([application], office)).status < 300)
  assert.equal(await passState(), 'replaced')
  const { rows } = await open.administrator.query(
    "select count(*)::int as n from pass p join application a on a.person_id = p.person_id where a.id = $1 and p.state in ('active', 'suspended')",
    [application],
  )
  assert.equal(rows[0]?.n, 1)
  const revoked = await post(`/api/v1/passes/${number}/revocation`, { requestId: id(), reason: 'x' }, who('governor'))
  assert.equal(code(revoked), '409 pass.already-replaced')
})

test('a damaged pass serves until the new one is signed; one revoked meanwhile is not replaced', async () => {
  const { number } = await signed()
  const asked = { ...(await request({}, office, person)), requestId: id(), replaces: { number, cause: 'damaged' } }
  const application = String((await post('/api/v1/applications', asked, who('clerk'))).body['id'])
  assert.equal((await get(`/api/v1/passes/${number}`, who('clerk'))).body['state'], 'active')
  await pay(application, office)
  await approve(application, office)
  await post(`/api/v1/passes/${number}/revocation`, { requestId: id(), reason: 'forged papers' }, who('governor'))
  assert.equal(code(await sign([application], office)), '409 pass.already-revoked')
})

test('an extension keeps the number and its place in the list, costs its own price, and is signed anew into the same booklet', async () => {
  const { number, qrText, lastDay } = await signed()
  const asked = { ...(await request({}, office, person)), requestId: id(), extends: { number } }
  const both = { ...asked, requestId: id(), replaces: { number, cause: 'lost' } }
  assert.equal(code(await post('/api/v1/applications', both, who('clerk'))), '400 request.malformed')
  const applied = await post('/api/v1/applications', asked, who('clerk'))
  assert.deepEqual([applied.status, applied.body['kind'], applied.body['fee']], [201, 'extension', { ...extensionFee }])
  const application = String(applied.body['id'])
  const cash = (amount: number) => post(`/api/v1/charges/${application}/cash`, { requestId: id(), amount, currency: 'KHR' }, who('cashier'))
  const wrong = await cash(20_000)
  assert.equal(code(wrong), '422 fee.amount')
  assert.ok((await cash(10_000)).status < 300)
  await approve(application, office)
  const before = await rowOf(number)
  assert.ok((await sign([application], office)).status < 300)
  const after = await rowOf(number)
  assert.deepEqual(
    [after.state, after.extension_count, after.status_list, after.status_index],
    ['active', 1, before.status_list, before.status_index],
  )
  const pass = (await get(`/api/v1/passes/${number}`, who('clerk'))).body
  assert.equal(pass['lastDay'], `${Number(lastDay.slice(0, 4)) + 1}${lastDay.slice(4)}`)
  assert.notEqual(pass['qrText'], qrText)
  assert.equal(code(await step(application, 'production', 'printer', { booklet: null, scanned: qrText })), '409 booklet.qr-differs')
  assert.equal(code(await step(application, 'production', 'printer', { booklet: null, scanned: pass['qrText'] })), '200 produced')
  assert.equal(code(await step(application, 'hand-over', 'printer', { kind: 'thumb', mark: face })), '200 collected')
  const evidence = await get(`/api/v1/passes/${number}/evidence`, who('governor'))
  const file = parseEvidence(JSON.stringify(evidence.body))
  assert.ok(typeof file !== 'string', String(file))
  for (const { step: name, fault } of await checkEvidence(file)) assert.equal(fault, undefined, name)
})
const extensionFee = { amount: 10_000, currency: 'KHR', instrument: 'kh/one-year-extension' }
const rowOf = async (number: string) =>
  (await open.administrator.query('select state, extension_count, status_list, status_index from pass where number = $1', [number])).rows[0]

test('pages are added before the pass ends, once a command, and counted', async () => {
  const { application, number, qrText } = await signed()
  await open.administrator.query('update pass set handed_over_at = null where number = $1', [number])
  const body = { requestId: id(), pages: 8 }
  const add = (asked: object, role: Parameters<typeof at>[0] = 'printer') => post(`/api/v1/passes/${number}/pages`, asked, who(role))
  assert.equal(code(await add(body)), '409 application.not-produced', 'a booklet that is not there has no pages')
  await stock('P000100', 1)
  assert.equal(code(await step(application, 'production', 'printer', { booklet: 'P000100', scanned: qrText })), '200 produced')
  const ten = await Promise.all(Array.from({ length: 10 }, () => add(body)))
  assert.deepEqual(new Set(ten.map(({ status, body: { pages } }) => `${status} ${pages}`)), new Set(['200 8']))
  assert.equal(code(await add({ ...body, pages: 9 })), '409 request.id-reused')
  assert.equal((await add({ requestId: id(), pages: 4 })).body['pages'], 12)
  assert.equal((await get(`/api/v1/passes/${number}`, who('clerk'))).body['pagesAdded'], 12)
  for (const pages of [0, -1, 65, 1.5]) assert.equal((await add({ requestId: id(), pages })).status, 400)
  await post(`/api/v1/passes/${number}/suspension`, { requestId: id(), reason: 'x' }, who('governor'))
  assert.equal(code(await add({ requestId: id(), pages: 4 })), '409 pass.not-active')
})

const draft = {
  localName: 'សុខ',
  familyName: '',
  givenName: '',
  birthDate: '31/02/1990',
  sex: '',
  nationality: 'KHM',
  nationalId: '',
  province: '',
  district: '',
  address: '',
  guardian: '',
  familyBook: '',
  papers: '',
  livesSince: '',
  proofDate: '',
  replaces: '',
  cause: '',
  madeUp: true,
}
const save = (draftId: string, version: number, body: object, place = office) =>
  call('PUT', `/api/v1/drafts/${draftId}`, { who: at('clerk', place), body: { office: place, version, body, photo: null } })

test('a draft is the office’s: saved as typed, gone on with by another, never written over, ended by its application', async () => {
  const draftId = id()
  assert.deepEqual((await save(draftId, 0, draft)).body, { id: draftId, version: 1 })
  assert.deepEqual((await save(draftId, 0, draft)).body, { id: draftId, version: 1 }, 'the same save twice is one')
  const second = await get(`/api/v1/drafts/${draftId}`, who('clerk', 1))
  assert.deepEqual(second.body['body'], draft)
  assert.equal((await save(draftId, 1, { ...draft, familyName: 'SOK' })).status, 200)
  assert.equal(code(await save(draftId, 1, { ...draft, familyName: 'SAO' })), '409 draft.changed')
  assert.equal(code(await save(id(), 7, draft)), '404 draft.not-found')
  assert.equal(code(await get(`/api/v1/drafts/${draftId}`, at('clerk', 'KH:0109'))), '404 draft.not-found')
  assert.equal(code(await save(draftId, 2, draft, 'KH:0109')), '404 draft.not-found')
  const listed = async () =>
    ((await get(`/api/v1/drafts?office=${office}`, who('clerk'))).body as unknown as { about: object | null }[]).map(({ about }) => about)
  assert.deepEqual(await listed(), [null])
  assert.equal((await save(draftId, 2, { ...draft, cause: 'lost', replaces: 'KH01020000017' })).status, 200)
  assert.deepEqual(await listed(), [{ wish: 'lost', number: 'KH01020000017' }], 'the list names the pass that a case is about')
  assert.equal((await save(draftId, 3, { ...draft, cause: 'no cause' })).status, 200)
  assert.deepEqual(await listed(), [null])
  person += 1
  const applied = await post('/api/v1/applications', { ...(await request({}, office, person)), draft: draftId }, who('clerk'))
  assert.equal(applied.status, 201, JSON.stringify(applied.body))
  assert.equal(code(await get(`/api/v1/drafts/${draftId}`, who('clerk'))), '404 draft.not-found')
})

test('a draft is thrown away once, by its own office', async () => {
  const draftId = id()
  await save(draftId, 0, draft)
  const discard = (place: string) => call('DELETE', `/api/v1/drafts/${draftId}`, { who: at('clerk', place) })
  assert.equal(code(await discard('KH:0109')), '404 draft.not-found')
  assert.equal((await discard(office)).status, 200)
  assert.equal(code(await discard(office)), '404 draft.not-found')
})

test('what nobody paid or corrected lapses on its day, and not before', async () => {
  const application = await taken()
  const { runLapse } = await import('./lapse-applications.ts')
  open.clock.now = parseInstant('2026-12-19T08:30:00+07:00') ?? assert.fail()
  await runLapse(open.instance)
  assert.equal(await stateOf(application), 'submitted')
  open.clock.now = parseInstant('2026-12-20T08:30:01+07:00') ?? assert.fail()
  assert.ok((await runLapse(open.instance)) >= 1)
  assert.equal(await stateOf(application), 'lapsed')
  assert.equal(await runLapse(open.instance), 0)
})
