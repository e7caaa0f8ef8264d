import { type AreaCode, type InstrumentId, liesIn } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { addDays, borderZone, type CivilDate, civilDateAt, type Instant } from '../kernel/time.ts'

export const powers = ['review', 'approve', 'sign'] as const
export type Power = (typeof powers)[number]

/** Delegated power of an office's head. It ends at `until` unless it extends itself, and at once when a different decision is entered. */
export type Mandate = {
  readonly id: string
  readonly instrument: InstrumentId
  readonly office: string
  readonly holder: string
  readonly powers: readonly Power[]
  readonly area: AreaCode
  readonly from: CivilDate
  /** First day after the period; null: no end is set. */
  readonly until: CivilDate | null
  readonly autoExtends: boolean
  readonly revokedAt: Instant | null
  readonly revokedBy: InstrumentId | null
}

/** May the office use `power` for a resident of `area` at `now`? The server's clock counts, never the caller's. */
export function assessMandate(mandates: readonly Mandate[], wanted: { power: Power; area: AreaCode; now: Instant }): Outcome<Mandate> {
  if (mandates.length === 0) return refuse('mandate.none')
  const answers = mandates.map((mandate) => answerOf(mandate, wanted))
  const granted = answers.find((answer) => answer.ok)
  // No mandate serves: the one that fails latest in the order of questions says most.
  const best = granted ?? answers.toSorted((a, b) => rank(b) - rank(a))[0]
  return best ?? refuse('mandate.none')
}

function answerOf(mandate: Mandate, { power, area, now }: { power: Power; area: AreaCode; now: Instant }): Outcome<Mandate> {
  const instruments = [mandate.revokedBy ?? mandate.instrument]
  const today = civilDateAt(now, borderZone)
  if (mandate.revokedAt !== null && now >= mandate.revokedAt)
    return refuse('mandate.revoked', { instruments, about: { revokedAt: mandate.revokedAt } })
  if (today < mandate.from) return refuse('mandate.not-started', { instruments, about: { from: mandate.from } })
  if (mandate.until !== null && !mandate.autoExtends && today >= mandate.until)
    return refuse('mandate.ended', { instruments, about: { lastDay: addDays(mandate.until, -1) } })
  if (!liesIn(area, mandate.area)) return refuse('mandate.area', { instruments, about: { area, mandateArea: mandate.area } })
  if (!mandate.powers.includes(power)) return refuse('mandate.power', { instruments, about: { power } })
  return accept(mandate)
}

const order = ['mandate.none', 'mandate.revoked', 'mandate.not-started', 'mandate.ended', 'mandate.area', 'mandate.power']
const rank = (answer: Outcome<Mandate>): number => (answer.ok ? order.length : order.indexOf(answer.refusal.code))
