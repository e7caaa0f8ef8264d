import type { Actor } from '../../identity/actor.rules.ts'
import { may } from '../../identity/authority.rules.ts'
import type { CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { type Instant, parseCivilDate, spanOfDay } from '../../kernel/time.ts'
import { placeOfPoint } from '../../movements/read-movements.ts'
import { inTransaction } from '../../platform/database.ts'
import { isLine } from '../../platform/schemas.ts'
import { type PointServices, pointCommand, standingAt } from '../point-services.ts'
import { findShift, lastNoteAt, liveAtLane, liveOf, lockShift, shiftsBetween } from './shift.queries.ts'
import { decideBegin, decideEnd, type Shift } from './shift.rules.ts'
import { endShiftRow, insertShift, lockWork } from './shift.store.ts'

export type ShiftAnswer = Shift & { readonly again: boolean }
export type BeginShift = { readonly id: string; readonly point: string; readonly lane: string; readonly takeOver?: boolean | undefined }

/** An officer signs in to a lane. Their earlier shift ends, wherever it was; the id is the shift's own. */
export async function beginShift(services: PointServices, actor: Actor, body: BeginShift): Promise<Outcome<ShiftAnswer>> {
  const { id, point, takeOver = false } = body
  const lane = body.lane.trim()
  const standing = standingAt(services, actor, 'shift.work', point)
  if (!standing.ok) return standing
  if (!isLine(lane)) return refuse('request.malformed', { about: { where: 'body/lane', why: 'nothing to read, or signs that are not seen' } })
  const { leads } = standing.value
  const done = await pointCommand(services, actor, { requestId: id as CommandId, type: 'ShiftBegun', body }, async (tx, now) => {
    await lockWork(tx, { officer: actor.account, point, lane })
    const [there, mine] = [await liveAtLane(tx, { point, lane }), await liveOf(tx, actor.account)]
    const idleMinutes = services.parameters('shift.idle-minutes', now)
    const decided = decideBegin({ officer: actor.account, leads, takeOver, now, idleMinutes }, { lane, there, mine })
    if (!decided.ok) return decided
    for (const { shift, how } of decided.value)
      await endShiftRow(tx, shift.id, { at: latest(now, shift.startedAt), by: actor.account, how, note: null })
    await insertShift(tx, { id, point, lane, officer: actor.account, officerName: actor.name, leads, startedAt: now })
    // The lane's name is somebody's own word: it stands in the shift's row, not in the record for ever.
    return accept({ subject: id, point, body: { ended: decided.value.map(({ shift, how }) => ({ shift: shift.id, how })) } })
  })
  return done.ok ? shown(services, actor, id, done.value.again) : done
}

/** With a word for whoever comes next. */
export async function endShift(
  services: PointServices,
  actor: Actor,
  { id, requestId, note }: { readonly id: string; readonly requestId: string; readonly note: string },
): Promise<Outcome<ShiftAnswer>> {
  const command = { requestId: requestId as CommandId, type: 'ShiftEnded', body: { id, note } }
  const done = await pointCommand(services, actor, command, async (tx, now) => {
    const shift = await lockShift(tx, id)
    const standing = shift && standingAt(services, actor, 'shift.work', shift.point)
    if (!shift || !standing?.ok) return refuse('shift.not-found')
    const decided = decideEnd(shift, { officer: actor.account, leads: standing.value.leads })
    if (!decided.ok) return decided
    await endShiftRow(tx, id, { at: latest(now, shift.startedAt), by: actor.account, how: 'ended', note: note.trim() === '' ? null : note.trim() })
    return accept({ subject: id, point: shift.point, body: {} })
  })
  return done.ok ? shown(services, actor, id, done.value.again) : done
}

/** Two machines' clocks may differ by a little: nothing ends before it began. */
const latest = (one: Instant, other: Instant): Instant => (one > other ? one : other)

async function shown(services: PointServices, actor: Actor, id: string, again: boolean): Promise<Outcome<ShiftAnswer>> {
  await services.shifts.refresh()
  const shift = await inTransaction(services.database, { account: actor.account, at: services.now() }, (tx) => findShift(tx, id))
  if (shift) services.live.changed(shift.point)
  return shift ? accept({ ...shift, again }) : refuse('shift.not-found')
}

/** The officer's own live shift, and what was last left word of at its lane. */
export function myShift(services: PointServices, actor: Actor) {
  return inTransaction(services.database, { account: actor.account, at: services.now() }, async (tx) => {
    const shift = await liveOf(tx, actor.account)
    return { shift, before: shift && (await lastNoteAt(tx, shift)) }
  })
}

export async function readShifts(
  services: PointServices,
  actor: Actor,
  query: { readonly point: string; readonly day: string },
): Promise<Outcome<Shift[]>> {
  const day = parseCivilDate(query.day)
  if (!day) return refuse('time.invalid')
  const place = placeOfPoint(services, query.point)
  if (!place) return refuse('point.unknown')
  const allowed = may(actor.grants, 'movement.read', place, services.now())
  if (!allowed.ok) return allowed
  return accept(
    await inTransaction(services.database, { account: actor.account, at: services.now() }, (tx) => shiftsBetween(tx, place.id, spanOfDay(day))),
  )
}
