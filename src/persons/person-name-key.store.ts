import { sql } from 'kysely'
import { keptPlan, type Tx } from '../platform/database.ts'
import { keysOf, keysVersion } from './name-key.rules.ts'

/** What keys are made of, as the person's row has it. */
export type KeyedPerson = {
  readonly cell: number
  readonly id: string
  readonly local_name: string
  readonly given_name: string
  readonly family_name: string
  readonly birth_date: string
  readonly national_id: string
}

/** Writes these people's keys in place of those they had, and which rules made them. */
export async function saveKeys(tx: Tx, people: readonly KeyedPerson[]): Promise<void> {
  if (people.length === 0) return
  const [cells, ids] = [people.map(({ cell }) => cell), people.map(({ id }) => id)]
  await sql`delete from person_name_key where (cell, person_id) in (select * from unnest(${cells}::smallint[], ${ids}::uuid[])) ${keptPlan}`.execute(
    tx,
  )
  await insertKeys(tx, people)
  await sql`update person set name_keys = ${keysVersion} where (cell, id) in (select * from unnest(${cells}::smallint[], ${ids}::uuid[])) and name_keys <> ${keysVersion} ${keptPlan}`.execute(
    tx,
  )
}

/** Of people whose rows were made in this transaction, with the rules' version on them: there is nothing to take away. */
export async function insertKeys(tx: Tx, people: readonly KeyedPerson[]): Promise<void> {
  const rows = people.flatMap((person) =>
    keysOfRow(person).map((key) => ({ cell: person.cell, person_id: person.id, key, birth_date: person.birth_date })),
  )
  await sql`insert into person_name_key (cell, person_id, key, birth_date)
    select * from unnest(${rows.map(({ cell }) => cell)}::smallint[], ${rows.map(({ person_id }) => person_id)}::uuid[],
      ${rows.map(({ key }) => key)}::text[], ${rows.map(({ birth_date }) => birth_date)}::date[]) ${keptPlan}`.execute(tx)
}

/** People whose keys no rules, or older ones, made; locked, so that two programs share the work. */
export async function unkeyedPeople(tx: Tx, limit: number): Promise<KeyedPerson[]> {
  return tx
    .selectFrom('person')
    .select(['cell', 'id', 'local_name', 'given_name', 'family_name', 'birth_date', 'national_id'])
    .where('name_keys', '<', keysVersion)
    .orderBy('name_keys')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
}

const keysOfRow = ({ local_name, given_name, family_name, national_id }: KeyedPerson): string[] =>
  // An erased person (retention) has no letter and no digit left, so no key either.
  keysOf({ names: namesOf({ localName: local_name, givenName: given_name, familyName: family_name }), nationalId: national_id })

/** A person's name as each script writes it. */
export const namesOf = (person: { readonly localName: string; readonly givenName: string; readonly familyName: string }): string[] => [
  person.localName,
  `${person.familyName} ${person.givenName}`,
]
