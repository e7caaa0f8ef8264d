// Goal: a day's sums are exact, its split loses nothing, the bank's list is read strictly and every transfer of it has one answer. Method: tables and properties.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { assessClose, type DayLine, expectedCash, feesOf, reconcile, splitFees, type TransferLine } from './day.rules.ts'
import { parseStatement, statementLimits } from './statement.rules.ts'

const fees = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
test('property: the split is exact, in whole units, with its remainder at the office, and mirrored below nothing', () => {
  fc.assert(
    fc.property(fees, fc.integer({ min: 0, max: 1000 }), (sum, province) => {
      const parts = splitFees(sum, { office: 1000 - province, province })
      assert.equal(parts.office + parts.province, sum)
      assert.ok(Number.isInteger(parts.office) && Number.isInteger(parts.province))
      assert.ok(Math.abs(parts.province * 1000) <= Math.abs(sum * province) && Math.abs(sum * province) - Math.abs(parts.province * 1000) < 1000)
      const mirrored = splitFees(-sum, { office: 1000 - province, province })
      assert.ok(mirrored.office === -parts.office && mirrored.province === -parts.province)
    }),
  )
})

test('the split of a fee and of odd sums', () => {
  const law = { office: 850, province: 150 }
  const cases: [sum: number, office: number, province: number][] = [
    [20_000, 17_000, 3_000],
    [200, 170, 30],
    [0, 0, 0],
    [1, 1, 0],
    [7, 6, 1],
    [-20_000, -17_000, -3_000],
  ]
  for (const [sum, office, province] of cases) assert.deepEqual(splitFees(sum, law), { office, province }, String(sum))
  for (const odd of [
    { office: 850, province: 149 },
    { office: 1100, province: -100 },
    { office: 849.5, province: 150.5 },
    { office: 0.85, province: 0.15 },
  ])
    assert.throws(() => splitFees(20_000, odd), /no whole/)
})

const line = (change: Partial<DayLine>): DayLine => ({
  id: 'x',
  kind: 'payment',
  how: 'cash',
  amount: 20_000,
  currency: 'KHR',
  settles: true,
  at: '',
  ...change,
})
test('cash and fees of a day: a reversal takes both away, a refund takes cash alone', () => {
  const day = [line({}), line({}), line({ kind: 'reversal' }), line({ kind: 'refund', settles: false, amount: 5_000 })]
  assert.deepEqual([expectedCash(day), feesOf(day)], [15_000, 20_000])
  assert.deepEqual(
    [expectedCash([line({ kind: 'reversal' })]), feesOf([line({ kind: 'reversal' })])],
    [-20_000, -20_000],
    'a reversal on a later day',
  )
  assert.equal(feesOf([line({ settles: false, how: 'khqr' })]), 0, 'what is owed back is no fee')
})

const transfer = (n: number, change: Partial<TransferLine> = {}): TransferLine => ({
  ...line({ id: `p${n}`, how: 'khqr' }),
  reference: `reference-${n}`,
  hash: `hash-000${n}`,
  ...change,
})
test('every transfer and every line of the list has one answer', () => {
  const ours = [transfer(1), transfer(2), transfer(3), transfer(4, { hash: null })]
  const list = [
    { key: 'reference-1', amount: 20_000 },
    { key: 'hash-0002', amount: 20_000 },
    { key: 'reference-3', amount: 19_999 },
    { key: 'reference-9', amount: 20_000 },
    { key: 'reference-8', amount: 20_000 },
  ]
  const answer = reconcile(ours, list, new Set(['reference-8']))
  assert.deepEqual(
    answer.matched.map(({ id }) => id),
    ['p1', 'p2'],
  )
  assert.deepEqual(
    answer.different.map(({ id, bankAmount }) => [id, bankAmount]),
    [['p3', 19_999]],
  )
  assert.deepEqual(
    answer.missingAtBank.map(({ id }) => id),
    ['p4'],
  )
  assert.deepEqual([answer.unknownToUs, answer.closedEarlier], [[{ key: 'reference-9', amount: 20_000 }], 1])
})
test('property: nothing is lost between us and the bank', () => {
  const keys = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 })
  fc.assert(
    fc.property(keys, keys, keys, (ours, listed, before) => {
      const closed = new Set(before.filter((n) => !ours.includes(n)).map((n) => `reference-${n}`))
      const answer = reconcile(
        ours.map((n) => transfer(n)),
        listed.map((n) => ({ key: `reference-${n}`, amount: n % 3 === 0 ? 1 : 20_000 })),
        closed,
      )
      assert.equal(answer.matched.length + answer.different.length + answer.missingAtBank.length, ours.length)
      assert.equal(answer.matched.length + answer.different.length + answer.unknownToUs.length + answer.closedEarlier, listed.length)
    }),
  )
})

test('a close says why something differs, or is none', () => {
  const clean = reconcile([transfer(1)], [{ key: 'reference-1', amount: 20_000 }], new Set())
  const odd = reconcile([transfer(1)], [], new Set())
  const cases: [name: string, day: Parameters<typeof assessClose>[0], closes: boolean][] = [
    ['equal', { expected: 20_000, counted: 20_000, reconciled: undefined, explanation: null }, true],
    ['equal, and the list too', { expected: 20_000, counted: 20_000, reconciled: clean, explanation: null }, true],
    ['a riel missing', { expected: 20_000, counted: 19_999, reconciled: undefined, explanation: null }, false],
    ['a riel too much', { expected: 20_000, counted: 20_001, reconciled: clean, explanation: null }, false],
    ['a transfer missing at the bank', { expected: 0, counted: 0, reconciled: odd, explanation: null }, false],
    ['explained', { expected: 20_000, counted: 0, reconciled: odd, explanation: 'the till was opened by force, report 7' }, true],
  ]
  for (const [name, day, closes] of cases) assert.equal(assessClose(day).ok, closes, name)
})

const good = 'reference,amount,note\r\nreference-1,20000,"a ""quoted"", note"\r\nreference-2,19999.50,\r\n'
test('the bank’s list is read, whatever its column order, line ends and quotes', () => {
  const lines = [
    { key: 'reference-1', amount: 20_000 },
    { key: 'reference-2', amount: 19_999.5 },
  ]
  for (const text of [good, `\uFEFF${good}`, good.replaceAll('\r\n', '\n'), good.trimEnd(), good.replace('reference,amount', 'Hash, AMOUNT ')])
    assert.deepEqual(parseStatement(text), { ok: true, value: lines })
  assert.deepEqual(parseStatement('amount,reference\n5,reference-1'), { ok: true, value: [{ key: 'reference-1', amount: 5 }] })
  assert.deepEqual(parseStatement('reference,amount'), { ok: true, value: [] }, 'a day without transfers')
})

const bad: [name: string, text: string, line: number][] = [
  ['empty', '', 1],
  ['no header', 'reference-1,20000', 1],
  ['no amount column', 'reference,sum\nreference-1,20000', 1],
  ['a column twice', 'reference,amount,amount\nreference-1,1,2', 1],
  ['a formula', 'reference,amount\n=cmd()|x,20000', 2],
  ['a formula as amount', 'reference,amount\nreference-1,=1+1', 2],
  ['thousands with a comma', 'reference,amount\nreference-1,"20,000"', 2],
  ['an amount with an exponent', 'reference,amount\nreference-1,2e4', 2],
  ['an amount below nothing', 'reference,amount\nreference-1,-20000', 2],
  ['an amount of nothing', 'reference,amount\nreference-1,0', 2],
  ['three places', 'reference,amount\nreference-1,1.234', 2],
  ['Khmer digits', 'reference,amount\nreference-1,២០០០០', 2],
  ['a cell too few', 'reference,amount\nreference-1,20000\nreference-2', 3],
  ['a cell too many', 'reference,amount\nreference-1,20000,x', 2],
  ['an empty line between', 'reference,amount\nreference-1,20000\n\nreference-2,20000', 3],
  ['a transfer twice', 'reference,amount\nreference-1,20000\nreference-1,20000', 3],
  ['a quote that does not close', 'reference,amount\n"reference-1,20000', 2],
  ['a quote inside a cell', 'reference,amount\nrefer"ence-1,20000', 2],
  ['semicolons', 'reference;amount\nreference-1;20000', 1],
  ['a cell too long', `reference,amount,note\nreference-1,1,${'x'.repeat(statementLimits.cellCharacters + 1)}`, 2],
  [
    'too many lines',
    `reference,amount\n${Array.from({ length: statementLimits.lines + 1 }, (_, n) => `reference-${n},1`).join('\n')}`,
    statementLimits.lines + 2,
  ],
]
for (const [name, text, at] of bad)
  test(`a list that is refused, with its line: ${name}`, () => {
    const answer = parseStatement(text)
    assert.deepEqual(answer.ok || [answer.refusal.code, answer.refusal.about], ['statement.malformed', { line: at }])
  })
test('property: any text is answered', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'",\n\r=a1reference,amount') }), (text) => void parseStatement(text)))
})
