import type pg from 'pg'
import { type CommandId, madeAtMs, type PointId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant, instantOfMs } from '../kernel/time.ts'
import { isUnavailable } from '../platform/database.ts'
import type { Cell, HolderBoundId } from '../platform/ids.ts'
import type { RecordedBody } from './recorder.rows.ts'
import type { Stay, StayEnd } from './stay.rules.ts'
import { decideUndo, type UndoFacts, type UndoneStays } from './undo.rules.ts'

export type UndoRequest = {
  readonly requestId: CommandId
  readonly movement: CommandId
  readonly reason: string
  /** The mark of all that was sent: the same id with other words is another command. */
  readonly said: string
  readonly actor: string
  readonly now: Instant
  readonly secondsMax: number
  /** May they undo at this point at all, and do they lead it? Undefined: it is not theirs to see. */
  readonly at: (point: string) => { readonly leads: boolean } | undefined
}
export type UndoneMovement = {
  readonly movement: CommandId
  readonly point: PointId
  readonly undoneAt: Instant
  /** The holder's latest stay before and after. */
  readonly stay: { readonly was: StayShown | null; readonly is: StayShown | null }
  readonly again: boolean
}
type StayShown = Pick<Stay, 'number' | 'state'>
type Recorded = { readonly cell: Cell; readonly subject: HolderBoundId; readonly actor: string; readonly place: string; readonly body: RecordedBody }
type Row = {
  readonly recorded_at: Instant
  readonly occurred_at: Instant
  readonly direction: string
  readonly outcome: 'admit' | 'admit-with-flag' | 'refer' | 'refuse'
  readonly stay_number: number | null
  readonly undone_at: Instant | null
}

/** One transaction by the recorder's login. The movement's row is locked first: of ten at once one undoes it, nine see that it was done. */
export async function undoMovement(pool: pg.Pool, asked: UndoRequest): Promise<Outcome<UndoneMovement>> {
  const client = await pool.connect()
  let fault: unknown
  try {
    await client.query('begin')
    const outcome = await undo(client, asked)
    await client.query(outcome.ok ? 'commit' : 'rollback')
    return outcome
  } catch (error) {
    fault = error
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release(isUnavailable(fault))
  }
}

async function undo(client: pg.PoolClient, asked: UndoRequest): Promise<Outcome<UndoneMovement>> {
  const one = async <T extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<T | undefined> =>
    (await client.query<T>(text, values)).rows[0]
  const eventOf = (id: CommandId) =>
    one<Recorded & { type: string }>('select type, cell, subject, actor, place, body from event where id = $1 and made_at = $2', [id, madeAt(id)])
  const previous = await eventOf(asked.requestId)
  if (previous) return answerAgain(previous, asked)
  const found = await eventOf(asked.movement)
  const standing = found?.type === 'MovementRecorded' ? asked.at(found.place) : undefined
  if (!found || !standing) return refuse('movement.not-found')
  const { cell, subject: holder, body } = found
  const key = [cell, asked.movement, madeAt(asked.movement)]
  const row = await one<Row>(
    'select recorded_at, occurred_at, direction, outcome, stay_number, undone_at from movement where cell = $1 and id = $2 and made_at = $3 for update',
    key,
  )
  if (!row) return refuse('movement.not-found')
  // The same command, sent twice at once, waited for the first to be through.
  const meanwhile = await eventOf(asked.requestId)
  if (meanwhile) return answerAgain(meanwhile, asked)
  // Of two in one millisecond neither is after the other; the stay says then which was the last.
  const after = await one('select 1 from movement where cell = $1 and holder_id = $2 and undone_at is null and recorded_at > $3 limit 1', [
    cell,
    holder,
    row.recorded_at,
  ])
  const lastTwo = 'select * from stay where cell = $1 and holder_id = $2 order by cell desc, holder_id desc, number desc limit 2 for update'
  await client.query(lastTwo, [cell, holder])
  // Read again behind the lock: a lane that was waited for may have written the next.
  const stays = await client.query<StayRow>(lastTwo, [cell, holder])
  const [latest = null, before = null] = stays.rows.map(toStay)
  const repaired = await client.query<{ number: number; at: Instant }>(
    'select number, repaired_at as at from stay_repair where cell = $1 and holder_id = $2',
    [cell, holder],
  )
  const repairs = new Map(repaired.rows.map(({ number, at }) => [number, at]))
  const referral = await one<{ state: string }>('select state from referral where cell = $1 and movement = $2 for update', [cell, asked.movement])
  const facts: UndoFacts = {
    movement: asked.movement,
    recordedAt: row.recorded_at,
    undoneAt: row.undone_at,
    stayNumber: row.stay_number,
    own: found.actor === asked.actor,
    leads: standing.leads,
    followed: after !== undefined,
    referral: referral?.state ?? null,
    latest,
    before,
    isWorkedOn: isWorkedOn(stays.rows[0]),
    repairs: { latest: repairs.get(latest?.number ?? 0) ?? null, before: repairs.get(before?.number ?? 0) ?? null },
  }
  const decided = decideUndo(facts, asked)
  if (!decided.ok) return decided
  const point = found.place as PointId
  const undone = { movement: asked.movement, point, undoneAt: asked.now, stay: { was: shown(latest), is: shown(stayAfter(decided.value, facts)) } }
  await client.query('update movement set undone_at = $4, undone_by = $5 where cell = $1 and id = $2 and made_at = $3', [
    ...key,
    asked.now,
    asked.actor,
  ])
  await putBackStays(client, { cell, holder }, decided.value)
  await countBack(client, row, point)
  await freePlaces(client, body, point)
  await client.query(
    "update referral set state = 'left', decided_at = $3, decided_by = $4, reason = $5 where cell = $1 and movement = $2 and state = 'open'",
    [cell, asked.movement, asked.now, asked.actor, asked.reason],
  )
  await client.query('update referral set used_by = null where cell = $1 and used_by = $2 and holder_id = $3', [cell, asked.movement, holder])
  const event = { said: asked.said, reason: asked.reason, ...undone, stays: { latest, before } }
  await client.query(
    "insert into event (cell, id, made_at, type, subject, actor, recorded_at, body, place) values ($1, $2, $3, 'MovementUndone', $4, $5, $6, $7, $8)",
    [cell, asked.requestId, madeAt(asked.requestId), holder, asked.actor, asked.now, JSON.stringify(event), point],
  )
  return accept({ ...undone, again: false })
}

function answerAgain({ type, body }: { type: string; body: object }, { requestId, said }: UndoRequest): Outcome<UndoneMovement> {
  if (type !== 'MovementUndone' || !('said' in body) || body.said !== said) return refuse('request.id-reused', { about: { id: requestId } })
  const { movement, point, undoneAt, stay } = body as UndoneMovement & { said: string }
  return accept({ movement, point, undoneAt, stay, again: true })
}

const madeAt = (id: CommandId): Instant => instantOfMs(madeAtMs(id))
const shown = (stay: Stay | null): StayShown | null => stay && { number: stay.number, state: stay.state }
const stayAfter = ({ removed, reopened }: UndoneStays, { latest, before }: UndoFacts): Stay | null => reopened ?? (removed ? before : latest)

async function putBackStays(client: pg.PoolClient, of: { cell: Cell; holder: HolderBoundId }, { removed, reopened }: UndoneStays): Promise<void> {
  const key = [of.cell, of.holder]
  if (removed) await client.query('delete from stay where cell = $1 and holder_id = $2 and number = $3', [...key, removed.number])
  if (reopened)
    await client.query(
      "update stay set state = 'open', closed_by = null, closed_at = null, closed_point = null, version = $4 where cell = $1 and holder_id = $2 and number = $3",
      [...key, reopened.number, reopened.version],
    )
}

/** Its own shard: an undoing waits for no lane, and no lane for it. Readers sum. */
const undoShard = -1

async function countBack(client: pg.PoolClient, row: Row, point: string): Promise<void> {
  const day = civilDateAt(row.occurred_at, borderZone)
  for (const [table, column, value] of [
    ['movement_count_day', 'day', day],
    ['movement_count_month', 'month', `${day.slice(0, 7)}-01`],
  ])
    await client.query(
      `insert into ${table} as c (shard, point, ${column}, direction, outcome, n) values ($1, $2, $3, $4, $5, -1)
       on conflict (shard, point, ${column}, direction, outcome) do update set n = c.n - 1`,
      [undoShard, point, value, row.direction, row.outcome],
    )
}

/** The places it took, in the order in which recorders take them. Read from its event: this program may not know the order yet. */
async function freePlaces(client: pg.PoolClient, body: RecordedBody, point: string): Promise<void> {
  if (!('facts' in body)) return
  const day: CivilDate = civilDateAt(body.facts.arrival?.at ?? body.facts.at, borderZone)
  const places = (body.places ?? []).toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
  for (const { order, session } of places)
    await client.query('update session_place set taken = taken - 1 where order_id = $1 and point = $2 and day = $3 and session = $4 and taken > 0', [
      order,
      point,
      day,
      session,
    ])
}

type StayRow = {
  number: number
  state: string
  opened_by: string | null
  opened_at: string | null
  opened_point: string | null
  closed_by: string | null
  closed_at: string | null
  closed_point: string | null
  lawful_until: string | null
  lawful_through: string | null
  extended_at: string | null
  told_until: string | null
  version: number
}
const isWorkedOn = (row: StayRow | undefined): boolean =>
  row !== undefined && [row.extended_at, row.told_until, row.lawful_through].some((each) => each !== null)
const endOf = (movement: string | null, at: string | null, point: string | null): StayEnd | null =>
  movement === null || at === null || point === null ? null : { movement: movement as CommandId, at: at as Instant, point: point as PointId }
const toStay = (row: StayRow): Stay => ({
  number: row.number,
  state: row.state as Stay['state'],
  opened: endOf(row.opened_by, row.opened_at, row.opened_point),
  closed: endOf(row.closed_by, row.closed_at, row.closed_point),
  lawfulUntil: row.lawful_until as CivilDate | null,
  lawfulThrough: row.lawful_through as CivilDate | null,
  version: row.version,
})
