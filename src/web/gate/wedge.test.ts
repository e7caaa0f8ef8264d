// Goal: a scanner that types is understood by its times, with its Enter, without it, and over two lines; a hand is left alone. Method: keys with made-up times.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import valid from '../../../vectors/credential/valid.json' with { type: 'json' }
import { td3 } from '../../passports/test-zones.ts'
import { silenceMs, Wedge } from './wedge.ts'

const code = valid[0]?.text ?? assert.fail('no vector')
const [upper = '', lower = ''] = td3().split('\n')

/** A scanner that writes a key each `stepMs`, from `fromMs` on; returns the time of the last. */
function write(wedge: Wedge, text: string, fromMs = 0, stepMs = 5): number {
  for (const [index, key] of [...text].entries()) wedge.press({ key, code: '', shiftKey: false }, fromMs + index * stepMs)
  return fromMs + (text.length - 1) * stepMs
}

test('a code and its Enter, and a hand', () => {
  const wedge = new Wedge()
  assert.deepEqual(wedge.enter(write(wedge, code) + 5, false), { type: 'presented', presented: { text: code } })
  assert.equal(wedge.enter(write(wedge, 'KH01090012345', 10_000, 180) + 5, false), undefined)
  assert.equal(wedge.enter(50_000, false), undefined)
})

test('a short number in a field is a hand’s or a scanner’s: the field keeps it', () => {
  const wedge = new Wedge()
  assert.equal(wedge.enter(write(wedge, 'KH01090012345') + 5, true), undefined)
})

test('half a code that ends with Enter, and one that ends with nothing', () => {
  const wedge = new Wedge()
  assert.deepEqual(wedge.enter(write(wedge, code.slice(0, 90)) + 5, false), { type: 'mishap', mishap: 'half' })
  const last = write(wedge, code.slice(0, 90), 10_000)
  assert.equal(wedge.silence(last + silenceMs - 1, false), undefined)
  assert.deepEqual(wedge.silence(last + silenceMs, false), { type: 'mishap', mishap: 'half' })
  assert.equal(wedge.silence(last + 2 * silenceMs, false), undefined, 'said once')
})

test('a whole code without Enter is taken after a silence; in a field it stays there', () => {
  const wedge = new Wedge()
  assert.deepEqual(wedge.silence(write(wedge, code) + silenceMs, false), { type: 'presented', presented: { text: code } })
  assert.equal(wedge.silence(write(wedge, code, 10_000) + silenceMs, true), undefined)
})

test('two codes in one burst: neither', () => {
  const wedge = new Wedge()
  assert.deepEqual(wedge.enter(write(wedge, code + code) + 5, false), { type: 'mishap', mishap: 'two' })
})

for (const ends of [['\r'], ['\r', '\n']])
  test(`a passport in two lines, each ended by ${ends.length} keys`, () => {
    const wedge = new Wedge()
    const at = write(wedge, upper)
    for (const [index] of ends.entries()) assert.deepEqual(wedge.enter(at + 5 * (index + 1), false), { type: 'line' })
    assert.deepEqual(wedge.enter(write(wedge, lower, at + 20) + 5, false), { type: 'presented', presented: { mrz: `${upper}\n${lower}` } })
  })

test('a passport whose second line ends with nothing, and one whose second line never comes', () => {
  const wedge = new Wedge()
  const at = write(wedge, upper)
  wedge.enter(at + 5, false)
  const last = write(wedge, lower, at + 20)
  assert.deepEqual(wedge.silence(last + silenceMs, false), { type: 'presented', presented: { mrz: `${upper}\n${lower}` } })
  const alone = write(wedge, upper, 20_000)
  wedge.enter(alone + 5, false)
  assert.deepEqual(wedge.silence(alone + 3_000, false), { type: 'mishap', mishap: 'half-zone' })
})
