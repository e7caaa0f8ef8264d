import assert from 'node:assert/strict'
import { openDesk, type Who } from '../../app/test-desk.ts'
import { openTestInstance } from '../../app/test-instance.ts'
import { madeAtMs } from '../../kernel/code.ts'
import { epochMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import { cellOf, newCommandId, newHolderBoundId } from '../../platform/ids.ts'

export const poipet = 'kh-th/poipet'
export const malai = 'kh-th/malai'

/** A gate with people behind it, and movements put into the record as the recorder leaves them. */
export async function openGate() {
  const open = await openTestInstance({ now: '2026-11-20T09:00:00+07:00' })
  const desk = openDesk(open)
  const now = () => open.clock.now
  const officerAt = (place: string): Who => ({ role: 'checkpoint-officer', place })
  const officer = officerAt(poipet)
  const minutes = (count: number): Instant => instantOfMs(epochMs(now()) + count * 60_000)

  const begin = (who: Who, lane: string) => desk.post('/api/v1/shifts', { id: desk.id(), point: poipet, lane }, who)
  // A correction is for whoever works the shift in which the sheet was written.
  assert.equal((await begin(officer, '1')).status, 201)

  async function crossed(more: { point?: string; direction?: string; outcome?: string; occurredAt?: Instant } = {}): Promise<string> {
    const { point = poipet, direction = 'exit', outcome = 'admit', occurredAt = now() } = more
    const [id, holder] = [newCommandId(epochMs(now())), newHolderBoundId(epochMs(now()))]
    await open.administrator.query(
      `insert into movement (cell, id, made_at, occurred_at, recorded_at, holder_id, point, lane, direction, outcome, rules, law_version)
       values ($1, $2, $3, $4, $4, $5, $6, '1', $7, $8, '{}', 1)`,
      [cellOf(holder), id, instantOfMs(madeAtMs(id)), occurredAt, holder, point, direction, outcome],
    )
    return id
  }
  const vehicleBody = async (more: object = {}): Promise<Record<string, unknown>> => ({
    id: desk.id(),
    point: poipet,
    lane: '1',
    direction: 'exit',
    occurredAt: now(),
    class: 'truck',
    wheels: 6,
    plate: { written: 'ភ្នំពេញ 3A-1234', state: 'KH' },
    driver: await crossed(),
    passengers: [],
    ...more,
  })
  const line = { chapter: '07', nature: 'seen', quantity: 500, unit: 'kg', value: 1_000_000, currency: 'KHR' }
  const goodsBody = async (more: object = {}): Promise<Record<string, unknown>> => ({
    id: desk.id(),
    movement: await crossed(),
    lines: [line],
    ...more,
  })
  const vehicle = (body: object, who: Who = officer) => desk.post('/api/v1/vehicle-sheets', body, who)
  const goods = (body: object, who: Who = officer) => desk.post('/api/v1/goods-sheets', body, who)
  async function made(answer: ReturnType<typeof vehicle>): Promise<Record<string, unknown> & { id: string; root: string }> {
    const { status, body } = await answer
    assert.equal(status, 201, JSON.stringify(body))
    return body as unknown as Record<string, unknown> & { id: string; root: string }
  }

  /** The counters, and the same counted from the rows. */
  async function counted() {
    const query = async (text: string) => (await open.administrator.query(text)).rows
    return {
      vehicles: await query(
        `select point, day, class, direction, sum(n)::int as n from vehicle_count_day group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3, 4`,
      ),
      vehicleRows: await query(
        `select point, day, class, direction, count(*)::int as n from vehicle_sheet where replaced_by is null group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
      ),
      goods: await query(
        `select point, day, chapter, direction, nature, unit as of, sum(n)::int as n, sum(quantity)::numeric(30, 3) as sum from goods_quantity_day group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0
         union all select point, day, chapter, direction, nature, currency, sum(n)::int, sum(value)::numeric(30, 3) from goods_value_day group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0
         order by 1, 2, 3, 4, 5, 6`,
      ),
      goodsRows: await query(
        `with line as (select s.point, s.day, l.chapter, s.direction, l.nature, l.unit, l.currency, l.quantity, l.value from goods_sheet s join goods_line l on l.cell = s.cell and l.sheet = s.id where s.replaced_by is null)
         select point, day, chapter, direction, nature, unit as of, count(*)::int as n, sum(quantity)::numeric(30, 3) as sum from line group by 1, 2, 3, 4, 5, 6
         union all select point, day, chapter, direction, nature, currency, count(*)::int, sum(value)::numeric(30, 3) from line group by 1, 2, 3, 4, 5, 6
         order by 1, 2, 3, 4, 5, 6`,
      ),
      gone: await query(
        `select 1 from goods_quantity_day where n = 0 and quantity <> 0 union all select 1 from goods_value_day where n = 0 and value <> 0`,
      ),
    }
  }
  async function assertCounted(): Promise<void> {
    const { vehicles, vehicleRows, goods: sums, goodsRows, gone } = await counted()
    assert.deepEqual(vehicles, vehicleRows)
    assert.deepEqual(sums, goodsRows)
    assert.deepEqual(gone, [])
  }
  return { open, desk, now, officer, officerAt, minutes, begin, crossed, vehicleBody, goodsBody, vehicle, goods, made, line, assertCounted }
}
