// What is put on record for the matrix before it asks: each thing in a state in which every step on it has a refusal of its own.
import type { Place } from '../identity/place.rules.ts'
import { holderOf } from '../movements/recorder.asked.ts'
import type { Matrix, OfficeCase } from './test-authority.ts'

/** What residents sent about each office: a settled report and a complaint that nobody has in hand, on which each step has a refusal of its own. */
export async function sendToEach(
  { administrator }: Matrix['open'],
  offices: readonly OfficeCase[],
): Promise<ReadonlyMap<string, { report: string; complaint: string }>> {
  const sent = new Map<string, { report: string; complaint: string }>()
  for (const [index, { place, number, birthDate }] of offices.entries()) {
    const [report, complaint] = [`01980000-0000-7000-8000-0000000a0${index}00`, `01980000-0000-7000-8000-0000000b0${index}00`]
    await administrator.query(
      `insert into lost_report (id, number, born, office, pass, how, proven, state, outcome, said, made_at, settled_at) values ($1, $2, $3, $4, $5, 'lost', false, 'settled', 'found', '', now(), now())`,
      [report, `900000000${index}`, birthDate, place.id, number],
    )
    await administrator.query(
      `insert into complaint (id, number, place, about, body, secret, said, state, made_at) values ($1, $2, $3, 'fee', 'x', '', '', 'received', now())`,
      [complaint, `700000000${index}`, place.id],
    )
    sent.set(place.id, { report, complaint })
  }
  return sent
}

/** A referral at each point that was decided long ago: each step has a refusal of its own. */
export async function takeAside({ administrator }: Matrix['open'], points: readonly Place[]): Promise<ReadonlyMap<string, string>> {
  const aside = new Map<string, string>()
  for (const [index, { id }] of points.entries()) {
    const movement = `01980000-0000-7000-8000-0000000c0${index}00`
    await administrator.query(
      `insert into referral (cell, movement, made_at, holder_id, point, lane, direction, occurred_at, reasons, state)
       values (0, $1, now(), '01980000-0000-7000-8000-000000000000', $2, '1', 'exit', now(), '{care-other}', 'left')`,
      [movement, id],
    )
    aside.set(id, movement)
  }
  return aside
}

/** A partner's pass whose one stay began and ended at the point, and an undecided rebuttal about it. */
export const stayAt = (point: string): string => `TH-MATRIX-${point.slice(6).toUpperCase()}`
export async function stayAtEach({ administrator }: Matrix['open'], points: readonly Place[]): Promise<Map<string, string>> {
  const contested = new Map<string, string>()
  for (const [index, { id: point }] of points.entries()) {
    const number = stayAt(point).replaceAll('-', '')
    const { cell, holder } = holderOf({ kind: 'border-pass', issuer: 'TH', number })
    const rebuttal = `01980000-0000-7000-8000-0000000003${String(index).padStart(2, '0')}`
    await administrator.query(
      `insert into stay (cell, holder_id, number, state, opened_by, opened_at, opened_point, lawful_until, closed_by, closed_at, closed_point, version, document_kind, document_issuer, document_number, nationality)
       values ($1, $2, 1, 'closed', $2, '2026-11-18T02:00:00Z', $3, '2026-11-24', $2, '2026-11-19T02:00:00Z', $3, 1, 'border-pass', 'TH', $4, 'THA')`,
      [cell, holder, point, number],
    )
    await administrator.query(
      `insert into rebuttal (cell, id, holder_id, document, about, stay, point, body, state, made_by, made_at, due_on, said)
       values ($1, $2, $3, $4, 'overstay', 1, $5, 'x', 'received', 'holder', '2026-11-19T03:00:00Z', '2026-11-29', '')`,
      [cell, rebuttal, holder, number, point],
    )
    contested.set(point, rebuttal)
  }
  return contested
}
/** An order of each point that ended years ago: ending it has a refusal of its own. */
export const insertOverOrder = ({ administrator }: Matrix['open'], point: string): Promise<unknown> =>
  administrator.query(
    `insert into crossing_order (id, number, state, instrument, points, stage, starts_at, ends_at, sessions, who, vehicles, words, issued_at, issued_by)
     values ($1, '1', 'KH', 'kh/order-2024-01-01', array[$2], 'closed', '2024-01-01', '2024-01-02', '[]', '{}', '[]', '{"km":"","th":"","en":""}', '2024-01-01', 'test')`,
    [`kh/over-${point.split('/')[1]}`, point],
  )
