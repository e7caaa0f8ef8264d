import { type PassWish, passWishes } from '../../../passes/about-pass.rules.ts'
import type { ReplacementCause } from '../../../passes/application.rules.ts'

/** A page that is about a pass leads to the form with the pass and the wish in its address. */
export const aboutPassPath = (number: string, wish: PassWish): string => `/?pass=${encodeURIComponent(number)}&wish=${wish}`

/** What such an address asks for, as the draft keeps it; undefined: it asks for nothing, or for no pass and wish there are. */
export function askedAboutPass(search: string): { replaces: string; cause: PassWish } | undefined {
  const asked = new URLSearchParams(search)
  const replaces = asked.get('pass') ?? ''
  const cause = passWishes.find((each) => each === asked.get('wish'))
  return cause && /^[A-Z0-9]{1,16}$/.test(replaces) ? { replaces, cause } : undefined
}

export const isExtension = (wish: string): boolean => wish === 'extension'

/** The part of an application that names the pass; a first pass has none. */
export function aboutPass({ cause: wish, replaces }: { readonly cause: string; readonly replaces: string }) {
  const number = replaces.replace(/[\s-]/g, '')
  if (wish === '') return {}
  return isExtension(wish) ? { extends: { number } } : { replaces: { number, cause: wish as ReplacementCause } }
}
