// The one check command, for people and CI alike: format and lint, types ×3, the pages' build, and every test on a real Postgres and a real browser.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildWeb } from '../src/app/build-web.ts'
import { prepareBrowser } from '../src/app/test-browser.ts'
import { projectRoot } from '../src/platform/config.ts'
import { runTests, stillText } from './run-tests.ts'

const counts = { passed: 0, failed: 0 }

// What only reads the sources runs beside what the browser tests need; each has a core.
await Promise.all([sourcesAreSound(), pagesAreReady()])
try {
  await tests()
} catch (error) {
  counts.failed += 1
  console.log(`FAILED  tests\n${error instanceof Error ? error.message : String(error)}`)
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed === 0 ? 0 : 1

async function sourcesAreSound(): Promise<void> {
  await check('format and lint', () => run('biome', ['check', '--error-on-warnings']))
  for (const config of ['tsconfig.core.json', 'tsconfig.json', 'tsconfig.web.json', 'tsconfig.web-test.json'])
    await check(`types, ${config}`, () => run('tsc', ['-p', config]))
}

async function pagesAreReady(): Promise<void> {
  await check('pages build', async () => void (await buildWeb()))
  await check('browser from the packages', async () => void (await prepareBrowser()))
}

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

/** Every test file, or those whose path holds one of the words asked for. */
async function tests(): Promise<void> {
  const { passed, failed, failures, slowest, stoodStill } = await runTests(process.argv.slice(2))
  counts.passed += passed
  counts.failed += failed
  for (const failure of failures) console.log(failure)
  for (const gap of stoodStill) console.log(stillText(gap))
  console.log('\nthe slowest files')
  for (const { file, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(8)} s  ${file}`)
}
