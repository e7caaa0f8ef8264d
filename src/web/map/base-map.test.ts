// Goal: the committed map is the one the screens draw, and no crossing seems more exactly placed than it is. Method: read both files, measure.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { distanceToLineKm, isApproximate, type Line, type LonLat } from '../../places/geometry.rules.ts'

type Named = { code: string; iso: string; km?: string; th?: string; en: string; nameAt?: LonLat }
type Crossing = { id: string; location: { lonLat: LonLat } | null }

const data = join(import.meta.dirname, '..', '..', '..', 'data')
const text = readFileSync(join(data, 'base-map.json'), 'utf8')
const map = JSON.parse(text) as Topology
const { points } = JSON.parse(readFileSync(join(data, 'crossing-points.json'), 'utf8')) as { points: readonly Crossing[] }
const located = points.flatMap(({ id, location }) => (location ? [{ id, lonLat: location.lonLat }] : []))

const layer = (name: string): GeometryCollection<Named> => map.objects[name] as GeometryCollection<Named>
const line = mesh(map, layer('line')).coordinates as unknown as Line

test('it is small enough for a phone', () => {
  assert.ok(Buffer.byteLength(text) <= 500_000)
  assert.ok(brotliCompressSync(text).length <= 130_000)
})

test('it has the layers, in the box 100.8–108 E, 9.8–16 N', () => {
  assert.deepEqual(Object.keys(map.objects).sort(), ['countries', 'line', 'provinceLines', 'provinceNames', 'provinces', 'water'])
  assert.deepEqual(map.bbox, [100.8, 9.8, 108, 16])
})

test('four countries, named in three languages, none without a place for its name', () => {
  const countries = feature(map, layer('countries')).features.map(({ properties }) => properties)
  assert.deepEqual(countries.map(({ iso }) => iso).sort(), ['KH', 'LA', 'TH', 'VN'])
  for (const { km, th, en, nameAt } of countries) assert.ok(km && th && en && nameAt)
})

test('provinces carry our codes and their own names', () => {
  const names = new Map(feature(map, layer('provinceNames')).features.map(({ properties }) => [properties.code, properties]))
  assert.equal(names.get('KH:01')?.km, 'បន្ទាយមានជ័យ')
  assert.equal(names.get('TH:27')?.th, 'สระแก้ว')
  assert.equal(names.get('TH:10')?.th ?? 'กรุงเทพมหานคร', 'กรุงเทพมหานคร')
  for (const [code, { en }] of names) assert.ok(/^(KH|TH):\d\d$/.test(code) && en.length > 2, code)
})

test('the Tonle Sap is water, and no land', () => {
  const lake: LonLat = [104.1, 12.8]
  assert.equal(covering('water', lake), 1)
  assert.equal(covering('countries', lake), 0)
  assert.equal(covering('countries', [104.9, 12.7]), 1)
})

test('the line is one piece from the sea to Laos, and lies between the two countries', () => {
  const [piece = [], ...more] = line
  assert.equal(more.length, 0)
  const ends = [piece[0], piece.at(-1)].map((end) => end?.map((degrees) => Math.round(degrees * 10) / 10))
  assert.deepEqual(ends.sort(), [
    [102.9, 11.7],
    [105.2, 14.3],
  ])
})

test('every located crossing is on the map and within 5 km of the line', () => {
  assert.ok(located.length >= 10)
  for (const { id, lonLat } of located) assert.ok(distanceToLineKm(lonLat, line) < 5, id)
})

test('the crossings placed by guess are these; all others are within 1 km of the line', () => {
  const guessed = located.filter(({ lonLat }) => isApproximate(distanceToLineKm(lonLat, line))).map(({ id }) => id)
  assert.deepEqual(guessed, ['kh-th/choam', 'kh-th/daung', 'kh-th/cham-yeam', 'kh-th/boeng-trakuon', 'kh-th/phnum-dei'])
})

function covering(name: string, place: LonLat): number {
  const polygons = feature(map, layer(name)).features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
  )
  return polygons.filter((rings) => rings.filter((ring) => surrounds(ring, place)).length % 2 === 1).length
}

/** Even-odd: a ray to the east crosses a ring around the place an odd number of times. */
function surrounds(ring: readonly (readonly number[])[], [x, y]: LonLat): boolean {
  let crossings = 0
  let [fromX = 0, fromY = 0] = ring.at(-1) ?? []
  for (const [toX = 0, toY = 0] of ring) {
    if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) crossings += 1
    ;[fromX, fromY] = [toX, toY]
  }
  return crossings % 2 === 1
}
