import { type Selectable, sql } from 'kysely'
import type { AreaCode } from '../kernel/code.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import { keepFirstKeys, keepKeys } from '../persons/keep-keys.ts'
import { keysVersion } from '../persons/name-key.rules.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId, newHolderBoundId } from '../platform/ids.ts'
import type { Tables } from '../platform/tables.ts'
import type { Applicant, Sex } from './applicant.rules.ts'

/** Finds the person by identity number, or makes one. Undefined when the number belongs to somebody born on another day. */
export async function saveApplicant(
  tx: Tx,
  applicant: Applicant,
  madeUp: boolean,
  now: { ms: number; at: Instant },
): Promise<HolderBoundId | undefined> {
  const columns = columnsOf(applicant)
  const fresh = newHolderBoundId(now.ms)
  const claimed = await tx
    .insertInto('person_key')
    .values({ national_id: applicant.nationalId, cell: cellOf(fresh), person_id: fresh })
    .onConflict((conflict) => conflict.column('national_id').doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) {
    await tx
      .insertInto('person')
      .values({ cell: cellOf(fresh), id: fresh, ...columns, name_keys: keysVersion, made_up: madeUp, created_at: now.at })
      .execute()
    await keepFirstKeys(tx, { cell: cellOf(fresh), id: fresh, ...columns })
    return fresh
  }
  const key = await tx.selectFrom('person_key').select('person_id').where('national_id', '=', applicant.nationalId).executeTakeFirstOrThrow()
  const id = key.person_id as HolderBoundId
  const updated = await tx
    .updateTable('person')
    .set(columns)
    .where('cell', '=', cellOf(id))
    .where('id', '=', id)
    .where('birth_date', '=', applicant.birthDate)
    .executeTakeFirst()
  if (updated.numUpdatedRows !== 1n) return undefined
  await keepKeys(tx, { cell: cellOf(id), id, ...columns })
  return id
}

const columnsOf = (applicant: Applicant) => ({
  local_name: applicant.localName,
  local_language: applicant.localLanguage,
  given_name: applicant.givenName,
  family_name: applicant.familyName,
  birth_date: applicant.birthDate,
  sex: applicant.sex,
  nationality: applicant.nationality,
  national_id: applicant.nationalId,
  home_area: applicant.homeArea,
  address: applicant.address,
  guardian: applicant.guardian,
  family_book: applicant.familyBook,
})

type PersonRow = Pick<Selectable<Tables['person']>, keyof ReturnType<typeof columnsOf> | 'made_up'>
/** The other way round: a row with a person's columns. */
export const applicantOf = (row: PersonRow): Applicant & { readonly madeUp: boolean } => ({
  localName: row.local_name,
  localLanguage: row.local_language as Applicant['localLanguage'],
  givenName: row.given_name,
  familyName: row.family_name,
  birthDate: row.birth_date as CivilDate,
  sex: row.sex as Sex,
  nationality: row.nationality,
  nationalId: row.national_id,
  homeArea: row.home_area as AreaCode,
  address: row.address,
  guardian: row.guardian,
  familyBook: row.family_book,
  madeUp: row.made_up,
})

/** Writes a person anew who is in hand under both numbers, before and after. False: the new number is somebody's already. */
export async function rewritePerson(tx: Tx, id: HolderBoundId, change: { readonly before: Applicant; readonly after: Applicant }): Promise<boolean> {
  const { before, after } = change
  const cell = cellOf(id)
  if (before.nationalId !== after.nationalId) {
    const claimed = await tx
      .insertInto('person_key')
      .values({ national_id: after.nationalId, cell, person_id: id })
      .onConflict((conflict) => conflict.column('national_id').doNothing())
      .executeTakeFirst()
    if (claimed.numInsertedOrUpdatedRows !== 1n) return false
    await tx.deleteFrom('person_key').where('national_id', '=', before.nationalId).where('cell', '=', cell).where('person_id', '=', id).execute()
  }
  const columns = columnsOf(after)
  const updated = await tx.updateTable('person').set(columns).where('cell', '=', cell).where('id', '=', id).executeTakeFirst()
  if (updated.numUpdatedRows !== 1n) throw new Error(`the person of a case is not to be written: ${id}`)
  await keepKeys(tx, { cell, id, ...columns })
  return true
}

/** Is this the only case that the person is known by, at any office, and is there no pass? Ask with the person in hand. */
export async function isKnownByCaseAlone(tx: Tx, person: HolderBoundId, application: HolderBoundId): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`select known_by_case_alone(${cellOf(person)}, ${person}, ${application}) as alone`.execute(tx)
  return rows[0]?.alone === true
}
