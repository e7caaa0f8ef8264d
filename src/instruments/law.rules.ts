import { type InstrumentId, nationalityOf, type StateCode } from '../kernel/code.ts'
import { type CivilDate, inForce } from '../kernel/time.ts'

export const pointClasses = ['permanent', 'relaxed', 'temporary'] as const
export type PointClass = (typeof pointClasses)[number]
export type Currency = 'KHR' | 'THB' | 'LAK' | 'VND'

/** What somebody comes to an office for. */
export const caseKinds = [
  'new',
  'extension',
  'replacement-lost',
  'replacement-stolen',
  'replacement-damaged',
  'replacement-wrong-data',
  'page-addition',
] as const
export type CaseKind = (typeof caseKinds)[number]
export const paperKinds = [
  'national-id',
  'birth-certificate',
  'family-book',
  'residence-book',
  'photo-4x6',
  'guardian-consent',
  'police-report',
  'border-pass',
] as const
export type PaperKind = (typeof paperKinds)[number]
/** One thing to bring: any of `oneOf`, so many. `basis` says how sure it is: a text at hand, a report, or what we take for granted until somebody confirms it. */
export type PaperLine = {
  readonly oneOf: readonly PaperKind[]
  readonly count: number
  readonly when: 'always' | 'guardian-needed'
  readonly basis: 'text' | 'report' | 'assumed'
}

/** How a host state takes a passport: its own national; exempt for so many days; a visa or another permission is to be seen; not let in by land. */
export const entryKinds = ['own', 'exempt', 'visa', 'not-admitted-here'] as const
export type EntryKind = (typeof entryKinds)[number]
/** `days` of a stay for the exempt, else null. */
export type PassportEntry = { readonly kind: EntryKind; readonly days: number | null; readonly instrument: InstrumentId }

export type Fee = { readonly amount: number; readonly currency: Currency }

/** What each rule's parameter holds. Units stand last in the names. A new agreement is a new data file with these rows, and no code. */
export type LawValues = {
  /** Issuer's longest validity from the day of issue. */
  'pass.validity': { readonly yearsMax: number }
  /** Issuer's extension; `timesMax` null: no limit is set. `daysBeforeEndMax`: not asked for earlier; left out: no text sets an earliest day. */
  'pass.extension': { readonly yearsMax: number; readonly timesMax: number | null; readonly daysBeforeEndMax?: number | undefined }
  'pass.fee': Fee
  'pass.extension-fee': Fee
  /** At which classes of crossing point the host state accepts a document. */
  'document.classes': { readonly borderPass: readonly PointClass[]; readonly passport: readonly PointClass[] }
  /** Host state's passports: the nationalities, alpha-3 as a zone is read, that have an entry of their own, and all others. */
  'passport.entry': { readonly nationalities: readonly (PassportEntry & { readonly codes: readonly string[] })[]; readonly others: PassportEntry }
  /** Host state's stay. `countEntryDay`: the day of entry is day 1. */
  'stay.days': { readonly daysPerEntry: number; readonly daysMax: number; readonly extensionsMax: number; readonly countEntryDay: boolean }
  /** Where an applicant must live. */
  'applicant.residence': { readonly areas: readonly string[] }
  /** Below the first age a child travels on a parent's pass; below the second its own pass needs a guardian. */
  'applicant.age': { readonly onParentsPassUnder: number; readonly guardianUnder: number }
  /** A home that is newer, or a paper that is older, is shown to whoever approves; nobody is refused for it. */
  'applicant.residence-proof': { readonly residenceMonthsMin: number; readonly proofMonthsMax: number }
  /** From the day after the payment of a complete application: the longest it may take, and what an office aims at. */
  'application.due': { readonly workingDaysMax: number; readonly workingDaysTarget: number }
  /** What to bring for each kind of case. */
  'application.papers': Readonly<Record<CaseKind, readonly PaperLine[]>>
  /** Of a fee, to the office that took it and to its province; 100 together. */
  'fee.split': { readonly officePercent: number; readonly provincePercent: number }
  'movement.repeat': { readonly seconds: number }
  'movement.time': { readonly futureSecondsMax: number; readonly pastDaysMax: number }
}
export type LawRule = keyof LawValues

export type Parameter = {
  readonly [R in LawRule]: {
    readonly rule: R
    /** The state whose passes, or whose ground, it is about. */
    readonly scope: StateCode
    readonly from: CivilDate
    readonly until: CivilDate | null
    readonly value: LawValues[R]
    readonly instrument: InstrumentId
    readonly note?: string
  }
}[LawRule]

/** One version of one agreement's parameters, as in data/law. */
export type Law = {
  readonly agreement: string
  readonly version: number
  readonly parties: readonly StateCode[]
  readonly instrument: InstrumentId
  readonly inForceFrom: CivilDate
  readonly parameters: readonly Parameter[]
}

export type InForce<R extends LawRule> = { readonly value: LawValues[R]; readonly instrument: InstrumentId }

/** The row of `rule` in force in `scope` on `date`; undefined when the agreement says nothing yet. */
export function lawOn<R extends LawRule>(law: Law, rule: R, scope: StateCode, date: CivilDate): InForce<R> | undefined {
  const row = law.parameters.findLast((parameter) => parameter.rule === rule && parameter.scope === scope && inForce(parameter, date))
  return row && { value: row.value as LawValues[R], instrument: row.instrument }
}

/** The other party of a two-state agreement. */
export const otherParty = (law: Law, state: StateCode): StateCode => law.parties.find((party) => party !== state) ?? state

/** Rows of one rule and scope must not overlap, and the parties must each have every rule: the faults, each a readable line. */
export function lawFaults(law: Law, rules: readonly LawRule[]): string[] {
  const faults: string[] = []
  for (const scope of law.parties)
    for (const rule of rules) {
      const rows = law.parameters
        .filter((parameter) => parameter.rule === rule && parameter.scope === scope)
        .sort((a, b) => (a.from < b.from ? -1 : 1))
      if (rows.length === 0) faults.push(`${scope} has no ${rule}`)
      rows.forEach((row, index) => {
        const next = rows[index + 1]
        const wrong = valueFault(row)
        if (wrong) faults.push(`${scope} ${rule} from ${row.from} ${wrong}`)
        if (row.until !== null && row.until <= row.from) faults.push(`${scope} ${rule} from ${row.from} ends before it starts`)
        if (next && (row.until === null || row.until > next.from)) faults.push(`${scope} ${rule} from ${row.from} overlaps ${next.from}`)
      })
    }
  return faults
}

/** What a form alone does not see in a value. */
function valueFault(row: Parameter): string | undefined {
  if (row.rule === 'fee.split' && row.value.officePercent + row.value.provincePercent !== 100) return 'does not make 100 percent'
  if (row.rule === 'application.due' && row.value.workingDaysTarget > row.value.workingDaysMax) return 'aims at more days than it allows'
  if (row.rule === 'passport.entry') return passportFault(row.value, nationalityOf[row.scope])
  return undefined
}

function passportFault({ nationalities, others }: LawValues['passport.entry'], home: string): string | undefined {
  const codes = nationalities.flatMap((entry) => entry.codes)
  const twice = codes.find((code, index) => codes.indexOf(code) !== index)
  if (twice) return `names ${twice} twice`
  const own = [...nationalities, { ...others, codes: ['others'] }].filter(({ kind }) => kind === 'own').flatMap((entry) => entry.codes)
  if (own.join() !== home) return `has not ${home} alone as its own nationals`
  const wrong = [...nationalities, others].some(({ kind, days }) => (kind === 'exempt') !== (days !== null))
  return wrong ? 'gives days to others than the exempt, or none to them' : undefined
}
