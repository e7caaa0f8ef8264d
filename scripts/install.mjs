// Plain JavaScript for any Node ≥ 20: brings the locked packages (the pinned Node among them) when they are missing or the lockfile has changed.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @param {string} root the project's folder. Throws when npm fails. */
export function install(root) {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules', '.spean-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.error('Installing the locked packages (once) …')
  // No package here needs an install script: what one would do (links for Postgres' libraries), our launcher does itself.
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2] })
  writeFileSync(stamp, wanted)
}
