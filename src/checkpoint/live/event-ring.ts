const ringMax = 1_000

/** The last events of a point as they went out, so that a reader who was cut off goes on where it stopped. */
export class EventRing {
  /** Another process, or this one after a restart, numbers anew: its ids name it. */
  readonly #source: string
  #events: string[] = []
  #next = 1

  constructor(source: string) {
    this.#source = source
  }

  /** The id of the last event. */
  get lastId(): string {
    return this.#idOf(this.#next - 1)
  }

  add(name: string, data: object): string {
    const text = eventText(name, data, this.#idOf(this.#next))
    this.#next += 1
    this.#events.push(text)
    // Cut by halves: an array that is shifted at each event moves a thousand places each time.
    if (this.#events.length >= ringMax * 2) this.#events = this.#events.slice(-ringMax)
    return text
  }

  /** What came after that event; undefined: it is not known here, or too long ago. */
  since(id: string): string | undefined {
    const [, source, text] = /^([0-9a-z]+)-([0-9]{1,15})$/.exec(id) ?? []
    const last = Number(text)
    if (source !== this.#source || !(last < this.#next)) return undefined
    const missed = this.#next - 1 - last
    if (missed > Math.min(ringMax, this.#events.length)) return undefined
    return missed === 0 ? '' : this.#events.slice(-missed).join('')
  }

  #idOf(n: number): string {
    return `${this.#source}-${n}`
  }
}

export const eventText = (name: string, data: object, id: string): string => `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`
