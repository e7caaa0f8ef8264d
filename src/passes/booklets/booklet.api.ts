import Type, { type Static } from 'typebox'
import { areaCode, commandId, nullable, text, written } from '../../platform/schemas.ts'

const closed = { additionalProperties: false } as const
export const stockQuery = Type.Object({ office: areaCode }, closed)
export const receiveRequest = Type.Object(
  { requestId: commandId, office: areaCode, first: text(30, 1), count: Type.Integer({ minimum: 1, maximum: 10_000 }) },
  { ...closed, description: 'first: the lowest number of the run, as printed on the booklet' },
)
export const spoilRequest = Type.Object({ requestId: commandId, office: areaCode, number: text(30, 1), reason: written(500) }, closed)
export const produceRequest = Type.Object(
  { requestId: commandId, booklet: nullable(text(30, 1)), scanned: text(4296, 1) },
  {
    ...closed,
    description:
      'booklet: null for an extension, whose page goes into the booklet that is there. scanned: what a reader saw in the code of the printed page',
  },
)
export const collectRequest = Type.Object(
  { requestId: commandId, kind: Type.Union([Type.Literal('signature'), Type.Literal('thumb')]), mark: text(180_000, 1) },
  { ...closed, description: 'mark: the signature or thumb mark as JPEG, PNG or WebP in base64' },
)
export const stockAnswer = Type.Object({
  inStock: Type.Integer(),
  used: Type.Integer(),
  spoilt: Type.Integer(),
  next: nullable(Type.String()),
  batches: Type.Array(Type.Object({ first: Type.String(), count: Type.Integer(), receivedAt: Type.String(), receivedBy: Type.String() })),
})
export type StockAnswer = Static<typeof stockAnswer>
