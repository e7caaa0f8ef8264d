import { findEvent, keeps, recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import type { Action } from '../identity/authority-lists.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { rollBackOn } from '../platform/database.ts'
import { cellOf } from '../platform/ids.ts'
import { type Issuing, inNameOf } from './issuing.ts'
import { type GivenCommand, nextPassState, type PassState } from './pass.rules.ts'
import { findPassStateForUpdate, savePassState } from './pass.store.ts'
import { isOwnCase } from './separation.rules.ts'

export type ChangePass = {
  readonly requestId: CommandId
  readonly actor: Actor
  readonly number: string
  readonly command: GivenCommand
  readonly reason: string
}

const actionOf = { suspend: 'pass.suspend', resume: 'pass.suspend', revoke: 'pass.revoke' } as const satisfies Record<GivenCommand, Action>
const eventOf = { suspend: 'PassSuspended', resume: 'PassResumed', revoke: 'PassRevoked' } as const satisfies Record<GivenCommand, string>

/** Suspends, resumes or revokes a pass. The next status list carries it; our own gates see it at once. */
export async function changePass(issuing: Issuing, change: ChangePass): Promise<Outcome<{ number: string; state: PassState }>> {
  return rollBackOn(issuing.database, inNameOf(issuing, change.actor), async (tx) => {
    const pass = await findPassStateForUpdate(tx, change.number)
    if (!pass) return refuse('pass.not-here')
    const [place, now] = [areaPlace(pass.office), issuing.now()]
    const allowed = may(change.actor.grants, actionOf[change.command], place, now)
    // A pass that the person may not even read answers as one that does not exist.
    if (!allowed.ok) return may(change.actor.grants, 'pass.read', place, now).ok ? allowed : refuse('pass.not-here')
    if (isOwnCase(change.actor, pass)) return refuse('authority.own-case')
    const event = await findEvent(tx, change.requestId)
    const isSame = event?.subject === change.number && event.type === eventOf[change.command] && keeps(event, { reason: change.reason })
    if (event && !isSame) return refuse('request.id-reused', { about: { id: change.requestId } })
    if (event) return accept({ number: change.number, state: pass.state })
    const next = nextPassState(pass.state, change.command)
    if ('problem' in next) return refuse(next.problem)
    await savePassState(
      tx,
      { personId: pass.personId, number: change.number },
      { state: next.state, at: now, reason: change.command === 'resume' ? null : change.reason },
    )
    await recordEvent(tx, {
      id: change.requestId,
      cell: cellOf(pass.personId),
      type: eventOf[change.command],
      subject: change.number,
      actor: change.actor.account,
      place: pass.office,
      at: now,
      body: { state: next.state, reason: change.reason },
    })
    return accept({ number: change.number, state: next.state })
  })
}
