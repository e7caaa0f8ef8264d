// Goal: an order's file is read strictly, and the published schema is the code's own. Method: good and many bad files with the place of each fault; the file of the schema against the code (SPEAN_TEST_WRITE_ORDERS=1 writes it).
import assert from 'node:assert/strict'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { projectRoot } from '../platform/config.ts'
import { orderForm } from './order-file.api.ts'
import { orderFileBytesMax, readOrderFile } from './read-order-file.ts'

const folder = join(projectRoot, 'data', 'orders')
const good = JSON.parse(readFileSync(join(folder, '2025-06-26-th-selective.json'), 'utf8')) as Record<string, unknown>
const placesOf = (text: string | Uint8Array): string[] => {
  const read = readOrderFile(typeof text === 'string' ? new TextEncoder().encode(text) : text)
  return read.ok ? [] : read.faults.map(({ code, path }) => `${code} ${path}`.trim())
}
const changed = (change: object) => JSON.stringify({ ...good, ...change })

test('the published schema is the form that is read', () => {
  const file = join(folder, 'order.schema.json')
  const made = `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...orderForm }, undefined, 2)}\n`
  if (process.env['SPEAN_TEST_WRITE_ORDERS']) writeFileSync(file, made)
  assert.equal(readFileSync(file, 'utf8'), made)
})

test('docs/orders.md tells every field, and its examples are read', () => {
  const page = readFileSync(join(projectRoot, 'docs', 'orders.md'), 'utf8')
  const fields = [...made(orderForm)]
  assert.deepEqual(
    fields.filter((field) => !page.includes(`\`${field}\``)),
    [],
  )
  const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text)
  assert.ok(examples.length >= 2)
  for (const example of examples) assert.deepEqual(placesOf(example), [], example)
})
/** Names of fields, at any depth. */
function made(schema: unknown): Set<string> {
  if (typeof schema !== 'object' || schema === null) return new Set()
  const own = 'properties' in schema && typeof schema.properties === 'object' ? Object.keys(schema.properties ?? {}) : []
  return new Set([...own, ...Object.values(schema).flatMap((inner) => [...made(inner)])])
}

for (const file of globSync('*.json', { cwd: folder }).filter((name) => name !== 'order.schema.json'))
  test(`${file} is read`, () => assert.deepEqual(placesOf(readFileSync(join(folder, file))), []))

const bad: [what: string, text: string | Uint8Array, places: string[]][] = [
  ['nothing', '', ['order.form']],
  ['no JSON', '{', ['order.form']],
  ['a list', '[]', ['order.form']],
  ['not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), ['order.form']],
  ['too large', ' '.repeat(orderFileBytesMax + 1), ['order.too-large']],
  ['a field nobody knows', changed({ colour: 'red' }), ['order.form colour']],
  ['one deep inside', changed({ sessions: [{ opens: '08:00', closes: '09:00', who: { hair: 'red' } }] }), ['order.form sessions/0/who/hair']],
  ['a field that would change the object', '{"__proto__": {}}', ['order.form']],
  ['no state', JSON.stringify({ ...good, state: undefined }), ['order.form state']],
  ['another state', changed({ state: 'FR' }), ['order.form state']],
  ['another stage', changed({ stage: 'half' }), ['order.form stage']],
  [
    'a clock of 25 hours',
    changed({ sessions: [{ opens: '25:00', closes: '26:00' }] }),
    ['order.form sessions/0/opens', 'order.form sessions/0/closes'],
  ],
  ['half a person', changed({ sessions: [{ opens: '08:00', closes: '09:00', quota: 1.5 }] }), ['order.form sessions/0/quota']],
  ['a day nobody has', changed({ sessions: [{ opens: '08:00', closes: '09:00', days: ['funday'] }] }), ['order.form sessions/0/days/0']],
  [
    'not going home',
    changed({ sessions: [{ opens: '08:00', closes: '09:00', who: { goingHome: false } }] }),
    ['order.form sessions/0/who/goingHome'],
  ],
  ['a point of no form', changed({ points: ['Poipet'] }), ['order.form points/0']],
  ['no point at all', changed({ points: [] }), ['order.form points']],
  ['a class of vehicle nobody knows', changed({ vehicles: [{ classes: ['boat'] }] }), ['order.form vehicles/0/classes/0']],
  ['no day', changed({ startsAt: '2026-02-30T00:00+07:00' }), ['time.invalid startsAt']],
  ['half a minute', changed({ startsAt: '2026-02-03T08:00:30+07:00' }), ['time.invalid startsAt']],
  [
    'conditions that nobody can meet',
    changed({ sessions: null, who: { nationalities: [], documents: [], issuingAreas: [], purposes: [] } }),
    ['order.form who/nationalities', 'order.form who/documents', 'order.form who/issuingAreas', 'order.form who/purposes'],
  ],
  ['a wall clock without its zone', changed({ startsAt: '2026-02-03T00:00' }), ['time.invalid startsAt']],
  [
    'several',
    changed({ startsAt: 'x', endsAt: 'y', instrument: { id: 'th/x', signedOn: '2026-13-01' } }),
    ['time.invalid startsAt', 'time.invalid endsAt', 'time.invalid instrument/signedOn'],
  ],
]
for (const [what, text, places] of bad) test(`refused with its place: ${what}`, () => assert.deepEqual(placesOf(text), places))

test('what is no JSON, or no order at all, is told as that, not as a fault at no place', () => {
  for (const text of ['{"id": "kh/x"', '[]', '7']) {
    const read = readOrderFile(new TextEncoder().encode(text))
    assert.deepEqual(!read.ok && read.faults, [{ code: 'order.form', path: '', about: { path: 'JSON' } }], text)
  }
})
