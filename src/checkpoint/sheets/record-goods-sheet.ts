import { hash } from 'node:crypto'
import { recordEvent } from '../../audit/record-event.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import type { CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { borderZone, civilDateAt } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { type Cell, cellOf, type HolderBoundId } from '../../platform/ids.ts'
import { prepareGoodsPicture } from './goods-picture.ts'
import { assessLines } from './goods-sheet.rules.ts'
import type { Recorded } from './record-vehicle-sheet.ts'
import { cellOfSheet, findMovements, findVehicleSheet, lockGoodsSheet } from './sheet.queries.ts'
import { insertGoodsSheet, type NewGoodsSheet } from './sheet.store.ts'
import { mayAtPoint, once, type Sheets } from './sheet-services.ts'
import { type GoodsSheet, readGoodsSheet } from './sheet-views.ts'
import type { GoodsSheetBody } from './sheets.api.ts'
import { assessReplaced, wentThrough } from './vehicle-sheet.rules.ts'

type Lines = NewGoodsSheet['lines']
/** Whose goods they are, and so where, when and which way they went. */
type Subject = Pick<NewGoodsSheet, 'cell' | 'movement' | 'vehicle' | 'point' | 'direction' | 'day'>

/** Goods that came with a person or a vehicle: what was seen and what was declared, line by line. A correction names the sheet it replaces. */
export async function recordGoodsSheet(sheets: Sheets, actor: Actor, body: GoodsSheetBody): Promise<Outcome<Recorded<GoodsSheet>>> {
  if ((body.movement ?? null) === null ? (body.vehicleSheet ?? null) === null : (body.vehicleSheet ?? null) !== null) return refuse('goods.subject')
  const assessed = assessLines(body.lines, sheets.chapters)
  if (!assessed.ok) return assessed
  const lines = await withPictures(body)
  if (!lines.ok) return lines
  const [id, said] = [body.id as CommandId, hash('sha256', JSON.stringify(body), 'base64')]
  return once(sheets, actor, {
    id,
    event: 'GoodsSheetRecorded',
    said,
    again: (tx) => readBack(tx, id, true),
    write: (tx) => write(sheets, actor, tx, { id, said, body, lines: lines.value }),
  })
}

async function withPictures({ lines }: GoodsSheetBody): Promise<Outcome<Lines>> {
  const ready: Lines[number][] = []
  for (const [index, { photo, ...line }] of lines.entries()) {
    const picture = photo == null ? accept(null) : await prepareGoodsPicture(Buffer.from(photo, 'base64'), index + 1)
    if (!picture.ok) return picture
    ready.push({ ...line, customsReference: line.customsReference?.trim() || null, photo: picture.value })
  }
  return accept(ready)
}

type Command = { readonly id: CommandId; readonly said: string; readonly body: GoodsSheetBody; readonly lines: Lines }

async function write(sheets: Sheets, actor: Actor, tx: Tx, { id, said, body, lines }: Command): Promise<Outcome<Recorded<GoodsSheet>>> {
  const subject = await findSubject(tx, body)
  if (!subject.ok) return subject
  const { cell, movement, vehicle, point, direction } = subject.value
  const allowed = mayAtPoint(sheets, actor, 'sheet.record', point)
  if (!allowed.ok) return allowed as Outcome<never>
  const old = body.replaces ? await lockGoodsSheet(tx, body.replaces) : undefined
  if (body.replaces) {
    const assessed = assessReplaced(old && { ...old, replacedBy: old.replaced_by }, subject.value)
    if (!assessed.ok) return assessed
    if (old?.movement !== movement || old.vehicle !== vehicle) return refuse('sheet.replaces-other')
  }
  const at = sheets.now()
  const event = {
    id,
    cell: cellOf(id as string as HolderBoundId) as Cell,
    type: 'GoodsSheetRecorded',
    subject: id,
    actor: actor.account,
    at,
    place: point,
  }
  await recordEvent(tx, { ...event, body: { said, movement, vehicle, direction, lines: lines.length, replaces: body.replaces ?? null } })
  await insertGoodsSheet(tx, { ...subject.value, cell, id, replaces: old, lines, recordedAt: at, recordedBy: actor.account })
  return readBack(tx, id, false)
}

async function findSubject(tx: Tx, { movement, vehicleSheet }: GoodsSheetBody): Promise<Outcome<Subject>> {
  if (movement) {
    const [found] = await findMovements(tx, [movement as CommandId])
    if (!found) return refuse('sheet.movement-unknown', { about: { movement } })
    if (!wentThrough(found)) return refuse('sheet.not-admitted', { about: { movement } })
    const { cell, point, direction, occurredAt } = found
    return accept({ cell, movement, vehicle: null, point, direction, day: civilDateAt(occurredAt, borderZone) })
  }
  const sheet = await findVehicleSheet(tx, vehicleSheet ?? '')
  if (!sheet) return refuse('sheet.not-found')
  const { root, point, direction, day } = sheet
  return accept({ cell: cellOfSheet(root), movement: null, vehicle: root, point, direction, day })
}

async function readBack(tx: Tx, id: CommandId, again: boolean): Promise<Outcome<Recorded<GoodsSheet>>> {
  const sheet = await readGoodsSheet(tx, id)
  return sheet ? accept({ ...sheet, again }) : refuse('sheet.not-found')
}
