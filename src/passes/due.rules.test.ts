// Goal: an application's day is counted from its payment at the border's time, and the queue goes by it. Method: tables on the shipped law and holidays.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCalendar } from '../instruments/calendar-file.ts'
import { readLaw } from '../instruments/law-file.ts'
import { type CivilDate, type Instant, parseInstant } from '../kernel/time.ts'
import { type ApplicationState, applicationStates } from './application.rules.ts'
import { byDueDay, completeAt, dueOn, isOverdue, waitsUntil } from './due.rules.ts'

const { law } = readLaw()
const calendars = { KH: readCalendar('KH'), TH: readCalendar('TH') }
const cases: [state: 'KH' | 'TH', paidAt: string | null, due: string | null][] = [
  ['KH', null, null],
  ['KH', '2024-04-11T09:00:00+07:00', '2024-04-22'],
  ['TH', '2024-04-11T09:00:00+07:00', '2024-04-23'],
  // Still the 11th at the border, though the 12th by another clock, and the other way round.
  ['KH', '2024-04-11T23:59:59+07:00', '2024-04-22'],
  ['KH', '2024-04-11T16:59:59Z', '2024-04-22'],
  ['KH', '2024-04-11T17:00:00Z', '2024-04-23'],
  // Before the law's row, and outside the holidays on record: no day is told rather than a wrong one.
  ['KH', '2023-12-31T12:00:00+07:00', null],
  ['TH', '1999-04-11T09:00:00+07:00', null],
  ['KH', '2030-12-30T09:00:00+07:00', null],
  ['TH', '2031-03-03T09:00:00+07:00', null],
]
for (const [state, paidAt, due] of cases)
  test(`${state}: paid ${paidAt}, due ${due}`, () => {
    const at = paidAt === null ? null : (parseInstant(paidAt) ?? assert.fail(paidAt))
    assert.equal(dueOn(law, calendars[state], at), due)
  })

const states: Record<ApplicationState, boolean> = {
  draft: false,
  submitted: false,
  incomplete: false,
  paid: true,
  'under-review': true,
  approved: true,
  signed: true,
  produced: false,
  collected: false,
  rejected: false,
  withdrawn: false,
  lapsed: false,
}
test('complete and paid: the later of the payment and the correction after it', () => {
  const [early, late] = ['2026-11-20T01:00:00.000Z', '2026-11-23T01:00:00.000Z'] as Instant[]
  assert.ok(early && late)
  assert.equal(completeAt({ paidAt: null, correctedAt: early }), null)
  assert.equal(completeAt({ paidAt: early, correctedAt: null }), early)
  assert.equal(completeAt({ paidAt: early, correctedAt: late }), late)
  assert.equal(completeAt({ paidAt: late, correctedAt: early }), late)
})
for (const state of applicationStates)
  test(`${state}: ${states[state] ? 'late from the day after its day' : 'nothing runs'}`, () => {
    const application = { state, dueOn: '2024-04-22' }
    assert.equal(waitsUntil(application), states[state] ? '2024-04-22' : null)
    assert.deepEqual(
      ['2024-04-21', '2024-04-22', '2024-04-23'].map((today) => isOverdue(application, today as CivilDate)),
      [false, false, states[state]],
    )
    assert.equal(isOverdue({ state, dueOn: null }, '2024-04-23' as CivilDate), false)
  })

test('first due first; what has no day running keeps its order behind', () => {
  const queue = [
    { id: 'new', state: 'submitted', dueOn: null },
    { id: 'done', state: 'collected', dueOn: '2024-04-01' },
    { id: 'later', state: 'paid', dueOn: '2024-05-02' },
    { id: 'sooner', state: 'approved', dueOn: '2024-04-22' },
    { id: 'as soon', state: 'paid', dueOn: '2024-04-22' },
    { id: 'not known', state: 'paid', dueOn: null },
  ] as const
  assert.deepEqual(
    byDueDay(queue).map(({ id }) => id),
    ['sooner', 'as soon', 'later', 'new', 'done', 'not known'],
  )
})
