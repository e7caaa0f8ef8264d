import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../platform/config.ts'

/** The text of an instrument among the project's own sources; undefined where `source` says something else. It may be what somebody typed, so it names a file only in this very form. */
export function instrumentFile(source: string): { readonly path: string; readonly name: string } | undefined {
  const [, name] = /^data\/sources\/([a-z0-9-]{1,80}\.txt)$/.exec(source) ?? []
  const path = name && join(projectRoot, 'data', 'sources', name)
  return path && existsSync(path) ? { path, name } : undefined
}
