import { type CaseKind, type Law, lawOn, type PaperKind, type PaperLine } from '../instruments/law.rules.ts'
import type { StateCode } from '../kernel/code.ts'
import { type Outcome, refuse } from '../kernel/outcome.ts'
import { ageOn, type CivilDate } from '../kernel/time.ts'
import type { ApplicationKind, ReplacementCause } from './application.rules.ts'

/** Pictures of one paper: a family book has leaves. */
export const picturesPerPaperMax = 4

/** Since when somebody lives where they say, and the day of the paper that says so; null: not asked, or not known. */
export type Residence = { readonly since: CivilDate | null; readonly proofOn: CivilDate | null }
/** What the clerk saw. `papers` null: a case of before anybody was asked. */
export type Seen = { readonly papers: readonly PaperKind[] | null; readonly residence: Residence }
export const nothingSeen: Seen = { papers: [], residence: { since: null, proofOn: null } }

export const caseKindOf = (kind: ApplicationKind, cause: ReplacementCause | null): CaseKind =>
  kind === 'replacement' ? `replacement-${cause ?? 'lost'}` : kind

type About = { readonly kind: CaseKind; readonly date: CivilDate; readonly birthDate: CivilDate | null }

/** What this person must bring for this case on that day. A guardian's line only for a child; without a birth date nobody is taken for one. */
export function papersNeeded(law: Law, state: StateCode, { kind, date, birthDate }: About): readonly PaperLine[] {
  const lines = lawOn(law, 'application.papers', state, date)?.value[kind] ?? []
  const under = lawOn(law, 'applicant.age', state, date)?.value.guardianUnder ?? 0
  const isChild = birthDate !== null && birthDate <= date && ageOn(birthDate, date) < under
  return lines.filter(({ when }) => when === 'always' || isChild)
}

/** The lines of which no paper was seen. */
export const notSeen = (lines: readonly PaperLine[], seen: readonly PaperKind[]): PaperLine[] =>
  lines.filter(({ oneOf }) => !oneOf.some((paper) => seen.includes(paper)))

const provesHome: readonly PaperKind[] = ['family-book', 'residence-book']
/** Is the home proved in such a case at all? */
export const asksResidence = (lines: readonly PaperLine[]): boolean => lines.some(({ oneOf }) => oneOf.some((paper) => provesHome.includes(paper)))

/** Days that cannot be: to come, or before the person was born. */
export function assessResidenceDays({ since, proofOn }: Residence, birthDate: CivilDate, today: CivilDate): Outcome<undefined> {
  if (since !== null && (since > today || since < birthDate)) return refuse('applicant.residence-date', { about: { field: 'livesSince' } })
  if (proofOn !== null && proofOn > today) return refuse('applicant.residence-date', { about: { field: 'proofDate' } })
  return { ok: true, value: undefined }
}

/** What a reviewer should look at: lines not seen ("a/b c": b or a, and c), and a home that is not proved, too new, or proved by an old paper. */
export type SeenFaults = {
  readonly missing: string | null
  readonly isUnproved: boolean
  readonly shortSince: CivilDate | null
  readonly oldProof: CivilDate | null
  readonly monthsMin: number
  readonly monthsMax: number
}
export function faultsOfSeen(law: Law, state: StateCode, about: About, { papers, residence }: Seen): SeenFaults | null {
  if (papers === null) return null
  const lines = papersNeeded(law, state, about)
  const missing = notSeen(lines, papers).map(({ oneOf }) => oneOf.join('/'))
  const asked = asksResidence(lines) ? lawOn(law, 'applicant.residence-proof', state, about.date)?.value : undefined
  const { since, proofOn } = residence
  return {
    missing: missing.length === 0 ? null : missing.join(' '),
    isUnproved: asked !== undefined && (since === null || proofOn === null),
    shortSince: asked && since !== null && monthsBefore(about.date, asked.residenceMonthsMin) < since ? since : null,
    oldProof: asked && proofOn !== null && proofOn < monthsBefore(about.date, asked.proofMonthsMax) ? proofOn : null,
    monthsMin: asked?.residenceMonthsMin ?? 0,
    monthsMax: asked?.proofMonthsMax ?? 0,
  }
}

/** The same day so many months earlier; of a shorter month its last. */
export function monthsBefore(date: CivilDate, months: number): CivilDate {
  return Temporal.PlainDate.from(date).subtract({ months }).toString() as CivilDate
}
