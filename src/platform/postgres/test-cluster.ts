import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import type { Instant } from '../../kernel/time.ts'
import { ensureMonths } from '../../movements/partitions.ts'
import { type Database, openDatabase } from '../database.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

/** The variable that names the test run's cluster: an administrator's address. Unset, a test file starts a cluster of its own. */
export const testClusterVariable = 'SPEAN_TEST_CLUSTER'

/** Nothing of a test's database outlives the test: it need not reach the disk. What durability means is tested on the product's own settings (database.test.ts, crash.test.ts). */
const forgetful = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0']
const templateName = 'spean_template'
/** Most tests stand in this month: its partitions are in the template, and others are made as a start makes them. */
const usualNow = '2026-11-20T01:30:00.000Z' as Instant

/** A real Postgres for a test run, in a folder of its own that goes with it. It holds a migrated database that each test file gets a copy of. */
export async function startTestCluster(): Promise<{ url: string; stop(): Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'spean-test-'))
  const cluster = await startEmbedded(join(home, 'var'), 0, forgetful)
  await inCluster(cluster.url, async (client) => void (await client.query(`create database ${templateName}`)))
  await inCluster(addressOf(cluster.url, templateName), async (client) => {
    await migrate(client)
    await ensureMonths(client, usualNow)
  })
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
  await inCluster(administrator, async (client) => void (await client.query(`create database ${name} template ${templateName} strategy file_copy`)))
  const url = addressOf(administrator, name)
  const database = openDatabase(url)
  after(async () => {
    await database.close()
    await inCluster(administrator, async (client) => void (await client.query(`drop database ${name} with (force)`)))
    await own?.stop()
  })
  return { database, url }
}

function addressOf(cluster: string, database: string): string {
  const url = new URL(cluster)
  url.pathname = `/${database}`
  return url.href
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
