import { type Law, lawOn } from '../instruments/law.rules.ts'
import type { StateCode } from '../kernel/code.ts'
import { latinDigits } from '../kernel/digits.ts'
import type { ProblemCode } from '../kernel/problem.ts'
import { addYears, type CivilDate, type Instant } from '../kernel/time.ts'
import { checkDigit } from '../passports/check-digit.rules.ts'

/** What the pass is made as: ours with a code, or one of the older models, which stand in the register until they end. */
export const passModels = ['qr', 'legacy-yellow', 'legacy-blue'] as const
export type PassModel = (typeof passModels)[number]
export const legacyModels = ['legacy-yellow', 'legacy-blue'] as const satisfies readonly PassModel[]
export type LegacyModel = (typeof legacyModels)[number]

export const passStates = ['active', 'suspended', 'revoked', 'replaced', 'expired'] as const
export type PassState = (typeof passStates)[number]
/** `replace` is done by signing the pass that takes its place; the others by somebody. */
export const passCommands = ['suspend', 'resume', 'revoke', 'replace'] as const
export type PassCommand = (typeof passCommands)[number]
/** What somebody does to a pass; replacing it is the new pass's signature (sign-pass.ts). */
export type GivenCommand = Exclude<PassCommand, 'replace'>
export const givenCommands = ['suspend', 'resume', 'revoke'] as const satisfies readonly GivenCommand[]

/** State × command → the next state, or why not. */
export const passTransitions = {
  active: { suspend: 'suspended', resume: 'pass.not-suspended', revoke: 'revoked', replace: 'replaced' },
  suspended: { suspend: 'pass.already-suspended', resume: 'active', revoke: 'revoked', replace: 'replaced' },
  revoked: { suspend: 'pass.already-revoked', resume: 'pass.already-revoked', revoke: 'pass.already-revoked', replace: 'pass.already-revoked' },
  replaced: { suspend: 'pass.already-replaced', resume: 'pass.already-replaced', revoke: 'pass.already-replaced', replace: 'pass.already-replaced' },
  expired: { suspend: 'pass.not-active', resume: 'pass.not-active', revoke: 'revoked', replace: 'pass.not-active' },
} as const satisfies Record<PassState, Record<PassCommand, PassState | ProblemCode>>

export function nextPassState(state: PassState, command: PassCommand): { state: PassState } | { problem: ProblemCode } {
  const answer: PassState | ProblemCode = passTransitions[state][command]
  return isState(answer) ? { state: answer } : { problem: answer }
}
const isState = (answer: PassState | ProblemCode): answer is PassState => (passStates as readonly string[]).includes(answer)

/** Its state at an instant: whose last day is over is expired, though the register writes that only when its holder gets the next one. */
export const passStateAt = ({ state, expiresAt }: { readonly state: PassState; readonly expiresAt: Instant }, at: Instant): PassState =>
  !isPassOver(state) && expiresAt <= at ? 'expired' : state

/** Over for good: no command makes it good again. */
const over = { active: false, suspended: false, revoked: true, replaced: true, expired: true } as const satisfies Record<PassState, boolean>
export const isPassOver = (state: PassState): boolean => over[state]

/** The last day a pass issued on `issuedOn` is good: two years on, less a day, since the day of issue counts. */
export function lastValidDay(law: Law, issuer: StateCode, issuedOn: CivilDate): CivilDate {
  const years = lawOn(law, 'pass.validity', issuer, issuedOn)?.value.yearsMax ?? 0
  return Temporal.PlainDate.from(addYears(issuedOn, years)).subtract({ days: 1 }).toString() as CivilDate
}

/** A pass number: state, the office's area digits, six digits of its series, one check digit. "KH0110" + "000042" + check. */
export function passNumberOf(officeId: string, serial: number): string {
  const body = `${officeId.replace(':', '').padEnd(6, '0')}${String(serial).padStart(6, '0')}`
  return body + checkDigit(body)
}

/** Catches a mistyped or swapped character of a typed number: ICAO 9303-3 §4.9, weights 7-3-1, letters count from A = 10. */
export const isPassNumberTyped = (number: string): boolean => /^[A-Z]{2}\d{11}$/.test(number) && checkDigit(number.slice(0, -1)) === number.slice(-1)

/** A number as somebody typed it, without what people put between its parts, and in plain digits: "๑๒/๒๕๖๖" and "12-2566" are one. Undefined: no number of a pass. */
export function plainPassNumber(typed: string): string | undefined {
  const plain = latinDigits(typed)
    .toUpperCase()
    .replace(/[\s./-]/g, '')
  return /^[A-Z0-9]{1,16}$/.test(plain) ? plain : undefined
}
