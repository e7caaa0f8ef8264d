// Goal: without a connection the tablet says no more than it knows. Method: the committed credential vectors and a point's answer, judged by the real rules.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { PassVerdict } from '../../credential/verify.ts'
import type { Law } from '../../instruments/law.rules.ts'
import { type Instant, parseInstant } from '../../kernel/time.ts'
import { presentedOf } from '../../movements/presented.rules.ts'
import { orderOf, session } from '../../movements/test-facts.ts'
import { decideVerdict } from '../../movements/verdict.rules.ts'
import type { Order } from '../../places/order.rules.ts'
import type { PointAnswer } from '../../places/places.api.ts'
import { localFacts, openingNow, stayEffectOf } from './local-facts.ts'
import { pointNames, say, sayMoment } from './say.ts'

const law = JSON.parse(readFileSync(join(import.meta.dirname, '../../../data/law/kh-th-1997.json'), 'utf8')) as Law
const at = (text: string): Instant => parseInstant(`${text}+07:00`) ?? assert.fail(text)

const calendar = { opens: '07:00', closes: '20:00', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], instrument: 'kh-th/crossing-table' }
const point: PointAnswer = {
  point: 'kh-th/poipet',
  at: '2025-06-10T10:00:00+07:00',
  open: true,
  openTo: 'everyone',
  days: [],
  orders: [],
  until: '2025-06-10T20:00:00+07:00',
  nextOpen: null,
  instruments: ['kh-th/crossing-table'],
  class: 'permanent',
  status: 'active',
  names: { KH: { km: 'ប៉ោយប៉ែត', en: 'Poipet' }, TH: { th: 'บ้านคลองลึก', en: 'Ban Khlong Luek' } },
  areas: { KH: 'KH:0110', TH: 'TH:2706' },
  calendars: { KH: calendar, TH: calendar },
  holidays: {},
  openedOn: null,
  location: null,
}

const noOrders = new Map<string, Order>()

test('by the calendars; and by the orders as they were last read, also when they change while nobody can be asked', () => {
  assert.equal(openingNow(point, noOrders, at('2025-06-10T19:59')).open, true)
  const night = openingNow(point, noOrders, at('2025-06-10T21:00'))
  assert.deepEqual([night.open, night.nextOpen], [false, at('2025-06-11T07:00')])
  const shorter = orderOf({ startsAt: at('2025-06-10T00:00'), endsAt: at('2025-06-11T00:00'), sessions: [session('08:00', '16:00')] })
  const orders = new Map([[shorter.id, shorter]])
  assert.deepEqual([openingNow(point, orders, at('2025-06-10T15:59')).open, openingNow(point, orders, at('2025-06-10T16:00')).open], [true, false])
  assert.equal(openingNow(point, orders, at('2025-06-11T17:00')).open, true)
})

const claims = {
  issuer: 'KH', number: 'KH01090012345', givenName: 'Sreypov', familyName: 'Srun', localName: 'ស្រ៊ុន ស្រីពៅ', localLanguage: 'khm', birthDate: '1990-09-12',
  sex: 2, nationality: 'KHM', homeArea: '0109', issuedAt: 1_740_000_000, expiresAt: 1_780_000_000, status: { index: 1, uri: 'https://pass.example/1' },
  office: '0109', extensionCount: 0, allowedClass: 1,
} as const // biome-ignore format: one person
const decide = (pass: PassVerdict, direction: 'exit' | 'entry' = 'exit') =>
  decideVerdict(localFacts({ state: 'KH', at: at('2025-06-10T10:00'), direction, document: presentedOf(pass), point, orders: noOrders }), {
    law,
    orders: noOrders,
  })

test('a genuine pass is let through with a flag, since nobody could be asked; the days of stay are counted all the same', () => {
  const verdict = decide({ outcome: 'green', code: 'OK', claims })
  assert.equal(verdict.outcome, 'admit-with-flag')
  assert.deepEqual(
    verdict.findings.filter(({ effect }) => effect !== 'admit').map(({ reason }) => reason),
    ['standing-unknown', 'record-unknown'],
  )
  assert.equal(verdict.lawfulUntil, '2025-06-16')
})

test('a false or struck pass is refused on the way out and referred on the way in', () => {
  for (const code of ['SIG_INVALID', 'REVOKED', 'SUSPENDED'] as const) {
    assert.equal(decide({ outcome: 'red', code }).outcome, 'refuse')
    assert.equal(decide({ outcome: 'red', code }, 'entry').outcome, 'refer')
  }
})

test('claims that are not verified decide nothing', () => {
  const facts = localFacts({
    state: 'KH',
    at: at('2025-06-10T10:00'),
    direction: 'exit',
    document: presentedOf({ outcome: 'amber', code: 'KID_UNKNOWN', claims, unverified: true }),
    point,
    orders: noOrders,
  })
  assert.deepEqual([facts.document.number, facts.document.nationality, facts.document.lastDay], [null, null, null])
  assert.equal(decideVerdict(facts, { law, orders: noOrders }).outcome, 'refer')
})

test('what a recorded verdict did to the stay is read from its findings', () => {
  const exit = decide({ outcome: 'green', code: 'OK', claims })
  assert.equal(stayEffectOf({ ...exit, findings: exit.findings.map((each) => ({ ...each, reason: 'stay-granted' })) }), 'opened')
  assert.equal(stayEffectOf({ ...exit, findings: exit.findings.map((each) => ({ ...each, reason: 'in-time' })) }), 'closed')
  assert.equal(stayEffectOf({ ...exit, findings: exit.findings.map((each) => ({ ...each, reason: 'exit-missing' })) }), 'unmatched')
  assert.equal(stayEffectOf({ ...exit, outcome: 'refer' }), 'unchanged')
})

test('the reader’s side stands first, in the reader’s language, else in its own script, else in English', () => {
  const names = (language: 'km' | 'th' | 'en') =>
    pointNames({ KH: { en: 'Svay Veaeng' }, TH: { th: 'บ้านบึงชนังล่าง', en: 'Ban Bueng' } }, language, 'KH')
  assert.deepEqual(names('km').map(({ lang, name }) => [lang, name]), [['en', 'Svay Veaeng'], ['th', 'บ้านบึงชนังล่าง']]) // biome-ignore format: one line
  assert.deepEqual(names('th').map(({ lang }) => lang), ['th', 'en']) // biome-ignore format: one line
  assert.deepEqual(names('en').map(({ name }) => name), ['Svay Veaeng', 'Ban Bueng']) // biome-ignore format: one line
  assert.deepEqual(pointNames({ KH: {}, TH: { th: 'บ้านสวนส้ม' } }, 'km', 'KH'), [{ name: 'บ้านสวนส้ม', lang: 'th' }])
})

test('moments of today are times, others carry their day; numbers stand in the digits of the language', () => {
  const now = at('2025-06-10T10:00')
  assert.equal(sayMoment(at('2025-06-10T20:00'), now, 'km'), '២០:០០')
  assert.equal(sayMoment(at('2025-06-11T07:00'), now, 'en'), '11 Jun 2025 07:00')
  assert.equal(say({ km: 'រង់ចាំ {n}', th: 'รอ {n}', en: 'Waiting {n}' }, 'km', { n: 12 }), 'រង់ចាំ ១២')
})
