// Goal: what residents sent reaches the right desk and is answered there: complaints by the province, lost passes by the office; a signer reads each reason to look twice; an office's printers are entered. Method: Chromium against a whole instance, one page that becomes each of them; three languages, a phone and a desk screen.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Role } from '../identity/authority-lists.rules.ts'
import { languages } from '../kernel/language.ts'
import type { ApplicantBody } from '../passes/passes.api.ts'
import { buildWeb } from './build-web.ts'
import { accessible, at, openJourney, speak } from './journey-browser.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T09:00:00+07:00', webFolder: await buildWeb(), listen: true })
const { faults, visit, become } = await openJourney(open.url)
const desk = openDesk(open)
const [office, hall] = ['KH:0109', 'KH:01']
const page = await visit('/')
const as = (role: Role, place: string, path: string) => become(page, role, place, path)
const textOf = async (id: string) => ((await at(page, id).first().textContent()) ?? '').replaceAll('\u00a0', ' ')
const focused = () => page.evaluate('document.activeElement?.id')
after(() => assert.deepEqual(faults, []))

const complaint = { place: office, about: 'fee', asked: 50_000, text: 'They asked 50,000 riel.\nI paid it.', secret: 'Blue bridge' }
const complain = async (change: object = {}) => {
  const body = { requestId: desk.id(), ...complaint, ...change }
  const said = await desk.post('/api/v1/complaints', body)
  assert.equal(said.status, 201, JSON.stringify(said.body))
  return { id: body.requestId, number: String(said.body['number']) }
}
async function reportLost(index: number) {
  const { number } = await desk.issue(index, office)
  const { rows } = await open.administrator.query<{ born: string }>(
    'select p.birth_date as born from person p join pass on pass.person_id = p.id where pass.number = $1',
    [number],
  )
  const body = { requestId: desk.id(), pass: number, birthDate: rows[0]?.born, how: 'stolen', contact: '012 345 678' }
  assert.equal((await desk.post('/api/v1/lost-reports', body)).status, 201)
  return { id: body.requestId, pass: number }
}

test('a complaint: read, taken in hand, answered; the resident reads that very answer, and the auditor its history', async () => {
  const { number } = await complain()
  await as('provincial-officer', hall, '/desk/complaints')
  await at(page, 'complaint-row').first().locator('a').click()
  await page.locator('[data-testid=complaint-state][data-state=received]').waitFor()
  assert.ok((await textOf('complaint-text')).includes('I paid it.'))
  await at(page, 'take-complaint').click()
  await at(page, 'in-my-hands').waitFor()
  await at(page, 'send-answer').click()
  assert.equal(await focused(), 'complaint-answer', 'an empty answer is not sent')
  await at(page, 'answer-text').fill('The price is 20,000 riel. The rest is given back.')
  await at(page, 'send-answer').click()
  await page.locator('[data-testid=complaint-state][data-state=answered]').waitFor()
  assert.equal(await at(page, 'complaint-history').locator('li').count(), 3)
  const followed = await desk.post('/api/v1/complaints/follow', { number, secret: 'blue bridge' })
  assert.equal(followed.body['answer'], await textOf('complaint-answer'))
  const address = new URL(page.url()).pathname
  await as('auditor', 'KH', address)
  await at(page, 'complaint-answer').waitFor()
  for (const role of ['governor', 'clerk'] as const) {
    await as(role, office, '/desk/complaints')
    await page.locator('.places a').first().waitFor()
    assert.equal(await page.locator('.places a[href="/desk/complaints"]').count(), 0, `${role} of the office complained about`)
    assert.equal(await at(page, 'complaints').count(), 0)
  }
})

test('a complaint that nobody can answer is closed with its reason; one in another’s hands is not', async () => {
  const mine = await complain({ text: 'x', about: 'other' })
  const others = await complain({ text: 'y', about: 'waiting' })
  assert.equal((await desk.post(`/api/v1/complaints/${others.id}/taking`, { requestId: desk.id() }, desk.at('auditor', 'KH'))).status, 200)
  await as('provincial-officer', hall, `/desk/complaints/${others.id}`)
  await at(page, 'others-hands').waitFor()
  assert.equal(await at(page, 'close-complaint').count(), 0)
  await page.goto(`${open.url}/desk/complaints/${mine.id}`)
  await at(page, 'close-complaint').click()
  await at(page, 'reason').fill('Nothing can be read from it.')
  await at(page, 'confirm').click()
  await page.locator('[data-testid=complaint-state][data-state=closed]').waitFor()
  await page.locator('.places a[href="/desk/complaints"]').click()
  await at(page, 'filter-in-hand').click()
  await page.locator('[data-testid=complaint-row][data-state=in-hand]').waitFor()
})

test('a lost pass: the report with the pass beside it, a replacement begun with its number, and what came of it', async () => {
  const { pass } = await reportLost(71)
  await as('clerk', office, '/desk/lost-reports')
  await at(page, 'report-row').locator('a').click()
  const report = page.url()
  await page.locator('[data-testid=pass-state][data-state=active]').waitFor()
  await at(page, 'replace-stolen').click()
  assert.equal(await page.locator('#field-replaces').inputValue(), pass)
  assert.ok(await page.locator('[data-testid=cause-stolen]').isChecked())
  await page.goto(report)
  await at(page, 'settle-report').click()
  assert.equal(await focused(), 'outcome-suspended', 'what came of it is asked')
  await page.locator('[data-testid=outcome-found]').check()
  await at(page, 'settle-report').click()
  await page.locator('[data-testid=report-settled][data-outcome=found]').waitFor()
  await at(page, 'back-to-reports').click()
  await page.getByText('No report is open.').waitFor()
  await page.goto(report)
  await page.getByText('This report is not open any more.').waitFor()
  await page.goto(`${open.url}/desk/passes/${pass}`)
  await at(page, 'replace-links').waitFor()
  assert.equal(await at(page, 'replace-links').locator('a').count(), 5, 'an extension, and each cause that the law knows')
})

test('a later last day is begun at the counter too: from the pass’s own page, with the booklet in the person’s hand', async () => {
  const { number } = await desk.issue(320, office)
  const { applicant } = (await desk.get(`/api/v1/passes/${number}/applicant?wish=extension`, desk.at('clerk', office))).body as unknown as {
    applicant: ApplicantBody
  }
  await as('clerk', office, `/desk/passes/${number}`)
  await at(page, 'replace-extension').click()
  await at(page, 'from-record').waitFor()
  assert.equal(await page.locator('#field-replaces').inputValue(), number)
  for (const language of languages) {
    await speak(page, language)
    await accessible(page, `an extension is begun, ${language}`)
  }
  await speak(page, 'en')
  // Nothing is typed: whose pass it is stands there, and its photo serves.
  await page.locator('[data-testid=from-record][data-photo-serves=true]').waitFor()
  for (const field of ['localName', 'familyName', 'givenName', 'nationalId', 'address'] as const)
    assert.equal(await page.locator(`#field-${field}`).inputValue(), applicant[field] ?? '', field)
  assert.equal(await page.locator('#field-district').inputValue(), office)
  // Put aside and opened again: what was typed stays, and the photo on record serves as before.
  await page.locator('#field-address').fill('House 9')
  await page.locator('[data-testid=draft-status][data-draft=saved]').waitFor()
  await page.waitForURL(/\?draft=/)
  await page.reload()
  await page.locator('[data-testid=from-record][data-photo-serves=true]').waitFor()
  assert.equal(await page.locator('#field-address').inputValue(), 'House 9')
  await at(page, 'submit-application').click()
  await at(page, 'take-anyway').click()
  await page.locator('[data-testid=next-step][data-action="payment.take"]').waitFor()
  const { rows } = await open.administrator.query('select kind, subject_pass, state from application where subject_pass = $1', [number])
  assert.deepEqual(rows, [{ kind: 'extension', subject_pass: number, state: 'submitted' }])
})

test('an office’s printers: refused where they cannot be, entered from a day on, and counted then', async () => {
  await as('office-administrator', office, '/desk/province')
  await at(page, 'enter').click()
  assert.equal(await focused(), 'entry-from')
  await at(page, 'entry-from').fill('30/2/2026')
  await at(page, 'entry-printers').fill('២')
  await at(page, 'entry-paper').fill('12/2026')
  await at(page, 'enter').click()
  assert.equal(await focused(), 'entry-from', '30 February')
  await at(page, 'entry-from').fill('1/11/2569')
  await at(page, 'enter').click()
  await at(page, 'entry-row').waitFor()
  for (const said of ['1 November 2026', 'in force', '12/2026']) assert.ok((await textOf('entry-row')).includes(said), said)
  await as('provincial-officer', hall, '/desk/province')
  const row = page.locator(`[data-testid=capacity-table] [data-office="${office}"]`)
  await row.getByText('by paper 12/2026').waitFor()
})

const dara = { familyName: 'SOK', givenName: 'DARA', localName: 'សុខ ដារ៉ា', birthDate: '1990-05-17', sex: 1 }
const taken = async (change: object, index: number) => {
  const applied = await desk.apply({ ...dara, ...change }, office, index)
  assert.equal(applied.status, 201, JSON.stringify(applied.body))
  return String(applied.body['id'])
}
await taken({ nationalId: '010234567' }, 310)
const alike = await taken({ nationalId: '098765432', localName: 'សុខ តារា' }, 311)
await desk.pay(alike, office)

test('reasons to look twice: in the queue, before the approval and before the signature; a rejection asks for its ground', async () => {
  await as('reviewer', office, '/desk/queue')
  await at(page, 'filter-all').click()
  const inQueue = page.locator('tr', { has: page.locator(`a[href="/desk/applications/${alike}"]`) })
  await inQueue.locator('[data-flag=near-not-said]').waitFor()
  await page.goto(`${open.url}/desk/applications/${alike}`)
  await at(page, 'look-twice').waitFor()
  for (const said of ['Somebody alike was on record', 'of whom the clerk said nothing: 1'])
    assert.ok((await textOf('look-twice')).includes(said), said)
  await at(page, 'reject').click()
  await at(page, 'reason').fill('It is the other one')
  await at(page, 'confirm').click()
  assert.equal(await focused(), 'reject-ground', 'no ground is chosen for anybody')
  await accessible(page, 'the ground is asked for')
  await page.keyboard.press('Escape')
  await at(page, 'approve').click()
  await page.locator('[data-testid=application-state][data-state=approved]').waitFor()
  assert.equal(await at(page, 'look-twice').count(), 1, 'a step takes no flag away')
  await as('governor', office, '/desk/sign')
  await page.locator('[data-testid=sign-row] [data-flag=near-duplicate]').waitFor()
  await at(page, 'show-list').click()
  await page.locator('[data-testid=shown-list] [data-flag=near-not-said]').waitFor()
  await accessible(page, 'the list with its flags')
})

test('a draft that a resident sent is marked, since nobody saw who sent it', async () => {
  const { requestId, applicant, photo } = (await desk.request({}, office, 312)) as Record<string, unknown>
  assert.equal((await desk.post('/api/v1/online-applications', { requestId, office, applicant, photo })).status, 201)
  await as('clerk', office, '/desk')
  await page.locator(`[data-draft="${requestId}"] [data-testid=draft-online]`).waitFor()
})

test('axe finds nothing in three languages, and nothing is wider than a phone or a desk screen', async () => {
  const [shown, report] = [await complain({ about: 'conduct', text: 'អ'.repeat(300) }), await reportLost(72)]
  const views: [Role, string, string, string][] = [
    ['provincial-officer', hall, '/desk/complaints', '[data-testid=complaint-row]'],
    ['provincial-officer', hall, `/desk/complaints/${shown.id}`, '[data-testid=take-complaint]'],
    ['provincial-officer', hall, '/desk/province', '[data-testid=enter]'],
    ['clerk', office, '/desk/lost-reports', '[data-testid=report-row]'],
    ['clerk', office, `/desk/lost-reports/${report.id}`, '[data-testid=pass-state]'],
    ['governor', office, '/desk/queue', '[data-testid=flag]'],
  ]
  for (const [role, place, path, ready] of views) {
    await become(page, role, place, path)
    for (const language of languages) {
      await speak(page, language)
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        await page.locator(ready).first().waitFor()
        await page.evaluate('document.fonts.ready.then(() => undefined)')
        if (width === 360 || language === 'en') await accessible(page, `${path} ${language} ${width} px`)
        assert.ok(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), `${path} ${language} is wider than ${width} px`)
      }
    }
  }
})
