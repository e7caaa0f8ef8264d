import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { StateCode } from '../kernel/code.ts'
import { type Instant, parseInstant } from '../kernel/time.ts'
import { ensureMonths } from '../movements/partitions.ts'
import { readConfig } from '../platform/config.ts'
import type { HttpServer } from '../platform/http.ts'
import { openTestDatabase } from '../platform/postgres/test-cluster.ts'
import { type Instance, openInstance } from './instance.ts'
import { createServer } from './server.ts'

export type TestInstance = {
  readonly instance: Instance
  readonly server: HttpServer
  readonly url: string
  /** The instance's clock: set it to move in time. */
  readonly clock: { now: Instant }
}

/** A whole instance on a real database with a clock of the test's own; it ends with the test file. `listen` opens a loopback port. */
export async function openTestInstance(options: { now: string; state?: StateCode; webFolder?: string; listen?: boolean }): Promise<TestInstance> {
  const now = parseInstant(options.now)
  if (!now) throw new Error(`not an instant: ${options.now}`)
  const clock = { now }
  const home = mkdtempSync(join(tmpdir(), 'spean-instance-'))
  const config = readConfig({ SPEAN_HOME: home, SPEAN_PORT: '0', SPEAN_LOG: 'silent', SPEAN_STATE: options.state ?? 'KH' })
  const { database, url: databaseUrl } = await openTestDatabase()
  await database.pool.connect().then(async (client) => {
    await ensureMonths(client, now)
    client.release()
  })
  const instance = await openInstance(config, { database, url: databaseUrl, close: async () => {} }, () => clock.now)
  const server = await createServer(instance, options.webFolder)
  const url = options.listen ? await server.listen({ host: '127.0.0.1', port: 0 }) : ''
  after(async () => {
    await server.close()
    await instance.close()
    rmSync(home, { recursive: true, force: true })
  })
  return { instance, server, url, clock }
}
