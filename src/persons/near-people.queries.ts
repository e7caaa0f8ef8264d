import { sql } from 'kysely'
import type { AreaCode } from '../kernel/code.ts'
import type { CivilDate } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { type Match, type MatchReason, matchOf, nearFrom, type PersonFacts, prepare } from './match.rules.ts'
import { keysOf } from './name-key.rules.ts'
import { namesOf } from './person-name-key.store.ts'
import { slippedDates, slippedNumbers } from './slips.rules.ts'

export const nearMax = 5

/** Somebody whom the one asked about is like: who, how much, and by what. */
export type NearPerson = {
  readonly id: HolderBoundId
  readonly score: number
  readonly reasons: readonly MatchReason[]
  readonly localName: string
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: CivilDate
  readonly nationalId: string
  readonly homeArea: AreaCode
}

type Row = {
  readonly id: string
  readonly local_name: string
  readonly given_name: string
  readonly family_name: string
  readonly birth_date: string
  readonly sex: number
  readonly national_id: string
  readonly home_area: string
  readonly family_book: string | null
}

/** Whom the register already has that may be this person, the likest first, at most `nearMax`; of every office, as the database's own function finds them (db/0021-name-keys.sql). Ask the authority table first. */
export async function findNearPeople(tx: Tx, asked: PersonFacts): Promise<NearPerson[]> {
  const keys = keysOf(asked)
  const [number, names] = [keys.filter((key) => key.startsWith('#')), keys.filter((key) => !key.startsWith('#'))]
  const numbers = [...number, ...slippedNumbers(asked.nationalId).map((each) => `#${each}`)]
  const days = [asked.birthDate, ...slippedDates(asked.birthDate)]
  const { rows } = await sql<Row>`select * from near_people(${asked.birthDate}::date, ${days}::date[], ${names}::text[], ${numbers}::text[])`.execute(
    tx,
  )
  const wanted = prepare(asked)
  return rows
    .flatMap((row) => {
      const { score, reasons } = matchOf(wanted, prepare(factsOf(row)))
      return score >= nearFrom ? [{ row, score, reasons }] : []
    })
    .toSorted((one, other) => other.score - one.score || (one.row.id < other.row.id ? -1 : 1))
    .slice(0, nearMax)
    .map(({ row, ...match }) => personOf(row, match))
}

const personOf = (row: Row, { score, reasons }: Match): NearPerson => ({
  id: row.id as HolderBoundId,
  score,
  reasons,
  localName: row.local_name,
  givenName: row.given_name,
  familyName: row.family_name,
  birthDate: row.birth_date as CivilDate,
  nationalId: row.national_id,
  homeArea: row.home_area as AreaCode,
})

/** What is compared of somebody who applies, or stands in the register. */
export const personFacts = (person: {
  readonly localName: string
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: CivilDate
  readonly sex: number
  readonly nationalId: string
  readonly homeArea: AreaCode
  readonly familyBook: string | null
}): PersonFacts => ({ ...person, names: namesOf(person) })

const factsOf = (row: Row): PersonFacts =>
  personFacts({
    localName: row.local_name,
    givenName: row.given_name,
    familyName: row.family_name,
    birthDate: row.birth_date as CivilDate,
    sex: row.sex,
    nationalId: row.national_id,
    homeArea: row.home_area as AreaCode,
    familyBook: row.family_book,
  })

/** Those of these people whom a search of this case found, each with the newest photo, and what they have in common with its applicant now; as the database's own function gives them to those who check the case (db/0060-likeness-and-reach.sql). */
export async function nearOfCase(
  tx: Tx,
  application: HolderBoundId,
  asked: PersonFacts,
  people: readonly HolderBoundId[],
): Promise<(NearPerson & { readonly portrait: Buffer | null })[]> {
  if (people.length === 0) return []
  const { rows } = await sql<
    Row & { portrait: Buffer | null }
  >`select * from near_of_case(${cellOf(application)}::smallint, ${application}::uuid, ${people.map(cellOf)}::smallint[], ${people}::uuid[])`.execute(
    tx,
  )
  const wanted = prepare(asked)
  return rows.map((row) => ({ ...personOf(row, matchOf(wanted, prepare(factsOf(row)))), portrait: row.portrait }))
}

/** The newest photo of each, of those that have one. */
export async function facesOf(tx: Tx, people: readonly HolderBoundId[]): Promise<ReadonlyMap<HolderBoundId, Buffer>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<{
    person_id: string
    portrait: Buffer
  }>`select * from near_faces(${people.map(cellOf)}::smallint[], ${people}::uuid[])`.execute(tx)
  return new Map(rows.map(({ person_id, portrait }) => [person_id as HolderBoundId, portrait]))
}
