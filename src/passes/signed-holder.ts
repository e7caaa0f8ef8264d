import { claimsOfText } from '../credential/verify.ts'
import type { CivilDate } from '../kernel/time.ts'
import type { Applicant } from './applicant.rules.ts'

/** Whom a signed code names. A later case of the same person writes the register anew, and what it says nobody has signed yet. */
export type SignedHolder = Pick<Applicant, 'localName' | 'givenName' | 'familyName' | 'birthDate' | 'sex' | 'nationality'>

/** Undefined: the text is no code of a pass. */
export function signedHolder(qrText: string): SignedHolder | undefined {
  const said = claimsOfText(qrText)
  if (!said.ok) return undefined
  const { localName, givenName, familyName, birthDate, sex, nationality } = said.value
  return { localName, givenName, familyName, birthDate: birthDate as CivilDate, sex, nationality }
}

/** Does a code name somebody else than this, in any part? */
export function namesAnother(qrText: string | null, applicant: SignedHolder): boolean {
  const signed = qrText === null ? undefined : signedHolder(qrText)
  return signed === undefined || (Object.keys(signed) as (keyof SignedHolder)[]).some((field) => signed[field] !== applicant[field])
}
