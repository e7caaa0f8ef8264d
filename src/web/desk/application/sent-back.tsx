import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { reviewWords } from '../../../words/office.ts'
import { useWords } from '../frame/language.tsx'

/** Why somebody gave the case back last, to whoever has it now. */
export function SentBack({ application: { reason } }: { application: Pick<Application, 'reason'> }) {
  const { say } = useWords()
  if (reason === null) return null
  return (
    <div className="notice tone-flag" data-testid="sent-back">
      <div>
        <p className="small">{say(reviewWords.sentBack)}</p>
        <p className="problem-title">{reason}</p>
      </div>
    </div>
  )
}
