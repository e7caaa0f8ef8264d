// Goal: a signer is told every reason to look twice, and none that is not there. Method: a table of facts at and around each limit; every code has words.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCalendar } from '../instruments/calendar-file.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import { flagWords } from '../words/flags.ts'
import { type FlagFacts, flagCodes, flagsOf } from './flags.rules.ts'

const limits = { calendar: readCalendar('KH'), opens: 7, closes: 18, casesPerHour: 20 }
const plain: FlagFacts = {
  submittedAt: '2026-11-20T02:00:00.000Z' as Instant,
  isByPhone: false,
  returnedAt: null,
  isIdentityCorrected: false,
  cause: null,
  refused: 0,
  suspected: 0,
  stopped: 0,
  isLikeOthers: false,
  notSaid: 0,
  noLongerAlike: 0,
  takenInHour: 1,
  seen: null,
}
const table: [what: string, facts: Partial<FlagFacts>, flags: object[]][] = [
  ['nothing', {}, []],
  ['refused once', { refused: 1 }, [{ code: 'refused-before', about: { n: 1 } }]],
  [
    'refused twice, once as fraud',
    { refused: 2, suspected: 1 },
    [
      { code: 'refused-before', about: { n: 2 } },
      { code: 'suspected-before', about: { n: 1 } },
    ],
  ],
  ['a pass that was revoked', { stopped: 1 }, [{ code: 'pass-stopped', about: { n: 1 } }]],
  ['somebody alike', { isLikeOthers: true }, [{ code: 'near-duplicate', about: {} }]],
  [
    'somebody alike, of whom nothing was said',
    { isLikeOthers: true, notSaid: 2 },
    [
      { code: 'near-duplicate', about: {} },
      { code: 'near-not-said', about: { n: 2 } },
    ],
  ],
  [
    'somebody alike, until a correction',
    { isLikeOthers: true, noLongerAlike: 1 },
    [
      { code: 'near-duplicate', about: {} },
      { code: 'near-corrected-away', about: { n: 1 } },
    ],
  ],
  ['as many as a clerk may take', { takenInHour: 20 }, []],
  ['one more', { takenInHour: 21 }, [{ code: 'unusual-rate', about: { n: 21, max: 20 } }]],
  ['the first minute', { submittedAt: '2026-11-20T00:00:00.000Z' as Instant }, []],
  ['a second before', { submittedAt: '2026-11-19T23:59:59.000Z' as Instant }, [{ code: 'unusual-hour', about: { day: '2026-11-20', hour: 6 } }]],
  ['the last minute', { submittedAt: '2026-11-20T10:59:59.000Z' as Instant }, []],
  ['closed', { submittedAt: '2026-11-20T11:00:00.000Z' as Instant }, [{ code: 'unusual-hour', about: { day: '2026-11-20', hour: 18 } }]],
  ['a Saturday', { submittedAt: '2026-11-21T02:00:00.000Z' as Instant }, [{ code: 'unusual-hour', about: { day: '2026-11-21', hour: 9 } }]],
  ['the water festival', { submittedAt: '2026-11-24T02:00:00.000Z' as Instant }, [{ code: 'unusual-hour', about: { day: '2026-11-24', hour: 9 } }]],
  ['returned', { returnedAt: '2026-11-20T18:00:00.000Z' as Instant }, [{ code: 'returned', about: { day: '2026-11-21' } }]],
  [
    'begun by phone, at night: the hour is nobody’s',
    { isByPhone: true, submittedAt: '2026-11-20T16:00:00.000Z' as Instant },
    [{ code: 'begun-by-phone', about: {} }],
  ],
  ['known by another number or birthday since it was taken', { isIdentityCorrected: true }, [{ code: 'identity-corrected', about: {} }]],
  ['stolen', { cause: 'stolen' }, [{ code: 'replaces', about: { cause: 'stolen' } }]],
]
for (const [what, facts, flags] of table) test(`flags: ${what}`, () => assert.deepEqual(flagsOf({ ...plain, ...facts }, limits), flags))

test('all at once, in the order of the list; what a clerk took was not begun by phone', () => {
  const all: FlagFacts = {
    submittedAt: '2026-11-19T20:00:00.000Z' as Instant,
    isByPhone: false,
    returnedAt: '2026-11-20T18:00:00.000Z' as Instant,
    isIdentityCorrected: true,
    cause: 'lost',
    refused: 3,
    suspected: 2,
    stopped: 1,
    isLikeOthers: true,
    notSaid: 1,
    noLongerAlike: 1,
    takenInHour: 99,
    seen: {
      missing: 'family-book/residence-book',
      isUnproved: true,
      shortSince: '2026-11-01' as CivilDate,
      oldProof: '2020-01-01' as CivilDate,
      monthsMin: 6,
      monthsMax: 12,
    },
  }
  const flags = flagsOf(all, limits)
  assert.deepEqual(
    flags.map(({ code }) => code),
    flagCodes.filter((code) => code !== 'begun-by-phone'),
  )
  for (const { code, about } of flags) {
    const named = [...flagWords[code].en.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    assert.deepEqual(named.sort(), Object.keys(about).sort(), code)
  }
  assert.deepEqual(Object.keys(flagWords).sort(), [...flagCodes].sort())
})
