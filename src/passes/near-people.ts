import { recordEvent } from '../audit/record-event.ts'
import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import { type AreaCode, districtOf } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, civilDateAt, epochMs } from '../kernel/time.ts'
import { facesOf, findNearPeople, type NearPerson, personFacts } from '../persons/near-people.queries.ts'
import { inTransaction, type Tx } from '../platform/database.ts'
import { type Cell, type HolderBoundId, newCommandId } from '../platform/ids.ts'
import { type Applicant, assessApplicant } from './applicant.rules.ts'
import { findApplication } from './application.store.ts'
import { type Comparing, countComparison } from './count-search.ts'
import { inNameOf } from './issuing.ts'
import type { NearAnswer } from './near-people.api.ts'
import { isOwnCase } from './separation.rules.ts'

export type Compared = {
  readonly actor: Actor
  readonly office: AreaCode
  readonly applicant: Applicant
  /** The case that this applicant is a correction of: its own person is not somebody near. */
  readonly corrected: HolderBoundId | null
}

/**
 * Whom the register already has that may be this applicant, with their photos, whichever office they came to: asked while the clerk has the applicant at the
 * counter, for an applicant whose application this office could take. Counted and recorded like a search, and the reading of each person shown too.
 */
export async function compareWithRegister(comparing: Comparing, { actor, office, applicant, corrected }: Compared): Promise<Outcome<NearAnswer>> {
  const now = comparing.now()
  const allowed = may(actor.grants, 'application.take', areaPlace(office), now)
  if (!allowed.ok) return allowed
  const assessed = assessApplicant(comparing.law, comparing.state, office, applicant, civilDateAt(now, borderZone))
  if (!assessed.ok) return assessed
  if (isOwnCase(actor, assessed.value)) return refuse('authority.own-case')
  const scope = inNameOf(comparing, actor)
  const { account } = actor
  // Counted first and by itself: those who ask at once wait for each other's count, not for each other's faces.
  const left = await countComparison(comparing, actor, office)
  if (!left.ok) return left
  return inTransaction(comparing.database, scope, async (tx) => {
    const own = corrected && (await findApplication(tx, corrected))
    if (corrected && own?.office !== office) return refuse('application.not-found')
    const people = (await othersNear(tx, assessed.value)).filter(({ id }) => id !== own?.personId)
    const faces = await facesOf(
      tx,
      people.map(({ id }) => id),
    )
    for (const { id } of people) await recordRead(tx, { account, subject: id, place: office, at: now })
    await recordEvent(tx, {
      id: newCommandId(epochMs(now)),
      cell: 0 as Cell,
      type: 'NearPeopleShown',
      subject: account,
      actor: account,
      at: now,
      body: { people: people.map(({ id, score }) => ({ id, score })) },
      place: office,
      aboutStaff: true,
    })
    return accept({ people: people.map((person) => shownNear(person, faces.get(person.id))), left: left.value })
  })
}

/** Those who are like the applicant, but for the one with the very same number: that is the applicant, or a refusal of its own. */
export const othersNear = async (tx: Tx, applicant: Applicant): Promise<NearPerson[]> =>
  (await findNearPeople(tx, personFacts(applicant))).filter(({ nationalId }) => nationalId !== applicant.nationalId)

/** Whom the applicant is like, for the event of the step: those of whom the clerk said "another person", and those whom nobody was asked about. */
export function likenessOf(near: readonly NearPerson[], otherPeople: readonly string[]) {
  const told = (said: boolean) => near.filter(({ id }) => otherPeople.includes(id) === said).map(({ id, score }) => ({ id, score }))
  return { otherPeople: told(true), notSaid: told(false) }
}

/** As little as two faces and two papers are compared by. */
export const shownNear = ({ id, score, reasons, localName, givenName, familyName, birthDate, homeArea }: NearPerson, face: Buffer | undefined) => ({
  ...{ id, score, reasons: [...reasons], localName, givenName, familyName },
  birthYear: birthDate.slice(0, 4),
  homeArea: districtOf(homeArea),
  photo: face?.toString('base64') ?? null,
})
