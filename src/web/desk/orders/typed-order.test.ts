// Goal: the form says everything that a file can say. Method: any order of the published form, opened in the form and sent again, is the same order; so are the four that are shipped; what is typed badly comes back at its place.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { states } from '../../../kernel/code.ts'
import { languages } from '../../../kernel/language.ts'
import { type CivilDate, instantOfMs, weekdays } from '../../../kernel/time.ts'
import { vehicleClasses } from '../../../kernel/vehicle.ts'
import type { OrderForm } from '../../../orders/order-file.api.ts'
import { readOrder, readOrderFile } from '../../../orders/read-order-file.ts'
import { documentKinds, purposes, stages } from '../../../places/order.rules.ts'
import { projectRoot } from '../../../platform/config.ts'
import { emptyOrder, formOfTyped, newSession, newVehicle, type TypedOrder, typedOf } from './typed-order.ts'

const draftOf = (form: unknown) => {
  const read = readOrder(form)
  return read.ok ? read.draft : assert.fail(JSON.stringify(read.faults))
}

const minute = fc.integer({ min: 0, max: 60 * 24 * 365 * 30 }).map((minutes) => instantOfMs(Date.UTC(2020, 0, 1) + minutes * 60_000))
const clock = fc.integer({ min: 0, max: 1440 }).map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`)
const some = <T>(values: readonly T[]) =>
  fc.subarray([...values], { minLength: 1 }).chain((list) => fc.shuffledSubarray(list, { minLength: list.length }))
const words = fc.record({ km: fc.string({ maxLength: 20 }), th: fc.string({ maxLength: 20 }), en: fc.string({ maxLength: 20 }) })
const points = ['kh-th/poipet', 'kh-th/stung-bot', 'kh-th/nowhere-2']
const name = fc.stringMatching(/^[a-z0-9-]{1,12}$/)
const who = fc.record(
  {
    nationalities: some(['KHM', 'THA', 'LAO', 'D<<', 'QQQ'].filter((each) => /^[A-Z]{3}$/.test(each))),
    documents: some(documentKinds),
    issuingAreas: some(['KH:01', 'KH:0110', 'TH:27', 'LA:0101', 'KH:01020304']),
    purposes: some(purposes),
    ageFrom: fc.integer({ min: 0, max: 150 }),
    ageUntil: fc.integer({ min: 0, max: 150 }),
    goingHome: fc.constant(true as const),
  },
  { requiredKeys: [] },
)
const sessions = fc.array(
  fc.record(
    { opens: clock, closes: clock, days: some(weekdays), who, quota: fc.option(fc.integer({ min: -5, max: 1_000_000 })) },
    { requiredKeys: ['opens', 'closes'] },
  ),
  { maxLength: 4 },
)
const vehicles = fc.array(
  fc.record(
    { classes: fc.option(some(vehicleClasses)), wheelsOver: fc.option(fc.integer({ min: 0, max: 100 })), insteadAt: fc.subarray(points) },
    { requiredKeys: [] },
  ),
  { maxLength: 3 },
)
const signedOn = fc.option(minute.map((at) => at.slice(0, 10)))
const kind = fc.constantFrom('order' as const, 'decision' as const, 'notice' as const, 'agreement' as const, 'publication' as const)
const paper = fc.record({ id: name.map((each) => `kh/${each}`), kind, signedOn }, { requiredKeys: ['id'] })
const newPaper = fc
  .tuple(paper, words, fc.string({ minLength: 1 }), fc.string({ minLength: 1 }))
  .map(([known, title, issuer, source]) => ({ ...known, title, issuer, source }))
const anyOrder = fc.constantFrom(...states).chain((state) =>
  fc.record(
    {
      $schema: fc.constant('order.schema.json'),
      id: name.map((each) => `${state.toLowerCase()}/${each}`),
      number: fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== ''),
      state: fc.constant(state),
      instrument: fc.oneof(paper, newPaper),
      points: fc.option(some(points)),
      directions: fc.option(some(['exit', 'entry'] as const)),
      stage: fc.constantFrom(...stages),
      startsAt: minute,
      endsAt: fc.option(minute),
      sessions: fc.option(sessions),
      who,
      vehicles,
      words,
      supersedes: fc.array(
        name.map((each) => `kh/${each}`),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ['id', 'number', 'state', 'instrument', 'points', 'stage', 'startsAt'] },
  ),
)

test('any order of a file, opened in the form and sent again, is the same order, in every language', () => {
  fc.assert(
    fc.property(anyOrder, fc.constantFrom(...languages), (drawn, language) => {
      // Beside hours of its own an order has no people of its own: that is a fault, not an order.
      const form = (drawn.sessions ? { ...drawn, who: undefined } : drawn) as unknown as OrderForm
      const file = JSON.parse(JSON.stringify(form)) as OrderForm
      assert.deepEqual(draftOf(formOfTyped(typedOf(file, language))), draftOf(file))
    }),
    { numRuns: 500 },
  )
})

const folder = join(projectRoot, 'data', 'orders')
for (const file of globSync('2*.json', { cwd: folder }))
  test(`${file} opens in the form and is the same again`, () => {
    const read = readOrderFile(readFileSync(join(folder, file)))
    if (!read.ok) assert.fail(JSON.stringify(read.faults))
    for (const language of languages) assert.deepEqual(draftOf(formOfTyped(typedOf(read.form, language))), read.draft)
  })

const empty = (): TypedOrder => ({
  ...emptyOrder('KH', '2026-11-21' as CivilDate, 'en'),
  ...{ name: 'x', number: '1', title: { km: 'ក', th: 'ก', en: 'a' }, issuer: 'a', source: 'a', points: ['kh-th/poipet'] },
})
const at = (change: Partial<TypedOrder>) => {
  const read = readOrder(formOfTyped({ ...empty(), ...change }))
  return read.ok ? [] : read.faults.map(({ code, path }) => `${code} ${path}`)
}
const session = (change: object) => ({ sessions: [{ ...newSession(), ...change }] })
const bad: [what: string, change: Partial<TypedOrder>, faults: string[]][] = [
  ['nothing wrong', {}, []],
  ['digits of Khmer and Thai', { ...session({ opens: '០៨:០០', closes: '๑๖.๓๐', quota: '៣០០' }) }, []],
  ['hours that are none', session({ opens: 'eight', closes: '25:00' }), ['order.form sessions/0/opens', 'order.form sessions/0/closes']],
  ['a quota in words, and half a person', session({ quota: 'many' }), ['order.form sessions/0/quota']],
  ['half a person', session({ quota: '1.5' }), ['order.form sessions/0/quota']],
  ['no day at all', session({ days: [] }), ['order.form sessions/0/days']],
  [
    'an area and a nation of no form',
    session({ who: { ...newSession().who, areas: ['KH:01', 'Poipet'], nationalities: ['KHM', 'X'] } }),
    ['order.form sessions/0/who/nationalities/1', 'order.form sessions/0/who/issuingAreas/1'],
  ],
  ['wheels in words', { vehicles: [{ ...newVehicle(), wheelsOver: 'six' }] }, ['order.form vehicles/0/wheelsOver']],
  ['no point', { points: [] }, ['order.form points']],
  ['30 February', { from: { day: '30/2/2026', clock: '08:00' } }, ['time.invalid startsAt']],
  ['no name and no number', { name: '', number: ' ' }, ['order.form instrument/id', 'order.form id', 'order.form number']],
  ['a paper without its issuer', { issuer: '' }, ['order.form instrument/issuer']],
  ['a paper of the register without its id', { paper: 'known' }, ['order.form instrument/id']],
]
for (const [what, change, faults] of bad) test(`typed: ${what}`, () => assert.deepEqual(at(change).sort(), faults.sort()))
