import { hash } from 'node:crypto'
import { findEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { type Place, parsePlace } from '../identity/place.rules.ts'
import type { OperatingParameters } from '../instruments/operating-parameters.ts'
import type { CommandId, StateCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../kernel/time.ts'
import type { LiveRegistry } from '../places/live-registry.ts'
import { findPoint } from '../places/registry.rules.ts'
import type { Database, Scope, Tx } from '../platform/database.ts'
import type { LiveWatchlist } from './live-watchlist.ts'

/** What the watchlist needs of the instance. */
export type Watching = {
  readonly database: Database
  readonly state: StateCode
  readonly now: () => Instant
  readonly parameters: OperatingParameters
  readonly registry: Pick<LiveRegistry, 'current'>
  readonly watchlist: LiveWatchlist
}
export type WatchCommand = { readonly requestId: CommandId; readonly actor: Actor }

export const inNameOf = ({ now }: Pick<Watching, 'now'>, actor: Actor): Scope => ({ account: actor.account, at: now() })
export const todayOf = ({ now }: Pick<Watching, 'now'>): CivilDate => civilDateAt(now(), borderZone)

/** A state, a province, an office or a point of ours; undefined: no such place. */
export const placeOf = ({ registry, state }: Pick<Watching, 'registry' | 'state'>, id: string): Place | undefined =>
  parsePlace(id, (point) => findPoint(registry.current, point)?.areas[state]?.at(-1)?.value)

/** Entries are the state's or a province's. */
export const isDesk = ({ kind }: Place): boolean => kind === 'state' || kind === 'province'

/** The same text for the same command: who sends an id again must say the same. */
export const saidOf = (command: unknown): string => hash('sha256', JSON.stringify(command), 'base64')

/** What a command answered when it came first; refused where its id stood for another. Undefined: it is new. */
export async function saidBefore(tx: Tx, id: CommandId, type: string, said: string): Promise<Outcome<{ subject: string; body: object }> | undefined> {
  const event = await findEvent(tx, id)
  if (!event) return undefined
  const same = event.type === type && 'said' in event.body && event.body.said === said
  return same ? accept({ subject: event.subject, body: event.body }) : refuse('request.id-reused', { about: { id } })
}
