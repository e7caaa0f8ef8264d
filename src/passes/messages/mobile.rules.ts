import type { Brand } from '../../kernel/brand.ts'
import type { StateCode } from '../../kernel/code.ts'
import { latinDigits } from '../../kernel/digits.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { ApplicationState } from '../application.rules.ts'

/** A mobile number in E.164: a plus, the country, the number; nothing else. */
export type Mobile = Brand<string, 'Mobile'>

/**
 * What follows the country's digits, of a mobile number: digits of landlines are refused, they take no message. Cambodia: operators' prefixes with six digits behind them or seven.
 * Thailand: nine digits from 06, 08 or 09.
 */
const plans = {
  KH: { country: '855', form: /^(?:(?:1[0-79]|6[016-9]|7[0789]|8[0-79]|9[0-589])\d{6}|(?:1[28]|3[18]|7[16]|88|9[67])\d{7})$/ },
  TH: { country: '66', form: /^[689]\d{8}$/ },
} as const satisfies Partial<Record<StateCode, { country: string; form: RegExp }>>
type Planned = keyof typeof plans
const planned = Object.keys(plans) as Planned[]

const typedMax = 40

/**
 * As people write it, in three scripts' digits, with spaces, hyphens, dots and brackets: international, or local to the state whose instance this is. A local number is never read as
 * the neighbour's: the two overlap. Undefined: no mobile number can be that.
 */
export function readMobile(home: StateCode, typed: string): Mobile | undefined {
  if (typed.length > typedMax) return undefined
  const plain = latinDigits(typed)
    // The zero that is dialled only inside the country: "+855 (0)12…".
    .replace(/\(0\)/g, '')
    .replace(/[\s\u200B-\u200D\u2010-\u2015.()-]/gu, '')
  const abroad = /^\+([1-9]\d{6,14})$/.exec(plain)?.[1] ?? /^00((?:855|66)\d{6,12})$/.exec(plain)?.[1]
  if (abroad !== undefined) {
    const country = planned.find((state) => abroad.startsWith(plans[state].country))
    return country ? inPlan(country, abroad.slice(plans[country].country.length).replace(/^0/, '')) : (`+${abroad}` as Mobile)
  }
  const own = planned.find((state) => state === home)
  const local = /^0(\d{8,9})$/.exec(plain)?.[1]
  return own && local !== undefined ? inPlan(own, local) : undefined
}

const inPlan = (state: Planned, national: string): Mobile | undefined =>
  plans[state].form.test(national) ? (`+${plans[state].country}${national}` as Mobile) : undefined

/** As one reads it aloud: "+855 12 345 678". */
export function spokenMobile(mobile: string): string {
  const state = planned.find((each) => mobile.startsWith(`+${plans[each].country}`))
  if (!state) return mobile
  const { country } = plans[state]
  const national = mobile.slice(country.length + 1)
  return `+${country} ${national.replace(/^(\d{2})(\d{3})(\d+)$/, '$1 $2 $3')}`
}

/** What a form says of it. */
export type MobileAsked = { readonly number: string; readonly consent: boolean }

/** The number to tell a person by; null: none was given, and none is needed. Without the person's yes none is kept, and none at all where nothing is sent. */
export function assessMobile(home: StateCode, isUsed: boolean, asked: MobileAsked | null | undefined): Outcome<Mobile | null> {
  if (!asked || asked.number.trim() === '') return accept(null)
  if (!isUsed) return refuse('mobile.not-used')
  const mobile = readMobile(home, asked.number)
  // No refusal says back what was typed: it is written into logs.
  if (!mobile) return refuse('mobile.unreadable')
  return asked.consent ? accept(mobile) : refuse('mobile.no-consent')
}

/** May a number still be given to this case? Not when nothing more is told of it. */
export const isOpenToMessages = (state: ApplicationState): boolean => !['draft', 'collected', 'rejected', 'withdrawn', 'lapsed'].includes(state)
