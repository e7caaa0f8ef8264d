import Type from 'typebox'
import { caseKinds } from '../instruments/law.rules.ts'
import { nullable } from '../platform/schemas.ts'

const fee = Type.Object({ amount: Type.Integer(), currency: Type.String(), instrument: Type.String() })
export const pricesAnswer = Type.Array(
  Type.Object({
    kind: Type.Union(caseKinds.map((kind) => Type.Literal(kind))),
    fee: nullable(fee),
  }),
  { description: 'every price there is; a null one: nothing is charged' },
)
export type PricesAnswer = Type.Static<typeof pricesAnswer>
