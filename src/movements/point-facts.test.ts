// Goal: a point is told as it stands at the very second, also within the minute in which an order is ended, however often and in whatever order it is asked. Method: a made-up point with one order, asked around its edges.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AreaCode, InstrumentId, PointId } from '../kernel/code.ts'
import { type CivilDate, type ClockTime, type Instant, parseInstant, weekdays } from '../kernel/time.ts'
import type { Registry } from '../places/registry.rules.ts'
import { pointFactsAt } from './point-facts.ts'
import { orderOf, session } from './test-facts.ts'

const instant = (text: string): Instant => parseInstant(`2026-11-20T${text}+07:00`) ?? assert.fail(text)
const dated = <T>(value: T) => [{ from: '2000-01-01' as CivilDate, until: null, instrument: 'table' as InstrumentId, value }]
const hours = dated({ opens: '07:00' as ClockTime, closes: '20:00' as ClockTime, days: weekdays })
const registryOf = (endsAt: Instant): Registry => ({
  ...{ instruments: [], areas: [], orders: [orderOf({ endsAt, sessions: [session('08:00', '12:00', { quota: 3 })] })] },
  points: [
    {
      ...{
        id: 'kh-th/poipet' as PointId,
        agreement: 'kh-th/1997',
        zone: '+07:00',
        sides: ['KH', 'TH'],
        status: dated('active' as const),
        location: null,
      },
      ...{ sourceRow: 1, sourceText: '', classes: dated('permanent' as const), names: {}, areas: { KH: dated('KH:0110' as AreaCode) } },
      calendars: { KH: hours, TH: hours },
    },
  ],
})

test('an order that is ended at once ends at that second for everybody who is asked about in that minute', () => {
  const registry = registryOf(instant('10:00:30.500'))
  const live = (text: string) => {
    const at = pointFactsAt(registry, 'kh-th/poipet', instant(text)) ?? assert.fail()
    assert.equal(at.quotaOrders.length, at.point.sides.flatMap(({ orders }) => orders).length)
    return at.quotaOrders.length
  }
  // A lane that was offline tells an earlier second first, or last.
  const asked = ['10:00:05', '10:00:40', '10:00:30.499', '10:00:30.500', '10:00:59.999', '10:00:00', '10:01:00', '09:59:59', '10:00:29']
  assert.deepEqual(asked.map(live), [1, 0, 1, 0, 0, 1, 0, 1, 1])
})

test('within a minute that nothing divides the same answer is given again', () => {
  const registry = registryOf(instant('10:00'))
  const [one, other] = ['10:00:00', '10:00:59.999'].map((text) => pointFactsAt(registry, 'kh-th/poipet', instant(text)))
  assert.equal(one, other)
  assert.notEqual(pointFactsAt(registry, 'kh-th/poipet', instant('09:59:59.999')), one)
  assert.equal(pointFactsAt(registry, 'kh-th/nowhere', instant('10:00')), undefined)
})
