import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, civilDateAt, epochMs } from '../kernel/time.ts'
import { takeInHand } from '../platform/database.ts'
import { type Applicant, assessApplicant } from './applicant.rules.ts'
import { type Application, insertPhoto, seenColumns } from './application.store.ts'
import { changeApplication, type Step } from './change-application.ts'
import { deleteDraft } from './drafts/draft.store.ts'
import type { Issuing } from './issuing.ts'
import { moveDraftPictures } from './paper-picture.store.ts'
import { assessResidenceDays, type Seen } from './papers.rules.ts'
import { saveApplicant } from './person.store.ts'
import { isOwnCase } from './separation.rules.ts'

export type CorrectApplication = Step & {
  readonly applicant: Applicant
  /** Null: the photo that is there stays. */
  readonly photo: { readonly portrait: Uint8Array; readonly chip: Uint8Array } | null
  /** Null: what was seen stays as it was said. */
  readonly seen: Seen | null
}

/**
 * Puts right what a case was returned for, or what a clerk sees before the fee is paid: who, where they live, the photo. The same person it must
 * be: another identity number is another case. The fee that was set or paid stays as it was.
 */
export async function correctApplication(issuing: Issuing, command: CorrectApplication): Promise<Outcome<Application>> {
  const now = issuing.now()
  const today = civilDateAt(now, borderZone)
  return changeApplication(issuing, command, 'correct', 'ApplicationCorrected', async (tx, application) => {
    const assessed = assessApplicant(issuing.law, issuing.state, application.office, command.applicant, today)
    if (!assessed.ok) return assessed
    if (assessed.value.nationalId !== application.applicant.nationalId) return refuse('application.other-person')
    if (isOwnCase(command.actor, assessed.value)) return refuse('authority.own-case')
    const { seen } = command
    const days = seen ? assessResidenceDays(seen.residence, assessed.value.birthDate, today) : accept(undefined)
    if (!days.ok) return days
    await takeInHand(tx, [assessed.value.nationalId])
    const clock = { ms: epochMs(now), at: now }
    const personId = await saveApplicant(tx, assessed.value, application.applicant.madeUp, clock)
    if (personId !== application.personId) return refuse('applicant.identity-differs')
    // What was typed for this correction is the office's draft under the case's own id: it ends here, and its pictures stay with the case.
    await moveDraftPictures(tx, application.id, application.id)
    await deleteDraft(tx, application.id)
    const change = { corrected_at: now, ...(seen && seenColumns(seen)) }
    if (!command.photo) return accept(change)
    return accept({ ...change, photo_id: await insertPhoto(tx, { personId, ...command.photo, ...clock }) })
  })
}
