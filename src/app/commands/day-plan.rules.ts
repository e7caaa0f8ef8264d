import type { Instant } from '../../kernel/time.ts'
import { epochMs, instantOfMs } from '../../kernel/time.ts'

export type Crossing = { readonly person: number; readonly at: Instant; readonly direction: 'exit' | 'entry' }

const shareAwayOvernight = 0.03
const morningShare = 0.7

/** A day at a crossing: everybody goes out between opening and an hour before closing, most in the morning; nearly all come home before closing. In order of time. */
export function planDay(people: number, opens: Instant, closes: Instant, chance: () => number): Crossing[] {
  const [from, until] = [epochMs(opens), epochMs(closes)]
  const length = until - from
  const plan: Crossing[] = []
  for (let person = 0; person < people; person += 1) {
    const out = from + Math.floor(length * (chance() < morningShare ? chance() * 0.3 : chance() * 0.85))
    plan.push({ person, at: instantOfMs(out), direction: 'exit' })
    if (chance() < shareAwayOvernight) continue
    // At least two minutes on the other side, and home a second before closing at the latest.
    const back = out + 120_000 + Math.floor((until - 1000 - out - 120_000) * Math.sqrt(chance()))
    plan.push({ person, at: instantOfMs(back), direction: 'entry' })
  }
  return plan.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.person - b.person))
}

/** A small seeded generator (mulberry32): the same seed plays the same day. Returns numbers from 0 up to, not with, 1. */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The value below which a share of the sorted numbers lies (nearest rank). */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? 0
}
