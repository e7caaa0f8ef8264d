import { checkDigit } from './check-digit.rules.ts'

/** A made-up TD3 zone, as an issuer writes it: digits are counted, everything else stands as it is given. */
export type MadeUpZone = {
  readonly code?: string
  readonly issuer?: string
  readonly name?: string
  readonly number?: string
  readonly nationality?: string
  readonly birth?: string
  readonly sex?: string
  readonly expiry?: string
  readonly optional?: string
}

const digit = (text: string) => text + checkDigit(text)

export function td3(zone: MadeUpZone = {}): string {
  const {
    code = 'P',
    issuer = 'KHM',
    name = 'SRUN<<SREYPOV',
    number = 'N01234567',
    birth = '900912',
    sex = 'F',
    expiry = '300101',
    optional = '',
  } = zone
  const [numberField, birthField, expiryField] = [digit(number.padEnd(9, '<')), digit(birth), digit(expiry)]
  const optionalField = digit(optional.padEnd(14, '<'))
  const upper = code.padEnd(2, '<') + issuer.padEnd(3, '<') + name.padEnd(39, '<')
  const lower = `${numberField}${(zone.nationality ?? issuer).padEnd(3, '<')}${birthField}${sex}${expiryField}${optionalField}`
  return `${upper}\n${lower}${checkDigit(numberField + birthField + expiryField + optionalField)}`
}

/** `zone` with the sign at `place` (from 1, the line break not counted) another one. */
export function withSign(zone: string, place: number, sign: string): string {
  const at = place - 1 + (zone.slice(0, place).includes('\n') ? 1 : 0)
  return zone.slice(0, at) + sign + zone.slice(at + 1)
}
