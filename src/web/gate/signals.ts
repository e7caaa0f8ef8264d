import type { VerdictOutcome } from '../../movements/verdict-table.rules.ts'
import type { Mishap } from './presented.ts'

export type Signal = VerdictOutcome | 'neutral'

type Note = { readonly hertz: number; readonly ms: number }
/** Told apart without looking: rising is good, one low long note is not. */
const tunes: { readonly [S in Signal | Mishap]: readonly Note[] } = {
  admit: [{ hertz: 1047, ms: 130 }],
  'admit-with-flag': [
    { hertz: 784, ms: 110 },
    { hertz: 1047, ms: 130 },
  ],
  refer: [
    { hertz: 587, ms: 140 },
    { hertz: 587, ms: 140 },
    { hertz: 587, ms: 140 },
  ],
  refuse: [{ hertz: 196, ms: 650 }],
  neutral: [{ hertz: 440, ms: 80 }],
  // Falling: again, please. Two of them: two codes.
  half: [
    { hertz: 660, ms: 90 },
    { hertz: 440, ms: 140 },
  ],
  'half-zone': [
    { hertz: 660, ms: 90 },
    { hertz: 440, ms: 90 },
    { hertz: 440, ms: 90 },
  ],
  two: [
    { hertz: 660, ms: 90 },
    { hertz: 440, ms: 90 },
    { hertz: 660, ms: 90 },
    { hertz: 440, ms: 90 },
  ],
  payment: [
    { hertz: 330, ms: 90 },
    { hertz: 330, ms: 90 },
  ],
  address: [{ hertz: 330, ms: 220 }],
  licence: [
    { hertz: 330, ms: 90 },
    { hertz: 392, ms: 140 },
  ],
}
const shakes: { readonly [S in Signal | Mishap]: readonly number[] } = {
  admit: [60],
  'admit-with-flag': [60, 60, 60],
  refer: [120, 80, 120, 80, 120],
  refuse: [500],
  neutral: [30],
  half: [30, 40, 30],
  'half-zone': [30, 40, 30],
  two: [30, 40, 30, 40, 30],
  payment: [30],
  address: [30],
  licence: [30],
}
const gapMs = 50
const volume = 0.25

let context: AudioContext | undefined

/** Browsers let a page sound only after a touch or a key: called at the first one. */
export function allowSound(): void {
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume()
}

export function give(signal: Signal | Mishap, sound: boolean): void {
  navigator.vibrate?.([...shakes[signal]])
  if (!sound || context?.state !== 'running') return
  let at = context.currentTime
  for (const { hertz, ms } of tunes[signal]) {
    const [tone, level] = [context.createOscillator(), context.createGain()]
    tone.frequency.value = hertz
    // Softened at both ends: a cut tone clicks.
    level.gain.setValueAtTime(0, at)
    level.gain.linearRampToValueAtTime(volume, at + 0.01)
    level.gain.setValueAtTime(volume, at + ms / 1000 - 0.02)
    level.gain.linearRampToValueAtTime(0, at + ms / 1000)
    tone.connect(level).connect(context.destination)
    tone.start(at)
    tone.stop(at + ms / 1000)
    at += (ms + gapMs) / 1000
  }
}
