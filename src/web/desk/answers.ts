import type { CountAnswer, MovementRowAnswer } from '../../movements/movements.api.ts'
import type { VerdictOutcome } from '../../movements/verdict.rules.ts'
import type { ApplicationState } from '../../passes/application.rules.ts'
import type { PassState } from '../../passes/pass.rules.ts'
import type { ApplicationAnswer, PassAnswer } from '../../passes/passes.api.ts'

// The schemas build these lists from the rules at run time, where the compiler cannot follow: here the rules name them again.
export type Application = Omit<ApplicationAnswer, 'state'> & { readonly state: ApplicationState }
export type Pass = Omit<PassAnswer, 'state'> & { readonly state: PassState }
export type MovementRow = Omit<MovementRowAnswer, 'outcome'> & { readonly outcome: VerdictOutcome }
export type Count = Omit<CountAnswer, 'outcome'> & { readonly outcome: VerdictOutcome }
