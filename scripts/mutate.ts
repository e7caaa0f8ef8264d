// Breaks the authority table in every small way, one at a time, and runs its tests against each: the share they notice must be 95 % or more.
// Stryker brings 120 packages, so it is fetched for this command alone; the registry is needed once.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { projectRoot } from '../src/platform/config.ts'

const stryker = '@stryker-mutator/core@10.1.1'
const report = join(projectRoot, 'var', 'mutants.json')
/** Three files have at least so many; far fewer means that Stryker did not find them, and it calls that a success. */
const mutantsMin = 150

rmSync(report, { force: true })
const { status, error } = spawnSync('npm', ['exec', '--yes', `--package=${stryker}`, '--', 'stryker', 'run', 'scripts/stryker.json'], {
  cwd: projectRoot,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  // Stryker needs the pinned Node; npm itself may run on an older one.
  env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}` },
})
if (error) console.error(`npm did not start: ${error.message}`)
process.exitCode = status === 0 ? verdictOf(report) : (status ?? 1)

function verdictOf(file: string): 0 | 1 {
  const { files } = JSON.parse(readFileSync(file, 'utf8')) as { files: Record<string, { mutants: { status: string }[] }> }
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map((mutant) => mutant.status))
  const noticed = statuses.filter((one) => one === 'Killed' || one === 'Timeout').length
  console.log(`${noticed} of ${statuses.length} mutants noticed (${((100 * noticed) / statuses.length).toFixed(1)} %)`)
  if (statuses.length >= mutantsMin) return 0
  console.error(`Only ${statuses.length} mutants were made; at least ${mutantsMin} were expected.`)
  return 1
}
