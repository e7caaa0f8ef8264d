import Type, { type Static } from 'typebox'
import { passStates } from '../../passes/pass.rules.ts'
import { isoInstant, oneOf } from '../../platform/schemas.ts'
import { decisions } from './referral.rules.ts'

export const lentPassAnswer = Type.Object({
  movement: Type.String(),
  pass: Type.String(),
  /** Of the pass, as it stands now. */
  state: oneOf(passStates),
  point: Type.String(),
  direction: oneOf(['exit', 'entry'] as const),
  at: isoInstant,
  decision: oneOf(['open', ...decisions] as const),
})
export type LentPassAnswer = Static<typeof lentPassAnswer>
