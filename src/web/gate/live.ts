import type { Register } from './register.ts'
import { sumOfCounts } from './register-counts.ts'

type Counts = { readonly rows: readonly { readonly direction: string; readonly outcome: string; readonly n: number }[] }
type Parts = { readonly counts?: Counts; readonly referrals?: { readonly open: number }; readonly orders?: object }

const reopenMs = 30_000

/** What goes on at the point, pushed: counts, people taken aside, and that an order came, begins or went. Without it the page reads by itself, each minute. */
export class Live {
  readonly #register: Register
  #source: EventSource | undefined
  #point: string | null = null
  #orders = ''

  constructor(register: Register) {
    this.#register = register
    // A stream that was refused or cut for good is asked for again; one that only broke comes back by itself.
    setInterval(() => {
      if (this.#point !== null && this.#source?.readyState === EventSource.CLOSED) this.#open(this.#point)
    }, reopenMs)
  }

  watch(point: string | null): void {
    if (point === this.#point) return
    this.#source?.close()
    this.#point = point
    this.#orders = ''
    this.#register.update({ isLive: false, referralsOpen: null })
    if (point !== null) this.#open(point)
  }

  #open(point: string): void {
    const source = new EventSource(`/api/v1/crossing-points/${point}/live`)
    this.#source = source
    for (const event of ['snapshot', 'counts', 'referrals', 'orders'] as const)
      source.addEventListener(event, ({ data }: MessageEvent<string>) => {
        if (this.#source === source) this.#take(JSON.parse(data) as Parts)
      })
    source.addEventListener('error', () => this.#register.update({ isLive: false }))
  }

  #take({ counts, referrals, orders }: Parts): void {
    this.#register.update({
      isLive: true,
      ...(counts && { counts: sumOfCounts(counts.rows.map(({ direction, outcome, n }) => ({ direction, outcome, count: n }))) }),
      ...(referrals && { referralsOpen: referrals.open }),
    })
    const told = orders && JSON.stringify(orders)
    if (told === undefined || told === this.#orders) return
    const isNews = this.#orders !== ''
    this.#orders = told
    if (isNews) void this.#register.readPoints()
  }
}
