import Type, { type Static } from 'typebox'
import { plateCharactersMax, plateStates } from '../../kernel/plate.ts'
import { vehicleClasses } from '../../kernel/vehicle.ts'
import { commandId, isoDate, isoInstant, nullable, oneOf, text, words } from '../../platform/schemas.ts'
import { differences, goodsCurrencies, goodsUnits, linesMax, natures } from './goods-sheet.rules.ts'

const closed = { additionalProperties: false } as const
const direction = Type.Union([Type.Literal('exit'), Type.Literal('entry')], { description: "seen from the instance's own state" })
const plateState = oneOf(plateStates)
const vehicleClass = oneOf(vehicleClasses)
const unit = oneOf(goodsUnits)
const nature = oneOf(natures)
const currency = oneOf(goodsCurrencies)
const sheetId = { ...commandId, description: 'a sheet’s id' }
const movementId = { ...commandId, description: 'the id under which a movement was recorded' }

/** A full coach and its crew. */
const passengersMax = 80

export const vehicleSheetRequest = Type.Object(
  {
    id: commandId,
    point: text(80, 1),
    lane: text(20, 1),
    direction,
    occurredAt: isoInstant,
    class: vehicleClass,
    wheels: Type.Integer({ minimum: 0, maximum: 99, description: 'the trailer’s too' }),
    plate: nullable(Type.Object({ written: text(plateCharactersMax), state: plateState }, closed)),
    trailerPlate: Type.Optional(nullable(text(plateCharactersMax))),
    driver: Type.Optional(nullable(movementId)),
    passengers: Type.Array(movementId, { maxItems: passengersMax }),
    replaces: Type.Optional(nullable(sheetId)),
  },
  { ...closed, description: 'driver and passengers: movements recorded before. replaces: the sheet that this one corrects' },
)
export type VehicleSheetBody = Static<typeof vehicleSheetRequest>

const line = Type.Object(
  {
    chapter: text(10),
    nature,
    quantity: Type.Number(),
    unit,
    value: Type.Number(),
    currency,
    customsReference: Type.Optional(nullable(text(40))),
    photo: Type.Optional(nullable(text(180_000, 1))),
    keepsPhotoOf: Type.Optional(
      nullable(Type.Integer({ minimum: 1, maximum: linesMax, description: 'a line of the replaced sheet, whose picture stays' })),
    ),
  },
  { ...closed, description: 'chapter: two digits, of the Harmonized System. photo: JPEG, PNG or WebP in base64' },
)
export const goodsSheetRequest = Type.Object(
  {
    id: commandId,
    movement: Type.Optional(nullable(movementId)),
    vehicleSheet: Type.Optional(nullable(sheetId)),
    lines: Type.Array(line, { maxItems: linesMax }),
    replaces: Type.Optional(nullable(sheetId)),
  },
  { ...closed, description: 'of a movement or of a vehicle sheet, one of the two. replaces: the sheet that this one corrects' },
)
export type GoodsSheetBody = Static<typeof goodsSheetRequest>

const plateAnswer = nullable(Type.Object({ written: Type.String(), state: Type.String(), normal: Type.String(), province: nullable(Type.String()) }))
/** By an account’s id; null: undone before that was kept. */
const undoneRide = Type.Object({ movement: Type.String(), at: Type.String(), by: nullable(Type.String()) })
const vehicleFields = {
  id: Type.String(),
  root: Type.String({ description: 'the first of its corrections; itself when it is the first' }),
  replaces: nullable(Type.String()),
  replacedBy: nullable(Type.String()),
  point: Type.String(),
  lane: Type.String(),
  direction,
  occurredAt: Type.String(),
  recordedAt: Type.String(),
  day: isoDate,
  class: Type.String(),
  wheels: Type.Integer(),
  plate: plateAnswer,
  trailer: plateAnswer,
  driver: Type.String(),
  passengers: Type.Array(Type.String()),
  undone: Type.Array(undoneRide, { description: 'riders’ movements that were undone since: the sheet wants a correction' }),
}
const again = Type.Boolean({ description: 'true when this id had been recorded before: the first answer again' })
export const vehicleSheetAnswer = Type.Object(vehicleFields)
export const vehicleSheetRecorded = Type.Object({
  ...vehicleFields,
  again,
  referred: Type.Boolean({ description: 'somebody in charge is to decide on who drove it' }),
})

const lineAnswer = Type.Object({
  line: Type.Integer(),
  chapter: Type.String(),
  nature,
  quantity: Type.Number(),
  unit,
  value: Type.Number(),
  currency,
  customsReference: nullable(Type.String()),
  hasPhoto: Type.Boolean(),
})
const difference = Type.Object(
  {
    chapter: Type.String(),
    of: Type.Union([Type.Literal('quantity'), Type.Literal('value')]),
    measure: nullable(Type.String()),
    seen: Type.Number(),
    declared: Type.Number(),
    difference: oneOf(differences),
  },
  { description: 'where what was seen and what was declared differ, in kg, l, pieces … or a currency. measure null: no two can be compared' },
)
const goodsFields = {
  id: Type.String(),
  movement: nullable(Type.String()),
  vehicleSheet: nullable(Type.String({ description: 'the root of the vehicle’s sheets' })),
  replaces: nullable(Type.String()),
  replacedBy: nullable(Type.String()),
  point: Type.String(),
  direction,
  day: isoDate,
  recordedAt: Type.String(),
  undone: nullable(undoneRide),
  mayReplace: Type.Boolean({ description: 'the caller may correct it: their own of the shift they work, or any as the chief' }),
  lines: Type.Array(lineAnswer),
  differences: Type.Array(difference),
}
export const goodsSheetAnswer = Type.Object(goodsFields)
export const goodsSheetRecorded = Type.Object({ ...goodsFields, again })

export const sheetParams = Type.Object({ id: sheetId })
export const lineParams = Type.Object({ id: sheetId, line: Type.String({ pattern: '^[1-9][0-9]?$' }) })
export const movementParams = Type.Object({ id: movementId })
export const dayQuery = Type.Object(
  {
    point: text(80, 1),
    day: isoDate,
    before: Type.Optional({ ...sheetId, description: 'the id of the last sheet of the page before' }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  },
  closed,
)
export const goodsDayQuery = Type.Object(
  { ...dayQuery.properties, mine: Type.Optional(Type.Boolean({ description: 'only those that stand and that the caller may replace' })) },
  closed,
)
export const countsQuery = Type.Object({ point: text(80, 1), from: isoDate, until: isoDate }, closed)
export const sheetsOfMovement = Type.Object({ vehicle: nullable(vehicleSheetAnswer), goods: Type.Array(goodsSheetAnswer) })
export const vehicleCountAnswer = Type.Object({ point: Type.String(), day: isoDate, class: Type.String(), direction, count: Type.Integer() })
const goodsCount = Type.Object({
  point: Type.String(),
  day: isoDate,
  chapter: Type.String(),
  direction,
  nature,
  measure: Type.String({ description: 'a unit, or a currency' }),
  lines: Type.Integer(),
  sum: Type.Number(),
})
export const goodsCountsAnswer = Type.Object({ quantities: Type.Array(goodsCount), values: Type.Array(goodsCount) })
export const chapterAnswer = Type.Object({ chapter: Type.String(), name: words })
export const classAnswer = Type.Object({
  class: Type.String(),
  wheelsMin: Type.Integer(),
  wheelsMax: Type.Integer(),
  plate: Type.Union([Type.Literal('must'), Type.Literal('may'), Type.Literal('none')]),
  trailer: Type.Boolean(),
})
