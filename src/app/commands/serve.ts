import { createServer } from 'node:net'
import { firstAdministratorLink } from '../../identity/sign-in/invite.ts'
import { borderZone, type ClockTime, civilDateAt, type Instant, instantAt } from '../../kernel/time.ts'
import { openToAt } from '../../places/open-to.rules.ts'
import { type Config, ConfigFault } from '../../platform/config.ts'
import type { HttpServer } from '../../platform/http.ts'
import { buildWeb } from '../build-web.ts'
import { connectDatabase, type Instance, openInstance, usableHome } from '../instance.ts'
import { createServer as createHttp } from '../server.ts'
import { claimServing } from '../serving-lock.ts'

const stopTimeoutMs = 5_000

/** Starts everything and runs until a signal: then requests in flight are answered, what was acknowledged is on disk, the database stops last. */
export async function serve(config: Config): Promise<void> {
  // The first signal may come at any time of the start; it is kept until there is something to stop.
  let up = false
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (!up) console.error('Stopping as soon as the start is over …')
        resolve()
      })
  })
  const started = performance.now()
  await mustBeFree(config)
  const release = claimServing(usableHome(config))
  console.error('Starting the database …')
  const connected = await connectDatabase(config).catch((error: unknown) => {
    release()
    throw error
  })
  try {
    const instance = await openInstance(config, connected)
    const server = await createHttp(instance, await buildWeb())
    await listen(server, config)
    const address = server.server.address()
    const port = typeof address === 'object' && address ? address.port : config.port
    up = true
    console.log(banner(config, port, performance.now() - started) + (await firstAdministrator(instance)) + hint(instance))
    await asked
    console.error('Stopping …')
    // Requests in flight are answered; one that dribbles on is cut off, so that nothing is left running.
    const cut = setTimeout(() => server.server.closeAllConnections(), stopTimeoutMs)
    cut.unref()
    await server.close()
    await instance.close()
  } finally {
    await connected.close({ stopServer: true }).catch(() => {})
    release()
  }
}

/** Asked before anything is started or made; the listening itself asks again. */
async function mustBeFree(config: Config): Promise<void> {
  const probe = createServer()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  probe.once('error', (error) => reject(portFault(config, error)))
  probe.listen(config.port, config.host, () => probe.close(() => resolve()))
  await promise
}

async function listen(server: HttpServer, config: Config): Promise<void> {
  try {
    await server.listen({ host: config.host, port: config.port })
  } catch (error) {
    throw portFault(config, error)
  }
}

function portFault(config: Config, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE') return new ConfigFault(`Port ${config.port} on ${config.host} is in use: set SPEAN_PORT to a free one (0 takes any).`)
  if (code === 'EACCES') return new ConfigFault(`Port ${config.port} may not be opened by this user: set SPEAN_PORT to one above 1023.`)
  return error
}

/** The gate refuses at a closed hour, as it must: says how to try it all the same. */
function hint({ registry, now, config }: Instance): string {
  const clock = config.clockStart === undefined ? '' : `\nThe clock was set: it is ${now()} here.`
  const { points, orders } = registry.current
  const isOpenAt = (at: Instant): boolean => points.some((point) => openToAt(point, orders, at) !== 'nobody')
  if (isOpenAt(now())) return clock
  const noon = instantAt(civilDateAt(now(), borderZone), '12:00' as ClockTime, borderZone)
  const tryIt = isOpenAt(noon) ? ` To try the gate: SPEAN_CLOCK=${noon.slice(0, 10)}T12:00+07:00 npm start` : ''
  return `${clock}\nAll crossing points are closed at this hour.${tryIt}`
}

/** A new service has nobody yet: its first administrator enrols a passkey by a link that is good once and for a day. Printed here alone. */
async function firstAdministrator({ mode, signIn }: Instance): Promise<string> {
  if (mode === 'demonstration') return ''
  const link = await firstAdministratorLink(signIn.context, { name: 'System administrator' })
  return link ? `\n\nNobody can sign in yet. The first administrator enrols a passkey here, once, within a day:\n\n  ${link.link}` : ''
}

const aboutMode = {
  demonstration: 'A demonstration: made-up people and staff, whom anybody at this machine may become.',
  service: 'A service: staff sign in with a passkey.',
} as const

function banner(config: Config, port: number, ms: number): string {
  // Passkeys know localhost by its name, not by its number.
  const base = config.origin || `http://localhost:${port}`
  return `
Spean (${config.state}) is up after ${(ms / 1000).toFixed(1)} s. ${aboutMode[config.mode]}

  Crossing points   ${base}/
  ${config.mode === 'demonstration' ? `Become somebody   ${base}/become` : `Sign in           ${base}/sign-in`}
  Desk              ${base}/desk
  Gate              ${base}/gate
  API               ${base}/api/docs

Ctrl-C stops all of it, the database too.`
}
