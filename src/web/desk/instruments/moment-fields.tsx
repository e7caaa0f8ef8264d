import { TextInput } from '@mantine/core'
import { formatDate } from '../../../words/dates.ts'
import { decisionWords } from '../../../words/instruments.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { readClock, type TypedMoment } from '../form/typed-moment.ts'
import { useWords } from '../frame/language.tsx'

type MomentProps = { readonly legend: string; readonly typed: TypedMoment; readonly testid: string; change(typed: TypedMoment): void }

/** Two entries for one instant: the day with its reading underneath, and the time. */
export function MomentFields({ legend, typed, testid, change }: MomentProps) {
  const { say, language } = useWords()
  const date = readTypedDate(typed.day)
  return (
    <fieldset className="moment">
      <legend>{legend}</legend>
      <TextInput
        label={say(decisionWords.day)}
        value={typed.day}
        onChange={(event) => change({ ...typed, day: event.currentTarget.value })}
        description={date && formatDate(date, language)}
        error={date ? undefined : say(decisionWords.badDate)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data-testid={`${testid}-day`}
      />
      <TextInput
        label={say(decisionWords.clock)}
        value={typed.clock}
        onChange={(event) => change({ ...typed, clock: event.currentTarget.value })}
        error={readClock(typed.clock) ? undefined : say(decisionWords.badClock)}
        inputMode="numeric"
        data-testid={`${testid}-clock`}
      />
    </fieldset>
  )
}
