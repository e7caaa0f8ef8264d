// Goal: by phone an extension is begun where the desk would make it and the office has its days before the pass ends, and nowhere else. Method: a table from the texts (Interior notice of 1 October 1998; the Cambodian extension; five working days), each limit ±1, and the desk's rule beside it for whatever comes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCalendar } from '../instruments/calendar-file.ts'
import { readLaw } from '../instruments/law-file.ts'
import type { AreaCode } from '../kernel/code.ts'
import { addDays, type CivilDate } from '../kernel/time.ts'
import { dueFor } from '../passes/due.rules.ts'
import { extendedLastDay } from '../passes/extension.rules.ts'
import { passStates } from '../passes/pass.rules.ts'
import { assessExtensionByPhone, type ExtensionSubject } from './phone-extension.rules.ts'

const { law } = readLaw()
const day = (text: string) => text as CivilDate
const by = { KH: { law, state: 'KH', calendar: readCalendar('KH') }, TH: { law, state: 'TH', calendar: readCalendar('TH') } } as const
const subjects = {
  KH: { nationality: 'KHM', office: 'KH:0109', homeArea: 'KH:0109' },
  TH: { nationality: 'THA', office: 'TH:2706', homeArea: 'TH:2706' },
} as const
const subjectOf = (issuer: 'KH' | 'TH', change: Partial<ExtensionSubject>): ExtensionSubject => ({
  state: 'active',
  lastDay: day('2026-11-20'),
  extensions: 0,
  model: 'qr',
  birthDate: day('1990-05-04'),
  isGuarded: false,
  hasOpenCase: false,
  ...subjects[issuer],
  office: subjects[issuer].office as AreaCode,
  homeArea: subjects[issuer].homeArea as AreaCode,
  ...change,
})
const area = (text: string) => text as AreaCode

const table: [name: string, issuer: 'KH' | 'TH', change: Partial<ExtensionSubject>, today: string, answer: string][] = [
  ['KH: a year', 'KH', {}, '2026-10-01', '2027-11-20'],
  ['KH: the eighth', 'KH', { extensions: 7 }, '2026-10-01', '2027-11-20'],
  ['TH: two years', 'TH', {}, '2026-10-01', '2028-11-20'],
  ['TH: the second', 'TH', { extensions: 1 }, '2026-10-01', '2028-11-20'],
  ['TH: no third', 'TH', { extensions: 2 }, '2026-10-01', 'extension.no-more'],
  // Five working days after Friday 13 November are Friday the 20th; after Monday the 16th comes the Water Festival.
  ['the office has its days, to the last', 'KH', {}, '2026-11-13', '2027-11-20'],
  ['a day too few', 'KH', {}, '2026-11-16', 'extension.little-time'],
  ['on its last day', 'KH', {}, '2026-11-20', 'extension.little-time'],
  ['the day after', 'KH', {}, '2026-11-21', 'extension.too-late'],
  ['lost, as its holder said', 'KH', { state: 'suspended' }, '2026-10-01', 'extension.suspended'],
  ['revoked', 'KH', { state: 'revoked' }, '2026-10-01', 'pass.not-active'],
  ['replaced', 'KH', { state: 'replaced' }, '2026-10-01', 'pass.not-active'],
  ['on record as expired', 'KH', { state: 'expired' }, '2026-10-01', 'extension.too-late'],
  ['a case is open', 'KH', { hasOpenCase: true }, '2026-10-01', 'applicant.has-open-application'],
  ['lost, and its replacement is under way', 'KH', { hasOpenCase: true, state: 'suspended' }, '2026-10-01', 'applicant.has-open-application'],
  ['an older model', 'KH', { model: 'legacy-yellow' }, '2026-10-01', 'pass.legacy'],
  ['before any text of extensions', 'KH', { lastDay: day('2023-12-01') }, '2023-04-01', 'extension.none-in-law'],
  ['moved out of the area since', 'KH', { homeArea: area('KH:1201') }, '2026-10-01', 'applicant.address-not-eligible'],
  ['moved to another district since', 'KH', { homeArea: area('KH:0110') }, '2026-10-01', 'applicant.address-not-served'],
  ['of another nationality now', 'KH', { nationality: 'THA' }, '2026-10-01', 'applicant.nationality'],
  ['fourteen, nobody named', 'KH', { birthDate: day('2012-05-04') }, '2026-10-01', 'applicant.guardian-missing'],
  ['fourteen, a parent named', 'KH', { birthDate: day('2012-05-04'), isGuarded: true }, '2026-10-01', '2027-11-20'],
]
for (const [name, issuer, change, today, answer] of table)
  test(`${name}: ${answer}`, () => {
    const extended = assessExtensionByPhone(by[issuer], subjectOf(issuer, change), day(today))
    assert.equal(extended.ok ? extended.value : extended.refusal.code, answer)
  })

test('what is too late by phone says until when the office has time, and when the pass ends', () => {
  const late = assessExtensionByPhone(by.KH, subjectOf('KH', {}), day('2026-11-16'))
  assert.ok(!late.ok)
  assert.deepEqual(late.refusal.about, { dueOn: dueFor(law, by.KH.calendar, day('2026-11-16')), lastDay: '2026-11-20' })
  assert.deepEqual(late.refusal.instruments, ['kh/trial-press-reports'])
})

test('the phone grants what the desk grants, to the same day, and never more', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('KH' as const, 'TH' as const),
      fc.constantFrom(...passStates),
      fc.integer({ min: 0, max: 1_000 }),
      fc.integer({ min: -400, max: 1_000 }),
      fc.nat(3),
      fc.boolean(),
      (issuer, state, ends, now, extensions, hasOpenCase) => {
        const [lastDay, today] = [addDays(day('2024-06-01'), ends), addDays(day('2024-06-01'), now)]
        const subject = subjectOf(issuer, { state, lastDay, extensions, hasOpenCase })
        const [phone, desk] = [assessExtensionByPhone(by[issuer], subject, today), extendedLastDay(law, issuer, subject, today)]
        if (phone.ok) assert.deepEqual([phone, hasOpenCase], [desk, false])
        else if (desk.ok) assert.ok(hasOpenCase || phone.refusal.code === 'extension.little-time')
      },
    ),
  )
})
