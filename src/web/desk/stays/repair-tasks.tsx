import { Button } from '@mantine/core'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { RepairTaskAnswer } from '../../../stays/stays.api.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { missingWords, stayWords } from '../../../words/stays.ts'
import { useWords } from '../frame/language.tsx'
import { usePointName } from '../names.ts'
import { Answered, Empty } from '../parts/answered.tsx'
import { useAnswer } from '../queries.ts'
import type { Sought } from './stays-page.tsx'

/** Ends that no gate recorded, as tasks. */
export function RepairTasks({ onOpen }: { onOpen(sought: Sought): void }) {
  const { say, language } = useWords()
  const pointName = usePointName()
  const found = useAnswer<RepairTaskAnswer[]>('/api/v1/repairs')
  return (
    <section className="stack" aria-labelledby="tasks-title">
      <h2 id="tasks-title">{say(stayWords.tasks)}</h2>
      <Answered query={found}>
        {(tasks) =>
          tasks.length === 0 ? (
            <Empty>{say(stayWords.noTasks)}</Empty>
          ) : (
            <ul className="stay-days">
              {tasks.map((task) => {
                const end = task.opened ?? task.closed
                return (
                  <li key={`${task.document.issuer} ${task.document.number} ${task.number}`} data-testid="repair-task">
                    <span className="code">{task.document.number}</span> {say(missingWords[task.missing])}
                    <span className="second-line small">
                      {end && `${formatDateTime(end.at as Instant, borderZone, language)}, ${pointName(end.point)}`}
                    </span>
                    <Button
                      variant="default"
                      size="sm"
                      onClick={() => onOpen({ number: task.document.number ?? '', issuer: task.document.issuer ?? '' })}
                    >
                      {say(stayWords.open)}
                    </Button>
                  </li>
                )
              })}
            </ul>
          )
        }
      </Answered>
    </section>
  )
}
