import type { WorkingCalendar } from '../instruments/calendar.rules.ts'
import { borderZone, civilDateAt, clockTimeAt, type Instant } from '../kernel/time.ts'
import type { ReplacementCause } from './application.rules.ts'
import type { SeenFaults } from './papers.rules.ts'
import { isOddTime } from './province/capacity.rules.ts'

/** What a signer looks at twice. A flag stops nothing: it says why to look. */
export const flagCodes = [
  'refused-before',
  'suspected-before',
  'pass-stopped',
  'near-duplicate',
  'near-not-said',
  'near-corrected-away',
  'unusual-hour',
  'unusual-rate',
  'returned',
  'identity-corrected',
  'replaces',
  'papers-not-seen',
  'home-not-proved',
  'home-new',
  'proof-old',
  'begun-by-phone',
] as const
export type FlagCode = (typeof flagCodes)[number]
export type Flag = { readonly code: FlagCode; readonly about: Readonly<Record<string, string | number>> }

export type FlagFacts = {
  readonly submittedAt: Instant
  /** The holder began it by phone: no clerk took it, at whatever hour. */
  readonly isByPhone: boolean
  readonly returnedAt: Instant | null
  /** A correction changed the number or the birthday that the person is known by. */
  readonly isIdentityCorrected: boolean
  readonly cause: ReplacementCause | null
  /** Earlier applications of the person, at any office, that were rejected; and those rejected as suspected fraud. */
  readonly refused: number
  readonly suspected: number
  /** Passes of the person that were revoked, or are suspended for another reason than loss. */
  readonly stopped: number
  /** A search of this case found somebody like the person, and the clerk went on. */
  readonly isLikeOthers: boolean
  /** How many of them the clerk did not call another person. */
  readonly notSaid: number
  /** How many of them the latest search did not find, since a correction came between. */
  readonly noLongerAlike: number
  /** What the clerk took in the same hour, this one too. */
  readonly takenInHour: number
  /** What the papers leave open; null: nobody was asked when the case was taken. */
  readonly seen: SeenFaults | null
}
/** Dated parameters: data/operating-parameters.json. */
export type FlagLimits = { readonly calendar: WorkingCalendar; readonly opens: number; readonly closes: number; readonly casesPerHour: number }

/** Every flag that the facts raise, in the order of the list. */
export function flagsOf(facts: FlagFacts, { calendar, opens, closes, casesPerHour }: FlagLimits): Flag[] {
  const day = civilDateAt(facts.submittedAt, borderZone)
  const { seen } = facts
  const hour = Number(clockTimeAt(facts.submittedAt, borderZone).slice(0, 2))
  const raised: Record<FlagCode, Flag['about'] | null> = {
    'refused-before': facts.refused > 0 ? { n: facts.refused } : null,
    'suspected-before': facts.suspected > 0 ? { n: facts.suspected } : null,
    'pass-stopped': facts.stopped > 0 ? { n: facts.stopped } : null,
    'near-duplicate': facts.isLikeOthers ? {} : null,
    'near-not-said': facts.notSaid > 0 ? { n: facts.notSaid } : null,
    'near-corrected-away': facts.noLongerAlike > 0 ? { n: facts.noLongerAlike } : null,
    'unusual-hour': !facts.isByPhone && isOddTime(calendar, { day, hour }, { opens, closes }) ? { day, hour } : null,
    'unusual-rate': facts.takenInHour > casesPerHour ? { n: facts.takenInHour, max: casesPerHour } : null,
    returned: facts.returnedAt === null ? null : { day: civilDateAt(facts.returnedAt, borderZone) },
    'identity-corrected': facts.isIdentityCorrected ? {} : null,
    replaces: facts.cause === null ? null : { cause: facts.cause },
    'papers-not-seen': seen?.missing ? { papers: seen.missing } : null,
    'home-not-proved': seen?.isUnproved ? {} : null,
    'home-new': seen?.shortSince ? { day: seen.shortSince, months: seen.monthsMin } : null,
    'proof-old': seen?.oldProof ? { day: seen.oldProof, months: seen.monthsMax } : null,
    'begun-by-phone': facts.isByPhone ? {} : null,
  }
  return flagCodes.flatMap((code) => {
    const about = raised[code]
    return about === null ? [] : [{ code, about }]
  })
}
