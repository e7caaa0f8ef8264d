import Type, { type Static } from 'typebox'
import { areaCode, isoDate, isoInstant, nullable, text, words } from '../platform/schemas.ts'

const names = Type.Object({ km: Type.Optional(Type.String()), th: Type.Optional(Type.String()), en: Type.Optional(Type.String()) })
const perSide = <T extends Parameters<typeof nullable>[0]>(schema: T) => Type.Record(Type.String({ pattern: '^[A-Z]{2}$' }), schema)

export const pointAnswer = Type.Object({
  point: Type.String({ examples: ['kh-th/poipet'] }),
  at: Type.String(),
  open: Type.Boolean({ description: 'open to ordinary travellers: both calendars and every live order agree' }),
  until: nullable(Type.String()),
  nextOpen: nullable(Type.String()),
  instruments: Type.Array(Type.String()),
  class: nullable(Type.String()),
  status: nullable(Type.String()),
  names: perSide(names),
  areas: perSide(nullable(Type.String())),
  calendars: perSide(
    nullable(Type.Object({ opens: Type.String(), closes: Type.String(), days: Type.Array(Type.String()), instrument: Type.String() })),
  ),
  openedOn: nullable(Type.String()),
  location: nullable(Type.Object({ lonLat: Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }), approximate: Type.Boolean() })),
})
export type PointAnswer = Static<typeof pointAnswer>

export const openingQuery = Type.Object({ at: Type.Optional(isoInstant) }, { additionalProperties: false })
export const pointParams = Type.Object({ states: text(5, 5), name: text(60, 1) })

export const instrumentAnswer = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  title: words,
  issuer: Type.String(),
  signedOn: nullable(isoDate),
  source: Type.String(),
})
export type InstrumentAnswer = Static<typeof instrumentAnswer>

export const areasQuery = Type.Object({ state: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })) }, { additionalProperties: false })
export const areaAnswer = Type.Object({
  code: areaCode,
  parent: Type.String(),
  level: Type.String(),
  name: Type.Object({ en: Type.String(), native: Type.String() }),
})
export type AreaAnswer = Static<typeof areaAnswer>
