import type { Actor } from '../identity/actor.rules.ts'
import type { Action, Role } from '../identity/authority-lists.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import type { AreaCode } from '../kernel/code.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import type { OnRecord } from './applicant-of-pass.ts'
import type { Application } from './application.store.ts'
import { rolesReaching, shown } from './fields.rules.ts'
import type { Flag } from './flags.rules.ts'
import type { Pass, RegisteredPass } from './pass.queries.ts'
import type { PassModel, PassState } from './pass.rules.ts'
import type { PassInFile } from './read-pass.ts'

/** The caller's roles by which they reach a case of this office: those alone say which fields are told. */
export const rolesAt = (actor: Actor, action: Action, office: AreaCode, now: Instant): Role[] =>
  rolesReaching(actor.grants, action, areaPlace(office), now)

/** An application as these roles see it, with the day on which it is due and what became of its pass. */
export function applicationShown(
  roles: readonly Role[],
  { applicant, personId: _person, photoId: _photo, pass: _pass, ...told }: Application,
  now: { readonly dueOn: CivilDate | null; readonly dueProvisional: boolean; readonly passState: PassState | null },
  flags?: readonly Flag[],
) {
  const { madeUp, ...person } = applicant
  return {
    ...shown(roles, 'application', { ...told, ...now, ...(flags && { flags }) }),
    applicant: { ...shown(roles, 'person', person), madeUp },
  }
}

/** Whom a case about a pass begins with, as these roles see them. */
export function applicantOfPassShown(roles: readonly Role[], { pass: { applicant, livesSince }, photo }: OnRecord) {
  const { madeUp, ...person } = applicant
  return { ...shown(roles, 'application', { livesSince }), photo, applicant: { ...shown(roles, 'person', person), madeUp } }
}

/** A pass as these roles see it. */
export function passShown(roles: readonly Role[], pass: PassInFile) {
  const { number, state, issuer, office, homeArea, issuedOn, lastDay, pagesAdded, reason } = pass
  const told = {
    number,
    state,
    issuer,
    office,
    homeArea,
    issuedOn,
    lastDay,
    pagesAdded,
    reason,
    ...('qrText' in pass ? signedPart(pass) : olderPart(pass)),
  }
  const { madeUp, ...holder } = pass.holder
  return { ...shown(roles, 'pass', told), holder: { ...shown(roles, 'person', holder), madeUp } }
}

const signedPart = ({ mandate, instrument, signedBy, qrText, applicationId }: Pass) => ({
  model: 'qr' as PassModel,
  mandate,
  instrument,
  signedBy,
  qrText,
  application: applicationId,
})
/** What nobody here signed. */
const olderPart = ({ model }: RegisteredPass) => ({ model, mandate: null, instrument: null, signedBy: null, qrText: null, application: null })
