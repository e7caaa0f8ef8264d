import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { becomeMadeUp, type SessionHeaders } from '../../src/app/demonstration-session.ts'
import { newCommandId } from '../../src/platform/ids.ts'
import { cpuOf, cpuWithChildren } from './cpu.ts'
import { HttpClient } from './http-client.ts'
import { newHome, removeHome } from './leave.ts'
import { issuePasses } from './record.ts'
import { embeddedOf, startServer } from './server-process.ts'
import { median, type Row } from './table.ts'

const [streams, perSecond, holders] = [200, 10, 128] as const
const point = 'kh-th/poipet'
/** Of one core, beside the same movements with nobody watching. */
const coreShareMax = 0.1

/** What two hundred gate pages that watch a point cost while ten movements a second are recorded: by turns with and without them, on one server. */
export async function benchLive({ quick }: { quick: boolean }): Promise<Row[]> {
  const home = newHome()
  const server = await startServer(home)
  const [rounds, seconds] = quick ? [3, 6] : [5, 15]
  try {
    const passes = await issuePasses(server.url, holders)
    const session = await becomeMadeUp(new URL(server.url), { role: 'checkpoint-officer', place: point })
    const client = new HttpClient(server.url, 4, session)
    const used = () => (cpuOf(server.child.pid ?? 0) ?? Number.NaN) + (cpuWithChildren(embeddedOf(home).pid) ?? Number.NaN)
    let next = 0
    const record = async () => {
      const occurredAt = new Date().toISOString()
      const { number } = passes[next % holders] ?? { number: '' }
      const direction = Math.floor(next / holders) % 2 === 0 ? 'exit' : 'entry'
      next += 1
      await client.json('POST', '/api/v1/movements', {
        id: newCommandId(Date.now()),
        point,
        direction,
        document: { number },
        occurredAt,
        photo: 'match',
      })
    }
    /** Share of one core that server and database took. */
    const measure = async (): Promise<number> => {
      const [before, startedMs] = [used(), performance.now()]
      for (let sent = 0; sent < seconds * perSecond; sent += 1) {
        await wait(Math.max(0, startedMs + (sent * 1_000) / perSecond - performance.now()))
        await record()
      }
      return ((used() - before) * 1_000) / (performance.now() - startedMs)
    }
    await measure()
    const measured: { alone: number; watched: number; events: number }[] = []
    for (let round = 0; round < rounds; round += 1) {
      const alone = await measure()
      const watchers = await openStreams(server.url, session)
      // What opening them costs is not what having them open costs.
      await wait(1_500)
      watchers.events = 0
      const watched = await measure()
      measured.push({ alone, watched, events: watchers.events })
      watchers.close()
      console.error(
        `  round ${round + 1}: ${(alone * 100).toFixed(1)} % without, ${(watched * 100).toFixed(1)} % with, ${watchers.events} events read`,
      )
    }
    client.close()
    const middle = (side: 'alone' | 'watched' | 'events') => median(measured.map((round) => round[side]))
    const more = median(measured.map(({ alone, watched }) => watched - alone))
    const row: Row = {
      what: `CPU of one core, ${streams} live streams, ${perSecond} movements/s, ${middle('events').toFixed(0)} events read`,
      ours: `${(middle('watched') * 100).toFixed(1)} %`,
      against: `nobody watching ${(middle('alone') * 100).toFixed(1)} %`,
      ratio: middle('watched') / middle('alone'),
      wanted: `≤ ${coreShareMax * 100} % more`,
      holds: more <= coreShareMax,
    }
    return [row]
  } finally {
    await server.stop()
    removeHome(home)
  }
}

async function openStreams(url: string, session: SessionHeaders) {
  const watching = { events: 0, close: () => {} }
  const open = await Promise.all(
    Array.from({ length: streams }, () => {
      const { promise, resolve, reject } = Promise.withResolvers<() => void>()
      const asked = request(`${url}/api/v1/crossing-points/${point}/live`, { headers: session }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`a stream answered ${response.statusCode}`))
        response.on('data', (bytes: Buffer) => {
          watching.events += bytes.toString('latin1').split('\nevent: ').length - 1
          resolve(() => asked.destroy())
        })
        response.on('error', () => {})
      })
      asked.on('error', reject)
      asked.end()
      return promise
    }),
  )
  watching.close = () => {
    for (const close of open) close()
  }
  return watching
}
