import { addKey, burstText, type Key, noBurst } from './burst.ts'
import { type Reading, readLine } from './presented.ts'

export const codeCharactersMin = 20
const numberCharactersMin = 6
/** A passport's second line follows its first at once. */
const lineGapMs = 1_500
/** A scanner that ends with no Enter has said all after so long. */
export const silenceMs = 700

/** 'line': the first line of two has come. */
export type Scanned = Reading | { readonly type: 'line' }

/** A scanner that types, wherever the cursor stands: keys become lines, lines become what they are. Times are the keys' own. */
export class Wedge {
  #burst = noBurst
  #first: { readonly text: string; readonly atMs: number } | undefined

  press(key: Key, atMs: number): void {
    this.#burst = addKey(this.#burst, key, atMs)
  }

  /** Did a scanner write the last `charactersMin` keys? */
  isScanning(atMs: number, charactersMin: number): boolean {
    return burstText(this.#burst, atMs, charactersMin) !== undefined
  }

  /** Enter was pressed: undefined where a hand did it. */
  enter(atMs: number, inField: boolean): Scanned | undefined {
    const first = this.#first && atMs - this.#first.atMs <= lineGapMs ? this.#first.text : undefined
    this.#first = undefined
    const text = burstText(this.#burst, atMs, inField ? codeCharactersMin : numberCharactersMin)
    this.#burst = noBurst
    // Two ends after one line: a carriage return and a line feed.
    if (text === undefined && first !== undefined) this.#first = { text: first, atMs }
    if (text === undefined) return first === undefined ? undefined : { type: 'line' }
    const reading = readLine(first === undefined ? text : `${first}\n${text}`)
    if (first !== undefined || reading.type !== 'mishap' || reading.mishap !== 'half-zone') return reading
    this.#first = { text, atMs }
    return { type: 'line' }
  }

  /** Nothing came for a while: a code without its Enter, or half of one; undefined where nothing was under way. */
  silence(atMs: number, inField: boolean): Reading | undefined {
    const { text, firstMs, lastMs } = this.#burst
    const isDone = atMs - lastMs >= silenceMs
    const typed = isDone ? burstText({ text, firstMs, lastMs }, lastMs, codeCharactersMin) : undefined
    if (typed !== undefined) this.#burst = noBurst
    const first = this.#first && atMs - this.#first.atMs >= lineGapMs ? this.#first : undefined
    if (first) this.#first = undefined
    if (typed !== undefined && this.#first) {
      const line = this.#first.text
      this.#first = undefined
      return readLine(`${line}\n${typed}`)
    }
    if (typed !== undefined && !inField) return readLine(typed)
    return first ? { type: 'mishap', mishap: 'half-zone' } : undefined
  }
}
