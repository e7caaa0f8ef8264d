import { findEvent, recordEvent } from '../audit/record-event.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { rollBackOn } from '../platform/database.ts'
import { cellOf } from '../platform/ids.ts'
import type { Issuing } from './issuing.ts'
import { nextPassState, type PassCommand, type PassState } from './pass.rules.ts'
import { findPassStateForUpdate, savePassState } from './pass.store.ts'

export type ChangePass = {
  readonly requestId: CommandId
  readonly actor: string
  readonly number: string
  readonly command: PassCommand
  readonly reason: string
}

const eventOf = { suspend: 'PassSuspended', resume: 'PassResumed', revoke: 'PassRevoked' } as const satisfies Record<PassCommand, string>

/** Suspends, resumes or revokes a pass. The next status list carries it; our own gates see it at once. */
export async function changePass(issuing: Issuing, change: ChangePass): Promise<Outcome<{ number: string; state: PassState }>> {
  return rollBackOn(issuing.database, async (tx) => {
    const pass = await findPassStateForUpdate(tx, change.number)
    if (!pass) return refuse('pass.not-found')
    const event = await findEvent(tx, change.requestId)
    if (event && (event.subject !== change.number || event.type !== eventOf[change.command]))
      return refuse('request.id-reused', { about: { id: change.requestId } })
    if (event) return accept({ number: change.number, state: pass.state })
    const next = nextPassState(pass.state, change.command)
    if ('problem' in next) return refuse(next.problem)
    await savePassState(tx, pass.personId, change.number, next.state)
    await recordEvent(tx, {
      id: change.requestId,
      cell: cellOf(pass.personId),
      type: eventOf[change.command],
      subject: change.number,
      actor: change.actor,
      at: issuing.now(),
      body: { state: next.state, reason: change.reason },
    })
    return accept({ number: change.number, state: next.state })
  })
}
