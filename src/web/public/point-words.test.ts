import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AreaAnswer, PointAnswer } from '../../places/places.api.ts'
import { sayWeekdays } from '../../words/order-phrases.ts'
import { areasOf, hoursOf, namesOf, nativeNamesOf, openingLine } from './point-words.ts'

const calendar = { opens: '07:00', closes: '20:00', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], instrument: 'kh-th/crossing-table' }
const poipet: PointAnswer = {
  point: 'kh-th/poipet',
  at: '2026-11-23T08:00:00+07:00',
  open: true,
  openTo: 'everyone',
  days: [],
  orders: [],
  until: '2026-11-23T20:00:00+07:00',
  nextOpen: null,
  instruments: ['kh-th/crossing-table'],
  class: 'permanent',
  status: 'active',
  names: { KH: { km: 'ប៉ោយប៉ែត', en: 'Poipet' }, TH: { th: 'บ้านคลองลึก', en: 'Ban Khlong Luek' } },
  areas: { KH: 'KH:0110', TH: 'TH:2706' },
  calendars: { KH: calendar, TH: calendar },
  holidays: {},
  openedOn: '1997-09-20',
  location: null,
}
const closed = (nextOpen: string | null): PointAnswer => ({ ...poipet, open: false, until: null, nextOpen })
const texts = (point: PointAnswer, language: 'km' | 'th' | 'en') => namesOf(point, language).names.map(({ text }) => text)

test('the reader’s name stands first, the neighbour’s after it', () => {
  assert.deepEqual(texts(poipet, 'km'), ['ប៉ោយប៉ែត', 'บ้านคลองลึก'])
  assert.deepEqual(texts(poipet, 'th'), ['บ้านคลองลึก', 'ប៉ោយប៉ែត'])
  assert.deepEqual(texts(poipet, 'en'), ['Poipet', 'Ban Khlong Luek'])
  assert.deepEqual(
    nativeNamesOf(poipet).map(({ lang }) => lang),
    ['km', 'th'],
  )
})

test('a name falls back to its own script, then English; an unknown one is said to be unknown', () => {
  const latin: PointAnswer = { ...poipet, names: { KH: { en: 'O Rumduol' }, TH: { th: 'บ้านซับตารี', en: 'Ban Sap Tari' } } }
  assert.deepEqual(namesOf(latin, 'km').names, [
    { text: 'O Rumduol', lang: 'en' },
    { text: 'บ้านซับตารี', lang: 'th' },
  ])
  const half: PointAnswer = { ...poipet, names: { KH: {}, TH: { th: 'บ้านสวนส้ม' } } }
  assert.deepEqual(namesOf(half, 'en'), { names: [{ text: 'บ้านสวนส้ม', lang: 'th' }], unknown: ['KH'] })
})

test('an opening of the same day has its time, another its day, another year its year', () => {
  assert.equal(openingLine(poipet, 'en'), 'Open until 20:00')
  assert.equal(openingLine(poipet, 'km'), 'បើករហូតដល់ម៉ោង ២០:០០')
  assert.equal(openingLine(poipet, 'th'), 'เปิดถึง 20:00\u00a0น.')
  assert.equal(openingLine(closed('2026-11-23T09:00:00+07:00'), 'en'), 'Opens again at 09:00')
  assert.equal(openingLine(closed('2026-11-24T09:00:00+07:00'), 'km'), 'បើកវិញ ថ្ងៃអង្គារ ២៤ វិច្ឆិកា ម៉ោង ០៩:០០')
  assert.equal(openingLine(closed('2026-11-24T09:00:00+07:00'), 'th'), 'เปิดอีกครั้งวันอังคารที่ 24 พฤศจิกายน เวลา 09:00\u00a0น.')
  assert.equal(openingLine(closed('2027-01-05T09:00:00+07:00'), 'en'), 'Opens again Tuesday 5 January 2027, 09:00')
  assert.equal(openingLine(closed(null), 'en'), 'No reopening is set')
  assert.equal(openingLine({ ...closed(null), status: 'suspended' }, 'en'), 'Suspended · No reopening is set')
  assert.equal(openingLine({ ...poipet, until: null }, 'en'), 'No closing time is set')
})

test('hours that both sides share are said once', () => {
  assert.deepEqual(hoursOf(poipet, 'en'), [{ who: 'Both sides', hours: '07:00–20:00, every day' }])
  const apart: PointAnswer = { ...poipet, calendars: { KH: { ...calendar, closes: '24:00' }, TH: null } }
  assert.deepEqual(hoursOf(apart, 'th'), [
    { who: 'ฝั่งไทย', hours: 'ไม่มีเวลาเปิดในทะเบียน' },
    { who: 'ฝั่งกัมพูชา', hours: '07:00–24:00 น. ทุกวัน' },
  ])
  assert.equal(hoursOf(poipet, 'km')[0]?.hours, 'ម៉ោង ០៧:០០–២០:០០ រៀងរាល់ថ្ងៃ')
})

test('weekdays are a run, a list or every day, in the order of the week', () => {
  assert.equal(sayWeekdays(['fri', 'thu', 'tue', 'wed'], 'en'), 'Tuesday to Friday')
  assert.equal(sayWeekdays(['fri', 'thu', 'tue', 'wed'], 'km'), 'ពីថ្ងៃអង្គារដល់ថ្ងៃសុក្រ')
  assert.equal(sayWeekdays(['thu', 'tue'], 'en'), 'Tuesday and Thursday')
  assert.equal(sayWeekdays(['thu', 'tue'], 'th'), 'วันอังคารและวันพฤหัสบดี')
  assert.equal(sayWeekdays(['thu', 'tue'], 'km'), 'ថ្ងៃអង្គារ និងថ្ងៃព្រហស្បតិ៍')
  assert.equal(sayWeekdays(['mon', 'wed', 'fri'], 'en'), 'Monday, Wednesday and Friday')
  assert.equal(sayWeekdays(['sun'], 'en'), 'Sunday')
})

test('areas stand in the state’s own script for who reads it, in Latin letters for all others', () => {
  const area = (code: string, level: string, en: string, native: string): [string, AreaAnswer] => [
    code,
    { code, parent: '', level, name: { en, native } },
  ]
  const areas = new Map([
    area('KH:01', 'province', 'Banteay Meanchey', 'បន្ទាយមានជ័យ'),
    area('KH:0110', 'municipality', 'Poipet', 'ប៉ោយប៉ែត'),
    area('TH:27', 'province', 'Sa Kaeo', 'สระแก้ว'),
  ])
  assert.deepEqual(
    areasOf(poipet, areas, 'km').map(({ text }) => text),
    ['ក្រុងប៉ោយប៉ែត ខេត្តបន្ទាយមានជ័យ', 'Sa Kaeo'],
  )
  assert.deepEqual(areasOf(poipet, areas, 'th'), [
    { text: 'จังหวัดสระแก้ว', lang: 'th' },
    { text: 'Poipet, Banteay Meanchey', lang: 'en' },
  ])
  assert.deepEqual(
    areasOf(poipet, areas, 'en').map(({ text }) => text),
    ['Poipet, Banteay Meanchey', 'Sa Kaeo'],
  )
  assert.deepEqual(areasOf(poipet, new Map(), 'en'), [])
})
