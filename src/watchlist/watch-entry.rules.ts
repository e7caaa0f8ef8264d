import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { addDays, addYears, type CivilDate } from '../kernel/time.ts'
import { normalName, normalNumber } from '../persons/name-key.rules.ts'
import { documentKey, normalIssuer, type WatchDocument } from './watch-document.rules.ts'
import type { WatchKind, WatchTarget } from './watch-match.rules.ts'
import { normalPlate } from './watch-plate.rules.ts'

export const watchReasons = [
  'wanted',
  'missing',
  'trafficking-victim',
  'trafficking-suspect',
  'court-order',
  'stolen-document',
  'lost-document',
  'stolen-vehicle',
  'other',
] as const
export type WatchReason = (typeof watchReasons)[number]

const personReasons = ['wanted', 'missing', 'trafficking-victim', 'trafficking-suspect', 'court-order', 'other'] as const
const documentReasons = ['wanted', 'court-order', 'stolen-document', 'lost-document', 'other'] as const
const plateReasons = ['wanted', 'trafficking-suspect', 'court-order', 'stolen-vehicle', 'other'] as const
/** Which reasons there are for what. */
export const reasonsOf: { readonly [K in WatchKind]: readonly WatchReason[] } = {
  person: personReasons,
  document: documentReasons,
  plate: plateReasons,
}

/** Who may see why: the chief of the point where it is hit too, or the desk that entered it alone. */
export const seenBys = ['point', 'desk'] as const
export type SeenBy = (typeof seenBys)[number]

/** Somebody on the list: names each in its own script, born on a day or in a year. */
export type WatchPerson = {
  readonly nameKhmer: string | null
  readonly nameThai: string | null
  readonly nameLatin: string | null
  readonly birthDate: CivilDate | null
  readonly birthYear: number | null
  readonly sex: number | null
  readonly nationality: string | null
}
export type WatchAbout = {
  readonly kind: WatchKind
  readonly person: WatchPerson | null
  readonly document: WatchDocument | null
  readonly plate: string | null
}
/** As it is typed or stands in a row of a file; `reason` and `kind` are checked here. */
export type EntryDraft = {
  readonly kind: string
  readonly reason: string
  readonly source: string
  readonly seenBy: SeenBy
  readonly person: WatchPerson | null
  readonly document: WatchDocument | null
  readonly plate: string | null
  readonly from: CivilDate
  readonly lastDay: CivilDate
}
export type NewEntry = WatchAbout & {
  readonly reason: WatchReason
  readonly source: string
  readonly seenBy: SeenBy
  readonly from: CivilDate
  readonly lastDay: CivilDate
}
export type EntryLimits = { readonly today: CivilDate; readonly daysMax: number }

const nameMax = 120
const letters = {
  nameKhmer: /^(?:[\u1780-\u17D3\u17DC\u17DD .'-]|\u200B|\u200C|\u200D)+$/u,
  nameThai: /^[\u0E01-\u0E3A\u0E40-\u0E4E .'-]+$/u,
  nameLatin: /^[\p{Script=Latin}\p{Mn} .'’-]+$/u,
} as const
export const nameFields = Object.keys(letters) as (keyof typeof letters)[]
const ageYearsMax = 120

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** What may stand on the list, in its normal form; or the first thing that is wrong with it. */
export function assessEntry(draft: EntryDraft, limits: EntryLimits): Outcome<NewEntry> {
  const about = assessAbout(draft, limits.today)
  if (!about.ok) return about
  const { kind } = about.value
  const reason = reasonsOf[kind].find((each) => each === draft.reason)
  if (!reason) return refuse('watch.reason')
  const source = plain(draft.source)
  if (source.length < 2 || source.length > nameMax || /\p{C}/u.test(source)) return refuse('watch.source')
  if (draft.lastDay < draft.from) return refuse('watch.days', { about: { daysMax: limits.daysMax } })
  const days = assessLastDay(draft.lastDay, limits)
  return days.ok ? accept({ ...about.value, reason, source, seenBy: draft.seenBy, from: draft.from, lastDay: draft.lastDay }) : days
}

/** The last day lies ahead, and not too far. */
export const assessLastDay = (lastDay: CivilDate, { today, daysMax }: EntryLimits): Outcome<undefined> =>
  lastDay >= today && lastDay <= addDays(today, daysMax) ? accept(undefined) : refuse('watch.days', { about: { daysMax } })

function assessAbout({ kind, person, document, plate }: EntryDraft, today: CivilDate): Outcome<WatchAbout> {
  if (kind === 'person') return person && !document && plate === null ? assessPerson(person, today) : refuse('watch.names')
  if (kind === 'document') return document && !person && plate === null ? assessDocument(document) : refuse('watch.document')
  return kind === 'plate' && !person && !document ? assessPlate(plate ?? '') : refuse('watch.plate')
}

function assessPerson(said: WatchPerson, today: CivilDate): Outcome<WatchAbout> {
  const names = nameFields.map((field) => [field, plain(said[field] ?? '')] as const)
  for (const [field, name] of names)
    if (name !== '' && (name.length > nameMax || !letters[field].test(name) || normalName(name).length < 2)) return refuse('watch.names')
  if (names.every(([, name]) => name === '')) return refuse('watch.names')
  const { birthDate, birthYear, sex, nationality } = said
  if ((birthDate === null) === (birthYear === null)) return refuse('watch.birth')
  const earliest = addYears(today, -ageYearsMax)
  if (birthDate !== null && (birthDate > today || birthDate < earliest)) return refuse('watch.birth')
  if (birthYear !== null && (birthYear > Number(today.slice(0, 4)) || birthYear < Number(earliest.slice(0, 4)))) return refuse('watch.birth')
  if (sex !== null && ![1, 2, 3].includes(sex)) return refuse('watch.sex')
  if (nationality !== null && !/^[A-Z]{3}$/.test(nationality)) return refuse('watch.nationality')
  const [nameKhmer, nameThai, nameLatin] = names.map(([, name]) => name || null)
  const person = { nameKhmer: nameKhmer ?? null, nameThai: nameThai ?? null, nameLatin: nameLatin ?? null, birthDate, birthYear, sex, nationality }
  return accept({ kind: 'person', person, document: null, plate: null })
}

const [numberMin, numberMax] = [3, 40]
function assessDocument(said: WatchDocument): Outcome<WatchAbout> {
  const document = { issuer: normalIssuer(said.issuer), number: normalNumber(said.number) }
  const fits = /^[A-Z]{3}$/.test(document.issuer) && document.number.length >= numberMin && document.number.length <= numberMax
  return fits ? accept({ kind: 'document', person: null, document, plate: null }) : refuse('watch.document')
}

function assessPlate(said: string): Outcome<WatchAbout> {
  const plate = normalPlate(said)
  const fits = plate.length >= 2 && /\d/.test(plate) && said.length <= 60
  return fits ? accept({ kind: 'plate', person: null, document: null, plate }) : refuse('watch.plate')
}

/** What is said twice by two entries that say the same: what it is about and why, not how long. */
export const markText = ({ kind, reason, person, document, plate }: NewEntry): string =>
  JSON.stringify([
    kind,
    reason,
    person && nameFields.map((field) => normalName(person[field] ?? '')),
    person && [person.birthDate, person.birthYear, person.sex, person.nationality],
    document && documentKey(document),
    plate,
  ])

export type EntryTimes = { readonly from: CivilDate; readonly lastDay: CivilDate; readonly endedAt: string | null }
export const entryStates = ['in-force', 'not-yet', 'expired', 'ended'] as const
export type EntryState = (typeof entryStates)[number]
export const stateOf = ({ from, lastDay, endedAt }: EntryTimes, today: CivilDate): EntryState =>
  endedAt !== null ? 'ended' : lastDay < today ? 'expired' : from > today ? 'not-yet' : 'in-force'

/** Which part of a desk's list is looked at. `live` counts what has not begun yet; `ended` what is over its last day. */
export const listParts = ['all', 'live', 'expiring', 'ended'] as const
export type ListPart = (typeof listParts)[number]

/** The entry as it is matched. */
export function targetOf(
  { id, from, lastDay, kind, person, document, plate }: WatchAbout & { readonly id: string; readonly from: CivilDate; readonly lastDay: CivilDate },
  allowed: ReadonlyMap<string, CivilDate>,
): WatchTarget {
  const common = { id, from, lastDay, allowed }
  if (kind === 'document' && document) return { ...common, kind, document }
  if (kind === 'plate' && plate !== null) return { ...common, kind, plate }
  if (kind !== 'person' || !person) throw new Error('an entry about nothing')
  const { birthDate, birthYear, sex, nationality } = person
  const names = nameFields.flatMap((field) => person[field] ?? [])
  return { ...common, kind, person: { names, birthDate, birthYear, sex, nationality } }
}
