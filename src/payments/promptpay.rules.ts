import {
  amountText,
  byTag,
  isQrText,
  type QrReading,
  qrCurrencies,
  qrFault,
  readObjects,
  readPayload,
  writeObjects,
  writePayload,
} from './emv-qr.rules.ts'

/** Who is paid by PromptPay: a phone, a national or tax number or an e-wallet (tag 29), or a biller with references (tag 30). */
export type PromptPayReceiver =
  | { readonly kind: 'mobile' | 'national-id' | 'e-wallet'; readonly number: string }
  | { readonly kind: 'biller'; readonly billerId: string; readonly ref1: string; readonly ref2?: string }
/** A dynamic code: one sum. PromptPay knows no expiry. */
export type PromptPay = { readonly receiver: PromptPayReceiver; readonly baht: number }

const personApplication = 'A000000677010111'
const billApplication = 'A000000677010112'
const proxies = { mobile: '01', 'national-id': '02', 'e-wallet': '03' } as const
const digitsOf = { mobile: /^0\d{9}$/, 'national-id': /^\d{13}$/, 'e-wallet': /^\d{15}$/ } as const
const referencePattern = /^[A-Z0-9]{1,20}$/
const thailand = '0066'

/** The text of a PromptPay code, or what of it cannot be written. */
export function writePromptPay({ receiver, baht }: PromptPay): QrReading<string> {
  const amount = amountText({ amount: baht, currency: 'THB' })
  if (amount === undefined) return qrFault('amount', '54')
  const account = writeReceiver(receiver)
  if (!account.ok) return account
  return {
    ok: true,
    value: writePayload([['01', '12'], account.value, ['53', qrCurrencies.THB], ['58', 'TH'], ['54', amount]]),
  }
}

function writeReceiver(receiver: PromptPayReceiver): QrReading<readonly [tag: string, value: string]> {
  if (receiver.kind === 'biller') {
    const { billerId, ref1, ref2 } = receiver
    if (!/^\d{15}$/.test(billerId)) return qrFault('value', '30')
    if (![ref1, ref2 ?? ref1].every((text) => isQrText(text, 20) && referencePattern.test(text))) return qrFault('value', '30')
    return {
      ok: true,
      value: [
        '30',
        writeObjects([
          ['00', billApplication],
          ['01', billerId],
          ['02', ref1],
          ['03', ref2],
        ]),
      ],
    }
  }
  if (!digitsOf[receiver.kind].test(receiver.number)) return qrFault('value', '29')
  const number = receiver.kind === 'mobile' ? `${thailand}${receiver.number.slice(1)}` : receiver.number
  return {
    ok: true,
    value: [
      '29',
      writeObjects([
        ['00', personApplication],
        [proxies[receiver.kind], number],
      ]),
    ],
  }
}

/** Reads a PromptPay code with an amount. The tags after the first may stand in any order: the known writers differ. */
export function readPromptPay(text: string): QrReading<PromptPay> {
  const payload = readPayload(text)
  if (!payload.ok) return payload
  const found = byTag(payload.value, ['01', '29', '30', '53', '54', '58'])
  if (!found.ok) return found
  const of = found.value
  if (of['54'] === undefined || of['01'] !== '12') return qrFault('amount', '54')
  if (of['53'] !== qrCurrencies.THB) return qrFault('currency', '53')
  if (of['58'] !== 'TH') return qrFault('value', '58')
  if ((of['29'] === undefined) === (of['30'] === undefined)) return qrFault(of['29'] === undefined ? 'missing' : 'unexpected', '30')
  const receiver = of['29'] === undefined ? readBiller(of['30'] ?? '') : readPerson(of['29'])
  if (!receiver.ok) return receiver
  const read: PromptPay = { receiver: receiver.value, baht: Number(of['54']) }
  if (amountText({ amount: read.baht, currency: 'THB' }) !== of['54']) return qrFault('amount', '54')
  const again = writeReceiver(receiver.value)
  if (!again.ok) return again
  return again.value[1] === (of['29'] ?? of['30']) ? { ok: true, value: read } : qrFault('canonical', again.value[0])
}

function readPerson(text: string): QrReading<PromptPayReceiver> {
  const objects = readObjects(text)
  if (!objects.ok) return qrFault(objects.fault, '29')
  const found = byTag(objects.value, ['00', '01', '02', '03'])
  if (!found.ok) return qrFault(found.fault, '29')
  if (found.value['00'] !== personApplication) return qrFault('value', '29')
  const { '01': mobile, '02': nationalId, '03': wallet } = found.value
  if (mobile !== undefined) return { ok: true, value: { kind: 'mobile', number: `0${mobile.slice(thailand.length)}` } }
  if (nationalId !== undefined) return { ok: true, value: { kind: 'national-id', number: nationalId } }
  return wallet === undefined ? qrFault('missing', '29') : { ok: true, value: { kind: 'e-wallet', number: wallet } }
}

function readBiller(text: string): QrReading<PromptPayReceiver> {
  const objects = readObjects(text)
  if (!objects.ok) return qrFault(objects.fault, '30')
  const found = byTag(objects.value, ['00', '01', '02', '03'])
  if (!found.ok) return qrFault(found.fault, '30')
  const { '00': application, '01': billerId, '02': ref1, '03': ref2 } = found.value
  if (application !== billApplication) return qrFault('value', '30')
  if (billerId === undefined || ref1 === undefined) return qrFault('missing', '30')
  return { ok: true, value: { kind: 'biller', billerId, ref1, ...(ref2 !== undefined && { ref2 }) } }
}
