// Goal: an order is told in whole sentences of three languages, each in its own letters, with every value in them. Method: the orders of 2025 word by word, and any order by chance.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AreaCode, PointId } from '../kernel/code.ts'
import { languages } from '../kernel/language.ts'
import { session } from '../movements/test-facts.ts'
import { orderWords } from './order-words.rules.ts'
import { placeNames } from './place-names.ts'
import { draftOf, instantOf, realOrder, registryOf } from './test-orders.ts'

const names = placeNames(registryOf(), instantOf('2026-12-01T00:00+07:00'))
const told = (name: string) => orderWords(realOrder(name).order, names)

test('26 June 2025', () => {
  const { en, th, km } = told('2025-06-26-th-selective')
  assert.equal(
    en,
    'Order 2025-06-26 of Thailand is in force from 26 June 2025, 00:00 until further notice, at every crossing point. People with a border pass issued in Banteay Meanchey may cross from 08:00 to 09:30, at most 300 people a day at each crossing point. ' +
      'People with a border pass issued in Banteay Meanchey may cross from 10:30 to 12:00, at most 300 people a day at each crossing point. People with a border pass issued in Banteay Meanchey may cross from 13:00 to 14:00, at most 400 people a day at each crossing point. ' +
      'Students with a border pass issued in Banteay Meanchey may cross from 06:00 to 08:00 and from 17:00 to 19:00. Nobody else may cross. ' +
      'Whoever is on the way home to their own country, or needs urgent help, should speak to an officer at the crossing point. Trucks and trailer trucks with more than 6 wheels cross only at Stung-bot (Ban stung-bot).'.replace(
        'Stung-bot',
        'stung-bot',
      ),
  )
  assert.match(
    th,
    /^คำสั่งของไทยเลขที่ 2025-06-26 มีผลตั้งแต่วันที่ 26 มิถุนายน 2568 เวลา 00:00\u00a0น. จนกว่าจะมีประกาศใหม่ ที่จุดผ่านแดนทุกแห่ง ผู้ที่ถือบัตรผ่านแดนที่ออกใน Banteay Meanchey ผ่านได้/,
  )
  assert.match(km, /^បទបញ្ជារបស់ថៃ លេខ 2025-06-26 មានប្រសិទ្ធភាពចាប់ពីថ្ងៃទី ២៦ មិថុនា ២០២៥ ម៉ោង ០០:០០ /)
  assert.match(km, /យ៉ាងច្រើន ៣០០ នាក់/)
})
test('24 June and 13 December 2025', () => {
  assert.match(
    told('2025-06-24-th-closed').en,
    /People on their way home to their own country may cross from 17:00 to 20:00\. Nobody else may cross\. Whoever is on the way home/,
  )
  assert.match(told('2025-12-13-kh-closed').en, /at every crossing point\. Nobody may cross\. Whoever is on the way home/)
})
test('the way, days, ages, documents and nationalities', () => {
  const order = draftOf({
    directions: ['exit'],
    endsAt: instantOf('2026-12-08T00:00+07:00'),
    sessions: [
      session('08:00', '16:00', {
        days: ['mon', 'tue'],
        who: { nationalities: ['KHM', 'DEU'], documents: ['passport'], ageFrom: 12, ageUntil: 18, purposes: ['trade', 'medical'] },
      }),
    ],
    vehicles: [{ classes: null, wheelsOver: null, insteadAt: [] }],
  }).order
  assert.match(
    orderWords(order, names).en,
    /until 8 December 2026, 00:00, at poipet \(Ban poipet\)\. It is for people who leave Cambodia\. Traders and people who travel for medical care who are nationals of Cambodia or Germany with a passport from 12 to under 18 years may cross from 08:00 to 16:00 on Monday and Tuesday\. .*Vehicles may not cross\.$/,
  )
})

test('any order: each language in its letters, nothing left unsaid', () => {
  const who = fc.record(
    {
      purposes: fc.constant(['student' as const]),
      goingHome: fc.constant(true as const),
      ageUntil: fc.integer({ min: 1, max: 99 }),
      issuingAreas: fc.constant(['KH:01' as AreaCode]),
    },
    { requiredKeys: [] },
  )
  const sessions = fc.array(
    fc.record({ who, quota: fc.option(fc.integer({ min: 1, max: 900 })) }).map((change) => session('08:00', '16:00', change)),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(fc.option(sessions), who, fc.boolean(), (some, everyone, everywhere) => {
      const order = draftOf({ sessions: some, who: some === null ? everyone : {}, points: everywhere ? null : ['kh-th/poipet' as PointId] }).order
      const words = orderWords(order, names)
      for (const language of languages) assert.doesNotMatch(words[language], /[{}]|undefined|NaN/)
      assert.match(words.km, /\p{Script=Khmer}/u)
      assert.match(words.th, /\p{Script=Thai}/u)
      assert.doesNotMatch(words.en, /\p{Script=Khmer}|\p{Script=Thai}/u)
    }),
    { numRuns: 100 },
  )
})
