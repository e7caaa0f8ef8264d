import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What runs and what lies in the temporary folder because of us: an interrupted measurement leaves nothing behind. */
const children = new Set<ChildProcess>()
const homes = new Set<string>()
const goneMs = 1_000

export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'spean-bench-'))
  homes.add(home)
  return home
}

export function removeHome(home: string): void {
  homes.delete(home)
  rmSync(home, { recursive: true, force: true })
}

export function tracked<T extends ChildProcess>(child: T): T {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** Sends the signal and waits until the process is gone. */
export async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill(signal)
  await gone
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    // What waits for them fails now; that is no news.
    process.on('uncaughtException', () => {})
    for (const child of children) child.kill('SIGKILL')
    for (const home of homes) endPostgres(home)
    // Postgres' own children write a last word when their parent is gone.
    setTimeout(() => {
      for (const home of homes) rmSync(home, { recursive: true, force: true })
      process.exit(130)
    }, goneMs)
  })

/** A server's embedded Postgres outlives it: its pid lies in its folder. Its data is thrown away, so it may end at once. */
export function endPostgres(home: string): void {
  try {
    process.kill(Number(readFileSync(join(home, 'var', 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT')
  } catch {
    // None runs.
  }
}
