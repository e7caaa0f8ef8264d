// Goal: nobody is told to come back for a session that its order will not live to see. Method: an order with each end against a session tomorrow at ten.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CivilDate, type ClockTime, type Instant, parseInstant } from '../../kernel/time.ts'
import { orderOf } from '../../movements/test-facts.ts'
import { endBefore } from './orders-today.ts'

const at = (text: string): Instant => parseInstant(`${text}+07:00`) ?? assert.fail(text)
const session = { day: '2026-11-28' as CivilDate, opens: '10:00' as ClockTime }
const [evening, then, minuteLater] = [at('2026-11-27T20:00'), at('2026-11-28T10:00'), at('2026-11-28T10:01')]

const rows: [what: string, orders: { number: string; endsAt: Instant | null }[], end: Instant | null][] = [
  ['no end: the session comes', [{ number: '5', endsAt: null }], null],
  ['it ends the evening before', [{ number: '5', endsAt: evening }], evening],
  ['it ends as the session would begin: the end is not with it', [{ number: '5', endsAt: then }], then],
  ['it lives a minute of the session', [{ number: '5', endsAt: minuteLater }], null],
  ['another order’s end says nothing', [{ number: '6', endsAt: evening }], null],
  [
    'both states gave the number, and one order stays',
    [
      { number: '5', endsAt: evening },
      { number: '5', endsAt: null },
    ],
    null,
  ],
  ['the list does not have it', [], null],
]
for (const [what, orders, end] of rows)
  test(what, () =>
    assert.equal(
      endBefore(
        orders.map((order) => orderOf(order)),
        '5',
        session,
      ),
      end,
    ),
  )
