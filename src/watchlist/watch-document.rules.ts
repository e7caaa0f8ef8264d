import { isStateCode, nationalityOf } from '../kernel/code.ts'
import { normalNumber } from '../persons/name-key.rules.ts'

export type WatchDocument = { readonly issuer: string; readonly number: string }

/** "KH" and "KHM" are one issuer: ISO 3166-1 alpha-3, as passports have it. */
export const normalIssuer = (text: string): string => {
  const issuer = text.trim().toUpperCase()
  return isStateCode(issuer) ? nationalityOf[issuer] : issuer
}

/** "KHM/N0123456": what one paper is known by, however its number was typed. */
export const documentKey = ({ issuer, number }: WatchDocument): string => `${normalIssuer(issuer)}/${normalNumber(number)}`

/** The same for signs that eyes and cameras take for each other: O and 0, I and 1. */
export const lookalikeKey = (key: string): string => {
  const at = key.indexOf('/')
  return key.slice(0, at) + key.slice(at).replaceAll('O', '0').replaceAll('I', '1')
}
