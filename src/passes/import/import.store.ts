import type { CommandId } from '../../kernel/code.ts'
import type { ProblemCode } from '../../kernel/problem.ts'
import { borderZone, type CivilDate, type ClockTime, type Instant, instantAt } from '../../kernel/time.ts'
import { keepKeysOfAll } from '../../persons/keep-keys.ts'
import { keysVersion } from '../../persons/name-key.rules.ts'
import type { Tx } from '../../platform/database.ts'
import { cellOf, type HolderBoundId } from '../../platform/ids.ts'
import { expireOldPasses } from '../pass.store.ts'
import type { KnownOfRow } from './decide-row.rules.ts'
import { type Holder, type RowFault, shapeOf } from './holder-row.rules.ts'
import type { ImportState } from './import-state.rules.ts'
import type { Mapping } from './mapping.rules.ts'

export type ImportId = CommandId
export type ImportCounts = {
  readonly rows: number
  readonly created: number
  readonly unchanged: number
  readonly refused: number
  readonly flagged: number
}
export type ImportBatch = ImportCounts & {
  readonly id: ImportId
  readonly account: string
  readonly place: string
  readonly fileName: string
  readonly bytes: number
  readonly sha256: string | null
  readonly state: ImportState
  readonly mapping: Mapping | null
  readonly nextLine: number
  readonly turn: number
  readonly stoppedBy: ProblemCode | null
  readonly madeAt: Instant
  readonly changedAt: Instant
}

export async function findImport(tx: Tx, id: ImportId, { lock = false } = {}): Promise<ImportBatch | undefined> {
  const query = tx.selectFrom('import_batch').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && toBatch(row)
}

type BatchRow = Awaited<ReturnType<typeof rowOf>>
const rowOf = (tx: Tx) => tx.selectFrom('import_batch').selectAll().executeTakeFirstOrThrow()

export const toBatch = (row: BatchRow): ImportBatch => ({
  id: row.id as ImportId,
  account: row.account,
  place: row.place,
  fileName: row.file_name,
  bytes: row.bytes,
  sha256: row.sha256,
  state: row.state as ImportState, // The check constraint lists the same states; a test compares the two.
  mapping: row.mapping as Mapping | null,
  nextLine: row.next_line,
  rows: row.rows,
  created: row.created,
  unchanged: row.unchanged,
  refused: row.refused,
  flagged: row.flagged,
  turn: row.turn,
  stoppedBy: row.stopped_by as ProblemCode | null,
  madeAt: row.made_at as Instant,
  changedAt: row.changed_at as Instant,
})

export async function insertImport(tx: Tx, batch: Pick<ImportBatch, 'id' | 'account' | 'place' | 'fileName' | 'bytes'>, at: Instant): Promise<void> {
  const { id, account, place, fileName, bytes } = batch
  await tx
    .insertInto('import_batch')
    .values({ id, account, place, file_name: fileName, bytes, state: 'receiving', made_at: at, changed_at: at })
    .execute()
}

export type ImportChange = Partial<
  Pick<ImportBatch, 'state' | 'sha256' | 'stoppedBy' | 'nextLine' | 'turn' | 'rows' | 'created' | 'unchanged' | 'refused' | 'flagged' | 'mapping'>
>
export async function updateImport(tx: Tx, id: ImportId, change: ImportChange, at: Instant): Promise<void> {
  const { stoppedBy, nextLine, mapping, ...same } = change
  await tx
    .updateTable('import_batch')
    .set({
      ...same,
      ...(stoppedBy !== undefined && { stopped_by: stoppedBy }),
      ...(nextLine !== undefined && { next_line: nextLine }),
      ...(mapping !== undefined && { mapping: JSON.stringify(mapping) }),
      changed_at: at,
    })
    .where('id', '=', id)
    .execute()
}

export const clearFaults = (tx: Tx, id: ImportId): Promise<unknown> => tx.deleteFrom('import_fault').where('batch', '=', id).execute()

/** A file of faults alone would fill the table; the counts go on. */
export const faultsKeptMax = 10_000

export async function insertFaults(tx: Tx, id: ImportId, faults: readonly RowFault[], headerOf: (column: number) => string): Promise<void> {
  if (faults.length === 0) return
  const rows = faults.map((fault) => ({
    batch: id,
    line: fault.line,
    column: fault.column,
    code: fault.code,
    header: headerOf(fault.column),
    shape: shapeOf(fault),
  }))
  await tx
    .insertInto('import_fault')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What the register knows of these rows, by line. Their numbers are in hand. */
export async function knownOf(tx: Tx, holders: readonly Holder[], now: Instant): Promise<ReadonlyMap<number, KnownOfRow>> {
  if (holders.length === 0) return new Map()
  const people = await tx
    .selectFrom('person_key as k')
    .innerJoin('person as p', (join) => join.onRef('p.cell', '=', 'k.cell').onRef('p.id', '=', 'k.person_id'))
    .select(['p.id', 'p.national_id', 'p.birth_date'])
    .where('k.national_id', 'in', [...new Set(holders.map(({ person }) => person.nationalId))])
    .execute()
  const numbers = await tx
    .selectFrom('pass_number')
    .select(['number', 'person_id'])
    .where('number', 'in', [...new Set(holders.map(({ number }) => number))])
    .execute()
  const ids = people.map(({ id }) => id as HolderBoundId)
  const live =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('pass')
          .select('person_id')
          .where('cell', 'in', [...new Set(ids.map(cellOf))])
          .where('person_id', 'in', ids)
          .where('state', 'in', ['active', 'suspended'])
          .where('expires_at', '>', now)
          .execute()
  const byId = new Map(people.map((row) => [row.national_id, row]))
  const [byNumber, alive] = [new Map(numbers.map((row) => [row.number, row.person_id])), new Set(live.map((row) => row.person_id))]
  return new Map(
    holders.map(({ line, person: { nationalId }, number }) => {
      const found = byId.get(nationalId)
      const person = found && { id: found.id, birthDate: found.birth_date as CivilDate, hasLivePass: alive.has(found.id) }
      return [line, { person, numberOf: byNumber.get(number) }]
    }),
  )
}

export type NewHolder = { readonly holder: Holder; readonly id: HolderBoundId; readonly isNew: boolean; readonly live: boolean }
type Import = { readonly id: ImportId; readonly madeUp: boolean; readonly issuer: string; readonly now: Instant }

/** People and their older passes, together: numbers, names' keys, and room for the new pass where an old one has run out. */
export async function insertHolders(tx: Tx, { id: batch, madeUp, issuer, now }: Import, holders: readonly NewHolder[]): Promise<void> {
  if (holders.length === 0) return
  const fresh = holders.filter(({ isNew }) => isNew)
  const people = fresh.map(({ id, holder: { person } }) => ({
    cell: cellOf(id),
    id,
    local_name: person.localName,
    local_language: person.localLanguage,
    given_name: person.givenName,
    family_name: person.familyName,
    birth_date: person.birthDate,
    sex: person.sex,
    nationality: person.nationality,
    national_id: person.nationalId,
    home_area: person.homeArea,
    address: person.address,
    guardian: person.guardian,
    family_book: person.familyBook,
    name_keys: keysVersion,
    made_up: madeUp,
    created_at: now,
  }))
  if (people.length > 0) {
    await tx
      .insertInto('person_key')
      .values(people.map(({ national_id, cell, id }) => ({ national_id, cell, person_id: id })))
      .execute()
    await tx.insertInto('person').values(people).execute()
    await keepKeysOfAll(tx, people)
  }
  const known = holders.filter(({ isNew, live }) => !isNew && live).map(({ id }) => id)
  if (known.length > 0) await expireOldPasses(tx, known, now)
  const passes = holders.map(({ id, holder, live }) => ({
    cell: cellOf(id),
    number: holder.number,
    person_id: id,
    state: live ? 'active' : 'expired',
    model: holder.model,
    import_batch: batch,
    issuer,
    office: holder.office,
    nationality: holder.person.nationality,
    home_area: holder.person.homeArea,
    allowed_class: 1,
    extension_count: 0,
    issued_on: holder.issuedOn,
    issued_at: instantAt(holder.issuedOn, '00:00' as ClockTime, borderZone),
    handed_over_at: instantAt(holder.issuedOn, '00:00' as ClockTime, borderZone),
    expires_at: instantAt(holder.lastDay, '24:00' as ClockTime, borderZone),
  }))
  await tx
    .insertInto('pass_number')
    .values(passes.map(({ number, cell, person_id }) => ({ number, cell, person_id })))
    .execute()
  await tx.insertInto('pass').values(passes).execute()
}
