import {
  amountText,
  byTag,
  isQrText,
  type Money,
  type QrReading,
  qrCurrencies,
  qrFault,
  readObjects,
  readPayload,
  writeObjects,
  writePayload,
} from './emv-qr.rules.ts'

/** Who is paid, as Bakong knows them: a person's account (tag 29), or a merchant with a bank (tag 30). */
export type KhqrReceiver =
  | { readonly kind: 'individual'; readonly account: string; readonly accountInformation?: string; readonly acquiringBank?: string }
  | { readonly kind: 'merchant'; readonly account: string; readonly merchantId: string; readonly acquiringBank: string }

/** The name as the payer's bank shows it. Latin letters are the safe choice: Khmer stands in `local`. */
export type KhqrMerchant = {
  readonly receiver: KhqrReceiver
  readonly name: string
  readonly city: string
  /** ISO 18245, four digits. */
  readonly category?: string
  readonly local?: { readonly language: string; readonly name: string; readonly city?: string }
}
export type KhqrNotes = {
  readonly billNumber?: string
  readonly mobileNumber?: string
  readonly storeLabel?: string
  readonly terminalLabel?: string
  readonly purpose?: string
}
/** A dynamic KHQR: one sum, for a time. */
export type Khqr = KhqrMerchant & { readonly money: Money; readonly notes: KhqrNotes; readonly createdMs: number; readonly expiresMs: number }

export const khqrCharactersMax = { account: 32, merchantId: 32, acquiringBank: 32, accountInformation: 32, name: 25, city: 15, note: 25 } as const
const standardCategory = '5999'
const tags = { individual: '29', merchant: '30' } as const

/** The text of a KHQR, or what of it cannot be written. */
export function writeKhqr(khqr: Khqr): QrReading<string> {
  const amount = amountText(khqr.money)
  if (khqr.money.currency === 'THB') return qrFault('currency', '53')
  if (amount === undefined) return qrFault('amount', '54')
  const wrong = wrongText(khqr)
  if (wrong !== undefined) return qrFault('value', wrong)
  if (!isTimestamp(khqr.createdMs) || !isTimestamp(khqr.expiresMs) || khqr.expiresMs <= khqr.createdMs) return qrFault('timestamp', '99')
  const { receiver, notes, local } = khqr
  const second = receiver.kind === 'merchant' ? receiver.merchantId : receiver.accountInformation
  const note = writeObjects([
    ['01', notes.billNumber],
    ['02', notes.mobileNumber],
    ['03', notes.storeLabel],
    ['07', notes.terminalLabel],
    ['08', notes.purpose],
  ])
  const account = writeObjects([
    ['00', receiver.account],
    ['01', second],
    ['02', receiver.acquiringBank],
  ])
  if (account.length > 99 || note.length > 99) return qrFault('length', account.length > 99 ? tags[receiver.kind] : '62')
  return {
    ok: true,
    value: writePayload([
      ['01', '12'],
      [tags[receiver.kind], account],
      ['52', khqr.category ?? standardCategory],
      ['53', qrCurrencies[khqr.money.currency]],
      ['54', amount],
      ['58', 'KH'],
      ['59', khqr.name],
      ['60', khqr.city],
      ['62', note === '' ? undefined : note],
      [
        '64',
        local &&
          writeObjects([
            ['00', local.language],
            ['01', local.name],
            ['02', local.city],
          ]),
      ],
      [
        '99',
        writeObjects([
          ['00', String(khqr.createdMs)],
          ['01', String(khqr.expiresMs)],
        ]),
      ],
    ]),
  }
}

/** The tag of the first text that cannot stand in a KHQR. */
function wrongText({ receiver, name, city, category, local, notes }: Khqr): string | undefined {
  const at = tags[receiver.kind]
  const most = khqrCharactersMax
  const texts: [tag: string, text: string | undefined, max: number][] = [
    [at, receiver.account, most.account],
    [at, receiver.acquiringBank, most.acquiringBank],
    [at, receiver.kind === 'merchant' ? receiver.merchantId : receiver.accountInformation, most.merchantId],
    ['59', name, most.name],
    ['60', city, most.city],
    ['62', notes.billNumber, most.note],
    ['62', notes.mobileNumber, most.note],
    ['62', notes.storeLabel, most.note],
    ['62', notes.terminalLabel, most.note],
    ['62', notes.purpose, most.note],
    ['64', local?.name, most.name],
    ['64', local?.city, most.city],
  ]
  const long = texts.find(([, text, max]) => text !== undefined && !isQrText(text, max))
  if (long) return long[0]
  if (!/^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/.test(receiver.account)) return at
  if (category !== undefined && !/^\d{4}$/.test(category)) return '52'
  return local && !/^[a-zA-Z]{2}$/.test(local.language) ? '64' : undefined
}

/** Thirteen digits: milliseconds from 2001 to 2286. */
const isTimestamp = (ms: number): boolean => Number.isInteger(ms) && ms >= 1e12 && ms < 1e13

/** Reads a dynamic KHQR strictly: only what `writeKhqr` writes, and written the same. A static one (no amount, or 0) is refused: it would take any sum. */
export function readKhqr(text: string): QrReading<Khqr> {
  const payload = readPayload(text)
  if (!payload.ok) return payload
  const found = byTag(payload.value, ['01', '29', '30', '52', '53', '54', '58', '59', '60', '62', '64', '99'])
  if (!found.ok) return found
  const of = found.value
  if (of['54'] === undefined || of['01'] !== '12') return qrFault('amount', '54')
  const missing = (['52', '53', '58', '59', '60', '99'] as const).find((tag) => of[tag] === undefined)
  if (missing) return qrFault('missing', missing)
  if ((of['29'] === undefined) === (of['30'] === undefined)) return qrFault(of['29'] === undefined ? 'missing' : 'unexpected', '30')
  if (of['58'] !== 'KH') return qrFault('value', '58')
  const currency = of['53'] === qrCurrencies.KHR ? 'KHR' : of['53'] === qrCurrencies.USD ? 'USD' : undefined
  if (!currency) return qrFault('currency', '53')
  const receiver = readReceiver(of['29'] === undefined ? 'merchant' : 'individual', of['29'] ?? of['30'] ?? '')
  if (!receiver.ok) return receiver
  const notes = readTemplate('62', of['62'] ?? '', ['01', '02', '03', '07', '08'])
  if (!notes.ok) return notes
  const local = readTemplate('64', of['64'] ?? '', ['00', '01', '02'])
  if (!local.ok) return local
  const times = readTemplate('99', of['99'] ?? '', ['00', '01'])
  if (!times.ok) return times
  const { '00': language, '01': localName, '02': localCity } = local.value
  const { '01': billNumber, '02': mobileNumber, '03': storeLabel, '07': terminalLabel, '08': purpose } = notes.value
  const khqr: Khqr = {
    receiver: receiver.value,
    name: of['59'] ?? '',
    city: of['60'] ?? '',
    category: of['52'] ?? '',
    ...(of['64'] !== undefined && { local: { language: language ?? '', name: localName ?? '', ...given({ city: localCity }) } }),
    money: { amount: /^\d{1,13}([.]\d\d)?$/.test(of['54']) ? Number(of['54']) : 0, currency },
    notes: given({ billNumber, mobileNumber, storeLabel, terminalLabel, purpose }),
    createdMs: Number(times.value['00']),
    expiresMs: Number(times.value['01']),
  }
  const again = writeKhqr(khqr)
  if (!again.ok) return again
  return again.value === text ? { ok: true, value: khqr } : qrFault('canonical')
}

function readReceiver(kind: KhqrReceiver['kind'], text: string): QrReading<KhqrReceiver> {
  const found = readTemplate(tags[kind], text, ['00', '01', '02'])
  if (!found.ok) return found
  const { '00': account, '01': second, '02': acquiringBank } = found.value
  if (account === undefined) return qrFault('missing', tags[kind])
  if (kind === 'individual') return { ok: true, value: { kind, account, ...given({ accountInformation: second, acquiringBank }) } }
  if (second === undefined || acquiringBank === undefined) return qrFault('missing', tags[kind])
  return { ok: true, value: { kind, account, merchantId: second, acquiringBank } }
}

function readTemplate<const Tag extends string>(tag: string, text: string, inner: readonly Tag[]): QrReading<{ readonly [T in Tag]?: string }> {
  const objects = readObjects(text)
  if (!objects.ok) return qrFault(objects.fault, tag)
  const found = byTag(objects.value, inner)
  return found.ok ? found : qrFault(found.fault, tag)
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
/** Without what is undefined. */
const given = <T extends object>(values: T): Given<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>
