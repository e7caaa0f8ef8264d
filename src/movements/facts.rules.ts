import type { Law, PointClass } from '../instruments/law.rules.ts'
import { type AreaCode, type CommandId, nationalityOf, type PointId, type StateCode } from '../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../kernel/time.ts'
import type { Vehicle } from '../kernel/vehicle.ts'
import type { SideAt } from '../places/opening.rules.ts'
import type { Direction, DocumentKind, Order, Purpose, Traveller } from '../places/order.rules.ts'
import type { StayFacts } from './stay.rules.ts'

/** Everything the verdict may know, and nothing else: what is not here cannot decide. Recorded with the movement, so that the verdict can be derived again. */
export type Facts = {
  /** Which rules read them: those of the first form had no orders (verdict-first.rules.ts). */
  readonly form: 2
  /** Rules that came later read this one: of passes lent (2), of what an order's sessions of now ask for (3), of what a decision on a referral judged, of a way too short that is told late and of closing by orders of the own way alone (4). What was recorded before them, or before there were any, derives again without them. */
  readonly edition?: 2 | 3 | 4
  /** Whose instance decides. */
  readonly state: StateCode
  readonly at: Instant
  /** When the record heard of it, and how many hours later nothing is said of that; absent: within them, or recorded before anybody asked. */
  readonly told?: { readonly at: Instant; readonly hoursMax: number }
  /** When this person reached the line, if before `at`: by the first scan, or by the ticket in their hand. Openings are decided by it. */
  readonly arrival: { readonly at: Instant; readonly by: 'first-scan' | 'ticket' } | null
  readonly direction: Direction
  readonly document: DocumentFacts
  readonly point: PointFacts
  readonly purpose: Purpose | null
  readonly vehicle: Vehicle | null
  /** Places of the sessions now that have a quota, as taken before this movement. */
  readonly quotas: readonly QuotaFacts[]
  /** The holder's latest stay; null: none on record; 'unknown': the record could not be asked (offline). */
  readonly stay: (StayFacts & StayCircumstances) | null | 'unknown'
  readonly person: PersonFacts
}

export type DocumentFacts = {
  readonly kind: DocumentKind
  readonly issuer: string | null
  readonly number: string | null
  readonly nationality: string | null
  /** The office that issued a pass. */
  readonly issuingArea: AreaCode | null
  /** Outcome and code of the credential's check (profile BP1); TYPED: the number was typed and stands in our own register; MRZ: a passport's lines, whose check digits hold. */
  readonly check: { readonly outcome: 'green' | 'amber' | 'red'; readonly code: string }
  /** Last day the document is good; null where nothing genuine says so. */
  readonly lastDay: CivilDate | null
  /** What the issuer's register says: ours is asked, a partner's speaks through its status list ('partner'); 'unknown': offline. A passport has none here. */
  readonly register: 'active' | 'suspended' | 'revoked' | 'replaced' | 'expired' | 'absent' | 'partner' | 'unknown' | 'none'
  /** By our register, whether the office handed it over; null where our register does not say. */
  readonly handedOver: boolean | null
  /** A foreigner's visa, where one is asked for: seen by the officer. */
  readonly visaSeen: boolean
}

/** `sides` as they stood at the arrival. */
export type PointFacts = { readonly id: PointId; readonly class: PointClass | null; readonly sides: readonly SideAt[] }
/** Sides that are shut by their own hours, with no order in their place. */
export const shutByOwnHours = ({ sides }: PointFacts): readonly StateCode[] =>
  sides.filter(({ open, active, orders }) => active && !open && orders.length === 0).map(({ state }) => state)
export type QuotaFacts = { readonly order: string; readonly session: number; readonly used: number }

/** What the place and the record add to a stay: days on which orders kept every way home shut, and the least time from the last point. */
export type StayCircumstances = { readonly tolled: readonly CivilDate[]; readonly minutesMin: number | null }

/** Why an officer takes somebody aside, whatever the documents say. */
export const cares = ['asylum', 'trafficking', 'child-alone', 'medical', 'other'] as const
export type Care = (typeof cares)[number]

export type PersonFacts = {
  /** Whole years at the movement; null: no document says. */
  readonly age: number | null
  readonly photo: 'match' | 'no-match' | 'not-said'
  readonly care: Care | null
  /** Of a child: has it somebody with it; null: not said. */
  readonly accompanied: boolean | null
  /** Entries of the watchlist that came near; 'unknown': offline. */
  readonly watch: readonly { readonly entry: string; readonly kind: string; readonly strength: string }[] | 'unknown'
  /** An earlier referral of this holder that nobody decided yet. */
  readonly referral: CommandId | null
  /** The referral on which somebody in charge decided to let this person pass now. */
  readonly decided: CommandId | null
  /** What that referral was for; of entries of the watchlist, only while all that come near were among them. Absent: no decision was found. */
  readonly judged?: readonly string[]
}

/** What facts are judged by: the law in force, and the orders they name. */
export type RuleBook = { readonly law: Law; readonly orders: ReadonlyMap<string, Order> }

export const dayOf = (facts: { readonly at: Instant }): CivilDate => civilDateAt(facts.at, borderZone)
export const otherState = (state: StateCode, { parties }: Law): StateCode => parties.find((party) => party !== state) ?? state
type Way = { readonly state: StateCode; readonly direction: Direction; readonly document: { readonly nationality: string | null } }
export const isOwnNational = (facts: Way): boolean => facts.document.nationality === nationalityOf[facts.state]
/** Homeward: a national's entry, a foreigner's exit. The other way opens a stay. */
export const isHomeward = (facts: Way): boolean => (isOwnNational(facts) ? facts.direction === 'entry' : facts.direction === 'exit')
/** Nobody's nationality is known from a false document: at the entry it may be our own. */
export const mayBeGoingHome = (facts: Way): boolean => (facts.document.nationality === null ? facts.direction === 'entry' : isHomeward(facts))
/** From a stay's last lawful day on, on the way home: orders that kept the way shut may give it more days. */
export const mayBeTolled = (
  facts: Way & { readonly at: Instant },
  stay: { readonly state: string; readonly lawfulUntil: CivilDate | null },
): boolean => isHomeward(facts) && stay.state === 'open' && stay.lawfulUntil !== null && dayOf(facts) >= stay.lawfulUntil
/** On whose ground the stay is: a national's exit leads to the neighbour. */
export const hostOf = (facts: Way, law: Law): StateCode => (isOwnNational(facts) ? otherState(facts.state, law) : facts.state)

/** The person as orders see them. */
export const travellerOf = (facts: Facts, law: Law): Traveller => ({
  nationality: facts.document.nationality,
  document: facts.document.kind,
  issuingArea: facts.document.issuingArea,
  purpose: facts.purpose,
  age: facts.person.age,
  goingHome: facts.document.nationality !== null && isHomeward(facts),
  exits: facts.direction === 'exit' ? facts.state : otherState(facts.state, law),
  vehicle: facts.vehicle,
})
