import { languages, type Text } from '../../../kernel/language.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { readMoment, type TypedMoment } from '../form/typed-moment.ts'

/** A different decision as it is being typed. */
export type DecisionDraft = {
  readonly isAll: boolean
  readonly offices: readonly string[]
  readonly name: string
  readonly title: Text
  readonly kind: 'decision' | 'order' | 'notice'
  readonly issuer: string
  readonly signedOn: string
  readonly source: string
  readonly isNow: boolean
  readonly at: TypedMoment
}
export const decisionFields = ['offices', 'km', 'th', 'en', 'name', 'issuer', 'signedOn', 'source', 'at'] as const
export type DecisionField = (typeof decisionFields)[number]
export type Lack = 'needed' | 'badId' | 'badDate' | 'chooseOffice'

/** What stands in the way of sending it, by entry. */
export function lacksOf(draft: DecisionDraft): ReadonlyMap<DecisionField, Lack> {
  const lacks = new Map<DecisionField, Lack>()
  const need = (field: DecisionField, typed: string) => typed.trim() === '' && lacks.set(field, 'needed')
  if (!draft.isAll && draft.offices.length === 0) lacks.set('offices', 'chooseOffice')
  if (!need('name', draft.name) && !/^[a-z0-9-]{1,60}$/.test(draft.name.trim())) lacks.set('name', 'badId')
  for (const language of languages) need(language, draft.title[language])
  need('issuer', draft.issuer)
  if (!need('signedOn', draft.signedOn) && !readTypedDate(draft.signedOn)) lacks.set('signedOn', 'badDate')
  need('source', draft.source)
  if (!draft.isNow && !readMoment(draft.at)) lacks.set('at', 'badDate')
  return lacks
}

/** The body of the command; undefined while something lacks. `state`: whose decision it is, which stands before its name. */
export function decisionBody(draft: DecisionDraft, { instrument, state }: { instrument: string; state: string }) {
  const signedOn = readTypedDate(draft.signedOn)
  const at = draft.isNow ? null : readMoment(draft.at)
  if (lacksOf(draft).size > 0 || !signedOn || at === undefined) return undefined
  const { km, th, en } = draft.title
  return {
    instrument,
    offices: draft.isAll ? ('all' as const) : [...draft.offices],
    decision: {
      id: `${state.toLowerCase()}/${draft.name.trim()}`,
      title: { km: km.trim(), th: th.trim(), en: en.trim() },
      kind: draft.kind,
      issuer: draft.issuer.trim(),
      signedOn,
      source: draft.source.trim(),
    },
    at,
  }
}
