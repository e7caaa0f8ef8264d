import Type, { type Static } from 'typebox'
import { plateCharactersMax } from '../kernel/plate.ts'
import { vehicleClasses } from '../kernel/vehicle.ts'
import { passModel } from '../passes/passes.api.ts'
import { purposes } from '../places/order.rules.ts'
import { commandId, isoDate, isoInstant, nullable, oneOf, text } from '../platform/schemas.ts'
import { cares } from './facts.rules.ts'

const direction = Type.Union([Type.Literal('exit'), Type.Literal('entry')], { description: "seen from the instance's own state" })
const document = Type.Union([
  Type.Object({ text: text(4296, 1) }, { additionalProperties: false, description: 'the text of the QR' }),
  Type.Object({ number: text(16, 1) }, { additionalProperties: false, description: 'the pass number, typed' }),
  Type.Object(
    { mrz: text(200, 1) },
    { additionalProperties: false, description: "the lines at the foot of a passport's data page, scanned or typed" },
  ),
])
const photo = Type.Union([Type.Literal('match'), Type.Literal('no-match'), Type.Literal('not-said')])

/** What the officer says of the person and the vehicle beside the document; absent: not said. */
const circumstances = {
  photo: Type.Optional(photo),
  arrival: Type.Optional(
    Type.Object(
      { at: isoInstant, by: Type.Union([Type.Literal('first-scan'), Type.Literal('ticket')]) },
      { additionalProperties: false, description: 'when the person reached the line, if before' },
    ),
  ),
  purpose: Type.Optional(oneOf(purposes)),
  vehicle: Type.Optional(
    Type.Object({ class: oneOf(vehicleClasses), wheels: Type.Integer({ minimum: 0, maximum: 40 }) }, { additionalProperties: false }),
  ),
  care: Type.Optional(oneOf(cares)),
  accompanied: Type.Optional(Type.Boolean({ description: 'of a child: has it somebody with it' })),
  visaSeen: Type.Optional(Type.Boolean()),
  plate: Type.Optional(nullable(text(plateCharactersMax))),
  trailerPlate: Type.Optional(nullable(text(plateCharactersMax))),
  /** The referral on which somebody in charge let this person pass. */
  decided: Type.Optional(commandId),
}

export const verdictRequest = Type.Object(
  { point: text(80, 1), direction, document, occurredAt: Type.Optional(isoInstant), ...circumstances },
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
    ...circumstances,
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
    Type.Object({
      rule: Type.String(),
      version: Type.Integer(),
      effect: outcome,
      reason: Type.String(),
      instruments: Type.Array(Type.String()),
      about: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
    }),
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
  shift: nullable(Type.String({ description: 'the shift in which it was recorded: its lane is the movement’s' })),
  again: Type.Boolean({ description: 'true when this id had been recorded before: the first answer again' }),
})
export type MovementAnswer = Static<typeof movementAnswer>

const openable = Type.Object({
  state: Type.String(),
  open: Type.Boolean(),
  active: Type.Boolean(),
  minute: Type.Integer(),
  weekday: Type.String(),
  closes: nullable(Type.String()),
  instrument: nullable(Type.String()),
  orders: Type.Array(Type.String()),
})
const stay = Type.Object({
  state: Type.String(),
  openedAt: nullable(Type.String()),
  lastAt: nullable(Type.String()),
  lastPoint: nullable(Type.String()),
  lawfulUntil: nullable(isoDate),
  tolled: Type.Array(isoDate),
  minutesMin: nullable(Type.Integer()),
  lawfulThrough: Type.Optional(isoDate),
})
/** The facts of a verdict, as facts.rules.ts types them: the gate decides again from them with the same code. Of the watchlist only that something came near. */
export const factsAnswer = Type.Object({
  form: Type.Literal(2),
  edition: Type.Optional(Type.Union([Type.Literal(2), Type.Literal(3), Type.Literal(4)])),
  state: Type.String(),
  at: Type.String(),
  told: Type.Optional(Type.Object({ at: Type.String(), hoursMax: Type.Integer() })),
  arrival: nullable(Type.Object({ at: Type.String(), by: Type.String() })),
  direction,
  document: Type.Object({
    kind: Type.String(),
    issuer: nullable(Type.String()),
    number: nullable(Type.String()),
    nationality: nullable(Type.String()),
    issuingArea: nullable(Type.String()),
    check: Type.Object({ outcome: Type.String(), code: Type.String() }),
    lastDay: nullable(isoDate),
    register: Type.String(),
    handedOver: nullable(Type.Boolean()),
    visaSeen: Type.Boolean(),
  }),
  point: Type.Object({ id: Type.String(), class: nullable(Type.String()), sides: Type.Array(openable) }),
  purpose: nullable(Type.String()),
  vehicle: nullable(Type.Object({ class: Type.String(), wheels: Type.Integer() })),
  quotas: Type.Array(Type.Object({ order: Type.String(), session: Type.Integer(), used: Type.Integer() })),
  stay: Type.Union([stay, Type.Null(), Type.Literal('unknown')]),
  person: Type.Object({
    age: nullable(Type.Integer()),
    photo,
    care: nullable(Type.String()),
    accompanied: nullable(Type.Boolean()),
    watch: Type.Union([Type.Array(Type.Object({ entry: Type.String(), kind: Type.String(), strength: Type.String() })), Type.Literal('unknown')]),
    referral: nullable(Type.String()),
    decided: nullable(Type.String()),
    judged: Type.Optional(Type.Array(Type.String())),
  }),
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
export const previewAnswer = Type.Object({
  facts: factsAnswer,
  verdict: verdictAnswer,
  holder: nullable(holderAnswer),
  passedReferral: nullable(
    Type.String({ description: 'the referral on which this person was let pass here today: a movement names it as `decided`' }),
  ),
})
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
  undoneAt: nullable(Type.String()),
})
export type MovementRowAnswer = Static<typeof movementRowAnswer>
