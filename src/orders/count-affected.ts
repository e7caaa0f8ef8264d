import { setImmediate as breathe } from 'node:timers/promises'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../kernel/time.ts'
import type { Facts, RuleBook } from '../movements/facts.rules.ts'
import type { Database } from '../platform/database.ts'
import { type Affected, AffectedCount, type Kind } from './affected.rules.ts'
import { type Crossed, crossedOf } from './crossed.rules.ts'
import type { OrderDraft } from './order-draft.rules.ts'
import { type ReadSpan, type RecordedMovement, type RecordedSpan, readRecorded } from './read-recorded.ts'

const rowsAtOnce = 500

/** Whom an order would have kept out of those who passed, each day in its own order; never more than some days' few facts in memory, and others have their turn in between. */
export async function countAffected(reader: Database, draft: OrderDraft, book: RuleBook, span: RecordedSpan): Promise<Affected & ReadSpan> {
  const count = new AffectedCount(draft, book)
  // By the day on which they happened: one that was sent in later is read with a later day.
  const days = new Map<CivilDate, Crossed[]>()
  const dayOfHour = new Map<string, CivilDate>()
  const dayOf = (at: Instant): CivilDate => {
    const hour = at.slice(0, 13)
    const known = dayOfHour.get(hour) ?? civilDateAt(at, borderZone)
    dayOfHour.set(hour, known)
    return known
  }
  const gather = (movements: readonly RecordedMovement[]) => {
    for (const movement of movements) {
      const row = crossedOf(draft.order.state, movement)
      if (!row) continue
      const day = dayOf(row.at)
      const kept = days.get(day)
      if (kept) kept.push(row)
      else days.set(day, [row])
    }
  }
  const read = await readRecorded(reader, span, gather, async (whole) => {
    for (const [day, rows] of days) {
      if (day < whole) continue
      days.delete(day)
      await addDay(reader, count, { day, rows }, span)
    }
  })
  return { ...count.result, ...read }
}

type Day = { readonly day: CivilDate; readonly rows: Crossed[] }

async function addDay(reader: Database, count: AffectedCount, { day, rows }: Day, { from }: RecordedSpan): Promise<void> {
  rows.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    const some = rows.slice(first, first + rowsAtOnce)
    const kinds = count.kindsOf(some)
    await tellFacts(reader, kinds, from)
    for (const [nth, each] of some.entries()) {
      const kind = kinds[nth]
      if (kind) count.add(each, kind, day)
    }
    await breathe()
  }
}

/** Of each kind that is new, the facts of its example. */
async function tellFacts(reader: Database, kinds: readonly (Kind | undefined)[], from: Instant): Promise<void> {
  const lacking = new Map(kinds.flatMap((kind) => (kind && !kind.facts ? [[kind.example, kind] as const] : [])))
  if (lacking.size === 0) return
  const { rows } = await reader.pool.query<{ id: string; facts: Facts }>(
    "select id, body -> 'facts' as facts from event where id = any ($1::uuid[]) and made_at >= $2::timestamptz - interval '1 day'",
    [[...lacking.keys()], from],
  )
  for (const { id, facts } of rows) {
    const kind = lacking.get(id)
    if (kind) kind.facts = facts
  }
}
