import Type, { type Static } from 'typebox'
import { text } from '../platform/schemas.ts'
import { type ApplicationState, applicationStates } from './application.rules.ts'
import { type PassState, passStates } from './pass.rules.ts'

const strict = { additionalProperties: false } as const
/** In the body, not in the address: addresses stand in histories and logs, and these name a person. */
export const searchRequest = Type.Object(
  {
    familyName: Type.Optional(text(120)),
    givenName: Type.Optional(text(120)),
    birthDate: Type.Optional(text(10)),
  },
  { ...strict, description: 'The beginning of the family name, two letters or more, in either script, and the whole birth date' },
)
export type SearchBody = Static<typeof searchRequest>

export const searchAnswer = Type.Object(
  {
    people: Type.Array(
      Type.Object(
        {
          localName: Type.String(),
          givenName: Type.String(),
          familyName: Type.String(),
          birthDate: Type.String(),
          applications: Type.Array(
            Type.Object(
              {
                id: Type.String(),
                office: Type.String(),
                state: Type.Unsafe<ApplicationState>(Type.Union(applicationStates.map((state) => Type.Literal(state)))),
              },
              strict,
            ),
          ),
          passes: Type.Array(
            Type.Object(
              {
                number: Type.String(),
                office: Type.String(),
                state: Type.Unsafe<PassState>(Type.Union(passStates.map((state) => Type.Literal(state)))),
              },
              strict,
            ),
          ),
        },
        strict,
      ),
    ),
    more: Type.Boolean({ description: 'there were more: ask for a given name too' }),
    left: Type.Object({ thisHour: Type.Integer(), today: Type.Integer() }, { ...strict, description: 'searches left to this account' }),
  },
  strict,
)
export type SearchAnswer = Static<typeof searchAnswer>
