import { sql } from 'kysely'
import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { nearOfCase, personFacts } from '../persons/near-people.queries.ts'
import { inTransaction } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { readCase } from './application-answers.ts'
import { showsNearPeople } from './fields.rules.ts'
import { inNameOf } from './issuing.ts'
import { type LikenessSearch, likenessOfCase } from './likeness.rules.ts'
import type { NearOfCaseAnswer } from './near-people.api.ts'
import { shownNear } from './near-people.ts'
import type { PassServices } from './pass-services.ts'
import { rolesAt } from './shown-answers.ts'

/** As many as the database gives at once (db/0060-likeness-and-reach.sql). */
const shownMax = 20

/**
 * Whom a case's applicant was like at any of its searches, with their photos, for those who check the case: a corrected name takes nobody away. What the two have
 * in common is judged as they stand now. The reading of each person shown is recorded.
 */
export async function readNearOfCase(services: PassServices, actor: Actor, text: string): Promise<Outcome<NearOfCaseAnswer>> {
  const read = await readCase(services, actor, text, async (tx, { id }) => {
    const { rows } = await sql<{
      searches: readonly LikenessSearch[]
    }>`select searches from application_history(${[cellOf(id)]}::smallint[], ${[id]}::uuid[])`.execute(tx)
    return likenessOfCase(rows[0]?.searches ?? [])
  })
  if (!read.ok) return read
  const { application, found } = read.value
  const at = services.now()
  if (!showsNearPeople(rolesAt(actor, 'application.read', application.office, at))) return refuse('authority.role')
  // Those of the latest searches, where there were very many.
  const near = found.slice(-shownMax)
  return inTransaction(services.database, inNameOf(services, actor), async (tx) => {
    const people = await nearOfCase(
      tx,
      application.id,
      personFacts(application.applicant),
      near.map(({ id }) => id as HolderBoundId),
    )
    for (const { id } of people) await recordRead(tx, { account: actor.account, subject: id, place: application.office, at })
    return accept({
      people: near.flatMap(({ id, isSaid, isStill }) => {
        const person = people.find((each) => each.id === id)
        return person ? [{ ...shownNear(person, person.portrait ?? undefined), isSaid, isStill }] : []
      }),
    })
  })
}
