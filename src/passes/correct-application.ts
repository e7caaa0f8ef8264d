import { findEvent } from '../audit/record-event.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, civilDateAt, epochMs } from '../kernel/time.ts'
import { inTransaction, type Tx, takeInHand } from '../platform/database.ts'
import { type Applicant, assessApplicant } from './applicant.rules.ts'
import { type Application, findApplication, insertPhoto, seenColumns } from './application.store.ts'
import { changeApplication, mayChange, type Step } from './change-application.ts'
import { identityChanges, isSearchedAgain } from './correction.rules.ts'
import { type Comparing, countComparison } from './count-search.ts'
import { deleteDraft } from './drafts/draft.store.ts'
import { inNameOf, type Marking } from './issuing.ts'
import { parseNationalId } from './national-id.rules.ts'
import { likenessOf, othersNear } from './near-people.ts'
import { moveDraftPictures } from './paper-picture.store.ts'
import { assessResidenceDays, type Seen } from './papers.rules.ts'
import { findQrTexts } from './pass.queries.ts'
import { isKnownByCaseAlone, rewritePerson } from './person.store.ts'
import { isOwnCase } from './separation.rules.ts'
import { namesAnother } from './signed-holder.ts'

export type CorrectApplication = Step & {
  readonly applicant: Applicant
  /** Null: the photo that is there stays. */
  readonly photo: { readonly portrait: Uint8Array; readonly chip: Uint8Array } | null
  /** Null: what was seen stays as it was said. */
  readonly seen: Seen | null
  /** People whom the clerk was shown beside the corrected applicant and said of: another person. */
  readonly otherPeople: readonly string[]
}

/**
 * Puts right what a case was returned for, or what a clerk sees before the fee is paid: who, where they live, the photo. The same person it stays: the number and
 * the birthday that they are known by change only while nothing else hangs on them, and people alike are looked for again. The fee that was set or paid stays.
 */
export async function correctApplication(issuing: Comparing & Marking, command: CorrectApplication): Promise<Outcome<Application>> {
  const counted = await countLookUp(issuing, command)
  if (!counted.ok) return counted
  const now = issuing.now()
  const today = civilDateAt(now, borderZone)
  return changeApplication(issuing, command, 'correct', 'ApplicationCorrected', async (tx, application) => {
    const assessed = assessApplicant(issuing.law, issuing.state, application.office, command.applicant, today)
    if (!assessed.ok) return assessed
    if (isOwnCase(command.actor, assessed.value)) return refuse('authority.own-case')
    const { seen } = command
    const days = seen ? assessResidenceDays(seen.residence, assessed.value.birthDate, today) : accept(undefined)
    if (!days.ok) return days
    const told = await correctPerson(tx, issuing, { application, after: assessed.value, otherPeople: command.otherPeople })
    if (!told.ok) return told
    // What was typed for this correction is the office's draft under the case's own id: it ends here, and its pictures stay with the case.
    await moveDraftPictures(tx, application.id, application.id)
    await deleteDraft(tx, application.id)
    const makers = new Set([...application.hands.correctedBy, command.actor.account])
    const change = { event: told.value, corrected_at: now, corrected_accounts: [...makers], ...(seen && seenColumns(seen)) }
    if (!command.photo) return accept(change)
    const clock = { ms: epochMs(now), at: now }
    return accept({ ...change, photo_id: await insertPhoto(tx, { personId: application.personId, ...command.photo, ...clock }) })
  })
}

/** Another number is asked of the register, and the answer says whether somebody has it: that counts as a comparison does, before the answer and whatever it is. */
async function countLookUp(issuing: Comparing, { requestId, actor, application: id, applicant }: CorrectApplication): Promise<Outcome<unknown>> {
  const [now, number] = [issuing.now(), parseNationalId(applicant.nationalId, issuing.state)]
  const office = await inTransaction(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const application = await findApplication(tx, id)
    // What is refused without asking, and a command that was done before, look nothing up.
    if (!application || !mayChange(application, actor, 'correct', now).ok || (await findEvent(tx, requestId))) return undefined
    return number === undefined || number === application.applicant.nationalId ? undefined : application.office
  })
  return office === undefined ? accept(undefined) : countComparison(issuing, actor, office)
}

type Correction = { readonly application: Application; readonly after: Applicant; readonly otherPeople: readonly string[] }

/** Writes the person as corrected. What the event tells of it: that number or birthday changed, without being readable, and who is alike now. */
async function correctPerson(tx: Tx, { fingerprint }: Marking, { application, after, otherPeople }: Correction): Promise<Outcome<object>> {
  const { id, personId, applicant: before } = application
  await takeInHand(tx, [before.nationalId, after.nationalId])
  const fields = identityChanges(before, after)
  if (fields.length > 0 && !(await isKnownByCaseAlone(tx, personId, id))) return refuse('application.other-person')
  if (await namesAnotherThanPass(tx, application, after)) return refuse('extension.other-data')
  if (!(await rewritePerson(tx, personId, { before, after }))) return refuse('application.number-on-record')
  if (!isSearchedAgain(before, after)) return accept({})
  const near = await othersNear(tx, after)
  if (near.some(({ reasons }) => reasons.includes('nationalId.same'))) return refuse('application.number-on-record')
  const said = (known: Applicant) => fingerprint(JSON.stringify([known.nationalId, known.birthDate]))
  const identity = { fields, before: said(before), after: said(after) }
  return accept({ ...(fields.length > 0 && { identity }), near: likenessOf(near, otherPeople) })
}

/** Of an extension: the pass keeps whom it names, and nothing is paid or examined that could not be signed. */
async function namesAnotherThanPass(tx: Tx, { kind, subjectPass }: Application, after: Applicant): Promise<boolean> {
  if (kind !== 'extension' || subjectPass === null) return false
  const text = (await findQrTexts(tx, [subjectPass])).get(subjectPass)
  return text !== undefined && namesAnother(text, after)
}
