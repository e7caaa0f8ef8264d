import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may, mayAnywhere } from '../identity/authority.rules.ts'
import { areaPlace, type Place } from '../identity/place.rules.ts'
import type { OperatingParameters } from '../instruments/operating-parameters.ts'
import type { AreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt, epochMs, parseCivilDate } from '../kernel/time.ts'
import { rollBackOn, type Tx } from '../platform/database.ts'
import { type Cell, newCommandId } from '../platform/ids.ts'
import type { ApplicationState } from './application.rules.ts'
import { countSearch } from './count-search.ts'
import { type Issuing, inNameOf } from './issuing.ts'
import type { PassState } from './pass.rules.ts'
import type { SearchAnswer, SearchBody } from './person-search.api.ts'
import { erasedMark } from './retention.statements.ts'

export type Searching = Issuing & { readonly parameters: OperatingParameters }
/** `home`: where the searcher works; their chief sees that they searched. */
export type Searcher = { readonly actor: Actor; readonly home: Place }

export const resultsMax = 20
const lettersMin = 2
/** Of people born on one day whose names begin alike; those at other places are taken out of these. */
const candidatesMax = 500

/**
 * People without a case in hand: by the beginning of the family name and the whole birth date, among the cases of the searcher's own places. Each
 * search is counted and recorded, without the words that were searched for. Refused: `search.too-wide`, `search.too-many`, `applicant.birth-date`.
 */
export async function searchPeople(searching: Searching, { actor, home }: Searcher, body: SearchBody): Promise<Outcome<SearchAnswer>> {
  const now = searching.now()
  const { parameters } = searching
  const allowed = mayAnywhere(actor.grants, 'person.search', now)
  if (!allowed.ok) return allowed
  const read = parseSearch(body, civilDateAt(now, borderZone))
  if (!read.ok) return read
  const asked = read.value
  return rollBackOn(searching.database, inNameOf(searching, actor), async (tx) => {
    const limits = { perHour: parameters('search.per-hour-max', now), perDay: parameters('search.per-day-max', now) }
    const left = await countSearch(tx, limits, { kind: 'search', account: actor.account, place: allowed.value.place.id, now })
    if (!left) return refuse('search.too-many', { about: limits })
    const found = await findPeople(tx, asked, (office) => may(actor.grants, 'person.search', areaPlace(office as AreaCode), now).ok)
    await recordEvent(tx, {
      id: newCommandId(epochMs(now)),
      cell: 0 as Cell,
      type: 'PeopleSearched',
      subject: actor.account,
      actor: actor.account,
      at: now,
      body: { found: Math.min(found.length, resultsMax) },
      place: home.id,
      aboutStaff: true,
    })
    return accept({ people: found.slice(0, resultsMax), more: found.length > resultsMax, left })
  })
}

type Asked = { readonly family: string; readonly given: string; readonly birthDate: CivilDate }

/** A day that there never was, or is still to come, is a date put wrong and not a wide search: 30 February, or a year of the Buddhist era. */
function parseSearch({ familyName = '', givenName = '', birthDate = '' }: SearchBody, today: CivilDate): Outcome<Asked> {
  const [family, given] = [clean(familyName), clean(givenName)]
  const day = parseCivilDate(birthDate)
  if (day ? day > today : wholeDate.test(birthDate)) return refuse('applicant.birth-date', { about: { field: 'birthDate' } })
  const letters = family.match(/\p{L}/gu)?.length ?? 0
  return day && letters >= lettersMin ? accept({ family, given, birthDate: day }) : refuse('search.too-wide', { about: { letters: lettersMin } })
}
const wholeDate = /^\d{4}-\d\d-\d\d$/

const clean = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
/** A LIKE pattern of what begins so; the text's own signs mean nothing. */
const beginning = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`

type Person = SearchAnswer['people'][number]

/** What row-level security shows, less what the authority table does not allow; a person of whom nothing is left is not found. */
async function findPeople(tx: Tx, { family, given, birthDate }: Asked, isOwn: (office: string) => boolean): Promise<Person[]> {
  const persons = await tx
    .selectFrom('person')
    .select(['cell', 'id', 'local_name as localName', 'given_name as givenName', 'family_name as familyName', 'birth_date as birthDate'])
    .where('birth_date', '=', birthDate)
    .where('national_id', '<>', erasedMark)
    // Khmer writes the family name first, Thai last.
    .where(
      sql<boolean>`(lower(family_name) like ${beginning(family)} or lower(local_name) like ${beginning(family)} or lower(local_name) like ${`% ${beginning(family)}`})`,
    )
    .where(
      sql<boolean>`(${given} = '' or lower(given_name) like ${beginning(given)} or lower(local_name) like ${beginning(given)} or lower(local_name) like ${`% ${beginning(given)}`})`,
    )
    .orderBy('family_name')
    .orderBy('given_name')
    .orderBy('id')
    .limit(candidatesMax)
    .execute()
  const ids = persons.map(({ id }) => id)
  if (ids.length === 0) return []
  const cells = [...new Set(persons.map(({ cell }) => cell))]
  const applications = await tx
    .selectFrom('application')
    .select(['person_id', 'id', 'office', 'state'])
    .where('cell', 'in', cells)
    .where('person_id', 'in', ids)
    .orderBy('submitted_at', 'desc')
    .execute()
  const passes = await tx
    .selectFrom('pass')
    .select(['person_id', 'number', 'office', 'state'])
    .where('cell', 'in', cells)
    .where('person_id', 'in', ids)
    .orderBy('issued_at', 'desc')
    .execute()
  return persons
    .map(({ cell: _, id, ...names }) => ({
      ...names,
      applications: applications
        .filter(({ person_id, office }) => person_id === id && isOwn(office))
        .map(({ id: application, office, state }) => ({ id: application, office, state: state as ApplicationState })),
      passes: passes
        .filter(({ person_id, office }) => person_id === id && isOwn(office))
        .map(({ number, office, state }) => ({ number, office, state: state as PassState })),
    }))
    .filter((person) => person.applications.length + person.passes.length > 0)
}
