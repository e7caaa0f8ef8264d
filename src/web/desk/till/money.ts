import { borderZone, clockTimeAt, type Instant } from '../../../kernel/time.ts'
import { type Currency, formatMoney, formatTime } from '../../../words/dates.ts'
import { reviewWords } from '../../../words/office.ts'
import { useHandName } from '../application/hand-name.ts'
import { useWords } from '../frame/language.tsx'

/** How money, hours and hands are said on the till's screens. */
export function useMoneyWords(office: string) {
  const { say, language } = useWords()
  const nameOf = useHandName(office)
  return {
    moneyOf: (amount: number, currency: string): string => formatMoney({ amount, currency: currency as Currency }, language),
    /** With its sign: what there is too much of, or too little. */
    differenceOf: (amount: number, currency: string): string =>
      `${amount > 0 ? '+' : amount < 0 ? '−' : ''}${formatMoney({ amount: Math.abs(amount), currency: currency as Currency }, language)}`,
    hourOf: (at: string): string => formatTime(clockTimeAt(at as Instant, borderZone), language),
    handOf: (account: string): string => nameOf(account) ?? say(reviewWords.colleague),
  }
}

/** A bank's name of a transfer is long; its two ends are enough to find it in a list, and the whole stands where it is proof. */
export const shortReference = (reference: string): string => (reference.length <= 24 ? reference : `${reference.slice(0, 8)}…${reference.slice(-8)}`)
