import { mkdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Pages that wait to be fetched: personal data, so the folder is ours alone, and empty whenever the program starts or ends. */
export type PrintFolder = {
  /** A folder for one batch. */
  make(id: string): string
  remove(id: string): Promise<void>
  empty(): void
}

export function openPrintFolder(path: string): PrintFolder {
  const empty = (): void => rmSync(path, { recursive: true, force: true })
  empty()
  return {
    make(id) {
      mkdirSync(path, { recursive: true, mode: 0o700 })
      const folder = join(path, id)
      mkdirSync(folder, { mode: 0o700 })
      return folder
    },
    remove: (id) => rm(join(path, id), { recursive: true, force: true }),
    empty,
  }
}
