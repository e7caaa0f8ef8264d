// Goal: whose pass it is comes from the record into its next case, at its own office, recorded, and only where that case could be begun; the photo goes on while it may. Method: a whole instance over HTTP.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDesk, type Who } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import { epochMs, instantOfMs } from '../kernel/time.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00' })
const desk = openDesk(open)
const [office, other] = ['KH:0109', 'KH:0110']
const clerk = desk.at('clerk', office)
type OnRecord = {
  applicant: Record<string, unknown>
  livesSince: string | null
  photo: { takenOn: string; serves: boolean; monthsMax: number }
  notShown: string[]
}
const ask = (number: string, wish = 'damaged', who: Who = clerk) => desk.get(`/api/v1/passes/${number}/applicant?wish=${wish}`, who)
const said = ({ status, body }: { status: number; body: object }) =>
  `${status} ${Reflect.get(body, 'code') ?? Reflect.get(body, 'state') ?? ''}`.trim()
const pass = await desk.issue(501, office)
/** What the form sends when nothing was corrected. */
async function begun(number: string, about: object, photo: string | null = null, change: object = {}) {
  const { applicant } = (await ask(number)).body as unknown as OnRecord
  const { madeUp, notShown: _hidden, ...person } = applicant
  const body = { office, applicant: { ...person, ...change }, photo, madeUp, papers: [], ...about }
  return (requestId = desk.id()) => desk.post('/api/v1/applications', { requestId, ...body }, clerk)
}

test('a clerk of the office is shown the whole applicant, the number too, and the reading is on record', async () => {
  const account = String((await desk.get('/api/v1/account', clerk)).body['id'])
  const count = async () =>
    (
      await open.administrator.query<{ n: number }>('select coalesce(sum(n), 0)::int as n from person_read where account = $1 and subject = $2', [
        account,
        pass.number,
      ])
    ).rows[0]?.n ?? 0
  const before = await count()
  const { status, body } = await ask(pass.number.toLowerCase(), 'wrong-data')
  const { applicant, photo, notShown, livesSince } = body as unknown as OnRecord
  const known = (await desk.get(`/api/v1/applications/${pass.application}`, clerk)).body as unknown as OnRecord
  assert.equal(status, 200)
  assert.deepEqual(applicant, known.applicant)
  assert.deepEqual([livesSince, notShown, photo], [known.livesSince, [], { takenOn: '2026-11-20', serves: true, monthsMax: 6 }])
  assert.equal(await count(), before + 1)
})

test('nobody else, and nothing odd', async () => {
  for (const [who, answer] of [
    [desk.at('clerk', other), '404 pass.not-here'],
    [desk.at('governor', office), '403 authority.role'],
    [desk.at('cashier', office), '403 authority.role'],
    [desk.at('auditor', 'KH'), '403 authority.role'],
    [{ role: 'checkpoint-officer', place: 'kh-th/poipet' } as Who, '403 authority.role'],
  ] as const)
    assert.equal(said(await ask(pass.number, 'lost', who)), answer, who.role)
  assert.equal((await desk.get(`/api/v1/passes/${pass.number}/applicant?wish=lost`)).status, 401)
  assert.equal(said(await ask('KH01090099990')), '404 pass.not-here')
  for (const wish of ['', 'ugly', 'toString']) assert.equal((await ask(pass.number, wish)).status, 400, wish)
  for (const number of ["'", 'KH0109000001500000', '%00']) assert.ok([400, 404].includes((await ask(encodeURIComponent(number))).status), number)
})

test('a photo that is none: refused for a first pass; a copy of the pass’s own, as old as it is, for its replacement; once for one command', async () => {
  const plain = (await desk.request({}, office, 510)) as { applicant: object }
  assert.equal(said(await desk.post('/api/v1/applications', { ...plain, photo: null }, clerk)), '422 applicant.photo-unreadable')
  const send = await begun(pass.number, { replaces: { number: pass.number, cause: 'damaged' } })
  const requestId = desk.id()
  const [one, again] = [await send(requestId), await send(requestId)]
  assert.deepEqual([said(one), again.body['id']], ['201 submitted', one.body['id']])
  const { rows } = await open.administrator.query(
    `select f.id, f.taken_at = g.taken_at and f.portrait = g.portrait and f.chip = g.chip and f.id <> g.id as copied
     from application a join photo f on f.cell = a.cell and f.id = a.photo_id join application b on b.id = $2 join photo g on g.cell = b.cell and g.id = b.photo_id where a.id = $1`,
    [one.body['id'], pass.application],
  )
  assert.deepEqual(
    rows.map(({ copied }) => copied),
    [true],
  )
  await desk.post(`/api/v1/applications/${String(one.body['id'])}/withdrawal`, { requestId: desk.id(), reason: 'x' }, clerk)
})

test('half a year on the photo is too old for a replacement and serves an extension', async () => {
  open.clock.now = instantOfMs(epochMs('2026-11-20T08:30:00+07:00' as never) + 182 * 86_400_000)
  assert.equal(((await ask(pass.number)).body as unknown as OnRecord).photo.serves, false)
  const old = await begun(pass.number, { replaces: { number: pass.number, cause: 'damaged' } })
  assert.equal(said(await old()), '422 applicant.photo-too-old')
  const extended = await (await begun(pass.number, { extends: { number: pass.number } }))()
  assert.equal(said(extended), '201 submitted', JSON.stringify(extended.body))
})

test('a pass of another office, or one that is over, is refused plainly, and lends no photo', async () => {
  const foreign = await desk.issue(502, other)
  assert.equal(said(await ask(foreign.number)), '404 pass.not-here')
  const { applicant } = (await ask(foreign.number, 'damaged', desk.at('clerk', other))).body as unknown as OnRecord
  const { madeUp, notShown: _hidden, ...person } = applicant
  const body = {
    requestId: desk.id(),
    office,
    applicant: { ...person, homeArea: office },
    photo: null,
    madeUp,
    papers: [],
    replaces: { number: foreign.number, cause: 'damaged' },
  }
  assert.equal(said(await desk.post('/api/v1/applications', body, clerk)), '422 applicant.photo-too-old')
  const revoked = await desk.issue(503, office)
  await desk.revoke(revoked.number, 'the holder died')
  for (const wish of ['lost', 'extension', 'wrong-data']) assert.equal(said(await ask(revoked.number, wish)), '409 pass.already-revoked', wish)
})
