import { execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { locateBinaries } from '../../src/platform/postgres/binaries.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { chooseRunAs, commandAs } from '../../src/platform/postgres/run-as.ts'
import { endOf, tracked } from './leave.ts'

export type ScratchPostgres = { readonly url: string; readonly pid: number; stop(): Promise<void> }

/** The embedded Postgres with the very settings it has in life, but room for 128 clients of the baseline. */
export async function startScratchPostgres(home: string): Promise<ScratchPostgres> {
  const made = await startEmbedded(home, 0)
  const folder = join(home, 'postgres')
  const [pid = ''] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  const settings = argumentsOf(pid).slice(1)
  await made.stop()

  const { postgres } = locateBinaries()
  const command = commandAs(chooseRunAs([home, postgres]), postgres, [...settings, '-c', 'max_connections=200'])
  const log = openSync(join(home, 'postgres.log'), 'a')
  const child = tracked(spawn(command.file, command.args, { ...command.options, stdio: ['ignore', log, log], detached: true }))
  closeSync(log)
  for (let tries = 0; !(await answers(made.url)); tries += 1) {
    if (tries > 400 || child.exitCode !== null) throw new Error(`the scratch Postgres did not start: see ${home}/postgres.log`)
    await wait(50)
  }
  const running = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
  return { url: made.url, pid: running, stop: () => endOf(child, 'SIGINT') }
}

function argumentsOf(pid: string): string[] {
  const file = `/proc/${pid}/cmdline`
  if (existsSync(file)) return readFileSync(file, 'utf8').split('\0').slice(0, -1)
  return execFileSync('ps', ['-o', 'args=', '-p', pid], { encoding: 'utf8' }).trim().split(' ')
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
