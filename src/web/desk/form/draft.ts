import type { PaperKind } from '../../../instruments/law.rules.ts'
import { type AreaCode, provinceOf } from '../../../kernel/code.ts'
import type { Language } from '../../../kernel/language.ts'
import type { CivilDate } from '../../../kernel/time.ts'
import type { DraftAnswer, DraftBody } from '../../../passes/drafts/draft.api.ts'
import type { ApplicantBody, ApplicationAnswer, ApplyBody } from '../../../passes/passes.api.ts'
import { readTypedDate, typeDate } from './typed-date.ts'

/** What stands in the form, as typed: the office's draft holds the same. */
export type Draft = Required<DraftBody> & {
  /** JPEG in base64. */
  readonly photo: string
}
export type Field = Exclude<keyof Draft, 'madeUp'>

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
  replaces: '',
  cause: '',
  papers: '',
  livesSince: '',
  proofDate: '',
  mobile: '',
  mobileConsent: '',
  photo: '',
  madeUp: false,
})

/** A draft as the office keeps it: the words, and the photo beside them. */
export function keptOf({ photo: _photo, ...body }: Draft): DraftBody {
  return body
}
export const draftFrom = ({ body, photo }: Pick<DraftAnswer, 'body' | 'photo'>): Draft => ({
  mobile: '',
  mobileConsent: '',
  ...body,
  photo: photo ?? '',
})

export const isSameDraft = (one: Draft, other: Draft): boolean => (Object.keys(one) as (keyof Draft)[]).every((field) => one[field] === other[field])

/** Papers that were ticked. */
export const papersOf = ({ papers }: Pick<Draft, 'papers'>): PaperKind[] => papers.split(' ').filter((paper) => paper !== '') as PaperKind[]

/** What was seen, as a request tells it. */
export const seenOf = (draft: Draft, isHomeAsked: boolean): Pick<ApplyBody, 'papers' | 'residence'> => ({
  papers: papersOf(draft),
  ...(isHomeAsked && { residence: { since: readTypedDate(draft.livesSince) ?? null, proofOn: readTypedDate(draft.proofDate) ?? null } }),
})

/** The number as a request tells it; none was typed, or none is used here: nothing is told. */
export const mobileOf = ({ mobile, mobileConsent }: Draft, isUsed: boolean): Pick<ApplyBody, 'mobile'> =>
  isUsed && mobile.trim() !== '' ? { mobile: { number: mobile, consent: mobileConsent === 'yes' } } : {}

type Told = ApplicantBody | ApplicationAnswer['applicant']

/** A person of an answer as a clerk would have typed them. */
export function draftOf(
  applicant: Told,
  language: Language,
): Omit<Draft, 'photo' | 'replaces' | 'cause' | 'papers' | 'livesSince' | 'proofDate' | 'mobile' | 'mobileConsent' | 'madeUp'> {
  const { homeArea, birthDate, sex } = applicant
  return {
    localName: applicant.localName ?? '',
    familyName: applicant.familyName ?? '',
    givenName: applicant.givenName ?? '',
    nationality: applicant.nationality ?? '',
    nationalId: applicant.nationalId ?? '',
    address: applicant.address ?? '',
    birthDate: birthDate === null ? '' : typeDate(birthDate as CivilDate, language),
    sex: sex === null ? '' : String(sex),
    province: homeArea === null ? '' : provinceOf(homeArea as AreaCode),
    district: homeArea ?? '',
    guardian: applicant.guardian ?? '',
    familyBook: applicant.familyBook ?? '',
  }
}

/** The person as a request tells them. */
export function applicantOf(draft: Draft, homeArea: string, localLanguage: string): ApplicantBody {
  const { localName, familyName, givenName, nationality, nationalId, address, guardian, familyBook } = draft
  return {
    ...{ localName, familyName, givenName, nationality, nationalId, address, homeArea },
    localLanguage: localLanguage as ApplicantBody['localLanguage'],
    birthDate: readTypedDate(draft.birthDate) ?? '',
    sex: Number(draft.sex) as ApplicantBody['sex'],
    guardian: guardian.trim() === '' ? null : guardian,
    ...(familyBook.trim() !== '' && { familyBook }),
  }
}
