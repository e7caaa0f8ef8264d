import Type, { type Static } from 'typebox'
import { passStates } from '../passes/pass.rules.ts'
import { isoDate, nullable, text } from '../platform/schemas.ts'
import { stages } from './follow.rules.ts'

const closed = { additionalProperties: false } as const
export const oneOf = <const T extends readonly string[]>(values: T) => Type.Unsafe<T[number]>(Type.Union(values.map((value) => Type.Literal(value))))
export const name = Type.Object({ en: Type.String(), native: Type.String() })
export const fee = Type.Object({ amount: Type.Integer(), currency: Type.String(), instrument: Type.String() })

export const known = {
  number: text(60, 1),
  birthDate: text(40, 1),
}
/** In the body, never in the address: addresses are written into logs. */
export const followRequest = Type.Object(known, {
  ...closed,
  description: 'number: ten digits, as on the receipt. birthDate: as people type it, in either era: 8/6/1992, 8/6/2535, 1992-06-08',
})
export const followAnswer = Type.Object(
  {
    number: Type.String(),
    stage: oneOf(stages),
    kind: Type.String(),
    office: Type.Object({ id: Type.String(), name }),
    submittedAt: Type.String(),
    fee: nullable(fee),
    paid: Type.Boolean(),
    receipt: nullable(Type.String()),
    payable: Type.Boolean({ description: 'a code to pay by phone can be asked for' }),
    dueOn: nullable(isoDate),
    late: Type.Boolean(),
    reason: nullable(Type.String({ description: 'what is to be corrected, or why it was refused' })),
    pass: nullable(
      Type.Object({
        end: Type.String({ description: 'the last four signs of its number' }),
        state: oneOf(passStates),
        lastDay: isoDate,
        daysLeft: Type.Integer(),
        extension: nullable(
          Type.Object({
            possible: Type.Boolean(),
            from: isoDate,
            until: isoDate,
            newLastDay: nullable(isoDate),
            fee: nullable(fee),
            instrument: Type.String(),
          }),
        ),
      }),
    ),
  },
  { description: 'nothing about anybody but the case: no name, no address, no whole number of a pass' },
)
export type FollowAnswer = Static<typeof followAnswer>
