import type { InstrumentId, PointId } from '../kernel/code.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import type { Finding } from '../movements/finding.rules.ts'
import { type RuleId, ruleVersions, type VerdictOutcome, verdictTable } from '../movements/verdict-table.rules.ts'
import type { Direction } from '../places/order.rules.ts'
import type { TolledDay } from './lawful.rules.ts'
import type { RebuttalSubject } from './rebuttal.rules.ts'

/** A reason as it is told to the person; all null: an officer wanted to look, and why is not for a telephone. */
export type ToldReason = {
  readonly rule: RuleId | null
  readonly reason: Finding['reason'] | null
  readonly effect: VerdictOutcome | null
  readonly instruments: readonly InstrumentId[]
  readonly about: NonNullable<Finding['about']>
}

export type TurnedBack = { readonly at: Instant; readonly reason: string | null }

/** What went against somebody, as they are told it. */
export type Decision = {
  readonly about: RebuttalSubject
  readonly movement: string | null
  readonly stay: number | null
  readonly at: Instant
  readonly point: PointId
  readonly direction: Direction | null
  readonly outcome: VerdictOutcome | null
  readonly reasons: readonly ToldReason[]
  /** Somebody in charge turned them back after it; the reason null: it is not for a telephone. */
  readonly turnedBack: TurnedBack | null
  readonly overstay: {
    readonly until: CivilDate
    readonly daysOver: number
    readonly tolled: readonly TolledDay[]
    /** Our own national abroad: the neighbour's clock binds, so this is a warning. */
    readonly ours: boolean
  } | null
}

/** Told at the counter, never on a screen that anybody beside the person may read: who is looked after, who is sought, who was taken aside. */
const untold: readonly RuleId[] = ['person.care', 'person.referred', 'watch.listed', 'care.never-refused', 'referral.decided']
const unsaid: ToldReason = { rule: null, reason: null, effect: null, instruments: [], about: {} }

/** The reasons that went against somebody. Those that are not told stand as one, whichever and however many they are. */
export function toldReasons(findings: readonly Finding[]): ToldReason[] {
  const against = findings.filter(({ effect }) => effect !== 'admit')
  const told = against.filter(({ rule }) => !untold.includes(rule) && Object.hasOwn(ruleVersions, rule))
  const reasons = told.map(({ rule, reason, effect, instruments, about = {} }) => {
    // Where and when the document passed last is its holder's own matter: whoever stands there may be another.
    const { last: _, point: __, ...figures } = about
    return { rule, reason, effect, instruments, about: figures }
  })
  return told.length < against.length || against.length === 0 ? [...reasons, unsaid] : reasons
}

/** Is somebody who was referred for these reasons, and is turned back, told the words of whoever decided? Where the gate's reason is not told, neither are they: a silence of its own would say which it was. */
export const isDecisionTold = (reasons: readonly string[]): boolean =>
  reasons.every((reason) => Object.hasOwn(verdictTable, reason) && !untold.includes(verdictTable[reason as keyof typeof verdictTable].rule))

/** As what a movement is contested; null: nothing went against the person. */
export const subjectOf = {
  admit: null,
  'admit-with-flag': 'flag',
  refer: 'refusal',
  refuse: 'refusal',
} as const satisfies Record<VerdictOutcome, RebuttalSubject | null>

/** Crockford's signs: none is taken for another when read out or copied. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeSigns = 8

/** The short code of a refusal, out of the mark that the instance's secret makes of it: 40 bits, as two groups of four. */
export function codeOf(mark: Uint8Array): string {
  let bits = 0n
  for (const byte of mark.subarray(0, 5)) bits = bits * 256n + BigInt(byte)
  let code = ''
  for (let sign = 0; sign < codeSigns; sign += 1) code += signs.charAt(Number((bits >> BigInt(5 * (codeSigns - 1 - sign))) & 31n))
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** As it was typed: small letters, spaces, and the letters that look like figures. Undefined: no code. */
export function parseCode(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[\s\u200B-\u200D-]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return plain.length === codeSigns && [...plain].every((sign) => signs.includes(sign)) ? `${plain.slice(0, 4)}-${plain.slice(4)}` : undefined
}
