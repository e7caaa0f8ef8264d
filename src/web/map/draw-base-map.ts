import type { Position } from 'geojson'
import {
  canvas,
  divIcon,
  type GeoJSONOptions,
  geoJSON,
  type LatLngTuple,
  type Map as LeafletMap,
  latLngBounds,
  type Marker,
  marker,
  rectangle,
} from 'leaflet'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Language } from '../../kernel/language.ts'
import type { Line, LonLat } from '../../places/geometry.rules.ts'

type Named = { code: string; iso: string; en: string; km?: string; th?: string; nameAt?: LonLat }
export type NameMark = { readonly mark: Marker; readonly kind: 'country' | 'province' }

/** Two calm tints for the two sides, a quieter one for the neighbours. */
const colours = {
  land: { KH: '#fbf5e6', TH: '#eff4ee', LA: '#f3f2ee', VN: '#f3f2ee' } as Readonly<Record<string, string>>,
  water: '#bcd6e4',
  coast: '#9db8c5',
  province: '#cfc9ba',
  border: '#b3ab9a',
  line: '#4b5b67',
  halo: '#ffffff',
}

/** Draws the base map below everything else. Nothing in it can be clicked. Throws when a layer is missing: the file is ours. */
export function drawBaseMap(map: LeafletMap, base: Topology): void {
  const countries = collection(base, 'countries')
  const [west = 0, south = 0, east = 0, north = 0] = base.bbox ?? []
  const renderer = canvas({ padding: 0.4 })
  const quiet = { renderer, interactive: false }
  const draw = (data: ReturnType<typeof mesh>, style: object): void => {
    geoJSON(data, { ...quiet, style: { fill: false, lineCap: 'round', lineJoin: 'round', ...style } } as GeoJSONOptions).addTo(map)
  }

  // The sheet ends where the data end: outside it is paper, not sea. Ponds too small for a shape of their own are holes in the land.
  rectangle(latLngBounds([south, west], [north, east]), { ...quiet, stroke: false, fillColor: colours.water, fillOpacity: 1 }).addTo(map)
  for (const land of feature(base, countries).features) {
    const fillColor = colours.land[land.properties.iso] ?? colours.halo
    geoJSON(land, { ...quiet, style: { stroke: false, fillColor, fillOpacity: 1, smoothFactor: 0.4 } } as GeoJSONOptions).addTo(map)
  }
  draw(mesh(base, collection(base, 'provinceLines')), { color: colours.province, weight: 1, dashArray: '1 4' })
  // Over the lines of provinces: none is drawn through the lake.
  const water = feature(base, collection(base, 'water'))
  geoJSON(water, { ...quiet, style: { stroke: false, fillColor: colours.water, fillOpacity: 1 } } as GeoJSONOptions).addTo(map)
  draw(
    mesh(base, countries, (a, b) => a === b),
    { color: colours.coast, weight: 0.8 },
  )
  draw(
    mesh(base, countries, (a, b) => a !== b && !isBetweenBoth(a.id, b.id)),
    { color: colours.border, weight: 1.2 },
  )

  // Broken, on a white halo: no map of ours draws one line as truth.
  const line = mesh(base, collection(base, 'line'))
  draw(line, { color: colours.halo, weight: 6, opacity: 0.85 })
  draw(line, { color: colours.line, weight: 1.8, dashArray: '7 5', lineCap: 'butt' })
}

/** The Cambodian–Thai line in pieces, [lon, lat]. */
export function lineOf(base: Topology): Line {
  const toLonLat = ([lon = 0, lat = 0]: Position): LonLat => [lon, lat]
  return mesh(base, collection(base, 'line')).coordinates.map((piece) => piece.map(toLonLat))
}

/** Names of countries and provinces, all still hidden: which of them stand depends on the zoom. */
export function addNames(map: LeafletMap, base: Topology, language: Language): NameMark[] {
  const pane = map.createPane('names')
  pane.setAttribute('aria-hidden', 'true')
  const add = (kind: NameMark['kind'], named: Named, [lon, lat]: LonLat): NameMark => {
    const text = document.createElement('span')
    text.textContent = named[language] ?? named.en
    text.lang = named[language] === undefined ? 'en' : language
    const icon = divIcon({ className: `map-name map-name-${kind}`, html: text, iconSize: [0, 0] })
    return { mark: marker([lat, lon] as LatLngTuple, { icon, pane: 'names', interactive: false, keyboard: false }).addTo(map), kind }
  }
  const countries = feature(base, collection(base, 'countries')).features
  const provinces = feature(base, collection(base, 'provinceNames')).features
  return [
    ...countries.flatMap(({ properties }) => (properties.nameAt ? [add('country', properties, properties.nameAt)] : [])),
    ...provinces.flatMap(({ properties, geometry }) => {
      if (geometry.type !== 'Point') return []
      const [lon = 0, lat = 0] = geometry.coordinates
      return [add('province', properties, [lon, lat])]
    }),
  ]
}

const isBetweenBoth = (a: unknown, b: unknown): boolean => (a === 'KH' && b === 'TH') || (a === 'TH' && b === 'KH')

function collection(base: Topology, name: string): GeometryCollection<Named> {
  const layer = base.objects[name]
  if (layer?.type !== 'GeometryCollection') throw new Error(`the base map has no layer ${name}`)
  return layer as GeometryCollection<Named>
}
