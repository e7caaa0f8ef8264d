// Runs test files on one Postgres in two processes, each file on a database of its own, and says which of them took longest.
import { globSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { projectRoot } from '../src/platform/config.ts'
import { startTestCluster, testClusterVariable } from '../src/platform/postgres/test-cluster.ts'
import { type StoodStill, startHeartbeat } from './testing/heartbeat.ts'
import { type Failure, type Listener, runLane } from './testing/lanes.ts'

const testsAtOnce = 2
const failuresMax = 40
const slowestShown = 10

export type TestRun = {
  readonly passed: number
  readonly failed: number
  /** What failed, with where and why, ready to be printed. */
  readonly failures: readonly string[]
  readonly slowest: readonly { readonly file: string; readonly seconds: number }[]
  /** Times when not even this process ran. */
  readonly stoodStill: readonly StoodStill[]
}

/** Every test file, or those whose path holds one of `wanted`. */
export async function runTests(wanted: readonly string[]): Promise<TestRun> {
  const files = globSync('src/**/*.test.{ts,tsx}', { cwd: projectRoot })
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
    .sort()
  // Databases, keys and pictures of tests live for seconds: in memory, nothing waits for a disk.
  const folder = mkdtempSync(join(memoryFolder() ?? tmpdir(), 'spean-tests-'))
  process.env['TMPDIR'] = folder
  const cluster = await startTestCluster()
  process.env[testClusterVariable] = cluster.url
  // Processes of tests load the same modules: they are compiled once.
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

async function runFiles(files: readonly string[]): Promise<TestRun> {
  const seconds = new Map<string, number>()
  const failures: string[] = []
  let [passed, failed] = [0, 0]
  const listener: Listener = {
    passed: () => {
      passed += 1
      process.stdout.write('.')
    },
    failed: (failure) => {
      failed += 1
      process.stdout.write('X')
      if (failure.why !== undefined && failures.length < failuresMax) failures.push(failureText({ ...failure, why: failure.why }))
    },
    ended: (file, took) => void seconds.set(file, took),
  }
  const queue = files.map((file) => ({ file, alone: looksAtItsProcess.test(read(file)) }))
  const stopHeartbeat = startHeartbeat()
  await Promise.all(Array.from({ length: testsAtOnce }, () => runLane(queue, listener)))
  console.log()
  if (passed + failed === 0) throw new Error('no test ran')
  const slowest = [...seconds].map(([file, each]) => ({ file, seconds: each })).sort((one, other) => other.seconds - one.seconds)
  return { passed, failed, failures, slowest: slowest.slice(0, slowestShown), stoodStill: stopHeartbeat() }
}

const timeOf = (at: number): string => new Date(at).toISOString().slice(11, 23)

/** With how long it took and when it ended: beside the times when the machine stood still, this says whose fault it was. */
const failureText = ({ name, file, seconds, endedAt, why }: Failure): string =>
  `not ok ${name}\n  ${file}, after ${seconds.toFixed(1)} s, at ${timeOf(endedAt)}\n${why}`

export const stillText = ({ from, seconds }: StoodStill): string =>
  `the machine stood still for ${seconds.toFixed(1)} s from ${timeOf(from)} (UTC): not even this process ran`

/** What a file changes or measures of its whole process is no other file's. */
const looksAtItsProcess = /\bmock\b|process\.memoryUsage/

/** Signs of a long file, the longest first: with these begun early, neither core waits for the other at the end. */
const signs = [/openMatrix|startLoggedServer|startServer\(/, /openJourney|openBrowser/, /openTestInstance|openPagePrinter/, /openTestDatabase/]

function longestFirst(files: readonly string[]): string[] {
  const ranked = files.map((file) => {
    const text = withWhatItOpens(file)
    const rank = signs.findIndex((sign) => sign.test(text))
    return { file, rank: rank === -1 ? signs.length : rank, letters: read(file).length }
  })
  return ranked.sort((one, other) => one.rank - other.rank || other.letters - one.letters).map(({ file }) => file)
}

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8')

/** A file's text, and after it the text of the test modules that it opens an instance with. */
function withWhatItOpens(file: string): string {
  const text = read(file)
  const helpers = [...text.matchAll(/from '(\.[^']*\/test-[^'/]+\.ts)'/g)].map(([, path = '']) => join(dirname(file), path))
  return [text, ...helpers.filter((helper) => !/test-(instance|cluster|browser|desk)\.ts$/.test(helper)).map(withWhatItOpens)].join('\n')
}
