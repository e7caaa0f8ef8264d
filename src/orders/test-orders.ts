import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AreaCode, InstrumentId, PointId } from '../kernel/code.ts'
import { type CivilDate, type ClockTime, type Instant, parseInstant, weekdays } from '../kernel/time.ts'
import { orderOf } from '../movements/test-facts.ts'
import type { Order } from '../places/order.rules.ts'
import type { CrossingPoint, Registry } from '../places/registry.rules.ts'
import { projectRoot } from '../platform/config.ts'
import type { OrderDraft } from './order-draft.rules.ts'
import { readOrderFile } from './read-order-file.ts'

export const instantOf = (text: string): Instant => parseInstant(text) ?? assertNever(text)
const assertNever = (text: string): never => {
  throw new Error(`not an instant: ${text}`)
}

const instrument = 'kh-th/crossing-table' as InstrumentId
const dated = <T>(value: T) => [{ from: '2000-01-01' as CivilDate, until: null, instrument, value }]
/** A point between the two states, open from 07:00 to 20:00 on both sides. */
export function pointOf(
  name: string,
  change: { readonly th?: [string, string]; readonly status?: 'active' | 'suspended'; readonly area?: string } = {},
): CrossingPoint {
  const { th = ['07:00', '20:00'], status = 'active', area = 'KH:0110' } = change
  const hours = ([opens, closes]: [string, string]) => dated({ opens: opens as ClockTime, closes: closes as ClockTime, days: weekdays })
  return {
    id: `kh-th/${name}` as PointId,
    agreement: 'kh-th/1997',
    zone: '+07:00',
    sides: ['KH', 'TH'],
    status: dated(status),
    calendars: { KH: hours(['07:00', '20:00']), TH: hours(th) },
    location: null,
    sourceRow: 1,
    sourceText: '',
    classes: dated('permanent' as const),
    names: { KH: dated({ en: name, km: 'ច្រក' }), TH: dated({ en: `Ban ${name}`, th: 'บ้าน' }) },
    areas: { KH: dated(area as AreaCode), TH: dated('TH:2706' as AreaCode) },
  }
}

/** Poipet, Stung Bot, and a point whose other side opens an hour later; `orders` are live beside. */
export function registryOf(
  orders: readonly Order[] = [],
  points = [pointOf('poipet'), pointOf('stung-bot'), pointOf('malai', { th: ['08:00', '20:00'], area: 'KH:0109' })],
): Registry {
  const area = (code: string, level: string) => ({
    code: code as AreaCode,
    parent: '',
    level,
    name: { en: code === 'KH:01' ? 'Banteay Meanchey' : code, native: 'បន្ទាយមានជ័យ' },
    from: '1991-01-01' as CivilDate,
    until: null,
    instrument,
  })
  const paper = { id: instrument, kind: 'order', title: { km: '', th: '', en: '' }, issuer: 'KH', signedOn: null, source: '' }
  return { instruments: [paper], areas: [area('KH:01', 'province'), area('KH:0110', 'district'), area('KH:0201', 'district')], points, orders }
}

/** An order of Cambodia for Poipet from 1 December 2026, eight to four for everybody. */
export function draftOf(change: Partial<Order> = {}, more: Partial<OrderDraft> = {}): OrderDraft {
  const base: Partial<Order> = {
    id: 'kh/one',
    number: '7/2026',
    state: 'KH',
    instrument,
    points: ['kh-th/poipet' as PointId],
    startsAt: instantOf('2026-12-01T00:00+07:00'),
    sessions: [{ opens: '08:00' as ClockTime, closes: '16:00' as ClockTime, days: weekdays, who: {}, quota: null }],
  }
  const paper = { id: instrument, kind: 'order' as const, title: null, issuer: null, signedOn: null, source: null }
  return { order: orderOf({ ...base, ...change }), instrument: paper, supersedes: [], ...more }
}

/** One of the orders of 2025 as they lie in data/orders. */
export function realOrder(name: string): OrderDraft {
  const read = readOrderFile(readFileSync(join(projectRoot, 'data', 'orders', `${name}.json`)))
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.faults)}`)
  return read.draft
}
