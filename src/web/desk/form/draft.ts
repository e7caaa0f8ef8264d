import { useEffect, useState } from 'react'
import { type AreaCode, provinceOf } from '../../../kernel/code.ts'
import type { Language } from '../../../kernel/language.ts'
import type { CivilDate } from '../../../kernel/time.ts'
import type { ApplicantBody } from '../../../passes/passes.api.ts'
import { typeDate } from './typed-date.ts'

/** What stands in the form, as typed. */
export type Draft = {
  readonly localName: string
  readonly familyName: string
  readonly givenName: string
  readonly birthDate: string
  readonly sex: string
  readonly nationality: string
  readonly nationalId: string
  readonly province: string
  readonly district: string
  readonly address: string
  readonly guardian: string
  readonly familyBook: string
  /** JPEG in base64. */
  readonly photo: string
  readonly madeUp: boolean
  /** Of a send that got no answer: the next one is the same command. */
  readonly requestId: string | null
}
export type Field = Exclude<keyof Draft, 'madeUp' | 'requestId'>

const storageKey = 'spean.desk.draft'

export const emptyDraft = (nationality: string): Draft => ({
  localName: '',
  familyName: '',
  givenName: '',
  birthDate: '',
  sex: '',
  nationality,
  nationalId: '',
  province: '',
  district: '',
  address: '',
  guardian: '',
  familyBook: '',
  photo: '',
  madeUp: false,
  requestId: null,
})

/** The form's state. It lives through a reload of this tab and through signing in again, and ends with the tab; another person's is not shown. */
export function useDraft(nationality: string, account: string) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...emptyDraft(nationality), ...stored(account) }))
  useEffect(() => store(account, draft), [account, draft])
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  return { draft, change, clear: () => setDraft(emptyDraft(nationality)) }
}

export function draftOf(applicant: ApplicantBody, language: Language): Partial<Draft> {
  const { homeArea, birthDate, sex, guardian, localName, familyName, givenName, nationality, nationalId, address } = applicant
  return {
    ...{ localName, familyName, givenName, nationality, nationalId, address },
    birthDate: typeDate(birthDate as CivilDate, language),
    sex: String(sex),
    province: provinceOf(homeArea as AreaCode),
    district: homeArea,
    guardian: guardian ?? '',
    familyBook: applicant.familyBook ?? '',
    madeUp: true,
  }
}

function stored(account: string): Partial<Draft> {
  try {
    const found = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') as { account?: unknown; draft?: Partial<Draft> }
    return found.account === account && typeof found.draft === 'object' ? found.draft : {}
  } catch {
    return {}
  }
}

// A full store (other tabs' drafts count too) must not stop the typing: then the draft lives as long as the page.
function store(account: string, draft: Draft): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify({ account, draft }))
  } catch {
    sessionStorage.removeItem(storageKey)
  }
}

/** After the application was taken: nothing of a person stays in the browser. */
export const forgetDraft = (): void => sessionStorage.removeItem(storageKey)
