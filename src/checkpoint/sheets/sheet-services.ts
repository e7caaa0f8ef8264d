import { findEvent } from '../../audit/record-event.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { may } from '../../identity/authority.rules.ts'
import type { Action } from '../../identity/authority-lists.rules.ts'
import type { OperatingParameters } from '../../instruments/operating-parameters.ts'
import type { CommandId, StateCode } from '../../kernel/code.ts'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Instant } from '../../kernel/time.ts'
import { placeOfPoint } from '../../movements/read-movements.ts'
import type { LiveRegistry } from '../../places/live-registry.ts'
import { type Database, rollBackOn, type Tx } from '../../platform/database.ts'
import type { LiveWatchlist } from '../../watchlist/live-watchlist.ts'
import type { LivePoints } from '../live/live-points.ts'
import { onShiftAt } from '../shifts/shift.queries.ts'
import type { Replacer } from './goods-sheet.rules.ts'
import type { Chapters, VehicleClasses } from './sheet-data.ts'

/** What writing and reading sheets needs of the instance. */
export type Sheets = {
  readonly state: StateCode
  readonly database: Database
  readonly registry: LiveRegistry
  readonly parameters: OperatingParameters
  readonly classes: VehicleClasses
  readonly chapters: Chapters
  readonly watchlist: LiveWatchlist
  readonly live: Pick<LivePoints, 'changed'>
  readonly now: () => Instant
}

/** May they do this at this point? A point that is not there is said before what a role may. */
export function mayAtPoint(sheets: Sheets, actor: Actor, action: Action, point: string): Outcome<unknown> {
  const place = placeOfPoint(sheets, point)
  return place ? may(actor.grants, action, place, sheets.now()) : refuse('point.unknown')
}

/** What this caller may put right of the goods sheets of a point. */
export async function replacerAt(sheets: Sheets, actor: Actor, tx: Tx, point: string): Promise<Replacer> {
  return {
    account: actor.account,
    leads: mayAtPoint(sheets, actor, 'point.lead', point).ok,
    shiftBegan: (await onShiftAt(tx, { officer: actor.account, point }))?.startedAt ?? null,
  }
}

export type Once<T> = {
  readonly id: CommandId
  readonly event: string
  /** The mark of all that was sent: the same id with other words is another command. */
  readonly said: string
  again(tx: Tx): Promise<Outcome<T>>
  write(tx: Tx): Promise<Outcome<T>>
}

/** One command, one transaction, once: what came before with this id and these words is answered as it was. */
export async function once<T>({ database, now }: Sheets, actor: Actor, { id, event, said, again, write }: Once<T>): Promise<Outcome<T>> {
  const attempt = () =>
    rollBackOn(database, { account: actor.account, at: now() }, async (tx) => {
      const before = await findEvent(tx, id)
      if (!before) return write(tx)
      return before.type === event && 'said' in before.body && before.body.said === said ? again(tx) : refuse('request.id-reused', { about: { id } })
    })
  try {
    return await attempt()
  } catch (error) {
    const constraint = brokenUnique(error)
    if (onceRules.includes(constraint)) return refuse('sheet.already-on')
    if (!constraint.startsWith('event_')) throw error
    // The same id, sent twice at once: the other is through now. Somebody else's event is not ours to see, and breaks the rule again (http.ts says so).
    return attempt()
  }
}

const onceRules = ['vehicle_sheet_rider_once', 'goods_sheet_movement_once', 'goods_sheet_vehicle_once']

function brokenUnique(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return ''
  return 'constraint' in error ? String(error.constraint) : ''
}
