import type { PassVerdict } from '../credential/verify.ts'
import { parseAreaCode } from '../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt, instantOfMs, parseCivilDate } from '../kernel/time.ts'
import type { MrzDocument } from '../passports/read-mrz.rules.ts'
import type { PresentedDocument } from './record.rules.ts'

/** A scanned code as the verdict sees it, on the tablet and on the server. Only claims whose signature held speak; those of an unknown key are shown, never used. */
export function presentedOf({ outcome, code, claims, bearer, unverified }: PassVerdict): PresentedDocument {
  // What is no pass at all is answered before it gets here; should it, it counts as false.
  const check = { outcome: outcome === 'neutral' ? 'red' : outcome, code } as const
  const said = claims ?? bearer
  if (!said || unverified) return { ...nothingSaid, check }
  return {
    ...nothingSaid,
    issuer: said.issuer,
    number: said.number,
    nationality: said.nationality,
    issuingArea: parseAreaCode(`${said.issuer}:${typeof said.office === 'number' ? String(said.office).padStart(4, '0') : said.office}`) ?? null,
    birthDate: parseCivilDate(said.birthDate) ?? null,
    bearer: { local: said.localName, given: said.givenName, family: said.familyName, sex: said.sex },
    check,
    lastDay: lastDayOf(said.expiresAt),
  }
}

/** A border pass of which nothing is known yet. */
export const nothingSaid = {
  kind: 'border-pass',
  issuer: null,
  number: null,
  nationality: null,
  issuingArea: null,
  birthDate: null,
  bearer: null,
  mark: null,
  lastDay: null,
  visaSeen: false,
} as const satisfies Partial<PresentedDocument>

/** `expiresAt` in epoch seconds is the first moment the pass is no longer good. */
export const lastDayOf = (expiresAt: number): CivilDate => civilDateAt(instantOfMs((expiresAt - 1) * 1000), borderZone)

/** A passport by its lines; a specimen is no document. The officer holds it: what the lines say was not signed. */
export function presentedPassport(mrz: MrzDocument): PresentedDocument {
  return {
    ...nothingSaid,
    kind: 'passport',
    issuer: mrz.issuer,
    number: mrz.number,
    nationality: mrz.nationality,
    birthDate: mrz.birthDate,
    bearer: { local: null, given: mrz.givenName, family: mrz.familyName, sex: mrz.sex === 'M' ? 1 : mrz.sex === 'F' ? 2 : 3 },
    check: { outcome: 'green', code: 'MRZ' },
    lastDay: mrz.expiresOn,
  }
}
