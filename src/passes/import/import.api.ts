import Type, { type Static } from 'typebox'
import type { ProblemCode } from '../../kernel/problem.ts'
import { commandId, nullable, text } from '../../platform/schemas.ts'
import { type ImportState, importStates } from './import-state.rules.ts'
import { type DateOrder, dateOrders } from './row-date.rules.ts'

const closed = { additionalProperties: false } as const
export const importParams = Type.Object({ id: commandId })

export const receiveRequest = Type.Object(
  {
    requestId: commandId,
    place: Type.String({ pattern: '^[A-Z]{2}(:\\d{2,4})?$', description: 'the place of the role by which it comes in', examples: ['KH:01'] }),
    fileName: text(200, 1),
    bytes: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
  },
  { ...closed, description: 'the requestId becomes the id of the import' },
)
export const pieceQuery = Type.Object({ offset: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }) }, closed)
export const pieceAnswer = Type.Object({ received: Type.Integer({ description: 'how many bytes are there: the next piece begins here' }) })

const source = Type.Union([
  Type.Object({ columns: Type.Array(text(200, 1), { minItems: 1, maxItems: 6 }) }, closed),
  Type.Object({ value: text(200) }, closed),
])
export const mapping = Type.Object(
  {
    fields: Type.Record(Type.String({ maxLength: 40 }), source),
    dateOrder: Type.Unsafe<DateOrder>(Type.Union(dateOrders.map((order) => Type.Literal(order)))),
    numberPrefix: Type.Optional(text(8)),
  },
  closed,
)
export type MappingBody = Static<typeof mapping>
export const checkRequest = Type.Object({ requestId: commandId, mapping }, closed)
export const commandRequest = Type.Object({ requestId: commandId }, closed)

export const importAnswer = Type.Object({
  id: Type.String(),
  place: Type.String(),
  fileName: Type.String(),
  bytes: Type.Integer(),
  received: Type.Integer(),
  state: Type.Unsafe<ImportState>(Type.Union(importStates.map((state) => Type.Literal(state)))),
  rows: Type.Integer({ description: 'decided on so far, in this dry run or import' }),
  created: Type.Integer(),
  unchanged: Type.Integer(),
  refused: Type.Integer(),
  flagged: Type.Integer(),
  nextLine: Type.Integer(),
  stoppedBy: nullable(Type.Unsafe<ProblemCode>(Type.String({ description: 'while receiving: why the file was refused; it is to be sent anew' }))),
  mapping: nullable(mapping),
  madeAt: Type.String(),
  changedAt: Type.String(),
})
export type ImportAnswer = Static<typeof importAnswer>

export const fault = Type.Object({
  line: Type.Integer(),
  column: Type.Integer({ description: 'from 1; 0: the whole row' }),
  code: Type.Unsafe<ProblemCode>(Type.String()),
  header: Type.String(),
  shape: Type.String({ description: 'the form of what stands there, not what' }),
})
export const reportAnswer = Type.Object({
  counts: Type.Array(Type.Object({ code: Type.Unsafe<ProblemCode>(Type.String()), n: Type.Integer() })),
  faults: Type.Array(fault),
})
export type ReportAnswer = Static<typeof reportAnswer>

/** The file as far as a mapping needs it. */
export const columnsAnswer = Type.Object({
  form: Type.String({ description: '"csv utf-8 ," or "xlsx Sheet1"' }),
  header: Type.Array(Type.String()),
  samples: Type.Array(Type.Array(Type.String()), { description: 'the first rows' }),
  guess: mapping,
})
export type ColumnsAnswer = Static<typeof columnsAnswer>
