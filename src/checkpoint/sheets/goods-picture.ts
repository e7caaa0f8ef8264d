import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { openPhotoPool, type PhotoPool } from '../../passes/photo.ts'

let shared: PhotoPool | undefined

/**
 * A picture of goods as somebody took it, as a JPEG of at most 1024 pixels a side without metadata. Decoded by a process of its own, as an applicant's
 * photo is; whole, and not cropped to a face.
 */
export async function prepareGoodsPicture(input: Uint8Array, line: number): Promise<Outcome<Uint8Array>> {
  shared ??= openPhotoPool({ workerFile: new URL('goods-picture-worker.ts', import.meta.url), workersMax: 1 })
  const prepared = await shared.prepare(input)
  if (prepared.ok) return accept(prepared.value.portrait)
  return prepared.refusal.code === 'applicant.photo-unreadable' ? refuse('goods.photo', { about: { line } }) : prepared
}
