import Type, { type Static } from 'typebox'
import { documentKinds } from '../places/order.rules.ts'
import { areaCode, commandId, isoDate, isoInstant, nullable, oneOf, text, written } from '../platform/schemas.ts'
import { rebuttalEffects, rebuttalStates, rebuttalSubjects } from './rebuttal.rules.ts'
import { handBases, repairBases } from './repair.rules.ts'

const strict = { additionalProperties: false } as const
const pointId = Type.String({ pattern: '^[a-z]{2}-[a-z]{2}/[a-z0-9-]{1,60}$', examples: ['kh-th/poipet'] })
export const issuer = Type.String({
  pattern: '^[A-Za-z]{2,3}$',
  description: "none: a pass of ours; a state: a partner's pass; three letters: a passport",
})
const document = { number: text(60, 3), issuer: Type.Optional(issuer) }
export const stayNumber = Type.Integer({ minimum: 1, maximum: 1_000_000 })
const direction = oneOf(['exit', 'entry'] as const)

export const stayParams = Type.Object({ number: text(60, 3) }, strict)
export const stayQuery = Type.Object({ issuer: document.issuer }, strict)
export const extensionRequest = Type.Object(
  {
    requestId: commandId,
    ...document,
    reason: written(500),
    toldUntil: Type.Optional(Type.String({ ...isoDate, description: 'of our own nationals abroad alone: the day that the neighbour told them' })),
  },
  strict,
)
export const extensionAnswer = Type.Object({
  type: oneOf(['extended', 'told'] as const),
  number: stayNumber,
  until: isoDate,
  again: Type.Boolean(),
})

const end = Type.Object({ movement: Type.String(), at: isoInstant, point: Type.String() })
const stayFields = {
  number: stayNumber,
  state: oneOf(['open', 'closed', 'unmatched'] as const),
  opened: nullable(end),
  closed: nullable(end),
  lawfulUntil: nullable(isoDate),
  document: Type.Object({
    kind: nullable(oneOf(documentKinds)),
    issuer: nullable(Type.String()),
    number: nullable(Type.String()),
    nationality: nullable(Type.String()),
    issuingArea: nullable(Type.String()),
  }),
  extensions: Type.Integer(),
  extendedAt: nullable(isoInstant),
  toldUntil: nullable(isoDate),
  lawfulBy: nullable(Type.String()),
  lawfulThrough: nullable(Type.String({ ...isoDate, description: 'through which day that rebuttal found it lawful' })),
}
const repair = Type.Object({
  missing: direction,
  at: isoInstant,
  point: Type.String(),
  basis: oneOf(repairBases),
  evidence: Type.String(),
  inTime: nullable(Type.Boolean()),
  repairedAt: isoInstant,
})
export const tolledDays = Type.Array(
  Type.Object({ day: isoDate, orders: Type.Array(Type.Object({ id: Type.String(), number: Type.String(), instrument: Type.String() })) }),
)
export const stayAnswer = Type.Object({
  ...stayFields,
  until: nullable(Type.String({ ...isoDate, description: 'the last lawful day, tolled days and what a decision granted counted in' })),
  tolled: tolledDays,
  over: Type.Boolean(),
  daysOver: Type.Integer(),
  ours: Type.Boolean(),
  missing: nullable(direction),
  repair: nullable(repair),
  extendsTo: nullable(isoDate),
  noExtension: nullable(Type.String()),
})
export type StayAnswer = Static<typeof stayAnswer>
export const movementAnswer = Type.Object({
  id: Type.String(),
  at: isoInstant,
  point: Type.String(),
  direction,
  outcome: oneOf(['admit', 'admit-with-flag', 'refer', 'refuse'] as const),
})
const rebuttalFields = {
  id: Type.String(),
  number: nullable(Type.String({ description: 'the case number; those of before there were numbers have none' })),
  about: oneOf(rebuttalSubjects),
  stay: nullable(stayNumber),
  gone: Type.Boolean({ description: 'the stay it was about was undone: the next one may bear its number' }),
  movement: nullable(Type.String()),
  point: Type.String(),
  text: Type.String(),
  state: oneOf(rebuttalStates),
  effect: nullable(oneOf(rebuttalEffects)),
  lawfulThrough: nullable(Type.String({ ...isoDate, description: 'of a stay found lawful: through which day' })),
  madeAt: isoInstant,
  dueOn: isoDate,
  answer: nullable(Type.String()),
  decidedAt: nullable(isoInstant),
  pictures: Type.Integer(),
}
/** As its holder sees it: nobody's name on our side. */
export const ownRebuttalAnswer = Type.Object(rebuttalFields)
export const rebuttalAnswer = Type.Object({
  ...rebuttalFields,
  document: Type.String(),
  madeBy: Type.String(),
  takenBy: nullable(Type.String()),
  decidedBy: nullable(Type.String()),
})
export type RebuttalAnswer = Static<typeof rebuttalAnswer>
export const rebuttalsAnswer = Type.Object({ count: Type.Integer(), rows: Type.Array(rebuttalAnswer) })
export type RebuttalsAnswer = Static<typeof rebuttalsAnswer>
export const reason = {
  rule: nullable(Type.String()),
  reason: nullable(Type.String({ description: 'null: an officer wanted to look, and why is not told here' })),
  effect: nullable(Type.String()),
  instruments: Type.Array(Type.String()),
  about: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
}
/** As whoever decides sees it: with what is contested. */
export const openRebuttalAnswer = Type.Object({
  ...rebuttalAnswer.properties,
  own: Type.Boolean({ description: 'the reader recorded what is contested, decided on it, or wrote this in: others decide' }),
  contested: nullable(Type.Object({ ...movementAnswer.properties, reasons: Type.Array(Type.Object(reason)) })),
  standing: nullable(stayAnswer),
  covers: nullable(
    Type.Object(
      { day: isoDate, first: isoDate, last: isoDate },
      { description: 'through which day accepting finds the stay lawful if none is named, and the days that may be named' },
    ),
  ),
})
export type OpenRebuttalAnswer = Static<typeof openRebuttalAnswer>
export const holderStaysAnswer = Type.Object({
  stays: Type.Array(stayAnswer),
  movements: Type.Array(movementAnswer),
  rebuttals: Type.Array(ownRebuttalAnswer),
})
export type HolderStaysAnswer = Static<typeof holderStaysAnswer>

const where = { point: Type.Optional(pointId), area: Type.Optional(areaCode) }
export const overstaysQuery = Type.Object(
  {
    ...where,
    issued: Type.Optional(areaCode),
    day: Type.Optional(isoDate),
    whose: Type.Optional(oneOf(['foreign', 'own'] as const)),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  strict,
)
const counted = Type.Object({
  count: Type.Integer(),
  byPoint: Type.Array(Type.Object({ of: Type.String(), count: Type.Integer() })),
  byArea: Type.Array(Type.Object({ of: Type.String(), count: Type.Integer() })),
})
export const overstaysAnswer = Type.Object({
  at: isoInstant,
  day: isoDate,
  foreign: counted,
  own: counted,
  rows: Type.Array(Type.Object({ ...stayFields, until: isoDate, daysOver: Type.Integer(), tolled: Type.Array(isoDate) })),
})
export type OverstaysAnswer = Static<typeof overstaysAnswer>

export const repairTasksQuery = Type.Object(where, strict)
export const repairTaskAnswer = Type.Object({ ...stayFields, missing: direction })
export type RepairTaskAnswer = Static<typeof repairTaskAnswer>
export const repairRequest = Type.Object(
  {
    requestId: commandId,
    ...document,
    stay: stayNumber,
    at: isoInstant,
    point: pointId,
    basis: oneOf(handBases),
    evidence: Type.String({ minLength: 1, maxLength: 500, description: 'who or what says so' }),
  },
  strict,
)
export const repairAnswer = Type.Object({ ...repair.properties, stay: stayNumber, again: Type.Boolean() })

export const contested = {
  about: oneOf(rebuttalSubjects),
  stay: Type.Optional(nullable(stayNumber)),
  movement: Type.Optional(nullable(commandId)),
  text: written(2000),
  pictures: Type.Optional(Type.Array(Type.String({ maxLength: 14_000_000 }), { maxItems: 4, description: 'base64: JPEG, PNG or WebP' })),
}
export const rebuttalRequest = Type.Object({ requestId: commandId, ...document, ...contested }, strict)
const known = { number: text(60), birthDate: text(20) }
export const followStaysRequest = Type.Object(known, strict)
export const rebuttalsQuery = Type.Object(
  {
    ...where,
    which: Type.Optional(oneOf(['waiting', 'decided'] as const)),
    about: Type.Optional(oneOf(rebuttalSubjects)),
    number: Type.Optional(Type.String({ minLength: 3, maxLength: 60, description: 'a case number, or the document that somebody stands with' })),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  strict,
)
const id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' })
export const idParams = Type.Object({ id }, strict)
export const pictureParams = Type.Object({ id, page: Type.String({ pattern: '^[1-4]$' }) }, strict)
export const takeRequest = Type.Object({ requestId: commandId }, strict)
export const decisionRequest = Type.Object(
  {
    requestId: commandId,
    decision: oneOf(['accept', 'not-accept'] as const),
    answer: written(2000),
    effect: Type.Optional(nullable(oneOf(rebuttalEffects))),
    lawfulThrough: Type.Optional(nullable(Type.String({ ...isoDate, description: 'of a stay found lawful: through which day' }))),
    ended: Type.Optional(nullable(Type.Object({ at: isoInstant, point: pointId }, strict))),
  },
  strict,
)
