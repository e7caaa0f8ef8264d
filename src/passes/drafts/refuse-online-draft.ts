import { findEvent, keeps, recordEvent } from '../../audit/record-event.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import type { CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { rollBackOn } from '../../platform/database.ts'
import { cellOf, type HolderBoundId } from '../../platform/ids.ts'
import { type Issuing, inNameOf } from '../issuing.ts'
import { emptyRefusedDraft } from './draft.store.ts'
import { visibleDraft } from './keep-draft.ts'

export type RefuseOnlineDraft = { readonly requestId: CommandId; readonly actor: Actor; readonly id: string; readonly reason: string }

/** The office does not take what a resident sent: its words and pictures go, and its number answers with the reason for as long as drafts are kept. */
export function refuseOnlineDraft(issuing: Issuing, { requestId, actor, id, reason }: RefuseOnlineDraft): Promise<Outcome<{ id: string }>> {
  const at = issuing.now()
  return rollBackOn(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const draft = await visibleDraft(tx, actor, id, issuing, 'locked')
    const earlier = await findEvent(tx, requestId)
    if (earlier)
      return earlier.type === 'OnlineDraftRefused' && earlier.subject === id && keeps(earlier, { reason })
        ? accept({ id })
        : refuse('request.id-reused', { about: { id: requestId } })
    if (draft?.source !== 'online') return refuse('draft.not-found')
    await emptyRefusedDraft(tx, draft, { at, by: actor.account, reason })
    const cell = cellOf(id as HolderBoundId)
    const event = { id: requestId, cell, type: 'OnlineDraftRefused', subject: id, actor: actor.account, place: draft.office, at }
    await recordEvent(tx, { ...event, body: { reason } })
    return accept({ id })
  })
}
