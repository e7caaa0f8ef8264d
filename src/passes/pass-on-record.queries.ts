import type { AreaCode } from '../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt, epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import type { HolderBoundId } from '../platform/ids.ts'
import type { Applicant } from './applicant.rules.ts'
import type { PassModel, PassState } from './pass.rules.ts'
import { applicantOf } from './person.store.ts'
import { erasedMark } from './retention.statements.ts'

/** A pass with all that its next case begins with: whose it is, since when they live there, and its photo. */
export type PassOnRecord = {
  readonly number: string
  readonly personId: HolderBoundId
  readonly office: AreaCode
  readonly state: PassState
  readonly model: PassModel
  readonly lastDay: CivilDate
  readonly extensions: number
  readonly applicant: Applicant & { readonly madeUp: boolean }
  readonly livesSince: CivilDate | null
  readonly photo: { readonly takenAt: Instant; readonly portrait: Buffer; readonly chip: Buffer } | null
}

/** Undefined when the register does not have the number, does not show it, or whose it was is erased. */
export async function findOnRecord(tx: Tx, number: string): Promise<PassOnRecord | undefined> {
  const row = await tx
    .selectFrom('pass_number as n')
    .innerJoin('pass as p', (join) => join.onRef('p.cell', '=', 'n.cell').onRef('p.number', '=', 'n.number'))
    .innerJoin('person as h', (join) => join.onRef('h.cell', '=', 'p.cell').onRef('h.id', '=', 'p.person_id'))
    .leftJoin('application as a', (join) => join.onRef('a.cell', '=', 'p.cell').onRef('a.id', '=', 'p.application_id'))
    .leftJoin('photo as f', (join) => join.onRef('f.cell', '=', 'a.cell').onRef('f.id', '=', 'a.photo_id'))
    .select(['p.number', 'p.person_id', 'p.office', 'p.state', 'p.model', 'p.expires_at', 'p.extension_count', 'a.lives_since'])
    .select(['h.local_name', 'h.local_language', 'h.given_name', 'h.family_name', 'h.birth_date', 'h.sex', 'h.nationality', 'h.national_id'])
    .select(['h.home_area', 'h.address', 'h.guardian', 'h.family_book', 'h.made_up', 'f.portrait', 'f.chip', 'f.taken_at'])
    .where('n.number', '=', number)
    .where('h.national_id', '<>', erasedMark)
    .executeTakeFirst()
  if (!row) return undefined
  const { portrait, chip, taken_at } = row
  return {
    number: row.number,
    personId: row.person_id as HolderBoundId,
    office: row.office as AreaCode,
    state: row.state as PassState,
    model: row.model as PassModel,
    lastDay: civilDateAt(instantOfMs(epochMs(row.expires_at as Instant) - 1000), borderZone),
    extensions: row.extension_count,
    applicant: applicantOf(row),
    livesSince: row.lives_since as CivilDate | null,
    // An emptied photo (retention) is none.
    photo: portrait && chip && taken_at && portrait.length > 0 ? { takenAt: taken_at as Instant, portrait, chip } : null,
  }
}
