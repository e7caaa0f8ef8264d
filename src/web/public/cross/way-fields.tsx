/** @jsxImportSource preact */
import { isStateCode } from '../../../kernel/code.ts'
import type { Language } from '../../../kernel/language.ts'
import { vehicleClasses } from '../../../kernel/vehicle.ts'
import type { PointAnswer } from '../../../places/places.api.ts'
import { crossWords } from '../../../words/can-i-cross.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { vehicleClassWords } from '../../../words/sheets.ts'
import { stateWords } from '../../../words/states.ts'
import { Field } from '../residents/parts.tsx'
import { Choices } from './cross-page.tsx'
import type { Question } from './question.ts'

type Spoken = { language: Language; onChange: (more: Partial<Question>) => void }

/** "Cambodia to Thailand", or back. */
export function WayButtons({
  point,
  state,
  direction,
  language,
  onChange,
}: Spoken & { point: PointAnswer; state: string; direction: Question['direction'] }) {
  return (
    <Choices
      label={crossWords.way[language]}
      value={direction}
      choices={(['exit', 'entry'] as const).map((value) => ({ value, word: sayWay(point, state, value, language) }))}
      onValue={(chosen) => onChange({ direction: chosen })}
    />
  )
}

export function sayWay(point: PointAnswer, state: string, direction: Question['direction'], language: Language): string {
  const other = Object.keys(point.names).find((side) => side !== state) ?? ''
  const name = (side: string) => (isStateCode(side) ? stateWords[side][language] : side)
  const [from, to] = direction === 'exit' ? [state, other] : [other, state]
  return fillIn(crossWords.fromTo[language], { from: name(from), to: name(to) })
}

export const VehicleFields = ({ question, language, onChange }: Spoken & { question: Question }) => (
  <div class="cross-pair">
    <Field label={crossWords.vehicleKind[language]} language={language}>
      {(ids) => (
        <select
          {...ids}
          data-testid="cross-vehicle"
          value={question.vehicle}
          onChange={({ currentTarget }) => onChange({ vehicle: currentTarget.value })}
        >
          {vehicleClasses.map((each) => (
            <option key={each} value={each}>
              {vehicleClassWords[each][language]}
            </option>
          ))}
        </select>
      )}
    </Field>
    <Field label={crossWords.wheels[language]} language={language}>
      {(ids) => (
        <input
          {...ids}
          data-testid="cross-wheels"
          inputMode="numeric"
          autoComplete="off"
          maxLength={2}
          value={question.wheels}
          onInput={({ currentTarget }) => onChange({ wheels: currentTarget.value.trim() })}
        />
      )}
    </Field>
  </div>
)
