import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may, relationsOf } from '../identity/authority.rules.ts'
import type { Action } from '../identity/authority-lists.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import type { AreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'
import { inTransaction, rollBackOn, type Tx } from '../platform/database.ts'
import { pagesAdded } from './add-pages.ts'
import { type Application, findApplication, findPhoto, updateApplication } from './application.store.ts'
import { type Issuing, inNameOf } from './issuing.ts'
import { findPass, findReason, findRegistered, type Pass, type RegisteredPass } from './pass.queries.ts'
import { passStateAt } from './pass.rules.ts'
import { assessHands } from './separation.rules.ts'
import { signedHolder } from './signed-holder.ts'

export type PassWithPhoto = { readonly pass: Pass; readonly portrait: Buffer }

/** A pass with its photo, to somebody who may `action` it; reading it is itself kept. Another office's answers as one that does not exist. */
export function readPass(issuing: Issuing, actor: Actor, number: string, action: Action): Promise<Outcome<PassWithPhoto>> {
  return inTransaction(issuing.database, inNameOf(issuing, actor), (tx) => read(tx, actor, number, action, issuing.now()))
}

export type PassInFile = (Pass | RegisteredPass) & { readonly pagesAdded: number; readonly reason: string | null }

/** A pass of whatever model, as the register has it. What was signed here has more to tell. */
export function readRegistered(issuing: Issuing, actor: Actor, number: string): Promise<Outcome<PassInFile>> {
  return inTransaction<Outcome<PassInFile>>(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const at = issuing.now()
    const found = (await findPass(tx, number)) ?? (await findRegistered(tx, number))
    if (!found || !may(actor.grants, 'pass.read', areaPlace(found.office), at).ok) return refuse('pass.not-here')
    await recordRead(tx, { account: actor.account, subject: found.number, place: found.office, at })
    return accept({ ...found, pagesAdded: await pagesAdded(tx, found.personId, found.number), reason: await findReason(tx, found) })
  })
}

/** The same for the printer: other hands than those that took, approved or signed the case. The first printer's are kept. */
export function printPass(issuing: Issuing, actor: Actor, number: string): Promise<Outcome<PassWithPhoto>> {
  return rollBackOn(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const found = await readToPrint(tx, actor, number, issuing.now())
    if (!found.ok) return found
    const { application } = found.value
    if (application.hands.printedBy === null) await updateApplication(tx, application.id, { printed_by: actor.account })
    return found
  })
}

export type PassToPrint = PassWithPhoto & { readonly application: Application }

/** What is to be printed, and its case. A refusal leaves nothing behind, so that others of a list can go on. */
export async function readToPrint(tx: Tx, actor: Actor, number: string, at: Instant): Promise<Outcome<PassToPrint>> {
  const found = await look(tx, actor, number, 'pass.print', at)
  if (!found.ok) return found
  const { pass } = found.value
  // Over or suspended: a page of it is of no use to anybody.
  if (passStateAt(pass, at) !== 'active') return refuse('pass.not-active', { about: { number: pass.number } })
  const application = await findApplication(tx, pass.applicationId)
  if (!application) return refuse('pass.not-here')
  const hands = assessHands(actor, 'print', application.hands, application.applicant)
  if (!hands.ok) return hands
  // A page names whom the code names: where that cannot be read, there is none to print.
  if (!signedHolder(pass.qrText)) return refuse('print.page-failed')
  await recordRead(tx, { account: actor.account, subject: pass.number, place: pass.office, at })
  return accept({ ...found.value, application })
}

async function read(tx: Tx, actor: Actor, number: string, action: Action, at: Instant): Promise<Outcome<PassWithPhoto>> {
  const found = await look(tx, actor, number, action, at)
  if (found.ok) await recordRead(tx, { account: actor.account, subject: found.value.pass.number, place: found.value.pass.office, at })
  return found
}

async function look(tx: Tx, actor: Actor, number: string, action: Action, at: Instant): Promise<Outcome<PassWithPhoto>> {
  const pass = await findPass(tx, number.toUpperCase())
  if (!pass) return noSigned(tx, actor, number.toUpperCase(), action, at)
  if (!may(actor.grants, action, areaPlace(pass.office), at).ok) return refuse('pass.not-here')
  const photo = await findPhoto(tx, pass.photoId)
  if (!photo) return refuse('pass.not-here')
  return accept({ pass, portrait: photo.portrait })
}

/** An older pass has no photo and no page: whoever may see it is told so, everybody else that there is none. */
async function noSigned(tx: Tx, actor: Actor, number: string, action: Action, at: Instant): Promise<Outcome<PassWithPhoto>> {
  const registered = await findRegistered(tx, number)
  return refuse(registered && may(actor.grants, action, areaPlace(registered.office), at).ok ? 'pass.legacy' : 'pass.not-here')
}

/** The LIKE pattern of offices whose passes the caller may count: the one asked for, or the widest of their own. */
export function countableOffices(actor: Actor, office: AreaCode | undefined, now: Instant): Outcome<string> {
  if (office !== undefined) {
    const allowed = may(actor.grants, 'pass.count', areaPlace(office), now)
    return allowed.ok ? accept(office) : allowed
  }
  const patterns = actor.grants.flatMap(({ role, place }) => {
    const where = relationsOf(role, 'pass.count')
    if (where.includes('national') && place.kind === 'state') return [`${place.id}:%`]
    if (where.includes('own-province') && place.kind === 'province') return [`${place.id}%`]
    return where.includes('own-district') && place.kind !== 'state' ? [place.id] : []
  })
  const [widest] = patterns.toSorted((a, b) => a.length - b.length || a.localeCompare(b))
  return widest === undefined ? refuse('authority.place') : accept(widest)
}
