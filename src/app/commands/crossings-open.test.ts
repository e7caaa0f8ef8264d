// Goal: the shell says of a point under an order for some that it is neither open nor closed. Method: the line for each of the three, and for hours still to come.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CivilDate, ClockTime } from '../../kernel/time.ts'
import { whenOpen } from './crossings-open.ts'

const hours = (opens: string, closes: string, openTo: 'some' | 'everyone') => ({ opens: opens as ClockTime, closes: closes as ClockTime, openTo })
const day = (...of: ReturnType<typeof hours>[]) => [{ date: '2025-06-26' as CivilDate, hours: of }]
const table: [name: string, opening: Parameters<typeof whenOpen>[0], says: string][] = [
  [
    'everybody',
    { open: true, until: '20:00', nextOpen: null, openTo: 'everyone', days: day(hours('07:00', '20:00', 'everyone')) },
    'open until 20:00',
  ],
  ['everybody, without an end', { open: true, until: null, nextOpen: null, openTo: 'everyone', days: [] }, 'open until further notice'],
  [
    'some',
    { open: false, until: null, nextOpen: null, openTo: 'some', days: day(hours('06:00', '09:30', 'some'), hours('10:30', '12:00', 'some')) },
    'open to some, next opening not known, to some 2025-06-26 06:00–09:30, 2025-06-26 10:30–12:00',
  ],
  [
    'nobody now, some later',
    { open: false, until: null, nextOpen: '2025-06-27T08:00', openTo: 'nobody', days: day(hours('17:00', '19:00', 'some')) },
    'closed, next opening 2025-06-27T08:00, to some 2025-06-26 17:00–19:00',
  ],
  ['nobody', { open: false, until: null, nextOpen: null, openTo: 'nobody', days: day() }, 'closed, next opening not known'],
]
for (const [name, opening, says] of table) test(`open to ${name}`, () => assert.equal(whenOpen(opening), says))
