import Type, { type Static } from 'typebox'
import { type MatchReason, matchReasons } from '../persons/match.rules.ts'
import { areaCode, holderBoundId, nullable } from '../platform/schemas.ts'
import { applicant } from './passes.api.ts'

const strict = { additionalProperties: false } as const
/** The very applicant who is being typed, whole: nobody looks through the register with it. */
export const nearRequest = Type.Object(
  { office: areaCode, applicant, corrected: Type.Optional(holderBoundId) },
  { ...strict, description: 'corrected: the case of the office that this applicant is a correction of' },
)
export type NearBody = Static<typeof nearRequest>

const personFields = {
  id: Type.String({ description: 'to say of, with the application: another person' }),
  localName: Type.String(),
  givenName: Type.String(),
  familyName: Type.String(),
  birthYear: Type.String(),
  homeArea: Type.String({ description: 'the district' }),
  score: Type.Integer(),
  reasons: Type.Array(Type.Unsafe<MatchReason>(Type.Union(matchReasons.map((reason) => Type.Literal(reason))))),
  photo: nullable(Type.String({ description: 'JPEG in base64' })),
} as const

export const nearAnswer = Type.Object(
  {
    people: Type.Array(Type.Object(personFields, strict), { description: 'the likest first, at most five' }),
    left: Type.Object({ thisHour: Type.Integer(), today: Type.Integer() }, { ...strict, description: 'comparisons left to this account' }),
  },
  strict,
)
export type NearAnswer = Static<typeof nearAnswer>

export const nearOfCaseAnswer = Type.Object(
  {
    people: Type.Array(
      Type.Object(
        {
          ...personFields,
          isSaid: Type.Boolean({ description: 'the clerk said, when the person was last found: another person' }),
          isStill: Type.Boolean({ description: 'found by the latest search too; else a correction came between' }),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type NearOfCaseAnswer = Static<typeof nearOfCaseAnswer>
