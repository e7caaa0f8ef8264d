// Goal: a PromptPay code of ours is what the known writers make. Method: promptparse letter for letter, promptpay-qr as the same objects in its own order; chosen and random receivers and sums.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type QrFault, readPayload, writePayload } from './emv-qr.rules.ts'
import { type PromptPay, type PromptPayReceiver, readPromptPay, writePromptPay } from './promptpay.rules.ts'
import { promptPayQrText, promptparseReads, promptparseText } from './test-oracles.ts'

const mobile: PromptPayReceiver = { kind: 'mobile', number: '0812345678' }
const nationalId: PromptPayReceiver = { kind: 'national-id', number: '1234567890121' }
const wallet: PromptPayReceiver = { kind: 'e-wallet', number: '012345678901234' }
const biller: PromptPayReceiver = { kind: 'biller', billerId: '099400016550100', ref1: 'TH2701', ref2: '000042' }

function same(code: PromptPay): void {
  const written = writePromptPay(code)
  assert.ok(written.ok, JSON.stringify(written))
  assert.equal(written.value, promptparseText(code))
  assert.deepEqual(readPromptPay(written.value), { ok: true, value: code })
  assert.notEqual(promptparseReads(written.value), null)
  if (code.receiver.kind === 'biller') return
  const other = promptPayQrText(code.receiver.number, code.baht)
  const [ours, theirs] = [readPayload(written.value), readPayload(other)]
  assert.ok(ours.ok && theirs.ok)
  // The same objects; in its order our writer's text is its text.
  assert.deepEqual(new Map(ours.value), new Map(theirs.value))
  assert.equal(writePayload(theirs.value.map(([tag]) => [tag, new Map(ours.value).get(tag)])), other)
  assert.deepEqual(readPromptPay(other), { ok: true, value: code })
}

const codes: [name: string, receiver: PromptPayReceiver, baht: number][] = [
  ['a phone', mobile, 200],
  ['a national number', nationalId, 200],
  ['an e-wallet', wallet, 200],
  ['a biller with two references', biller, 200],
  ['a biller with one', { kind: 'biller', billerId: '099400016550100', ref1: 'A' }, 200.5],
  ['a satang', mobile, 0.01],
  ['the largest sum', mobile, 9_999_999_999.99],
]
for (const [name, receiver, baht] of codes) test(`equal to the libraries, and reads back: ${name}`, () => same({ receiver, baht }))

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const receivers: fc.Arbitrary<PromptPayReceiver> = fc.oneof(
  digits(9).map((rest) => ({ kind: 'mobile' as const, number: `0${rest}` })),
  digits(13).map((number) => ({ kind: 'national-id' as const, number })),
  digits(15).map((number) => ({ kind: 'e-wallet' as const, number })),
  fc
    .record({
      billerId: digits(15),
      ref1: fc.stringMatching(/^[A-Z0-9]{1,20}$/),
      ref2: fc.option(fc.stringMatching(/^[A-Z0-9]{1,20}$/), { nil: undefined }),
    })
    .map(({ billerId, ref1, ref2 }) => ({ kind: 'biller' as const, billerId, ref1, ...(ref2 !== undefined && { ref2 }) })),
)
test('property: any receiver and sum', () => {
  const sums = fc.integer({ min: 1, max: 99_999_999 }).map((satang) => satang / 100)
  fc.assert(
    fc.property(receivers, sums, (receiver, baht) => same({ receiver, baht })),
    { numRuns: 500 },
  )
})

for (const baht of [0, -0, -1, 0.001, 200.005, 0.1 + 0.2, 1e21, 10_000_000_000.5, Number.NaN, undefined as unknown as number])
  test(`no price, refused before it is written: ${baht}`, () => {
    assert.deepEqual(writePromptPay({ receiver: mobile, baht }), { ok: false, fault: 'amount', tag: '54' })
  })

const unwritable: [name: string, receiver: PromptPayReceiver][] = [
  ['a phone with a country code', { kind: 'mobile', number: '66812345678' }],
  ['a phone of nine digits', { kind: 'mobile', number: '081234567' }],
  ['a phone with dashes', { kind: 'mobile', number: '081-234-567' }],
  ['Thai digits', { kind: 'national-id', number: '๑๒๓๔๕๖๗๘๙๐๑๒๑' }],
  ['a national number of twelve', { kind: 'national-id', number: '123456789012' }],
  ['a biller of thirteen', { kind: 'biller', billerId: '0994000165501', ref1: 'A' }],
  ['a reference of 21', { kind: 'biller', billerId: '099400016550100', ref1: 'A'.repeat(21) }],
  ['a reference in small letters', { kind: 'biller', billerId: '099400016550100', ref1: 'abc' }],
  ['an empty second reference', { kind: 'biller', billerId: '099400016550100', ref1: 'A', ref2: '' }],
]
for (const [name, receiver] of unwritable)
  test(`cannot be written: ${name}`, () => {
    const written = writePromptPay({ receiver, baht: 200 })
    assert.equal(written.ok || written.fault, 'value')
  })

const phone = '0016A00000067701011101130066812345678'
const wrong: [name: string, objects: [string, string][], fault: QrFault][] = [
  [
    'no amount',
    [
      ['01', '11'],
      ['29', phone],
      ['53', '764'],
      ['58', 'TH'],
    ],
    'amount',
  ],
  [
    'amount 0',
    [
      ['01', '12'],
      ['29', phone],
      ['53', '764'],
      ['54', '0.00'],
      ['58', 'TH'],
    ],
    'amount',
  ],
  [
    'an amount without places',
    [
      ['01', '12'],
      ['29', phone],
      ['53', '764'],
      ['54', '200'],
      ['58', 'TH'],
    ],
    'amount',
  ],
  [
    'riel',
    [
      ['01', '12'],
      ['29', phone],
      ['53', '116'],
      ['54', '200.00'],
      ['58', 'TH'],
    ],
    'currency',
  ],
  [
    'Cambodia',
    [
      ['01', '12'],
      ['29', phone],
      ['53', '764'],
      ['54', '200.00'],
      ['58', 'KH'],
    ],
    'value',
  ],
  [
    'nobody to pay',
    [
      ['01', '12'],
      ['53', '764'],
      ['54', '200.00'],
      ['58', 'TH'],
    ],
    'missing',
  ],
  [
    'two to pay',
    [
      ['01', '12'],
      ['29', phone],
      ['30', phone],
      ['53', '764'],
      ['54', '200.00'],
      ['58', 'TH'],
    ],
    'unexpected',
  ],
  [
    'two numbers in one',
    [
      ['01', '12'],
      ['29', `${phone}02131234567890121`],
      ['53', '764'],
      ['54', '200.00'],
      ['58', 'TH'],
    ],
    'canonical',
  ],
  [
    'another application',
    [
      ['01', '12'],
      ['29', phone.replace('0111', '0112')],
      ['53', '764'],
      ['54', '200.00'],
      ['58', 'TH'],
    ],
    'value',
  ],
  [
    'a tag of no meaning here',
    [
      ['01', '12'],
      ['29', phone],
      ['53', '764'],
      ['54', '200.00'],
      ['58', 'TH'],
      ['80', 'x'],
    ],
    'unexpected',
  ],
]
for (const [name, objects, fault] of wrong)
  test(`read and refused: ${name}`, () => {
    const read = readPromptPay(writePayload(objects))
    assert.equal(read.ok || read.fault, fault)
  })
