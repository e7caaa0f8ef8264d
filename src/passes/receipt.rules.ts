import { type AreaCode, parseAreaCode } from '../kernel/code.ts'
import type { Language, Text } from '../kernel/language.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../kernel/time.ts'
import { type Currency, formatDateTime, formatMoney } from '../words/dates.ts'
import { applicationWords, deskWords } from '../words/desk.ts'
import { payWords } from '../words/till.ts'
import { spokenNumber } from './follow-number.rules.ts'

/** What stands on a receipt, on every screen and on paper: whoever has it learns nothing about anybody. */
export type ReceiptFacts = {
  readonly receipt: string
  /** Of the office that took the money. */
  readonly office: Text
  readonly fee: { readonly amount: number; readonly currency: string }
  readonly instrument: Text
  readonly paidAt: Instant
  readonly applicationNumber: string
}
export type ReceiptSaid = { readonly title: string; readonly price: string; readonly lines: readonly (readonly [label: string, value: string])[] }

export const sayReceipt = ({ receipt, office, fee, instrument, paidAt, applicationNumber }: ReceiptFacts, language: Language): ReceiptSaid => ({
  title: `${applicationWords.receipt[language]} ${receipt}`,
  price: formatMoney({ amount: fee.amount, currency: fee.currency as Currency }, language),
  lines: [
    [payWords.paidAt[language], formatDateTime(paidAt, borderZone, language)],
    [payWords.applicationNumber[language], spokenNumber(applicationNumber)],
    [deskWords.office[language], office[language]],
    [deskWords.instrument[language], instrument[language]],
  ],
})

/** The office whose series the number is of: it took the money, wherever the case went since. */
export function officeOfReceipt(receipt: string): AreaCode | undefined {
  const [, state, area] = /^([A-Z]{2})(\d{2,6})-R\d{6,}$/.exec(receipt) ?? []
  return state === undefined ? undefined : parseAreaCode(`${state}:${area}`)
}

export const paidOn = ({ paidAt }: Pick<ReceiptFacts, 'paidAt'>): CivilDate => civilDateAt(paidAt, borderZone)
