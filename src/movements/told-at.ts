import type { FastifyRequest } from 'fastify'
import { type Instant, parseInstant } from '../kernel/time.ts'
import type { MovementServices } from './movements.routes.ts'

/** Only a demonstration listens to it: whoever plays a day of the past there is at the gate on that day. */
export const toldAtHeader = 'x-spean-told-at'

/** When the record hears of a movement, where somebody plays it; null: when it is received. Undefined: a demonstration was told an instant that is none. */
export function toldAt({ mode }: Pick<MovementServices, 'mode'>, { headers }: Pick<FastifyRequest, 'headers'>): Instant | null | undefined {
  const played = mode === 'demonstration' ? headers[toldAtHeader] : undefined
  return played === undefined ? null : parseInstant(String(played))
}
