// Goal: who watches a point sees what happens there, exactly, goes on after a break, and sees nothing once they may not; a reader who does not read is dropped. Method: a listening instance, real streams; turns of the clock are asked for, not waited for.
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { openPoint, poipet } from '../test-point.ts'
import { backlogBytesMax } from './live.routes.ts'

const at = await openPoint({ listen: true })
const { open, desk, officer, chief, begin, cross, undo, decide, later } = at
const { live } = open.instance
type Event = { readonly id: string; readonly name: string; readonly data: Record<string, unknown> }
const url = `${open.url}/api/v1/crossing-points/${poipet}/live`
const cookieOf = async (who = officer) => (await open.as(who.role, who.place, who.nth)).cookie

/** A stream as a browser reads it. */
async function watch(who = officer, lastEventId?: string) {
  const stop = new AbortController()
  after(() => stop.abort())
  const response = await fetch(url, {
    signal: stop.signal,
    headers: { cookie: await cookieOf(who), ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) },
  })
  const events: Event[] = []
  const state = { ended: false, text: '' }
  const reading = (async () => {
    for await (const bytes of response.body ?? []) {
      state.text += Buffer.from(bytes).toString('utf8')
      const whole = state.text.split('\n\n')
      state.text = whole.pop() ?? ''
      for (const each of whole) {
        const [, id = '', name = '', data = ''] = /^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(each) ?? []
        if (id) events.push({ id, name, data: JSON.parse(data) as Record<string, unknown> })
      }
    }
  })()
  void reading
    .catch(() => {})
    .finally(() => {
      state.ended = true
    })
  /** The first event of this name from `from` on that has come, or comes. */
  async function next(name: string, from = 0, is: (data: Event['data']) => boolean = () => true): Promise<Event> {
    for (let turn = 0; turn < 400; turn += 1) {
      const found = events.slice(from).find((event) => event.name === name && is(event.data))
      if (found) return found
      await wait(25)
    }
    return assert.fail(`no ${name} among ${JSON.stringify(events)}`)
  }
  return { response, events, state, next, stop: () => stop.abort() }
}
const countOf = ({ data }: Event): number => ((data['counts'] ?? {}) as { rows: { n: number }[] }).rows.reduce((sum, { n }) => sum + n, 0)

test('a snapshot, then what happens: movements without names, exact counts, lanes, referrals, an undoing', async () => {
  const { number } = await desk.issue(7)
  await cross(number, 'exit')
  const stream = await watch()
  assert.equal(stream.response.status, 200)
  assert.match(String(stream.response.headers.get('content-type')), /^text\/event-stream/)
  assert.equal(stream.response.headers.get('x-content-type-options'), 'nosniff')
  const snapshot = await stream.next('snapshot')
  assert.equal(countOf(snapshot), 1)
  assert.deepEqual([snapshot.data['point'], snapshot.data['lanes'], snapshot.data['referrals']], [poipet, [], { open: 0 }])
  await begin(officer, '3')
  assert.deepEqual(
    ((await stream.next('lanes')).data['lanes'] as { lane: string }[]).map(({ lane }) => lane),
    ['3'],
  )
  later(120)
  const home = await cross(number, 'entry')
  const told = await stream.next('movement')
  assert.deepEqual(told.data, { id: home.id, lane: '3', direction: 'entry', outcome: home.verdict.outcome, at: open.clock.now })
  await stream.next('counts', 0, (data) => (data['counts'] as { rows: { n: number }[] }).rows.length === 2)
  later(5)
  await undo(home.id)
  await stream.next('undone')
  const from = stream.events.length
  assert.ok(!JSON.stringify(stream.events).includes(number), 'nobody is named')
  later(120)
  const aside = await cross(number, 'entry', { care: 'other' })
  await stream.next('referrals', from, (data) => (data['referrals'] as { open: number }).open === 1)
  await decide(aside.id, chief)
  await stream.next('referrals', from, (data) => (data['referrals'] as { open: number }).open === 0)
  await live.refresh()
  const [{ n } = assert.fail()] = await at.rows<{ n: number }>('select count(*)::int as n from movement where undone_at is null')
  assert.equal(countOf(stream.events.findLast(({ name }) => name === 'counts') ?? assert.fail()), n)
  stream.stop()
})

test('cut off and back with the last id: what was missed and nothing twice; with a strange id: a snapshot', async () => {
  const { number } = await desk.issue(8)
  const first = await watch()
  const seen = await first.next('snapshot')
  first.stop()
  const exit = await cross(number, 'exit')
  later(120)
  const home = await cross(number, 'entry')
  const back = await watch(officer, seen.id)
  await back.next('movement', 0, (data) => data['id'] === home.id)
  assert.deepEqual(
    back.events.filter(({ name }) => name === 'movement').map(({ data }) => data['id']),
    [exit.id, home.id],
  )
  assert.ok(!back.events.some(({ name }) => name === 'snapshot'))
  const ids = back.events.map(({ id }) => Number(id.split('-')[1]))
  assert.deepEqual(
    ids,
    ids.map((_, index) => (ids[0] ?? 0) + index),
  )
  for (const id of ['other-1', 'x', `${seen.id}999`]) await (await watch(officer, id)).next('snapshot')
  back.stop()
})

test('kept out: nobody, another point, no such point', async () => {
  const asked = async (who: typeof officer | undefined, path = url) =>
    (await fetch(path, { headers: who ? { cookie: await cookieOf(who) } : {} })).status
  assert.deepEqual(
    [
      await asked(undefined),
      await asked({ role: 'checkpoint-officer', place: 'kh-th/malai' }),
      await asked(officer, url.replace('poipet', 'nowhere')),
      await asked({ role: 'clerk', place: 'KH:0109' }),
    ],
    [401, 403, 404, 403],
  )
})

test('a reader who does not read is dropped, and keeps no memory', async () => {
  live.endStreams()
  const socket = connect(Number(new URL(open.url).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.write(`GET /api/v1/crossing-points/${poipet}/live HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${await cookieOf()}\r\n\r\n`)
  for (let turn = 0; turn < 200 && live.open === 0; turn += 1) await wait(25)
  assert.equal(live.open, 1)
  socket.pause()
  const filler = 'x'.repeat(backlogBytesMax / 4)
  // What the system's own buffers take comes first.
  for (let turn = 0; turn < 400 && live.open === 1; turn += 1) {
    const verdict = { outcome: filler } as unknown as Parameters<typeof live.recorded>[1]
    live.recorded(
      { id: 'x', point: { id: poipet }, lane: '1', direction: 'exit', occurredAt: open.clock.now } as unknown as Parameters<typeof live.recorded>[0],
      verdict,
    )
    await live.refresh()
  }
  assert.equal(live.open, 0)
  socket.destroy()
})

test('whose role ends sees the stream end; the others go on', async () => {
  const [mine, theirs] = [await watch({ ...officer, nth: 1 }), await watch(chief)]
  await Promise.all([mine.next('snapshot'), theirs.next('snapshot')])
  await live.recheck()
  assert.deepEqual([mine.state.ended, theirs.state.ended], [false, false])
  later(1)
  await open.administrator.query("update role_grant set revoked_at = $2, revoked_by = 'test' where place = $1 and role = 'checkpoint-officer'", [
    poipet,
    open.clock.now,
  ])
  later(1)
  await live.recheck()
  for (let turn = 0; turn < 200 && !mine.state.ended; turn += 1) await wait(25)
  assert.deepEqual([mine.state.ended, theirs.state.ended], [true, false])
  theirs.stop()
})
