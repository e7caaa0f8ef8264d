import Type, { type Static } from 'typebox'
import { areaCode, commandId, holderBoundId, isoDate, nullable } from '../../platform/schemas.ts'

/** A number as offices write it, "12/2026": letters, digits and signs, no blanks, so that nobody's name is kept in it. */
const paperNumber = Type.String({ pattern: '^(?=.*[0-9០-៩๐-๙])[A-Za-z0-9\\u1780-\\u17ff\\u0e00-\\u0e7f./-]{1,40}$' })
const count = Type.Integer({ minimum: 0 })
export const capacityQuery = Type.Object({ province: areaCode }, { additionalProperties: false, description: 'a province, or one office' })
const printers = { printers: count, from: isoDate, instrument: Type.String(), by: Type.String({ description: 'account id' }) }
export const capacityAnswer = Type.Object({
  asOf: Type.String(),
  offices: Type.Array(
    Type.Object({
      office: Type.String(),
      printers: nullable(Type.Object(printers)),
      staff: Type.Integer({ description: 'people with a role of the office’s work' }),
      atWork: Type.Integer({ description: 'people who did something in a case today' }),
      output: Type.Array(Type.Object({ day: isoDate, issued: count, produced: count }), { description: 'the last ten working days, oldest first' }),
      waiting: count,
      daysToClear: nullable(Type.Integer({ description: 'working days, at the pace of those days; null: nothing was produced' })),
    }),
  ),
})
export type CapacityAnswer = Static<typeof capacityAnswer>

export const entriesQuery = Type.Object({ office: areaCode }, { additionalProperties: false })
export const entriesAnswer = Type.Array(Type.Object({ ...printers, at: Type.String() }))
export type EntriesAnswer = Static<typeof entriesAnswer>
export const equipRequest = Type.Object(
  { requestId: commandId, office: areaCode, from: isoDate, printers: Type.Integer({ minimum: 0, maximum: 200 }), instrument: paperNumber },
  { additionalProperties: false, description: 'instrument: the number of the paper that says so' },
)
export const equipAnswer = Type.Object({ office: Type.String(), ...printers })

export const hoursQuery = Type.Object(
  { office: areaCode, from: isoDate, until: isoDate },
  { additionalProperties: false, description: 'up to 92 days' },
)
export const hoursAnswer = Type.Object({
  asOf: Type.String(),
  hours: Type.Array(
    Type.Object({
      account: Type.String(),
      day: isoDate,
      hour: Type.Integer({ minimum: 0, maximum: 23 }),
      step: Type.String(),
      n: count,
      odd: Type.Boolean({ description: 'outside the counter’s hours, or on a day on which offices do not work' }),
    }),
  ),
})
export type HoursAnswer = Static<typeof hoursAnswer>

export const moveRequest = Type.Object(
  { requestId: commandId, office: areaCode, applications: Type.Array(holderBoundId, { minItems: 1, maxItems: 200, uniqueItems: true }) },
  { additionalProperties: false, description: 'office: where to' },
)
export const moveAnswer = Type.Object({
  office: Type.String(),
  moved: Type.Array(Type.String()),
  refused: Type.Array(Type.Object({ application: Type.String(), code: Type.String() })),
})
export type MoveAnswer = Static<typeof moveAnswer>
