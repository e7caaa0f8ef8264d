import { sql } from 'kysely'
import type { Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'

/** Stands where something was: no applicant can have this name or number, since a name needs a letter and a number a digit. */
export const erasedMark = '—'
/** No one's birthday: the register takes nobody so old. */
const erasedBirthDate = '1900-01-01'

type Bounds = { readonly before: Instant; readonly now: Instant }

/** The case was closed before: by its event, since the row keeps no instant of it. Without an event it is not touched. */
const closedBefore = (application: 'a' | 'other', before: Instant) => {
  const column = (name: string) => sql.ref(`${application}.${name}`)
  return sql`${column('state')} in ('rejected', 'withdrawn', 'lapsed') and exists (select 1 from event e where e.subject = ${column('id')}::text
    and e.type in ('ApplicationRejected', 'ApplicationWithdrawn', 'ApplicationLapsed') and e.recorded_at < ${before})`
}

/** Nothing of the person is left but closed cases of long ago: no pass, no open application, none closed since. */
const onlyClosed = (before: Instant) => sql`
  not exists (select 1 from pass x where x.cell = p.cell and x.person_id = p.id)
  and not exists (select 1 from application other where other.cell = p.cell and other.person_id = p.id and not (${closedBefore('other', before)}))`

/** Persons, by a closed case: an index leads to those alone. */
const closedPersons = ({ before }: Bounds) => sql`
  from person p where (p.cell, p.id) in (select a.cell, a.person_id from application a where a.state in ('rejected', 'withdrawn', 'lapsed') and a.submitted_at < ${before})
  and p.national_id <> ${erasedMark} and ${onlyClosed(before)}`

type Person = { readonly cell: number; readonly id: string; readonly national_id: string }

/** The application stays, with its dates, its fee and its receipt; whose it was goes: names, numbers, address, photo, and the reason in somebody's words. */
export const closedApplications = {
  async count(tx: Tx, bounds: Bounds): Promise<number> {
    const { rows } = await sql<{ n: number }>`select count(*) as n ${closedPersons(bounds)}`.execute(tx)
    return rows[0]?.n ?? 0
  },
  async erase(tx: Tx, bounds: Bounds, limit: number): Promise<number> {
    const locked = await sql<Person>`select p.cell, p.id, p.national_id ${closedPersons(bounds)} limit ${limit} for update of p skip locked`.execute(
      tx,
    )
    // Looked at again under the lock: somebody who applied anew a moment ago stays.
    const chosen = await sql<Person>`select p.cell, p.id, p.national_id from person p
      where (p.cell, p.id) in (select * from unnest(${locked.rows.map(({ cell }) => cell)}::smallint[], ${locked.rows.map(({ id }) => id)}::uuid[])) and ${onlyClosed(bounds.before)}`.execute(
      tx,
    )
    await blank(tx, chosen.rows)
    return chosen.rows.length
  },
}

async function blank(tx: Tx, persons: readonly Person[]): Promise<void> {
  if (persons.length === 0) return
  const cells = persons.map(({ cell }) => cell)
  const ids = persons.map(({ id }) => id)
  const these = sql`(select * from unnest(${cells}::smallint[], ${ids}::uuid[]))`
  await sql`delete from person_key where national_id = any(${persons.map(({ national_id }) => national_id)}::text[]) and (cell, person_id) in ${these}`.execute(
    tx,
  )
  await sql`delete from person_name_key where (cell, person_id) in ${these}`.execute(tx)
  await sql`update photo set portrait = '', chip = '' where (cell, person_id) in ${these}`.execute(tx)
  await sql`delete from paper_picture where (cell, application_id) in (select cell, id from application where (cell, person_id) in ${these})`.execute(
    tx,
  )
  await sql`update application set reason = null, lives_since = null, proof_on = null where (cell, person_id) in ${these}`.execute(tx)
  await sql`update person set local_name = ${erasedMark}, given_name = ${erasedMark}, family_name = ${erasedMark}, birth_date = ${erasedBirthDate}, sex = 3,
    national_id = ${erasedMark}, home_area = left(home_area, 5), address = '', guardian = null, family_book = null where (cell, id) in ${these}`.execute(
    tx,
  )
}

/** A photo nobody needs: a later application of the person was signed and the pass of this one is over, or this one was closed before it was signed and the person has another. */
const unneeded = ({ before, now }: Bounds) => sql`
  from photo f join application a on a.cell = f.cell and a.photo_id = f.id
  where octet_length(f.portrait) > 0 and (
    (a.pass_number is not null
      and not exists (select 1 from pass x where x.cell = a.cell and x.number = a.pass_number and x.state in ('active', 'suspended') and x.expires_at > ${now})
      and exists (select 1 from application other where other.cell = a.cell and other.person_id = a.person_id and other.pass_number is not null
        and other.signed_at > a.signed_at and other.signed_at < ${before}))
    or (a.pass_number is null and ${closedBefore('a', before)}
      and exists (select 1 from application other where other.cell = a.cell and other.person_id = a.person_id and other.id <> a.id)))`

export const supersededPhotos = {
  async count(tx: Tx, bounds: Bounds): Promise<number> {
    const { rows } = await sql<{ n: number }>`select count(*) as n ${unneeded(bounds)}`.execute(tx)
    return rows[0]?.n ?? 0
  },
  async erase(tx: Tx, bounds: Bounds, limit: number): Promise<number> {
    const found = sql`select f.cell, f.id ${unneeded(bounds)} limit ${limit}`
    // The pictures of the papers go with the photo of their case.
    const emptied = await sql<{
      cell: number
      id: string
    }>`update photo set portrait = '', chip = '' where (cell, id) in (${found}) returning cell, id`.execute(tx)
    const photos = sql`select * from unnest(${emptied.rows.map(({ cell }) => cell)}::smallint[], ${emptied.rows.map(({ id }) => id)}::uuid[])`
    await sql`delete from paper_picture where (cell, application_id) in (select cell, id from application where (cell, photo_id) in (${photos}))`.execute(
      tx,
    )
    return emptied.rows.length
  },
}
