import { randomInt } from 'node:crypto'
import type { PassIssuer } from '../credential/claims.ts'
import { issuePass } from '../credential/issue.ts'
import type { StateProfile } from '../instruments/states.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { addDays, borderZone, type ClockTime, civilDateAt, epochSeconds, type Instant, instantAt } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { type Application, type ApplicationChange, findPhoto, takeNumber } from './application.store.ts'
import { changeApplication } from './change-application.ts'
import type { Issuing } from './issuing.ts'
import { mandatesOf } from './mandate.queries.ts'
import { assessMandate, type Mandate } from './mandate.rules.ts'
import { findLivePass } from './pass.queries.ts'
import { lastValidDay, passNumberOf } from './pass.rules.ts'
import { expireOldPasses, insertPass, takeStatusPlace } from './pass.store.ts'
import type { SigningKeys } from './signing-keys.ts'

export type Signing = Issuing & { readonly keys: SigningKeys; readonly profile: StateProfile }
export type SignPass = { readonly requestId: CommandId; readonly actor: string; readonly application: HolderBoundId }

/** BP1's "allowed class" of a pass under the agreement: permanent and relaxed points. */
const allowedClass = 1
/** Places in one status list; a list a month keeps ten million passes in two years under half full. */
const statusPlaces = 2 ** 20

/** Signs an approved application's pass: the mandate must give the office the power `sign`, for this area, at the server's time of signing. */
export async function signPass(signing: Signing, command: SignPass): Promise<Outcome<Application>> {
  return changeApplication(signing, command, 'sign', 'PassSigned', async (tx, application) => {
    const now = signing.now()
    const mandate = assessMandate(await mandatesOf(tx, application.office), { power: 'sign', area: application.applicant.homeArea, now })
    if (!mandate.ok) return mandate
    await expireOldPasses(tx, application.personId, now)
    const live = await findLivePass(tx, application.personId, now)
    if (live) return refuse('applicant.has-live-pass', { about: { number: live.number } })
    return accept(await makePass(tx, signing, application, mandate.value, now))
  })
}

async function makePass(
  tx: Tx,
  signing: Signing,
  application: Application,
  mandate: Mandate,
  now: Instant,
): Promise<Omit<ApplicationChange, 'state'>> {
  const { applicant } = application
  const issuedOn = civilDateAt(now, borderZone)
  const expiresAt = instantAt(addDays(lastValidDay(signing.law, signing.state, issuedOn), 1), '00:00' as ClockTime, borderZone)
  const number = passNumberOf(application.office, await takeNumber(tx, application.office, 'pass'))
  const list = Number(issuedOn.slice(0, 7).replace('-', ''))
  const index = await takeStatusPlace(tx, list, number, () => randomInt(statusPlaces))
  const key = await signing.keys.keyOf(application.office, now)
  const photo = await findPhoto(tx, application.photoId)
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
      photo: photo && new Uint8Array(photo.chip),
      issuedAt: epochSeconds(now),
      expiresAt: epochSeconds(expiresAt),
      status: { index, uri: `${signing.profile.statusLists}${list}` },
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
    issued_at: now,
    expires_at: expiresAt,
    status_list: list,
    status_index: index,
    signer_kid: key.trusted.kid,
    qr_text: qrText,
  })
  return { signed_at: now, signed_by: mandate.holder, mandate: mandate.id, pass_number: number }
}
