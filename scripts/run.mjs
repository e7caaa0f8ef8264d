// Runs a file of this project on the Node pinned in the lockfile, whatever Node started this. Usage: node scripts/run.mjs FILE [ARG …]
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'
import { nodeFlags } from './node-flags.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** @param {string} file path inside the project  @param {string[]} args */
export function run(file, args) {
  try {
    install(root)
  } catch {
    console.error('npm ci failed: see the lines above; the network to the npm registry is needed once.')
    process.exit(1)
  }
  const pinned = join(root, 'node_modules', '.bin', 'node')
  const node = existsSync(pinned) ? pinned : process.execPath
  const child = spawn(node, [...nodeFlags, join(root, file), ...args], { stdio: 'inherit' })
  // The terminal sends Ctrl-C to the whole group, others to us alone: it is passed on always, and the child counts only the first.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file, ...args] = process.argv.slice(2)
  run(file, args)
}
