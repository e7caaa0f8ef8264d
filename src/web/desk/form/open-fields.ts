import type { StateCode } from '../../../kernel/code.ts'
import type { Text } from '../../../kernel/language.ts'
import { readMobile } from '../../../passes/messages/mobile.rules.ts'
import { formWords } from '../../../words/desk-form.ts'
import { mobileWords } from '../../../words/messages.ts'
import type { Problem } from '../../api.ts'
import type { Draft, Field } from './draft.ts'
import { isNoDay, readTypedDate } from './typed-date.ts'

export type OpenFields = Partial<Readonly<Record<Field, Text>>>

/** In the order of the form: the first open one takes the focus. */
export const fieldOrder: readonly Field[] = [
  'cause',
  'replaces',
  'localName',
  'familyName',
  'givenName',
  'birthDate',
  'guardian',
  'sex',
  'nationality',
  'nationalId',
  'familyBook',
  'province',
  'district',
  'address',
  'livesSince',
  'proofDate',
  'papers',
  'mobile',
  'mobileConsent',
  'photo',
]

type Asked = {
  readonly guardian: boolean
  readonly district: boolean
  /** False: there is one already, and it stays. */
  readonly photo?: boolean
  /** Whose local numbers are read; absent: no number is asked for. */
  readonly mobile?: StateCode
}

/** What must be filled before it is worth asking the server; whether it is right, the server says. */
export function openFields(draft: Draft, { photo = true, ...asked }: Asked): OpenFields {
  const needed: readonly Field[] = ['localName', 'familyName', 'givenName', 'birthDate', 'sex', 'nationalId', 'province']
  const open: Partial<Record<Field, Text>> = {}
  for (const field of needed) if (draft[field].trim() === '') open[field] = formWords.needed
  for (const field of ['birthDate', 'livesSince', 'proofDate'] as const)
    if (draft[field].trim() !== '' && !readTypedDate(draft[field]))
      open[field] = isNoDay(draft[field]) ? formWords.noSuchDay : formWords.birthDateUnread
  if (asked.guardian && draft.guardian.trim() === '') open.guardian = formWords.needed
  if (asked.district && draft.district === '') open.district = formWords.needed
  if (draft.cause !== '' && draft.replaces.trim() === '') open.replaces = formWords.needed
  if (asked.mobile && draft.mobile.trim() !== '') {
    if (!readMobile(asked.mobile, draft.mobile)) open.mobile = mobileWords.unread
    else if (draft.mobileConsent !== 'yes') open.mobileConsent = mobileWords.consentNeeded
  }
  if (photo && draft.photo === '') open.photo = formWords.photoNeeded
  return open
}

const fieldOfCode: Partial<Readonly<Record<Problem['code'], Field>>> = {
  'applicant.birth-date': 'birthDate',
  'applicant.guardian-missing': 'guardian',
  'applicant.address-not-eligible': 'district',
  'applicant.address-not-served': 'district',
  'applicant.nationality': 'nationality',
  'applicant.photo-unreadable': 'photo',
  'applicant.identity-number': 'nationalId',
  'applicant.identity-differs': 'nationalId',
  'application.other-person': 'nationalId',
  'application.number-on-record': 'nationalId',
  'applicant.photo-too-old': 'photo',
  'replacement.not-live': 'replaces',
  'pass.not-here': 'replaces',
  'pass.legacy': 'replaces',
  'pass.not-active': 'replaces',
  'pass.already-revoked': 'replaces',
  'pass.already-replaced': 'replaces',
  'mobile.unreadable': 'mobile',
  'mobile.not-used': 'mobile',
  'mobile.no-consent': 'mobileConsent',
}

/** The entry a refusal is about, if it is about one. */
export function fieldOf(problem: Problem): Field | undefined {
  const named = problem.about?.['field']
  return fieldOrder.find((field) => field === named) ?? fieldOfCode[problem.code]
}
