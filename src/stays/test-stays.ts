import { openDesk, type Who } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import { madeAtMs, type PointId } from '../kernel/code.ts'
import { addDays, type CivilDate, epochMs, type Instant, instantAt, instantOfMs } from '../kernel/time.ts'
import { holderOf } from '../movements/recorder.asked.ts'
import type { Order } from '../places/order.rules.ts'
import type { Registry } from '../places/registry.rules.ts'
import { newCommandId } from '../platform/ids.ts'
import { dayAt, type StayOnRecord } from './lawful.rules.ts'

export const poipet = 'kh-th/poipet' as PointId
export const malai = 'kh-th/malai' as PointId
export const daung = 'kh-th/daung' as PointId

/** A foreigner's open stay that began at Poipet on 10 November 2026; lawful through the 16th. */
export const stayOf = (change: Partial<StayOnRecord> = {}): StayOnRecord => ({
  number: 1,
  state: 'open',
  opened: { movement: newCommandId(epochMs('2026-11-10T02:00:00.000Z' as Instant)), at: '2026-11-10T02:00:00.000Z' as Instant, point: poipet },
  closed: null,
  lawfulUntil: '2026-11-16' as CivilDate,
  version: 1,
  document: { kind: 'border-pass', issuer: 'TH', number: 'TH1', nationality: 'THA', issuingArea: null },
  extensions: 0,
  extendedAt: null,
  toldUntil: null,
  lawfulBy: null,
  lawfulThrough: null,
  ...change,
})

type Planted = {
  readonly document?: string
  readonly point?: PointId
  readonly openedOn?: string
  readonly until?: string
  readonly nationality?: string
  readonly area?: string | null
  readonly kind?: 'border-pass' | 'passport'
  readonly state?: 'open' | 'closed' | 'unmatched'
  readonly number?: number
}

/** An office, gates, and stays of partners' passes put into the record as the recorder leaves them. */
export async function openStays(more: { webFolder?: string; listen?: boolean } = {}) {
  const open = await openTestInstance({ now: '2026-11-14T09:00:00+07:00', ...more })
  const desk = openDesk(open)
  const officer: Who = { role: 'checkpoint-officer', place: poipet }
  const chief: Who = { role: 'chief-of-point', place: poipet }
  let planted = 0

  /** Answers the pass's number. */
  async function plant(change: Planted = {}): Promise<string> {
    planted += 1
    const { document = `TH${String(planted).padStart(8, '0')}`, point = poipet, openedOn = '2026-11-10', nationality = 'THA' } = change
    const { kind = 'border-pass', state = 'open', number = 1, area = 'TH:2707' } = change
    const until = change.until ?? addDays(openedOn as CivilDate, 6)
    const issuer = kind === 'passport' ? nationality : 'TH'
    const { cell, holder } = holderOf({ kind, issuer, number: document })
    const at = instantAt(openedOn as CivilDate, '09:00' as never, '+07:00')
    const movement = newCommandId(epochMs(at))
    await open.administrator.query(
      `insert into stay (cell, holder_id, number, state, opened_by, opened_at, opened_point, lawful_until, closed_by, closed_at, closed_point, version, document_kind, document_issuer, document_number, nationality, issuing_area)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $13, $14, $15, $16)`,
      [
        cell,
        holder,
        number,
        state,
        movement,
        at,
        point,
        until,
        ...(state === 'closed' ? [movement, at, point] : [null, null, null]),
        kind,
        issuer,
        document,
        nationality,
        area,
      ],
    )
    await open.administrator.query(
      `insert into movement (cell, id, made_at, occurred_at, recorded_at, holder_id, point, lane, direction, outcome, rules, law_version)
       values ($1, $2, $3, $4, $4, $5, $6, '1', 'entry', 'admit-with-flag', '{}', 1)`,
      [cell, movement, instantOfMs(madeAtMs(movement)), at, holder, point],
    )
    return document
  }
  const extend = (number: string, who: Who = officer, change: object = {}) =>
    desk.post('/api/v1/stays/extension', { requestId: desk.id(), number, issuer: 'TH', reason: 'Illness of a child', ...change }, who)
  const look = async (number: string, who: Who = officer, issuer = 'TH') => desk.get(`/api/v1/stays/${number}${issuer && `?issuer=${issuer}`}`, who)
  const rowOf = async (number: string) =>
    (await open.administrator.query<Record<string, unknown>>('select * from stay where document_number = $1 order by number', [number])).rows

  /** Orders that stand in the registry as if they had been loaded. */
  function setOrders(orders: readonly Order[]): void {
    const { registry } = open.instance
    const changed: Registry = { ...registry.current, orders }
    Object.defineProperty(registry, 'current', { value: changed, configurable: true })
  }
  const setClock = (text: string) => {
    open.clock.now = instantOfMs(Date.parse(text))
  }
  return { open, desk, officer, chief, plant, extend, look, rowOf, setOrders, setClock, today: () => dayAt(open.clock.now) }
}
