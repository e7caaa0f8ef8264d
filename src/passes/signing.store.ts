import { sql } from 'kysely'
import type { Grant } from '../identity/grant.rules.ts'
import type { AreaCode } from '../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import type { SigningTables } from '../platform/tables-signing.ts'

export type SigningList = {
  readonly id: HolderBoundId
  readonly account: string
  readonly office: AreaCode
  readonly manifest: string
  readonly sha256: Buffer
  readonly madeAt: Instant
  readonly expiresAt: Instant
  readonly usedAt: Instant | null
}

export async function insertList(tx: Tx, list: Omit<SigningList, 'usedAt'> & { readonly mandate: string }): Promise<void> {
  const { id, account, office, mandate, manifest, sha256, madeAt, expiresAt } = list
  await tx
    .insertInto('signing_list')
    .values({ id, account, office, mandate, manifest, sha256, made_at: madeAt, expires_at: expiresAt, used_at: null })
    .execute()
}

/** Locks the row: of ten gestures over one list that arrive at once, one signs. */
export async function findListForUpdate(tx: Tx, id: string): Promise<SigningList | undefined> {
  const row = await tx.selectFrom('signing_list').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return (
    row && {
      id: row.id as HolderBoundId,
      account: row.account,
      office: row.office as AreaCode,
      manifest: row.manifest,
      sha256: row.sha256,
      madeAt: row.made_at as Instant,
      expiresAt: row.expires_at as Instant,
      usedAt: row.used_at as Instant | null,
    }
  )
}

export async function markListUsed(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.updateTable('signing_list').set({ used_at: at }).where('id', '=', id).execute()
}

export type PassSignature = Omit<SigningTables['pass_signature'], 'signed_at'> & { readonly signed_at: Instant }

export async function insertSignature(tx: Tx, row: PassSignature): Promise<void> {
  await tx.insertInto('pass_signature').values(row).execute()
}

export async function findSignature(tx: Tx, list: string): Promise<PassSignature | undefined> {
  const row = await tx.selectFrom('pass_signature').selectAll().where('list', '=', list).executeTakeFirst()
  return row as PassSignature | undefined
}

/** What signing sets in each application. */
export type SigningChange = { readonly at: Instant; readonly by: string; readonly account: string; readonly mandate: string }

export async function markSigned(tx: Tx, passes: readonly SignedPass[], { at, by, account, mandate }: SigningChange): Promise<void> {
  const ids = passes.map(({ application }) => application as HolderBoundId)
  const number = sql<string>`(select number from unnest(${ids}::uuid[], ${passes.map((pass) => pass.number)}::text[]) as signed (id, number) where signed.id = application.id)`
  await tx
    .updateTable('application')
    .set({ state: 'signed', signed_at: at, signed_by: by, signed_account: account, mandate, pass_number: number })
    .where('cell', 'in', [...new Set(ids.map(cellOf))])
    .where('id', 'in', ids)
    .execute()
}

export type SignedPass = { readonly application: string; readonly number: string }

/** The passes of one gesture, by number. */
export async function passesOfList(tx: Tx, list: string): Promise<SignedPass[]> {
  const { rows } = await sql<SignedPass>`select application_id as application, number from pass where signing_list = ${list} order by number`.execute(
    tx,
  )
  return rows
}

/** Which gesture a pass came from: null for a pass older than such gestures, undefined for no such pass. */
export async function findPassForEvidence(
  tx: Tx,
  number: string,
): Promise<{ number: string; application: string; office: AreaCode; qrText: string; list: string | null } | undefined> {
  const row = await tx
    .selectFrom('pass_number as n')
    .innerJoin('pass as p', (join) => join.onRef('p.cell', '=', 'n.cell').onRef('p.number', '=', 'n.number'))
    .select(['p.number', 'p.application_id as application', 'p.office', 'p.qr_text as qrText', 'p.signing_list as list'])
    .where('n.number', '=', number)
    .executeTakeFirst()
  return row && { ...row, office: row.office as AreaCode }
}

export type PhotoHashes = { readonly chip: Buffer; readonly portraitSha256: string; readonly chipSha256: string }

/** The small photo of each, and the hashes of both: the large ones stay in the database. */
export async function hashPhotos(tx: Tx, ids: readonly HolderBoundId[]): Promise<ReadonlyMap<string, PhotoHashes>> {
  const rows = await tx
    .selectFrom('photo')
    .select([
      'id',
      'chip',
      sql<string>`encode(sha256(portrait), 'hex')`.as('portraitSha256'),
      sql<string>`encode(sha256(chip), 'hex')`.as('chipSha256'),
    ])
    .where('cell', 'in', [...new Set(ids.map(cellOf))])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, ...photo }) => [id, photo]))
}

export type RoleOnRecord = Pick<Grant, 'id' | 'from' | 'lastDay'> & { readonly grantedBy: string; readonly grantedAt: Instant }

/** The role under which somebody signs, as the register has it now and not as a session brought it; undefined when it ended meanwhile. */
export async function findRoleInForce(
  tx: Tx,
  { account, role, place }: Pick<Grant, 'account' | 'role' | 'place'>,
  at: Instant,
): Promise<RoleOnRecord | undefined> {
  const today = civilDateAt(at, borderZone)
  const row = await tx
    .selectFrom('role_grant')
    .selectAll()
    .where('account', '=', account)
    .where('role', '=', role)
    .where('place', '=', place.id)
    .where('valid_from', '<=', today)
    .where(({ eb, or }) => or([eb('last_day', 'is', null), eb('last_day', '>=', today)]))
    .where(({ eb, or }) => or([eb('revoked_at', 'is', null), eb('revoked_at', '>', at)]))
    .orderBy('granted_at')
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      from: row.valid_from as CivilDate,
      lastDay: row.last_day as CivilDate | null,
      grantedBy: row.granted_by,
      grantedAt: row.granted_at as Instant,
    }
  )
}
