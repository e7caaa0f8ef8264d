import { type AreaCode, parseAreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt, parseCivilDate } from '../kernel/time.ts'
import { isKnownArea } from '../places/registry.rules.ts'
import type { Applicant } from './applicant.rules.ts'
import { nothingSeen, type Seen } from './papers.rules.ts'
import type { PassServices } from './pass-services.ts'
import type { ApplicantBody, ApplyBody } from './passes.api.ts'

/** An office and an applicant as a form sends them → with areas of the registry and a date of the calendar. */
export function readApplicant(
  services: PassServices,
  body: { readonly office: string; readonly applicant: ApplicantBody },
): Outcome<{ office: AreaCode; applicant: Applicant }> {
  const [office, applicant] = [parseAreaCode(body.office), readPerson(services, body.applicant)]
  if (!office) return refuse('area.unknown')
  return applicant.ok ? accept({ office, applicant: applicant.value }) : applicant
}

/** What the clerk saw; the schema lets only days of the calendar's form through, and the calendar's own are asked here. */
export function seenOf({ papers = [], residence }: Pick<ApplyBody, 'papers' | 'residence'>): Seen {
  return { papers, residence: residence ? { since: dayOf(residence.since), proofOn: dayOf(residence.proofOn) } : nothingSeen.residence }
}
const dayOf = (text: string | null): CivilDate | null => (text === null ? null : (parseCivilDate(text) ?? impossibleDay))
/** 30 February: refused by the rule as a day to come. */
const impossibleDay = '9999-12-31' as CivilDate

/** The person alone. */
export function readPerson(services: PassServices, applicant: ApplicantBody): Outcome<Applicant> {
  const [homeArea, birthDate] = [parseAreaCode(applicant.homeArea), parseCivilDate(applicant.birthDate)]
  if (!homeArea || !isKnownArea(services.registry.current, homeArea, civilDateAt(services.now(), borderZone))) return refuse('area.unknown')
  if (!birthDate) return refuse('applicant.birth-date', { about: { field: 'birthDate' } })
  return accept({ ...applicant, homeArea, birthDate, familyBook: applicant.familyBook ?? null })
}
