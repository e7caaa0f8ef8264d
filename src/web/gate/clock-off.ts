/** From here on a clock is wrong, and somebody should set it; the gate goes by the server's either way. */
const toleratedMs = 300_000

/** How far the tablet's clock is from the server's, in a unit to read; null: near enough. */
export function clockOff(aheadMs: number): { readonly unit: 'minutes' | 'hours' | 'days'; readonly n: number } | null {
  const minutes = Math.round(Math.abs(aheadMs) / 60_000)
  if (Math.abs(aheadMs) <= toleratedMs) return null
  if (minutes < 120) return { unit: 'minutes', n: minutes }
  return minutes < 2_880 ? { unit: 'hours', n: Math.round(minutes / 60) } : { unit: 'days', n: Math.round(minutes / 1_440) }
}
