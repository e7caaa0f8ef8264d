import Type from 'typebox'
import { actorOf } from '../../identity/authorise.ts'
import type { CommandId } from '../../kernel/code.ts'
import { accept } from '../../kernel/outcome.ts'
import { vehicleClasses } from '../../kernel/vehicle.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../../platform/http.ts'
import { refusals } from '../../platform/schemas.ts'
import { sendFile } from '../../platform/send-file.ts'
import * as read from './read-sheets.ts'
import { recordGoodsSheet } from './record-goods-sheet.ts'
import { recordVehicleSheet } from './record-vehicle-sheet.ts'
import type { Sheets } from './sheet-services.ts'
import * as api from './sheets.api.ts'

/** Vehicle sheets and goods sheets: written at the gate, read by who reads movements. */
export function sheetsRoutes(server: HttpServer, sheets: Sheets): void {
  writingRoutes(server, sheets)
  listRoutes(server, sheets)
  singleRoutes(server, sheets)
  countRoutes(server, sheets)
  referenceRoutes(server, sheets)
}

const tags = ['Sheets']

function writingRoutes(server: HttpServer, sheets: Sheets): void {
  const config = { needs: 'sheet.record' } as const
  const vehicle = {
    tags,
    summary: 'Record a vehicle with its driver and passengers, by their movements',
    body: api.vehicleSheetRequest,
    response: { 200: api.vehicleSheetRecorded, 201: api.vehicleSheetRecorded, ...refusals },
  }
  server.post('/api/v1/vehicle-sheets', { config, schema: vehicle }, async (request, reply) => {
    const recorded = await recordVehicleSheet(sheets, actorOf(request), request.body)
    return sendOutcome(request, reply, recorded, recorded.ok && recorded.value.again ? 200 : 201)
  })
  const goods = {
    tags,
    summary: 'Record the goods of a movement or of a vehicle: what was seen and what was declared',
    body: api.goodsSheetRequest,
    response: { 200: api.goodsSheetRecorded, 201: api.goodsSheetRecorded, ...refusals },
  }
  server.post('/api/v1/goods-sheets', { config, schema: goods }, async (request, reply) => {
    const recorded = await recordGoodsSheet(sheets, actorOf(request), request.body)
    return sendOutcome(request, reply, recorded, recorded.ok && recorded.value.again ? 200 : 201)
  })
}

function listRoutes(server: HttpServer, sheets: Sheets): void {
  const config = { needs: 'sheet.read' } as const
  const ofDay = (what: string) => ({
    tags,
    summary: `${what} of a day at a point, the latest first; replaced ones are marked`,
    querystring: api.dayQuery,
  })
  const vehicles = { ...ofDay('Vehicle sheets'), response: { 200: Type.Array(api.vehicleSheetAnswer), ...refusals } }
  server.get('/api/v1/vehicle-sheets', { config, schema: vehicles }, async (request, reply) =>
    sendOutcome(request, reply, await read.readVehicleSheets(sheets, actorOf(request), request.query)),
  )
  const goods = { ...ofDay('Goods sheets'), querystring: api.goodsDayQuery, response: { 200: Type.Array(api.goodsSheetAnswer), ...refusals } }
  server.get('/api/v1/goods-sheets', { config, schema: goods }, async (request, reply) =>
    sendOutcome(request, reply, await read.readGoodsSheets(sheets, actorOf(request), request.query)),
  )
}

function singleRoutes(server: HttpServer, sheets: Sheets): void {
  const config = { needs: 'sheet.read' } as const
  const vehicle = { tags, summary: 'A vehicle sheet', params: api.sheetParams, response: { 200: api.vehicleSheetAnswer, ...refusals } }
  server.get('/api/v1/vehicle-sheets/:id', { config, schema: vehicle }, async (request, reply) =>
    sendOutcome(request, reply, await read.readVehicleSheetBy(sheets, actorOf(request), request.params.id)),
  )
  const goods = { tags, summary: 'A goods sheet', params: api.sheetParams, response: { 200: api.goodsSheetAnswer, ...refusals } }
  server.get('/api/v1/goods-sheets/:id', { config, schema: goods }, async (request, reply) =>
    sendOutcome(request, reply, await read.readGoodsSheetBy(sheets, actorOf(request), request.params.id)),
  )
  const picture = {
    tags,
    summary: 'The picture of a line of goods',
    params: api.lineParams,
    response: { 200: Type.String({ format: 'binary', contentMediaType: 'image/jpeg' }), ...refusals },
  }
  server.get('/api/v1/goods-sheets/:id/lines/:line/photo', { config, schema: picture }, async (request, reply) => {
    const photo = await read.readLinePhoto(sheets, actorOf(request), request.params.id, Number(request.params.line))
    return photo.ok ? sendFile(reply, { type: 'image/jpeg', name: 'goods.jpg', bytes: photo.value }) : sendRefusal(reply, request, photo.refusal)
  })
  const ofMovement = {
    tags,
    summary: 'The vehicle and the goods of one movement, as they stand now',
    params: api.movementParams,
    response: { 200: api.sheetsOfMovement, ...refusals },
  }
  server.get('/api/v1/movements/:id/sheets', { config, schema: ofMovement }, async (request, reply) =>
    sendOutcome(request, reply, await read.readSheetsOf(sheets, actorOf(request), request.params.id as CommandId)),
  )
}

function countRoutes(server: HttpServer, sheets: Sheets): void {
  const config = { needs: 'movement.count' } as const
  const vehicles = {
    tags: ['Counts'],
    summary: 'Exact counts of vehicles at a point per day, class and direction',
    querystring: api.countsQuery,
    response: { 200: Type.Array(api.vehicleCountAnswer), ...refusals },
  }
  server.get('/api/v1/vehicle-counts', { config, schema: vehicles }, async (request, reply) =>
    sendOutcome(request, reply, await read.readVehicleCounts(sheets, actorOf(request), request.query)),
  )
  const goods = {
    tags: ['Counts'],
    summary: 'Exact sums of goods at a point per day, chapter and direction: quantities by unit, values by currency',
    querystring: api.countsQuery,
    response: { 200: api.goodsCountsAnswer, ...refusals },
  }
  server.get('/api/v1/goods-counts', { config, schema: goods }, async (request, reply) =>
    sendOutcome(request, reply, await read.readGoodsCounts(sheets, actorOf(request), request.query)),
  )
}

/** What a form needs to offer: no secrets, and the same for everybody. */
function referenceRoutes(server: HttpServer, { chapters, classes, now }: Sheets): void {
  const config = { needs: 'public' } as const
  const named = {
    tags,
    summary: 'Chapters of the Harmonized System that goods are named by',
    response: { 200: Type.Array(api.chapterAnswer), ...refusals },
  }
  server.get('/api/v1/hs-chapters', { config, schema: named }, async (request, reply) => sendOutcome(request, reply, accept(chapters.named)))
  const bounds = { tags, summary: 'Classes of vehicles with the bounds of their wheels', response: { 200: Type.Array(api.classAnswer), ...refusals } }
  server.get('/api/v1/vehicle-classes', { config, schema: bounds }, async (request, reply) =>
    sendOutcome(request, reply, accept(vehicleClasses.map((each) => classes(each, now())))),
  )
}
