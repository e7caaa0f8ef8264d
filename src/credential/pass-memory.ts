import { compareBytes } from './bytes.ts'
import type { PassClaims } from './claims.ts'
import type { PublicKey, Sign1 } from './cose.ts'

/** The text of a pass opened: all that follows from the text alone. */
export type OpenedPass = { readonly sign1: Sign1; readonly alg: number; readonly kid: string }
type Remembered = { readonly opened: OpenedPass; readonly claims: PassClaims; readonly signers: readonly PublicKey[] }

/**
 * The last `passesMax` passes whose signature held, with the keys it held for: people cross with the same pass every day. What it keeps follows from
 * text and key alone; whom one believes, the time and the status are judged anew each time. A text that no key signed is never kept: nobody can crowd
 * others out with forgeries. About 2 KB a pass with photo.
 */
export class PassMemory {
  readonly #passes = new Map<string, Remembered>()
  readonly #passesMax: number

  constructor(passesMax: number) {
    this.#passesMax = passesMax
  }

  get size(): number {
    return this.#passes.size
  }

  recall(text: string): Remembered | undefined {
    const remembered = this.#passes.get(text)
    if (remembered) this.#putLast(text, remembered)
    return remembered
  }

  keep(text: string, remembered: Remembered): void {
    if (remembered.signers.length === 0 || this.#passesMax === 0) return
    this.#putLast(text, remembered)
    if (this.#passes.size <= this.#passesMax) return
    const [longestUnseen = ''] = this.#passes.keys()
    this.#passes.delete(longestUnseen)
  }

  #putLast(text: string, remembered: Remembered): void {
    this.#passes.delete(text)
    this.#passes.set(text, remembered)
  }
}

/** The same key, whatever list names it. */
export const isSameKey = (one: PublicKey, other: PublicKey): boolean => one.alg === other.alg && compareBytes(one.spki, other.spki) === 0
