// Goal: whatever is scanned, pasted or typed is told apart: a pass, a passport, half a code, two codes, a payment, an address, a licence. Method: one table, and codes cut and joined anywhere.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import valid from '../../../vectors/credential/valid.json' with { type: 'json' }
import { td3 } from '../../passports/test-zones.ts'
import { isResting, type Mishap, type Presented, readLine } from './presented.ts'

const code = valid[0]?.text ?? assert.fail('no vector')
const other = `${code.slice(0, -1)}`
const zone = td3()
const [upper = '', lower = ''] = zone.split('\n')
const number = { number: 'KH01090012345' }

const table: [what: string, line: string, is: Presented | Mishap | 'nothing'][] = [
  ['a number', 'KH01090012345', number],
  ['a number with spaces, hyphens and small letters', ' kh01 0900-12345\n', number],
  ['a number in Khmer digits', 'KH០១០៩០០១២៣៤៥', number],
  ['a number in Thai digits', 'kh๐๑๐๙๐๐๑๒๓๔๕', number],
  ['a whole code', code, { text: code }],
  ['a code with the line’s end', `${code}\r\n`, { text: code }],
  ['a code with the mark of its kind', `]Q3${code}`, { text: code }],
  ['a code between start and end of text', `\u0002${code}\u0003`, { text: code }],
  ['three quarters of a code', code.slice(0, Math.floor(code.length * 0.75)), 'half'],
  ['a code without its last key', other, 'half'],
  ['the same code twice', code + code, 'two'],
  ['a code and half of the next', code + code.slice(0, 90), 'two'],
  ['two numbers', 'KH01090012345KH01090012346', 'two'],
  ['two numbers with a space', 'KH01090012345 TH2701000004567', 'two'],
  ['a KHQR', '00020101021129180014abaakhppxxx@abaa52045999530384054031.05802KH5904Shop6304ABCD', 'payment'],
  ['a PromptPay bill', '00020101021130690016A00000067701011201150107536000315080214KB000001873', 'payment'],
  ['a payment with the mark of its kind', ']Q100020101021129180014abaakhppxxx@abaa', 'payment'],
  ['an address', 'https://menu.example/table/7', 'address'],
  ['an address in capitals', 'HTTP://MENU.EXAMPLE/7', 'address'],
  ['an address without its scheme', 'www.example.org', 'address'],
  ['a driving licence', '@\n\u001e\rANSI 636000090002DL00410278ZV03190008DLDAQT64235789', 'licence'],
  ['a passport, two lines', zone, { mrz: zone }],
  ['a passport, no line end', upper + lower, { mrz: upper + lower }],
  ['a passport, small letters and spaces', `${upper.toLowerCase()}\n ${lower}`, { mrz: `${upper.toLowerCase()}\n ${lower}` }],
  ['a passport, the name’s fillers not counted', `P<KHMSRUN<<SREYPOV<<\n${lower}`, { mrz: `P<KHMSRUN<<SREYPOV<<\n${lower}` }],
  ['a passport behind a scanner’s prefix', `]O1${zone}`, { mrz: zone }],
  ['a passport’s upper line alone', upper, 'half-zone'],
  ['a passport’s lower line alone', lower, 'half-zone'],
  ['a passport cut in its lower line', zone.slice(0, 70), 'half-zone'],
  ['any other text, its spaces kept', 'hello WORLD 12 !', { text: 'hello WORLD 12 !' }],
  ['nothing', ' \r\n', 'nothing'],
]
for (const [what, line, is] of table)
  test(`read: ${what}`, () => {
    const reading = readLine(line)
    assert.deepEqual(reading.type === 'presented' ? reading.presented : reading.type === 'mishap' ? reading.mishap : reading.type, is)
  })

test('a camera reads whole codes: what it gives is judged, only what other systems write is not', () => {
  assert.deepEqual(readLine(other, 'camera'), { type: 'presented', presented: { text: other } })
  assert.deepEqual(readLine('KH01090012345', 'camera'), { type: 'presented', presented: { text: 'KH01090012345' } })
  assert.equal(readLine('https://menu.example', 'camera').type, 'mishap')
})

test('cut anywhere a code is no pass, and joined to anything it is not taken', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: code.length - 1 }), (at) => {
      const cut = readLine(code.slice(0, at))
      assert.deepEqual(cut, { type: 'mishap', mishap: 'half' })
      assert.deepEqual(readLine(code + code.slice(0, at)), { type: 'mishap', mishap: 'two' })
    }),
  )
})

test('whatever the line, there is an answer', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (line) => assert.ok(readLine(line).type)))
})

test('the card just dealt with rests for three seconds, another does not', () => {
  const dismissed = { presented: { text: 'A' }, atMs: 10_000 }
  assert.equal(isResting(dismissed, { text: 'A' }, 12_999), true)
  assert.equal(isResting(dismissed, { text: 'A' }, 13_000), false)
  assert.equal(isResting(dismissed, { text: 'B' }, 10_001), false)
  assert.equal(isResting(undefined, { text: 'A' }, 10_001), false)
})
