import { sql } from 'kysely'
import { borderZone, civilDateAt, epochMs, type Instant } from '../../kernel/time.ts'
import { keptPlan, type Tx } from '../../platform/database.ts'
import { cellOf, type HolderBoundId, newHolderBoundId } from '../../platform/ids.ts'
import type { Application } from '../application.store.ts'
import { languageOf, type MessageKind, messageText } from './message.rules.ts'
import type { Mobile } from './mobile.rules.ts'

/** The number of a case, and that its person agreed. */
export async function saveMobile(tx: Tx, id: HolderBoundId, mobile: Mobile, { at, by }: { at: Instant; by: string }): Promise<void> {
  await tx
    .insertInto('application_mobile')
    .values({ cell: cellOf(id), application_id: id, mobile, consented_at: at, taken_by: by })
    .onConflict((conflict) => conflict.columns(['cell', 'application_id']).doUpdateSet({ mobile, consented_at: at, taken_by: by }))
    .execute()
}

export async function deleteMobile(tx: Tx, id: HolderBoundId): Promise<void> {
  await tx.deleteFrom('application_mobile').where('cell', '=', cellOf(id)).where('application_id', '=', id).execute()
}

type Told = Pick<Application, 'id' | 'office' | 'followNumber' | 'applicant'>

/** Puts into the outbox what is to be told, in the step's own transaction: a step that is not done is not told. Cases without a number are left out. */
export async function queueMessages(tx: Tx, kind: MessageKind, cases: readonly Told[], at: Instant): Promise<void> {
  const withNumber = await casesWithNumber(tx, cases)
  if (withNumber.length === 0) return
  const names = await officeNames(tx, withNumber, at)
  const rows = withNumber.flatMap(({ id, office, followNumber, applicant }) => {
    const language = languageOf(applicant)
    const name = names.get(office)
    if (followNumber === null || !name) return []
    const isOwn = (office.startsWith('TH:') ? 'th' : 'km') === language
    const body = messageText(kind, language, { office: isOwn ? name.native : name.en, number: followNumber })
    const cell = cellOf(id)
    return [
      {
        cell,
        id: newHolderBoundId(epochMs(at), cell),
        application_id: id,
        kind,
        language,
        body,
        state: 'waiting',
        made_at: at,
        next_at: at,
      } as const,
    ]
  })
  if (rows.length > 0) await tx.insertInto('message').values(rows).execute()
}

async function casesWithNumber(tx: Tx, cases: readonly Told[]): Promise<Told[]> {
  const cells = [...new Set(cases.map(({ id }) => cellOf(id)))]
  const ids = cases.map(({ id }) => id)
  const { rows } = await sql<{ id: string }>`select application_id as id from application_mobile
    where cell = any(${cells}::smallint[]) and application_id = any(${ids}::uuid[]) ${keptPlan}`.execute(tx)
  const found = new Set(rows.map(({ id }) => id))
  return cases.filter(({ id }) => found.has(id))
}

/** As people call the place now: an office has the name of its area. */
async function officeNames(tx: Tx, cases: readonly Told[], at: Instant): Promise<Map<string, { native: string; en: string }>> {
  const codes = [...new Set<string>(cases.map(({ office }) => office))]
  const rows = await tx
    .selectFrom('area')
    .selectAll()
    .where('code', 'in', codes)
    .where('valid_from', '<=', civilDateAt(at, borderZone))
    .orderBy('valid_from')
    .execute()
  return new Map(rows.map((row) => [row.code, { native: row.name_native, en: row.name_en }]))
}
