import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
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
  const leave = watchOver(home)
  await inCluster(cluster.url, async (client) => void (await client.query(`create database ${templateName}`)))
  await inCluster(addressOf(cluster.url, templateName), async (client) => {
    await migrate(client)
    await ensureMonths(client, usualNow)
  })
  return {
    url: cluster.url,
    stop: async () => {
      leave()
      await cluster.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** A test file that fails at its start ends without its hooks, and the server outlives its parent on purpose. A shell that waits for the end of this process tells it to go, and clears the folder. */
function watchOver(home: string): () => void {
  const pid = Number.parseInt(readFileSync(join(home, 'var', 'postgres', 'postmaster.pid'), 'utf8'), 10)
  const script = 'while read -r _; do :; done; kill -QUIT "$0"; while kill -0 "$0" 2>/dev/null; do sleep 0.1; done; rm -rf "$1"'
  const guard = spawn('sh', ['-c', script, String(pid), home], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  // Neither keeps a test run from ending.
  guard.unref()
  if (guard.stdin instanceof Socket) guard.stdin.unref()
  return () => void guard.kill()
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
