import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { applicationWords, deskWords } from '../../../words/desk.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useHeadName, useInstrumentTitle } from '../names.ts'
import { ProblemNotice } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { MandateNumber } from '../parts/mandate-number.tsx'
import { problemOf, useEligibility, useOffices } from '../queries.ts'

/** Whose mandate the step would stand on, as it is now; the server asks again at the step itself. Said to whoever may ask before. */
export function MandateFacts({ application }: { application: Application }) {
  const { say } = useWords()
  const instrumentTitle = useInstrumentTitle()
  const headName = useHeadName()
  const { may } = useMe()
  const offices = useOffices()
  const { office, applicant } = application
  const asked = { office, homeArea: applicant.homeArea ?? '', nationality: applicant.nationality ?? '' }
  const eligibility = useEligibility(asked, may('application.take', office))
  const problem = problemOf(eligibility.error)
  if (problem) return <ProblemNotice problem={problem} onRetry={() => void eligibility.refetch()} />
  const mandate = eligibility.data?.mandate
  const instrument = offices.data?.find(({ id }) => id === office)?.instrument
  if (!mandate) return instrument ? <Facts facts={[[say(deskWords.instrument), instrumentTitle(instrument)]]} /> : null
  return (
    <Facts
      facts={[
        [say(applicationWords.mandate), <MandateNumber key="id" id={mandate.id} />],
        [say(applicationWords.holder), headName(mandate.holder, office)],
        [say(deskWords.instrument), instrumentTitle(mandate.instrument)],
      ]}
    />
  )
}
