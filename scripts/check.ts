// The one check command, for people and CI alike: format and lint, types ×3, the pages' build, and every test on a real Postgres and a real browser.
import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb } from '../src/app/build-web.ts'
import { prepareBrowser } from '../src/app/test-browser.ts'
import { projectRoot } from '../src/platform/config.ts'
import { startTestCluster, testClusterVariable } from '../src/platform/postgres/test-cluster.ts'

const testsAtOnce = 2
const counts = { passed: 0, failed: 0 }

await check('format and lint', () => run('biome', ['check', '--error-on-warnings']))
for (const config of ['tsconfig.core.json', 'tsconfig.json', 'tsconfig.web.json', 'tsconfig.web-test.json'])
  await check(`types, ${config}`, () => run('tsc', ['-p', config]))
await check('pages build', async () => void (await buildWeb()))
await check('browser from the packages', async () => void (await prepareBrowser()))
await runTests(process.argv.slice(2))
console.log(`\n${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed === 0 ? 0 : 1

async function check(name: string, work: () => Promise<void>): Promise<void> {
  const started = performance.now()
  try {
    await work()
    counts.passed += 1
    console.log(`ok      ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  } catch (error) {
    counts.failed += 1
    console.log(`FAILED  ${name}\n${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Runs a program of node_modules/.bin; its output is shown only when it fails. */
function run(program: string, args: readonly string[]): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const child = spawn(join(projectRoot, 'node_modules', '.bin', program), args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] })
  const output: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
  child.on('error', reject)
  child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(Buffer.concat(output).toString('utf8')))))
  return promise
}

/** Every test file, or those whose path holds one of `wanted`; one Postgres for all, a database of its own for each file. */
async function runTests(wanted: readonly string[]): Promise<void> {
  const files = globSync('src/**/*.test.{ts,tsx}', { cwd: projectRoot }).filter(
    (file) => wanted.length === 0 || wanted.some((part) => file.includes(part)),
  )
  const folder = mkdtempSync(join(tmpdir(), 'spean-check-'))
  const report = join(folder, 'tests.tap')
  const cluster = await startTestCluster()
  try {
    const reporters = ['--test-reporter=dot', '--test-reporter-destination=stdout', '--test-reporter=tap', `--test-reporter-destination=${report}`]
    const args = [
      '--disable-warning=ExperimentalWarning',
      '--test',
      `--test-concurrency=${testsAtOnce}`,
      '--test-timeout=300000',
      ...reporters,
      ...files.sort(),
    ]
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, [testClusterVariable]: cluster.url },
    })
    await new Promise<void>((resolve) => child.on('close', () => resolve()))
    const tap = readFileSync(report, 'utf8')
    const total = (name: string) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0)
    if (total('tests') === 0) throw new Error('no test ran')
    counts.passed += total('pass')
    counts.failed += total('fail') + total('cancelled')
    for (const block of failuresOf(tap)) console.log(block)
  } finally {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The "not ok" lines with what stands under them. */
function failuresOf(tap: string): string[] {
  const lines = tap.split('\n')
  const starts = lines.flatMap((line, index) => (/^\s*not ok /.test(line) ? [index] : []))
  return starts.slice(0, 40).map((start) =>
    lines
      .slice(start, start + 40)
      .filter((line, index) => index === 0 || !/^\s*(not )?ok /.test(line))
      .join('\n'),
  )
}
