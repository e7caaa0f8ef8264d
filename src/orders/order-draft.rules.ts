import type { InstrumentId } from '../kernel/code.ts'
import type { Text } from '../kernel/language.ts'
import type { ProblemCode } from '../kernel/problem.ts'
import type { CivilDate } from '../kernel/time.ts'
import type { Order } from '../places/order.rules.ts'

/** One thing that is wrong with an order, and where in it: "sessions/1/closes". */
export type OrderFault = { readonly code: ProblemCode; readonly path: string; readonly about?: Readonly<Record<string, string | number>> }

/** The paper behind an order. Without a title it is one that the register has. */
export type OrderInstrument = {
  readonly id: InstrumentId
  readonly kind: 'order' | 'decision' | 'notice' | 'agreement' | 'publication'
  readonly title: Text | null
  readonly issuer: string | null
  readonly signedOn: CivilDate | null
  readonly source: string | null
}
export type OrderDraft = { readonly order: Order; readonly instrument: OrderInstrument; readonly supersedes: readonly string[] }
