// Deflate (RFC 1951) in a zlib frame (RFC 1950), read strictly. Our own: a runtime's DecompressionStream
// ignores padding bits, so a turned bit would go unseen, and each runtime words its refusals differently. Here every refusal has its code.
import { type Checked, fail, type PassCode, pass } from './codes.ts'

/**
 * One zlib stream that fills `input` exactly and gives at most `bytesMax` bytes. Refused: a preset dictionary, incomplete or oversubscribed codes,
 * distances before the start, padding bits other than zero, a wrong Adler-32, a byte after the end.
 */
export function inflate(input: Uint8Array, bytesMax: number): Checked<Uint8Array<ArrayBuffer>> {
  if (!hasZlibHeader(input)) return fail('ZLIB_HEADER')
  const stream = new Inflater(input, headerBytes, bytesMax)
  let isLast = false
  while (!isLast) {
    const block = stream.readBlock()
    if (block === undefined) return fail(stream.breach)
    isLast = block.isLast
  }
  const end = stream.alignedPosition()
  if (end === undefined || input.length < end + adlerBytes) return fail('ZLIB_DATA')
  const output = stream.output()
  if (new DataView(input.buffer, input.byteOffset + end, adlerBytes).getUint32(0) !== adler32(output)) return fail('ZLIB_ADLER')
  return input.length === end + adlerBytes ? pass(output) : fail('ZLIB_TRAILING')
}

/** RFC 1950 §8.2. */
export function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0]
  for (let at = 0; at < bytes.length; ) {
    for (const end = Math.min(at + sumsBeforeOverflow, bytes.length); at < end; at++) {
      low += bytes[at] ?? 0
      high += low
    }
    low %= 65_521
    high %= 65_521
  }
  return high * 65_536 + low
}

/** So many bytes of 255 after sums of 65520 stay below 2^31. */
const sumsBeforeOverflow = 3854

const headerBytes = 2
const adlerBytes = 4

/** Method 8, window at most 32 KiB, check bits right, no preset dictionary: RFC 1950 §2.2. */
function hasZlibHeader(input: Uint8Array): boolean {
  const [method, flags] = input
  if (method === undefined || flags === undefined) return false
  const hasDictionary = (flags & 0x20) !== 0
  return (method & 0x0f) === 8 && method >> 4 <= 7 && (256 * method + flags) % 31 === 0 && !hasDictionary
}

/** A canonical Huffman code: how many codes each length has, and the symbols in the codes' order. */
type Code = { readonly counts: Uint16Array; readonly symbols: Uint16Array }
const codeBitsMax = 15
const [endOfBlock, firstLength, lengthSymbols, distanceSymbols] = [256, 257, 286, 30] as const
const lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258]
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const distanceBase = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
]
const distanceExtra = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]
const codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
/** How often a code length repeats, by its symbol: 16 the one before, 17 and 18 a zero. */
const repeats = new Map([
  [16, { bits: 2, least: 3 }],
  [17, { bits: 3, least: 3 }],
  [18, { bits: 7, least: 11 }],
])
const fixedCodes = {
  literals: codeOf([...Array(144).fill(8), ...Array(112).fill(9), ...Array(24).fill(7), ...Array(8).fill(8)]),
  distances: codeOf(Array(distanceSymbols).fill(5)),
}

class Inflater {
  /** Set when a read returns undefined. */
  breach: PassCode = 'ZLIB_DATA'
  readonly #input: Uint8Array
  readonly #bytesMax: number
  #at: number
  #bit = 0
  #output = new Uint8Array(4096)
  #length = 0

  constructor(input: Uint8Array, at: number, bytesMax: number) {
    this.#input = input
    this.#at = at
    this.#bytesMax = bytesMax
  }

  output(): Uint8Array<ArrayBuffer> {
    return this.#output.slice(0, this.#length)
  }

  readBlock(): { readonly isLast: boolean } | undefined {
    const last = this.#readBits(1)
    const type = this.#readBits(2)
    if (last === undefined || type === undefined || type === 3) return undefined
    const codes = type === 1 ? fixedCodes : type === 2 ? this.#readCodes() : undefined
    const isRead = type === 0 ? this.#copyStored() : codes !== undefined && this.#readSymbols(codes)
    return isRead ? { isLast: last === 1 } : undefined
  }

  /** The next whole byte's place, or undefined where a skipped bit is not zero: the text would then have a second spelling. */
  alignedPosition(): number | undefined {
    if (this.#bit === 0) return this.#at
    if ((this.#input[this.#at] ?? 0) >> this.#bit !== 0) return undefined
    this.#bit = 0
    this.#at++
    return this.#at
  }

  #copyStored(): boolean {
    const start = this.alignedPosition()
    if (start === undefined) return false
    const [low, high, lowCheck, highCheck] = this.#input.subarray(start, start + 4)
    if (low === undefined || high === undefined || lowCheck === undefined || highCheck === undefined) return false
    const length = low | (high << 8)
    const bytes = this.#input.subarray(start + 4, start + 4 + length)
    if ((length ^ (lowCheck | (highCheck << 8))) !== 0xffff || bytes.length < length || !this.#reserve(length)) return false
    this.#output.set(bytes, this.#length)
    this.#length += length
    this.#at = start + 4 + length
    return true
  }

  #readSymbols({ literals, distances }: { literals: Code; distances: Code }): boolean {
    for (;;) {
      const symbol = this.#readSymbol(literals)
      if (symbol === undefined) return false
      if (symbol === endOfBlock) return true
      if (symbol < endOfBlock) {
        if (!this.#reserve(1)) return false
        this.#output[this.#length++] = symbol
      } else if (!this.#copyMatch(symbol - firstLength, distances)) return false
    }
  }

  #copyMatch(lengthSymbol: number, distances: Code): boolean {
    const length = this.#readValue(lengthBase[lengthSymbol], lengthExtra[lengthSymbol])
    const distanceSymbol = length === undefined ? undefined : this.#readSymbol(distances)
    if (length === undefined || distanceSymbol === undefined) return false
    const distance = this.#readValue(distanceBase[distanceSymbol], distanceExtra[distanceSymbol])
    if (distance === undefined || distance > this.#length || !this.#reserve(length)) return false
    // Byte by byte: a match may overlap what it writes.
    for (const end = this.#length + length; this.#length < end; this.#length++)
      this.#output[this.#length] = this.#output[this.#length - distance] ?? 0
    return true
  }

  #readValue(base: number | undefined, extraBits: number | undefined): number | undefined {
    const extra = base === undefined || extraBits === undefined ? undefined : this.#readBits(extraBits)
    return base === undefined || extra === undefined ? undefined : base + extra
  }

  /** §3.2.7. */
  #readCodes(): { literals: Code; distances: Code } | undefined {
    const [literalCount, distanceCount, lengthCount] = [this.#readBits(5), this.#readBits(5), this.#readBits(4)]
    if (literalCount === undefined || distanceCount === undefined || lengthCount === undefined) return undefined
    const [literalEnd, allEnd] = [literalCount + 257, literalCount + 257 + distanceCount + 1]
    if (literalEnd > lengthSymbols || allEnd - literalEnd > distanceSymbols) return undefined

    const lengthBits: number[] = Array(codeLengthOrder.length).fill(0)
    for (const symbol of codeLengthOrder.slice(0, lengthCount + 4)) {
      const bits = this.#readBits(3)
      if (bits === undefined) return undefined
      lengthBits[symbol] = bits
    }
    const lengths = isComplete(lengthBits) ? this.#readLengths(codeOf(lengthBits), allEnd) : undefined
    if (!lengths) return undefined
    const [literals, distances] = [lengths.slice(0, literalEnd), lengths.slice(literalEnd)]
    const isUsable = literals[endOfBlock] !== 0 && isComplete(literals) && (isComplete(distances) || isSingle(distances))
    return isUsable ? { literals: codeOf(literals), distances: codeOf(distances) } : undefined
  }

  #readLengths(code: Code, count: number): number[] | undefined {
    const lengths: number[] = []
    while (lengths.length < count) {
      const symbol = this.#readSymbol(code)
      if (symbol === undefined) return undefined
      const repeat = repeats.get(symbol)
      if (!repeat) {
        lengths.push(symbol)
        continue
      }
      const more = this.#readBits(repeat.bits)
      const repeated = symbol === 16 ? lengths.at(-1) : 0
      if (more === undefined || repeated === undefined) return undefined
      for (let times = repeat.least + more; times > 0; times--) lengths.push(repeated)
    }
    return lengths.length === count ? lengths : undefined
  }

  #readSymbol({ counts, symbols }: Code): number | undefined {
    let [code, first, index] = [0, 0, 0]
    for (let bits = 1; bits <= codeBitsMax; bits++) {
      const bit = this.#readBits(1)
      if (bit === undefined) return undefined
      code |= bit
      const count = counts[bits] ?? 0
      if (code - count < first) return symbols[index + code - first]
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    return undefined
  }

  #readBits(count: number): number | undefined {
    let value = 0
    for (let taken = 0; taken < count; taken++) {
      const byte = this.#input[this.#at]
      if (byte === undefined) return undefined
      value |= ((byte >> this.#bit) & 1) << taken
      this.#bit = (this.#bit + 1) & 7
      if (this.#bit === 0) this.#at++
    }
    return value
  }

  #reserve(more: number): boolean {
    if (this.#length + more > this.#bytesMax) {
      this.breach = 'ZLIB_SIZE'
      return false
    }
    if (this.#length + more > this.#output.length) {
      const larger = new Uint8Array(2 * (this.#length + more))
      larger.set(this.#output)
      this.#output = larger
    }
    return true
  }
}

/** §3.2.2: the code that these lengths, by symbol, describe. */
function codeOf(lengths: readonly number[]): Code {
  const counts = new Uint16Array(codeBitsMax + 1)
  for (const bits of lengths) if (bits > 0) counts[bits] = (counts[bits] ?? 0) + 1
  const used = [...lengths.keys()].filter((symbol) => lengths[symbol] !== 0)
  // A stable sort: among codes of one length the smaller symbol comes first.
  const symbols = Uint16Array.from(used.sort((one, other) => (lengths[one] ?? 0) - (lengths[other] ?? 0)))
  return { counts, symbols }
}

/** Every string of bits is one code and no more: Kraft's sum is 1. */
const isComplete = (lengths: readonly number[]): boolean =>
  lengths.reduce((sum, bits) => sum + (bits === 0 ? 0 : 2 ** (codeBitsMax - bits)), 0) === 2 ** codeBitsMax
/** One distance with one bit, or none at all: what §3.2.7 lets stay incomplete. */
const isSingle = (lengths: readonly number[]): boolean => lengths.filter((bits) => bits !== 0).every((bits, index) => bits === 1 && index === 0)
