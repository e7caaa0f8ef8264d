// Goal: what a row says comes back whatever way it is typed, and no text whatever makes the reader fall over.
// Method: fast-check renders rows with every spelling the source and its like use; then random and half-random texts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CivilDate, type Weekday, weekdays } from '../kernel/time.ts'
import { readCrossingTable } from './crossing-table.rules.ts'
import { firstTableReadings } from './crossing-table-readings.ts'

const today = '2026-03-01' as CivilDate
const heading = 'จุดผ่อนปรน\nลำดับ จังหวัด พื้นที่ของไทย พื้นที่ของกัมพูชา เวลา เปิด - ปิด หมายเหตุ\n'
const dayWords: Record<Weekday, string> = {
  mon: 'จันทร์',
  tue: 'อังคาร',
  wed: 'พุธ',
  thu: 'พฤหัสบดี',
  fri: 'ศุกร์',
  sat: 'เสาร์',
  sun: 'อาทิตย์',
}
const short = ['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.']
const long = 'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(' ')

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const thaiDigits = (text: string): string => text.replaceAll(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)))

/** The values of a row; opening dates from BE 2500 to the end of 2568. */
const values = fc.record({
  hours: fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 2 }).map((pair) => pair.sort((a, b) => a - b)),
  days: fc.subarray([...weekdays], { minLength: 1 }),
  date: fc.date({ min: new Date('1957-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
})
const spelling = fc.record({
  space: fc.constantFrom(' ', '\u00a0', '  ', '\n', '\t', ' \u200b'),
  dash: fc.constantFrom(' – ', '-', ' - ', '–', ' — ', ' ‑'),
  point: fc.constantFrom('.', ':'),
  unit: fc.constantFrom(' น.', 'น.', '', ' น'),
  daysPrefix: fc.constantFrom('ทุกวัน', 'วัน', 'ของทุกวัน', 'ทุกวัน '),
  and: fc.constantFrom('และ', ' และ', ' และ ', 'และ '),
  comma: fc.constantFrom(',', ' ', ', '),
  daily: fc.constantFrom('ของทุกวัน', 'ทุกวัน', ' ทุกวัน'),
  month: fc.constantFrom(short, long),
  years: fc.constantFrom(2, 4),
  monthGap: fc.constantFrom('', ' '),
  digits: fc.constantFrom((text: string) => text, thaiDigits),
  lineEnd: fc.constantFrom('\n', '\r\n', ''),
})
type Values = typeof values extends fc.Arbitrary<infer T> ? T : never
type Spelling = typeof spelling extends fc.Arbitrary<infer T> ? T : never

function render({ hours, days, date }: Values, how: Spelling): string {
  const time = (minutes = 0) => clock(minutes).replace(':', how.point)
  const words = days.map((day) => dayWords[day])
  const list = words.length === 1 ? words[0] : `${words.slice(0, -1).join(how.comma)}${how.and}${words.at(-1)}`
  const dayText = days.length === 7 ? how.daily : `${how.daysPrefix}${list}`
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const yearText = String(year + 543).slice(-how.years)
  const dateText = `เปิด ${day} ${how.month[month - 1]}${how.monthGap}${yearText}`
  const places = ['1 ตราด', 'บ้านใหม่ อ.คลองใหญ่', 'บ้านเก่า อ.มณฑลสีมา จ.เกาะกง'].join(` ${how.dash} `)
  const row = `${places} ${time(hours[0])}${how.dash}${time(hours[1])}${how.unit} ${dayText} ${dateText}`
  return heading + how.digits(row.replaceAll(' ', how.space)) + how.lineEnd
}

test('any rendering of a row reads back to the same values', () => {
  fc.assert(
    fc.property(values, spelling, (row, how) => {
      const outcome = readCrossingTable(render(row, how), firstTableReadings, today)
      assert.ok(outcome.ok, JSON.stringify(outcome))
      const { opens, closes, days, openedOn } = outcome.value.points[0] ?? assert.fail()
      assert.deepEqual(
        { opens, closes, days, openedOn },
        { opens: clock(row.hours[0] ?? 0), closes: clock(row.hours[1] ?? 0), days: row.days, openedOn: row.date },
      )
    }),
    { numRuns: 1000 },
  )
})

test('random text is refused or read, never a crash, and every fault lies inside the text', () => {
  const bits = fc.constantFrom(
    '1 ',
    '2 ',
    'ตราด',
    ' - ',
    'อ.ก',
    'จ.ข',
    '07.00',
    '25.00',
    'น.',
    'ทุกวัน',
    'วันพุธ',
    'เปิด ',
    '31 ',
    'ก.พ.',
    '46',
    '\n',
    '\n\n',
    '\0',
    '๙',
    '😀',
    '\ud800',
  )
  const half = fc.array(fc.oneof(bits, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 60 }).map((parts) => parts.join(''))
  const start = fc.constantFrom('', heading, heading.slice(0, 60), `${heading}1 ตราด - บ้าน อ.ก - บ้าน จ.ข 07.00 – 20.00 น.ทุกวัน `)
  fc.assert(
    fc.property(start, fc.oneof(half, fc.string({ unit: 'binary' })), (before, rest) => {
      const text = before + rest
      const outcome = readCrossingTable(text, firstTableReadings, today)
      if (outcome.ok) return assert.ok(outcome.value.points.length > 0)
      assert.ok(outcome.faults.length > 0)
      const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
      for (const { line, column } of outcome.faults) assert.ok(column >= 1 && column <= [...(lines[line - 1] ?? '')].length + 1, `${line}:${column}`)
    }),
    { numRuns: 2000 },
  )
})
