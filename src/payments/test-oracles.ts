import { createRequire } from 'node:module'
import type { Khqr } from './khqr.rules.ts'
import type { PromptPay } from './promptpay.rules.ts'

type Answer = {
  readonly status: { readonly code: number; readonly message: string | null }
  readonly data: { readonly qr: string; readonly md5: string } | null
}
type BakongInfo = { readonly oracle: 'information of bakong-khqr' }
type Bakong = {
  BakongKHQR: new () => { generateIndividual(info: BakongInfo): Answer; generateMerchant(info: BakongInfo): Answer }
  IndividualInfo: new (account: string, name: string, city: string, more: object) => BakongInfo
  MerchantInfo: new (account: string, name: string, city: string, id: string, bank: string, more: object) => BakongInfo
}

// The first has no types, the others' do not describe what they export.
const load = createRequire(import.meta.url)
const bakong: Bakong = load('bakong-khqr')
const { KHQR }: { KHQR: { generate(payload: object): Answer; verify(text: string): { isValid: boolean } } } = load('ts-khqr')
const promptPayQr: (target: string, options: { amount: number }) => string = load('promptpay-qr')
const promptparse: { anyId(config: object): string; billPayment(config: object): string } = load('promptparse/generate')
const promptread: { anyId(text: string): object | null; billPayment(text: string): object | null } = load('promptparse/validate')

const local = ({ local: words }: Khqr) => ({
  languagePreference: words?.language,
  merchantNameAlternateLanguage: words?.name,
  merchantCityAlternateLanguage: words?.city,
})
const notes = ({ notes: given }: Khqr) => ({
  billNumber: given.billNumber,
  mobileNumber: given.mobileNumber,
  storeLabel: given.storeLabel,
  terminalLabel: given.terminalLabel,
  purposeOfTransaction: given.purpose,
})
/** Without undefined values: ts-khqr takes those for given ones. */
const given = (values: object): object => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

/** What `bakong-khqr`, the central bank's own library, makes of it. It reads the clock: set it to `createdMs`. */
export function bakongKhqr(khqr: Khqr): Answer {
  const { receiver, name, city, category, money, expiresMs } = khqr
  const currency = money.currency === 'KHR' ? 116 : 840
  const more = { amount: money.amount, currency, merchantCategoryCode: category, expirationTimestamp: expiresMs, ...notes(khqr), ...local(khqr) }
  const maker = new bakong.BakongKHQR()
  if (receiver.kind === 'merchant')
    return maker.generateMerchant(new bakong.MerchantInfo(receiver.account, name, city, receiver.merchantId, receiver.acquiringBank, more))
  const person = { ...more, accountInformation: receiver.accountInformation, acquiringBank: receiver.acquiringBank }
  return maker.generateIndividual(new bakong.IndividualInfo(receiver.account, name, city, person))
}

/** What `ts-khqr` makes of it. It reads the clock too. */
export function tsKhqr(khqr: Khqr): Answer {
  const { receiver, name, city, category, money, expiresMs } = khqr
  return KHQR.generate(
    given({
      tag: receiver.kind === 'merchant' ? '30' : '29',
      accountID: receiver.account,
      merchantID: receiver.kind === 'merchant' ? receiver.merchantId : receiver.accountInformation,
      acquiringBank: receiver.acquiringBank,
      merchantName: name,
      merchantCity: city,
      merchantCategoryCode: category,
      currency: money.currency === 'KHR' ? '116' : '840',
      amount: money.amount,
      expirationTimestamp: expiresMs,
      additionalData: given(notes(khqr)),
      languageData: given(local(khqr)),
    }),
  )
}
/** Would a payer's app take it? It reads the clock: an expired code is not valid. */
export const tsKhqrVerifies = (text: string): boolean => KHQR.verify(text).isValid

const types = { mobile: 'MSISDN', 'national-id': 'NATID', 'e-wallet': 'EWALLETID' } as const
/** What `promptparse` makes of it. */
export function promptparseText({ receiver, baht }: PromptPay): string {
  if (receiver.kind !== 'biller') return promptparse.anyId({ type: types[receiver.kind], target: receiver.number, amount: baht })
  const { billerId, ref1, ref2 } = receiver
  return promptparse.billPayment({ billerId, ref1, ...(ref2 !== undefined && { ref2 }), amount: baht })
}
/** What `promptparse` reads out of a text; null: it would not take it. */
export const promptparseReads = (text: string): object | null => promptread.anyId(text) ?? promptread.billPayment(text)

/** What `promptpay-qr` makes of it: it knows no billers, and writes country, currency, amount in this order. */
export const promptPayQrText = (number: string, baht: number): string => promptPayQr(number, { amount: baht })
