import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../../kernel/time.ts'
import type { Mandate } from '../mandate.rules.ts'

/** Which offices' mandates a decision ends. */
export type WantedOffices = 'all' | readonly string[]

/** The mandates that a decision ends at `at`: all that stand, or those of the offices it names. An end that was set for later may be brought forward, never put off. */
export function mandatesToEnd(mandates: readonly Mandate[], offices: WantedOffices, at: Instant): Outcome<readonly Mandate[]> {
  const missing = offices === 'all' ? undefined : offices.find((office) => !mandates.some((mandate) => mandate.office === office))
  if (mandates.length === 0 || missing !== undefined) return refuse('mandate.not-found', missing === undefined ? {} : { about: { office: missing } })
  const named = mandates.filter((mandate) => offices === 'all' || offices.includes(mandate.office))
  const standing = named.filter((mandate) => mandate.revokedAt === null || mandate.revokedAt > at)
  const ended = offices === 'all' ? undefined : offices.find((office) => !standing.some((mandate) => mandate.office === office))
  if (standing.length > 0 && ended === undefined) return accept(standing)
  const [first] = named.filter((mandate) => ended === undefined || mandate.office === ended)
  return refuse('mandate.already-revoked', {
    about: { office: first?.office ?? '', revokedAt: first?.revokedAt ?? '' },
    ...(first?.revokedBy && { instruments: [first.revokedBy] }),
  })
}

/** How a mandate stands at `now`. `extended`: its first period is over, and no different decision was made. */
export const standings = ['not-started', 'in-force', 'extended', 'ended', 'revoked'] as const
export type Standing = (typeof standings)[number]

export function standingOf(mandate: Pick<Mandate, 'from' | 'until' | 'autoExtends' | 'revokedAt'>, now: Instant): Standing {
  const today: CivilDate = civilDateAt(now, borderZone)
  if (mandate.revokedAt !== null && now >= mandate.revokedAt) return 'revoked'
  if (today < mandate.from) return 'not-started'
  if (mandate.until === null || today < mandate.until) return 'in-force'
  return mandate.autoExtends ? 'extended' : 'ended'
}
