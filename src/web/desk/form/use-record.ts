import { useEffect, useEffectEvent, useState } from 'react'
import type { CivilDate } from '../../../kernel/time.ts'
import { type PassWish, passWishes } from '../../../passes/about-pass.rules.ts'
import { plainPassNumber } from '../../../passes/pass.rules.ts'
import type { ApplicantOfPassAnswer } from '../../../passes/passes.api.ts'
import { ask, type Problem } from '../../api.ts'
import { useWords } from '../frame/language.tsx'
import { type Draft, draftOf } from './draft.ts'
import { typeDate } from './typed-date.ts'

type Found = ApplicantOfPassAnswer['photo'] & { readonly number: string; readonly wish: PassWish; readonly isFilled: boolean }
type Options = {
  /** A page led here with the pass and the wish in its address: whose pass it is stands in the form at once. */
  readonly asked: { readonly replaces: string; readonly cause: PassWish } | undefined
  /** A draft that was opened again: what was typed stays, and only its photo is asked for. */
  readonly reopened: Draft | undefined
  onFound(part: Partial<Draft>): void
  onRefused(problem: Problem): void
}

/** Whose pass a case is about, as the register has them: nothing that stands there is typed again. Asked for once in each form, since each reading is recorded. */
export function useRecord({ asked, reopened, onFound, onRefused }: Options) {
  const { language } = useWords()
  const [found, setFound] = useState<Found | undefined>(undefined)
  const [pending, setPending] = useState(false)
  async function read({ replaces, cause }: Pick<Draft, 'replaces' | 'cause'>, { isFilled }: Pick<Found, 'isFilled'>) {
    const [number, wish] = [plainPassNumber(replaces), passWishes.find((each) => each === cause)]
    if (!number || !wish || pending) return
    setPending(true)
    const answer = await ask<ApplicantOfPassAnswer>(`/api/v1/passes/${number}/applicant?wish=${wish}`, { language })
    setPending(false)
    if (!answer.ok) {
      setFound(undefined)
      return onRefused(answer.problem)
    }
    const { applicant, livesSince, photo } = answer.value
    setFound({ ...photo, number, wish, isFilled })
    if (!isFilled) return
    onFound({
      ...draftOf(applicant, language),
      ...{ replaces: number, cause: wish, photo: '', madeUp: applicant.madeUp },
      livesSince: livesSince === null ? '' : typeDate(livesSince as CivilDate, language),
    })
  }
  const fill = (about: Pick<Draft, 'replaces' | 'cause'>) => read(about, { isFilled: true })
  const begin = useEffectEvent(() => asked && void fill(asked))
  useEffect(() => begin(), [])
  const goOn = useEffectEvent((draft: Draft | undefined) => {
    if (draft?.photo === '') void read(draft, { isFilled: false })
  })
  useEffect(() => goOn(reopened), [reopened])
  /** What is known of the photo on record, while the form is about the pass that was asked for. */
  const photoFor = ({ replaces, cause }: Draft) => (found && found.number === plainPassNumber(replaces) && found.wish === cause ? found : undefined)
  return { fill, pending, photoFor, forget: () => setFound(undefined) }
}
export type OnRecordPhoto = ReturnType<ReturnType<typeof useRecord>['photoFor']>
