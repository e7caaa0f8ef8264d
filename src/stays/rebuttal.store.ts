import { sql } from 'kysely'
import type { CommandId, PointId } from '../kernel/code.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import { drawFree } from '../passes/draw-number.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import type { RebuttalEffect, RebuttalState, RebuttalSubject } from './rebuttal.rules.ts'

export type Rebuttal = {
  readonly id: CommandId
  /** The number that its holder is told; those of before there were numbers have none. */
  readonly number: string | null
  readonly holder: HolderBoundId
  readonly document: string
  readonly about: RebuttalSubject
  /** Null too where the stay is gone, by an undoing. */
  readonly stay: number | null
  /** The movement that began the stay: numbers of stays come again, this never does. */
  readonly stayBegan: CommandId | null
  readonly gone: boolean
  readonly movement: CommandId | null
  readonly point: PointId
  readonly text: string
  readonly state: RebuttalState
  readonly effect: RebuttalEffect | null
  /** Of a stay found lawful: through which day. */
  readonly lawfulThrough: CivilDate | null
  readonly madeBy: string
  readonly madeAt: Instant
  readonly dueOn: CivilDate
  readonly takenBy: string | null
  readonly takenAt: Instant | null
  readonly answer: string | null
  readonly decidedBy: string | null
  readonly decidedAt: Instant | null
  readonly said: string
  readonly pictures: number
}

export type NewRebuttal = Pick<
  Rebuttal,
  'id' | 'holder' | 'document' | 'about' | 'stay' | 'stayBegan' | 'movement' | 'point' | 'text' | 'madeBy' | 'madeAt' | 'dueOn' | 'said'
> & {
  readonly sheets: readonly Uint8Array[]
}

export async function insertRebuttal(tx: Tx, { sheets, holder, text, madeBy, madeAt, dueOn, stayBegan, ...same }: NewRebuttal): Promise<void> {
  const cell = cellOf(holder)
  const number = await drawFree('contest', async (drawn) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('rebuttal_number')
      .values({ number: drawn, cell, rebuttal: same.id })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  })
  const made = { made_by: madeBy, made_at: madeAt, due_on: dueOn, stay_began: stayBegan, case_number: number }
  const row = { ...same, ...made, cell, holder_id: holder, body: text, state: 'received' }
  await tx.insertInto('rebuttal').values(row).execute()
  if (sheets.length > 0)
    await tx
      .insertInto('rebuttal_picture')
      .values(sheets.map((sheet, index) => ({ cell, rebuttal: same.id, page: index + 1, image: Buffer.from(sheet) })))
      .execute()
}

const select = (tx: Tx) =>
  tx
    .selectFrom('rebuttal as r')
    .leftJoin('stay as s', (join) =>
      join
        .onRef('s.cell', '=', 'r.cell')
        .onRef('s.holder_id', '=', 'r.holder_id')
        .onRef('s.number', '=', 'r.stay')
        .on(sql<boolean>`coalesce(s.opened_by, s.closed_by) = r.stay_began`),
    )
    .selectAll('r')
    .select('s.number as standing')
    .select(({ selectFrom, fn }) =>
      selectFrom('rebuttal_picture as p')
        .select(fn.countAll<number>().as('n'))
        .whereRef('p.cell', '=', 'r.cell')
        .whereRef('p.rebuttal', '=', 'r.id')
        .as('pictures'),
    )
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

/** Locked: two who take one rebuttal wait for each other. */
export async function lockRebuttal(tx: Tx, id: string): Promise<Rebuttal | undefined> {
  await tx.selectFrom('rebuttal').select('id').where('id', '=', id).forUpdate().execute()
  return findRebuttal(tx, id)
}

export async function findRebuttal(tx: Tx, id: string): Promise<Rebuttal | undefined> {
  const row = await select(tx).where('r.id', '=', id).executeTakeFirst()
  return row && toRebuttal(row)
}

export async function rebuttalsOf(tx: Tx, holder: HolderBoundId): Promise<Rebuttal[]> {
  const rows = await select(tx)
    .where('r.cell', '=', cellOf(holder))
    .where('r.holder_id', '=', holder)
    .orderBy('r.made_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(toRebuttal)
}

export type RebuttalsAsked = {
  readonly which: 'waiting' | 'decided'
  readonly points: readonly string[]
  readonly about: RebuttalSubject | undefined
  /** A case number or a document. */
  readonly number: string | undefined
  readonly offset: number
  readonly limit: number
}

/** Those that wait, the first due first; or those that were decided, the last first; and how many there are in all. Row-level security says whose. */
export async function listRebuttals(
  tx: Tx,
  { which, points, about, number, offset, limit }: RebuttalsAsked,
): Promise<{ count: number; rows: Rebuttal[] }> {
  const states = which === 'waiting' ? ['received', 'in-hand'] : ['accepted', 'not-accepted']
  const listed = select(tx)
    .where('r.state', 'in', states)
    .where(sql<boolean>`r.point = any(${[...points]})`)
    .$if(about !== undefined, (some) => some.where('r.about', '=', about ?? ''))
    .$if(number !== undefined, (some) =>
      some.where(({ or, eb }) => or([eb('r.case_number', '=', number ?? ''), eb('r.document', '=', number ?? '')])),
    )
    .select(sql<number>`count(*) over ()`.as('in_all'))
  const ordered = which === 'waiting' ? listed.orderBy('r.due_on') : listed.orderBy('r.decided_at', 'desc')
  const rows = await ordered.orderBy('r.id').offset(offset).limit(limit).execute()
  return { count: rows[0]?.in_all ?? 0, rows: rows.map(toRebuttal) }
}

export async function findPicture(tx: Tx, rebuttal: Pick<Rebuttal, 'id' | 'holder'>, page: number): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('rebuttal_picture')
    .select('image')
    .where('cell', '=', cellOf(rebuttal.holder))
    .where('rebuttal', '=', rebuttal.id)
    .where('page', '=', page)
    .executeTakeFirst()
  return row?.image
}

export type RebuttalChange =
  | { readonly state: 'in-hand'; readonly taken_by: string; readonly taken_at: Instant }
  | {
      readonly state: 'accepted' | 'not-accepted'
      readonly effect: RebuttalEffect | null
      readonly lawful_through: CivilDate | null
      readonly answer: string
      readonly decided_by: string
      readonly decided_at: Instant
    }
export async function changeRebuttal(tx: Tx, { id, holder }: Pick<Rebuttal, 'id' | 'holder'>, change: RebuttalChange): Promise<void> {
  await tx.updateTable('rebuttal').set(change).where('cell', '=', cellOf(holder)).where('id', '=', id).execute()
}

const toRebuttal = (row: Row): Rebuttal => ({
  id: row.id as CommandId,
  number: row.case_number,
  holder: row.holder_id as HolderBoundId,
  document: row.document,
  about: row.about as RebuttalSubject,
  stay: row.standing,
  stayBegan: row.stay_began as CommandId | null,
  gone: row.stay !== null && row.standing === null,
  movement: row.movement as CommandId | null,
  point: row.point as PointId,
  text: row.body,
  state: row.state as RebuttalState,
  effect: row.effect as RebuttalEffect | null,
  lawfulThrough: row.lawful_through as CivilDate | null,
  madeBy: row.made_by,
  madeAt: row.made_at as Instant,
  dueOn: row.due_on as CivilDate,
  takenBy: row.taken_by,
  takenAt: row.taken_at as Instant | null,
  answer: row.answer,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at as Instant | null,
  said: row.said,
  pictures: row.pictures ?? 0,
})
