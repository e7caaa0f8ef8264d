import { deskWords } from '../../../words/desk.ts'
import { ProblemNotice, Waiting } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { problemOf, useInstance, useOffices } from '../queries.ts'
import { useWords } from './language.tsx'
import { OfficeSelect } from './office-select.tsx'

export function ChooseOffice() {
  const { say } = useWords()
  const queries = [useInstance(), useOffices()]
  const problem = queries.map(({ error }) => problemOf(error)).find((found) => found !== undefined)
  const known = queries.every(({ data }) => data !== undefined)
  return (
    <>
      <PageHead title={say(deskWords.chooseOffice)} lead={say(deskWords.chooseOfficeWhy)} />
      {problem && <ProblemNotice problem={problem} onRetry={() => queries.forEach((query) => void query.refetch())} />}
      {!problem && !known && <Waiting />}
      {known && (
        <div className="card choose-office">
          <OfficeSelect label={say(deskWords.office)} />
        </div>
      )}
    </>
  )
}
