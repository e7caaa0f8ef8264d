// Goal: at the gate a hit of the watchlist is a referral and nothing more: no answer, stream or sheet names the entry to a role that may not read it, and the verdict is the same. Method: an instance with a point and a listed document; every role asks everything that speaks of the movement.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Who } from '../../app/test-desk.ts'
import { type Role, roles } from '../../identity/authority-lists.rules.ts'
import { deriveAgain } from '../../movements/verdict.rules.ts'
import { orderBook } from '../../places/surroundings.rules.ts'
import { openPoint, poipet } from '../test-point.ts'

const { open, desk, officer, chief, cross, body, rows, later } = await openPoint({ listen: true })
const { number } = await desk.issue(3)
const interior: Who = { role: 'interior-desk', place: 'KH' }
const listed = async (change: object): Promise<string> => {
  const entry = {
    requestId: desk.id(),
    place: 'KH',
    reason: 'court-order',
    source: 'Court of Battambang',
    seenBy: 'desk',
    lastDay: '2027-05-20',
    ...change,
  }
  const answer = await desk.post('/api/v1/watchlist/entries', entry, interior)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return (answer.body as unknown as { id: string }).id
}
const entries = [await listed({ kind: 'document', document: { issuer: 'KHM', number } }), await listed({ kind: 'plate', plate: 'ភ្នំពេញ 2A-9876' })]
const crossing = { vehicle: { class: 'car', wheels: 4 }, plate: '2A 9876' }
const secrets = [...entries, 'court-order', 'Court of Battambang']
const tellsNothing = (text: string, what: string) => {
  for (const secret of secrets) assert.ok(!text.includes(secret), `${what}: ${secret}`)
}
const book = () => ({ law: open.instance.law, orders: orderBook(open.instance.registry.current) })

/** The first event of a stream and what follows at once. */
async function streamed(who: Who): Promise<string> {
  const stop = new AbortController()
  const { cookie } = await open.as(who.role, who.place, who.nth)
  const response = await fetch(`${open.url}/api/v1/crossing-points/${poipet}/live`, { signal: stop.signal, headers: { cookie } })
  let text = ''
  if (response.status !== 200) return response.text()
  for await (const bytes of response.body ?? []) {
    text += Buffer.from(bytes).toString('utf8')
    if (text.includes('\n\n')) break
  }
  stop.abort()
  assert.match(text, /snapshot/)
  return text
}

const preview = await desk.post('/api/v1/verdicts', { point: poipet, direction: 'exit', document: { number }, photo: 'match', ...crossing }, officer)
const asked = body(number, 'exit', crossing)
const movement = await cross(number, 'exit', asked)
later(5)

test('the officer sees the referral, and of the list one nameless hit; the preview’s facts and the recorded ones lead to their verdicts again', async () => {
  const { facts, verdict } = preview.body as unknown as { facts: Parameters<typeof deriveAgain>[0] & { person: { watch: unknown } }; verdict: object }
  assert.deepEqual(facts.person.watch, [{ entry: '', kind: 'listed', strength: 'listed' }])
  assert.deepEqual([preview.body.verdict.outcome, movement.verdict.outcome], ['refer', 'refer'])
  assert.deepEqual(deriveAgain(facts, book()), verdict)
  tellsNothing(JSON.stringify(preview.body), 'preview')
  tellsNothing(JSON.stringify(movement), 'movement')
  const [event] = await rows<{ body: { facts: Parameters<typeof deriveAgain>[0] & { person: { watch: { entry: string }[] } }; verdict: object } }>(
    'select body from event where id = $1',
    [movement.id],
  )
  assert.deepEqual(event?.body.facts.person.watch.map(({ entry }) => entry).sort(), [...entries].sort())
  assert.deepEqual(deriveAgain(event?.body.facts ?? assert.fail(), book()), event?.body.verdict)
})

test('sent again, the same discreet answer', async () => {
  const again = await desk.post('/api/v1/movements', asked, officer)
  assert.equal(again.status, 200)
  tellsNothing(JSON.stringify(again.body), 'again')
})

const placeOf = (role: Role): string =>
  ['checkpoint-officer', 'chief-of-point'].includes(role) ? poipet : ['provincial-officer', 'provincial-governor'].includes(role) ? 'KH:01' : 'KH'
const paths = [
  `/api/v1/referrals?point=${poipet}`,
  `/api/v1/referrals/${movement.id}`,
  `/api/v1/crossing-points/${poipet}/day?day=2026-11-20`,
  `/api/v1/crossing-points/${poipet}/recent`,
  `/api/v1/crossing-points/${poipet}/activity?day=2026-11-20`,
  `/api/v1/movements?number=${number}`,
  `/api/v1/movements/${movement.id}/sheets`,
]
// Accounts of these roles have other doors, or none.
const signedIn = roles.filter((role) => !['resident', 'patrol-leader', 'unit-head'].includes(role))
for (const role of signedIn)
  test(`${role}: no list, page, sheet or stream names the entry`, async () => {
    const who = {
      role,
      place: ['clerk', 'cashier', 'reviewer', 'printer', 'governor', 'deputy-governor', 'office-administrator'].includes(role)
        ? 'KH:0109'
        : placeOf(role),
    }
    for (const path of paths) {
      const answer = await desk.get(path, who)
      assert.ok(answer.status < 500, path)
      tellsNothing(JSON.stringify(answer.body), path)
    }
    tellsNothing(await streamed(who), 'stream')
    const hits = await desk.get(`/api/v1/referrals/${movement.id}/hits`, who)
    const shown = hits.status === 200 ? (hits.body as unknown as { id: string; reason: string | null }[]) : []
    const reads = ['interior-desk', 'auditor', 'chief-of-point'].includes(role)
    assert.deepEqual(shown.map(({ id }) => id).sort(), reads ? [...entries].sort() : [], role)
    // Its desk alone sees why, and the auditor.
    assert.deepEqual([...new Set(shown.map(({ reason }) => reason))], reads ? [role === 'chief-of-point' ? null : 'court-order'] : [])
  })

test('how many came near is for those who may read the list', async () => {
  const count = async (who: Who) => ((await desk.get(`/api/v1/referrals?point=${poipet}`, who)).body as unknown as { hits: number }[])[0]?.hits
  assert.deepEqual([await count(officer), await count(chief)], [1, 2])
})
