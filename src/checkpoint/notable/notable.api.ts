import Type, { type Static } from 'typebox'
import { factsAnswer, holderAnswer, verdictAnswer } from '../../movements/movements.api.ts'
import { commandId, isoDate, nullable, oneOf, text } from '../../platform/schemas.ts'
import { notableOutcomes } from './notable.rules.ts'

const [string, integer] = [Type.String(), Type.Integer()]
const outcome = oneOf(notableOutcomes)
export const pageMax = 100

export const notableQuery = Type.Object(
  {
    point: text(80, 1),
    day: isoDate,
    rule: Type.Optional({ ...text(40, 1), description: 'only those that this rule decided' }),
    before: Type.Optional({ ...commandId, description: 'the id of the last movement of the page before' }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: pageMax })),
  },
  { additionalProperties: false },
)
export type NotableQuery = Static<typeof notableQuery>
export const notableParams = Type.Object({ movement: commandId })

const fields = {
  id: string,
  point: string,
  lane: string,
  direction: string,
  outcome,
  occurredAt: string,
  recordedAt: string,
  number: nullable(string),
  officer: nullable(Type.String({ description: 'who recorded it, by the name of their shift; null: recorded without one' })),
}
export const notableListAnswer = Type.Object({
  counts: Type.Array(Type.Object({ outcome, n: integer }), { description: 'by the counters of the day; each movement once' }),
  rules: Type.Array(Type.Object({ outcome, rule: string, n: integer }), { description: 'a movement that two rules decided is counted with both' }),
  movements: Type.Array(
    Type.Object({
      ...fields,
      findings: { ...verdictAnswer.properties.findings, description: 'the rules that decided it, and those that it overrules' },
    }),
  ),
  isLast: Type.Boolean({ description: 'there is none before the last of these' }),
})
export type NotableListAnswer = Static<typeof notableListAnswer>

export const notableAnswer = Type.Object({
  movement: Type.Object({ ...fields, undoneAt: nullable(string) }),
  facts: factsAnswer,
  verdict: verdictAnswer,
  holder: nullable(holderAnswer),
})
export type NotableAnswer = Static<typeof notableAnswer>
