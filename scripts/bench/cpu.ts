import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** CPU seconds that a process used so far. On Linux only: undefined elsewhere. */
export const cpuOf = (pid: number): number | undefined => usage(pid)?.own

/** CPU seconds of a process with all its children, those that ended too: of a postmaster, or of a server with its workers. */
export function cpuWithChildren(postmaster: number): number | undefined {
  const whole = usage(postmaster)
  if (!whole) return undefined
  const children = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [usage(Number(name))] : []))
  return whole.own + whole.ended + children.reduce((sum, child) => sum + (child?.parent === postmaster ? child.own : 0), 0)
}

const ticksASecond = process.platform === 'linux' ? Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })) : 100

/** proc(5), stat: after the name in brackets come state, ppid, …, utime, stime, cutime, cstime. */
function usage(pid: number): { parent: number; own: number; ended: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15).map(Number)
    return { parent: Number(fields[1]), own: (user + system) / ticksASecond, ended: (endedUser + endedSystem) / ticksASecond }
  } catch {
    return undefined
  }
}
