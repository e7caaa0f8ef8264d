// Goal: an exported table reads back as it was, and no cell of it calculates. Method: a table of attacks, and properties against a reader written from RFC 4180.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csvOf, guarded } from './csv.ts'

/** RFC 4180 §2, rules 1–7, and nothing kinder. */
function readCsv(text: string): string[][] {
  const [mark, body] = [text.slice(0, 1), text.slice(1)]
  assert.equal(mark, '\uFEFF')
  const rows: string[][] = []
  let at = 0
  while (at < body.length) {
    const row: string[] = []
    for (;;) {
      const quoted = /"((?:[^"]|"")*)"/y
      const plain = /[^",\r\n]*/y
      const form = body[at] === '"' ? quoted : plain
      form.lastIndex = at
      const found = form.exec(body) ?? assert.fail(`no field at ${at}`)
      row.push(form === quoted ? (found[1] ?? '').replaceAll('""', '"') : found[0])
      at = form.lastIndex
      if (body[at] !== ',') break
      at += 1
    }
    assert.equal(body.slice(at, at + 2), '\r\n', `no end of line at ${at}`)
    at += 2
    rows.push(row)
  }
  return rows
}

const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\tname',
  '\r=1',
  '\n=1',
  '\0name',
  ' =1',
  '\u00A0\u3000=1',
  '\u200B=1',
  '\u202E=1',
  '\uFEFF=1',
  '＝1',
  '＋1',
  '－1',
  '＠A1',
  ' ＝1',
  '﹦1',
  '⁺1',
  '−1',
  `=HYPERLINK("http://evil.example","press")`,
  "=cmd|'/C calc'!A0",
]
for (const text of formulas)
  test(`is shown, not calculated: ${JSON.stringify(text)}`, () => {
    assert.equal(guarded(text), `'${text}`)
    assert.deepEqual(readCsv(csvOf(['name'], [[text]])), [['name'], [`'${text}`]])
  })

const harmless = ['', ' ', 'Srun', 'ស្រ៊ុន ស្រីពៅ', 'สมชาย ใจดี', 'a=b', 'KH0109-R000001', '2026-11-20', '1+1', "'", 'a, "b"\r\nc', 'e@mail', 'ឡ=']
for (const text of harmless)
  test(`stays as it is: ${JSON.stringify(text)}`, () => {
    assert.equal(guarded(text), text)
    assert.deepEqual(readCsv(csvOf(['a', 'b'], [[text, 'end']])), [
      ['a', 'b'],
      [text, 'end'],
    ])
  })

test('the bytes: a mark, commas, CRLF, quotes doubled, an empty table has its head', () => {
  assert.equal(
    csvOf(
      ['point', 'count'],
      [
        ['a "b", c', -3],
        ['d', null],
      ].map((row) => [...row]),
    ),
    '\uFEFFpoint,count\r\n"a ""b"", c",-3\r\nd,\r\n',
  )
  assert.equal(csvOf(['point', 'count'], []), '\uFEFFpoint,count\r\n')
  assert.throws(() => csvOf(['a', 'b'], [['1']]), RangeError)
})

const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n\0 ",;\'＝－aក') }))
test('whatever people wrote, every value comes back, guarded and in its place', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, fc.integer()), { maxLength: 20 }), (rows) => {
      const read = readCsv(csvOf(['x', 'y', 'z'], rows))
      assert.deepEqual(
        read.slice(1),
        rows.map(([x, y, z]) => [guarded(x), guarded(y), String(z)]),
      )
    }),
  )
})

test('no text cell begins like a formula, however it is dressed; taking the guard off gives the text', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const safe = guarded(text)
      assert.ok(!/^[\s\0]*[=+\-@＝＋－＠]/u.test(safe) && !/^[\t\r\n\0]/.test(safe))
      assert.ok(safe === text || safe === `'${text}`)
      assert.equal(guarded(safe), safe, 'guarding twice adds nothing')
    }),
  )
})
