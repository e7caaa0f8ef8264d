import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CivilDate } from '../../../kernel/time.ts'
import type { StayAnswer } from '../../../stays/stays.api.ts'
import { formatDate } from '../../../words/dates.ts'
import { formWords } from '../../../words/desk-form.ts'
import { decisionWords } from '../../../words/instruments.ts'
import { stayWords } from '../../../words/stays.ts'
import { useCommand } from '../command.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { documentOf, useAskStaysAnew } from './stay-queries.ts'
import type { Sought } from './stays-page.tsx'

/** Extends a stay on our ground; of our own nationals abroad, notes what the neighbour told them. */
export function ExtendForm({ sought, stay }: { sought: Sought; stay: StayAnswer }) {
  const { say, language } = useWords()
  const command = useCommand<object>()
  const anew = useAskStaysAnew()
  const [reason, setReason] = useState('')
  const [day, setDay] = useState('')
  const [isTried, setTried] = useState(false)
  const told = readTypedDate(day)
  const isMissing = reason.trim() === '' || (stay.ours && !told)
  async function extend(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (isMissing) return
    if (await command.send('/api/v1/stays/extension', { ...documentOf(sought), reason, ...(stay.ours && { toldUntil: told }) })) anew()
  }
  return (
    <form className="stack" onSubmit={(event) => void extend(event)} noValidate>
      <div className="fields">
        <TextInput
          label={say(stayWords.reason)}
          value={reason}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isTried && reason.trim() === '' ? say(formWords.needed) : undefined}
          data-testid="extend-reason"
        />
        {stay.ours && (
          <TextInput
            label={say(stayWords.toldUntil)}
            description={say(stayWords.dayHint)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={day}
            maxLength={20}
            autoComplete="off"
            onChange={(event) => setDay(event.currentTarget.value)}
            error={isTried && !told ? say(decisionWords.badDate) : undefined}
            data-testid="extend-told"
          />
        )}
      </div>
      {command.problem && <ProblemNotice problem={command.problem} />}
      <div className="actions">
        <Button type="submit" loading={command.pending} data-testid="extend">
          {stay.ours ? say(stayWords.note) : say(stayWords.extendTo, { day: formatDate((stay.extendsTo ?? '') as CivilDate, language) })}
        </Button>
      </div>
    </form>
  )
}
