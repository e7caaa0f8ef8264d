import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { type Database, openDatabase } from '../database.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

/** The variable that names the test run's cluster: an administrator's address. Unset, a test file starts a cluster of its own. */
export const testClusterVariable = 'SPEAN_TEST_CLUSTER'

/** A real Postgres for a test run, in a folder of its own that goes with it. */
export async function startTestCluster(): Promise<{ url: string; stop(): Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'spean-test-'))
  const cluster = await startEmbedded(join(home, 'var'), 0)
  return {
    url: cluster.url,
    stop: async () => {
      await cluster.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

export type TestDatabase = { readonly database: Database; readonly url: string }

/** A fresh, migrated database of this test file's own; dropped after the file's last test. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const given = process.env[testClusterVariable]
  const own = given ? undefined : await startTestCluster()
  const administrator = given ?? own?.url ?? ''
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await inCluster(administrator, async (client) => void (await client.query(`create database ${name}`)))
  const url = new URL(administrator)
  url.pathname = `/${name}`
  await inCluster(url.href, async (client) => void (await migrate(client)))
  const database = openDatabase(url.href)
  after(async () => {
    await database.close()
    await inCluster(administrator, async (client) => void (await client.query(`drop database ${name} with (force)`)))
    await own?.stop()
  })
  return { database, url: url.href }
}

async function inCluster(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
