import type { Direction } from '../../places/order.rules.ts'

/** What an officer chooses once for a tablet. */
export type Settings = { readonly point: string; readonly lane: string; readonly direction: Direction }

const settingsKey = 'spean.gate'
const soundKey = 'spean.gate.sound'
export const laneCharactersMax = 6

export function readSettings(): Settings | null {
  try {
    const { point, lane, direction } = JSON.parse(localStorage.getItem(settingsKey) ?? '{}') as Partial<Settings>
    const isWhole = typeof point === 'string' && typeof lane === 'string' && (direction === 'exit' || direction === 'entry')
    return isWhole ? { point, lane, direction } : null
  } catch {
    return null
  }
}

export const keepSettings = (settings: Settings): void => localStorage.setItem(settingsKey, JSON.stringify(settings))

export const isSoundOn = (): boolean => localStorage.getItem(soundKey) !== 'off'
export const keepSound = (on: boolean): void => localStorage.setItem(soundKey, on ? 'on' : 'off')
