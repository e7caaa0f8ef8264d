import type { StateCode } from '../../kernel/code.ts'
import { pathsOnly, short } from './drawing.ts'

export const pageMm = { width: 125, height: 88 } as const
/** The machine-readable zone keeps its white: ICAO 9303-4 §3.1 gives it the lowest 23.2 mm. */
export const zoneMm = 23.2

/** The page's background: fine waves over a pale ground, and a rosette, as paths of 125 × 64.8 mm. Each state has its own colours and numbers. */
export function drawGuilloche(state: StateCode): string {
  const look = looks[state] ?? looks.KH
  const { width } = pageMm
  const height = pageMm.height - zoneMm
  const waves = Array.from({ length: look.lines }, (_, line) => wave(look, line, width, height))
  const rings = [9, 16.5, 24].flatMap((radius) =>
    Array.from({ length: turns }, (_, turn) => rosette(look, radius, turn, { x: width * 0.42, y: height * 0.52 })),
  )
  return pathsOnly(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${short(height)}">` +
      `<path d="M0 0h${width}v${short(height)}h-${width}z" fill="${look.ground}"/>` +
      `<g fill="none" stroke-width="0.09" stroke="${look.wave}" stroke-opacity="0.34">${waves.join('')}</g>` +
      `<g fill="none" stroke-width="0.07" stroke="${look.rosette}" stroke-opacity="0.3">${rings.join('')}</g></svg>`,
  )
}

/** Front, fold and back of the cover, side by side: the front is the right one. */
export const coverMm = { width: 252, height: 88, fold: 2 } as const
/** The cover's own green, and the gold of its words. */
export const coverGreen = '#14503a'
export const coverGold = '#e6c987'
/** Where the issuing state's emblem goes, on the front. */
export const emblemMm = { x: coverMm.width - pageMm.width / 2, y: 40, radius: 12 } as const

/** The cover's ground: waves over green from edge to edge, and a ring of lace around the place of the emblem. */
export function drawCover(state: StateCode): string {
  const look = looks[state] ?? looks.KH
  const { width, height } = coverMm
  const lines = { ...look, lines: 26 }
  const waves = Array.from({ length: lines.lines }, (_, line) => wave(lines, line, width, height))
  const ring = Array.from({ length: turns }, (_, turn) => rosette(look, emblemMm.radius + 2.6, turn, emblemMm, { swing: 1.5, stretch: 1 }))
  return pathsOnly(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
      `<path d="M0 0h${width}v${height}h-${width}z" fill="${coverGreen}"/>` +
      `<g fill="none" stroke-width="0.16" stroke="#7fb99a" stroke-opacity="0.26">${waves.join('')}</g>` +
      `<g fill="none" stroke-width="0.11" stroke="${coverGold}" stroke-opacity="0.75">${ring.join('')}</g></svg>`,
  )
}

type Look = { ground: string; wave: string; rosette: string; lines: number; bends: readonly [number, number]; petals: number }
const kh: Look = { ground: '#f4f9f7', wave: '#0b6c5a', rosette: '#b7791f', lines: 34, bends: [1.35, 2.6], petals: 7 }
const th: Look = { ground: '#f5f8fb', wave: '#0b4f6c', rosette: '#8a4b8f', lines: 34, bends: [1.7, 2.1], petals: 9 }
const looks: Partial<Record<StateCode, Look>> & { readonly KH: Look } = { KH: kh, TH: th }

// Two sines whose phase slides with the line's number: neighbouring lines cross, and a copier turns the crossings into blots.
function wave(look: Look, line: number, width: number, height: number): string {
  const share = line / (look.lines - 1)
  const points: string[] = []
  const steps = Math.ceil(width / stepMm)
  for (let step = 0; step <= steps; step += 1) {
    const x = (step / steps) * width
    const angle = (x / width) * 2 * Math.PI
    const y =
      height * (0.5 + (share - 0.5) * 0.9 * Math.cos(angle * look.bends[0] * 0.5 + 0.6)) + 9 * Math.sin(angle * look.bends[1] * 0.5 + share * 3.1)
    points.push(`${short(x)} ${short(Math.min(height, Math.max(0, y)))}`)
  }
  return `<path d="${smooth(points)}"/>`
}

// Every point costs time and bytes on each page of a batch: as few as keep the lines round to the eye.
const stepMm = 5

// One flower turned a little each time: the lines lace into a ring.
function rosette(
  look: Look,
  ring: number,
  turn: number,
  centre: { x: number; y: number },
  { swing, stretch } = { swing: 3.4, stretch: 1.2 },
): string {
  const points: string[] = []
  for (let step = 0; step <= ringSteps; step += 1) {
    const angle = (step / ringSteps) * 2 * Math.PI
    const radius = ring + swing * Math.sin(look.petals * angle + (turn / turns) * 2 * Math.PI)
    points.push(`${short(centre.x + radius * stretch * Math.cos(angle))} ${short(centre.y + radius * Math.sin(angle))}`)
  }
  return `<path d="${smooth(points)}"/>`
}
const turns = 12
const ringSteps = 63

// Quadratic curves through the middles of neighbours: round lines from few points.
function smooth(points: readonly string[]): string {
  const numbers = points.map((point) => point.split(' ').map(Number))
  const parts = numbers.slice(1, -1).map(([x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = numbers[index + 2] ?? []
    return `Q${short(x)} ${short(y)} ${short((x + nextX) / 2)} ${short((y + nextY) / 2)}`
  })
  return `M${points[0]}${parts.join('')}L${points.at(-1)}`
}
