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
const says = (key: string, amount = 20_000, lines = 1) => ({ key, amount, lines })
const idsOf = (transfers: readonly TransferLine[]) => transfers.map(({ id }) => id)
test('every transfer and every line of the list has one answer', () => {
  const ours = [transfer(1), transfer(2), transfer(3), transfer(4, { hash: null })]
  const list = [
    says('reference-1'),
    says('hash-0002'),
    says('reference-3', 19_999),
    says('reference-9'),
    says('reference-8'),
    says('reference-7', 0, 2),
  ]
  const answer = reconcile(
    ours,
    list,
    new Map([
      ['reference-8', 20_000],
      ['reference-7', 20_000],
    ]),
  )
  assert.deepEqual(idsOf(answer.matched), ['p1', 'p2'])
  assert.deepEqual(
    answer.different.map(({ transfers, ...line }) => [idsOf(transfers), line]),
    [[['p3'], { reference: 'reference-3', amount: 20_000, bankAmount: 19_999, bankLines: 1 }]],
  )
  assert.deepEqual(idsOf(answer.missingAtBank), ['p4'])
  assert.deepEqual([answer.unknownToUs, answer.closedEarlier], [[says('reference-9')], 1])
  assert.deepEqual(answer.changedSince, [{ reference: 'reference-7', amount: 20_000, bankAmount: 0, bankLines: 2 }])
})

const twice = [transfer(1), transfer(2, { hash: 'hash-0001', settles: false })]
const sums: [name: string, ours: readonly TransferLine[], amount: number, before: number | undefined, answer: string][] = [
  ['a code paid twice, and both are known', twice, 40_000, undefined, 'matched'],
  ['both are known, and the bank has one', twice, 20_000, undefined, 'different'],
  ['one is known, and the bank has two', [transfer(1)], 40_000, undefined, 'different'],
  ['taken back by the bank', [transfer(1)], 0, undefined, 'different'],
  ['the first stands in an earlier close, the list names both', [transfer(1)], 40_000, 20_000, 'matched'],
  ['the first stands in an earlier close, the list names the second', [transfer(1)], 20_000, 20_000, 'matched'],
  ['closed earlier, and taken back since: both lines', [], 0, 20_000, 'changedSince'],
  ['closed earlier, and taken back since: the last line', [], -20_000, 20_000, 'changedSince'],
  ['closed earlier, and paid once more', [], 40_000, 20_000, 'changedSince'],
  ['never ours, and taken back', [], 0, undefined, 'unknownToUs'],
]
for (const [name, ours, amount, before, expected] of sums)
  test(`a list by hash: ${name}`, () => {
    const answer = reconcile(ours, [says('hash-0001', amount, 2)], new Map(before === undefined ? [] : [['hash-0001', before]]))
    const { closedEarlier, ...groups } = answer
    assert.deepEqual([closedEarlier, ...Object.entries(groups).flatMap(([group, lines]) => (lines.length > 0 ? [group] : []))], [0, expected])
    assert.equal(assessClose({ expected: 0, counted: 0, reconciled: answer, explanation: null }).ok, expected === 'matched')
  })

test('property: nothing is lost between us and the bank', () => {
  const keys = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 })
  fc.assert(
    fc.property(keys, keys, keys, (ours, listed, before) => {
      const closed = new Map(before.filter((n) => !ours.includes(n)).map((n) => [`reference-${n}`, 20_000]))
      const answer = reconcile(
        ours.map((n) => transfer(n)),
        listed.map((n) => says(`reference-${n}`, n % 3 === 0 ? 1 : 20_000)),
        closed,
      )
      const { matched, different, missingAtBank, unknownToUs, changedSince, closedEarlier } = answer
      assert.equal(matched.length + different.flatMap(({ transfers }) => transfers).length + missingAtBank.length, ours.length)
      assert.equal(matched.length + different.length + unknownToUs.length + changedSince.length + closedEarlier, listed.length)
    }),
  )
})

test('a close says why something differs, or is none', () => {
  const clean = reconcile([transfer(1)], [says('reference-1')], new Map())
  const odd = reconcile([transfer(1)], [], new Map())
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
  const lines = [says('reference-1'), says('reference-2', 19_999.5)]
  for (const text of [good, `\uFEFF${good}`, good.replaceAll('\r\n', '\n'), good.trimEnd(), good.replace('reference,amount', 'Hash, AMOUNT ')])
    assert.deepEqual(parseStatement(text), { ok: true, value: lines })
  assert.deepEqual(parseStatement('amount,reference\n5,reference-1'), { ok: true, value: [says('reference-1', 5)] })
  assert.deepEqual(parseStatement('reference,amount'), { ok: true, value: [] }, 'a day without transfers')
})

test('what bears one name is added up, to the last hundredth: a code paid twice, money that was taken back', () => {
  const list = 'hash,amount\nhash-0001,20000\nhash-0002,0.1\nhash-0001,20000\nhash-0002,0.2\nhash-0003,20000\nhash-0003,-20000'
  assert.deepEqual(parseStatement(list), { ok: true, value: [says('hash-0001', 40_000, 2), says('hash-0002', 0.3, 2), says('hash-0003', 0, 2)] })
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
  ['two signs', 'reference,amount\nreference-1,--20000', 2],
  ['a bookkeeper’s brackets', 'reference,amount\nreference-1,(20000)', 2],
  ['an amount of nothing', 'reference,amount\nreference-1,0', 2],
  ['three places', 'reference,amount\nreference-1,1.234', 2],
  ['Khmer digits', 'reference,amount\nreference-1,២០០០០', 2],
  ['a cell too few', 'reference,amount\nreference-1,20000\nreference-2', 3],
  ['a cell too many', 'reference,amount\nreference-1,20000,x', 2],
  ['an empty line between', 'reference,amount\nreference-1,20000\n\nreference-2,20000', 3],
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
