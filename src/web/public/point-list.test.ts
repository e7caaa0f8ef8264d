import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { AreaAnswer, PointAnswer } from '../../places/places.api.ts'
import { isFiltered, noFilter, orderPoints, selectPoints } from './point-list.ts'

type SourcePoint = {
  id: string
  class: string
  sourceRow: number
  kh: { name: { en: string | null }; area: string }
  th: { name: { en: string; th: string }; area: string }
  location: { lonLat: [number, number]; confidence: string } | null
}
const source = (JSON.parse(readFileSync(new URL('../../../data/crossing-points.json', import.meta.url), 'utf8')) as { points: SourcePoint[] }).points
const area = (code: string, en: string, native: string): [string, AreaAnswer] => [
  code,
  { code, parent: code.slice(0, 2), level: 'province', name: { en, native } },
]
const areas = new Map([area('KH:13', 'Preah Vihear', 'ព្រះវិហារ'), area('KH:02', 'Battambang', 'បាត់ដំបង'), area('TH:23', 'Trat', 'ตราด')])

const points: PointAnswer[] = source.map((point) => ({
  point: point.id,
  at: '2026-11-23T08:00:00+07:00',
  open: point.class === 'permanent',
  openTo: point.class === 'permanent' ? 'everyone' : 'nobody',
  days: [],
  orders: [],
  until: null,
  nextOpen: null,
  instruments: [],
  class: point.class,
  status: 'active',
  names: {
    KH: { ...(point.kh.name.en && { en: point.kh.name.en }), ...(point.id === 'kh-th/poipet' && { km: 'ប៉ោយប៉ែត' }) },
    TH: { en: point.th.name.en, th: point.th.name.th },
  },
  areas: { KH: point.kh.area, TH: point.th.area },
  calendars: {},
  holidays: {},
  openedOn: null,
  location: point.location && { lonLat: point.location.lonLat, approximate: point.location.confidence === 'C' },
}))
const found = (filter: Partial<typeof noFilter>) => selectPoints(points, { ...noFilter, ...filter }, areas).map((point) => point.point.slice(6))

// Goal: the order a reader of the map expects, which is also the source table's. Method: the real points, from any start.
test('permanent first, each class from the north-east along the line', () => {
  const ordered = orderPoints([...points].reverse()).map((point) => point.point.slice(6))
  assert.deepEqual(ordered.slice(0, 6), ['choam', 'o-smach', 'poipet', 'daung', 'prum', 'cham-yeam'])
  assert.deepEqual(ordered.slice(6, 10), ['an-ses', 'boeng-trakuon', 'malai', 'phnum-dei'])
  assert.deepEqual(new Set(ordered.slice(10, 13)), new Set(['o-rumduol', 'svay-veaeng', 'suan-som']))
  assert.deepEqual(new Set(ordered.slice(13)), new Set(['muen-dan', 'chhak-roka']))
  assert.deepEqual(orderPoints(orderPoints(points)), orderPoints(points))
})

test('a point without class, place and areas stands last and breaks nothing', () => {
  const [first] = points
  assert.ok(first)
  const bare: PointAnswer = { ...first, point: 'kh-th/bare', class: null, areas: { KH: null, TH: null }, location: null }
  assert.equal(orderPoints([bare, ...points]).at(-1), bare)
})

test('the search finds names and areas in every script, without case, spaces, hyphens and invisible breaks', () => {
  assert.deepEqual(found({ search: 'ប៉ោយ\u200bប៉ែត' }), ['poipet'])
  assert.deepEqual(found({ search: 'ช่องจอม' }), ['o-smach'])
  assert.deepEqual(found({ search: 'CHONG SANGAM' }), ['choam'])
  assert.deepEqual(found({ search: 'ព្រះវិហារ' }), ['an-ses'])
  assert.deepEqual(new Set(found({ search: 'ตราด' })), new Set(['cham-yeam', 'muen-dan', 'chhak-roka']))
  assert.deepEqual(found({ search: 'trat battambang mamuang' }), ['chhak-roka'])
  assert.deepEqual(found({ search: 'nowhere' }), [])
  assert.equal(found({ search: '   ' }).length, points.length)
})

test('filters narrow together', () => {
  assert.equal(found({ openOnly: true }).length, 6)
  assert.equal(found({ class: 'relaxed' }).length, 9)
  assert.deepEqual(new Set(found({ province: 'TH:23' })), new Set(['cham-yeam', 'muen-dan', 'chhak-roka']))
  assert.deepEqual(found({ province: 'TH:23', openOnly: true }), ['cham-yeam'])
  assert.equal(isFiltered(noFilter), false)
  assert.equal(isFiltered({ ...noFilter, search: ' x' }), true)
  assert.equal(isFiltered({ ...noFilter, class: 'relaxed' }), true)
})
