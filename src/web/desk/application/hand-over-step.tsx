import { Button, Radio } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { bookletWords, handOverWords } from '../../../words/office.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { SignaturePad } from '../mark/signature-pad.tsx'
import { isSigned, pictureOf, type Stroke } from '../mark/strokes.ts'
import { ThumbMark } from '../mark/thumb-mark.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { Icon } from '../parts/icon.tsx'
import { Portrait } from '../parts/person.tsx'
import { applicationKey } from '../queries.ts'
import { BecomeNext } from './become-next.tsx'
import type { StepProps } from './next-step.tsx'

type Kind = 'signature' | 'thumb'

/** The face compared, the mark set, the booklet in the hand. */
export function HandOverStep({ application, onChanged }: StepProps) {
  const { say } = useWords()
  const client = useQueryClient()
  const command = useCommand<Application>()
  const [kind, setKind] = useState<Kind>('signature')
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const [thumb, setThumb] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { id, applicant, booklet } = application
  const isSet = kind === 'signature' ? isSigned(strokes) : thumb !== ''

  async function handOver() {
    setMissing(!isSet)
    if (!isSet) return
    const mark = kind === 'signature' ? await pictureOf(strokes) : thumb
    const changed = await command.send(`/api/v1/applications/${id}/hand-over`, { kind, mark })
    if (changed) onChanged(changed)
    // Refused, it may have ended meanwhile: the case says so itself.
    else void client.invalidateQueries({ queryKey: applicationKey(id) })
  }
  return (
    <>
      <p>{say(handOverWords.lead)}</p>
      <div className="hand-over-person">
        <Portrait of={`applications/${id}`} person={applicant} size="large" />
        <Facts facts={[[say(bookletWords.booklet), booklet && <span className="code price">{booklet}</span>]]} />
      </div>
      <Radio.Group label={say(handOverWords.kind)} value={kind} onChange={(value) => setKind(value as Kind)}>
        <div className="choices">
          {(['signature', 'thumb'] as const).map((each) => (
            <Radio key={each} value={each} label={say(handOverWords[each])} data-testid={`mark-${each}`} />
          ))}
        </div>
      </Radio.Group>
      {kind === 'signature' ? <SignaturePad strokes={strokes} onStrokes={setStrokes} /> : <ThumbMark picture={thumb} onPicture={setThumb} />}
      <p className="field-error" aria-live="polite">
        {isMissing && !isSet ? say(handOverWords.needed) : ''}
      </p>
      {command.problem && <ProblemNotice problem={command.problem} />}
      {command.problem?.code.startsWith('authority.') && <BecomeNext action="pass.hand-over" application={application} />}
      <Button
        size="xl"
        fullWidth
        leftSection={<Icon name="check" />}
        loading={command.pending}
        onClick={() => void handOver()}
        data-testid="hand-over"
      >
        {say(handOverWords.handOver)}
      </Button>
    </>
  )
}
