/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import type { FollowedRecordAnswer } from '../../../stays/contest.api.ts'
import { contestWords as words } from '../../../words/contest.ts'
import { portalWords } from '../../../words/portal.ts'
import { BirthDate, Form, TextField } from '../residents/parts.tsx'
import { useAsk } from '../residents/use-send.ts'
import { IssuerField } from './issuer-field.tsx'
import { type Proof, Record } from './record.tsx'
import './contest.css'

const empty = { number: '', birthDate: '', code: '', issuer: '' }
const plain = { autoComplete: 'off', autoCapitalize: 'characters', spellcheck: false } as const

/** Who it is, by the birth date or by the code of a refusal; then what went against them. */
export function ContestPage({ language }: { language: Language }) {
  const [by, setBy] = useState<'birth-date' | 'code'>('birth-date')
  const [typed, setTyped] = useState(empty)
  const [found, setFound] = useState<FollowedRecordAnswer | undefined>(undefined)
  const { send, busy, problem } = useAsk<FollowedRecordAnswer>(language)
  const change = (part: Partial<typeof empty>) => setTyped((before) => ({ ...before, ...part }))
  const proof: Proof = proofOf(by, typed)
  const look = async () => setFound((await send('rebuttals/follow', proof)) ?? found)
  if (found)
    return (
      <>
        <Record found={found} proof={proof} language={language} onChanged={look} />
        <button type="button" class="quiet-button" onClick={() => setFound(undefined)}>
          {portalWords.another[language]}
        </button>
      </>
    )
  return (
    <Form onSend={() => void look()} busy={busy} send={portalWords.show[language]} problem={problem} language={language}>
      <p>{words.lead[language]}</p>
      <fieldset class="ways">
        <legend>{words.how[language]}</legend>
        {(['birth-date', 'code'] as const).map((way) => (
          <label key={way}>
            <input type="radio" name="way" checked={by === way} onChange={() => setBy(way)} data-testid={`by-${way}`} />
            {words[way === 'code' ? 'byCode' : 'byBirthDate'][language]}
          </label>
        ))}
      </fieldset>
      <TextField
        name="contest-number"
        label={words[by === 'code' ? 'document' : 'number'][language]}
        value={typed.number}
        onValue={(number) => change({ number })}
        input={{ ...plain, maxLength: 40 }}
        language={language}
      />
      {by === 'birth-date' ? (
        <BirthDate language={language} onValue={(birthDate) => change({ birthDate })} />
      ) : (
        <>
          <IssuerField value={typed.issuer} onValue={(issuer) => change({ issuer })} language={language} />
          <TextField
            name="contest-code"
            label={words.code[language]}
            hint={words.codeHint[language]}
            value={typed.code}
            onValue={(code) => change({ code })}
            input={{ ...plain, maxLength: 12 }}
            language={language}
          />
        </>
      )}
    </Form>
  )
}

function proofOf(by: 'birth-date' | 'code', { number, birthDate, code, issuer }: typeof empty): Proof {
  if (by === 'birth-date') return { number, birthDate }
  return { number, code, ...(issuer && { issuer }) }
}
