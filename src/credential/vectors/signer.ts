// Signers for the test vectors: the same bytes on every run. ES256 by RFC 6979 in plain big integers, since WebCrypto takes a random nonce.
// Not constant in time and never for real keys: the private keys here are made from their names.
import { createECDH, createHash, createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { algorithms, type Signer } from '../cose.ts'

export type VectorKey = Signer & { readonly name: string; readonly privateHex: string; readonly spki: Uint8Array }

/** An ES256 key whose private number is SHA-256 of `name`. */
export function es256Key(name: string, kid: Uint8Array): VectorKey {
  const secret = sha256(name)
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(secret)
  const spki = Buffer.concat([Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex'), ecdh.getPublicKey()])
  return { name, alg: algorithms.ES256, kid, privateHex: secret.toString('hex'), spki, sign: async (bytes) => signEs256(secret, bytes) }
}

/** An Ed25519 key whose seed is SHA-256 of `name`. */
export function ed25519Key(name: string, kid: Uint8Array): VectorKey {
  const seed = sha256(name)
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return { name, alg: algorithms.EdDSA, kid, privateHex: seed.toString('hex'), spki, sign: async (bytes) => new Uint8Array(sign(null, bytes, key)) }
}

/** r‖s, the nonce by RFC 6979 §3.2 with SHA-256. */
export function signEs256(secret: Uint8Array, message: Uint8Array): Uint8Array {
  const hash = sha256(message)
  const [d, z] = [toInteger(secret), toInteger(hash)]
  for (const k of nonces(secret, hash)) {
    const r = multiply(k, generator).x % order
    const s = (inverse(k, order) * (z + r * d)) % order
    if (r !== 0n && s !== 0n) return Buffer.concat([toBytes(r), toBytes(s)])
  }
  throw new Error('the nonces never end')
}

/** The other signature that ES256 takes for the same message: (r, n − s). */
export function mirrored(signature: Uint8Array): Uint8Array {
  return Buffer.concat([signature.subarray(0, 32), toBytes(order - toInteger(signature.subarray(32)))])
}

function* nonces(secret: Uint8Array, hash: Uint8Array): Generator<bigint> {
  const seed = Buffer.concat([secret, toBytes(toInteger(hash) % order)])
  let v: Buffer = Buffer.alloc(32, 1)
  let k: Buffer = Buffer.alloc(32, 0)
  for (const step of [0, 1]) {
    k = hmac(k, v, Buffer.of(step), seed)
    v = hmac(k, v)
  }
  for (;;) {
    v = hmac(k, v)
    const candidate = toInteger(v)
    if (candidate > 0n && candidate < order) yield candidate
    k = hmac(k, v, Buffer.of(0))
    v = hmac(k, v)
  }
}

type Point = { readonly x: bigint; readonly y: bigint }
const prime = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const generator: Point = {
  x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
}

/** Double and add from the top bit: the sum never meets its own negative for a factor below the order. */
function multiply(factor: bigint, point: Point): Point {
  let sum = point
  for (const bit of factor.toString(2).slice(1)) {
    sum = add(sum, sum)
    if (bit === '1') sum = add(sum, point)
  }
  return sum
}

function add(one: Point, other: Point): Point {
  const isSame = one.x === other.x
  const slope = isSame ? (3n * one.x * one.x - 3n) * inverse(2n * one.y, prime) : (other.y - one.y) * inverse(other.x - one.x, prime)
  const x = modulo(slope * slope - one.x - other.x, prime)
  return { x, y: modulo(slope * (one.x - x) - one.y, prime) }
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [modulo(value, modulus), modulus, 1n, 0n]
  while (b !== 0n) {
    const quotient = a / b
    ;[a, b, x, y] = [b, a - quotient * b, y, x - quotient * y]
  }
  return modulo(x, modulus)
}

const modulo = (value: bigint, modulus: bigint): bigint => ((value % modulus) + modulus) % modulus
const toInteger = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
const toBytes = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex')
const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest()
const hmac = (key: Uint8Array, ...parts: Uint8Array[]): Buffer => createHmac('sha256', key).update(Buffer.concat(parts)).digest()
