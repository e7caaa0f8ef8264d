import './province.css'
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { provinceOf } from '../../../kernel/code.ts'
import type { ProblemCode } from '../../../kernel/problem.ts'
import type { MoveAnswer } from '../../../passes/province/province.api.ts'
import { formatNumber } from '../../../words/dates.ts'
import { sayProblem } from '../../../words/problems.ts'
import { provinceWords as words } from '../../../words/province.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useAreaName } from '../names.ts'
import { ProblemNotice } from '../parts/answered.tsx'
import { useOffices } from '../queries.ts'

type Props = { readonly office: string; readonly chosen: readonly string[]; readonly onMoved: () => void }

/** Gives the chosen cases to another office of the province, and says of each that stays why. */
export function MoveCases({ office, chosen, onMoved }: Props) {
  const { say, language } = useWords()
  const { may } = useMe()
  const areaName = useAreaName()
  const offices = useOffices()
  const [to, setTo] = useState('')
  const [answer, setAnswer] = useState<MoveAnswer>()
  const command = useCommand<MoveAnswer>()
  const province = provinceOf(office as Parameters<typeof provinceOf>[0])
  const targets = (offices.data ?? []).filter(({ id }) => id !== office && id.startsWith(province) && may('application.move', id))
  const target = to === '' ? (targets[0]?.id ?? '') : to
  const move = async () => {
    const moved = await command.send('/api/v1/application-moves', { office: target, applications: chosen })
    if (!moved) return
    setAnswer(moved)
    onMoved()
  }
  return (
    <div className="no-print">
      <div className="move-bar">
        <NativeSelect
          label={say(words.moveTo)}
          description={say(words.moveHint)}
          value={target}
          onChange={(event) => setTo(event.currentTarget.value)}
          data={targets.map(({ id }) => ({ value: id, label: areaName(id) }))}
          data-testid="move-to"
        />
        <Button onClick={() => void move()} loading={command.pending} disabled={chosen.length === 0 || target === ''} data-testid="move">
          {say(words.move, { n: formatNumber(chosen.length, language) })}
        </Button>
      </div>
      {command.problem && <ProblemNotice problem={command.problem} />}
      <div role="status">
        {answer && (
          <>
            <p data-testid="moved">{say(words.moved, { n: formatNumber(answer.moved.length, language) })}</p>
            {answer.refused.length > 0 && (
              <>
                <p>{say(words.stayed)}</p>
                <ul>
                  {answer.refused.map(({ application, code }) => (
                    <li key={application}>
                      <a href={`/desk/applications/${application}`}>{application.slice(-6)}</a>:{' '}
                      {sayProblem({ code: code as ProblemCode, about: { office: areaName(answer.office) } }, language).title}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </div>
    </div>
  )
}
