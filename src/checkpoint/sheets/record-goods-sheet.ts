import { hash } from 'node:crypto'
import { recordEvent } from '../../audit/record-event.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import type { CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { borderZone, civilDateAt, type Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { type Cell, cellOf, type HolderBoundId } from '../../platform/ids.ts'
import { prepareGoodsPicture } from './goods-picture.ts'
import { assessLines, mayReplace } from './goods-sheet.rules.ts'
import type { Recorded } from './record-vehicle-sheet.ts'
import { cellOfSheet, findGoodsSheet, findLinePhoto, findMovements, findVehicleSheet, type GoodsSheetRow, lockGoodsSheet } from './sheet.queries.ts'
import { insertGoodsSheet, type NewGoodsSheet } from './sheet.store.ts'
import { mayAtPoint, once, replacerAt, type Sheets } from './sheet-services.ts'
import { type GoodsSheet, goodsSheetsShown } from './sheet-views.ts'
import type { GoodsSheetBody } from './sheets.api.ts'
import { assessReplaced, wentThrough } from './vehicle-sheet.rules.ts'

/** `keepsPhotoOf`: the line of the replaced sheet whose picture it keeps. */
type Prepared = NewGoodsSheet['lines'][number] & { readonly keepsPhotoOf: number | null }
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
    again: (tx) => readBack(sheets, actor, tx, id, true),
    write: (tx) => write(sheets, actor, tx, { id, said, body, lines: lines.value }),
  })
}

async function withPictures({ lines }: GoodsSheetBody): Promise<Outcome<readonly Prepared[]>> {
  const ready: Prepared[] = []
  for (const [index, { photo, keepsPhotoOf = null, ...line }] of lines.entries()) {
    const picture = photo == null ? accept(null) : await prepareGoodsPicture(Buffer.from(photo, 'base64'), index + 1)
    if (!picture.ok) return picture
    ready.push({
      ...line,
      customsReference: line.customsReference?.trim() || null,
      photo: picture.value,
      keepsPhotoOf: photo == null ? keepsPhotoOf : null,
    })
  }
  return accept(ready)
}

type Command = { readonly id: CommandId; readonly said: string; readonly body: GoodsSheetBody; readonly lines: readonly Prepared[] }

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
    const written = { recordedBy: old.recorded_by, recordedAt: old.recorded_at as Instant }
    if (!mayReplace(written, await replacerAt(sheets, actor, tx, point))) return refuse('sheet.not-yours')
  }
  const kept = await withKeptPictures(tx, old, lines)
  if (!kept.ok) return kept
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
  await insertGoodsSheet(tx, { ...subject.value, cell, id, replaces: old, lines: kept.value, recordedAt: at, recordedBy: actor.account })
  return readBack(sheets, actor, tx, id, false)
}

/** A picture is sent once: a correction names the line that has it. */
async function withKeptPictures(tx: Tx, old: GoodsSheetRow | undefined, lines: readonly Prepared[]): Promise<Outcome<NewGoodsSheet['lines']>> {
  const kept: NewGoodsSheet['lines'][number][] = []
  for (const [index, { keepsPhotoOf, ...line }] of lines.entries()) {
    const photo = keepsPhotoOf === null ? line.photo : old && (await findLinePhoto(tx, old, keepsPhotoOf))
    if (photo === undefined) return refuse('goods.photo', { about: { line: index + 1 } })
    kept.push({ ...line, photo })
  }
  return accept(kept)
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

async function readBack(sheets: Sheets, actor: Actor, tx: Tx, id: CommandId, again: boolean): Promise<Outcome<Recorded<GoodsSheet>>> {
  const row = await findGoodsSheet(tx, id)
  const [sheet] = row ? await goodsSheetsShown(tx, [row], await replacerAt(sheets, actor, tx, row.point)) : []
  return sheet ? accept({ ...sheet, again }) : refuse('sheet.not-found')
}
