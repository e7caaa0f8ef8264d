import { recordEvent } from '../../audit/record-event.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { may } from '../../identity/authority.rules.ts'
import { areaPlace } from '../../identity/place.rules.ts'
import type { CommandId } from '../../kernel/code.ts'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import { rollBackOn } from '../../platform/database.ts'
import { cellOf, type HolderBoundId } from '../../platform/ids.ts'
import { type Application, findApplicationForUpdate } from '../application.store.ts'
import { answerAgain, type Issuing, inNameOf, type Marking } from '../issuing.ts'
import { deleteMobile, saveMobile } from './message.store.ts'
import { assessMobile, isOpenToMessages, type MobileAsked } from './mobile.rules.ts'

export type SetMobile = {
  readonly requestId: CommandId
  readonly actor: Actor
  readonly application: HolderBoundId
  /** Null: the person wants no more messages, and the number goes at once. */
  readonly mobile: MobileAsked | null
}

/** Gives a case another number, or none. What is on its way to nobody then is overtaken. The event says that it was done, and no number. */
export function setMobile(issuing: Issuing & Marking, isUsed: boolean, command: SetMobile): Promise<Outcome<Application>> {
  const { requestId, actor, application: id } = command
  const at = issuing.now()
  const said = issuing.fingerprint(JSON.stringify(['mobile', id, command.mobile]))
  return rollBackOn(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const application = await findApplicationForUpdate(tx, id)
    if (!application || !may(actor.grants, 'application.read', areaPlace(application.office), at).ok) return refuse('application.not-found')
    const allowed = may(actor.grants, 'application.take', areaPlace(application.office), at)
    if (!allowed.ok) return allowed
    const event = command.mobile === null ? 'MobileTakenOut' : 'MobileGiven'
    const again = await answerAgain(tx, requestId, event, { said })
    if (again) return again
    const mobile = assessMobile(issuing.state, isUsed, command.mobile)
    if (!mobile.ok) return mobile
    if (mobile.value !== null && !isOpenToMessages(application.state)) return refuse('application.closed')
    if (mobile.value === null) await deleteMobile(tx, id)
    else await saveMobile(tx, id, mobile.value, { at, by: actor.account })
    await recordEvent(tx, {
      id: requestId,
      cell: cellOf(id),
      type: event,
      subject: id,
      actor: actor.account,
      place: application.office,
      at,
      body: { said },
    })
    return { ok: true, value: application }
  })
}
