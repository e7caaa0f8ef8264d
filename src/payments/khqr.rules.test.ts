// Goal: a KHQR of ours is letter for letter the central bank's library's, and what is no payment request is refused before it is written or after it is read. Method: two libraries as oracles over chosen and random payloads; every single-character change refused.
import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import fc from 'fast-check'
import { checksumOf, type QrFault, writePayload } from './emv-qr.rules.ts'
import { type Khqr, readKhqr, writeKhqr } from './khqr.rules.ts'
import { bakongKhqr, tsKhqr, tsKhqrVerifies } from './test-oracles.ts'

const createdMs = Date.UTC(2026, 10, 20, 1, 30)
mock.timers.enable({ apis: ['Date'], now: createdMs })

const poipet: Khqr = {
  receiver: { kind: 'merchant', account: 'poipet_office@devb', merchantId: 'KH0110', acquiringBank: 'Dev Bank' },
  name: 'Poipet One Window',
  city: 'Poipet',
  category: '9399',
  local: { language: 'km', name: 'ការិយាល័យច្រកចេញចូលតែមួយ', city: 'ប៉ោយប៉ែត' },
  money: { amount: 20_000, currency: 'KHR' },
  notes: { billNumber: 'KH0110-000042', storeLabel: 'Window 1', terminalLabel: 'T1', mobileNumber: '85512345678', purpose: 'Border pass' },
  createdMs,
  expiresMs: createdMs + 900_000,
}
const person: Khqr = { ...poipet, receiver: { kind: 'individual', account: 'sok_dara@devb' }, notes: {} }
const { category: _, local: __, ...bare } = person

const payloads: [name: string, khqr: Khqr][] = [
  ['a merchant with everything', poipet],
  ['a merchant with a bill number alone', { ...poipet, notes: { billNumber: 'B1' } }],
  ['a person', person],
  ['a person, nothing that can be left out', bare],
  [
    'a person with an account and a bank',
    { ...person, receiver: { kind: 'individual', account: 'sok@devb', accountInformation: '855123', acquiringBank: 'Dev Bank' } },
  ],
  ['a Khmer name', { ...poipet, name: 'រដ្ឋបាលក្រុងប៉ោយប៉ែត', city: 'ប៉ោយប៉ែត' }],
  ['a Thai name', { ...poipet, name: 'สำนักงานจังหวัด', city: 'สระแก้ว' }],
  ['the longest names', { ...poipet, name: 'ក'.repeat(25), city: 'ខ'.repeat(15) }],
  ['one riel', { ...poipet, money: { amount: 1, currency: 'KHR' } }],
  ['the largest sum', { ...poipet, money: { amount: 9_999_999_999_999, currency: 'KHR' } }],
  ['whole dollars', { ...poipet, money: { amount: 5, currency: 'USD' } }],
  ['dollars and cents', { ...poipet, money: { amount: 4.9, currency: 'USD' } }],
]
for (const [name, khqr] of payloads)
  test(`equal to both libraries, and reads back: ${name}`, () => {
    const written = writeKhqr(khqr)
    assert.ok(written.ok, JSON.stringify(written))
    assert.equal(written.value, bakongKhqr(khqr).data?.qr)
    assert.equal(written.value, tsKhqr(khqr).data?.qr)
    assert.ok(tsKhqrVerifies(written.value))
    const read = readKhqr(written.value)
    assert.deepEqual(read, { ok: true, value: { category: '5999', ...khqr } })
  })

const letters = fc.constantFrom(...'abcXYZ 019-កខគឃងាិីុូេែោំះ្ប៉កขคงาิีุู')
const textOf = (maxLength: number) => fc.string({ unit: letters, minLength: 1, maxLength }).map((text) => text.trim() || 'x')
const amounts = fc.oneof(
  fc.integer({ min: 1, max: 9_999_999_999_999 }).map((amount) => ({ amount, currency: 'KHR' as const })),
  fc.integer({ min: 1, max: 999_999_999 }).map((cents) => ({ amount: cents / 100, currency: 'USD' as const })),
)
const optional = (max: number) => fc.option(textOf(max), { nil: undefined })
const khqrs = fc
  .record({
    money: amounts,
    name: textOf(25),
    city: textOf(15),
    bill: optional(20),
    store: optional(12),
    account: fc.stringMatching(/^[a-z_]{1,20}@[a-z]{4}$/),
  })
  .map(({ money, name, city, bill, store, account }): Khqr => {
    const notes = { ...(bill !== undefined && { billNumber: bill }), ...(store !== undefined && { storeLabel: store }) }
    return { ...bare, receiver: { kind: 'individual', account }, money, name, city, notes, category: '5999' }
  })

/** The libraries write a check sum below 0x10 in three digits; EMVCo's object 63 has four. */
const wholeCrc = (text: string | undefined): string | undefined =>
  text?.replace(/6304([0-9A-F]{1,3})$/, (_, crc: string) => `6304${crc.padStart(4, '0')}`)

test('property: any sum, name and note is written as both libraries write it, and reads back', () => {
  fc.assert(
    fc.property(khqrs, (khqr) => {
      const written = writeKhqr(khqr)
      assert.ok(written.ok)
      assert.equal(written.value, wholeCrc(bakongKhqr(khqr).data?.qr))
      assert.equal(written.value, wholeCrc(tsKhqr(khqr).data?.qr))
      assert.deepEqual(readKhqr(written.value), { ok: true, value: khqr })
    }),
    { numRuns: 500 },
  )
})

const unpayable: [name: string, amount: number, currency?: 'KHR' | 'USD'][] = [
  ['nothing', 0],
  ['minus nothing', -0],
  ['less than nothing', -20_000],
  ['parts of a riel', 20_000.5],
  ['a hundredth of a riel', 0.01],
  ['too many digits', 10_000_000_000_000],
  ['a number that is written with an exponent', 1e21],
  ['not a number', Number.NaN],
  ['without end', Number.POSITIVE_INFINITY],
  ['no amount at all', undefined as unknown as number],
  ['a text', '20000' as unknown as number],
  ['tenths of a cent', 4.999, 'USD'],
  ['less than a cent', 0.001, 'USD'],
  ['a sum that binary cannot hold', 0.1 + 0.2, 'USD'],
]
for (const [name, amount, currency = 'KHR'] of unpayable)
  test(`no price, refused before it is written: ${name}`, () => {
    const written = writeKhqr({ ...poipet, money: { amount, currency } })
    assert.deepEqual(written, { ok: false, fault: 'amount', tag: '54' })
  })

test('why 0 must be refused: both libraries make a static code of it, which takes any sum', () => {
  for (const made of [bakongKhqr, tsKhqr]) {
    const qr = made({ ...poipet, money: { amount: 0, currency: 'KHR' } }).data?.qr ?? assert.fail()
    assert.ok(qr.startsWith('000201010211'))
    assert.deepEqual(readKhqr(qr), { ok: false, fault: 'amount', tag: '54' })
  }
})

const unwritable: [name: string, change: Partial<Khqr>, fault: QrFault, tag: string][] = [
  ['baht', { money: { amount: 200, currency: 'THB' } }, 'currency', '53'],
  ['an account without a bank', { receiver: { kind: 'individual', account: 'sok_dara' } }, 'value', '29'],
  ['an account with two', { receiver: { kind: 'individual', account: 'sok@devb@devb' } }, 'value', '29'],
  ['an account of 33', { receiver: { kind: 'individual', account: `${'a'.repeat(28)}@devb` } }, 'value', '29'],
  ['a merchant without an id', { receiver: { ...poipet.receiver, kind: 'merchant', merchantId: '', acquiringBank: 'b' } }, 'value', '30'],
  ['no name', { name: '' }, 'value', '59'],
  ['a name of 26', { name: 'a'.repeat(26) }, 'value', '59'],
  ['a name with blanks around', { name: ' Poipet' }, 'value', '59'],
  ['a name outside the basic plane: two units, one character', { name: 'Poipet 😀' }, 'value', '59'],
  ['half a character', { name: 'Poipet \ud83d' }, 'value', '59'],
  ['a name that turns the direction', { name: 'Poipet \u202e' }, 'value', '59'],
  ['a line break', { name: 'Poi\npet' }, 'value', '59'],
  ['a city of 16', { city: 'a'.repeat(16) }, 'value', '60'],
  ['a bill number of 26', { notes: { billNumber: '1'.repeat(26) } }, 'value', '62'],
  ['an empty bill number', { notes: { billNumber: '' } }, 'value', '62'],
  [
    'notes of more than 99 together',
    { notes: { billNumber: 'a'.repeat(25), storeLabel: 'b'.repeat(25), terminalLabel: 'c'.repeat(25), purpose: 'd'.repeat(25) } },
    'length',
    '62',
  ],
  ['a category of three digits', { category: '999' }, 'value', '52'],
  ['a language of three letters', { local: { language: 'khm', name: 'ក' } }, 'value', '64'],
  ['an end before its start', { expiresMs: createdMs - 1 }, 'timestamp', '99'],
  ['an end in seconds', { expiresMs: 1_795_134_600 }, 'timestamp', '99'],
]
for (const [name, change, fault, tag] of unwritable)
  test(`cannot be written: ${name}`, () => assert.deepEqual(writeKhqr({ ...poipet, ...change }), { ok: false, fault, tag }))

test('a changed, missing or added character never reads as another request', () => {
  const written = writeKhqr(poipet)
  assert.ok(written.ok)
  const text = written.value
  for (let at = 0; at < text.length; at += 1) {
    for (const other of ['0', '1', '9', 'A', 'ក'])
      if (text[at] !== other) assert.equal(readKhqr(text.slice(0, at) + other + text.slice(at + 1)).ok, false, `${other} at ${at}`)
    assert.equal(readKhqr(text.slice(0, at) + text.slice(at + 1)).ok, false, `without ${at}`)
    assert.equal(readKhqr(`${text.slice(0, at)}0${text.slice(at)}`).ok, false, `more at ${at}`)
  }
})

test('property: any text is answered, never thrown at', () => {
  const noisy = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 600 }),
    fc.string({ unit: fc.constantFrom(...'0123456789A'), maxLength: 200 }).map((text) => `000201${text}`),
  )
  const closed = noisy.map((text) => `${text}6304${checksumOf(`${text}6304`)}`)
  fc.assert(
    fc.property(fc.oneof(noisy, closed), (text) => assert.equal(readKhqr(text).ok, false)),
    { numRuns: 1000 },
  )
})

test('a right checksum saves no wrong content', () => {
  const objects: [string, string][] = [
    ['01', '12'],
    ['29', '0009sok@devb1'],
    ['52', '5999'],
    ['53', '116'],
    ['54', '20000'],
    ['58', 'KH'],
    ['59', 'Sok'],
    ['60', 'Poipet'],
    ['99', '00131795134600000'.concat('01131795135500000')],
  ]
  assert.equal(readKhqr(writePayload(objects)).ok, true)
  const wrong: [string, string, QrFault][] = [
    ['54', '020000', 'canonical'],
    ['54', '0', 'amount'],
    ['54', '2e4', 'amount'],
    ['54', '-5', 'amount'],
    ['58', 'TH', 'value'],
    ['53', '764', 'currency'],
    ['01', '11', 'amount'],
    ['52', '59 9', 'value'],
  ]
  for (const [tag, value, fault] of wrong) {
    const read = readKhqr(writePayload(objects.map(([each, was]) => [each, each === tag ? value : was])))
    assert.equal(read.ok || read.fault, fault, `${tag}=${value}`)
  }
})
