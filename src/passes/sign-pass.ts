import { randomInt } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { PassIssuer } from '../credential/claims.ts'
import { issuePass } from '../credential/issue.ts'
import type { StateProfile } from '../instruments/states.ts'
import type { AreaCode } from '../kernel/code.ts'
import { addDays, borderZone, type CivilDate, type ClockTime, civilDateAt, epochSeconds, type Instant, instantAt } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf } from '../platform/ids.ts'
import type { Tables } from '../platform/tables.ts'
import type { Application } from './application.store.ts'
import type { Issuing, Marking } from './issuing.ts'
import { leakedKids } from './leaked-keys/leaked-key.store.ts'
import type { Mandate } from './mandate.rules.ts'
import { passNumberOf } from './pass.rules.ts'
import { findPassStateForUpdate, insertPasses, takeStatusPlaces } from './pass.store.ts'
import { updateExtended } from './pass-state.store.ts'
import { takeNumber } from './series.store.ts'
import type { OfficeKey, SigningKeys } from './signing-keys.ts'

export type Signing = Issuing & Marking & { readonly keys: SigningKeys; readonly profile: StateProfile }

/** One approved application, looked at and locked. */
export type PassToSign = {
  readonly application: Application
  /** The small photo for the QR code: WebP bytes. */
  readonly chip: Uint8Array
  readonly lastDay: CivilDate
}
/** Under what a list's passes are signed. */
export type Under = { readonly office: AreaCode; readonly mandate: Mandate; readonly list: string; readonly at: Instant }

/** BP1's "allowed class" of a pass under the agreement: permanent and relaxed points. */
const allowedClass = 1
/** Places in one status list; a list a month keeps ten million passes in two years under half full. */
const statusPlaces = 2 ** 20

/** Makes an office's passes, in order: numbers of its series, places in the month's status list, QR texts under its key. Who may, and whether, was asked before (sign-list.ts). */
export async function signPasses(
  tx: Tx,
  signing: Signing,
  under: Under,
  passes: readonly PassToSign[],
): Promise<{ application: Application; number: string }[]> {
  const { office, at } = under
  const isExtension = ({ application }: PassToSign) => application.kind === 'extension'
  const fresh = await numberNew(
    tx,
    under,
    passes.filter((pass) => !isExtension(pass)),
  )
  const extended = await Promise.all(passes.filter(isExtension).map((pass) => sameNumber(tx, pass)))
  for (const { kid } of await leakedKids(tx)) signing.keys.retire(kid)
  const key = await signing.keys.keyOf(office, at)
  const rowsOf = (numbered: readonly Numbered[]) => Promise.all(numbered.map((pass) => rowOf(signing, under, key, pass)))
  if (fresh.length > 0) await insertPasses(tx, await rowsOf(fresh))
  if (extended.length > 0) await updateExtended(tx, await rowsOf(extended))
  return [...fresh, ...extended]
}

type Numbered = PassToSign & {
  readonly number: string
  readonly statusList: number
  readonly statusIndex: number
  readonly extensions: number
}

/** New numbers of the office's series, each with a place in the month's status list. */
async function numberNew(tx: Tx, { office, at }: Under, passes: readonly PassToSign[]): Promise<Numbered[]> {
  if (passes.length === 0) return []
  const serial = await takeNumber(tx, office, 'pass', passes.length)
  const numbered = passes.map((pass, index) => ({ ...pass, number: passNumberOf(office, serial + index) }))
  const statusList = Number(civilDateAt(at, borderZone).slice(0, 7).replace('-', ''))
  const numbers = numbered.map(({ number }) => number)
  const places = await takeStatusPlaces(tx, statusList, numbers, () => randomInt(statusPlaces))
  return numbered.map((pass) => {
    const statusIndex = places.get(pass.number)
    if (statusIndex === undefined) throw new Error('a pass without a place in its status list')
    return { ...pass, statusList, statusIndex, extensions: 0 }
  })
}

/** An extension signs the same number anew, in its old place, so that whoever revokes it strikes both. */
async function sameNumber(tx: Tx, pass: PassToSign): Promise<Numbered> {
  const number = pass.application.subjectPass ?? ''
  const subject = await findPassStateForUpdate(tx, number)
  if (!subject) throw new Error('an extension without its pass')
  const { statusList, statusIndex, extensions } = subject
  if (statusList === null || statusIndex === null) throw new Error('an older pass is replaced, never extended')
  return { ...pass, number, statusList, statusIndex, extensions: extensions + 1 }
}

async function rowOf(signing: Signing, { office, mandate, list, at }: Under, key: OfficeKey, pass: Numbered): Promise<Insertable<Tables['pass']>> {
  const { application, number, statusList, statusIndex } = pass
  const { applicant } = application
  const expiresAt = instantAt(addDays(pass.lastDay, 1), '00:00' as ClockTime, borderZone)
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
      photo: new Uint8Array(pass.chip),
      issuedAt: epochSeconds(at),
      expiresAt: epochSeconds(expiresAt),
      status: { index: statusIndex, uri: `${signing.profile.statusLists}${statusList}` },
      office: office.slice(3),
      extensionCount: pass.extensions,
      allowedClass,
    },
    key.signer,
  )
  return {
    cell: cellOf(application.personId),
    number,
    person_id: application.personId,
    application_id: application.id,
    state: 'active',
    issuer: signing.state,
    office,
    mandate: mandate.id,
    nationality: applicant.nationality,
    home_area: applicant.homeArea,
    allowed_class: allowedClass,
    extension_count: pass.extensions,
    issued_on: civilDateAt(at, borderZone),
    issued_at: at,
    expires_at: expiresAt,
    status_list: statusList,
    status_index: statusIndex,
    signer_kid: key.trusted.kid,
    qr_text: qrText,
    signing_list: list,
    handed_over_at: null,
  }
}
