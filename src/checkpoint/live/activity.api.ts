import Type, { type Static } from 'typebox'

const outcome = Type.Union([Type.Literal('admit'), Type.Literal('admit-with-flag'), Type.Literal('refer'), Type.Literal('refuse')])
export const activityAnswer = Type.Object({
  at: Type.String(),
  quarters: Type.Array(
    Type.Object({
      quarter: Type.Integer({ description: '0 begins at midnight, 95 is the last' }),
      exits: Type.Integer(),
      entries: Type.Integer(),
    }),
  ),
})
export type ActivityAnswer = Static<typeof activityAnswer>
export const recentAnswer = Type.Object({
  at: Type.String(),
  movements: Type.Array(
    Type.Object({
      id: Type.String(),
      lane: Type.String(),
      direction: Type.Union([Type.Literal('exit'), Type.Literal('entry')]),
      outcome,
      at: Type.String(),
    }),
  ),
})
export type RecentAnswer = Static<typeof recentAnswer>
