import { ProblemNotice } from '../parts/answered.tsx'
import { problemOf, useEligibility } from '../queries.ts'

/** An office whose mandate ended takes nothing: said before anything is typed, with the rule and the instrument that ended it. */
export function OfficeStanding({ office, nationality }: { office: string; nationality: string }) {
  const asked = useEligibility({ office, homeArea: office, nationality })
  const problem = problemOf(asked.error)
  return problem?.code.startsWith('mandate.') ? <ProblemNotice problem={problem} /> : null
}
