import { Button } from '@mantine/core'
import { draftWords } from '../../../words/desk-form.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { draftLines } from './draft-status.tsx'
import type { Correction } from './use-correction.ts'

/** Is what was typed at the office? And what to do when somebody else corrects the same case. */
export function CorrectionStatus({ kept: { type, problem }, open, keepMine }: Correction) {
  const { say } = useWords()
  return (
    <div className="draft-status">
      {problem && <ProblemNotice problem={problem} />}
      {type === 'clash' && (
        <div className="actions">
          <Button size="sm" onClick={() => void open()} data-testid="open-newer">
            {say(draftWords.openNewer)}
          </Button>
          <Button size="sm" variant="default" onClick={() => void keepMine()} data-testid="keep-mine">
            {say(draftWords.mineInstead)}
          </Button>
        </div>
      )}
      <span className="soft small" data-testid="draft-status" data-draft={type}>
        {say(draftLines[type])}
      </span>
    </div>
  )
}
