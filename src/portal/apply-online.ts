import { type CommandId, parseAreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, civilDateAt } from '../kernel/time.ts'
import { assessApplicant } from '../passes/applicant.rules.ts'
import { keepOnlineDraft } from '../passes/drafts/keep-online-draft.ts'
import { assessMobile } from '../passes/messages/mobile.rules.ts'
import { preparePhoto } from '../passes/photo.ts'
import { isKnownArea } from '../places/registry.rules.ts'
import { readBirthDate } from './born.rules.ts'
import type { ApplyOnlineBody } from './portal.api.ts'
import { asResident, holder, type Portal } from './portal-services.ts'

/** Keeps a resident's own application at the office, to go on with at the counter. The number follows it at once, and later the application that it becomes. */
export async function applyOnline(portal: Portal, address: string, body: ApplyOnlineBody): Promise<Outcome<{ number: string }>> {
  const asked = await portal.limits.ofAddress(address)
  if (!asked.ok) return asked
  const [office, homeArea] = [parseAreaCode(body.office), parseAreaCode(body.applicant.homeArea)]
  if (!office || !homeArea || !isKnownArea(portal.registry.current, homeArea, civilDateAt(portal.now(), borderZone))) return refuse('area.unknown')
  const birthDate = readBirthDate(body.applicant.birthDate)
  if (!birthDate) return refuse('applicant.birth-date', { about: { field: 'birthDate' } })
  const mobile = assessMobile(portal.state, portal.messages !== 'off', body.mobile)
  if (!mobile.ok) return mobile
  const applicant = { ...body.applicant, homeArea, birthDate, familyBook: body.applicant.familyBook ?? null }
  // A slip that the form can tell is no writing: many people share one address, and nobody uses up theirs by mistyping.
  const assessed = assessApplicant(portal.law, portal.state, office, applicant, civilDateAt(portal.now(), borderZone))
  if (!assessed.ok) return assessed
  // Decoding costs the most: who writes without end is stopped before it.
  const written = await portal.limits.ofWriting(address)
  if (!written.ok) return written
  const photo = await preparePhoto(Buffer.from(body.photo, 'base64'))
  if (!photo.ok) return photo
  const kept = await keepOnlineDraft(portal, {
    requestId: body.requestId as CommandId,
    office,
    applicant,
    portrait: photo.value.portrait,
    replaces: body.replaces ? { ...body.replaces, number: body.replaces.number.toUpperCase() } : null,
    mobile: mobile.value,
    madeUp: portal.mode === 'demonstration',
    scope: asResident(portal),
    by: holder,
    waitingMax: portal.parameters('portal.online-drafts-of-an-office-max', portal.now()),
  })
  return kept.ok ? accept(kept.value) : kept
}
