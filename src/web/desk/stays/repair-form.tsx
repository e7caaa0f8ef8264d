import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { handBases } from '../../../stays/repair.rules.ts'
import type { StayAnswer } from '../../../stays/stays.api.ts'
import { basisWords, stayWords } from '../../../words/stays.ts'
import { useCommand } from '../command.ts'
import { readTypedDate } from '../form/typed-date.ts'
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
  const text = (field: keyof typeof typed) => ({
    value: typed[field],
    maxLength: 500,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [field]: event.currentTarget.value }),
    'data-testid': `repair-${field}`,
  })
  async function repair(event: FormEvent) {
    event.preventDefault()
    const { day, time, point, basis, evidence } = typed
    const at = `${readTypedDate(day) ?? '0000-00-00'}T${time.trim().padStart(5, '0')}+07:00`
    if (await command.send('/api/v1/stays/repair', { ...documentOf(sought), stay: stay.number, at, point, basis, evidence })) anew()
  }
  return (
    <form className="stack" onSubmit={(event) => void repair(event)} noValidate>
      <h3>{say(stayWords.repair)}</h3>
      <div className="fields">
        <TextInput label={say(stayWords.day)} {...text('day')} />
        <TextInput label={say(stayWords.time)} {...text('time')} placeholder="08:30" />
        <NativeSelect
          label={say(stayWords.point)}
          {...text('point')}
          data={(points.data ?? []).map(({ point }) => ({ value: point, label: pointName(point) }))}
        />
        <NativeSelect label={say(stayWords.basis)} {...text('basis')} data={handBases.map((value) => ({ value, label: say(basisWords[value]) }))} />
        <TextInput label={say(stayWords.evidence)} className="wide" {...text('evidence')} />
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
