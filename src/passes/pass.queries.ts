import { type Selectable, sql } from 'kysely'
import type { AreaCode, InstrumentId, StateCode } from '../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt, epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import { type Database, inTransaction, keptPlan, type Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import type { Tables } from '../platform/tables.ts'
import type { PassModel, PassState } from './pass.rules.ts'
import { signedHolder } from './signed-holder.ts'

/** One signed here, with its code. */
export type Pass = {
  readonly number: string
  readonly personId: HolderBoundId
  readonly applicationId: HolderBoundId
  readonly state: PassState
  readonly issuer: StateCode
  readonly office: AreaCode
  readonly mandate: string
  readonly instrument: InstrumentId
  readonly signedBy: string
  readonly homeArea: AreaCode
  readonly issuedOn: CivilDate
  readonly issuedAt: Instant
  /** The first instant at which it is no longer good. */
  readonly expiresAt: Instant
  /** The last civil day on which it is good. */
  readonly lastDay: CivilDate
  readonly statusList: number
  readonly statusIndex: number
  readonly signerKid: string
  readonly qrText: string
  readonly photoId: HolderBoundId
  readonly holder: {
    readonly localName: string
    readonly givenName: string
    readonly familyName: string
    readonly birthDate: CivilDate
    readonly sex: 1 | 2 | 3
    readonly nationality: string
    readonly address: string
    readonly madeUp: boolean
  }
}

type Query = Tx | Database['query']

/** A pass that was signed here, with its holder; undefined when the number was never signed here. */
export async function findPass(query: Query, number: string): Promise<Pass | undefined> {
  const row = await query
    .selectFrom('pass_number as n')
    .innerJoin('pass as p', (join) => join.onRef('p.cell', '=', 'n.cell').onRef('p.number', '=', 'n.number'))
    .innerJoin('person as h', (join) => join.onRef('h.cell', '=', 'p.cell').onRef('h.id', '=', 'p.person_id'))
    .innerJoin('application as a', (join) => join.onRef('a.cell', '=', 'p.cell').onRef('a.id', '=', 'p.application_id'))
    .innerJoin('mandate as m', 'm.id', 'p.mandate')
    .selectAll('p')
    .select([
      'h.local_name',
      'h.given_name',
      'h.family_name',
      'h.birth_date',
      'h.sex',
      'h.address',
      'h.made_up',
      'a.photo_id',
      'a.signed_by',
      'm.instrument',
    ])
    .where('n.number', '=', number)
    .executeTakeFirst()
  if (!row) return undefined
  const { application_id, mandate, status_list, status_index, signer_kid, qr_text } = row
  // The database's own rule, pass_parts: one that was signed has all of these, one of an older model has no application to be joined by.
  if (!application_id || !mandate || status_list === null || status_index === null || !signer_kid || !qr_text) return undefined
  return {
    number: row.number,
    personId: row.person_id as HolderBoundId,
    applicationId: application_id as HolderBoundId,
    state: row.state as PassState,
    issuer: row.issuer as StateCode,
    office: row.office as AreaCode,
    mandate,
    instrument: row.instrument as InstrumentId,
    signedBy: row.signed_by ?? '',
    homeArea: row.home_area as AreaCode,
    issuedOn: row.issued_on as CivilDate,
    issuedAt: row.issued_at as Instant,
    expiresAt: row.expires_at as Instant,
    lastDay: civilDateAt(instantOfMs(epochMs(row.expires_at as Instant) - 1000), borderZone),
    statusList: status_list,
    statusIndex: status_index,
    signerKid: signer_kid,
    qrText: qr_text,
    photoId: row.photo_id as HolderBoundId,
    holder: asSigned(holderOf(row), qr_text),
  }
}

/** The codes of passes that were signed here, by number. */
export async function findQrTexts(query: Query, numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await query
    .selectFrom('pass_number as n')
    .innerJoin('pass as p', (join) => join.onRef('p.cell', '=', 'n.cell').onRef('p.number', '=', 'n.number'))
    .select(['p.number', 'p.qr_text'])
    .where('n.number', 'in', numbers)
    .execute()
  return new Map(rows.flatMap(({ number, qr_text }) => (qr_text === null ? [] : [[number, qr_text] as const])))
}

/** A pass of our own register of whatever model, as a gate and a desk need it. */
export type RegisteredPass = Pick<Pass, 'number' | 'personId' | 'state' | 'issuer' | 'office' | 'homeArea' | 'issuedOn' | 'lastDay' | 'holder'> & {
  readonly model: PassModel
}

/** Undefined when the register does not have the number. */
export async function findRegistered(query: Query, number: string): Promise<RegisteredPass | undefined> {
  const row = await query
    .selectFrom('pass_number as n')
    .innerJoin('pass as p', (join) => join.onRef('p.cell', '=', 'n.cell').onRef('p.number', '=', 'n.number'))
    .innerJoin('person as h', (join) => join.onRef('h.cell', '=', 'p.cell').onRef('h.id', '=', 'p.person_id'))
    .select(['p.number', 'p.person_id', 'p.state', 'p.issuer', 'p.office', 'p.home_area', 'p.issued_on', 'p.expires_at', 'p.model', 'p.qr_text'])
    .select(['h.local_name', 'h.given_name', 'h.family_name', 'h.birth_date', 'h.sex', 'h.nationality', 'h.address', 'h.made_up'])
    .where('n.number', '=', number)
    .modifyEnd(keptPlan)
    .executeTakeFirst()
  return (
    row && {
      number: row.number,
      personId: row.person_id as HolderBoundId,
      state: row.state as PassState,
      model: row.model as PassModel,
      issuer: row.issuer as StateCode,
      office: row.office as AreaCode,
      homeArea: row.home_area as AreaCode,
      issuedOn: row.issued_on as CivilDate,
      lastDay: civilDateAt(instantOfMs(epochMs(row.expires_at as Instant) - 1000), borderZone),
      holder: asSigned(holderOf(row), row.qr_text),
    }
  )
}

type HolderRow = Pick<
  Selectable<Tables['person']>,
  'local_name' | 'given_name' | 'family_name' | 'birth_date' | 'sex' | 'nationality' | 'address' | 'made_up'
>
const holderOf = (row: HolderRow): Pass['holder'] => ({
  localName: row.local_name,
  givenName: row.given_name,
  familyName: row.family_name,
  birthDate: row.birth_date as CivilDate,
  sex: row.sex as 1 | 2 | 3,
  nationality: row.nationality,
  address: row.address,
  madeUp: row.made_up,
})

/** Why it is suspended or revoked; null: it is neither, or nobody said. */
export async function findReason(query: Query, { personId, number }: Pick<Pass, 'personId' | 'number'>): Promise<string | null> {
  const row = await query.selectFrom('pass').select('reason').where('cell', '=', cellOf(personId)).where('number', '=', number).executeTakeFirst()
  return row?.reason ?? null
}

/** With its holder as the code says, where there is one: the register's names are those of the latest case, which nobody may have signed. The address is not on the code. */
const asSigned = (holder: Pass['holder'], qrText: string | null): Pass['holder'] => ({ ...holder, ...(qrText !== null && signedHolder(qrText)) })

/** The photo of a pass's holder. */
export async function findPhotoOf(query: Query, number: string): Promise<Buffer | undefined> {
  const row = await query
    .selectFrom('pass_number as n')
    .innerJoin('pass as p', (join) => join.onRef('p.cell', '=', 'n.cell').onRef('p.number', '=', 'n.number'))
    .innerJoin('application as a', (join) => join.onRef('a.cell', '=', 'p.cell').onRef('a.id', '=', 'p.application_id'))
    .innerJoin('photo as f', (join) => join.onRef('f.cell', '=', 'a.cell').onRef('f.id', '=', 'a.photo_id'))
    .select('f.portrait')
    .where('n.number', '=', number)
    .modifyEnd(keptPlan)
    .executeTakeFirst()
  return row?.portrait
}

/** The person's pass that is good, or suspended, at `now`. A pass whose last day is over does not stand in the way of a new one. */
export async function findLivePass(query: Query, personId: HolderBoundId, now: Instant): Promise<{ number: string } | undefined> {
  return query
    .selectFrom('pass')
    .select('number')
    .where('cell', '=', cellOf(personId))
    .where('person_id', '=', personId)
    .where('state', 'in', ['active', 'suspended'])
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

/** The same for several people: person → number. */
export async function findLivePasses(query: Query, people: readonly HolderBoundId[], now: Instant): Promise<ReadonlyMap<string, string>> {
  const rows = await query
    .selectFrom('pass')
    .select(['person_id', 'number'])
    .where('cell', 'in', [...new Set(people.map(cellOf))])
    .where('person_id', 'in', people)
    .where('state', 'in', ['active', 'suspended'])
    .where('expires_at', '>', now)
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.number]))
}

/** Good passes of made-up people issued before a day, by number: what the played day at a crossing uses. */
export async function listMadeUpPasses(
  database: Database,
  at: Instant,
  { after, issuedBefore, limit }: { after: string; issuedBefore: CivilDate; limit: number },
): Promise<{ number: string; qrText: string }[]> {
  return inTransaction(database, { job: 'made-up', at }, (tx) =>
    tx
      .selectFrom('pass_number as n')
      .innerJoin('pass as p', (join) => join.onRef('p.cell', '=', 'n.cell').onRef('p.number', '=', 'n.number'))
      .innerJoin('person as h', (join) => join.onRef('h.cell', '=', 'p.cell').onRef('h.id', '=', 'p.person_id'))
      .select('p.number')
      .select(({ ref }) => ref('p.qr_text').$notNull().as('qrText'))
      .where('h.made_up', '=', true)
      .where('p.state', '=', 'active')
      .where('p.model', '=', 'qr')
      .where('p.handed_over_at', 'is not', null)
      .where('p.issued_on', '<', issuedBefore)
      .where('n.number', '>', after)
      .orderBy('n.number')
      .limit(limit)
      .execute(),
  )
}

/** Exactly how many passes were issued, and when: one count per month. `offices` is a LIKE pattern of office ids: one office, a province's, a state's. Names nobody. */
export async function countPasses(query: Query, offices: string): Promise<{ month: string; issued: number }[]> {
  const { rows } = await sql<{ month: string; issued: number }>`select month, issued from passes_issued(${offices})`.execute(query)
  return rows
}
