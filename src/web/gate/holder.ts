import type { PassClaims } from '../../credential/claims.ts'
import type { Language } from '../../kernel/language.ts'
import type { PreviewAnswer } from '../../movements/movements.api.ts'
import { lastDayOf } from '../../movements/presented.rules.ts'
import type { PassModel } from '../../passes/pass.rules.ts'

/** The person as the code or the register names them. */
export type Holder = {
  readonly number: string
  readonly localName: string
  readonly localLanguage: Language
  readonly latinName: string
  /** 'YYYY-MM-DD'. */
  readonly birthDate: string
  readonly sex: number
  /** With its state: "KH:0102". */
  readonly homeArea: string
  readonly lastDay: string
  /** An older model has no code and no photo: the booklet itself is looked at. */
  readonly model: PassModel
  readonly face:
    | { readonly type: 'code'; readonly webP: Uint8Array }
    | { readonly type: 'register'; readonly number: string; readonly point: string }
    | null
  /** False: of a key that is not known; to look at, not to believe. */
  readonly verified: boolean
}

export const holderOfClaims = (claims: PassClaims, verified: boolean): Holder => ({
  number: claims.number,
  localName: claims.localName,
  localLanguage: claims.localLanguage === 'khm' ? 'km' : 'th',
  latinName: `${claims.familyName.toUpperCase()} ${claims.givenName}`,
  birthDate: claims.birthDate,
  sex: claims.sex,
  homeArea: `${claims.issuer}:${claims.homeArea}`,
  lastDay: lastDayOf(claims.expiresAt),
  model: 'qr',
  face: claims.photo ? { type: 'code', webP: claims.photo } : null,
  verified,
})

/** `point`: where the pass is presented, which its photo is asked for by. */
export const holderOfRegister = (holder: NonNullable<PreviewAnswer['holder']>, point: string): Holder => ({
  number: holder.number,
  localName: holder.localName,
  localLanguage: holder.homeArea.startsWith('TH') ? 'th' : 'km',
  latinName: `${holder.familyName.toUpperCase()} ${holder.givenName}`,
  birthDate: holder.birthDate,
  sex: holder.sex,
  homeArea: holder.homeArea,
  lastDay: holder.lastDay,
  model: holder.model,
  face: holder.model === 'qr' ? { type: 'register', number: holder.number, point } : null,
  verified: true,
})
