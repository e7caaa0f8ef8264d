import Type, { type Static } from 'typebox'
import { areaCode, isoDate, isoInstant, nullable, text, words } from '../platform/schemas.ts'
import { type OpenTo, openTos } from './open-to.rules.ts'

const names = Type.Object({ km: Type.Optional(Type.String()), th: Type.Optional(Type.String()), en: Type.Optional(Type.String()) })
const perSide = <T extends Parameters<typeof nullable>[0]>(schema: T) => Type.Record(Type.String({ pattern: '^[A-Z]{2}$' }), schema)

const openTo = Type.Unsafe<OpenTo>(
  Type.Union(
    openTos.map((each) => Type.Literal(each)),
    { description: 'some: orders let only those people pass whom their sessions name' },
  ),
)
const someOpen = Type.Unsafe<Exclude<OpenTo, 'nobody'>>(openTo)

export const pointAnswer = Type.Object({
  point: Type.String({ examples: ['kh-th/poipet'] }),
  at: Type.String(),
  open: Type.Boolean({ description: 'open to ordinary travellers: both calendars and every live order agree' }),
  until: nullable(Type.String()),
  nextOpen: nullable(Type.String()),
  openTo,
  days: Type.Array(
    Type.Object({ date: isoDate, hours: Type.Array(Type.Object({ opens: Type.String(), closes: Type.String(), openTo: someOpen })) }),
    { description: 'hours of the day and of the next one, with every order in them' },
  ),
  orders: Type.Array(Type.String(), { description: 'the orders that have a word in those two days' }),
  instruments: Type.Array(Type.String()),
  class: nullable(Type.String()),
  status: nullable(Type.String()),
  names: perSide(names),
  areas: perSide(nullable(Type.String())),
  calendars: perSide(
    nullable(
      Type.Object({
        opens: Type.String(),
        closes: Type.String(),
        days: Type.Array(Type.String()),
        holidays: Type.Optional(Type.Union([Type.Literal('closed'), Type.Object({ opens: Type.String(), closes: Type.String() })])),
        instrument: Type.String(),
      }),
    ),
  ),
  holidays: perSide(Type.Array(isoDate, { description: 'public holidays of the next 60 days, of a side that keeps them at this point' })),
  openedOn: nullable(Type.String()),
  location: nullable(Type.Object({ lonLat: Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }), approximate: Type.Boolean() })),
})
export type PointAnswer = Static<typeof pointAnswer>

const calendar = { opens: Type.String(), closes: Type.String(), days: Type.Array(Type.String()) }
const who = Type.Object({
  nationalities: Type.Optional(Type.Array(Type.String())),
  documents: Type.Optional(Type.Array(Type.String())),
  issuingAreas: Type.Optional(Type.Array(Type.String())),
  purposes: Type.Optional(Type.Array(Type.String())),
  ageFrom: Type.Optional(Type.Integer()),
  ageUntil: Type.Optional(Type.Integer()),
  goingHome: Type.Optional(Type.Literal(true)),
})
/** An order as order.rules.ts types it: whoever has it decides as the server does. */
export const orderAnswer = Type.Object({
  id: Type.String(),
  number: Type.String({ description: 'as it is printed' }),
  state: Type.String(),
  instrument: Type.String(),
  points: nullable(Type.Array(Type.String(), { description: 'null: every point' })),
  directions: nullable(Type.Array(Type.String(), { description: 'seen from its state; null: both' })),
  stage: Type.String(),
  startsAt: Type.String(),
  endsAt: nullable(Type.String()),
  sessions: nullable(
    Type.Array(Type.Object({ ...calendar, who, quota: nullable(Type.Integer()) }), { description: "null: the hours of the side's own calendar" }),
  ),
  who,
  vehicles: Type.Array(
    Type.Object({ classes: nullable(Type.Array(Type.String())), wheelsOver: nullable(Type.Integer()), insteadAt: Type.Array(Type.String()) }),
  ),
  words,
  restored: Type.Optional(Type.String({ description: 'the number of an order that was to take its place, and was taken back before it began' })),
})

export type OrderAnswer = Static<typeof orderAnswer>

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

export const areasQuery = Type.Object(
  {
    state: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    ended: Type.Optional(Type.Literal('true', { description: 'also what has ended: to name what was issued there, not to choose from' })),
  },
  { additionalProperties: false },
)
export const areaAnswer = Type.Object({
  code: areaCode,
  parent: Type.String(),
  level: Type.String(),
  name: Type.Object({ en: Type.String(), native: Type.String() }),
})
export type AreaAnswer = Static<typeof areaAnswer>
