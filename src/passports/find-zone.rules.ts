import { type LayoutName, layoutNames, layouts, zoneLength } from './zone-layout.rules.ts'

/** A text that may be a zone of this layout: its lines as one, of exactly its length. `isWholeText`: nothing else was there. */
export type Candidate = { readonly layout: LayoutName; readonly zone: string; readonly isWholeText: boolean }

/** More than any zone with what scanners put around it; longer texts are not looked at. */
export const textLengthMax = 400
/** Characters that a scanner may put before and after a zone, together. */
export const extraLengthMax = 16

/**
 * Where in `text` a zone may stand, most likely first. Small letters count as capitals, blanks as nothing; every other character outside A–Z, 0–9
 * and < parts the text into runs. A scanner's prefix or suffix is a run of its own, or hangs on the first or last one.
 */
export function candidatesIn(text: string): Candidate[] {
  if (text.length > textLengthMax) return []
  const runs = text
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/[ \t\u00A0]/g, '')
    .split(/[^A-Z0-9<]+/)
    .filter((run) => run !== '')
  const whole = runs.join('')
  const lines = runs.filter((run) => run.length >= shortestLine)
  const texts = [whole, lines.join(''), filledNameLine(runs.filter((run) => run.length >= shortestNameLine))].filter(
    (each, index, all) => each !== undefined && all.indexOf(each) === index,
  )
  const found = texts.flatMap((each) => layoutNames.flatMap((name) => windowsOf(each ?? '', name)))
  return found.filter((one, index) => found.findIndex((other) => other.layout === one.layout && other.zone === one.zone) === index)
}

/** No line of a zone is shorter: what is, is a scanner's. */
const shortestLine = 30
/** Code, issuer, one letter and two fillers. */
const shortestNameLine = 8

function windowsOf(text: string, name: LayoutName): Candidate[] {
  const layout = layouts[name]
  const extra = text.length - zoneLength(layout)
  // As long as a passport's zone, and searched for no shorter one: P<LAOSOUVILAOVANH… holds what could begin a small visa, "VILAO".
  if (text.length === zoneLength(layouts.TD3) && extra > 0) return []
  if (extra < 0 || extra > extraLengthMax) return []
  return Array.from({ length: extra + 1 }, (_, at) => text.slice(at, at + zoneLength(layout)))
    .filter((zone) => layout.codes.includes(zone[0] ?? '<'))
    .map((zone) => ({ layout: name, zone, isWholeText: extra === 0 }))
}

/** Nobody counts the fillers after a typed name: a first line of two that ends in at least two of them is as long as the second. */
function filledNameLine(lines: readonly string[]): string | undefined {
  const [upper = '', lower = ''] = lines
  if (lines.length !== 2 || (lower.length !== 44 && lower.length !== 36) || !upper.endsWith('<<')) return undefined
  return upper.replace(/<+$/, '').length < lower.length ? upper.padEnd(lower.length, '<').slice(0, lower.length) + lower : undefined
}
