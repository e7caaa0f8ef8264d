import type { Problem } from '../api.ts'

/** The movement recorded last, while it may be taken back. */
export type Last = {
  readonly id: string
  readonly name: string
  /** By the tablet's own clock. */
  readonly recordedMs: number
  readonly state: 'open' | 'sending' | 'done'
  readonly problem: Problem | null
}

export const secondsLeft = ({ recordedMs }: Last, nowMs: number, secondsMax: number): number =>
  Math.max(0, Math.min(secondsMax, Math.ceil(secondsMax - (nowMs - recordedMs) / 1000)))
