// The page that the tests of this folder print: a made-up person.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import type { CivilDate } from '../../kernel/time.ts'
import { PageError } from './page-error.ts'
import { type PassPageData, toPageJob } from './pass-page.ts'

const portrait = new Uint8Array(
  await sharp({ create: { width: 480, height: 640, channels: 3, background: '#c9d6df' } })
    .jpeg()
    .toBuffer(),
)
const base: PassPageData = {
  number: 'KH01100000427',
  state: 'KH',
  localName: 'ស្រ៊ុន ស្រីពៅ',
  givenName: 'Sreypov',
  familyName: 'Srun',
  sex: 2,
  birthDate: '1990-09-12' as CivilDate,
  nationality: 'KHM',
  address: { km: 'ភូមិក្បាលស្ពាន សង្កាត់ប៉ោយប៉ែត ក្រុងប៉ោយប៉ែត', en: 'Kbal Spean village, Sangkat Poipet, Poipet City' },
  issuedOn: '2025-11-23' as CivilDate,
  expiresOn: '2027-11-22' as CivilDate,
  office: { km: 'ក្រុងប៉ោយប៉ែត', th: 'เมืองปอยเปต', en: 'Poipet City' },
  signedBy: 'Governor of Poipet City',
  instrument: { km: 'កិច្ចព្រមព្រៀង ១៩៩៧', th: 'ความตกลง 2540', en: 'Agreement of 1997' },
  portrait,
  qrText: '6BF+70790T9WJWG.FKY*4GO0.O1CV2 O5 N2FBBRW1*70HS8WY04AC*WIFN0AHCD8KD97TK0F90KECTHGWJC0FDC:5AIA%G7X+AQB9'.repeat(4),
  madeUp: true,
}

export function samplePage(change: Partial<PassPageData> = {}): PassPageData {
  const thai: Partial<PassPageData> = {
    number: 'TH2706000001234',
    nationality: 'THA',
    localName: 'สมชาย ใจดี',
    address: { th: 'อำเภออรัญประเทศ', en: 'Aranyaprathet' },
  }
  return { ...base, ...(change.state === 'TH' ? thai : {}), ...change }
}

test('the job carries words as JSON and drawings as files', () => {
  const job = toPageJob([samplePage()])
  assert.deepEqual(
    job.files.map((file) => file.path),
    ['guilloche.svg', 'portrait-0.jpg', 'qr-0.svg'],
  )
  assert.equal(job.createdAtEpochSeconds, Date.UTC(2025, 10, 23) / 1000)
  const [input] = JSON.parse(job.input).pages
  assert.deepEqual(input.main.birthDate.lines, ['១២ កញ្ញា ១៩៩០', '12 ก.ย. 2533 · 12 SEP 1990'])
  assert.deepEqual(input.mrz, ['PBKHMSRUN<<SREYPOV<<<<<<<<<<<<<<<<<<<<<<<<<<', 'KH0110000<KHM9009121F271122104274<<<<<<<<<59'])
  assert.equal(input.specimen[2], 'SPECIMEN · made-up person')
  assert.deepEqual(JSON.parse(toPageJob([samplePage({ madeUp: false })]).input).pages[0].specimen, [])
})

test('each state puts its own language first', () => {
  const thai = JSON.parse(toPageJob([samplePage({ state: 'TH' })]).input).pages[0]
  assert.equal(thai.titles.countryEn, 'KINGDOM OF THAILAND')
  assert.equal(thai.titles.local, 'หนังสือผ่านแดน / บัตรผ่านแดน')
  assert.deepEqual(thai.main.birthDate.lines, ['12 ก.ย. 2533', '១២ កញ្ញា ១៩៩០ · 12 SEP 1990'])
  assert.equal(thai.strip.address.lines[0], 'อำเภออรัญประเทศ')
})

test('a nationality without words is shown by its code', () => {
  assert.deepEqual(JSON.parse(toPageJob([samplePage({ nationality: 'MMR' })]).input).pages[0].main.nationality.lines, ['MMR'])
  assert.throws(() => toPageJob([samplePage({ nationality: 'KH' })]), PageError)
})

test('a long name without spaces is told where it may turn, and no shorter one is touched', () => {
  const linesOf = (change: Parameters<typeof samplePage>[0]) => JSON.parse(toPageJob([samplePage(change)]).input).pages[0].main.name.lines
  const [khmer] = linesOf({ localName: 'សុខ'.repeat(30) })
  assert.equal(khmer.replaceAll('\u200b', ''), 'សុខ'.repeat(30))
  assert.ok(khmer.split('\u200b').length > 10, khmer)
  assert.equal(linesOf({ familyName: 'A'.repeat(60) })[1], `${'A\u200b'.repeat(59)}A SREYPOV`)
  assert.deepEqual(linesOf({ familyName: 'Vannasangkhaphum' }), ['ស្រ៊ុន ស្រីពៅ', 'VANNASANGKHAPHUM SREYPOV'])
})
