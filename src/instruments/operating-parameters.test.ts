// Goal: every parameter has one value on every day from its first; a faulty file stops the start. Method: the committed file, and small ones with one fault each.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseInstant } from '../kernel/time.ts'
import { projectRoot } from '../platform/config.ts'
import { operatingParameters, parseOperatingParameters, readOperatingParameters } from './operating-parameters.ts'

const instant = (text: string) => parseInstant(text) ?? assert.fail(text)
const now = instant('2026-03-02T09:00:00+07:00')

test('the committed file has a value of every parameter, set by an instrument that is listed', () => {
  const parameters = readOperatingParameters()
  for (const parameter of operatingParameters) assert.ok(parameters(parameter, now) >= 1, parameter)
  const read = (file: string) => JSON.parse(readFileSync(join(projectRoot, 'data', file), 'utf8')) as { id: string; instrument: string }[]
  const instruments = new Set(read('instruments.json').map(({ id }) => id))
  assert.deepEqual(
    read('operating-parameters.json').filter(({ instrument }) => !instruments.has(instrument)),
    [],
  )
})

type Row = { parameter: string; from: string; until: string | null; value: number; instrument: string }
const rows = (): Row[] => operatingParameters.map((parameter) => ({ parameter, from: '2020-01-01', until: null, value: 12, instrument: 'test' }))
const [first = assert.fail()] = rows()
const others = rows().slice(1)

test('a new value counts from its first day, midnight by the border’s calendar', () => {
  const changed = [{ ...first, until: '2026-07-01' }, { ...first, from: '2026-07-01', value: 8 }, ...others]
  const parameters = parseOperatingParameters(JSON.stringify(changed))
  assert.equal(parameters('session.hours-max', instant('2026-06-30T23:59:59+07:00')), 12)
  assert.equal(parameters('session.hours-max', instant('2026-07-01T00:00:00+07:00')), 8)
  assert.equal(parameters('session.hours-max', instant('2026-06-30T23:59:59+07:00')), 12)
  assert.throws(() => parameters('session.hours-max', instant('2019-12-31T12:00:00+07:00')), /no value on 2019-12-31/)
})

const faulty: [fault: string, file: unknown, said: RegExp][] = [
  ['no list', {}, /agreed form/],
  ['an unknown parameter', [...rows(), { ...first, parameter: 'session.hours' }], /agreed form/],
  ['a value of zero', [{ ...first, value: 0 }, ...others], /agreed form/],
  ['a stranger’s key', [{ ...first, note: 'x' }, ...others], /agreed form/],
  ['a missing parameter', others, /has no session.hours-max/],
  [
    'two values on one day',
    [{ ...first, until: '2026-07-02' }, { ...first, from: '2026-07-01' }, ...others],
    /two values of session.hours-max on 2026-07-01/,
  ],
  ['an open end before another row', [first, { ...first, from: '2026-07-01' }, ...others], /two values/],
]
for (const [fault, file, said] of faulty) test(`refused: ${fault}`, () => assert.throws(() => parseOperatingParameters(JSON.stringify(file)), said))
