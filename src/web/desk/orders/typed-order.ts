import type { Language } from '../../../kernel/language.ts'
import type { CivilDate } from '../../../kernel/time.ts'
import type { Stage } from '../../../places/order.rules.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { readClock, readMoment, type TypedMoment, typeMoment } from '../instruments/typed-moment.ts'

export type TypedWho = {
  readonly purpose: string
  readonly document: string
  readonly areas: string
  readonly nationalities: string
  readonly ageFrom: string
  readonly ageUntil: string
  readonly goingHome: boolean
}
/** `key`: which of several it is, whatever is taken away. */
export type TypedSession = { readonly key: string; readonly opens: string; readonly closes: string; readonly quota: string; readonly who: TypedWho }
export type TypedVehicle = { readonly key: string; readonly kind: string; readonly wheelsOver: string; readonly insteadAt: string }
/** An order as it is being typed. */
export type TypedOrder = {
  readonly state: string
  readonly name: string
  readonly number: string
  readonly title: { readonly km: string; readonly th: string; readonly en: string }
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
  /** The paper's id where the register has it already. */
  readonly instrument: string
  readonly words: { readonly km: string; readonly th: string; readonly en: string }
}

export const nobodySaid: TypedWho = { purpose: '', document: '', areas: '', nationalities: '', ageFrom: '', ageUntil: '', goingHome: false }
let made = 0
const newKey = (): string => {
  made += 1
  return `${made}`
}
export const newSession = (): TypedSession => ({ key: newKey(), opens: '08:00', closes: '16:00', quota: '', who: nobodySaid })
export const newVehicle = (): TypedVehicle => ({ key: newKey(), kind: 'truck', wheelsOver: '6', insteadAt: '' })
const noWords = { km: '', th: '', en: '' }

export const emptyOrder = (state: string, tomorrow: CivilDate, language: Language): TypedOrder => ({
  ...{ state, name: '', number: '', title: noWords, issuer: '', signedOn: '', source: '', points: [], everyPoint: false },
  ...{
    direction: '',
    stage: 'limited',
    from: typeMoment(tomorrow, '00:00', language),
    hasEnd: false,
    until: typeMoment(tomorrow, '24:00', language),
  },
  ...{ hours: 'own', sessions: [newSession()], who: nobodySaid, vehicles: [], supersedes: [], instrument: '', words: noWords },
})

const listOf = (typed: string): string[] =>
  typed
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((each) => each !== '')
const numberOf = (typed: string): number | undefined => (typed.trim() === '' ? undefined : Number(typed.trim()))

function whoForm({ purpose, document, areas, nationalities, ageFrom, ageUntil, goingHome }: TypedWho): object {
  const [from, until] = [numberOf(ageFrom), numberOf(ageUntil)]
  return {
    ...(nationalities.trim() !== '' && { nationalities: listOf(nationalities) }),
    ...(document !== '' && { documents: [document] }),
    ...(areas.trim() !== '' && { issuingAreas: listOf(areas) }),
    ...(purpose !== '' && { purposes: [purpose] }),
    ...(from !== undefined && { ageFrom: from }),
    ...(until !== undefined && { ageUntil: until }),
    ...(goingHome && { goingHome: true }),
  }
}

/** What is sent; a time that is none goes as it was typed, and comes back as a fault with its place. */
export function formOfTyped(typed: TypedOrder): object {
  const moment = (each: TypedMoment): string => readMoment(each) ?? `${each.day} ${each.clock}`
  const signedOn = typed.signedOn.trim() === '' ? null : (readTypedDate(typed.signedOn) ?? typed.signedOn)
  const side = typed.state.toLowerCase()
  const sessions = typed.sessions.map(({ opens, closes, quota, who }) => ({
    ...{ opens: readClock(opens) ?? opens, closes: readClock(closes) ?? closes, who: whoForm(who), quota: numberOf(quota) ?? null },
  }))
  const paper = {
    id: `${side}/${typed.name.trim()}`,
    kind: 'order',
    title: typed.title,
    issuer: typed.issuer.trim(),
    signedOn,
    source: typed.source.trim(),
  }
  return {
    ...{ id: `${side}/${typed.name.trim()}`, number: typed.number.trim(), state: typed.state },
    instrument: typed.instrument === '' ? paper : { id: typed.instrument },
    ...{ points: typed.everyPoint ? null : typed.points, directions: typed.direction === '' ? null : [typed.direction], stage: typed.stage },
    ...{ startsAt: moment(typed.from), endsAt: typed.hasEnd ? moment(typed.until) : null },
    sessions: { own: sessions, usual: null, closed: [] }[typed.hours],
    ...(typed.hours === 'usual' && { who: whoForm(typed.who) }),
    vehicles: typed.vehicles.map(({ kind, wheelsOver, insteadAt }) => ({
      ...{ classes: kind === '' ? null : kind.split(' '), wheelsOver: numberOf(wheelsOver) ?? null, insteadAt: insteadAt === '' ? [] : [insteadAt] },
    })),
    ...(typed.supersedes.length > 0 && { supersedes: typed.supersedes }),
    ...(Object.values(typed.words).some((text) => text !== '') && { words: typed.words }),
  }
}
