import { control, divIcon, type LatLngBounds, type Map as LeafletMap, latLngBounds, map as leafletMap, type Marker, marker } from 'leaflet'
import 'leaflet/dist/leaflet.css'
import type { Topology } from 'topojson-specification'
import type { Language } from '../../kernel/language.ts'
import type { Line } from '../../places/geometry.rules.ts'
import { drawSign, fillMark, type MapPoint, type MapWords, mapStates, moveLabel } from './crossing-mark.ts'
import { addNames, drawBaseMap, lineOf, type NameMark } from './draw-base-map.ts'
import { type Box, isFree, isWithin, type Labelled, markerBox, type Placed, placeLabels, type Spot } from './place-labels.ts'
import './map.css'

export type CrossingsMapOptions = {
  /** `data/base-map.json`, parsed. */
  readonly baseMap: Topology
  readonly points: readonly MapPoint[]
  readonly language: Language
  readonly words: MapWords
  /** By click, touch, Enter or Space. */
  onSelect(id: string): void
}

export type CrossingsMap = {
  update(points: readonly MapPoint[]): void
  /** Marks one crossing, and moves it into sight when it is outside; null marks none. */
  choose(id: string | null): void
  destroy(): void
}

/** As in map.css: from here down, signs are smaller. */
const compactBelowPx = 600
const zoomMax = 12

/**
 * Draws the crossings into `container`, which must have a height; the map takes its whole size.
 * Nothing is fetched: no tiles. Points without a place are not drawn: the page beside the map lists them.
 */
export function showCrossings(container: HTMLElement, options: CrossingsMapOptions): CrossingsMap {
  const { sheet, legend } = layOut(container, options.words)
  const map = openMap(sheet, options)
  drawBaseMap(map, options.baseMap)
  const names = addNames(map, options.baseMap, options.language)
  const line = lineOf(options.baseMap)
  const bounds = boundsOf(options.baseMap)
  const marks = new Map<string, Marker>()
  let moved = false

  const fit = (): void => {
    if (sheet.clientHeight === 0) return
    const located = [...marks.values()].map((mark) => mark.getLatLng())
    const wanted = latLngBounds(located.length > 0 ? located : line.flat().map(([lon, lat]) => [lat, lon]))
    const [x, y] = [Math.min(90, sheet.clientWidth * 0.08), Math.min(64, sheet.clientHeight * 0.09)]
    map.setMinZoom(0).fitBounds(wanted, { padding: [x, y], maxZoom: 10, animate: false })
    map.setMinZoom(map.getZoom() - 0.75).panInsideBounds(bounds, { animate: false })
  }
  const label = (): void => {
    if (sheet.clientHeight > 0) setLabels(map, marks.values(), names, { line, sheet: bounds })
  }
  const update = (points: readonly MapPoint[]): void => {
    setMarks(map, marks, points, options)
    fillLegend(legend, points, options.words)
    label()
  }

  update(options.points)
  fit()
  label()
  map.on('moveend', label)
  map.on('dragstart', () => {
    moved = true
  })
  const disengage = letThePageScroll(map, sheet)
  const sizes = new ResizeObserver(() => {
    map.invalidateSize({ animate: false })
    if (!moved) fit()
    label()
  })
  sizes.observe(sheet)
  // Labels are measured: with the fonts that come late, measured again.
  document.fonts.addEventListener('loadingdone', label)

  return {
    update,
    choose(id) {
      for (const [key, mark] of marks) {
        mark.getElement()?.classList.toggle('is-chosen', key === id)
        mark.setZIndexOffset(key === id ? 500 : 0)
      }
      const at = id === null ? undefined : marks.get(id)?.getLatLng()
      if (at && !map.getBounds().pad(-0.05).contains(at)) map.panTo(at)
    },
    destroy() {
      document.fonts.removeEventListener('loadingdone', label)
      sizes.disconnect()
      disengage()
      map.remove()
      container.replaceChildren()
    },
  }
}

function layOut(container: HTMLElement, words: MapWords): { sheet: HTMLElement; legend: HTMLElement } {
  const frame = document.createElement('figure')
  const sheet = document.createElement('div')
  const foot = document.createElement('figcaption')
  const legend = document.createElement('ul')
  const attribution = document.createElement('p')
  frame.className = 'crossings-map'
  sheet.className = 'crossings-map-sheet'
  sheet.setAttribute('role', 'region')
  sheet.setAttribute('aria-label', words.map)
  legend.className = 'crossings-map-legend'
  attribution.className = 'crossings-map-attribution'
  attribution.textContent = words.attribution
  foot.append(legend, attribution)
  frame.append(sheet, foot)
  container.replaceChildren(frame)
  return { sheet, legend }
}

function openMap(sheet: HTMLElement, { baseMap, words }: CrossingsMapOptions): LeafletMap {
  const bounds = boundsOf(baseMap)
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = leafletMap(sheet, {
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0.25,
    zoomDelta: 0.75,
    maxZoom: zoomMax,
    maxBounds: bounds,
    maxBoundsViscosity: 1,
    bounceAtZoomLimits: false,
    zoomAnimation: !calm,
    inertia: !calm,
    scrollWheelZoom: false,
  }).setView(bounds.getCenter(), 7)
  // In the corner where neither state has a crossing.
  control.zoom({ position: 'bottomright', zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map)
  return map
}

function boundsOf(baseMap: Topology): LatLngBounds {
  const [west = 0, south = 0, east = 0, north = 0] = baseMap.bbox ?? []
  return latLngBounds([south, west], [north, east])
}

/** Makes the drawn markers those of `points`: by id, so that a marker that stays keeps the keyboard's focus. */
function setMarks(map: LeafletMap, marks: Map<string, Marker>, points: readonly MapPoint[], { words, onSelect }: CrossingsMapOptions): void {
  const wanted = new Set(points.filter((point) => point.lonLat).map((point) => point.id))
  for (const [id, mark] of marks) if (!wanted.has(id) && marks.delete(id)) mark.remove()

  for (const point of points) {
    if (!point.lonLat) continue
    const [lon, lat] = point.lonLat
    const mark = marks.get(point.id) ?? addMark(map, point.id, [lat, lon], onSelect)
    marks.set(point.id, mark.setLatLng([lat, lon]))
    const element = mark.getElement()
    if (element) fillMark(element, point, words)
  }
}

function addMark(map: LeafletMap, id: string, at: [lat: number, lon: number], onSelect: (id: string) => void): Marker {
  const icon = divIcon({ className: 'crossing', html: '', iconSize: [32, 32] })
  const mark = marker(at, { icon, riseOnHover: true }).addTo(map)
  mark.on('click', () => onSelect(id))
  mark.getElement()?.addEventListener('focus', () => mark.setZIndexOffset(1000))
  mark.getElement()?.addEventListener('blur', () => mark.setZIndexOffset(0))
  mark.getElement()?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onSelect(id)
  })
  return mark
}

/** Crossings' labels first, then names of countries and provinces where room is left. */
function setLabels(map: LeafletMap, marks: Iterable<Marker>, names: readonly NameMark[], { line, sheet }: { line: Line; sheet: LatLngBounds }): void {
  const { x: width, y: height } = map.getSize()
  const radius = width < compactBelowPx ? 15 : 19
  const shown = [...marks].flatMap((mark) => {
    const element = mark.getElement()
    const label = element?.querySelector<HTMLElement>('.crossing-label')
    if (!element || !label) return []
    // Two pixels more than measured: browsers round.
    const [width, height] = [label.offsetWidth + 2, label.offsetHeight + 2]
    const place: Labelled = { at: map.latLngToContainerPoint(mark.getLatLng()), radius, width, height }
    return [{ element, place }]
  })
  const places = shown.map(({ place }) => place)
  const frame = { x: 6, y: 6, width: width - 12, height: height - 12 }
  const taken: Box[] = [{ x: width - 64, y: height - 110, width: 64, height: 110 }]
  const avoid = line.flat().map(([lon, lat]) => map.latLngToContainerPoint([lat, lon]))
  const placed = placeLabels(places, { frame, taken, avoid })
  shown.forEach(({ element, place }, index) => {
    const found = placed[index] ?? { box: { x: place.at.x + radius, y: place.at.y - place.height / 2, width: place.width, height: place.height } }
    element.classList.toggle('is-crowded', placed[index] === undefined)
    moveLabel(element, fromMiddle(found, place.at))
  })
  const covered = [...taken, ...places.map(markerBox), ...placed.flatMap((found) => (found ? [found.box] : []))]
  setNames(map, names, { frame, covered, sheet })
}

/** In the order given; each must lie on the sheet and be seen whole. */
function setNames(map: LeafletMap, names: readonly NameMark[], around: { frame: Box; covered: readonly Box[]; sheet: LatLngBounds }): void {
  const covered = [...around.covered]
  const [from, until] = [map.latLngToContainerPoint(around.sheet.getNorthWest()), map.latLngToContainerPoint(around.sheet.getSouthEast())]
  const sheet = { x: from.x, y: from.y, width: until.x - from.x, height: until.y - from.y }
  for (const { mark } of names) {
    const text = mark.getElement()?.firstElementChild
    if (!(text instanceof HTMLElement)) continue
    const at = map.latLngToContainerPoint(mark.getLatLng())
    const [width, height] = [text.offsetWidth + 12, text.offsetHeight + 6]
    const box = { x: at.x - width / 2, y: at.y - height / 2, width, height }
    const stands = isWithin(box, around.frame) && isWithin(box, sheet) && isFree(box, covered)
    text.classList.toggle('is-shown', stands)
    if (stands) covered.push(box)
  }
}

const fromMiddle = ({ box, tiedAt }: Placed, at: Spot): Placed => ({
  box: { ...box, x: box.x - at.x, y: box.y - at.y },
  ...(tiedAt && { tiedAt: { x: tiedAt.x - at.x, y: tiedAt.y - at.y } }),
})

/** A wheel or a finger over the map moves the page, until the reader has taken hold of the map by click, tap or keyboard. */
function letThePageScroll(map: LeafletMap, sheet: HTMLElement): () => void {
  const byFinger = matchMedia('(pointer: coarse)').matches
  const engage = (): void => {
    map.scrollWheelZoom.enable()
    map.dragging.enable()
    sheet.classList.add('is-engaged')
  }
  const release = (event?: Event): void => {
    if (event?.target instanceof Node && sheet.contains(event.target)) return
    map.scrollWheelZoom.disable()
    if (byFinger) map.dragging.disable()
    sheet.classList.remove('is-engaged')
  }
  release()
  map.on('click', engage)
  sheet.addEventListener('focusin', engage)
  document.addEventListener('pointerdown', release)
  document.addEventListener('focusin', release)
  return () => {
    document.removeEventListener('pointerdown', release)
    document.removeEventListener('focusin', release)
  }
}

function fillLegend(legend: HTMLElement, points: readonly MapPoint[], words: MapWords): void {
  const drawn = points.filter((point) => point.lonLat)
  const items = mapStates
    .filter((state) => drawn.some((point) => point.state === state))
    .map((state) => item(drawSign(state, false), words.states[state]))
  const guessed = drawn.find((point) => point.approximate)
  if (guessed) items.push(item(drawSign(guessed.state, true), words.approximate))
  const dash = document.createElement('span')
  dash.className = 'crossings-map-dash'
  items.push(item(dash, words.line))
  legend.replaceChildren(...items)
}

function item(sign: Element, text: string): HTMLLIElement {
  const entry = document.createElement('li')
  entry.append(sign, text)
  return entry
}
