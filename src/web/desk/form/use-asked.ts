import { ageOn, borderZone, civilDateAt, type Instant } from '../../../kernel/time.ts'
import type { ReplacementCause } from '../../../passes/application.rules.ts'
import { asksResidence, caseKindOf, notSeen } from '../../../passes/papers.rules.ts'
import type { InstanceAnswer } from '../../../passes/passes.api.ts'
import { useAreas } from '../queries.ts'
import { isExtension } from './about-pass.ts'
import { type Draft, papersOf } from './draft.ts'
import { agesOn, papersOn } from './law.ts'
import { readTypedDate } from './typed-date.ts'

/** What the form asks for, by what stands in it: a guardian for a child, a district where the province has any. */
export function useAsked(draft: Draft, instance: InstanceAnswer) {
  const areas = useAreas(instance.state).data ?? []
  const today = civilDateAt(instance.now as Instant, borderZone)
  const ages = agesOn(instance.state, today)
  const birthDate = readTypedDate(draft.birthDate)
  const asked = {
    guardian: ages !== undefined && birthDate !== undefined && birthDate <= today && ageOn(birthDate, today) < ages.guardianUnder,
    district: areas.some(({ parent }) => parent === draft.province),
  }
  const { cause } = draft
  const kind = cause === '' ? 'new' : isExtension(cause) ? 'extension' : caseKindOf('replacement', cause as ReplacementCause)
  const lines = papersOn(instance.state, { kind, date: today, birthDate: birthDate ?? null })
  const isHomeAsked = asksResidence(lines)
  const isHomeUnproved = isHomeAsked && (draft.livesSince.trim() === '' || draft.proofDate.trim() === '')
  const missing = { lines: notSeen(lines, papersOf(draft)), isHomeUnproved }
  return {
    lines,
    isHomeAsked,
    missing,
    isMissing: missing.lines.length > 0 || isHomeUnproved,
    today,
    ages,
    asked,
    homeArea: draft.district || (asked.district ? '' : draft.province),
  }
}
