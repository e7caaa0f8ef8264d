import { findEvent, keeps } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import type { Law } from '../instruments/law.rules.ts'
import type { CommandId, StateCode } from '../kernel/code.ts'
import { type Outcome, refuse } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database, Scope, Tx } from '../platform/database.ts'
import type { HolderBoundId } from '../platform/ids.ts'
import { type Application, findApplication } from './application.store.ts'

/** What every command of issuing needs of the instance. */
export type Issuing = {
  readonly database: Database
  readonly state: StateCode
  readonly law: Law
  readonly now: () => Instant
}
/** The same text gives the same mark; without this instance's key nobody can guess a text back from it. */
export type Marking = { readonly fingerprint: (text: string) => string }

/** A transaction in this person's name, at this instance's time. */
export const inNameOf = ({ now }: Pick<Issuing, 'now'>, actor: Actor): Scope => ({ account: actor.account, at: now() })

/** The answer of a command that came before: the application as it is now; a stranger's id is refused. Undefined: the command is new. */
export async function answerAgain(
  tx: Tx,
  requestId: CommandId,
  type: string,
  about: { readonly application: HolderBoundId; readonly says?: object } | { readonly said: string },
): Promise<Outcome<Application> | undefined> {
  const event = await findEvent(tx, requestId)
  if (!event) return undefined
  const subject = event.subject as HolderBoundId
  const same = 'said' in about ? keeps(event, about) : subject === about.application && keeps(event, about.says ?? {})
  if (event.type !== type || !same) return refuse('request.id-reused', { about: { id: requestId } })
  const found = await findApplication(tx, subject)
  return found ? { ok: true, value: found } : refuse('application.not-found')
}
