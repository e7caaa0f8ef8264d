import { hash } from 'node:crypto'
import { findEvent, recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import type { Action } from '../identity/authority-lists.rules.ts'
import type { Place } from '../identity/place.rules.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'
import type { MovementServices } from '../movements/movements.routes.ts'
import { placeOfPoint } from '../movements/read-movements.ts'
import { rollBackOn, type Tx } from '../platform/database.ts'
import type { Cell } from '../platform/ids.ts'
import type { LivePoints } from './live/live-points.ts'
import type { LiveShifts } from './shifts/live-shifts.ts'

/** What the work of a crossing point needs of the instance. */
export type PointServices = Omit<MovementServices, 'shifts'> & { readonly shifts: LiveShifts; readonly live: LivePoints }

type At = { readonly place: Place; readonly leads: boolean }

/** May they do this at this point, and do they lead it? A point that is not there is said before what a role may. */
export function standingAt(services: Pick<PointServices, 'registry' | 'state' | 'now'>, actor: Actor, action: Action, point: string): Outcome<At> {
  const [place, now] = [placeOfPoint(services, point), services.now()]
  if (!place) return refuse('point.unknown')
  const allowed = may(actor.grants, action, place, now)
  return allowed.ok ? accept({ place, leads: may(actor.grants, 'point.lead', place, now).ok }) : allowed
}

export type PointCommand = { readonly requestId: CommandId; readonly type: string; readonly body: object }
export type Told = { readonly subject: string; readonly point: string; readonly cell?: Cell; readonly body: object }

/**
 * One command, one transaction, once. `write` answers what the event tells, and that is what the command answers when it comes again. Two that were
 * sent at once and broke a rule of the tables (a lane has one officer) are decided again.
 */
export async function pointCommand<T extends Told>(
  { database, now }: Pick<PointServices, 'database' | 'now'>,
  actor: Actor,
  { requestId, type, body }: PointCommand,
  write: (tx: Tx, at: Instant) => Promise<Outcome<T>>,
): Promise<Outcome<{ readonly body: T['body']; readonly again: boolean; readonly point: string }>> {
  const said = hash('sha256', JSON.stringify([type, body]), 'base64')
  const attempt = () => {
    const at = now()
    return rollBackOn<Outcome<{ body: T['body']; again: boolean; point: string }>>(database, { account: actor.account, at }, async (tx) => {
      const before = await findEvent(tx, requestId)
      if (before) {
        const { said: was, point, ...answer } = before.body as { said?: string; point?: string }
        return before.type === type && was === said
          ? accept({ body: answer as T['body'], again: true, point: point ?? '' })
          : refuse('request.id-reused', { about: { id: requestId } })
      }
      const written = await write(tx, at)
      if (!written.ok) return written
      const { subject, point, cell = 0 as Cell, body: told } = written.value
      await recordEvent(tx, { id: requestId, cell, type, subject, actor: actor.account, at, place: point, body: { ...told, said, point } })
      return accept({ body: told, again: false, point })
    })
  }
  for (let left = 3; ; left -= 1) {
    try {
      return await attempt()
    } catch (error) {
      const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : ''
      if (left === 0 || !/^(event_|shift_)/.test(constraint)) throw error
    }
  }
}
