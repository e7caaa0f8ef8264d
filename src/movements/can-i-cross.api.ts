import Type, { type Static } from 'typebox'
import { vehicleClasses } from '../kernel/vehicle.ts'
import { documentKinds, purposes } from '../places/order.rules.ts'
import { areaCode, isoDate, isoInstant, nullable, oneOf, text } from '../platform/schemas.ts'
import { verdictAnswer } from './movements.api.ts'

const closed = { additionalProperties: false } as const

const scene = {
  point: text(80, 1),
  at: Type.Optional(isoInstant),
  direction: Type.Optional(oneOf(['exit', 'entry'])),
  purpose: Type.Optional(oneOf(purposes)),
  vehicle: Type.Optional(oneOf(vehicleClasses)),
  wheels: Type.Optional(Type.Integer({ minimum: 0, maximum: 40, description: 'with `vehicle`, the trailer’s too' })),
}
export const crossQuery = Type.Object(
  {
    ...scene,
    nationality: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$', description: 'alpha-3; without it, of the state of this instance' })),
    document: Type.Optional(oneOf(documentKinds)),
    issuingArea: Type.Optional(areaCode),
    age: Type.Optional(Type.Integer({ minimum: 0, maximum: 150 })),
  },
  { ...closed, description: 'direction: seen from the state of this instance, exit without one. at: now without one' },
)
export type CrossQuery = Static<typeof crossQuery>

/** In the body, never in the address: addresses are written into logs. */
export const crossWithPassRequest = Type.Object(
  { ...scene, number: text(60, 1), birthDate: text(40, 1) },
  { ...closed, description: 'number: of the pass. birthDate: as people type it, in either era' },
)
export type CrossWithPassBody = Static<typeof crossWithPassRequest>

const { outcome, findings, lawfulUntil, law } = verdictAnswer.properties
export const crossAnswer = Type.Object(
  {
    point: Type.String(),
    at: Type.String({ description: 'on the clock of the point' }),
    direction: oneOf(['exit', 'entry']),
    outcome,
    findings,
    lawfulUntil,
    law,
    instruments: Type.Array(Type.String()),
    next: nullable(
      Type.String({
        description: 'the first time within 60 days at which nothing stands in the way of this traveller; null: none is known, or none is needed',
      }),
    ),
    shutSides: Type.Array(Type.String(), {
      description: 'states whose side is shut at that time by its own hours, whatever the other side’s orders say',
    }),
    quotas: Type.Array(
      Type.Object({ order: Type.String(), opens: Type.String(), closes: Type.String(), limit: Type.Integer(), used: Type.Integer() }),
      { description: 'of today: places of the sessions that this traveller may use' },
    ),
    pass: nullable(Type.Object({ end: Type.String({ description: 'the last four signs of its number' }), lastDay: nullable(isoDate) })),
    stay: nullable(
      Type.Object(
        { lawfulUntil: isoDate, tolled: Type.Array(isoDate), lastDay: isoDate, daysLeft: Type.Integer() },
        { description: 'tolled: days up to today on which orders kept the way home shut; they do not count' },
      ),
    ),
  },
  { description: 'the verdict of the gate on what is asked; the watchlist, referrals and what an officer sees have no part in it' },
)
export type CrossAnswer = Static<typeof crossAnswer>
