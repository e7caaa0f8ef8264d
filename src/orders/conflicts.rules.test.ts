// Goal: what an order meets is told with its hours: the other side's calendar, other orders by which nobody or somebody passes. Method: pairs of orders on a small register.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PointId } from '../kernel/code.ts'
import { orderOf, session } from '../movements/test-facts.ts'
import type { Calendar, Order } from '../places/order.rules.ts'
import { conflictsOf } from './conflicts.rules.ts'
import { draftOf, instantOf, registryOf } from './test-orders.ts'

const said = (hours: readonly Calendar[]) => hours.map(({ opens, closes, days }) => `${opens}-${closes} ${days.length}`)
const told = (order: Partial<Order>, others: readonly Order[] = [], supersedes: string[] = []) =>
  conflictsOf(draftOf(order, { supersedes }), registryOf(others)).map((each) =>
    each.kind === 'other-side-closed'
      ? [each.key, each.points.join(), ...said(each.hours)]
      : each.kind === 'other-order'
        ? [each.key, each.points.join(), 'nobody', ...said(each.nobody), 'somebody', ...said(each.somebody)]
        : [each.kind, each.points.join(), each.order],
  )
const malai = { points: ['kh-th/malai' as PointId] }

test('within the other side’s hours there is nothing to say', () => assert.deepEqual(told({}), []))
test('the hours at which the other side is closed', () => {
  assert.deepEqual(told({ ...malai, sessions: [session('06:00', '21:00')] }), [
    ['other-side-closed TH', 'kh-th/malai', '06:00-08:00 7', '20:00-21:00 7'],
  ])
  assert.deepEqual(told({ ...malai, sessions: null }), [['other-side-closed TH', 'kh-th/malai', '07:00-08:00 7']])
  assert.deepEqual(told({ ...malai, stage: 'closed', sessions: [] }), [])
  assert.deepEqual(told({ ...malai, sessions: [session('06:00', '07:00', { days: ['sun'] })] }), [
    ['other-side-closed TH', 'kh-th/malai', '06:00-07:00 1'],
  ])
})
test('an order of a day is looked at for that day', () =>
  assert.deepEqual(told({ ...malai, sessions: null, startsAt: instantOf('2026-12-01T07:30+07:00'), endsAt: instantOf('2026-12-01T12:00+07:00') }), [
    ['other-side-closed TH', 'kh-th/malai', '07:30-08:00 1'],
  ]))

const other = (change: Partial<Order>): Order => draftOf({ id: 'th/other', state: 'TH', number: '9', ...change }).order
test('another order: hours that both let somebody pass, and hours that nobody may', () => {
  const sessions = [session('10:00', '18:00')]
  const found = [['other-order th/other', 'kh-th/poipet', 'nobody', '08:00-10:00 7', 'somebody', '10:00-16:00 7']]
  assert.deepEqual(told({}, [other({ sessions })]), found)
  assert.deepEqual(told({}, [other({ sessions, state: 'KH' })]), found)
  assert.deepEqual(told({}, [other({ stage: 'closed', sessions: [] })]), [
    ['other-order th/other', 'kh-th/poipet', 'nobody', '08:00-16:00 7', 'somebody'],
  ])
})
test('at one hour, but not for the same people: nobody passes', () => {
  const passports = [session('08:00', '16:00', { who: { documents: ['passport'] } })]
  const passes = [session('08:00', '16:00', { who: { documents: ['border-pass'] } })]
  const home = [session('08:00', '16:00', { who: { goingHome: true } })]
  assert.deepEqual(told({ sessions: passes }, [other({ sessions: passports })]), [
    ['other-order th/other', 'kh-th/poipet', 'nobody', '08:00-16:00 7', 'somebody'],
  ])
  assert.deepEqual(told({ sessions: passes }, [other({ sessions: home })]), [
    ['other-order th/other', 'kh-th/poipet', 'nobody', 'somebody', '08:00-16:00 7'],
  ])
})
test('what it takes the place of, is over by then, or speaks of other points, is no conflict', () => {
  assert.deepEqual(told({}, [other({ state: 'KH', id: 'kh/old' })], ['kh/old']), [])
  assert.deepEqual(told({}, [other({ startsAt: instantOf('2026-11-01T00:00Z'), endsAt: instantOf('2026-12-01T00:00+07:00') })]), [])
  assert.deepEqual(told({}, [other(malai)]), [])
})
test('one that begins weeks later is looked at where they meet', () =>
  assert.deepEqual(
    told({}, [other({ stage: 'closed', sessions: [], startsAt: instantOf('2027-02-01T12:00+07:00'), endsAt: instantOf('2027-02-01T18:00+07:00') })]),
    [['other-order th/other', 'kh-th/poipet', 'nobody', '12:00-16:00 1', 'somebody']],
  ))
test('the same at every point is said once', () => {
  const found = conflictsOf(draftOf({ points: null }), registryOf([other({ points: null, stage: 'closed', sessions: [] })]))
  assert.deepEqual(
    found.map(({ points }) => points.length),
    [3],
  )
})

test('places that were taken under the old order and count no more are told, where the new one begins within a session', () => {
  const counted = (opens: string, closes: string) => ({ sessions: [session(opens, closes, { quota: 300 })] })
  const old = (hours: object, startsAt = '2026-11-01T00:00+07:00') => [other({ state: 'KH', id: 'kh/old', startsAt: instantOf(startsAt), ...hours })]
  const from = (clock: string, hours: object) => ({ ...hours, startsAt: instantOf(`2026-12-01T${clock}+07:00`) })
  const told_ = (clock: string, hours: object, before: readonly Order[]) => told(from(clock, hours), before, ['kh/old']).map(([kind]) => kind)
  const morning = counted('08:00', '09:30')
  assert.deepEqual(told_('08:50', morning, old(morning)), ['left-places'])
  assert.deepEqual(told_('09:30', counted('08:00', '12:00'), old(morning)), ['left-places'])
  for (const clock of ['00:00', '08:00', '09:30', '10:00']) assert.deepEqual(told_(clock, morning, old(morning)), [], clock)
  assert.deepEqual(told_('08:50', { sessions: [session('08:00', '09:30')] }, old(morning)), [])
  assert.deepEqual(told_('08:50', morning, old({ sessions: [session('08:00', '09:30')] })), [])
  assert.deepEqual(told_('08:50', morning, old(counted('14:00', '16:00'))), [])
  assert.deepEqual(told_('11:00', counted('08:00', '12:00'), old(morning, '2026-12-01T10:00+07:00')), [])
  assert.deepEqual(told_('11:00', counted('08:00', '12:00'), old(morning, '2026-12-01T09:00+07:00')), ['left-places'])
})

test('vehicles that another order sends to a point which this one shuts, or where it turns them away, are told', () => {
  const trucks = { classes: ['truck' as const], wheelsOver: 6, insteadAt: ['kh-th/stung-bot' as PointId] }
  const sends = other({ state: 'KH', id: 'kh/sends', sessions: null, vehicles: [trucks] })
  const there = { points: ['kh-th/stung-bot' as PointId] }
  const shut = { ...there, stage: 'closed' as const, sessions: [] }
  const inVain = ['sent-in-vain', 'kh-th/stung-bot', 'kh/sends']
  assert.deepEqual(told(shut, [sends]), [inVain])
  assert.deepEqual(told({ ...shut, state: 'TH', id: 'th/one' }, [sends]), [inVain])
  assert.deepEqual(told({ ...there, sessions: null, vehicles: [{ classes: null, wheelsOver: 10, insteadAt: [] }] }, [sends]), [inVain])
  assert.deepEqual(told({ ...there, sessions: null, vehicles: [{ classes: ['bus'], wheelsOver: null, insteadAt: [] }] }, [sends]), [])
  assert.deepEqual(told(there, [sends]), [])
  assert.deepEqual(told(shut, [sends], ['kh/sends']), [['left-points', 'kh-th/poipet', 'kh/sends']])
  assert.deepEqual(told({ ...shut, endsAt: sends.startsAt, startsAt: instantOf('2026-11-30T00:00+07:00') }, [sends]), [])
  // Shut already by another: nothing that this order does.
  const before = other({ ...shut, id: 'th/shut' })
  assert.deepEqual(
    told(shut, [sends, before]).filter(([kind]) => kind === 'sent-in-vain'),
    [],
  )
})

test('an order that ends for more than the new one speaks of is told: other points, the other way, what comes after', () => {
  const all = orderOf({ id: 'kh/all', state: 'KH', stage: 'closed', sessions: [] })
  const leftBy = (order: Partial<Order>, old: Partial<Order> = {}) => told(order, [{ ...all, ...old }], ['kh/all'])
  const poipet = ['kh-th/poipet' as PointId]
  assert.deepEqual(leftBy({ points: null, endsAt: null, sessions: [session('08:00', '16:00')] }), [])
  assert.deepEqual(leftBy({ points: poipet, endsAt: null }), [['left-points', 'kh-th/stung-bot,kh-th/malai', 'kh/all']])
  assert.deepEqual(leftBy({ points: poipet, endsAt: null }, { points: poipet }), [])
  assert.deepEqual(leftBy({ points: poipet, endsAt: null, directions: ['exit'] }, { points: poipet }), [['left-way', 'kh-th/poipet', 'kh/all']])
  assert.deepEqual(leftBy({ points: poipet, endsAt: null, directions: ['exit'] }, { points: poipet, directions: ['exit'] }), [])
  const endsAt = instantOf('2026-12-24T00:00+07:00')
  assert.deepEqual(leftBy({ points: poipet, endsAt }, { points: poipet }), [['left-after', 'kh-th/poipet', 'kh/all']])
  assert.deepEqual(leftBy({ points: poipet, endsAt }, { points: poipet, endsAt }), [])
})
