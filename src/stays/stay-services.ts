import { hash } from 'node:crypto'
import { findEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import type { Action } from '../identity/authority-lists.rules.ts'
import type { Law } from '../instruments/law.rules.ts'
import type { OperatingParameters } from '../instruments/operating-parameters.ts'
import type { CommandId, StateCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'
import { placeOfPoint } from '../movements/read-movements.ts'
import type { LiveRegistry } from '../places/live-registry.ts'
import type { Database, Scope, Tx } from '../platform/database.ts'
import type { Portal } from '../portal/portal-services.ts'
import type { Reckoning, StayOnRecord } from './lawful.rules.ts'

/** What stays need of the instance. */
export type Stays = {
  readonly state: StateCode
  readonly law: Law
  readonly database: Database
  readonly registry: LiveRegistry
  readonly parameters: OperatingParameters
  readonly portal: Portal
  readonly now: () => Instant
}
export type StayCommand = { readonly requestId: CommandId; readonly actor: Actor }

export const inNameOf = ({ now }: Pick<Stays, 'now'>, actor: Actor): Scope => ({ account: actor.account, at: now() })
export const reckoningOf = ({ state, law, registry }: Pick<Stays, 'state' | 'law' | 'registry'>): Reckoning => ({
  state,
  law,
  registry: registry.current,
})

/** May they do this about what lies at this point? */
export function mayAtPoint(stays: Pick<Stays, 'registry' | 'state' | 'now'>, actor: Actor, action: Action, point: string): boolean {
  const place = placeOfPoint(stays, point)
  return place !== undefined && may(actor.grants, action, place, stays.now()).ok
}

/** The points that a stay lies at: where it began and where it ended. */
export const pointsOf = ({ opened, closed }: Pick<StayOnRecord, 'opened' | 'closed'>): string[] =>
  [opened?.point, closed?.point].filter((point) => point !== undefined)

/** The stays of a holder that are this reader's: all of them where the latest lies at a place of theirs, for that is where the person stands; else those that touch one. */
export function staysFor(stays: Stays, actor: Actor, action: Action, all: readonly StayOnRecord[]): StayOnRecord[] {
  const touches = (stay: StayOnRecord) => pointsOf(stay).some((point) => mayAtPoint(stays, actor, action, point))
  const [latest] = all
  return latest && touches(latest) ? [...all] : all.filter(touches)
}

export const saidOf = (command: unknown): string => hash('sha256', JSON.stringify(command), 'base64')

/** Did this command come before, with the same words? Undefined: it is new. */
export async function saidBefore(tx: Tx, id: CommandId, type: readonly string[], said: string): Promise<Outcome<{ subject: string }> | undefined> {
  const event = await findEvent(tx, id)
  if (!event) return undefined
  const same = type.includes(event.type) && 'said' in event.body && event.body.said === said
  return same ? accept({ subject: event.subject }) : refuse('request.id-reused', { about: { id } })
}
