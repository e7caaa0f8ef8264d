import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import type { Law } from '../instruments/law.rules.ts'
import type { StateCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { ProblemCode } from '../kernel/problem.ts'
import { borderZone, type CivilDate, civilDateAt, epochMs, type Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId, newCommandId } from '../platform/ids.ts'
import { isLoss, isOutOfHands } from './application.rules.ts'
import type { AboutPass, Application } from './application.store.ts'
import { extendedLastDay } from './extension.rules.ts'
import type { Issuing } from './issuing.ts'
import { findLivePass } from './pass.queries.ts'
import { nextPassState, type PassState } from './pass.rules.ts'
import { findPassStateForUpdate, type PassInChange, savePassState } from './pass.store.ts'
import { namesAnother, type SignedHolder } from './signed-holder.ts'

type OldPass = {
  readonly about: AboutPass | null
  readonly applicant: SignedHolder
  readonly personId: HolderBoundId
  readonly actor: Actor
  readonly place: string
  readonly at: Instant
}

/** One live pass a person: who has one replaces or extends that very one. What was lost or stolen is dead the moment it is said at the counter. */
export async function settleOldPass(tx: Tx, { law, state }: Pick<Issuing, 'law' | 'state'>, old: OldPass): Promise<Outcome<undefined>> {
  const { about, personId, at } = old
  const live = await findLivePass(tx, personId, at)
  if (!about) return live ? refuse('applicant.has-live-pass', { about: { number: live.number } }) : accept(undefined)
  const pass = live?.number === about.number ? await findPassStateForUpdate(tx, about.number) : undefined
  if (!pass) return refuse('replacement.not-live', { about: { number: about.number } })
  if (about.kind === 'extension') {
    if (pass.model !== 'qr') return refuse('pass.legacy', { about: { number: about.number } })
    const extended = assessExtension(law, state, { pass, applicant: old.applicant }, civilDateAt(at, borderZone))
    return extended.ok ? accept(undefined) : extended
  }
  if (isOutOfHands(about.cause) && pass.state === 'active') await stopPass(tx, old, about)
  return accept(undefined)
}

/** Its last day after the extension. The same number is signed anew, and its code until now stays genuine: both name the same person, or the pass is replaced. */
export function assessExtension(
  law: Law,
  state: StateCode,
  { pass, applicant }: { readonly pass: PassInChange; readonly applicant: SignedHolder },
  today: CivilDate,
): Outcome<CivilDate> {
  const extended = extendedLastDay(law, state, pass, today)
  return extended.ok && namesAnother(pass.qrText, applicant) ? refuse('extension.other-data') : extended
}

/** Suspended until the new one is signed. Found again, it is resumed like any other, by who may. */
async function stopPass(
  tx: Tx,
  { personId, actor, place, at }: OldPass,
  { number, cause }: Extract<AboutPass, { kind: 'replacement' }>,
): Promise<void> {
  await savePassState(tx, { personId, number }, { state: 'suspended', at, reason: cause })
  await recordEvent(tx, {
    id: newCommandId(epochMs(at)),
    cell: cellOf(personId),
    type: 'PassSuspended',
    subject: number,
    actor: actor.account,
    place,
    at,
    body: { state: 'suspended', reason: cause },
  })
}

/**
 * What was lost or stolen was found before it was replaced: it is good again. Refused where the case is about no such pass, or somebody did something else to it
 * meanwhile; and what was suspended for another reason is resumed by whoever may resume, whatever a clerk says was found.
 */
export async function resumeFound(
  tx: Tx,
  { kind, cause, subjectPass, personId, office, id }: Application,
  { actor, at }: { actor: Actor; at: Instant },
): Promise<Outcome<undefined>> {
  if (kind !== 'replacement' || subjectPass === null || cause === null || !isOutOfHands(cause)) return refuse('pass.not-suspended')
  const pass = await findPassStateForUpdate(tx, subjectPass)
  const next = pass ? nextPassState(pass.state, 'resume') : { problem: 'pass.not-here' as const }
  if (!pass || 'problem' in next) return refuse('problem' in next ? next.problem : 'pass.not-here', { about: { number: subjectPass } })
  const allowed = isLoss(pass.reason) ? accept(undefined) : may(actor.grants, 'pass.suspend', areaPlace(pass.office), at)
  if (!allowed.ok) return allowed
  await savePassState(tx, { personId, number: subjectPass }, { state: next.state, at })
  await recordEvent(tx, {
    id: newCommandId(epochMs(at)),
    cell: cellOf(personId),
    type: 'PassResumed',
    subject: subjectPass,
    actor: actor.account,
    place: office,
    at,
    body: { state: next.state, reason: 'found', application: id },
  })
  return accept(undefined)
}

/** The passes that these cases are about, as they stand now, locked; a first pass is about none. */
export async function findSubjects(tx: Tx, applications: readonly Application[]): Promise<ReadonlyMap<string, PassInChange>> {
  const found = new Map<string, PassInChange>()
  const numbers = applications.flatMap(({ subjectPass }) => subjectPass ?? [])
  // In one order for everybody, so that two lists wait for each other instead of locking each other out.
  for (const number of numbers.toSorted()) {
    const pass = await findPassStateForUpdate(tx, number)
    if (pass) found.set(number, pass)
  }
  return found
}

/** Why a pass cannot be taken the place of now. One that ran out meanwhile needs nobody to end it; one that was revoked meanwhile stays the last word. */
export function problemOfReplacing(state: PassState | undefined): ProblemCode | undefined {
  if (state === undefined) return 'pass.not-here'
  const next = nextPassState(state, 'replace')
  return 'problem' in next && state !== 'expired' ? next.problem : undefined
}

/** The old passes make room in the very transaction in which the new ones are signed: one live pass a person. */
export async function replacePasses(tx: Tx, applications: readonly Application[], { account, at }: { account: string; at: Instant }): Promise<void> {
  for (const { kind, subjectPass, personId, office, id, cause } of applications) {
    if (kind !== 'replacement' || subjectPass === null) continue
    const pass = await findPassStateForUpdate(tx, subjectPass)
    if (!pass || pass.state === 'expired') continue
    await savePassState(tx, { personId, number: subjectPass }, { state: 'replaced', at })
    await recordEvent(tx, {
      id: newCommandId(epochMs(at)),
      cell: cellOf(personId),
      type: 'PassReplaced',
      subject: subjectPass,
      actor: account,
      place: office,
      at,
      body: { state: 'replaced', application: id, reason: cause },
    })
  }
}
