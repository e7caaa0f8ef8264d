/** The few things of the web platform this folder needs: Node, browsers and workers all have them, and the ES library does not name them. */
export type SignatureKey = { readonly type: string }
type Algorithm = { readonly name: string; readonly namedCurve?: string; readonly hash?: string }
type Subtle = {
  digest(name: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer>
  importKey(format: 'spki', data: Uint8Array, algorithm: Algorithm, extractable: boolean, uses: readonly 'verify'[]): Promise<SignatureKey>
  sign(algorithm: Algorithm, key: SignatureKey, data: Uint8Array): Promise<ArrayBuffer>
  verify(algorithm: Algorithm, key: SignatureKey, signature: Uint8Array, data: Uint8Array): Promise<boolean>
}
type ByteReader = { read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }> }
type ByteWriter = { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> }
type ByteTransform = { readonly readable: { getReader(): ByteReader }; readonly writable: { getWriter(): ByteWriter } }
type Runtime = {
  readonly crypto: { readonly subtle: Subtle }
  readonly CompressionStream: new (format: 'deflate') => ByteTransform
}

const runtime = globalThis as unknown as Runtime

export const subtle: Subtle = runtime.crypto.subtle
export const compressor = (): ByteTransform => new runtime.CompressionStream('deflate')
