import { hash } from 'node:crypto'
import { madeAtMs, type StateCode } from '../kernel/code.ts'
import { epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import type { DocumentKind } from '../places/order.rules.ts'
import { type Cell, cellOf, type HolderBoundId } from '../platform/ids.ts'
import type { QuotaFacts } from './facts.rules.ts'
import type { MovementRequest } from './record.rules.ts'
import type { QuotaTaken } from './verdict-point.rules.ts'

export type PlaceRow = { readonly order_id: string; readonly point: string; readonly day: string; readonly session: number; taken: number }

export const placesFor = ({ point, quotaDay, quotaOrders }: MovementRequest, places: readonly PlaceRow[]): QuotaFacts[] =>
  quotaOrders.length === 0
    ? []
    : places
        .filter((row) => row.point === point.id && row.day === quotaDay && quotaOrders.includes(row.order_id))
        .map((row) => ({ order: row.order_id, session: row.session, used: row.taken }))

/** Movements of one batch see the places that those before them took. */
export function takePlace(places: PlaceRow[], { point, quotaDay }: MovementRequest, { order, session }: QuotaTaken): void {
  const row = places.find((each) => each.order_id === order && each.point === point.id && each.day === quotaDay && each.session === session)
  if (row) row.taken += 1
  else places.push({ order_id: order, point: point.id, day: quotaDay, session, taken: 1 })
}

type Asked = { readonly request: MovementRequest; readonly stranger: Stranger; readonly receivedAt: Instant }

const asItHappensMs = 60_000
/** Not as it happened: its holder may have crossed again since. */
const isToldLater = ({ request: { occurredAt, toldAt }, receivedAt }: Asked): boolean =>
  epochMs(toldAt ?? receivedAt) - epochMs(occurredAt) > asItHappensMs

/** A load statement's parameters: one element a movement, in the batch's order, and the time that all their ids lie in. `isLate`: something is told later than it happened. */
export function askedOf(batch: readonly Asked[], state: StateCode, isWatching: boolean): { readonly values: unknown[]; readonly isLate: boolean } {
  const madeMs = batch.map(({ request }) => madeAtMs(request.id))
  const asked = batch.map((each, ord) => {
    const { request, stranger } = each
    const { cell, holder } = stranger
    return {
      ord,
      id: request.id,
      made_at: instantOfMs(madeMs[ord] ?? 0),
      // A partner's pass may bear a number of ours: only our own numbers are looked up in our register.
      number: isOurs(request, state) ? request.document.number : null,
      cell,
      holder,
      decided: request.person.decided,
      // A typed number names nobody: while somebody is watched for, the register says whom it names.
      unnamed: isWatching && request.document.check.code === 'TYPED',
      ...(isToldLater(each) && { late_at: request.occurredAt, point: request.point.id, direction: request.direction }),
    }
  })
  const places = sessionsOf(batch.map(({ request }) => request))
  const values = [JSON.stringify(asked), instantOfMs(Math.min(...madeMs)), instantOfMs(Math.max(...madeMs)), ...places]
  return { values, isLate: asked.some((each) => 'late_at' in each) }
}

/** Orders, points and days, side by side, of the sessions that these movements may count in; none where no live order has a quota. */
function sessionsOf(requests: readonly MovementRequest[]): [string[], string[], string[]] {
  const asked = requests.flatMap(({ quotaOrders, quotaDay, point }) => quotaOrders.map((order) => [order, point.id, quotaDay] as const))
  const once = [...new Map(asked.map((key) => [key.join('|'), key])).values()]
  return [once.map(([order]) => order), once.map(([, point]) => point), once.map(([, , day]) => day)]
}

const isOurs = ({ document: { kind, issuer } }: MovementRequest, state: StateCode): boolean =>
  kind === 'border-pass' && (issuer === null || issuer === state)

/** The holder where our register has none: a partner's pass, or a false document. `spread` chooses the lane, so that one document's movements meet in one. */
export type Stranger = { readonly cell: Cell; readonly holder: HolderBoundId; readonly spread: number }

/** A UUIDv8 (RFC 9562 §5.8) of what identifies the document. */
export const strangerOf = ({ id, document: { kind, issuer, number, mark } }: MovementRequest): Stranger =>
  holderOf({ kind, issuer, number: number ?? mark ?? id })

/** The holder of a document that is not of our register. */
export function holderOf({ kind, issuer, number }: { kind: DocumentKind; issuer: string | null; number: string }): Stranger {
  const digest = hash('sha256', `${kind === 'passport' ? 'passport ' : ''}${issuer ?? ''}|${number}`)
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 3) | 8).toString(16)
  const holder =
    `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}` as HolderBoundId
  return { cell: cellOf(holder), holder, spread: Number.parseInt(digest.slice(0, 8), 16) }
}
