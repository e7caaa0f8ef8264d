import { sql } from 'kysely'
import type { Grant } from '../identity/grant.rules.ts'
import type { AreaCode } from '../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import type { SigningTables } from '../platform/tables-signing.ts'
import type { Salts } from './signing-manifest.rules.ts'

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

/** A row of a list as it was shown, in canonical JSON, and the salts of its digests. */
export type KeptRow = { readonly application: HolderBoundId; readonly row: string; readonly salts: Salts }

export async function insertRows(tx: Tx, list: string, rows: readonly KeptRow[]): Promise<void> {
  const values = rows.map(({ application, row, salts }, position) => ({
    cell: cellOf(application),
    application,
    list,
    position,
    row,
    salt: Buffer.from(salts.row, 'base64url'),
    identity_salt: Buffer.from(salts.identityNumber, 'base64url'),
  }))
  await tx.insertInto('signing_row').values(values).execute()
}

/** In the order shown. None for a list of version 1. */
export async function findRows(tx: Tx, list: string): Promise<KeptRow[]> {
  const found = await tx.selectFrom('signing_row').selectAll().where('list', '=', list).orderBy('position').execute()
  return found.map(({ application, row, salt, identity_salt }) => ({
    application: application as HolderBoundId,
    row,
    salts: { row: salt.toString('base64url'), identityNumber: identity_salt.toString('base64url') },
  }))
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

export type PassForEvidence = {
  readonly number: string
  readonly office: AreaCode
  readonly qrText: string
  /** The pass's own row of the list it was signed on; undefined for a pass older than such lists. */
  readonly shown: { readonly list: string; readonly row: string; readonly salt: Buffer } | undefined
}

/** A pass and its own row, never another's, nor the salt of its identity number. */
export async function findPassForEvidence(tx: Tx, number: string): Promise<PassForEvidence | undefined> {
  const found = await tx
    .selectFrom('pass_number as n')
    .innerJoin('pass as p', (join) => join.onRef('p.cell', '=', 'n.cell').onRef('p.number', '=', 'n.number'))
    .leftJoin('signing_row as r', (join) =>
      join.onRef('r.cell', '=', 'p.cell').onRef('r.application', '=', 'p.application_id').onRef('r.list', '=', 'p.signing_list'),
    )
    .select(['p.number', 'p.office', 'p.qr_text as qrText', 'r.list', 'r.row', 'r.salt'])
    .where('n.number', '=', number)
    .executeTakeFirst()
  // An older pass was signed by nobody here: there is no evidence of it.
  if (!found || found.qrText === null) return undefined
  const { list, row, salt } = found
  const shown = list !== null && row !== null && salt !== null ? { list, row, salt } : undefined
  return { number: found.number, office: found.office as AreaCode, qrText: found.qrText, shown }
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
