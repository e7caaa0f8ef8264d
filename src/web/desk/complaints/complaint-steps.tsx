import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type AreaCode, provinceOf } from '../../../kernel/code.ts'
import type { ComplaintAnswer } from '../../../portal/portal.api.ts'
import { deskWords } from '../../../words/desk.ts'
import { complaintDeskWords as words } from '../../../words/resident-cases.ts'
import { useHandName } from '../application/hand-name.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { ReasonDialog, useKeptText } from '../parts/reason-dialog.tsx'

type StepProps = { readonly complaint: ComplaintAnswer; onChanged(answer: ComplaintAnswer): void }

const answerMax = 2000

/** What may be done now, by whoever has it in hand; an answer that was given stands where it was written. */
export function ComplaintSteps({ complaint, onChanged }: StepProps) {
  const { say } = useWords()
  const { me, may } = useMe()
  const nameOf = useHandName(provinceOf(complaint.place as AreaCode))
  const { state, takenBy, answer } = complaint
  const mayAnswer = may('complaint.answer', complaint.place)
  const isOthers = state === 'in-hand' && takenBy !== me.id
  if (answer !== null)
    return (
      <section className="card" aria-labelledby="answer-title">
        {/* What was closed without an answer has its reason there. */}
        <h2 id="answer-title">{say(state === 'closed' ? deskWords.reason : words.answer)}</h2>
        <p className="written" data-testid="complaint-answer">
          {answer}
        </p>
      </section>
    )
  return (
    <section className="card next-step stack" aria-labelledby="next-title">
      <h2 id="next-title">{say(words.next)}</h2>
      {isOthers && (
        <p className="next-action" data-testid="others-hands">
          {say(words.others, { name: nameOf(takenBy) ?? say(words.colleague) })}
        </p>
      )}
      {!mayAnswer && <p>{say(words.toRead)}</p>}
      {mayAnswer && state === 'received' && <Take complaint={complaint} onChanged={onChanged} />}
      {mayAnswer && state === 'in-hand' && !isOthers && <GiveAnswer complaint={complaint} onChanged={onChanged} />}
      {mayAnswer && !isOthers && <Close complaint={complaint} onChanged={onChanged} />}
    </section>
  )
}

function Take({ complaint, onChanged }: StepProps) {
  const { say } = useWords()
  const command = useCommand<ComplaintAnswer>()
  async function take() {
    const taken = await command.send(`/api/v1/complaints/${complaint.id}/taking`, {})
    if (taken) onChanged(taken)
  }
  return (
    <>
      <p>{say(words.takeLead)}</p>
      {command.problem && <ProblemNotice problem={command.problem} />}
      <Button onClick={() => void take()} loading={command.pending} data-testid="take-complaint">
        {say(words.take)}
      </Button>
    </>
  )
}

function GiveAnswer({ complaint, onChanged }: StepProps) {
  const { say } = useWords()
  const command = useCommand<ComplaintAnswer>()
  const [text, setText] = useKeptText('answer')
  const [isMissing, setMissing] = useState(false)
  async function send(event: FormEvent) {
    event.preventDefault()
    if (text.trim() === '') {
      setMissing(true)
      return document.getElementById('complaint-answer')?.focus()
    }
    const answered = await command.send(`/api/v1/complaints/${complaint.id}/answer`, { answer: text.trim() })
    if (answered) onChanged(answered)
  }
  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <p data-testid="in-my-hands">{say(words.mine)}</p>
      <Textarea
        id="complaint-answer"
        label={say(words.answer)}
        description={say(words.answerHint)}
        rows={6}
        maxLength={answerMax}
        value={text}
        error={isMissing && text.trim() === '' ? say(words.answerNeeded) : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        data-testid="answer-text"
      />
      {command.problem && <ProblemNotice problem={command.problem} />}
      <div>
        <Button type="submit" loading={command.pending} data-testid="send-answer">
          {say(words.sendAnswer)}
        </Button>
      </div>
    </form>
  )
}

function Close({ complaint, onChanged }: StepProps) {
  const { say } = useWords()
  const command = useCommand<ComplaintAnswer>()
  const [isAsking, setAsking] = useState(false)
  async function close(answer: string) {
    const closed = await command.send(`/api/v1/complaints/${complaint.id}/closing`, { answer })
    if (closed) onChanged(closed)
  }
  return (
    <>
      <div>
        <Button
          variant="subtle"
          color="refuse"
          onClick={() => {
            command.forget()
            setAsking(true)
          }}
          data-testid="close-complaint"
        >
          {say(words.close)}
        </Button>
      </div>
      {isAsking && (
        <ReasonDialog
          title={say(words.closeTitle)}
          lead={say(words.closeLead)}
          action={say(words.close)}
          danger
          pending={command.pending}
          problem={command.problem}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => void close(reason)}
        />
      )}
    </>
  )
}
