import { hash } from 'node:crypto'
import { checksumOf, type QrFault } from './emv-qr.rules.ts'
import { type Khqr, writeKhqr } from './khqr.rules.ts'
import { type PromptPay, writePromptPay } from './promptpay.rules.ts'

export type ValidVector = { name: string; kind: 'khqr' | 'promptpay'; text: string; md5: string; content: Khqr | PromptPay }
export type InvalidVector = { name: string; kind: 'khqr' | 'promptpay'; text: string; fault: QrFault }

const createdMs = Date.UTC(2026, 10, 20, 1, 30)
const khqr: Khqr = {
  receiver: { kind: 'merchant', account: 'poipet_office@devb', merchantId: 'KH0110', acquiringBank: 'Dev Bank' },
  name: 'Poipet One Window',
  city: 'Poipet',
  category: '9399',
  money: { amount: 20_000, currency: 'KHR' },
  notes: { billNumber: 'KH0110-000042' },
  createdMs,
  expiresMs: createdMs + 900_000,
}
const individual: Khqr = { ...khqr, receiver: { kind: 'individual', account: 'sok_dara@devb' }, category: '5999', notes: {} }

export function validVectors(): ValidVector[] {
  const khqrs: [string, Khqr][] = [
    ['KHQR, merchant, 20,000 riel', khqr],
    ['KHQR, individual', individual],
    [
      'KHQR, individual with account and bank',
      { ...individual, receiver: { kind: 'individual', account: 'sok@devb', accountInformation: '855123', acquiringBank: 'Dev Bank' } },
    ],
    ['KHQR, name in Khmer letters: lengths count characters', { ...khqr, name: 'រដ្ឋបាលក្រុងប៉ោយប៉ែត', city: 'ប៉ោយប៉ែត' }],
    ['KHQR, name in Latin letters and beside it in Khmer', { ...khqr, local: { language: 'km', name: 'ការិយាល័យច្រកចេញចូលតែមួយ', city: 'ប៉ោយប៉ែត' } }],
    ['KHQR, dollars and cents', { ...khqr, money: { amount: 4.9, currency: 'USD' } }],
    ['KHQR, the largest sum', { ...khqr, money: { amount: 9_999_999_999_999, currency: 'KHR' } }],
  ]
  const promptPays: [string, PromptPay][] = [
    ['PromptPay, phone, 200 baht', { receiver: { kind: 'mobile', number: '0812345678' }, baht: 200 }],
    ['PromptPay, national number', { receiver: { kind: 'national-id', number: '1234567890121' }, baht: 200 }],
    ['PromptPay, e-wallet', { receiver: { kind: 'e-wallet', number: '012345678901234' }, baht: 200 }],
    [
      'PromptPay, biller with two references',
      { receiver: { kind: 'biller', billerId: '099400016550100', ref1: 'TH2701', ref2: '000042' }, baht: 200 },
    ],
  ]
  return [
    ...khqrs.map(([name, content]) => vector(name, 'khqr', writeKhqr(content), content)),
    ...promptPays.map(([name, content]) => vector(name, 'promptpay', writePromptPay(content), content)),
  ]
}

function vector(name: string, kind: ValidVector['kind'], written: ReturnType<typeof writeKhqr>, content: Khqr | PromptPay): ValidVector {
  if (!written.ok) throw new Error(`${name}: ${written.fault}`)
  return { name, kind, text: written.value, md5: hash('md5', written.value), content }
}

/** Each with the right checksum, unless the checksum is what is wrong. */
export function invalidVectors(): InvalidVector[] {
  const text = textOf(khqr)
  const body = text.slice(0, -8)
  const closed = (changed: string) => `${changed}6304${checksumOf(`${changed}6304`)}`
  const swap = (from: string, to: string) => closed(replaced(body, from, to))
  const khmer = 'ប៉ោយប៉ែត'
  const khmerBody = textOf({ ...khqr, city: khmer }).slice(0, -8)
  const made: [name: string, fault: QrFault, text: string][] = [
    ['empty', 'size', ''],
    ['too long for any payment code', 'size', closed(`${body}${'x'.repeat(500)}`)],
    ['wrong checksum', 'checksum', `${text.slice(0, -4)}0000`],
    ['checksum in small letters', 'checksum', `${text.slice(0, -4)}${text.slice(-4).toLowerCase()}`],
    ['one riel more under the old checksum', 'checksum', replaced(text, '540520000', '540520001')],
    ['checksum over characters instead of UTF-8', 'checksum', `${khmerBody}6304${checksumOf(lowBytes(`${khmerBody}6304`))}`],
    ['no checksum', 'missing', body],
    ['checksum of five places', 'length', `${body}630512345`],
    ['something after the checksum', 'order', `${text}0801x`.replace('0801x', '8001x')],
    ['does not begin with the format', 'header', closed(body.slice(6))],
    ['another format version', 'header', closed(`000202${body.slice(6)}`)],
    ['format indicator second', 'header', closed(`010212000201${body.slice(12)}`)],
    ['a length one too long', 'length', swap('6006Poipet', '6007Poipet')],
    ['a length one too short', 'length', swap('6006Poipet', '6005Poipet')],
    ['a length of no digits', 'length', swap('6006Poipet', '600xPoipet')],
    ['an empty value', 'length', swap('6006Poipet', '6000')],
    ['a length in Khmer digits', 'length', swap('6006Poipet', '60០៦Poipet')],
    [
      'Khmer counted in bytes of UTF-8',
      'duplicate',
      closed(replaced(khmerBody, `6008${khmer}`, `60${new TextEncoder().encode(khmer).length}${khmer}`)),
    ],
    ['cut off inside a value', 'length', closed(body.slice(0, -3))],
    ['the amount twice', 'duplicate', swap('540520000', '54052000054051')],
    ['the account twice inside its template', 'duplicate', swap('0106KH0110', '0006KH0110')],
    ['a character of two units: readers count it as one, two or four', 'characters', swap('6006Poipet', '6006Poip😀')],
    ['a direction character in the name', 'characters', swap('6006Poipet', '6006Poip\u202et')],
    ['a control character', 'characters', swap('6006Poipet', '6006Poip\nt')],
    ['country before the amount', 'canonical', swap('5405200005802KH', '5802KH540520000')],
    ['a leading zero in the amount', 'canonical', swap('540520000', '5406020000')],
    ['blanks around the city', 'value', swap('6006Poipet', '6006 Poipe')],
    ['no amount: a static code, which takes any sum', 'amount', closed(replaced(replaced(body, '010212', '010211'), '540520000', ''))],
    ['dynamic without an amount', 'amount', swap('540520000', '')],
    ['amount 0', 'amount', swap('540520000', '54010')],
    ['amount below 0', 'amount', swap('540520000', '5402-5')],
    ['parts of a riel', 'amount', swap('540520000', '54080000.500'.replace('0000.500', '20000.50'))],
    ['an amount with a comma', 'amount', swap('540520000', '540620,000')],
    ['a currency of another country', 'currency', swap('5303116', '5303764')],
    ['a country that is not Cambodia', 'value', swap('5802KH', '5802TH')],
    ['nobody to pay', 'missing', closed(body.replace(/30\d\d0018.*?Dev Bank/, ''))],
    ['a merchant without a bank', 'missing', closed(body.replace(/30\d\d(0018poipet_office@devb0106KH0110)0208Dev Bank/, '3032$1'))],
    ['an account without a bank in its name', 'value', swap('0018poipet_office@devb', '0018poipet_office.devb')],
    ['no timestamps', 'missing', closed(body.replace(/9934.*$/, ''))],
    ['ends before it begins', 'timestamp', swap(String(createdMs + 900_000), String(createdMs - 900_000))],
    ['a tag of no meaning here', 'unexpected', closed(`${body}8001x`)],
  ]
  const phone = writePromptPay({ receiver: { kind: 'mobile', number: '0812345678' }, baht: 200 })
  const thai = phone.ok ? phone.value.slice(0, -8) : ''
  const thaiMade: typeof made = [
    ['PromptPay, a KHQR instead', 'unexpected', text],
    ['PromptPay, amount 0', 'amount', closed(replaced(thai, '5406200.00', '54040.00'))],
    ['PromptPay, a baht without its two places', 'amount', closed(replaced(thai, '5406200.00', '5403200'))],
    ['PromptPay, riel', 'currency', closed(replaced(thai, '5303764', '5303116'))],
    ['PromptPay, a phone without its country', 'canonical', closed(replaced(thai, '0066812345678', '0812345678000'))],
    ['PromptPay, another application', 'value', closed(replaced(thai, 'A000000677010111', 'A000000677010113'))],
  ]
  return [
    ...made.map(([name, fault, changed]): InvalidVector => ({ name, kind: 'khqr', text: changed, fault })),
    ...thaiMade.map(([name, fault, changed]): InvalidVector => ({ name, kind: 'promptpay', text: changed, fault })),
  ]
}

function textOf(content: Khqr): string {
  const written = writeKhqr(content)
  if (!written.ok) throw new Error(written.fault)
  return written.value
}
function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`${from} is not in the text`)
  return text.replace(from, to)
}
/** What a writer that takes a character for a byte would sum over. */
const lowBytes = (text: string): string => [...text].map((character) => String.fromCharCode(character.charCodeAt(0) & 0x7f)).join('')
