/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { isStateCode, nationalityOf, states } from '../../../kernel/code.ts'
import type { Language } from '../../../kernel/language.ts'
import { crossWords } from '../../../words/can-i-cross.ts'
import { stateWords } from '../../../words/states.ts'
import { Field, SelectField } from '../residents/parts.tsx'
import { nameIn, useAreas } from '../residents/use-lists.ts'
import { useStates } from '../residents/use-states.ts'
import type { Question } from './question.ts'

type Props = { question: Question; state: string; language: Language; onChange: (more: Partial<Question>) => void }

/** What an order may ask for besides: a nationality, the province that issued the pass, an age. Nobody has to say it. */
export function MoreAboutMe({ question, state, language, onChange }: Props) {
  const [isOther, setOther] = useState(false)
  const areas = useAreas(language)
  const home = isStateCode(state) ? nationalityOf[state] : ''
  const issuer = states.find((each) => nationalityOf[each] === (question.nationality || home)) ?? ''
  return (
    <details class="later">
      <summary>{crossWords.more[language]}</summary>
      <div class="cross-more">
        <Field label={crossWords.nationality[language]} language={language}>
          {(ids) => (
            <select
              {...ids}
              data-testid="cross-nationality"
              value={isOther ? 'other' : question.nationality || home}
              onChange={({ currentTarget: { value } }) => {
                setOther(value === 'other')
                onChange({ nationality: value === 'other' ? '' : value, issuingArea: '' })
              }}
            >
              {states.map((each) => (
                <option key={each} value={nationalityOf[each]}>
                  {stateWords[each][language]}
                </option>
              ))}
              <option value="other">{crossWords.otherNationality[language]}</option>
            </select>
          )}
        </Field>
        {isOther && <OtherNationality nationality={question.nationality} onChange={onChange} language={language} />}
        {question.as !== 'passport' && issuer && (
          <Field label={crossWords.issuedIn[language]} language={language}>
            {(ids) => (
              <select
                {...ids}
                data-testid="cross-area"
                value={question.issuingArea}
                onChange={({ currentTarget }) => onChange({ issuingArea: currentTarget.value })}
              >
                <option value="">{crossWords.notSaid[language]}</option>
                {areas
                  .filter(({ code }) => code.startsWith(`${issuer}:`) && code.length === 5)
                  .map(({ code, name }) => (
                    <option key={code} value={code}>
                      {nameIn(name, language, issuer)}
                    </option>
                  ))}
              </select>
            )}
          </Field>
        )}
        <Field label={crossWords.age[language]} language={language}>
          {(ids) => (
            <input
              {...ids}
              data-testid="cross-age"
              inputMode="numeric"
              autoComplete="off"
              maxLength={3}
              value={question.age}
              onInput={({ currentTarget }) => onChange({ age: currentTarget.value.trim() })}
            />
          )}
        </Field>
      </div>
    </details>
  )
}

type OtherProps = { nationality: string; language: Language; onChange: (more: Partial<Question>) => void }

/** Everybody else, by the names of their states. */
function OtherNationality({ nationality, language, onChange }: OtherProps) {
  const neighbours: readonly string[] = states.map((each) => nationalityOf[each])
  const choices = useStates('stateChoices', language).filter(({ value }) => !neighbours.includes(value))
  return (
    <SelectField
      name="cross-state"
      label={crossWords.state[language]}
      none={crossWords.notSaid[language]}
      value={nationality}
      onValue={(value) => onChange({ nationality: value })}
      choices={choices}
      language={language}
    />
  )
}
