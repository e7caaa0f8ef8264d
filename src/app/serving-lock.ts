import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigFault } from '../platform/config.ts'

const fileOf = (home: string): string => join(home, 'serve.pid')

/** One server a folder: a second would stop the first one's database with its own Ctrl-C. Returns what gives the folder free again. */
export function claimServing(home: string): () => void {
  const other = servingPid(home)
  if (other !== undefined)
    throw new ConfigFault(`Spean already serves from ${home} (process ${other}): stop it, or set SPEAN_HOME to another folder.`)
  // A left-over of a killed process goes; of two that start at once, one makes the file.
  rmSync(fileOf(home), { force: true })
  writeFileSync(fileOf(home), String(process.pid), { flag: 'wx' })
  return () => rmSync(fileOf(home), { force: true })
}

/** The other process that serves from this folder, if one does: its database is its own to stop. */
export function servingPid(home: string): number | undefined {
  const pid = existsSync(fileOf(home)) ? Number(readFileSync(fileOf(home), 'utf8')) : 0
  return pid > 0 && pid !== process.pid && isServing(pid) ? pid : undefined
}

/** A number can have gone to another program since: its command says. */
function isServing(pid: number): boolean {
  try {
    process.kill(pid, 0)
    const command = existsSync('/proc/self')
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      : execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
    return command.includes('cli.ts')
  } catch {
    return false
  }
}
