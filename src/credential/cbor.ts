// Accepts (RFC 8949): unsigned and negative integers of at most 32 bits, byte strings, UTF-8 text, arrays, and maps with integer or text keys.
// Every head in its shortest form, every length definite, map keys in the order of §4.2.1 (or any order where the caller says so), none twice.
// Refused: tags, floats, true, false, null and other simple values, indefinite lengths, reserved heads, bytes after the end.
import { compareBytes, joinBytes } from './bytes.ts'
import { type Checked, fail, type PassCode, pass } from './codes.ts'

export type CborKey = number | string
export type CborMap = ReadonlyMap<CborKey, CborValue>
export type CborValue = number | string | Uint8Array | readonly CborValue[] | CborMap

export type CborLimits = { readonly depth: number; readonly items: number; readonly mapEntries: number }
export const passLimits: CborLimits = { depth: 8, items: 300, mapEntries: 64 }

/** One value that fills `bytes` exactly, or the first breach. Byte strings are views into `bytes`. */
export function decodeCbor(bytes: Uint8Array, { limits = passLimits, keyOrder = 'sorted' as KeyOrder } = {}): Checked<CborValue> {
  const reader = new Reader(bytes, limits, keyOrder)
  const value = reader.readValue(0)
  if (value === undefined) return fail(reader.breach)
  return reader.atEnd() ? pass(value) : fail('CBOR_TRAILING')
}

/** Deterministic encoding (§4.2.1). Integers beyond 32 bits are a bug of the caller. */
export function encodeCbor(value: CborValue): Uint8Array<ArrayBuffer> {
  if (typeof value === 'number') return encodeInteger(value)
  if (typeof value === 'string') {
    const text = new TextEncoder().encode(value)
    return joinBytes(encodeHead(majorText, text.length), text)
  }
  if (value instanceof Uint8Array) return joinBytes(encodeHead(majorBytes, value.length), value)
  if (isMap(value)) {
    const entries = [...value].map(([key, content]) => ({ key: encodeCbor(key), content: encodeCbor(content) }))
    entries.sort((one, other) => compareBytes(one.key, other.key))
    return joinBytes(encodeHead(majorMap, entries.length), ...entries.flatMap(({ key, content }) => [key, content]))
  }
  return joinBytes(encodeHead(majorArray, value.length), ...value.map(encodeCbor))
}

export const isMap = (value: CborValue | undefined): value is CborMap => value instanceof Map
export const isArray = (value: CborValue | undefined): value is readonly CborValue[] => Array.isArray(value)
export const isUint = (value: CborValue | undefined): value is number => typeof value === 'number' && value >= 0

type KeyOrder = 'sorted' | 'any'
export const majorBytes = 2
const [majorUnsigned, majorNegative, majorText, majorArray, majorMap] = [0, 1, 3, 4, 5] as const
const wordSize = 2 ** 32

function encodeInteger(value: number): Uint8Array<ArrayBuffer> {
  if (!Number.isSafeInteger(value) || value >= wordSize || value < -wordSize) throw new RangeError(`not a 32-bit integer: ${value}`)
  return value < 0 ? encodeHead(majorNegative, -1 - value) : encodeHead(majorUnsigned, value)
}

/** A head in its shortest form: what every item begins with. */
export function encodeHead(major: number, argument: number): Uint8Array<ArrayBuffer> {
  const first = major << 5
  if (argument < 24) return Uint8Array.of(first | argument)
  if (argument < 0x100) return Uint8Array.of(first | 24, argument)
  if (argument < 0x10000) return Uint8Array.of(first | 25, argument >> 8, argument & 0xff)
  return Uint8Array.of(first | 26, argument >>> 24, (argument >>> 16) & 0xff, (argument >>> 8) & 0xff, argument & 0xff)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** A head's low five bits: below 24 the argument itself, 24 to 27 one to eight bytes that hold it, 31 an indefinite length. */
const [narrowest, widest, indefinite] = [24, 27, 31] as const

class Reader {
  /** Set once, when a read returns undefined. */
  breach: PassCode = 'CBOR_END'
  readonly #bytes: Uint8Array
  readonly #limits: CborLimits
  readonly #keyOrder: KeyOrder
  #at = 0
  #items = 0

  constructor(bytes: Uint8Array, limits: CborLimits, keyOrder: KeyOrder) {
    this.#bytes = bytes
    this.#limits = limits
    this.#keyOrder = keyOrder
  }

  atEnd(): boolean {
    return this.#at === this.#bytes.length
  }

  readValue(depth: number): CborValue | undefined {
    if (++this.#items > this.#limits.items) return this.#stop('CBOR_LIMIT')
    const first = this.#at < this.#bytes.length ? this.#bytes[this.#at++] : this.#stop('CBOR_END')
    if (first === undefined) return undefined
    const major = first >> 5
    const argument = this.#readArgument(major, first & 0x1f)
    if (argument === undefined) return undefined
    if (major === majorUnsigned) return argument
    if (major === majorNegative) return -1 - argument
    if (major === majorBytes) return this.#take(argument)
    if (major === majorText) return this.#readText(argument)
    if (depth >= this.#limits.depth) return this.#stop('CBOR_LIMIT')
    return major === majorArray ? this.#readArray(argument, depth + 1) : this.#readMap(argument, depth + 1)
  }

  #readArgument(major: number, low: number): number | undefined {
    if (major > majorMap) return this.#stop('CBOR_UNSUPPORTED')
    if (low < narrowest) return low
    if (low === indefinite) return this.#stop(major < majorBytes ? 'CBOR_UNSUPPORTED' : 'CBOR_INDEFINITE')
    if (low > widest) return this.#stop('CBOR_UNSUPPORTED')

    const length = 1 << (low - narrowest)
    if (length > this.#bytes.length - this.#at) return this.#stop('CBOR_END')
    let argument = 0
    for (const end = this.#at + length; this.#at < end; this.#at++) argument = 256 * argument + (this.#bytes[this.#at] ?? 0)
    // Each wider form begins where the next narrower one ends: 24, 2^8, 2^16, 2^32.
    if (argument < (length === 1 ? narrowest : 256 ** (length / 2))) return this.#stop('CBOR_SHORTEST')
    if (length === 8) return this.#stop(major < majorBytes ? 'CBOR_INTEGER' : 'CBOR_END')
    return argument
  }

  #readText(length: number): string | undefined {
    const bytes = this.#take(length)
    if (bytes === undefined) return undefined
    try {
      return utf8.decode(bytes)
    } catch {
      return this.#stop('CBOR_UTF8')
    }
  }

  #readArray(length: number, depth: number): CborValue[] | undefined {
    const values: CborValue[] = []
    for (let index = 0; index < length; index++) {
      const value = this.readValue(depth)
      if (value === undefined) return undefined
      values.push(value)
    }
    return values
  }

  #readMap(length: number, depth: number): CborMap | undefined {
    if (length > this.#limits.mapEntries) return this.#stop('CBOR_LIMIT')
    const map = new Map<CborKey, CborValue>()
    let [previousStart, previousEnd] = [this.#at, this.#at]
    for (let index = 0; index < length; index++) {
      const start = this.#at
      const key = this.readValue(depth)
      if (key === undefined) return undefined
      if (typeof key !== 'number' && typeof key !== 'string') return this.#stop('CBOR_KEY')
      if (map.has(key)) return this.#stop('CBOR_DUPLICATE')
      if (this.#keyOrder === 'sorted' && !this.#inOrder(previousStart, previousEnd, start)) return this.#stop('CBOR_ORDER')
      ;[previousStart, previousEnd] = [start, this.#at]

      const value = this.readValue(depth)
      if (value === undefined) return undefined
      map.set(key, value)
    }
    return map
  }

  /** Does the key at `start`, which ends here, stand after the one before it (§4.2.1)? Read in place: keys are many and short. */
  #inOrder(previousStart: number, previousEnd: number, start: number): boolean {
    const bytes = this.#bytes
    for (let at = previousStart; at < previousEnd && start < this.#at; at++, start++) {
      const difference = (bytes[at] ?? 0) - (bytes[start] ?? 0)
      if (difference !== 0) return difference < 0
    }
    // One begins the other. Encodings of whole keys never do, unless there is no key before.
    return previousStart === previousEnd
  }

  #take(length: number): Uint8Array | undefined {
    if (length > this.#bytes.length - this.#at) return this.#stop('CBOR_END')
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  #stop(breach: PassCode): undefined {
    this.breach = breach
    return undefined
  }
}
