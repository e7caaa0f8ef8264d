import { recordRead } from '../../audit/record-read.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { may } from '../../identity/authority.rules.ts'
import { areaPlace } from '../../identity/place.rules.ts'
import type { AreaCode } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { addDays, borderZone, type CivilDate, civilDateAt, type Instant } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/database.ts'
import { type Application, findApplications } from '../application.store.ts'
import { dueFor, waitsOnOffice } from '../due.rules.ts'
import { inNameOf } from '../issuing.ts'
import { officesOn } from '../mandate.queries.ts'
import type { PassServices } from '../pass-services.ts'
import { countableOffices } from '../read-pass.ts'
import { type Behind, casesBehind, countOffices } from './numbers.queries.ts'
import { type OfficeNumbers, officeNumbers } from './numbers.rules.ts'

export type Numbers = {
  /** The moment that all of it is of. */
  readonly asOf: Instant
  readonly on: CivilDate
  /** The first day of the share on time; the last is `on`. */
  readonly since: CivilDate
  readonly offices: readonly OfficeNumbers[]
}
export type NumbersServices = Pick<PassServices, 'database' | 'law' | 'calendar' | 'parameters' | 'now'>
export type NumbersAsked = { readonly office: AreaCode | undefined; readonly on: CivilDate | undefined }

/** What each office issued, on a day and in all until that day, and what is pending, late and refused now: exact, of one moment, and naming nobody. */
export async function readNumbers(services: NumbersServices, actor: Actor, asked: NumbersAsked): Promise<Outcome<Numbers>> {
  const asOf = services.now()
  const today = civilDateAt(asOf, borderZone)
  const on = asked.on ?? today
  // Nothing is counted of a day that has not come.
  if (on > today) return refuse('request.malformed')
  const offices = countableOffices(actor, asked.office, asOf)
  if (!offices.ok) return offices
  const since = addDays(on, 1 - services.parameters('numbers.share-days', asOf))
  return inTransaction(services.database, inNameOf(services, actor), async (tx) => {
    const counted = await countOffices(tx, { offices: offices.value, on, since })
    const known = (await officesOn(tx, on)).map(({ id }) => id).filter((id) => isLike(id, offices.value))
    return accept({
      asOf,
      on,
      since,
      offices: officeNumbers({ offices: known, ...counted }, { law: services.law, calendar: services.calendar, today }),
    })
  })
}

/** As LIKE would say, for the two forms that `countableOffices` makes: an office, or all that begin so. */
const isLike = (id: string, pattern: string): boolean => (pattern.endsWith('%') ? id.startsWith(pattern.slice(0, -1)) : id === pattern)

/** A number opens the list behind it: at most so many cases, those that wait longest first, of what is over the newest. */
const casesMax = 200

/** The cases behind a number of an office, to those who may read its applications; the reading is kept. */
export async function readCasesBehind(
  services: NumbersServices,
  actor: Actor,
  { office, ...behind }: Behind & { readonly office: AreaCode },
): Promise<Outcome<readonly Application[]>> {
  const at = services.now()
  const allowed = may(actor.grants, 'application.read', areaPlace(office), at)
  if (!allowed.ok) return allowed
  const today = civilDateAt(at, borderZone)
  return inTransaction(services.database, inNameOf(services, actor), async (tx) => {
    await recordRead(tx, { account: actor.account, subject: `applications of ${office}`, place: office, at })
    const { pending } = await countOffices(tx, { offices: office, on: today, since: today })
    const lateDays = pending.flatMap(({ state, completedOn }) => {
      const due = completedOn !== null && waitsOnOffice(state) ? dueFor(services.law, services.calendar, completedOn) : null
      return completedOn !== null && due !== null && due < today ? [completedOn] : []
    })
    return accept(await findApplications(tx, await casesBehind(tx, office, behind, { lateDays: [...new Set(lateDays)], limit: casesMax })))
  })
}
