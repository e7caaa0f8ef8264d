import { borderZone, dayMs, hourMs } from '../../kernel/time.ts'

/** The instant a reader asks about. `local` is what a datetime-local field holds, "2026-11-24T09:00", on the border's clock. */
export type When = { readonly kind: 'now' } | { readonly kind: 'tomorrow' } | { readonly kind: 'chosen'; readonly local: string }

export const tomorrowAt = '09:00'

/** The address that answers `when`. The server's own clock says what now is. */
export function addressOf(when: When, nowMs: number, list: 'crossing-points' | 'orders' = 'crossing-points'): string {
  const local = localOf(when, nowMs)
  return `/api/v1/${list}${local === undefined ? '' : `?at=${encodeURIComponent(local + borderZone)}`}`
}

/** The instant to ask about, with the border's offset; undefined: now, by the server's own clock. */
export function atOf(when: When, nowMs: number): string | undefined {
  const local = localOf(when, nowMs)
  return local && local + borderZone
}

function localOf(when: When, nowMs: number): string | undefined {
  switch (when.kind) {
    case 'now':
      return undefined
    case 'tomorrow':
      return `${wallClockAt(nowMs + dayMs).slice(0, 10)}T${tomorrowAt}`
    case 'chosen':
      return when.local
  }
}

const borderOffsetMs = 7 * hourMs

/** "2026-11-24T09:00:00+07:00", by plain arithmetic: phones of some years have no Temporal, and the zone is fixed. */
export const wallClockAt = (epochMs: number): string => new Date(epochMs + borderOffsetMs).toISOString().slice(0, 19) + borderZone
