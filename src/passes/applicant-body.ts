import { type AreaCode, parseAreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, civilDateAt, parseCivilDate } from '../kernel/time.ts'
import { isKnownArea } from '../places/registry.rules.ts'
import type { Applicant } from './applicant.rules.ts'
import type { PassServices } from './pass-services.ts'
import type { ApplicantBody } from './passes.api.ts'

/** An office and an applicant as a form sends them → with areas of the registry and a date of the calendar. */
export function readApplicant(
  services: PassServices,
  body: { readonly office: string; readonly applicant: ApplicantBody },
): Outcome<{ office: AreaCode; applicant: Applicant }> {
  const [office, applicant] = [parseAreaCode(body.office), readPerson(services, body.applicant)]
  if (!office) return refuse('area.unknown')
  return applicant.ok ? accept({ office, applicant: applicant.value }) : applicant
}

/** The person alone. */
export function readPerson(services: PassServices, applicant: ApplicantBody): Outcome<Applicant> {
  const [homeArea, birthDate] = [parseAreaCode(applicant.homeArea), parseCivilDate(applicant.birthDate)]
  if (!homeArea || !isKnownArea(services.registry.current, homeArea, civilDateAt(services.now(), borderZone))) return refuse('area.unknown')
  if (!birthDate) return refuse('applicant.birth-date', { about: { field: 'birthDate' } })
  return accept({ ...applicant, homeArea, birthDate, familyBook: applicant.familyBook ?? null })
}
