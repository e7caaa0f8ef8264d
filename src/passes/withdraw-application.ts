import { accept, type Outcome } from '../kernel/outcome.ts'
import type { Application } from './application.store.ts'
import { spoilBoundBooklet } from './booklets/spoil-bound.ts'
import { type CloseApplication, changeApplication } from './change-application.ts'
import type { Issuing } from './issuing.ts'
import { resumeFound } from './old-passes.ts'

export type WithdrawApplication = CloseApplication & { readonly passFound?: boolean }

/**
 * Withdrawn. Where it was to replace a pass that was lost or stolen, that one stays suspended, unless the clerk says that it was found. After the signature only
 * while its pass is over: the number of a booklet that waited to be handed over is then spoilt, and serves nobody; what was signed and produced stays counted.
 */
export const withdrawApplication = (issuing: Issuing, command: WithdrawApplication): Promise<Outcome<Application>> =>
  changeApplication(issuing, command, 'withdraw', 'ApplicationWithdrawn', async (tx, application) => {
    const [at, account] = [issuing.now(), command.actor.account]
    if (command.passFound) {
      const resumed = await resumeFound(tx, application, { actor: command.actor, at })
      if (!resumed.ok) return resumed
    }
    await spoilBoundBooklet(tx, application, { at, by: account, reason: command.reason })
    const pass = application.pass && { pass: application.passNumber, from: application.state }
    return accept({ reason: command.reason, closed_at: at, ...(pass && { event: pass }) })
  })
