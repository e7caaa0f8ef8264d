import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, statSync } from 'node:fs'
import { ConfigFault } from '../config.ts'

/** How to start Postgres' programs: they refuse to run as root. */
export type RunAs =
  | { readonly kind: 'self' }
  | { readonly kind: 'account'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'user-namespace'; readonly uid: number; readonly gid: number }

/** As root: the account `nobody`, which every machine has; where it cannot reach the folder (a checkout under a closed home), a user namespace. */
export function chooseRunAs(folders: readonly string[]): RunAs {
  if (process.getuid?.() !== 0) return { kind: 'self' }
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }).trim()))
  if (uid === undefined || gid === undefined || Number.isNaN(uid))
    throw new ConfigFault('Started as root, and this machine has no account "nobody" to run Postgres as.')
  const reaches = folders.every((folder) => spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], { uid, gid, cwd: '/' }).status === 0)
  if (reaches) return { kind: 'account', uid, gid }
  const namespaced = spawnSync('unshare', ['-U', `--map-user=${uid}`, `--map-group=${gid}`, 'true'], { cwd: '/' }).status === 0
  if (namespaced) return { kind: 'user-namespace', uid, gid }
  throw new ConfigFault(
    `Started as root, and the account "nobody" cannot reach ${folders.join(' or ')}: set SPEAN_HOME to a folder it can reach, or start as another user.`,
  )
}

/** The command, its arguments and its spawn options under `as`. */
export function commandAs(
  as: RunAs,
  file: string,
  args: readonly string[],
): { file: string; args: string[]; options: { uid?: number; gid?: number; cwd: string } } {
  switch (as.kind) {
    case 'self':
      return { file, args: [...args], options: { cwd: '/' } }
    case 'account':
      return { file, args: [...args], options: { cwd: '/', uid: as.uid, gid: as.gid } }
    case 'user-namespace':
      return { file: 'unshare', args: ['-U', `--map-user=${as.uid}`, `--map-group=${as.gid}`, file, ...args], options: { cwd: '/' } }
  }
}

/** Gives a path to the account that will run Postgres; a folder that already belongs to it stays. */
export function giveTo(as: RunAs, path: string): void {
  if (as.kind === 'account' && statSync(path).uid !== as.uid) chownSync(path, as.uid, as.gid)
}
