import Type, { type Static } from 'typebox'
import { passStates } from '../../passes/pass.rules.ts'
import { isoInstant, oneOf } from '../../platform/schemas.ts'
import { decisions } from './referral.rules.ts'

const lentPassAnswer = Type.Object({
  movement: Type.String(),
  pass: Type.String(),
  /** Of the pass, as it stands now. */
  state: oneOf(passStates),
  point: Type.String(),
  direction: oneOf(['exit', 'entry'] as const),
  at: isoInstant,
  decision: oneOf(['open', ...decisions] as const),
  contested: Type.Boolean({ description: 'somebody in charge contested that decision' }),
})
export const lentPassesAnswer = Type.Object({
  rows: Type.Array(lentPassAnswer),
  cleared: Type.Integer({ description: 'as many more, whom the point let pass as the true holder' }),
})
export type LentPassesAnswer = Static<typeof lentPassesAnswer>
