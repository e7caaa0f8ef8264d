import { latinDigits } from '../../../kernel/digits.ts'
import type { Language } from '../../../kernel/language.ts'
import { borderZone, type CivilDate, civilDateAt, clockTimeAt, parseCivilDate, parseInstant, type Weekday, weekdays } from '../../../kernel/time.ts'
import type { OrderForm } from '../../../orders/order-file.api.ts'
import type { Stage } from '../../../places/order.rules.ts'
import { readTypedDate, typeDate } from '../form/typed-date.ts'
import { readClock, readMoment, type TypedMoment, typeMoment } from '../form/typed-moment.ts'

/** Lists of choices: empty is any. */
export type TypedWho = {
  readonly purposes: readonly string[]
  readonly documents: readonly string[]
  readonly areas: string
  readonly nationalities: string
  readonly ageFrom: string
  readonly ageUntil: string
  readonly goingHome: boolean
}
/** `key`: which of several it is, whatever is taken away. */
export type TypedSession = {
  readonly key: string
  readonly opens: string
  readonly closes: string
  readonly days: readonly Weekday[]
  readonly quota: string
  readonly who: TypedWho
}
export type TypedVehicle = {
  readonly key: string
  readonly classes: readonly string[]
  readonly wheelsOver: string
  readonly insteadAt: readonly string[]
}
type ThreeTexts = { readonly km: string; readonly th: string; readonly en: string }
/** An order as it is being typed: everything that its file can say. */
export type TypedOrder = {
  readonly state: OrderForm['state']
  readonly name: string
  readonly number: string
  /** A paper of the register is named by its id alone. */
  readonly paper: 'new' | 'known'
  /** Empty of a new paper: the order's own. */
  readonly instrument: string
  readonly kind: string
  readonly title: ThreeTexts
  readonly issuer: string
  readonly signedOn: string
  readonly source: string
  readonly points: readonly string[]
  readonly everyPoint: boolean
  readonly direction: '' | 'exit' | 'entry'
  readonly stage: Stage
  readonly from: TypedMoment
  readonly hasEnd: boolean
  readonly until: TypedMoment
  readonly hours: 'own' | 'usual' | 'closed'
  readonly sessions: readonly TypedSession[]
  readonly who: TypedWho
  readonly vehicles: readonly TypedVehicle[]
  readonly supersedes: readonly string[]
  readonly words: ThreeTexts
}

export const nobodySaid: TypedWho = { purposes: [], documents: [], areas: '', nationalities: '', ageFrom: '', ageUntil: '', goingHome: false }
let made = 0
const newKey = (): string => {
  made += 1
  return `${made}`
}
export const newSession = (): TypedSession => ({ key: newKey(), opens: '08:00', closes: '16:00', days: weekdays, quota: '', who: nobodySaid })
export const newVehicle = (): TypedVehicle => ({ key: newKey(), classes: ['truck'], wheelsOver: '6', insteadAt: [] })
const noWords = { km: '', th: '', en: '' }

export const emptyOrder = (state: string, tomorrow: CivilDate, language: Language): TypedOrder => ({
  ...{ state: state as OrderForm['state'], name: '', number: '', paper: 'new', instrument: '', kind: 'order', title: noWords },
  ...{ issuer: '', signedOn: '', source: '', points: [], everyPoint: false, direction: '', stage: 'limited' },
  ...{ from: typeMoment(tomorrow, '00:00', language), hasEnd: false, until: typeMoment(tomorrow, '24:00', language) },
  ...{ hours: 'own', sessions: [newSession()], who: nobodySaid, vehicles: [], supersedes: [], words: noWords },
})

/** An order's file, whose form was checked, as it stands in the form. */
export function typedOf(form: OrderForm, language: Language): TypedOrder {
  const { id, state, number, instrument, points, directions, stage, sessions, who, vehicles = [], supersedes = [], words = noWords } = form
  const moment = (text: string): TypedMoment => {
    const at = parseInstant(text)
    return at ? typeMoment(civilDateAt(at, borderZone), clockTimeAt(at, borderZone), language) : { day: text, clock: '' }
  }
  const { kind = 'order', title, issuer, signedOn, source } = instrument
  const signed = signedOn == null ? '' : parseCivilDate(signedOn)
  return {
    ...{ state, name: id.slice(id.indexOf('/') + 1), number, kind },
    ...{ paper: title === undefined && issuer === undefined && source === undefined ? 'known' : 'new', instrument: instrument.id },
    ...{ title: title ?? noWords, issuer: issuer ?? '', source: source ?? '', signedOn: signed ? typeDate(signed, language) : (signedOn ?? '') },
    ...{ points: points ?? [], everyPoint: points === null, direction: directions?.length === 1 ? (directions[0] ?? '') : '', stage },
    ...{ from: moment(form.startsAt), hasEnd: form.endsAt != null, until: moment(form.endsAt ?? form.startsAt) },
    hours: sessions == null ? 'usual' : sessions.length === 0 ? 'closed' : 'own',
    sessions: (sessions ?? []).map(({ opens, closes, days = weekdays, quota, who: for_ }) => ({
      ...{ key: newKey(), opens, closes, days, quota: typeNumber(quota), who: typedWho(for_) },
    })),
    who: typedWho(who),
    vehicles: vehicles.map(({ classes, wheelsOver, insteadAt = [] }) => ({
      ...{ key: newKey(), classes: classes ?? [], wheelsOver: typeNumber(wheelsOver), insteadAt },
    })),
    ...{ supersedes, words },
  }
}

const typeNumber = (value: number | null | undefined): string => (value == null ? '' : String(value))
function typedWho({
  purposes = [],
  documents = [],
  issuingAreas = [],
  nationalities = [],
  ageFrom,
  ageUntil,
  goingHome,
}: OrderForm['who'] = {}): TypedWho {
  return {
    ...{ purposes, documents, areas: issuingAreas.join(' '), nationalities: nationalities.join(' ') },
    ...{ ageFrom: typeNumber(ageFrom), ageUntil: typeNumber(ageUntil), goingHome: goingHome === true },
  }
}

export const listOf = (typed: string): string[] =>
  typed
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((each) => each !== '')
/** What is no number goes as it was typed, and comes back as a fault with its place. */
const numberOf = (typed: string): number | string | undefined => {
  const text = latinDigits(typed).trim()
  return text === '' ? undefined : /^-?\d{1,9}$/.test(text) ? Number(text) : text
}

function whoForm({ purposes, documents, areas, nationalities, ageFrom, ageUntil, goingHome }: TypedWho): object {
  const [from, until] = [numberOf(ageFrom), numberOf(ageUntil)]
  return {
    ...(nationalities.trim() !== '' && { nationalities: listOf(nationalities) }),
    ...(documents.length > 0 && { documents }),
    ...(areas.trim() !== '' && { issuingAreas: listOf(areas) }),
    ...(purposes.length > 0 && { purposes }),
    ...(from !== undefined && { ageFrom: from }),
    ...(until !== undefined && { ageUntil: until }),
    ...(goingHome && { goingHome: true }),
  }
}

/** What is sent; a time that is none goes as it was typed, and comes back as a fault with its place. */
export function formOfTyped(typed: TypedOrder): object {
  const moment = (each: TypedMoment): string => readMoment(each) ?? `${each.day} ${each.clock}`
  const id = `${typed.state.toLowerCase()}/${typed.name.trim()}`
  const sessions = typed.sessions.map(({ opens, closes, days, quota, who }) => ({
    ...{ opens: readClock(opens) ?? opens, closes: readClock(closes) ?? closes, days, who: whoForm(who), quota: numberOf(quota) ?? null },
  }))
  return {
    ...{ id, number: typed.number.trim(), state: typed.state, instrument: paperForm(typed, id) },
    ...{ points: typed.everyPoint ? null : typed.points, directions: typed.direction === '' ? null : [typed.direction], stage: typed.stage },
    ...{ startsAt: moment(typed.from), endsAt: typed.hasEnd ? moment(typed.until) : null },
    sessions: { own: sessions, usual: null, closed: [] }[typed.hours],
    ...(typed.hours === 'usual' && { who: whoForm(typed.who) }),
    vehicles: typed.vehicles.map(({ classes, wheelsOver, insteadAt }) => ({
      ...{ classes: classes.length === 0 ? null : classes, wheelsOver: numberOf(wheelsOver) ?? null, insteadAt },
    })),
    ...(typed.supersedes.length > 0 && { supersedes: typed.supersedes }),
    ...(Object.values(typed.words).some((text) => text !== '') && { words: typed.words }),
  }
}

function paperForm({ paper, instrument, kind, title, issuer, signedOn: typed, source }: TypedOrder, order: string): object {
  const signedOn = typed.trim() === '' ? null : (readTypedDate(typed) ?? typed)
  if (paper === 'known') return { id: instrument.trim(), kind, signedOn }
  return { id: instrument.trim() || order, kind, title, issuer, signedOn, source }
}
