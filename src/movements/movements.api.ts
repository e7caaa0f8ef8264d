import Type, { type Static } from 'typebox'
import { passModel } from '../passes/passes.api.ts'
import { commandId, isoDate, isoInstant, nullable, text } from '../platform/schemas.ts'

const direction = Type.Union([Type.Literal('exit'), Type.Literal('entry')], { description: "seen from the instance's own state" })
const document = Type.Union([
  Type.Object({ text: text(4296, 1) }, { additionalProperties: false, description: 'the text of the QR' }),
  Type.Object({ number: text(16, 1) }, { additionalProperties: false, description: 'the pass number, typed' }),
])
const photo = Type.Union([Type.Literal('match'), Type.Literal('no-match'), Type.Literal('not-said')])

export const verdictRequest = Type.Object(
  { point: text(80, 1), direction, document, occurredAt: Type.Optional(isoInstant), photo: Type.Optional(photo) },
  { additionalProperties: false },
)

export const movementRequest = Type.Object(
  {
    id: commandId,
    point: text(80, 1),
    lane: Type.Optional(text(20, 1)),
    direction,
    document,
    occurredAt: isoInstant,
    photo: Type.Optional(photo),
    plate: Type.Optional(nullable(text(20))),
  },
  { additionalProperties: false },
)
export type MovementBody = Static<typeof movementRequest>

const outcome = Type.Union([Type.Literal('admit'), Type.Literal('admit-with-flag'), Type.Literal('refer'), Type.Literal('refuse')])
export const faceParams = Type.Object({
  states: Type.String({ pattern: '^[a-z]{2}-[a-z]{2}$' }),
  name: text(60, 1),
  number: Type.String({ pattern: '^[A-Za-z0-9]{1,16}$' }),
})
export const verdictAnswer = Type.Object({
  outcome,
  findings: Type.Array(
    Type.Object({ rule: Type.String(), version: Type.Integer(), effect: outcome, reason: Type.String(), instruments: Type.Array(Type.String()) }),
  ),
  lawfulUntil: nullable(isoDate),
  law: Type.Object({ agreement: Type.String(), version: Type.Integer() }),
})

export const movementAnswer = Type.Object({
  id: Type.String(),
  occurredAt: Type.String(),
  recordedAt: Type.String(),
  verdict: verdictAnswer,
  stayNumber: nullable(Type.Integer()),
  again: Type.Boolean({ description: 'true when this id had been recorded before: the first answer again' }),
})
export type MovementAnswer = Static<typeof movementAnswer>

const stay = Type.Object({ state: Type.String(), openedAt: nullable(Type.String()), lastAt: nullable(Type.String()), lawfulUntil: nullable(isoDate) })
/** The facts of a verdict, as verdict.rules.ts types them: the gate decides again from them with the same code. */
export const factsAnswer = Type.Object({
  state: Type.String(),
  at: Type.String(),
  direction,
  document: Type.Object({
    issuer: nullable(Type.String()),
    number: nullable(Type.String()),
    nationality: nullable(Type.String()),
    check: Type.Object({ outcome: Type.String(), code: Type.String() }),
    lastDay: nullable(isoDate),
    register: Type.String(),
    handedOver: Type.Optional(nullable(Type.Boolean())),
  }),
  point: Type.Object({ id: Type.String(), class: nullable(Type.String()), openTo: Type.String(), instruments: Type.Array(Type.String()) }),
  stay: Type.Union([stay, Type.Null(), Type.Literal('unknown')]),
  photo,
})
/** The holder as the register knows them; null for a partner's or an unknown pass. */
export const holderAnswer = Type.Object({
  number: Type.String(),
  model: passModel,
  localName: Type.String(),
  givenName: Type.String(),
  familyName: Type.String(),
  birthDate: isoDate,
  sex: Type.Integer(),
  nationality: Type.String(),
  homeArea: Type.String(),
  lastDay: isoDate,
  state: Type.String(),
  madeUp: Type.Boolean(),
})
export const previewAnswer = Type.Object({ facts: factsAnswer, verdict: verdictAnswer, holder: nullable(holderAnswer) })
export type PreviewAnswer = Static<typeof previewAnswer>

export const countsQuery = Type.Object({ point: Type.Optional(text(80, 1)), from: isoDate, until: isoDate }, { additionalProperties: false })
export const countAnswer = Type.Object({ point: Type.String(), day: isoDate, direction: Type.String(), outcome, count: Type.Integer() })
export type CountAnswer = Static<typeof countAnswer>

export const movementsQuery = Type.Object(
  { number: text(16, 1), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) },
  { additionalProperties: false },
)
export const movementRowAnswer = Type.Object({
  id: Type.String(),
  occurredAt: Type.String(),
  recordedAt: Type.String(),
  point: Type.String(),
  lane: Type.String(),
  direction,
  outcome,
  rules: Type.Array(Type.String()),
  stayNumber: nullable(Type.Integer()),
})
export type MovementRowAnswer = Static<typeof movementRowAnswer>
