import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../platform/config.ts'
import type { ImportId } from './import.store.ts'

/** Beside the keys: the files hold what the register is not told yet. */
export const importFolder = ({ home, state }: Pick<Config, 'home' | 'state'>): string => join(home, 'imports', state)

/** The id's form was checked: hexadecimal and hyphens. */
export const importFile = (folder: string, id: ImportId): string => join(folder, id)

/** Puts a piece at its place; one that comes twice, or late, lands where it landed before. How many bytes there are now. */
export async function writePiece(
  folder: string,
  id: ImportId,
  { offset, bytes }: { readonly offset: number; readonly bytes: Uint8Array },
): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = importFile(folder, id)
  const found = await sizeOf(path)
  const before = found ?? 0
  if (offset > before) return before
  const file = await open(path, found === undefined ? 'w+' : 'r+', 0o600)
  try {
    await file.write(bytes, 0, bytes.length, offset)
    await file.datasync()
  } finally {
    await file.close()
  }
  return Math.max(before, offset + bytes.length)
}

/** Undefined: it is not there. */
export async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch {
    return undefined
  }
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

export const removeFile = (path: string): Promise<void> => rm(path, { force: true })
