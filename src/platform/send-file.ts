import type { Readable } from 'node:stream'

/** Files that we serve: made by us, but for the papers of orders, which are kept as they came and are attachments, never pages. */
export type FileType = 'image/jpeg' | 'image/png' | 'application/pdf' | 'text/csv; charset=utf-8' | 'text/plain; charset=utf-8'

/** What serving needs of Fastify's reply, whatever a route's schema makes of its type. */
type Replying = { header(name: string, value: string): unknown; send(value?: unknown): unknown }

/** Should a file hold more than we made, the browser that opens it runs none of it and loads nothing. */
export const filePolicy = "sandbox;default-src 'none';frame-ancestors 'none'"

/**
 * Sends a file under a name of our own: kept by no cache, never a page of ours (OWASP ASVS 5.0 §3.2.1, §5.4). An <img> shows it all the same.
 * Typed `never`, as `sendOutcome`. @throws for a name that is not our own kind.
 */
export function sendFile(reply: Replying, { type, name, bytes }: { type: FileType; name: string; bytes: Uint8Array | string | Readable }): never {
  if (!/^[A-Za-z0-9][\w.-]{0,79}$/.test(name)) throw new RangeError('a file name that is not ours')
  reply.header('content-type', type)
  reply.header('content-disposition', `attachment; filename="${name}"`)
  reply.header('content-security-policy', filePolicy)
  reply.header('cache-control', 'no-store')
  return reply.send(bytes instanceof Uint8Array ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : bytes) as never
}
