// Runs test files on one Postgres, each in a process and on a database of its own, and says which of them took longest.
import { globSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { run } from 'node:test'
import { inspect } from 'node:util'
import { projectRoot } from '../src/platform/config.ts'
import { startTestCluster, testClusterVariable } from '../src/platform/postgres/test-cluster.ts'

const testsAtOnce = 2
const fileTimeoutMs = 300_000
const failuresMax = 40
const stderrShown = 4_000
const slowestShown = 10

export type TestRun = {
  readonly passed: number
  readonly failed: number
  /** What failed, with where and why, ready to be printed. */
  readonly failures: readonly string[]
  readonly slowest: readonly { readonly file: string; readonly seconds: number }[]
}

/** Every test file, or those whose path holds one of `wanted`. */
export async function runTests(wanted: readonly string[]): Promise<TestRun> {
  const files = globSync('src/**/*.test.{ts,tsx}', { cwd: projectRoot })
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
    .map((file) => join(projectRoot, file))
    .sort()
  // Databases, keys and pictures of tests live for seconds: in memory, nothing waits for a disk.
  const folder = mkdtempSync(join(memoryFolder() ?? tmpdir(), 'spean-tests-'))
  process.env['TMPDIR'] = folder
  const cluster = await startTestCluster()
  process.env[testClusterVariable] = cluster.url
  // A test file starts a process, and most of its start is the same modules: they are compiled once.
  process.env['NODE_COMPILE_CACHE'] = join(projectRoot, 'node_modules', '.cache', 'compiled')
  try {
    return await runFiles(longestFirst(files))
  } finally {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const bytesNeeded = 2 ** 31
/** Where the machine keeps files in memory, if there is room for a test run's. */
function memoryFolder(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize >= bytesNeeded ? '/dev/shm' : undefined
  } catch {
    return undefined
  }
}

async function runFiles(files: string[]): Promise<TestRun> {
  const seconds = new Map<string, number>()
  const said = new Map<string, string>()
  const failures: string[] = []
  let total = { tests: 0, passed: 0, failed: 0 }
  const events = run({
    files,
    cwd: projectRoot,
    concurrency: testsAtOnce,
    timeout: fileTimeoutMs,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  events.on('test:pass', () => process.stdout.write('.'))
  events.on('test:stderr', ({ file = '', message }) => said.set(file, `${said.get(file) ?? ''}${message}`.slice(-stderrShown)))
  events.on('test:fail', ({ name, file = '', details: { error } }) => {
    process.stdout.write('X')
    // A test that failed only because one inside it did says nothing new.
    if (('failureType' in error && error.failureType === 'subtestsFailed') || failures.length === failuresMax) return
    // A file that fell before its first test said why on its way.
    failures.push(`not ok ${name}\n  ${relative(projectRoot, file)}\n${name === file ? said.get(file) : inspect(error.cause ?? error)}`)
  })
  events.on('test:summary', ({ file, duration_ms, counts }) => {
    if (file !== undefined) seconds.set(relative(projectRoot, file), duration_ms / 1000)
    else total = { tests: counts.tests, passed: counts.passed, failed: counts.tests - counts.passed - counts.skipped - counts.todo }
  })
  for await (const _ of events);
  console.log()
  if (total.tests === 0) throw new Error('no test ran')
  const slowest = [...seconds].map(([file, each]) => ({ file, seconds: each })).sort((one, other) => other.seconds - one.seconds)
  return { passed: total.passed, failed: total.failed, failures, slowest: slowest.slice(0, slowestShown) }
}

/** Signs of a long file, the longest first: with these begun early, neither core waits for the other at the end. */
const signs = [/openMatrix|startLoggedServer|startServer\(/, /openJourney|openBrowser/, /openTestInstance|openPagePrinter/, /openTestDatabase/]

function longestFirst(files: readonly string[]): string[] {
  const ranked = files.map((file) => {
    const text = readFileSync(file, 'utf8')
    const rank = signs.findIndex((sign) => sign.test(text))
    return { file, rank: rank === -1 ? signs.length : rank, letters: text.length }
  })
  return ranked.sort((one, other) => one.rank - other.rank || other.letters - one.letters).map(({ file }) => file)
}
