import { randomInt } from 'node:crypto'
import type { PassIssuer } from '../credential/claims.ts'
import { issuePass } from '../credential/issue.ts'
import type { StateProfile } from '../instruments/states.ts'
import { addDays, borderZone, type CivilDate, type ClockTime, civilDateAt, epochSeconds, type Instant, instantAt } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf } from '../platform/ids.ts'
import { type Application, takeNumber } from './application.store.ts'
import type { Issuing } from './issuing.ts'
import type { Mandate } from './mandate.rules.ts'
import { passNumberOf } from './pass.rules.ts'
import { insertPass, takeStatusPlace } from './pass.store.ts'
import type { SigningKeys } from './signing-keys.ts'

export type Signing = Issuing & { readonly keys: SigningKeys; readonly profile: StateProfile }

/** One approved application, looked at and locked, and under what its pass is signed. */
export type PassToSign = {
  readonly application: Application
  /** The small photo for the QR code: WebP bytes. */
  readonly chip: Uint8Array
  readonly lastDay: CivilDate
  readonly mandate: Mandate
  readonly list: string
  readonly at: Instant
}

/** BP1's "allowed class" of a pass under the agreement: permanent and relaxed points. */
const allowedClass = 1
/** Places in one status list; a list a month keeps ten million passes in two years under half full. */
const statusPlaces = 2 ** 20

/** Makes the pass: a number of the office's series, a place in the month's status list, the QR text under the office's key. Who may, and whether, was asked before (sign-list.ts). */
export async function signPass(tx: Tx, signing: Signing, { application, chip, lastDay, mandate, list, at }: PassToSign): Promise<string> {
  const { applicant } = application
  const issuedOn = civilDateAt(at, borderZone)
  const expiresAt = instantAt(addDays(lastDay, 1), '00:00' as ClockTime, borderZone)
  const number = passNumberOf(application.office, await takeNumber(tx, application.office, 'pass'))
  const statusList = Number(issuedOn.slice(0, 7).replace('-', ''))
  const index = await takeStatusPlace(tx, statusList, number, () => randomInt(statusPlaces))
  const key = await signing.keys.keyOf(application.office, at)
  const qrText = await issuePass(
    {
      issuer: signing.state as PassIssuer,
      number,
      givenName: applicant.givenName,
      familyName: applicant.familyName,
      localName: applicant.localName,
      localLanguage: applicant.localLanguage,
      birthDate: applicant.birthDate,
      sex: applicant.sex,
      nationality: applicant.nationality,
      homeArea: applicant.homeArea.slice(3),
      photo: new Uint8Array(chip),
      issuedAt: epochSeconds(at),
      expiresAt: epochSeconds(expiresAt),
      status: { index, uri: `${signing.profile.statusLists}${statusList}` },
      office: application.office.slice(3),
      extensionCount: 0,
      allowedClass,
    },
    key.signer,
  )
  await insertPass(tx, {
    cell: cellOf(application.personId),
    number,
    person_id: application.personId,
    application_id: application.id,
    state: 'active',
    issuer: signing.state,
    office: application.office,
    mandate: mandate.id,
    nationality: applicant.nationality,
    home_area: applicant.homeArea,
    allowed_class: allowedClass,
    extension_count: 0,
    issued_on: issuedOn,
    issued_at: at,
    expires_at: expiresAt,
    status_list: statusList,
    status_index: index,
    signer_kid: key.trusted.kid,
    qr_text: qrText,
    signing_list: list,
  })
  return number
}
