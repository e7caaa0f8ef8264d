import { recordReads } from '../../audit/record-read.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import type { CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { addDays, parseCivilDate, spanOfDay } from '../../kernel/time.ts'
import { discreet } from '../../movements/discreet.rules.ts'
import { countsByDay } from '../../movements/movement.queries.ts'
import type { MovementBody } from '../../movements/recorder.rows.ts'
import { inTransaction } from '../../platform/database.ts'
import { type PointServices, standingAt } from '../point-services.ts'
import { holderInHand } from '../referrals/evidence.ts'
import { type NotableAnswer, type NotableListAnswer, type NotableQuery, pageMax } from './notable.api.ts'
import { countsByRule, findNotable, type NotableRow, notableOf, officersOf } from './notable.queries.ts'
import { isNotable, notableOutcomes, spokeFor } from './notable.rules.ts'

type Bodies = ReadonlyMap<CommandId, MovementBody>

/** A day's, a page of them. Each document that is shown by its number is on record as read. */
export async function readNotableList(services: PointServices, actor: Actor, asked: NotableQuery): Promise<Outcome<NotableListAnswer>> {
  const [day, at] = [parseCivilDate(asked.day), services.now()]
  if (!day) return refuse('time.invalid')
  const standing = standingAt(services, actor, 'movement.read', asked.point)
  if (!standing.ok) return standing
  const [{ point, rule, limit = pageMax }, span] = [asked, spanOfDay(day)]
  const read = await inTransaction(services.database, { account: actor.account, at }, async (tx) => {
    const before = asked.before === undefined ? undefined : await findNotable(tx, asked.before as CommandId)
    if (asked.before !== undefined && before?.point !== point) return undefined
    const rows = await notableOf(tx, span, { point, rule, before, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const subjects = shown.flatMap(({ number }) => number ?? [])
    await recordReads(tx, { account: actor.account, subjects, place: point, at })
    const counted = await countsByDay(tx, { points: [point], from: day, until: addDays(day, 1) })
    return { shown, isLast: rows.length <= limit, counted, rules: await countsByRule(tx, span, point) }
  })
  if (!read) return refuse('movement.not-found')
  const { shown, isLast, counted, rules } = read
  const bodies = await services.recorder.recordedOf(shown.map(({ id }) => id))
  const officers = await officersBy(services, actor, bodies)
  const counts = notableOutcomes.map((outcome) => ({
    outcome,
    n: counted.filter((row) => row.outcome === outcome).reduce((sum, { count }) => sum + Number(count), 0),
  }))
  const movements = shown.map((row) => ({ ...told(row, bodies, officers), findings: findingsOf(bodies.get(row.id)) }))
  return accept(structuredClone({ counts, rules, movements, isLast }) as unknown as NotableListAnswer)
}

const findingsOf = (body: MovementBody | undefined) => (body ? spokeFor(body.verdict) : [])

const told = ({ id, ...row }: NotableRow, bodies: Bodies, officers: ReadonlyMap<string, string>) => ({
  id,
  ...row,
  officer: officers.get(bodies.get(id)?.shift ?? '') ?? null,
})

async function officersBy(services: PointServices, actor: Actor, bodies: Bodies): Promise<ReadonlyMap<string, string>> {
  const shifts = [...new Set([...bodies.values()].flatMap(({ shift }) => shift ?? []))]
  return inTransaction(services.database, { account: actor.account, at: services.now() }, (tx) => officersOf(tx, shifts))
}

/** One as it was recorded. What was admitted without a word, or referred, is not shown by this. */
export async function readNotable(services: PointServices, actor: Actor, movement: string): Promise<Outcome<NotableAnswer>> {
  const [id, at] = [movement as CommandId, services.now()]
  const row = await inTransaction(services.database, { account: actor.account, at }, async (tx) => {
    const found = await findNotable(tx, id)
    // One that the caller may not read answers as one that is not there.
    if (!found || !standingAt(services, actor, 'movement.read', found.point).ok) return undefined
    await recordReads(tx, { account: actor.account, subjects: [found.number ?? id], place: found.point, at })
    return found
  })
  const bodies = row && (await services.recorder.recordedOf([id]))
  const body = bodies?.get(id)
  if (!row || !bodies || !body || !isNotable(body.verdict.outcome)) return refuse('movement.not-found')
  const { facts, verdict } = structuredClone(body)
  const { point, number, occurredAt, undoneAt } = row
  const holder = await holderInHand(services, actor, { point, number, since: occurredAt, issuer: facts.document.issuer })
  const shown = { movement: { ...told(row, bodies, await officersBy(services, actor, bodies)), undoneAt }, facts: discreet(facts), verdict, holder }
  return accept(shown as unknown as NotableAnswer)
}
