import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import type { AreaCode, CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, civilDateAt, epochMs } from '../kernel/time.ts'
import { brokeUnique, inTransaction, rollBackOn, type Tx, takeInHand } from '../platform/database.ts'
import { cellOf, newHolderBoundId } from '../platform/ids.ts'
import { type Applicant, assessApplicant } from './applicant.rules.ts'
import { photoOnRecord } from './applicant-of-pass.ts'
import { type AboutPass, type Application, findApplication, insertApplication, insertPhoto } from './application.store.ts'
import { type Comparing, countComparison } from './count-search.ts'
import { deleteDraft, findDraftForUpdate } from './drafts/draft.store.ts'
import { feeOf } from './fee.rules.ts'
import { takeFollowNumber } from './follow-number.store.ts'
import { answerAgain, type Issuing, inNameOf, type Marking } from './issuing.ts'
import { officesOn, signingMandate } from './mandate.queries.ts'
import { messageOf } from './messages/message.rules.ts'
import { queueMessages, saveMobile } from './messages/message.store.ts'
import type { Mobile } from './messages/mobile.rules.ts'
import { likenessOf, othersNear } from './near-people.ts'
import { countDeed } from './numbers/counters.store.ts'
import { settleOldPass } from './old-passes.ts'
import { moveDraftPictures } from './paper-picture.store.ts'
import { assessResidenceDays, caseKindOf, nothingSeen, type Seen } from './papers.rules.ts'
import { saveApplicant } from './person.store.ts'
import { isOwnCase } from './separation.rules.ts'

export type ApplyForPass = {
  readonly requestId: CommandId
  readonly actor: Actor
  readonly office: AreaCode
  readonly applicant: Applicant
  /** Without a new one the photo of the pass that the case is about goes on, if it is not older than the case's papers allow. */
  readonly photo: { readonly portrait: Uint8Array; readonly chip: Uint8Array } | { readonly monthsMax: number }
  readonly madeUp: boolean
  /** The pass to be replaced or extended; null: a first one. */
  readonly about?: AboutPass | null
  /** The office's draft that this was: it ends with it. */
  readonly draft?: string | null
  /** The papers that the clerk saw, and what they say of the home; without it: none. */
  readonly seen?: Seen
  /** People whom the clerk was shown beside the applicant and said of: another person. */
  readonly otherPeople?: readonly string[]
  /** Where the person agreed to be told. */
  readonly mobile?: Mobile | null
}

/** Takes an application at an office: who, where they live, the photo, and the fee that the law sets on this day. */
export async function applyForPass(issuing: Issuing & Marking, command: ApplyForPass): Promise<Outcome<Application>> {
  const now = issuing.now()
  const today = civilDateAt(now, borderZone)
  const allowed = may(command.actor.grants, 'application.take', areaPlace(command.office), now)
  if (!allowed.ok) return allowed
  const scope = inNameOf(issuing, command.actor)
  // What was asked, without being readable: two requests with one id are the same when this is the same.
  const { seen = nothingSeen } = command
  const said = issuing.fingerprint(
    JSON.stringify([
      command.office,
      command.applicant,
      ...(command.about ? [command.about] : []),
      ...saidOf(command.seen),
      ...(command.mobile ? [{ mobile: command.mobile }] : []),
    ]),
  )
  try {
    return await rollBackOn(issuing.database, scope, async (tx) => {
      const again = await answerAgain(tx, command.requestId, 'ApplicationSubmitted', { said })
      if (again) return again
      const offices = await officesOn(tx, today)
      if (!offices.some((office) => office.id === command.office)) return refuse('office.unknown', { about: { office: command.office } })
      const assessed = assessApplicant(issuing.law, issuing.state, command.office, command.applicant, today)
      if (!assessed.ok) return assessed
      const mandate = await signingMandate(tx, { office: command.office, area: assessed.value.homeArea, now })
      if (!mandate.ok) return mandate
      const days = assessResidenceDays(seen.residence, assessed.value.birthDate, today)
      if (!days.ok) return days
      if (isOwnCase(command.actor, assessed.value)) return refuse('authority.own-case')
      // Of two who send in one draft at once the second finds it gone: nobody's papers go with another's case.
      if (command.draft) await findDraftForUpdate(tx, command.draft)
      await takeInHand(tx, [assessed.value.nationalId])
      const fee = feeOf(
        issuing.law,
        issuing.state,
        caseKindOf(command.about?.kind ?? 'new', command.about && 'cause' in command.about ? command.about.cause : null),
        today,
      )
      if (!fee) throw new Error(`no fee is in force in ${issuing.state} on ${today}`)

      const clock = { ms: epochMs(now), at: now }
      const personId = await saveApplicant(tx, assessed.value, command.madeUp, clock)
      if (!personId) return refuse('applicant.identity-differs')
      const about = command.about ? { ...command.about, number: command.about.number.toUpperCase() } : null
      const old = await settleOldPass(tx, issuing, {
        about,
        applicant: assessed.value,
        personId,
        actor: command.actor,
        place: command.office,
        at: now,
      })
      if (!old.ok) return old
      const near = await othersNear(tx, assessed.value)
      // The same number with spaces, hyphens or other digits is the same person's.
      if (near.some(({ reasons }) => reasons.includes('nationalId.same'))) return refuse('applicant.identity-differs')
      const photo = await photoOf(tx, issuing, command, about)
      if (!photo.ok) return photo
      const photoId = await insertPhoto(tx, { personId, ...clock, ...photo.value })
      const id = newHolderBoundId(clock.ms, cellOf(personId))
      await insertApplication(tx, {
        id,
        personId,
        photoId,
        office: command.office,
        at: now,
        fee: { ...fee.value, instrument: fee.instrument },
        takenBy: command.actor.account,
        about,
        seen,
        // A resident who applied online goes on with the number that they were given.
        followNumber: await takeFollowNumber(tx, id, command.draft ?? null),
      })
      if (command.draft) await moveDraftPictures(tx, command.draft, id)
      if (command.draft) await deleteDraft(tx, command.draft)
      await recordEvent(tx, {
        id: command.requestId,
        cell: cellOf(id),
        type: 'ApplicationSubmitted',
        subject: id,
        actor: command.actor.account,
        place: command.office,
        at: now,
        body: {
          said,
          office: command.office,
          fee: fee.value,
          instrument: fee.instrument,
          about,
          ...(near.length > 0 && { near: likenessOf(near, command.otherPeople ?? []) }),
        },
      })
      await countDeed(tx, { office: command.office, account: command.actor.account, step: 'submit', at: now })
      const saved = await findApplication(tx, id)
      if (!saved) return refuse('application.not-found')
      if (command.mobile) await saveMobile(tx, id, command.mobile, { at: now, by: command.actor.account })
      if (command.mobile) await queueMessages(tx, messageOf.submit, [saved], now)
      return accept(saved)
    })
  } catch (error) {
    if (!brokeUnique(error, 'application_open')) throw error
    // The same request at the same time: the other one won, and its answer is ours.
    const again = await inTransaction(issuing.database, scope, (tx) => answerAgain(tx, command.requestId, 'ApplicationSubmitted', { said }))
    return again ?? refuse('applicant.has-open-application')
  }
}

/** As at a counter: that a number is somebody else's says that it is registered, and counts as a comparison with the register does. What is taken stands on record by itself. */
export async function takeApplication(comparing: Comparing & Marking, command: ApplyForPass): Promise<Outcome<Application>> {
  const outcome = await applyForPass(comparing, command)
  if (outcome.ok || outcome.refusal.code !== 'applicant.identity-differs') return outcome
  const counted = await countComparison(comparing, command.actor, command.office)
  return counted.ok ? outcome : counted
}

/** The photo that was sent; without one a copy of the pass's own, which keeps its day. */
async function photoOf(tx: Tx, issuing: Issuing, { photo, actor }: ApplyForPass, about: AboutPass | null) {
  if ('portrait' in photo) return accept(photo)
  if (!about) return refuse('applicant.photo-unreadable', { about: { field: 'photo' } })
  const found = await photoOnRecord(tx, issuing, { actor, about, monthsMax: photo.monthsMax })
  if (!found.ok) return found
  const { takenAt: at, ...bytes } = found.value
  return accept({ ...bytes, at })
}

/** Told with nothing seen, a command is the same as before anybody was asked. */
const saidOf = (seen: Seen | undefined): unknown[] => (seen ? [[seen.papers, seen.residence]] : [])
