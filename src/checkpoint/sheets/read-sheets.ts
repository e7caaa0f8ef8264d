import { recordRead } from '../../audit/record-read.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import type { CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { parseCivilDate } from '../../kernel/time.ts'
import { inTransaction, type Tx } from '../../platform/database.ts'
import * as queries from './sheet.queries.ts'
import { mayAtPoint, replacerAt, type Sheets } from './sheet-services.ts'
import { type GoodsSheet, goodsSheetsShown, type VehicleSheet, vehicleSheetsShown } from './sheet-views.ts'

export type AskedDay = { readonly point: string; readonly day: string; readonly before?: string; readonly limit?: number; readonly mine?: boolean }
const pageStandard = 200

/** A day's vehicle sheets at a point, the latest first; a page ends at `limit`, and the next begins `before` its last. */
export const readVehicleSheets = (sheets: Sheets, actor: Actor, asked: AskedDay): Promise<Outcome<VehicleSheet[]>> =>
  readDay(sheets, actor, asked, 'vehicle sheets', async (tx, page) => vehicleSheetsShown(tx, await queries.vehicleSheetsOf(tx, page)))

export const readGoodsSheets = (sheets: Sheets, actor: Actor, asked: AskedDay): Promise<Outcome<GoodsSheet[]>> =>
  readDay(sheets, actor, asked, 'goods sheets', async (tx, page) => {
    const by = await replacerAt(sheets, actor, tx, page.point)
    return goodsSheetsShown(tx, await queries.goodsSheetsOf(tx, page, asked.mine ? by : undefined), by)
  })

async function readDay<T>(
  sheets: Sheets,
  actor: Actor,
  { point, day: asked, before, limit = pageStandard }: AskedDay,
  list: string,
  read: (tx: Tx, page: queries.Page) => Promise<T>,
): Promise<Outcome<T>> {
  const day = parseCivilDate(asked)
  if (!day) return refuse('time.invalid')
  const allowed = mayAtPoint(sheets, actor, 'sheet.read', point)
  if (!allowed.ok) return allowed as Outcome<never>
  return inName(sheets, actor, async (tx) => {
    await seen(sheets, actor, tx, `${list} of ${day}`, point)
    return accept(await read(tx, { point, day, before, limit }))
  })
}

/** The vehicle that somebody crossed in, and the goods that came with them and with it, as they stand now. */
export const readSheetsOf = (
  sheets: Sheets,
  actor: Actor,
  movement: CommandId,
): Promise<Outcome<{ vehicle: VehicleSheet | null; goods: GoodsSheet[] }>> =>
  inName(sheets, actor, async (tx) => {
    const [found] = await queries.findMovements(tx, [movement])
    // One that the caller may not read answers as one that is not there.
    if (!found || !mayAtPoint(sheets, actor, 'sheet.read', found.point).ok) return refuse('movement.not-found')
    await seen(sheets, actor, tx, movement, found.point)
    const sheet = await queries.currentSheetOf(tx, found)
    const own = await queries.currentGoodsOf(tx, { cell: found.cell, movement })
    const carried = sheet ? await queries.currentGoodsOf(tx, { cell: queries.cellOfSheet(sheet.root), vehicle: sheet.root }) : []
    const [vehicle = null] = sheet ? await vehicleSheetsShown(tx, [sheet]) : []
    return accept({ vehicle, goods: await goodsSheetsShown(tx, [...own, ...carried], await replacerAt(sheets, actor, tx, found.point)) })
  })

export const readVehicleSheetBy = (sheets: Sheets, actor: Actor, id: string): Promise<Outcome<VehicleSheet>> =>
  readOne(sheets, actor, (tx) => queries.findVehicleSheet(tx, id), vehicleSheetsShown)

export const readGoodsSheetBy = (sheets: Sheets, actor: Actor, id: string): Promise<Outcome<GoodsSheet>> =>
  readOne(
    sheets,
    actor,
    (tx) => queries.findGoodsSheet(tx, id),
    async (tx, rows) => goodsSheetsShown(tx, rows, await replacerAt(sheets, actor, tx, rows[0]?.point ?? '')),
  )

export const readLinePhoto = (sheets: Sheets, actor: Actor, id: string, line: number): Promise<Outcome<Buffer>> =>
  readOne(
    sheets,
    actor,
    (tx) => queries.findGoodsSheet(tx, id),
    async (tx, [sheet]) => [sheet && (await queries.findLinePhoto(tx, sheet, line))],
  )

async function readOne<Row extends { readonly id: string; readonly point: string }, T>(
  sheets: Sheets,
  actor: Actor,
  find: (tx: Tx) => Promise<Row | undefined>,
  show: (tx: Tx, rows: readonly Row[]) => Promise<readonly (T | undefined)[]>,
): Promise<Outcome<T>> {
  return inName(sheets, actor, async (tx) => {
    const row = await find(tx)
    if (!row || !mayAtPoint(sheets, actor, 'sheet.read', row.point).ok) return refuse('sheet.not-found')
    await seen(sheets, actor, tx, row.id, row.point)
    const [shown] = await show(tx, [row])
    return shown === undefined ? refuse('sheet.not-found') : accept(shown)
  })
}

export const readVehicleCounts = (sheets: Sheets, actor: Actor, asked: queries.Days) => readCounts(sheets, actor, asked, queries.vehicleCounts)
export const readGoodsCounts = (sheets: Sheets, actor: Actor, asked: queries.Days) => readCounts(sheets, actor, asked, queries.goodsCounts)

async function readCounts<T>(
  sheets: Sheets,
  actor: Actor,
  asked: queries.Days,
  read: (query: Sheets['database']['query'], days: queries.Days) => Promise<T>,
): Promise<Outcome<T>> {
  if (!parseCivilDate(asked.from) || !parseCivilDate(asked.until)) return refuse('time.invalid')
  const allowed = mayAtPoint(sheets, actor, 'movement.count', asked.point)
  return allowed.ok ? accept(await read(sheets.database.query, asked)) : (allowed as Outcome<never>)
}

const inName = <T>({ database, now }: Sheets, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(database, { account: actor.account, at: now() }, work)

/** A sheet names people by their movements and a vehicle by its plate: the chief of the point sees who looked. */
const seen = (sheets: Sheets, actor: Actor, tx: Tx, subject: string, place: string): Promise<void> =>
  recordRead(tx, { account: actor.account, subject, place, at: sheets.now() })
