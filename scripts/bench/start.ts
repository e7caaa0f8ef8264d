import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/config.ts'
import { endOf, newHome, removeHome, tracked } from './leave.ts'
import { median, type Row } from './table.ts'

const laterStarts = 5

/** From the command to the line that says where to look: `serve` whole, pages and database. */
export async function benchStart(): Promise<Row[]> {
  const home = newHome()
  try {
    // Builds the pages if their sources changed: that belongs to an installation, not to a start.
    await startOnce(join(home, 'warm-up'))
    const cold = await startOnce(join(home, 'var'))
    const later: number[] = []
    for (let start = 0; start < laterStarts; start += 1) later.push(await startOnce(join(home, 'var')))
    return [
      {
        what: 'first start of a new home (database made, keys made)',
        ours: `${cold.toFixed(1)} s`,
        against: '',
        wanted: '≤ 180 s',
        holds: cold <= 180,
      },
      {
        what: `later start, median of ${laterStarts}`,
        ours: `${median(later).toFixed(1)} s`,
        against: '',
        wanted: '< 5 s',
        holds: median(later) < 5,
      },
    ]
  } finally {
    removeHome(home)
  }
}

/** Seconds until it is up; then it is stopped. */
async function startOnce(home: string): Promise<number> {
  const env = { ...process.env, SPEAN_HOME: home, SPEAN_PORT: '0', DATABASE_URL: '' }
  const started = performance.now()
  const child = tracked(
    spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(projectRoot, 'src', 'app', 'cli.ts'), 'serve'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
  try {
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      if (said.includes('is up after')) resolve((performance.now() - started) / 1000)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${said.slice(-400)}`)))
    return await promise
  } finally {
    await endOf(child, 'SIGTERM')
  }
}
