// Goal: what the officer says goes into the facts and the request, whole and no more; a first scan counts only where it helps; a ticket's time is today's. Method: tables, the real rules.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Law } from '../../instruments/law.rules.ts'
import type { CommandId } from '../../kernel/code.ts'
import { type Instant, parseInstant } from '../../kernel/time.ts'
import type { Facts } from '../../movements/facts.rules.ts'
import { nothingSaid } from '../../movements/presented.rules.ts'
import { openPoint, sideAt } from '../../movements/test-facts.ts'
import { decideVerdict, type Verdict } from '../../movements/verdict.rules.ts'
import { localFacts } from './local-facts.ts'
import { isFirstScan, isMilderAt, nothingYet, type Said, saidOf, ticketTime, withSaid } from './said.ts'

const law = JSON.parse(readFileSync(join(import.meta.dirname, '../../../data/law/kh-th-1997.json'), 'utf8')) as Law
const at = (text: string): Instant => parseInstant(`2026-11-20T${text}+07:00`) ?? assert.fail(text)
const book = { law, orders: new Map() }
const document = {
  ...nothingSaid,
  number: 'KH01090000018',
  issuer: 'KH',
  nationality: 'KHM',
  check: { outcome: 'green', code: 'OK' },
  birthDate: null,
} as const
const alone = localFacts({
  ...{ state: 'KH', at: at('20:10'), direction: 'exit', document, orders: new Map() },
  point: { point: 'kh-th/poipet', calendars: {}, class: 'permanent', status: 'active' } as unknown as Parameters<typeof localFacts>[0]['point'],
})
const closed: Facts = { ...alone, point: openPoint({ open: false, minute: 1_210 }) }
const open = () => [sideAt('KH'), sideAt('TH')]
const decide = (part: Partial<Said>, facts: Facts = { ...alone, point: openPoint() }): Verdict =>
  decideVerdict(withSaid(facts, { ...nothingYet, ...part }, open), book)

const said: [part: Partial<Said>, reason: string][] = [
  [{ photo: 'no-match' }, 'face-differs'],
  [{ care: 'asylum' }, 'care-asylum'],
  [{ care: 'trafficking' }, 'care-trafficking'],
  [{ care: 'child-alone' }, 'care-child'],
  [{ care: 'medical' }, 'care-medical'],
  [{ care: 'other' }, 'care-other'],
  [{ arrival: { at: at('19:50'), by: 'ticket' } }, 'arrived-before'],
]
for (const [part, reason] of said)
  test(`said and decided: ${reason}`, () => {
    const reasons = decide(part).findings.map((each) => each.reason) as string[]
    assert.ok(reasons.includes(reason), reasons.join())
    assert.ok(!decide({}).findings.some((each) => (each.reason as string) === reason))
  })

test('of a child: nobody said, alone, with somebody, a student', () => {
  const child: Facts = { ...alone, point: openPoint(), person: { ...alone.person, age: 9 } }
  const has = (part: Partial<Said>) =>
    decide(part, child)
      .findings.map(({ reason }) => reason as string)
      .filter((reason) => reason.startsWith('child'))
  assert.deepEqual([has({}), has({ accompanied: false }), has({ accompanied: true })], [['child-not-asked'], ['child-alone'], []])
  assert.deepEqual(has({ accompanied: false, purpose: 'student' }), [])
})

test('what is taken back leaves the facts as they were', () => {
  const facts: Facts = { ...alone, point: openPoint() }
  const full: Said = { ...nothingYet, photo: 'match', care: 'other', purpose: 'trade', visaSeen: true, vehicle: { class: 'car', wheels: 4 } }
  assert.deepEqual(withSaid(withSaid(facts, full, open), nothingYet, open), facts)
})

test('the hours are those of the arrival; where nobody can say how the point stood then, they stay', () => {
  const arrival = { at: at('19:50'), by: 'first-scan' } as const
  assert.equal(decide({ arrival }, closed).outcome, 'admit-with-flag')
  assert.equal(
    decideVerdict(
      withSaid(closed, { ...nothingYet, arrival }, () => undefined),
      book,
    ).outcome,
    'refuse',
  )
})

test('a request holds what was said and nothing else', () => {
  assert.deepEqual(saidOf(nothingYet), {})
  const arrival = { at: at('19:50'), by: 'ticket' } as const
  const full: Said = {
    ...nothingYet,
    photo: 'match',
    care: 'other',
    accompanied: false,
    arrival,
    purpose: 'student',
    visaSeen: true,
    plate: ' 2A-1234 ',
    trailerPlate: '3B-55 ',
    decided: '0199ad40-0000-7000-8000-000000000001' as CommandId,
  }
  assert.deepEqual(saidOf(full), {
    ...{
      photo: 'match',
      care: 'other',
      accompanied: false,
      arrival,
      purpose: 'student',
      visaSeen: true,
      plate: '2A-1234',
      trailerPlate: '3B-55',
      decided: full.decided,
    },
  })
})

test('a first scan counts where the person is better off by it, after a minute and for some hours', () => {
  const by = (facts: Facts) => withSaid(facts, { ...nothingYet, arrival: { at: at('19:50'), by: 'first-scan' } }, open)
  assert.equal(isMilderAt(by(closed), closed, book), true)
  const nowOpen: Facts = { ...alone, point: openPoint() }
  assert.equal(isMilderAt(closed, nowOpen, book), false, 'told to come back at eight, judged by eight')
  assert.equal(isMilderAt(by(nowOpen), nowOpen, book), false)
  const counts: [first: string, now: string, is: boolean][] = [
    ['19:50:00', '19:50:59', false],
    ['19:50:00', '19:51:00', true],
    ['14:00:00', '20:00:00', true],
    ['13:59:59', '20:00:00', false],
    ['20:00:01', '20:00:00', false],
  ]
  for (const [first, now, is] of counts) assert.equal(isFirstScan(at(first), at(now), 6), is, `${first} ${now}`)
})

const tickets: [typed: string, is: string | undefined, now?: string][] = [
  ['19:45', '19:45'],
  ['1945', '19:45'],
  ['9.05', '09:05', '10:00'],
  ['៩:០៥', '09:05', '10:00'],
  // Longer ago the server takes no arrival, and a movement that is sent later would be on no record.
  ['14:10', '14:10'],
  ['14:09', undefined],
  ['9.05', undefined],
  ['๑๙:๔๕', '19:45'],
  ['20:10', '20:10'],
  ['20:11', undefined],
  ['24:00', undefined],
  ['9:5', undefined],
  ['19:60', undefined],
  ['-1:30', undefined],
  ['noon', undefined],
  ['', undefined],
]
test('a ticket’s time is today’s, before now, and of the last six hours', () => {
  for (const [typed, is, now = '20:10'] of tickets) assert.equal(ticketTime(typed, at(now), 6), is && at(is), `${typed} ${now}`)
})
