// Goal: what the clerk saw and photographed stays with the case, and is shown to those alone who are shown all that stands on it; a photo is previewed as it will be borne. Method: a whole instance over HTTP, with hostile pictures.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { type Answered, openDesk } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import { readRetention } from '../instruments/retention.ts'
import { epochMs, instantOfMs } from '../kernel/time.ts'
import { runRetention } from './retention.ts'

const open = await openTestInstance({ now: '2026-11-20T09:00:00+07:00' })
const { get, post, call, id, apply, pay, request, sign, approve, at } = openDesk(open)
const office = 'KH:0109'
const clerk = at('clerk', office)
const code = ({ status, body }: Answered) => `${status} ${body['code'] ?? ''}`.trim()
const wide = (
  await sharp({ create: { width: 1200, height: 400, channels: 3, background: '#eeeeee' } })
    .jpeg()
    .toBuffer()
).toString('base64')
const entries = ['localName', 'familyName', 'givenName', 'birthDate', 'sex', 'nationality', 'nationalId', 'province', 'district', 'address']
const more = ['guardian', 'familyBook', 'replaces', 'cause', 'papers', 'livesSince', 'proofDate']
const emptyBody = { ...Object.fromEntries([...entries, ...more].map((entry) => [entry, ''])), madeUp: false }
const draftOf = async (draft: string = id(), who = clerk) => {
  const body = { office: who.place, version: 0, body: emptyBody, photo: null }
  assert.equal((await call('PUT', `/api/v1/drafts/${draft}`, { who, body })).status, 200)
  return draft
}
const put = (draft: string, paper: string, page: number, picture = wide, who = clerk) =>
  call('PUT', `/api/v1/drafts/${draft}/papers/${paper}/${page}`, { who, body: { picture } })
const sizeOf = async (url: string, who = clerk) => {
  const session = await open.as(who.role, who.place)
  const { width, height, exif } = await sharp((await open.server.inject({ url, headers: session })).rawPayload).metadata()
  return [width, height, exif]
}

test('pictures are kept with the office’s draft, go with it into the case, and the draft is gone', async () => {
  const draft = await draftOf()
  for (const [paper, page] of [
    ['national-id', 1],
    ['family-book', 1],
    ['family-book', 2],
    ['family-book', 2],
  ] as const)
    assert.equal(code(await put(draft, paper, page)), '200')
  assert.deepEqual(await sizeOf(`/api/v1/drafts/${draft}/papers/family-book/2`), [1200, 400, undefined])
  await call('DELETE', `/api/v1/drafts/${draft}/papers/family-book/1`, { who: clerk })
  assert.equal(((await get(`/api/v1/drafts/${draft}/papers`, clerk)).body as unknown as object[]).length, 2)
  const taken = await post('/api/v1/applications', { ...(await request({}, office, 401)), draft }, clerk)
  assert.equal(taken.status, 201, JSON.stringify(taken.body))
  const application = String(taken.body['id'])
  assert.deepEqual((await get(`/api/v1/applications/${application}/papers`, clerk)).body as unknown, [
    { paper: 'family-book', page: 1 },
    { paper: 'national-id', page: 1 },
  ])
  assert.deepEqual(await sizeOf(`/api/v1/applications/${application}/papers/family-book/1`), [1200, 400, undefined])
  assert.equal(code(await get(`/api/v1/applications/${application}/papers/family-book/2`, clerk)), '404 application.not-found')
  const { rows } = await open.administrator.query('select count(*)::int as n from draft_picture')
  assert.equal(rows[0].n, 0)

  for (const who of [at('reviewer', office), at('governor', office), at('provincial-governor', 'KH:01')])
    assert.equal((await get(`/api/v1/applications/${application}/papers`, who)).status, 200, who.role)
  for (const who of [at('cashier', office), at('printer', office), at('auditor', 'KH'), at('provincial-officer', 'KH:01')])
    assert.equal((await get(`/api/v1/applications/${application}/papers/national-id/1`, who)).status, 403, who.role)
  assert.equal(code(await get(`/api/v1/applications/${application}/papers`, at('reviewer', 'KH:0110'))), '404 application.not-found')
})

test('what is no picture, no paper, or no draft of this office is refused, and nothing is kept', async () => {
  const draft = await draftOf()
  const pdf = Buffer.from('%PDF-1.7').toString('base64')
  assert.equal(code(await put(draft, 'national-id', 1, pdf)), '422 applicant.photo-unreadable')
  assert.equal(code(await put(draft, 'national-id', 1, 'AAAA')), '422 applicant.photo-unreadable')
  assert.equal(code(await put(draft, 'passport', 1)), '400 request.malformed')
  assert.equal(code(await put(draft, 'national-id', 5)), '400 request.malformed')
  assert.equal(code(await put(draft, 'national-id', 1, 'A'.repeat(180_001))), '400 request.malformed')
  assert.equal(code(await put(id(), 'national-id', 1)), '404 draft.not-found')
  assert.equal(code(await put(draft, 'national-id', 1, wide, at('clerk', 'KH:0110'))), '404 draft.not-found')
  assert.equal(code(await put(draft, 'national-id', 1, wide, at('cashier', office))), '403 authority.role')
  assert.deepEqual((await get(`/api/v1/drafts/${draft}/papers`, clerk)).body as unknown, [])
  assert.equal((await call('DELETE', `/api/v1/drafts/${draft}`, { who: clerk })).status, 200)
})

test('without a needed paper the case is taken, and the reviewer is told; a day that cannot be is refused', async () => {
  const asked = { ...(await request({}, office, 402)), papers: ['national-id'], residence: { since: '2026-10-01', proofOn: '2024-01-01' } }
  const application = String((await post('/api/v1/applications', asked, clerk)).body['id'])
  const seen = (await get(`/api/v1/applications/${application}`, at('reviewer', office))).body
  assert.deepEqual([seen['papers'], seen['livesSince'], seen['proofOn']], [['national-id'], '2026-10-01', '2024-01-01'])
  assert.deepEqual(seen['flags'], [
    { code: 'papers-not-seen', about: { papers: 'family-book/residence-book photo-4x6' } },
    { code: 'home-new', about: { day: '2026-10-01', months: 6 } },
    { code: 'proof-old', about: { day: '2024-01-01', months: 12 } },
  ])
  assert.equal((await get(`/api/v1/applications/${application}`, at('cashier', office))).body['papers'], null, 'money needs no papers')
  const { papers: _papers, residence: _residence, ...nothing } = (await request({}, office, 403)) as Record<string, unknown>
  const silent = String((await post('/api/v1/applications', nothing, clerk)).body['id'])
  const flags = (await get(`/api/v1/applications/${silent}`, at('reviewer', office))).body['flags'] as { code: string }[]
  assert.deepEqual(
    flags.map((flag) => flag.code),
    ['papers-not-seen', 'home-not-proved'],
  )
  for (const residence of [
    { since: '2026-11-21', proofOn: null },
    { since: '2026-02-30', proofOn: null },
    { since: null, proofOn: '2026-12-01' },
    { since: '1900-01-01', proofOn: null },
  ])
    assert.equal(code(await post('/api/v1/applications', { ...(await request({}, office, 404)), residence }, clerk)), '422 applicant.residence-date')
  const unknown = { ...(await request({}, office, 404)), papers: ['library-card'] }
  assert.equal(code(await post('/api/v1/applications', unknown, clerk)), '400 request.malformed')
})

test('the same application again is the same; with other papers under the same id it is refused', async () => {
  const asked = { ...(await request({}, office, 405)), papers: ['national-id'] }
  const first = await post('/api/v1/applications', asked, clerk)
  assert.equal((await post('/api/v1/applications', asked, clerk)).body['id'], first.body['id'])
  assert.equal(code(await post('/api/v1/applications', { ...asked, papers: ['family-book'] }, clerk)), '409 request.id-reused')
})

test('a correction is the office’s draft under the case’s own id: it ends with the correction, and its pictures follow those of the case', async () => {
  const application = String((await apply({}, office, 406)).body['id'])
  await draftOf(application)
  assert.equal(((await get(`/api/v1/drafts?office=${office}`, clerk)).body as unknown as { id: string; source: string }[])[0]?.source, 'correction')
  await put(application, 'family-book', 1)
  const { applicant } = (await request({}, office, 406)) as { applicant: object }
  const corrected = { requestId: id(), applicant, photo: null, papers: ['family-book'], residence: { since: '2010-05-05', proofOn: null } }
  const changed = await post(`/api/v1/applications/${application}/correction`, corrected, clerk)
  assert.equal(changed.status, 200, JSON.stringify(changed.body))
  assert.deepEqual([changed.body['papers'], changed.body['livesSince'], changed.body['proofOn']], [['family-book'], '2010-05-05', null])
  assert.equal(code(await get(`/api/v1/drafts/${application}`, clerk)), '404 draft.not-found')
  const again = { requestId: id(), applicant, photo: null }
  await draftOf(application)
  await put(application, 'family-book', 1)
  const kept = (await post(`/api/v1/applications/${application}/correction`, again, clerk)).body
  assert.deepEqual([kept['papers'], kept['livesSince']], [['family-book'], '2010-05-05'], 'what is not said again stays')
  assert.deepEqual((await get(`/api/v1/applications/${application}/papers`, clerk)).body as unknown, [
    { paper: 'family-book', page: 1 },
    { paper: 'family-book', page: 2 },
  ])
})

test('a photo is previewed by the encoder of the credential: the very bytes that the pass then bears; a mark is kept whole', async () => {
  const asked = (await request({}, office, 407)) as { photo: string }
  const preview = await post('/api/v1/photo-preview', { photo: asked.photo }, clerk)
  const { chip, chipBytes, portrait } = preview.body as unknown as { chip: string; chipBytes: number; portrait: string }
  assert.ok(chipBytes <= 450 && Buffer.from(chip, 'base64').length === chipBytes)
  const large = await sharp(Buffer.from(portrait, 'base64')).metadata()
  assert.equal(large.width / large.height, 4 / 6)
  const application = String((await post('/api/v1/applications', asked, clerk)).body['id'])
  const { rows } = await open.administrator.query('select p.chip from photo p join application a on a.photo_id = p.id where a.id = $1', [application])
  assert.equal((rows[0].chip as Buffer).toString('base64'), chip)
  assert.equal(code(await post('/api/v1/photo-preview', { photo: 'AAAA' }, clerk)), '422 applicant.photo-unreadable')
  assert.equal(code(await post('/api/v1/photo-preview', { photo: asked.photo }, at('printer', office))), '403 authority.role')

  await pay(application, office)
  await approve(application, office)
  await sign([application], office)
  await post('/api/v1/booklets', { requestId: id(), office, first: 'A000401', count: 1 }, at('office-administrator', office))
  const { passNumber } = (await get(`/api/v1/applications/${application}`, at('governor', office))).body as unknown as { passNumber: string }
  const scanned = (await get(`/api/v1/passes/${passNumber}`, at('governor', office))).body['qrText']
  const made = await post(`/api/v1/applications/${application}/production`, { requestId: id(), booklet: 'A000401', scanned }, at('printer', office))
  assert.equal(made.status, 200, JSON.stringify(made.body))
  const handed = await post(
    `/api/v1/applications/${application}/hand-over`,
    { requestId: id(), kind: 'signature', mark: wide },
    at('printer', office),
  )
  assert.equal(handed.status, 200, JSON.stringify(handed.body))
  assert.deepEqual(await sizeOf(`/api/v1/applications/${application}/hand-over/mark`), [1200, 400, undefined])
})

test('the pictures go when the photo of their case goes, and not before', async () => {
  const taken = await post('/api/v1/applications', { ...(await request({}, office, 408)), draft: await withPicture() }, clerk)
  const application = String(taken.body['id'])
  const closed = await post(
    `/api/v1/applications/${application}/rejection`,
    { requestId: id(), reason: 'x', ground: 'papers' },
    at('reviewer', office),
  )
  assert.equal(closed.status, 200, JSON.stringify(closed.body))
  const { database, identity } = open.instance
  const retention = {
    importFolder: open.instance.imports.importing.folder,
    database,
    identity,
    periods: readRetention(),
    state: 'KH' as const,
    now: () => open.clock.now,
  }
  const kept = async () =>
    (await open.administrator.query('select count(*)::int as n from paper_picture where application_id = $1', [application])).rows[0].n as number
  const begin = epochMs(open.clock.now)
  for (const [days, expected] of [
    [364, 1],
    [366, 0],
  ] as const) {
    open.clock.now = instantOfMs(begin + days * 86_400_000)
    await runRetention(retention, { dryRun: false })
    assert.equal(await kept(), expected, `after ${days} days`)
  }
  const { rows } = await open.administrator.query('select lives_since, proof_on from application where id = $1', [application])
  assert.deepEqual(rows, [{ lives_since: null, proof_on: null }])
})
async function withPicture(): Promise<string> {
  const draft = await draftOf()
  assert.equal(code(await put(draft, 'national-id', 1)), '200')
  return draft
}
