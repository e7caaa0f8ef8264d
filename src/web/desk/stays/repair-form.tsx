import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { handBases } from '../../../stays/repair.rules.ts'
import type { StayAnswer } from '../../../stays/stays.api.ts'
import { formWords } from '../../../words/desk-form.ts'
import { decisionWords } from '../../../words/instruments.ts'
import { basisWords, stayWords } from '../../../words/stays.ts'
import { useCommand } from '../command.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { readClock, readMoment } from '../form/typed-moment.ts'
import { useWords } from '../frame/language.tsx'
import { usePointName } from '../names.ts'
import { ProblemNotice } from '../parts/answered.tsx'
import { usePoints } from '../queries.ts'
import { documentOf, useAskStaysAnew } from './stay-queries.ts'
import type { Sought } from './stays-page.tsx'

/** Writes down when the end was that no gate recorded, and who says so. */
export function RepairForm({ sought, stay }: { sought: Sought; stay: StayAnswer }) {
  const { say } = useWords()
  const command = useCommand<object>()
  const anew = useAskStaysAnew()
  const [points, pointName] = [usePoints(), usePointName()]
  const [typed, setTyped] = useState({ day: '', time: '', point: stay.opened?.point ?? stay.closed?.point ?? '', basis: 'stamp', evidence: '' })
  const [isTried, setTried] = useState(false)
  const at = readMoment({ day: typed.day, clock: typed.time })
  const text = (field: keyof typeof typed) => ({
    value: typed[field],
    maxLength: 500,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [field]: event.currentTarget.value }),
    'data-testid': `repair-${field}`,
  })
  async function repair(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const { point, basis, evidence } = typed
    if (!at || evidence.trim() === '') return
    if (await command.send('/api/v1/stays/repair', { ...documentOf(sought), stay: stay.number, at, point, basis, evidence })) anew()
  }
  return (
    <form className="stack" onSubmit={(event) => void repair(event)} noValidate>
      <h3>{say(stayWords.repair)}</h3>
      <div className="fields">
        <TextInput
          label={say(stayWords.day)}
          description={say(stayWords.dayHint)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={isTried && !readTypedDate(typed.day) ? say(decisionWords.badDate) : undefined}
          {...text('day')}
        />
        <TextInput
          label={say(stayWords.time)}
          description={say(stayWords.timeHint)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={isTried && !readClock(typed.time) ? say(decisionWords.badClock) : undefined}
          {...text('time')}
        />
        <NativeSelect
          label={say(stayWords.point)}
          {...text('point')}
          data={(points.data ?? []).map(({ point }) => ({ value: point, label: pointName(point) }))}
        />
        <NativeSelect label={say(stayWords.basis)} {...text('basis')} data={handBases.map((value) => ({ value, label: say(basisWords[value]) }))} />
        <TextInput
          label={say(stayWords.evidence)}
          className="wide"
          error={isTried && typed.evidence.trim() === '' ? say(formWords.needed) : undefined}
          {...text('evidence')}
        />
      </div>
      {command.problem && <ProblemNotice problem={command.problem} />}
      <div className="actions">
        <Button type="submit" variant="default" loading={command.pending} data-testid="repair">
          {say(stayWords.repair)}
        </Button>
      </div>
    </form>
  )
}
