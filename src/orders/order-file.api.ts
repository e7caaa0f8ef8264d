import Type, { type Static } from 'typebox'
import { states } from '../kernel/code.ts'
import { weekdays } from '../kernel/time.ts'
import { vehicleClasses } from '../kernel/vehicle.ts'
import { documentKinds, purposes, stages } from '../places/order.rules.ts'
import { isoDate, isoInstant, line, nullable, text } from '../platform/schemas.ts'

const oneOf = <const T extends readonly string[]>(values: T, description?: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values], ...(description !== undefined && { description }) })
const strict = { additionalProperties: false } as const
const pointId = Type.String({ pattern: '^[a-z]{2}-[a-z]{2}/[a-z0-9-]{1,60}$', examples: ['kh-th/poipet'] })
const clock = Type.String({ pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$', examples: ['08:00'] })
const areaCode = Type.String({ pattern: '^(KH:(\\d\\d){1,4}|(TH|LA|VN):(\\d\\d){1,3})$', examples: ['KH:01'] })
export const orderId = Type.String({
  pattern: '^[a-z]{2}/[a-z0-9-]{1,60}$',
  examples: ['th/2025-06-07'],
  description: 'the state and a name of your own; it stays',
})
const instrumentId = Type.String({ pattern: '^[a-z]{2,5}(-[a-z]{2})?/[a-z0-9-]{1,60}$', examples: ['th/army-order-2025-06-07'] })
/** A sentence in all three languages; an empty one is drafted. */
export const threeWords = (maxLength: number) => Type.Object({ km: text(maxLength), th: text(maxLength), en: text(maxLength) }, strict)

export const whoForm = Type.Object(
  {
    nationalities: Type.Optional(
      Type.Array(Type.String({ pattern: '^[A-Z]{3}$' }), { minItems: 1, maxItems: 60, description: 'three letters, as passports have them' }),
    ),
    documents: Type.Optional(Type.Array(oneOf(documentKinds), { minItems: 1, maxItems: 2 })),
    issuingAreas: Type.Optional(
      Type.Array(areaCode, { minItems: 1, maxItems: 60, description: 'the office that issued the pass lies in one of these' }),
    ),
    purposes: Type.Optional(Type.Array(oneOf(purposes), { minItems: 1, maxItems: purposes.length })),
    ageFrom: Type.Optional(Type.Integer({ minimum: 0, maximum: 150, description: 'whole years, from this one' })),
    ageUntil: Type.Optional(Type.Integer({ minimum: 0, maximum: 150, description: 'whole years, up to and not with this one' })),
    goingHome: Type.Optional(Type.Literal(true, { description: 'people on their way home alone' })),
  },
  { ...strict, description: 'every condition that is there must hold; none: everybody' },
)
export const sessionForm = Type.Object(
  {
    opens: clock,
    closes: clock,
    days: Type.Optional(Type.Array(oneOf(weekdays), { minItems: 1, maxItems: 7, description: 'left out: every day' })),
    who: Type.Optional(whoForm),
    quota: Type.Optional(nullable(Type.Integer({ maximum: 1_000_000, description: 'people a day who leave home, at each point; null: no limit' }))),
  },
  strict,
)
export const vehicleForm = Type.Object(
  {
    classes: Type.Optional(
      nullable(Type.Array(oneOf(vehicleClasses), { minItems: 1, maxItems: vehicleClasses.length, description: 'null: of any class' })),
    ),
    wheelsOver: Type.Optional(nullable(Type.Integer({ minimum: 0, maximum: 100, description: 'more wheels than this; null: any number' }))),
    insteadAt: Type.Optional(Type.Array(pointId, { maxItems: 20, description: 'where it crosses instead; empty: nowhere' })),
  },
  strict,
)
export const instrumentForm = Type.Object(
  {
    id: instrumentId,
    kind: Type.Optional(oneOf(['order', 'decision', 'notice', 'agreement', 'publication'])),
    title: Type.Optional(threeWords(200)),
    issuer: Type.Optional(text(200, 1)),
    signedOn: Type.Optional(nullable(isoDate)),
    source: Type.Optional(text(300, 1)),
  },
  { ...strict, description: 'the paper. With its id alone: one that is in the register; a new one needs the rest too' },
)

export const orderSchemaId = 'https://spean.example/schemas/order'
/** An order as it is written in a file, at the desk and over the wire: docs/orders.md says it field by field. */
export const orderForm = Type.Object(
  {
    $schema: Type.Optional(text(200)),
    id: orderId,
    number: Type.String({ ...line(60), description: 'as it is printed on the paper' }),
    state: oneOf(states, 'whose order it is: it tells this state’s side of the points what to do'),
    instrument: instrumentForm,
    points: nullable(Type.Array(pointId, { minItems: 1, maxItems: 60, description: 'null: every point' })),
    directions: Type.Optional(
      nullable(Type.Array(oneOf(['exit', 'entry']), { minItems: 1, maxItems: 2, description: 'seen from the state of the order; null: both' })),
    ),
    stage: oneOf(stages),
    startsAt: isoInstant,
    endsAt: Type.Optional(nullable(isoInstant)),
    sessions: Type.Optional(
      nullable(Type.Array(sessionForm, { maxItems: 40, description: 'null: the hours of the side’s own calendar; empty: closed to everybody' })),
    ),
    who: Type.Optional(whoForm),
    vehicles: Type.Optional(Type.Array(vehicleForm, { maxItems: 20 })),
    words: Type.Optional(threeWords(3_000)),
    supersedes: Type.Optional(Type.Array(orderId, { maxItems: 20, description: 'orders whose place this one takes: their end moves to its start' })),
  },
  { ...strict, $id: orderSchemaId, title: 'An order on crossings' },
)
export type OrderForm = Static<typeof orderForm>
