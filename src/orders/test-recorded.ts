import type pg from 'pg'
import type { AreaCode, CommandId, PointId } from '../kernel/code.ts'
import { addDays, borderZone, type CivilDate, type ClockTime, civilDateAt, epochMs, type Instant, instantOfMs, weekdayOf } from '../kernel/time.ts'
import type { Facts, RuleBook } from '../movements/facts.rules.ts'
import { goodFacts } from '../movements/test-facts.ts'
import { decideVerdict, type Verdict } from '../movements/verdict.rules.ts'

/** A movement as it was recorded. */
export type Recorded = { readonly facts: Facts; readonly verdict: Verdict }

/** A drawer of chance that draws the same each time. */
function drawer(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const points = ['kh-th/poipet', 'kh-th/poipet', 'kh-th/poipet', 'kh-th/stung-bot', 'kh-th/malai'] as PointId[]
const areas = ['KH:0110', 'KH:0110', 'KH:0102', 'KH:0201'] as AreaCode[]
const usual = [
  { purpose: null },
  { purpose: null },
  { purpose: 'trade' },
  { purpose: 'work' },
  { purpose: 'student' },
  { purpose: 'medical' },
] as const
const vehicles = [null, null, null, { class: 'motorcycle', wheels: 2 }, { class: 'truck', wheels: 10 }, { class: 'truck', wheels: 6 }] as const

/** Made-up movements between two instants as a border has them: most are alike but in number, age and minute; a few are rare in every way that decides. */
export function* madeUpRecorded(
  seed: number,
  size: number,
  span: { readonly from: Instant; readonly until: Instant; readonly hours?: readonly [number, number] },
  book: RuleBook,
): Generator<Recorded> {
  const draw = drawer(seed)
  const [fromMs, untilMs] = [epochMs(span.from), epochMs(span.until)]
  for (let nth = 0; nth < size; nth += 1) {
    const at = instantOfMs(spread(Math.floor(fromMs + ((untilMs - fromMs) * nth) / size), span.hours ?? [0, 24]))
    const facts = madeUpFacts(at, draw, book)
    yield { facts, verdict: decideVerdict(facts, book) }
  }
}

/** A moment of the day's 24 hours as one of these hours of the same day at the border. */
function spread(ms: number, [from, until]: readonly [number, number]): number {
  const inDay = (ms + 7 * 3_600_000) % 86_400_000
  return ms - inDay + from * 3_600_000 + Math.floor((inDay * (until - from)) / 24)
}

function madeUpFacts(at: Instant, draw: (below: number) => number, book: RuleBook): Facts {
  const day = civilDateAt(at, borderZone)
  const minute = Math.floor((epochMs(at) + 7 * 3_600_000) / 60_000) % 1440
  const isPassport = draw(10) === 0
  const nationality = isPassport ? (['KHM', 'THA', 'JPN', 'LAO'][draw(4)] ?? 'JPN') : draw(3) === 0 ? 'THA' : 'KHM'
  const direction = draw(2) === 0 ? 'exit' : 'entry'
  const sides = (['KH', 'TH'] as const).map((state) => {
    const orders = [...book.orders.values()].filter((order) => order.state === state).map(({ id }) => id)
    const open = minute >= 420 && minute < 1200
    return { ...goodFacts.point.sides[0], state, open, active: true, minute, weekday: weekdayOf(day), closes: '20:00' as ClockTime, orders }
  }) as unknown as Facts['point']['sides']
  const rare = draw(25)
  return {
    ...goodFacts,
    ...{ at, direction, ...(usual[draw(usual.length)] ?? usual[0]), vehicle: vehicles[draw(vehicles.length)] ?? null },
    document: {
      ...goodFacts.document,
      ...(isPassport && { kind: 'passport', register: 'none', check: { outcome: 'green', code: 'MRZ' }, issuer: nationality }),
      ...{ number: `KH0110000${1000 + draw(9000)}`, nationality, issuingArea: isPassport || nationality === 'THA' ? null : (areas[draw(4)] ?? null) },
      ...{ visaSeen: rare !== 1, lastDay: addDays(day, rare === 2 ? -draw(3) : draw(300)) },
    },
    point: { ...goodFacts.point, id: points[draw(points.length)] ?? goodFacts.point.id, sides },
    arrival: rare === 3 ? { at: instantOfMs(epochMs(at) - draw(90) * 60_000), by: 'ticket' } : null,
    stay: madeUpStay(at, day, rare, draw),
    quotas: [...book.orders.values()].flatMap(({ id, sessions }) =>
      (sessions ?? []).flatMap(({ quota }, session) => (quota === null ? [] : [{ order: id, session, used: draw(quota + 1) }])),
    ),
    person: {
      ...goodFacts.person,
      ...{ age: draw(15) === 0 ? draw(20) : 18 + draw(60), accompanied: draw(3) === 0 ? null : true },
      ...(rare === 4 && { care: 'medical' as const }),
      ...(rare >= 4 && rare < 6 && { decided: '01939d8e-0000-7000-8000-000000000001' as CommandId }),
      ...(rare === 6 && { watch: 'unknown' as const }),
    },
  }
}

function madeUpStay(at: Instant, day: CivilDate, rare: number, draw: (below: number) => number): Facts['stay'] {
  const kind = draw(3)
  if (rare === 7) return 'unknown'
  if (kind === 0) return null
  const openedAt = instantOfMs(epochMs(at) - (rare === 8 ? -1 : 1) * (1 + draw(4000)) * 60_000)
  const lawfulUntil = addDays(day, rare === 9 ? -draw(3) : draw(7))
  return {
    ...{ state: kind === 1 ? 'open' : 'closed', openedAt, lastAt: openedAt, lastPoint: 'kh-th/poipet' as PointId, lawfulUntil },
    ...{ tolled: rare === 9 && draw(2) === 0 ? [day] : [], minutesMin: draw(4) === 0 ? 40 : null },
  }
}

/** Writes them as the recorder would have, with ids of their own. */
export async function insertRecorded(
  client: Pick<pg.ClientBase, 'query'>,
  movements: readonly (Recorded & { readonly id: string })[],
): Promise<void> {
  const rows = movements.map(({ id, facts, verdict }) => ({
    id,
    body: { fingerprint: id, occurredAt: facts.at, recordedAt: facts.at, facts, verdict },
  }))
  await client.query(
    `insert into event (cell, id, made_at, type, subject, actor, recorded_at, body, place)
     select 1, (r ->> 'id')::uuid, at, 'MovementRecorded', 'x', 'x', at, r -> 'body', r #>> '{body,facts,point,id}'
     from (select r, (r #>> '{body,facts,at}')::timestamptz as at from jsonb_array_elements($1::jsonb) as r) as made`,
    [JSON.stringify(rows)],
  )
}
