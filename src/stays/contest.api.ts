import Type, { type Static } from 'typebox'
import { commandId, isoDate, isoInstant, nullable, oneOf, text } from '../platform/schemas.ts'
import { contested, issuer, movementAnswer, ownRebuttalAnswer, reason, stayNumber, tolledDays } from './stays.api.ts'

const strict = { additionalProperties: false } as const

/** In the body, never in the address: addresses are written into logs. */
const proof = {
  number: Type.String({ minLength: 1, maxLength: 60, description: 'of a pass, an application, or a contest; with a code also of a passport' }),
  birthDate: Type.Optional(text(40, 1)),
  code: Type.Optional(Type.String({ minLength: 1, maxLength: 20, description: 'of a refusal, as the gate showed it; opens that refusal alone' })),
  issuer: Type.Optional(issuer),
}
export const followRecordRequest = Type.Object(proof, { ...strict, description: 'birthDate or code: one of the two' })

/** Pictures that a phone made smaller: anybody may send this, so it is far below what a counter may send. */
const pictureMax = 2_000_000
export const onlineBytesMax = 4 * pictureMax + 100_000
export const onlineRebuttalRequest = Type.Object(
  {
    requestId: commandId,
    ...proof,
    ...contested,
    pictures: Type.Optional(Type.Array(Type.String({ maxLength: pictureMax }), { maxItems: 4, description: 'base64: JPEG, PNG or WebP' })),
  },
  strict,
)

export const followedRecordAnswer = Type.Object(
  {
    decisions: Type.Array(
      Type.Object({
        about: ownRebuttalAnswer.properties.about,
        movement: nullable(Type.String()),
        stay: nullable(stayNumber),
        at: isoInstant,
        point: Type.String(),
        direction: nullable(movementAnswer.properties.direction),
        outcome: nullable(movementAnswer.properties.outcome),
        reasons: Type.Array(Type.Object(reason)),
        turnedBack: nullable(
          Type.Object(
            { at: isoInstant, reason: nullable(Type.String()) },
            { description: 'somebody in charge decided so after it; reason null: it is told at the counter alone' },
          ),
        ),
        overstay: nullable(Type.Object({ until: isoDate, daysOver: Type.Integer(), tolled: tolledDays, ours: Type.Boolean() })),
      }),
    ),
    passes: Type.Array(
      Type.Object({
        end: Type.String({ description: 'the last four signs of its number' }),
        state: oneOf(['suspended', 'revoked'] as const),
        reason: nullable(Type.String({ description: 'lost, stolen: it was reported so' })),
      }),
      { description: 'passes that are suspended or revoked; with the birth date alone, never with a code' },
    ),
    rebuttals: Type.Array(ownRebuttalAnswer),
  },
  { description: 'what went against this person alone: nothing of where they passed unhindered, and no name' },
)
export type FollowedRecordAnswer = Static<typeof followedRecordAnswer>
export const contestCodeAnswer = Type.Object({
  code: Type.String({ description: 'eight signs in two groups' }),
  document: nullable(
    Type.Object({ number: Type.String(), issuer: nullable(Type.String()), kind: nullable(oneOf(['border-pass', 'passport'] as const)) }),
  ),
})
export type ContestCodeAnswer = Static<typeof contestCodeAnswer>
export const movementParams = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) }, strict)
