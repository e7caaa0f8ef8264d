// Goal: a chief reads the places of today's sessions and no others. Method: an order's times and weekdays against Friday 27 November 2026.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CivilDate, type ClockTime, type Instant, parseInstant } from '../../kernel/time.ts'
import { orderOf, session } from '../../movements/test-facts.ts'
import type { Order, Session } from '../../places/order.rules.ts'
import { sessionsOn } from './sessions-on.rules.ts'

const at = (text: string): Instant => parseInstant(`${text}+07:00`) ?? assert.fail(text)
const friday = '2026-11-27' as CivilDate
const held = (change: Partial<Order>, more: Partial<Session> = {}): number =>
  sessionsOn(
    [orderOf({ startsAt: at('2026-11-20T00:00'), endsAt: null, ...change, sessions: [session('10:00', '12:00', { quota: 300, ...more })] })],
    friday,
  ).length

const rows: [what: string, change: Partial<Order>, more: Partial<Session>, n: number][] = [
  ['in force for days', {}, {}, 1],
  ['no limit, no places', {}, { quota: null }, 0],
  ['another weekday’s', {}, { days: ['sat', 'sun'] }, 0],
  ['the order begins later that day, before the session', { startsAt: at('2026-11-27T09:30') }, {}, 1],
  ['the order begins in the session', { startsAt: at('2026-11-27T11:59') }, {}, 1],
  ['the order begins as the session closes', { startsAt: at('2026-11-27T12:00') }, {}, 0],
  ['the order begins the next day', { startsAt: at('2026-11-28T00:00') }, {}, 0],
  ['the order ends as the session opens', { endsAt: at('2026-11-27T10:00') }, {}, 0],
  ['the order ends in the session', { endsAt: at('2026-11-27T10:01') }, {}, 1],
  ['taken back before it began', { startsAt: at('2026-11-27T11:00'), endsAt: at('2026-11-27T11:00') }, {}, 0],
  ['until midnight', { endsAt: at('2026-11-28T00:00') }, { opens: '22:00' as ClockTime, closes: '24:00' as ClockTime }, 1],
]
for (const [what, change, more, n] of rows) test(what, () => assert.equal(held(change, more), n))
