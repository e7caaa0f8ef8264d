// Goal: an office whose mandate ended takes nothing, at the counter, from a phone or by hand of an old pass's holder: each is told the rule, the instrument that ended it and the way on; the province's hall goes on. Method: a whole instance; the interior desk's own decision; ten at once; what was taken before goes on.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openResident } from './test-resident.ts'

const { open, desk, send } = await openResident()
const [office, hall] = ['KH:0107', 'KH:01']
const clerk = desk.at('clerk', office)
const cases = async () => (await open.administrator.query('select count(*)::int as n from application')).rows[0].n
const decision = {
  id: 'kh/trial-ends-in-thma-puok',
  title: { km: 'បទបញ្ជា', th: 'คำสั่ง', en: 'The trial ends' },
  kind: 'order',
  issuer: 'kh',
  signedOn: '2026-11-20',
  source: 'file 20',
}
const held = await desk.issue(320, office)
const before = (await desk.request({}, office, 321)) as { requestId: string; applicant: { birthDate: string } }
const taken = await desk.post('/api/v1/applications', before, clerk)
assert.equal(taken.status, 201, JSON.stringify(taken.body))
const ended = { requestId: desk.id(), instrument: 'kh/order-2024-01-01', offices: [office], decision, at: null }
assert.equal((await desk.post('/api/v1/mandate-decisions', ended, desk.at('interior-desk', 'KH'))).status, 200)
const refused = ({ status, body }: { status: number; body: object }) => [status, Reflect.get(body, 'code'), Reflect.get(body, 'instruments')]
const ofTheDecision = [403, 'mandate.revoked', [decision.id]]

test('the counter: the question of the form and ten applications at once, refused with the instrument; nothing is kept, no fee is owed', async () => {
  const asked = await desk.post('/api/v1/eligibility', { office, homeArea: office, nationality: 'KHM' }, clerk)
  assert.deepEqual(refused(asked), ofTheDecision)
  const count = await cases()
  const all = await Promise.all(Array.from({ length: 10 }, async (_, n) => desk.apply({}, office, 330 + n)))
  for (const each of all) assert.deepEqual(refused(each), ofTheDecision)
  assert.equal(await cases(), count)
})

test('what was taken before stands: its command answers the same, and its fee is taken', async () => {
  assert.equal((await desk.post('/api/v1/applications', before, clerk)).body['id'], taken.body['id'])
  assert.equal((await desk.pay(String(taken.body['id']), office)).status, 200)
})

test('a resident: not from a phone, nor an extension there; the needs name the offices that serve, the hall among them', async () => {
  const { requestId, applicant, photo } = (await desk.request({}, office, 322)) as Record<string, unknown>
  assert.deepEqual(refused(await send('online-applications', { requestId, office, applicant, photo })), ofTheDecision)
  const known = (
    await open.administrator.query<{ number: string; born: string }>(
      'select a.follow_number as number, p.birth_date as born from application a join person p on p.id = a.person_id where a.id = $1',
      [held.application],
    )
  ).rows[0]
  await open.administrator.query("update application set state = 'collected', collected_at = signed_at where id = $1", [held.application])
  const extension = await send('follow/extension', { number: known?.number, birthDate: known?.born, requestId: desk.id() })
  assert.deepEqual(refused(extension), ofTheDecision)
  const needs = async (area: string) => (await desk.get(`/api/v1/needs?kind=new&homeArea=${area}`)).body['offices'] as { id: string }[]
  assert.deepEqual(
    (await needs(office)).map(({ id }) => id),
    [hall],
  )
  assert.deepEqual(
    (await needs('KH:0108')).map(({ id }) => id),
    ['KH:0108', hall],
  )
})

test('the hall takes the same people under its own mandate', async () => {
  const asked = { ...(await desk.request({}, office, 330)), office: hall }
  assert.equal((await desk.post('/api/v1/applications', asked, desk.at('clerk', hall))).status, 201)
})
