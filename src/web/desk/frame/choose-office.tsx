import { deskWords } from '../../../words/desk.ts'
import { workWords } from '../../../words/work.ts'
import { Empty, ProblemNotice, Waiting } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { problemOf, useInstance, useOffices } from '../queries.ts'
import { useWords } from './language.tsx'
import { useOfficeChoice } from './office.tsx'
import { OfficeSelect } from './office-select.tsx'

/** Stands in place of an office's screen until it is known which office. */
export function ChooseOffice() {
  const { say } = useWords()
  const { offices, isLoading } = useOfficeChoice()
  const queries = [useInstance(), useOffices()]
  const problem = queries.map(({ error }) => problemOf(error)).find((found) => found !== undefined)
  if (problem) return <ProblemNotice problem={problem} onRetry={() => queries.forEach((query) => void query.refetch())} />
  if (isLoading) return <Waiting />
  if (offices.length === 0) return <Empty>{say(workWords.noOffice)}</Empty>
  return (
    <>
      <PageHead title={say(deskWords.chooseOffice)} lead={say(deskWords.chooseOfficeWhy)} />
      <div className="card choose-office">
        <OfficeSelect label={say(deskWords.office)} />
      </div>
    </>
  )
}
