/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import type { CrossAnswer } from '../../../movements/can-i-cross.api.ts'
import { crossWords } from '../../../words/can-i-cross.ts'
import { BirthDate, Form, TextField } from '../residents/parts.tsx'
import { useAsk } from '../residents/use-send.ts'
import { type Question, sceneOf } from './question.ts'

type Props = { question: Question; nowMs: () => number; language: Language; onAnswer: (answer: CrossAnswer) => void }

/** The same question with one's own pass. Its number and the birth date go in a body, stay on this page, and are gone with it. */
export function MyPass({ question, nowMs, language, onAnswer }: Props) {
  const [number, setNumber] = useState('')
  const [birthDate, setBirthDate] = useState('')
  const { send, busy, problem } = useAsk<CrossAnswer>(language)
  const look = async () => {
    const scene = sceneOf(question, nowMs())
    const answer = scene && (await send('can-i-cross', { ...scene, number, birthDate }))
    if (answer) onAnswer(answer)
  }
  return (
    <details class="later card my-pass" data-testid="my-pass">
      <summary>{crossWords.withMyPass[language]}</summary>
      {question.point === '' && <p>{crossWords.chooseFirst[language]}</p>}
      <Form onSend={() => void look()} busy={busy} send={crossWords.ask[language]} problem={problem} language={language}>
        <TextField
          name="cross-number"
          label={crossWords.passNumber[language]}
          value={number}
          onValue={setNumber}
          input={{ autoComplete: 'off', autoCapitalize: 'characters', maxLength: 40 }}
          language={language}
        />
        <BirthDate language={language} onValue={setBirthDate} />
      </Form>
    </details>
  )
}
