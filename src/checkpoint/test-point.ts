import assert from 'node:assert/strict'
import { openDesk, type Who } from '../app/test-desk.ts'
import { openTestInstance, type TestOptions } from '../app/test-instance.ts'
import { epochMs, instantOfMs } from '../kernel/time.ts'

export const poipet = 'kh-th/poipet'
export type Row = Record<string, unknown> & { readonly movement: string; readonly state: string; readonly confirm: string }

/** A crossing point with two officers and a chief, and people with passes who come to it. */
export async function openPoint(options: Partial<TestOptions> = {}) {
  const open = await openTestInstance({ now: '2026-11-20T09:00:00+07:00', ...options })
  const desk = openDesk(open)
  const officer: Who = { role: 'checkpoint-officer', place: poipet }
  const other: Who = { ...officer, nth: 1 }
  const chief: Who = { role: 'chief-of-point', place: poipet }
  const later = (seconds: number): void => {
    open.clock.now = instantOfMs(epochMs(open.clock.now) + seconds * 1000)
  }
  const body = (number: string, direction: 'exit' | 'entry', more: object = {}) => ({
    id: desk.id(),
    point: poipet,
    direction,
    document: { number },
    occurredAt: open.clock.now,
    photo: 'match',
    ...more,
  })
  /** Records a movement and answers it. */
  async function cross(number: string, direction: 'exit' | 'entry', more: object = {}, who = officer) {
    const answer = await desk.post('/api/v1/movements', body(number, direction, more), who)
    assert.equal(answer.status, 201, JSON.stringify(answer.body))
    return answer.body as unknown as {
      id: string
      stayNumber: number | null
      shift: string | null
      verdict: { outcome: string; findings: { reason: string }[] }
    }
  }
  const undo = (movement: string, who = officer, more: object = {}) =>
    desk.post(`/api/v1/movements/${movement}/undo`, { requestId: desk.id(), reason: 'wrong direction', ...more }, who)
  const begin = (who: Who, lane: string, more: object = {}) => desk.post('/api/v1/shifts', { id: desk.id(), point: poipet, lane, ...more }, who)
  const decide = (movement: string, who: Who, more: object = {}) =>
    desk.post(`/api/v1/referrals/${movement}/decision`, { requestId: desk.id(), decision: 'let-pass', reason: 'looked at the papers', ...more }, who)
  const confirm = (movement: string, who: Who, more: object = {}) =>
    desk.post(`/api/v1/referrals/${movement}/confirmation`, { requestId: desk.id(), confirms: true, reason: '', ...more }, who)
  const code = ({ body: said }: { body: unknown }) => (said as { code?: string }).code ?? ''
  const rows = async <T extends object>(text: string, values: unknown[] = []) => (await open.administrator.query<T>(text, values)).rows

  /** The counters against what is on record and was not undone. */
  async function assertCounted(): Promise<void> {
    const counted = (table: string, of: string) =>
      rows(`select point, ${of} as at, direction, outcome, sum(n)::int as n from ${table} group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3, 4`)
    const real = (unit: string) =>
      rows(
        `select point, date_trunc('${unit}', occurred_at at time zone interval '+07:00')::date as at, direction, outcome, count(*)::int as n
         from movement where undone_at is null group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
      )
    assert.deepEqual(await counted('movement_count_day', 'day'), await real('day'))
    assert.deepEqual(await counted('movement_count_month', 'month'), await real('month'))
  }
  return { open, desk, officer, other, chief, later, body, cross, undo, begin, decide, confirm, code, rows, assertCounted }
}
