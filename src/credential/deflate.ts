import { joinBytes } from './bytes.ts'
import { compressor } from './runtime.ts'

/** One zlib stream of `bytes`, by the runtime's own compressor. */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = compressor()
  const writer = writable.getWriter()
  const written = Promise.all([writer.write(bytes), writer.close()])
  const reader = readable.getReader()
  const chunks: Uint8Array[] = []
  for (let next = await reader.read(); !next.done && next.value; next = await reader.read()) chunks.push(next.value)
  await written
  return joinBytes(...chunks)
}
