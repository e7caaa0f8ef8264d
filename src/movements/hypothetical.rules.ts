import type { Law } from '../instruments/law.rules.ts'
import { type AreaCode, nationalityOf, type StateCode } from '../kernel/code.ts'
import { addDays, type CivilDate, type Instant } from '../kernel/time.ts'
import type { Vehicle } from '../kernel/vehicle.ts'
import type { Direction, DocumentKind, Purpose } from '../places/order.rules.ts'
import { type DocumentFacts, type Facts, isHomeward, mayBeTolled, type PointFacts, type QuotaFacts, type RuleBook } from './facts.rules.ts'
import { lastLawfulDay } from './stay.rules.ts'
import { decideVerdict, type Verdict } from './verdict.rules.ts'

/** Somebody who asks before they come: what they carry, when, which way, and with what. */
export type Asked = {
  readonly at: Instant
  readonly direction: Direction
  readonly nationality: string
  readonly document: DocumentKind
  readonly issuingArea: AreaCode | null
  readonly purpose: Purpose | null
  readonly age: number | null
  readonly vehicle: Vehicle | null
}
/** The point and its quotas at the moment that is asked about. */
export type Scene = { readonly point: PointFacts; readonly quotas: readonly QuotaFacts[] }

/** The state that issues border passes to this nationality; undefined: none of the two. */
export const issuerOf = (nationality: string, { parties }: Law): StateCode | undefined =>
  parties.find((party) => nationalityOf[party] === nationality)

/** The facts of somebody whose document and stay are in order: what is left is the point, the orders, and who they are. */
export function hypotheticalFacts(state: StateCode, law: Law, asked: Asked, { point, quotas }: Scene): Facts {
  const { at, direction, purpose, age, vehicle } = asked
  const facts: Facts = {
    form: 2,
    edition: 4,
    state,
    at,
    arrival: null,
    direction,
    document: documentInOrder(state, law, asked),
    point,
    purpose,
    vehicle,
    quotas,
    stay: null,
    person: { age, ...unsaid },
  }
  const stay = { state: 'open', openedAt: null, lastAt: null, lastPoint: null, lawfulUntil: null, tolled: [], minutesMin: null } as const
  return isHomeward(facts) ? { ...facts, stay } : facts
}

function documentInOrder(state: StateCode, law: Law, { document: kind, nationality, issuingArea }: Asked): DocumentFacts {
  const said = { kind, number: null, nationality, visaSeen: false }
  if (kind === 'passport')
    return {
      ...said,
      issuer: nationality,
      issuingArea: null,
      check: { outcome: 'green', code: 'MRZ' },
      lastDay: null,
      register: 'none',
      handedOver: null,
    }
  const issuer = issuerOf(nationality, law) ?? null
  const ours = issuer === state
  return {
    ...said,
    issuer,
    issuingArea,
    check: { outcome: 'green', code: 'OK' },
    lastDay: null,
    register: ours ? 'active' : issuer === null ? 'unknown' : 'partner',
    handedOver: ours ? true : null,
  }
}

/** What only an officer sees or knows. */
const unsaid = { photo: 'not-said', care: null, accompanied: null, watch: [], referral: null, decided: null } as const satisfies Partial<
  Facts['person']
>

/** The same person and pass at another moment. `age` on that day; `tolled` as they are known then. */
export type Moved = Pick<Asked, 'at' | 'direction' | 'purpose' | 'vehicle' | 'age'> & Scene & { readonly tolled: readonly CivilDate[] }
export function movedFacts(known: Facts, { at, direction, purpose, vehicle, age, point, quotas, tolled }: Moved): Facts {
  const stay = known.stay === null || known.stay === 'unknown' ? known.stay : { ...known.stay, tolled }
  return { ...known, at, arrival: null, direction, purpose, vehicle, point, quotas, stay, person: { ...known.person, age } }
}

/** Facts as a resident may be answered by them: nothing of the watchlist, of a referral, of what an officer noted, or of where and when the pass was last. */
export function toldFacts(facts: Facts): Facts {
  const stay = facts.stay === null || facts.stay === 'unknown' ? facts.stay : { ...facts.stay, minutesMin: null, lastPoint: null, lastAt: null }
  return { ...facts, stay, person: { age: facts.person.age, ...unsaid } }
}

/** The gate's own verdict on what may be told. */
export const decidePublicly = (facts: Facts, book: RuleBook): Verdict => decideVerdict(toldFacts(facts), book)

/** Nothing stands in the way: neither the verdict nor a rule that the way home or care set aside. */
export const isFree = ({ outcome, findings }: Verdict): boolean => outcome !== 'refuse' && findings.every(({ effect }) => effect !== 'refuse')

/** The first of these instants at which nothing stands in the way; undefined: none of them. */
export function firstFree(instants: Iterable<Instant>, factsAt: (at: Instant) => Facts, book: RuleBook): Instant | undefined {
  for (const at of instants) if (isFree(decidePublicly(factsAt(at), book))) return at
  return undefined
}

export type StayTold = {
  readonly lawfulUntil: CivilDate
  readonly tolled: readonly CivilDate[]
  readonly lastDay: CivilDate
  readonly daysLeft: number
}
/** Days left of an open stay with a last day, `today` counted; null: none. */
export function stayTold({ stay }: Pick<Facts, 'stay'>, tolled: readonly CivilDate[], today: CivilDate): StayTold | null {
  if (stay === null || stay === 'unknown' || stay.state !== 'open' || stay.lawfulUntil === null) return null
  const { until: lastDay, tolled: counted } = lastLawfulDay({ ...stay, lawfulUntil: stay.lawfulUntil }, tolled)
  let daysLeft = 0
  for (let day = today; day <= lastDay; day = addDays(day, 1)) daysLeft += 1
  return { lawfulUntil: stay.lawfulUntil, tolled: counted, lastDay, daysLeft }
}

/** As the record does: tolled days are looked for from the day on that is the last one without them. */
export const needsTolled = (facts: Facts): boolean => facts.stay !== null && facts.stay !== 'unknown' && mayBeTolled(facts, facts.stay)
