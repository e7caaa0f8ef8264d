import type { InstrumentId, PointId, StateCode } from '../kernel/code.ts'
import { type ClockTime, type Instant, parseInstant, type Weekday, weekdays } from '../kernel/time.ts'
import type { SideAt } from '../places/opening.rules.ts'
import type { Order, Session } from '../places/order.rules.ts'
import type { DocumentFacts, Facts, PointFacts } from './facts.rules.ts'
import { nothingSaid } from './presented.rules.ts'
import type { MovementRequest } from './record.rules.ts'

const instantOf = (text: string): Instant => {
  const instant = parseInstant(text)
  if (!instant) throw new Error(`not an instant: ${text}`)
  return instant
}

/** A side as it stands at 09:00 of a Friday. */
export const sideAt = (state: StateCode, change: Partial<SideAt> = {}): SideAt => ({
  state,
  open: true,
  active: true,
  minute: 540,
  weekday: 'fri',
  closes: '20:00' as ClockTime,
  instrument: 'kh-th/crossing-table' as InstrumentId,
  orders: [],
  ...change,
})
/** Poipet, open by both calendars. */
export const openPoint = (change: Partial<SideAt> = {}): PointFacts => ({
  id: 'kh-th/poipet' as PointId,
  class: 'permanent',
  sides: [sideAt('KH', change), sideAt('TH', change)],
})

export const session = (opens: string, closes: string, change: Partial<Session> = {}): Session => ({
  opens: opens as ClockTime,
  closes: closes as ClockTime,
  days: weekdays as readonly Weekday[],
  who: {},
  quota: null,
  ...change,
})
export const orderOf = (change: Partial<Order> = {}): Order => ({
  id: 'th/order',
  number: '12/2026',
  state: 'TH',
  instrument: 'th/order-12' as InstrumentId,
  points: null,
  directions: null,
  stage: 'limited',
  startsAt: instantOf('2026-11-01T00:00+07:00'),
  endsAt: null,
  sessions: [],
  who: {},
  vehicles: [],
  words: { km: '', th: '', en: '' },
  ...change,
})

export const goodPass: DocumentFacts = {
  kind: 'border-pass',
  issuer: 'KH',
  number: 'KH01100000421',
  nationality: 'KHM',
  issuingArea: 'KH:0110' as DocumentFacts['issuingArea'],
  check: { outcome: 'green', code: 'OK' },
  lastDay: '2027-01-01' as DocumentFacts['lastDay'],
  register: 'active',
  handedOver: true,
  visaSeen: false,
}
/** A Cambodian grown-up with a good pass who leaves through Poipet at 09:00. */
export const goodFacts: Facts = {
  form: 2,
  edition: 4,
  state: 'KH',
  at: instantOf('2026-11-20T09:00+07:00'),
  arrival: null,
  direction: 'exit',
  document: goodPass,
  point: openPoint(),
  purpose: null,
  vehicle: null,
  quotas: [],
  stay: null,
  person: { age: 30, photo: 'match', care: null, accompanied: null, watch: [], referral: null, decided: null },
}

/** What a gate asks to record of a partner's pass, without what is of one movement. */
export const askedFor: Omit<MovementRequest, 'id' | 'fingerprint' | 'occurredAt'> = {
  arrival: null,
  direction: 'entry',
  point: openPoint(),
  quotaDay: '2026-11-20' as MovementRequest['quotaDay'],
  quotaOrders: [],
  lane: '1',
  shift: null,
  document: { ...nothingSaid, issuer: 'TH', number: 'TH00000001', nationality: 'THA', check: { outcome: 'green', code: 'OK' } },
  purpose: null,
  vehicle: null,
  person: { photo: 'match', care: null, accompanied: null, decided: null },
  plate: null,
  trailerPlate: null,
  actor: 'test',
  authority: null,
}
