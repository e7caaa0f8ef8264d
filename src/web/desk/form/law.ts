import lawFile from '../../../../data/law/kh-th-1997.json'
import { type Law, lawOn, type PaperLine } from '../../../instruments/law.rules.ts'
import type { StateCode } from '../../../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../../../kernel/time.ts'
import { caseKindOf, notSeen, papersNeeded } from '../../../passes/papers.rules.ts'
import type { ApplicationAnswer } from '../../../passes/passes.api.ts'

const law = lawFile as unknown as Law

/** Ages at which a guardian is asked for: the same file and the same rule as the server's, which decides. */
export const agesOn = (state: string, date: CivilDate) => lawOn(law, 'applicant.age', state as StateCode, date)?.value

/** The papers that a case needs, by the same rows. */
export const papersOn = (state: string, about: Parameters<typeof papersNeeded>[2]): readonly PaperLine[] =>
  papersNeeded(law, state as StateCode, about)

type Case = Pick<ApplicationAnswer, 'kind' | 'cause' | 'submittedAt' | 'applicant'> & { readonly papers: NonNullable<ApplicationAnswer['papers']> }
/** What was not seen when the case was taken. */
export function missingOf(state: string, { kind, cause, submittedAt, applicant, papers }: Case): PaperLine[] {
  const date = civilDateAt(submittedAt as Instant, borderZone)
  return notSeen(papersOn(state, { kind: caseKindOf(kind, cause), date, birthDate: applicant.birthDate as CivilDate | null }), papers)
}
