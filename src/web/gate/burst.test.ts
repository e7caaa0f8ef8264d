// Goal: what a scanner, a hand or a camera brings is told apart rightly. Method: keys with made-up times, on several keyboards; the clock is an argument.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addKey, type Burst, burstText, type Key, noBurst } from './burst.ts'

const base45 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const codes: Readonly<Record<string, string>> = { ' ': 'Space', '+': 'Equal', '-': 'Minus', '.': 'Period', '/': 'Slash', ':': 'Semicolon' }
const shifted: Readonly<Record<string, string>> = { $: 'Digit4', '%': 'Digit5', '*': 'Digit8' }

/** The key a US scanner presses for a character, as a keyboard set to another script reports it. */
function pressed(character: string, foreign: boolean): Key {
  const code = /[A-Z]/.test(character)
    ? `Key${character}`
    : /\d/.test(character)
      ? `Digit${character}`
      : (codes[character] ?? shifted[character] ?? assert.fail(character))
  return { key: foreign && character !== ' ' ? 'ក' : character, code, shiftKey: /[A-Z$%*+:]/.test(character) }
}
const type = (text: string, stepMs: number, foreign = false): Burst =>
  [...text].reduce((burst, character, index) => addKey(burst, pressed(character, foreign), index * stepMs), noBurst)

const code45 = fc.array(fc.constantFrom(...base45), { minLength: 20, maxLength: 200 }).map((parts) => parts.join(''))

test('a scanner’s code arrives whole, also where the keyboard is set to Khmer or Thai', () => {
  fc.assert(
    fc.property(code45, fc.boolean(), fc.integer({ min: 1, max: 40 }), (text, foreign, stepMs) => {
      assert.equal(burstText(type(text, stepMs, foreign), text.length * stepMs, 20), text)
    }),
  )
})

test('a hand is no scanner', () => {
  const text = 'KH01090012345KH01090012345'
  assert.equal(burstText(type(text, 120), text.length * 120, 6), undefined)
  assert.equal(burstText(noBurst, 0, 0), undefined)
})

test('a pause begins a new burst, and one held-up key does not', () => {
  const [first, second] = ['ABCDEFGH', 'KLMNOPQRST']
  const run = (pauseMs: number): Burst =>
    [...second].reduce((burst, character, index) => addKey(burst, pressed(character, false), 70 + pauseMs + index * 10), type(first, 10))
  assert.equal(run(600).text, second)
  assert.equal(burstText(run(200), 400, 6), first + second)
})

test('keys that write nothing change nothing', () => {
  const burst = type('ABC', 10)
  assert.equal(addKey(burst, { key: 'Shift', code: 'ShiftLeft', shiftKey: true }, 25), burst)
})
