// Goal: what was acknowledged survives kill -9, once; what was not can be sent again and happens once.
// Method: a real server process with its own database, 32 movements in flight over HTTP; killed, started again, every id sent again and counted.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { HttpClient } from '../../scripts/bench/http-client.ts'
import { endOf, endPostgres, newHome, removeHome } from '../../scripts/bench/leave.ts'
import { embeddedOf, type ServerProcess, startServer } from '../../scripts/bench/server-process.ts'
import { instantOfMs } from '../kernel/time.ts'
import type { MovementAnswer } from '../movements/movements.api.ts'
import { newCommandId } from '../platform/ids.ts'
import { becomeMadeUp, type SessionHeaders } from './demonstration-session.ts'

type Sent = { readonly body: string; answer?: MovementAnswer }
type Holder = { readonly number: string; readonly sent: Map<string, Sent> }

const inFlight = 32
const acknowledgedBeforeKill = 300
const home = newHome()
let server: ServerProcess
/** The officer's session outlives the kills: it lies in the database too. */
let officer: SessionHeaders

after(async () => {
  await server?.stop()
  // A test that failed between a kill and the next start leaves a Postgres without its server.
  endPostgres(home)
  removeHome(home)
})

test('no acknowledged movement is lost or doubled when Node, then Node and Postgres, are killed', { timeout: 120_000 }, async (t) => {
  server = await startServer(home)
  officer = await becomeMadeUp(new URL(server.url), { role: 'checkpoint-officer', place: 'kh-th/poipet' })
  const holders = await issueTo(inFlight)
  const kills = [
    { name: 'Node alone', kill: () => endOf(server.child, 'SIGKILL'), recovers: false },
    { name: 'Node and all of Postgres', kill: killBoth, recovers: true },
  ]
  for (const { name, kill, recovers } of kills)
    await t.test(name, async () => {
      await playUntilKilled(holders, kill)
      const unanswered = all(holders).filter(([, sent]) => !sent.answer)
      assert.ok(unanswered.length > 0, 'the kill met no movement in flight')

      server = await startServer(home)
      // Postgres' own word that it was killed; or that it went on, and the new server joined it.
      assert.equal(/automatic recovery in progress/.test(readFileSync(join(home, 'var', 'postgres.log'), 'utf8')), recovers)
      await sendAgain(holders)
      await assertEachOnce(all(holders).map(([id]) => id))
    })
})

const all = (holders: readonly Holder[]): [id: string, sent: Sent][] => holders.flatMap(({ sent }) => [...sent])

async function issueTo(count: number): Promise<Holder[]> {
  const client = new HttpClient(server.url, 1)
  await client.json('POST', '/api/v1/made-up/passes', { from: 0, count })
  const passes = await client.json<{ number: string }[]>('GET', `/api/v1/made-up/passes?limit=${count}`)
  client.close()
  assert.equal(passes.length, count)
  return passes.map(({ number }) => ({ number, sent: new Map() }))
}

/** Every holder goes out and comes home, one movement after the other, until the server is gone. */
async function playUntilKilled(holders: readonly Holder[], kill: () => Promise<void>): Promise<void> {
  const client = new HttpClient(server.url, inFlight, { ...officer, origin: server.url })
  const before = all(holders).filter(([, { answer }]) => answer).length
  let acknowledged = 0
  const reached = Promise.withResolvers<void>()
  const goOn = async (holder: Holder): Promise<void> => {
    for (;;) {
      const [id, sent] = nextOf(holder)
      holder.sent.set(id, sent)
      try {
        sent.answer = await client.json<MovementAnswer>('POST', '/api/v1/movements', JSON.parse(sent.body) as object)
      } catch {
        return
      }
      acknowledged += 1
      if (acknowledged === acknowledgedBeforeKill) reached.resolve()
    }
  }
  const players = holders.map(goOn)
  await Promise.race([reached.promise, Promise.all(players)])
  await kill()
  await Promise.all(players)
  client.close()
  assert.ok(
    all(holders).filter(([, { answer }]) => answer).length - before >= acknowledgedBeforeKill,
    'the server refused or ended before it was killed',
  )
}

/** Six days ago, a hundred seconds apart: above the window in which a second scan counts as the same passage. */
function nextOf({ number, sent }: Holder): [id: string, sent: Sent] {
  const id = newCommandId(Date.now())
  const [step, day] = [sent.size, 86_400_000]
  const occurredAt = instantOfMs(Math.floor((Date.now() - 6 * day) / day) * day + 3_600_000 + step * 100_000)
  const direction = step % 2 === 0 ? 'exit' : 'entry'
  return [id, { body: JSON.stringify({ id, point: 'kh-th/poipet', direction, document: { number }, occurredAt, photo: 'match' }) }]
}

/** The answers' memory is the database: an acknowledged id gives the same verdict again, an unanswered one is recorded now or was already. */
async function sendAgain(holders: readonly Holder[]): Promise<void> {
  const client = new HttpClient(server.url, inFlight, { ...officer, origin: server.url })
  const send = (sent: Sent) => client.json<MovementAnswer>('POST', '/api/v1/movements', JSON.parse(sent.body) as object)
  await Promise.all(
    holders.map(async ({ sent: mine }) => {
      for (const sent of mine.values()) {
        sent.answer ??= await send(sent)
        assert.deepEqual(await send(sent), { ...sent.answer, again: true })
      }
    }),
  )
  client.close()
}

async function assertEachOnce(ids: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: embeddedOf(home).url })
  await client.connect()
  const { rows } = await client.query<Record<string, number>>(
    `select (select count(*) from movement)::int as movements, (select count(*) from movement where id = any($1))::int as asked,
      (select count(distinct id) from movement)::int as ids, (select count(*) from event where type = 'MovementRecorded')::int as events,
      (select sum(n) from movement_count_day)::int as days, (select sum(n) from movement_count_month)::int as months`,
    [ids],
  )
  await client.end()
  const n = ids.length
  assert.deepEqual(rows[0], { movements: n, asked: n, ids: n, events: n, days: n, months: n })
}

/** All at once, as when the power goes. */
async function killBoth(): Promise<void> {
  const postmaster = embeddedOf(home).pid
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  const children = table.map((line) => line.trim().split(/\s+/).map(Number)).filter(([, parent]) => parent === postmaster)
  for (const pid of [server.child.pid ?? 0, postmaster, ...children.map(([pid]) => pid ?? 0)].filter((pid) => pid > 1)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended with its parent.
    }
  }
  await endOf(server.child, 'SIGKILL')
}
