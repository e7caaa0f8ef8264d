import type { Language } from '../../../kernel/language.ts'
import type { CivilDate } from '../../../kernel/time.ts'
import type { ApplicantBody, InstanceAnswer } from '../../../passes/passes.api.ts'
import type { Draft } from './draft.ts'
import { papersOn } from './law.ts'
import { typeDate } from './typed-date.ts'

/** A made-up person brings every paper, and has lived there since birth. */
export function madeUpSeen(
  applicant: ApplicantBody,
  { state }: InstanceAnswer,
  today: CivilDate,
  language: Language,
): Pick<Draft, 'papers' | 'livesSince' | 'proofDate'> {
  const birthDate = applicant.birthDate as CivilDate
  const lines = papersOn(state, { kind: 'new', date: today, birthDate })
  return {
    papers: lines.flatMap(({ oneOf }) => oneOf.slice(0, 1)).join(' '),
    livesSince: typeDate(birthDate, language),
    proofDate: typeDate(today, language),
  }
}
