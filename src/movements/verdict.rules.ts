import { type InForce, type Law, type LawRule, lawOn, type PointClass } from '../instruments/law.rules.ts'
import { type InstrumentId, nationalityOf, type PointId, type StateCode } from '../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../kernel/time.ts'
import { type Direction, lawfulUntilOf, type StayFacts } from './stay.rules.ts'

/** Everything the verdict may know, and nothing else: what is not here cannot decide. Recorded with the movement, so that the verdict can be derived again. */
export type Facts = {
  /** Whose instance decides. */
  readonly state: StateCode
  readonly at: Instant
  readonly direction: Direction
  readonly document: DocumentFacts
  readonly point: PointFacts
  /** The holder's latest stay; null: none on record; 'unknown': the record could not be asked (offline). */
  readonly stay: StayFacts | null | 'unknown'
  readonly photo: 'match' | 'no-match' | 'not-said'
}

export type DocumentFacts = {
  readonly issuer: StateCode | null
  readonly number: string | null
  readonly nationality: string | null
  /** Outcome and code of the credential's check (profile BP1); TYPED: the number was typed and stands in our own register. */
  readonly check: { readonly outcome: 'green' | 'amber' | 'red'; readonly code: string }
  /** Last day the document is good; null where nothing genuine says so. */
  readonly lastDay: CivilDate | null
  /** What the issuer's register says: ours is asked, a partner's speaks through its status list ('partner'); 'unknown': offline. */
  readonly register: 'active' | 'suspended' | 'revoked' | 'replaced' | 'expired' | 'absent' | 'partner' | 'unknown'
  /** Whether our register knows the pass handed over; null: it is not ours, or could not be asked. Absent: recorded under version 1 of `document.standing`, which did not ask. */
  readonly handedOver?: boolean | null
}

export type PointFacts = {
  readonly id: PointId
  readonly class: PointClass | null
  /** To whom it is open at `at`. */
  readonly openTo: 'everyone' | 'national-going-home' | 'nobody'
  readonly instruments: readonly InstrumentId[]
}

/** Weakest to strongest. */
export const outcomes = ['admit', 'admit-with-flag', 'refer', 'refuse'] as const
export type VerdictOutcome = (typeof outcomes)[number]

/**
 * Each rule's version: raised when its code changes, so that an old verdict names the rule that really decided it. Facts recorded under an earlier version
 * are decided by that version again: their form says which one it was.
 */
export const ruleVersions = {
  'document.genuine': 1,
  'document.standing': 2,
  'document.validity': 1,
  'document.classes': 1,
  'point.open': 1,
  'person.photo': 1,
  'stay.days': 1,
  'stay.matched': 1,
  'home.never-refused': 1,
} as const
export type RuleId = keyof typeof ruleVersions

/** One rule's word: its effect alone, and why. `reason` is a code of the closed list below. */
export type Finding = {
  readonly rule: RuleId
  readonly version: number
  readonly effect: VerdictOutcome
  readonly reason: Reason
  readonly instruments: readonly InstrumentId[]
}

export const reasons = [
  'genuine', 'not-genuine', 'not-verified', 'number-typed',
  'standing', 'suspended', 'revoked', 'replaced', 'not-registered', 'standing-unknown', 'not-handed-over',
  'valid', 'expired', 'not-yet-valid',
  'class-accepted', 'class-not-accepted',
  'open', 'open-for-going-home', 'closed',
  'face-differs',
  'stay-granted', 'in-time', 'late-own-national', 'late-foreigner',
  'exit-missing', 'entry-missing', 'record-unknown',
  'arrived-late',
  'going-home',
] as const // biome-ignore format: one line per rule
export type Reason = (typeof reasons)[number]

export type Verdict = {
  readonly outcome: VerdictOutcome
  readonly findings: readonly Finding[]
  /** Last lawful day of the stay this movement opens; null when it opens none. */
  readonly lawfulUntil: CivilDate | null
  readonly law: { readonly agreement: string; readonly version: number }
}

/** The one verdict function, for browser and server. Total over its facts; the strongest finding decides, and nobody is refused the way home. */
export function decideVerdict(facts: Facts, law: Law): Verdict {
  const findings = [genuine, standing, validity, classes, open, photo, stay].flatMap((rule) => rule(facts, law))
  const strongest = findings.reduce<VerdictOutcome>((most, finding) => stronger(most, finding.effect), 'admit')
  const softened = strongest === 'refuse' && mayBeGoingHome(facts) ? [...findings, softening(findings, law)] : findings
  const outcome = softened === findings ? strongest : (softened.at(-1)?.effect ?? 'refer')
  const opens =
    (outcome === 'admit' || outcome === 'admit-with-flag') && !isHomeward(facts) && !softened.some(({ reason }) => reason === 'arrived-late')
  return {
    outcome,
    findings: softened,
    lawfulUntil: opens ? lawfulUntilOf(law, hostOf(facts, law), facts.at) : null,
    law: { agreement: law.agreement, version: law.version },
  }
}

export const isOwnNational = (facts: Facts): boolean => facts.document.nationality === nationalityOf[facts.state]
/** Homeward: a national's entry, a foreigner's exit. The other way opens a stay. */
export const isHomeward = (facts: Facts): boolean => (isOwnNational(facts) ? facts.direction === 'entry' : facts.direction === 'exit')
/** Nobody's nationality is known from a false document: at the entry it may be our own. */
const mayBeGoingHome = (facts: Facts): boolean => (facts.document.nationality === null ? facts.direction === 'entry' : isHomeward(facts))
/** On whose ground the stay is: a national's exit leads to the neighbour. */
const hostOf = (facts: Facts, law: Law): StateCode =>
  isOwnNational(facts) ? (law.parties.find((party) => party !== facts.state) ?? facts.state) : facts.state

const stronger = (a: VerdictOutcome, b: VerdictOutcome): VerdictOutcome => (outcomes.indexOf(b) > outcomes.indexOf(a) ? b : a)

function finding(rule: RuleId, effect: VerdictOutcome, reason: Reason, instruments: readonly InstrumentId[]): Finding {
  return { rule, version: ruleVersions[rule], effect, reason, instruments }
}

const instrumentOf = <R extends LawRule>(row: InForce<R> | undefined, law: Law): readonly InstrumentId[] => [row?.instrument ?? law.instrument]
const dayOf = (facts: Facts): CivilDate => civilDateAt(facts.at, borderZone)

/** Codes of a credential whose signature held: what is wrong lies in its dates or its standing, which have rules of their own. */
const dated: readonly string[] = ['EXPIRED', 'NOT_YET']
const struck: readonly string[] = ['REVOKED', 'SUSPENDED']

function genuine(facts: Facts, law: Law): Finding[] {
  const { outcome, code } = facts.document.check
  const cite = [law.instrument]
  if (code === 'TYPED') return [finding('document.genuine', 'admit', 'number-typed', cite)]
  if (outcome === 'green' || dated.includes(code) || struck.includes(code)) return [finding('document.genuine', 'admit', 'genuine', cite)]
  return outcome === 'amber'
    ? [finding('document.genuine', 'refer', 'not-verified', cite)]
    : [finding('document.genuine', 'refuse', 'not-genuine', cite)]
}

function standing(facts: Facts, law: Law): Finding[] {
  const { register, check, handedOver } = facts.document
  const version = handedOver === undefined ? 1 : ruleVersions['document.standing']
  const said = (effect: VerdictOutcome, reason: Reason): Finding[] => [{ ...finding('document.standing', effect, reason, [law.instrument]), version }]
  if (register === 'replaced') return said('refuse', 'replaced')
  if (register === 'revoked' || check.code === 'REVOKED') return said('refuse', 'revoked')
  if (register === 'suspended' || check.code === 'SUSPENDED') return said('refuse', 'suspended')
  if (check.outcome === 'red' && !dated.includes(check.code)) return []
  // Signed, and by the register still in the office: taken from a drawer, or its hand-over was not written down. A person looks; on the way home it is noted.
  if (handedOver === false && register !== 'absent') return said(isHomeward(facts) ? 'admit-with-flag' : 'refer', 'not-handed-over')
  switch (register) {
    case 'absent':
      // Signed with a good key, but never entered: an insider's pass, or a lost record. A person looks.
      return said('refer', 'not-registered')
    case 'unknown':
      return said('admit-with-flag', 'standing-unknown')
    case 'active':
    case 'expired':
    case 'partner':
      return said('admit', 'standing')
  }
}

function validity(facts: Facts, law: Law): Finding[] {
  const { check, lastDay, issuer } = facts.document
  if (check.outcome === 'red' && !dated.includes(check.code) && !struck.includes(check.code)) return []
  const cite = instrumentOf(issuer === null ? undefined : lawOn(law, 'pass.validity', issuer, dayOf(facts)), law)
  if (check.code === 'NOT_YET') return [finding('document.validity', 'refuse', 'not-yet-valid', cite)]
  if (check.code === 'EXPIRED' || (lastDay !== null && dayOf(facts) > lastDay)) return [finding('document.validity', 'refuse', 'expired', cite)]
  return lastDay === null ? [] : [finding('document.validity', 'admit', 'valid', cite)]
}

function classes(facts: Facts, law: Law): Finding[] {
  const row = lawOn(law, 'document.classes', facts.state, dayOf(facts))
  const accepted = facts.point.class !== null && (row?.value.borderPass.includes(facts.point.class) ?? false)
  const cite = instrumentOf(row, law)
  return [accepted ? finding('document.classes', 'admit', 'class-accepted', cite) : finding('document.classes', 'refuse', 'class-not-accepted', cite)]
}

function open(facts: Facts): Finding[] {
  const { openTo, instruments } = facts.point
  if (openTo === 'everyone') return [finding('point.open', 'admit', 'open', instruments)]
  if (openTo === 'national-going-home' && facts.document.nationality !== null && isHomeward(facts))
    return [finding('point.open', 'admit', 'open-for-going-home', instruments)]
  return [finding('point.open', 'refuse', 'closed', instruments)]
}

function photo(facts: Facts, law: Law): Finding[] {
  return facts.photo === 'no-match' ? [finding('person.photo', 'refer', 'face-differs', [law.instrument])] : []
}

function stay(facts: Facts, law: Law): Finding[] {
  if (facts.document.nationality === null) return []
  const row = lawOn(law, 'stay.days', hostOf(facts, law), dayOf(facts))
  const cite = instrumentOf(row, law)
  if (facts.stay === 'unknown') return [finding('stay.matched', 'admit-with-flag', 'record-unknown', cite)]
  if (facts.stay?.lastAt && facts.at < facts.stay.lastAt) return [finding('stay.matched', 'admit-with-flag', 'arrived-late', cite)]
  const openStay = facts.stay?.state === 'open' ? facts.stay : null
  if (!isHomeward(facts)) {
    const granted = finding('stay.days', 'admit', 'stay-granted', cite)
    const missing = isOwnNational(facts) ? 'entry-missing' : 'exit-missing'
    return openStay ? [granted, finding('stay.matched', 'admit-with-flag', missing, cite)] : [granted]
  }
  if (!openStay) return [finding('stay.matched', 'admit-with-flag', isOwnNational(facts) ? 'exit-missing' : 'entry-missing', cite)]
  const late = openStay.lawfulUntil !== null && dayOf(facts) > openStay.lawfulUntil
  if (!late) return [finding('stay.days', 'admit', 'in-time', cite)]
  // A national's own state only warns: the clock binds in the state where the days were spent.
  return isOwnNational(facts)
    ? [finding('stay.days', 'admit-with-flag', 'late-own-national', cite)]
    : [finding('stay.days', 'refer', 'late-foreigner', cite)]
}

/** On the way home a date or a class is no bar; a false, struck or doubtful document, or a closed point, brings a person to an officer, not back. */
function softening(findings: readonly Finding[], law: Law): Finding {
  const light: readonly Reason[] = ['expired', 'not-yet-valid', 'class-not-accepted']
  const heavy = findings.some((each) => each.effect === 'refer' || (each.effect === 'refuse' && !light.includes(each.reason)))
  return finding('home.never-refused', heavy ? 'refer' : 'admit-with-flag', 'going-home', [law.instrument])
}
