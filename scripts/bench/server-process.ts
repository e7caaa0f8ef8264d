import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeFlags } from '../node-flags.mjs'
import { endOf, tracked } from './leave.ts'
import { unguardedVariable } from './unguarded.ts'

export type ServerProcess = { readonly url: string; readonly child: ChildProcess; stop(): Promise<void> }
/** `databaseUrl` empty: the embedded Postgres in its home. `unguarded`: without sessions and row-level security, to measure what they cost. */
export type ServerOptions = {
  readonly lanes?: string
  readonly rememberedPasses?: string
  readonly nodeArguments?: readonly string[]
  readonly databaseUrl?: string
  readonly unguarded?: boolean
  /** With the pages, built if their sources changed. */
  readonly pages?: boolean
}

/** Starts the API server on a free loopback port with its data in `home`, and waits for its address. Its own process, as in life. */
export async function startServer(
  home: string,
  { lanes = '2', rememberedPasses = '16384', nodeArguments = [], databaseUrl = '', unguarded = false, pages = false }: ServerOptions = {},
): Promise<ServerProcess> {
  const env = {
    ...process.env,
    SPEAN_HOME: join(home, 'var'),
    SPEAN_PORT: '0',
    SPEAN_LANES: lanes,
    SPEAN_REMEMBERED_PASSES: rememberedPasses,
    DATABASE_URL: databaseUrl,
    ...(unguarded && { [unguardedVariable]: '1' }),
  }
  const file = join(import.meta.dirname, 'serve-api.ts')
  const child = tracked(
    spawn(process.execPath, [...nodeFlags, ...nodeArguments, file, ...(pages ? ['pages'] : [])], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )
  const url = await firstLine(child)
  return { url, child, stop: () => endOf(child, 'SIGTERM') }
}

/** Where the embedded Postgres of `home` listens, and its postmaster's pid. */
export function embeddedOf(home: string): { url: string; pid: number } {
  const [pid, , , port] = readFileSync(join(home, 'var', 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  const password = readFileSync(join(home, 'var', 'postgres.password'), 'utf8')
  return { url: `postgres://spean:${password}@127.0.0.1:${port}/postgres`, pid: Number(pid) }
}

function firstLine(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8')
    if (text.includes('\n')) resolve(text.trim())
  })
  child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)))
  return promise
}
