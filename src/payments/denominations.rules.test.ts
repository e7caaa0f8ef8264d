// Goal: cash is counted as it lies there, and what is no number of notes is no count. Method: a table of what people type, and any counts by fast-check against plain sums.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { denominations, readNotes, sumOfNotes } from './denominations.rules.ts'

const typed: [text: string, many: number | undefined][] = [
  ['', 0],
  ['  ', 0],
  ['0', 0],
  ['12', 12],
  [' 3 ', 3],
  ['០', 0],
  ['១២', 12],
  ['๑๒', 12],
  ['１២๓', 123],
  ['１２', 12],
  ['1000000', 1_000_000],
  ['1000001', undefined],
  ['99999999', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['1,000', undefined],
  ['1e3', undefined],
  ['0x10', undefined],
  ['two', undefined],
  ['1 2', undefined],
  ['NaN', undefined],
]
for (const [text, many] of typed) test(`typed ${JSON.stringify(text)} is ${many}`, () => assert.equal(readNotes(text), many))

test('each list falls, so no note stands in it twice', () => {
  for (const notes of Object.values(denominations))
    assert.deepEqual(
      [...new Set(notes)].toSorted((a, b) => b - a),
      notes,
    )
})

test('the sum is of all notes, in any order; one thing that is no number leaves no sum', () => {
  const counts = fc.array(fc.nat(1_000_000), { minLength: denominations.KHR.length, maxLength: denominations.KHR.length })
  fc.assert(
    fc.property(counts, (many) => {
      const rows = denominations.KHR.map((note, index): [number, string] => [note, String(many[index] ?? 0)])
      const sum = rows.reduce((total, [note, text]) => total + note * Number(text), 0)
      assert.equal(sumOfNotes(new Map(rows)), sum)
      assert.equal(sumOfNotes(new Map(rows.toReversed())), sum)
      assert.equal(sumOfNotes(new Map([...rows, [1, 'x']])), undefined)
    }),
  )
})
