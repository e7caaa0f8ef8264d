/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import type { CrossAnswer } from '../../../movements/can-i-cross.api.ts'
import { crossWords } from '../../../words/can-i-cross.ts'
import { ask, type Problem } from '../../api.ts'
import { orderPoints } from '../point-list.ts'
import { namesOf } from '../point-words.ts'
import { Field, Trouble } from '../residents/parts.tsx'
import { useInstance, usePoints } from '../residents/use-lists.ts'
import { WhenButtons } from '../when-buttons.tsx'
import { CrossingAnswer } from './answer.tsx'
import './cross.css'
import { MoreAboutMe } from './more-about-me.tsx'
import { MyPass } from './my-pass.tsx'
import { type As, addressOfQuestion, firstQuestion, type Question, ways } from './question.ts'
import { VehicleFields, WayButtons } from './way-fields.tsx'

type Asked = { readonly answer: CrossAnswer | undefined; readonly problem: Problem | undefined; readonly busy: boolean }

/** Which point, when, as whom: three taps, and the answer stands below. */
export function CrossPage({ language }: { language: Language }) {
  const points = orderPoints(usePoints(language))
  const instance = useInstance(language)
  const skewMs = useRef(0)
  if (instance && skewMs.current === 0) skewMs.current = Date.parse(instance.now) - Date.now()
  const nowMs = () => Date.now() + skewMs.current
  const [question, setQuestion] = useState(() => firstQuestion(new URLSearchParams(location.search).get('point') ?? ''))
  const change = (more: Partial<Question>) => setQuestion((before) => ({ ...before, ...more }))
  const [mine, setMine] = useState<CrossAnswer | undefined>(undefined)
  const asked = useAnswer(instance ? addressOfQuestion(question, nowMs()) : undefined, question, language)
  // What was said of one's own pass is of the question that it was asked with.
  // biome-ignore lint/correctness/useExhaustiveDependencies: any other question ends it
  useEffect(() => setMine(undefined), [question])
  const point = points.find((each) => each.point === question.point)
  const shown = mine ?? asked.answer
  return (
    <>
      <section class="card cross-form resident-form">
        <Field label={crossWords.which[language]} language={language}>
          {(ids) => (
            <select
              {...ids}
              data-testid="cross-point"
              value={question.point}
              onChange={({ currentTarget }) => change({ point: currentTarget.value })}
            >
              <option value="">{crossWords.chooseFirst[language]}</option>
              {points.map((each) => (
                <option key={each.point} value={each.point}>
                  {namesOf(each, language)
                    .names.map(({ text }) => text)
                    .join(' · ') || each.point}
                </option>
              ))}
            </select>
          )}
        </Field>
        <WhenButtons when={question.when} nowMs={nowMs} language={language} onWhen={(when) => change({ when })} />
        <Choices
          label={crossWords.as[language]}
          value={question.as}
          choices={ways.map((value) => ({ value, word: crossWords[value][language] }))}
          onValue={(as) => change({ as: as as As })}
        />
        {question.as === 'vehicle' && <VehicleFields question={question} language={language} onChange={change} />}
        {point && instance && (
          <WayButtons point={point} state={instance.state} direction={question.direction} language={language} onChange={change} />
        )}
        <MoreAboutMe question={question} state={instance?.state ?? ''} language={language} onChange={change} />
      </section>
      <div class="cross-answer" aria-live="polite" aria-busy={asked.busy}>
        <Trouble problem={mine ? undefined : asked.problem} language={language} />
        {shown && point && <CrossingAnswer answer={shown} question={question} points={points} language={language} />}
      </div>
      <MyPass question={question} nowMs={nowMs} language={language} onAnswer={setMine} />
    </>
  )
}

/** One of a few, each a button that says whether it is pressed. */
export function Choices<T extends string>({
  label,
  value,
  choices,
  onValue,
}: {
  label: string
  value: T
  choices: readonly { readonly value: T; readonly word: string }[]
  onValue: (value: T) => void
}) {
  return (
    <fieldset class="cross-choices">
      <legend>{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          class="cross-choice"
          data-testid={`as-${choice.value}`}
          aria-pressed={choice.value === value}
          onClick={() => onValue(choice.value)}
        >
          {choice.word}
        </button>
      ))}
    </fieldset>
  )
}

/** Asks when the question changes; an answer that comes after a later question is dropped. */
function useAnswer(address: string | undefined, question: Question, language: Language): Asked {
  const [asked, setAsked] = useState<Asked>({ answer: undefined, problem: undefined, busy: false })
  const latest = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address holds the clock, the question is what was changed
  useEffect(() => {
    latest.current += 1
    const turn = latest.current
    if (address === undefined) {
      setAsked({ answer: undefined, problem: undefined, busy: false })
      return
    }
    setAsked((before) => ({ ...before, busy: true }))
    void ask<CrossAnswer>(address, { language }).then((result) => {
      if (latest.current !== turn) return
      setAsked({ answer: result.ok ? result.value : undefined, problem: result.ok ? undefined : result.problem, busy: false })
    })
  }, [question, language, address === undefined])
  return asked
}
