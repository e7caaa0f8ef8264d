import type { ProblemCode } from '../../kernel/problem.ts'
import type { CivilDate } from '../../kernel/time.ts'
import type { Holder } from './holder-row.rules.ts'
import type { ImportField } from './mapping.rules.ts'

/** What the register knows of a row's identity number and pass number. */
export type KnownOfRow = {
  readonly person: { readonly id: string; readonly birthDate: CivilDate; readonly hasLivePass: boolean } | undefined
  /** Whose pass it is. */
  readonly numberOf: string | undefined
}
export type RowDecision =
  | { readonly type: 'create'; readonly person: string | null; readonly live: boolean }
  | { readonly type: 'unchanged' }
  | { readonly type: 'refused'; readonly code: ProblemCode; readonly field: ImportField }

/** The register's word stands: nothing in it is changed by a file. The same row a second time changes nothing. */
export function decideRow(holder: Holder, known: KnownOfRow, today: CivilDate): RowDecision {
  const { person, numberOf } = known
  if (numberOf !== undefined)
    return numberOf === person?.id ? { type: 'unchanged' } : { type: 'refused', code: 'import.number-taken', field: 'number' }
  if (person && person.birthDate !== holder.person.birthDate) return { type: 'refused', code: 'applicant.identity-differs', field: 'birthDate' }
  const live = holder.lastDay >= today
  if (person?.hasLivePass && live) return { type: 'refused', code: 'applicant.has-live-pass', field: 'nationalId' }
  return { type: 'create', person: person?.id ?? null, live }
}

/**
 * Which line had this text first. Keeps no text, but 53 bits of each and its line, in two flat arrays: a million rows take 24 MB. Two texts with the same 53 bits (once
 * in some ten thousand such files) would refuse the later row, never let one in.
 */
export class FirstLines {
  #hashes: Float64Array<ArrayBuffer>
  #lines: Uint32Array<ArrayBuffer>
  #count = 0

  constructor(capacity = 4096) {
    this.#hashes = new Float64Array(capacity)
    this.#lines = new Uint32Array(capacity)
  }

  /** The line that had it before, or undefined: from now on it is this one's. */
  claim(text: string, line: number): number | undefined {
    if (this.#count * 2 >= this.#hashes.length) this.#grow()
    const hash = hash53(text)
    const slot = this.#slotOf(hash)
    const before = this.#lines[slot] ?? 0
    if (before !== 0) return before
    this.#hashes[slot] = hash
    this.#lines[slot] = line
    this.#count += 1
    return undefined
  }

  #slotOf(hash: number): number {
    let slot = hash % this.#hashes.length
    while (this.#lines[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) % this.#hashes.length
    return slot
  }

  #grow(): void {
    const [hashes, lines] = [this.#hashes, this.#lines]
    this.#hashes = new Float64Array(hashes.length * 2)
    this.#lines = new Uint32Array(lines.length * 2)
    for (const [at, line] of lines.entries()) {
      if (line === 0) continue
      const hash = hashes[at] ?? 0
      const slot = this.#slotOf(hash)
      this.#hashes[slot] = hash
      this.#lines[slot] = line
    }
  }
}

/** Two 32-bit multiplications mixed into 53 bits (the finish of MurmurHash3); whoever plants two texts with one hash only has a row refused. */
function hash53(text: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0)
}
