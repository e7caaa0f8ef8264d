import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Language, languages } from '../kernel/language.ts'
import { addDays, type CivilDate, type ClockTime, type Instant, weekdayOf, weekdays } from '../kernel/time.ts'
import { formatDate, formatDateTime, formatMoney, formatNumber, formatTime, formatWallClock, monthName, weekdayName } from './dates.ts'

const date = '1990-09-12' as CivilDate

// Goal: the three languages write what people there write. Method: one line per form, each against the words by heart.
const lines: [got: string, wanted: string][] = [
  [formatDate(date, 'km'), '១២ កញ្ញា ១៩៩០'],
  [formatDate(date, 'th'), '12 กันยายน 2533'],
  [formatDate(date, 'en'), '12 September 1990'],
  [formatDate(date, 'th', { short: true }), '12 ก.ย. 2533'],
  [formatDate(date, 'en', { short: true }), '12 Sep 1990'],
  [formatDate(date, 'km', { weekday: true }), 'ថ្ងៃពុធ ១២ កញ្ញា ១៩៩០'],
  [formatDate(date, 'th', { weekday: true }), 'วันพุธที่ 12 กันยายน 2533'],
  [formatDate(date, 'en', { weekday: true }), 'Wednesday 12 September 1990'],
  [formatDate(date, 'th', { weekday: true, yearless: true }), 'วันพุธที่ 12 กันยายน'],
  [formatDate(date, 'en', { yearless: true }), '12 September'],
  [formatWallClock('2026-11-24T09:00:00+07:00', 'km', { weekday: true, yearless: true }), 'ថ្ងៃអង្គារ ២៤ វិច្ឆិកា ម៉ោង ០៩:០០'],
  [formatWallClock('2026-11-24T09:00:00+07:00', 'th'), '24 พฤศจิกายน 2569 เวลา 09:00\u00a0น.'],
  [formatWallClock('2026-11-24T09:00:00+07:00', 'en', { weekday: true }), 'Tuesday 24 November 2026, 09:00'],
  [formatTime('07:05' as ClockTime, 'km'), '០៧:០៥'],
  [formatTime('24:00' as ClockTime, 'th'), '24:00\u00a0น.'],
  [formatTime('07:05' as ClockTime, 'en'), '07:05'],
  [formatDateTime('2025-12-31T17:30:00.000Z' as Instant, '+07:00', 'km'), '១ មករា ២០២៦ ម៉ោង ០០:៣០'],
  [formatDateTime('2025-12-31T17:30:00.000Z' as Instant, '+07:00', 'th'), '1 มกราคม 2569 เวลา 00:30\u00a0น.'],
  [formatDateTime('2025-12-31T17:30:00.000Z' as Instant, '+07:00', 'en'), '1 January 2026, 00:30'],
  [formatNumber(1234567, 'en'), '1,234,567'],
  [formatNumber(1234567, 'km'), '១\u00a0២៣៤\u00a0៥៦៧'],
  [formatNumber(-0.5, 'km'), '-០,៥'],
  [formatNumber(-0.001, 'en'), '0'],
  [formatNumber(100, 'th'), '100'],
  [formatNumber(Number.NaN, 'en'), '–'],
  [formatMoney({ amount: 20000, currency: 'KHR' }, 'km'), '២០\u00a0០០០៛'],
  [formatMoney({ amount: 20000, currency: 'KHR' }, 'th'), '20,000\u00a0เรียล'],
  [formatMoney({ amount: 20000, currency: 'KHR' }, 'en'), '20,000\u00a0riel'],
  [formatMoney({ amount: 200.5, currency: 'THB' }, 'km'), '២០០,៥\u00a0បាត'],
  [formatMoney({ amount: 200, currency: 'THB' }, 'th'), '200\u00a0บาท'],
  [formatMoney({ amount: 200, currency: 'THB' }, 'en'), '200\u00a0baht'],
]
for (const [got, wanted] of lines) test(`writes ${wanted}`, () => assert.equal(got, wanted))

// Goal: no month or day is misspelt. Method: Node has the locale data that browsers lack, so it is the oracle.
test('months and weekdays are those of Unicode CLDR', () => {
  const locale: Record<Language, string> = { km: 'km-u-ca-gregory', th: 'th-u-ca-gregory', en: 'en-GB' }
  for (const language of languages) {
    for (let month = 1; month <= 12; month += 1)
      assert.equal(
        monthName(month, language),
        new Intl.DateTimeFormat(locale[language], { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2025, month - 1, 15)),
      )
    weekdays.forEach((weekday, index) => {
      const wanted = new Intl.DateTimeFormat(locale[language], { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2025, 5, 2 + index))
      assert.equal(weekdayName(weekday, language), language === 'km' ? `ថ្ងៃ${wanted}` : wanted)
    })
  }
})

test('every date of two centuries is written apart from every other, and with no Latin digit in Khmer', () => {
  const start = '1900-01-01' as CivilDate
  fc.assert(
    fc.property(fc.nat(73000), fc.nat(73000), fc.constantFrom(...languages), (a, b, language) => {
      const [one, other] = [formatDate(addDays(start, a), language), formatDate(addDays(start, b), language)]
      assert.equal(one === other, a === b)
      if (language === 'km') assert.doesNotMatch(one, /[0-9A-Za-z]/)
    }),
  )
})

test('the weekday of a date is the calendar’s, before 1970 too', () => {
  const start = '1900-01-01' as CivilDate
  fc.assert(
    fc.property(fc.nat(400000), fc.constantFrom(...languages), (days, language) => {
      const day = addDays(start, days)
      assert.ok(formatDate(day, language, { weekday: true }).startsWith(weekdayName(weekdayOf(day), language)))
    }),
  )
})

test('every whole number can be read back', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom(...languages), (value, language) => {
      const latin = formatNumber(value, language).replace(/[០-៩]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0))
      assert.equal(Number(latin.replace(/[,\u00a0]/g, '')), value)
    }),
  )
})
