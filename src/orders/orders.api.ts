import Type, { type Static } from 'typebox'
import { orderAnswer as publicOrder } from '../places/places.api.ts'
import { commandId, isoInstant, nullable, text, words, written } from '../platform/schemas.ts'
import { orderSchemaId } from './order-file.api.ts'

const strict = { additionalProperties: false } as const
const about = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))
const hours = Type.Array(Type.Object({ opens: Type.String(), closes: Type.String(), days: Type.Array(Type.String()) }))

/** Read by the order's own reader, so that each fault has its path and words. */
const anyOrder = Type.Unknown({ description: `an order as docs/orders.md has it: ${orderSchemaId}` })
export const previewRequest = Type.Object(
  { order: anyOrder, count: Type.Optional(Type.Boolean({ description: 'false: without the figures of the last weeks, which take a while' })) },
  strict,
)
const fault = Type.Object({ code: Type.String(), path: Type.String(), about: Type.Optional(about) })
const conflict = Type.Object({
  key: Type.String(),
  kind: Type.String(),
  points: Type.Array(Type.String()),
  side: Type.Optional(Type.String()),
  hours: Type.Optional(hours),
  order: Type.Optional(Type.String()),
  number: Type.Optional(Type.String()),
  state: Type.Optional(Type.String()),
  nobody: Type.Optional(hours),
  somebody: Type.Optional(hours),
})
const counted = { passed: Type.Integer(), affected: Type.Integer() }
const span = {
  from: Type.String(),
  until: Type.String(),
  countedFrom: Type.String({ description: 'later than `from` where the time allowed was over' }),
  complete: Type.Boolean(),
  read: Type.Integer({ description: 'movements that were looked at' }),
}
const figures = Type.Object({
  ...span,
  ...counted,
  toOfficer: Type.Integer({ description: 'of the affected: on the way home, so an officer would have looked after them' }),
  points: Type.Array(Type.Object({ point: Type.String(), ...counted })),
  days: Type.Array(Type.Object({ day: Type.String(), ...counted })),
  who: Type.Array(Type.Object({ nationality: Type.String(), document: Type.String(), ...counted })),
  reasons: Type.Array(Type.Object({ reason: Type.String(), affected: Type.Integer() })),
})
export const previewAnswer = Type.Object({
  faults: Type.Array(fault, { description: 'everything that is wrong; while there is anything the rest is empty' }),
  conflicts: Type.Array(conflict),
  words: nullable(words),
  figures: nullable(figures),
})
export type PreviewAnswer = Static<typeof previewAnswer>

export const issueRequest = Type.Object(
  {
    requestId: commandId,
    order: anyOrder,
    paper: Type.Optional(nullable(Type.String({ maxLength: 14_000_000, description: 'the paper: a PDF or a picture, base64' }))),
    confirmed: Type.Optional(Type.Array(text(200), { maxItems: 100, description: 'keys of the conflicts that were seen' })),
  },
  strict,
)
export const issueAnswer = Type.Object({ id: Type.String(), superseded: Type.Array(Type.String()) })
export type IssueAnswer = Static<typeof issueAnswer>

export const orderParams = Type.Object({ state: Type.String({ pattern: '^[a-z]{2}$' }), name: text(60, 1) })
export const endRequest = Type.Object({ requestId: commandId, reason: written(500), at: Type.Optional(nullable(isoInstant)) }, strict)
export const endAnswer = Type.Object({
  id: Type.String(),
  endsAt: Type.String(),
  restored: Type.Array(Type.String(), {
    description: 'orders whose place it was to take, that have their end back: it was taken back before it began',
  }),
})

const kept = {
  at: Type.String({ description: 'the server’s clock: what is live, coming or over is so as of then' }),
  order: publicOrder,
  issuedAt: Type.String(),
  endedAt: nullable(Type.String()),
  endedWhy: nullable(Type.String()),
  supersededBy: nullable(Type.String()),
  restoredOf: nullable(Type.String({ description: 'the order that was to take its place, and was taken back before it began' })),
}
export const deskOrder = Type.Object({ ...kept, mayEnd: Type.Boolean() })
export type DeskOrder = Static<typeof deskOrder>
export const orderPage = Type.Object({
  ...kept,
  mayEnd: Type.Boolean(),
  papers: Type.Array(Type.Object({ sha256: Type.String(), type: Type.String(), keptAt: Type.String() })),
})
export type OrderPage = Static<typeof orderPage>
export const paperParams = Type.Object({ ...orderParams.properties, sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) })

export const effectAnswer = Type.Object({
  ...span,
  passed: Type.Integer(),
  reasons: Type.Array(Type.Object({ reason: Type.String(), refused: Type.Integer(), referred: Type.Integer() })),
  places: Type.Array(
    Type.Object({ point: Type.String(), day: Type.String(), session: Type.Integer(), taken: Type.Integer(), places: Type.Integer() }),
  ),
})
export type EffectAnswer = Static<typeof effectAnswer>
