import type { LonLat } from '../../places/geometry.rules.ts'
import type { Placed } from './place-labels.ts'

export const mapStates = ['open', 'limited', 'closed'] as const
export type MapState = (typeof mapStates)[number]

/** A crossing as the map shows it. Both sides' names stand, each in its own script where it has one. */
export type MapPoint = {
  readonly id: string
  readonly names: { readonly first: string; readonly second: string }
  /** Null: not located, so not drawn. */
  readonly lonLat: LonLat | null
  /** Placed by guess, farther than 1 km from the line (`isApproximate`). */
  readonly approximate: boolean
  readonly state: MapState
}

/** What the map says, in the reader's language. */
export type MapWords = {
  /** The map's accessible name. */
  readonly map: string
  readonly states: { readonly [S in MapState]: string }
  readonly approximate: string
  /** That the drawn line is indicative. */
  readonly line: string
  readonly attribution: string
  readonly zoomIn: string
  readonly zoomOut: string
}

/** Colour is never alone: each state has its sign, drawn as a path since fonts on cheap phones lack the characters. */
const signs = {
  open: 'M-5 .4 -1.6 3.8 5 -3.6',
  limited: 'M0 -5A5 5 0 0 1 0 5Z',
  closed: 'M-4 -4 4 4M4 -4-4 4',
} as const satisfies Record<MapState, string>

/** The state's sign in a disc; an approximate place has a broken ring around it. */
export function drawSign(state: MapState, approximate: boolean): SVGElement {
  const svg = shape('svg', { viewBox: '-16 -16 32 32', 'aria-hidden': 'true', focusable: 'false', class: 'crossing-sign', 'data-state': state })
  svg.append(shape('circle', { class: 'crossing-sign-edge', r: approximate ? '15.4' : '13' }))
  if (approximate) svg.append(shape('circle', { class: 'crossing-sign-ring', r: '13.4' }))
  svg.append(
    shape('circle', { class: 'crossing-sign-disc', r: approximate ? '9.6' : '11.2' }),
    shape('path', { class: 'crossing-sign-path', d: signs[state] }),
  )
  return svg
}

/** Fills a marker's element anew; the element itself stays, and with it the keyboard's focus. Its spoken name is its text: both names, then the state. */
export function fillMark(element: HTMLElement, point: MapPoint, words: MapWords): void {
  const said = document.createElement('span')
  said.className = 'crossing-said'
  said.textContent = ['', words.states[point.state], ...(point.approximate ? [words.approximate] : [])].join(', ')
  element.dataset['state'] = point.state
  element.replaceChildren(drawTie(), drawSign(point.state, point.approximate), drawLabel(point), said)
}

/** Moves the label to `box`, in pixels from the sign's middle, and ties it to the sign when it stands off. */
export function moveLabel(element: HTMLElement, { box, tiedAt }: Placed): void {
  const label = element.querySelector<HTMLElement>('.crossing-label')
  const tie = element.querySelector('.crossing-tie line')
  if (label) label.style.transform = `translate(${Math.round(box.x)}px, ${Math.round(box.y)}px)`
  tie?.setAttribute('x2', String(tiedAt?.x ?? 0))
  tie?.setAttribute('y2', String(tiedAt?.y ?? 0))
}

function drawTie(): SVGElement {
  const svg = shape('svg', { 'aria-hidden': 'true', focusable: 'false', class: 'crossing-tie', width: '1', height: '1' })
  svg.append(shape('line', { x1: '0', y1: '0', x2: '0', y2: '0' }))
  return svg
}

function drawLabel({ names }: MapPoint): HTMLElement {
  const label = document.createElement('span')
  label.className = 'crossing-label'
  for (const [place, name] of Object.entries(names)) {
    if (name === '') continue
    if (label.childElementCount > 0) label.append(' ')
    const line = document.createElement('span')
    line.className = `crossing-name-${place}`
    line.lang = languageOf(name)
    line.textContent = name
    label.append(line)
  }
  return label
}

/** By its script, so that voices and fonts take the right one. */
const languageOf = (name: string): string => (/\p{Script=Khmer}/u.test(name) ? 'km' : /\p{Script=Thai}/u.test(name) ? 'th' : 'en')

function shape(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}
