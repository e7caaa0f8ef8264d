import { Button } from '@mantine/core'
import { draftWords } from '../../../words/desk-form.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import type { OfficeDraft } from './use-draft.ts'

export const draftLines = {
  empty: draftWords.kept,
  unsaved: draftWords.kept,
  saving: draftWords.saving,
  saved: draftWords.saved,
  lost: draftWords.unsaved,
  clash: draftWords.notSaved,
  refused: draftWords.notSaved,
} as const

type StatusProps = Pick<OfficeDraft, 'kept' | 'keepMine' | 'reopen' | 'putAside'> & { onClear(): void }

/** Is what was typed at the office? And what to do when somebody else went on with the same draft. */
export function DraftStatus({ kept, keepMine, reopen, putAside, onClear }: StatusProps) {
  const { say } = useWords()
  const { type, id, problem } = kept
  return (
    <div className="draft-status">
      {problem && <ProblemNotice problem={problem} />}
      {type === 'clash' && (
        <div className="actions">
          {problem?.code === 'draft.changed' && (
            <Button size="sm" onClick={reopen} data-testid="open-newer">
              {say(draftWords.openNewer)}
            </Button>
          )}
          <Button size="sm" variant="default" onClick={keepMine} data-testid="keep-mine">
            {say(draftWords.keepMine)}
          </Button>
        </div>
      )}
      <span className="soft small" data-testid="draft-status" data-draft={type}>
        {say(draftLines[type])}
      </span>
      <div className="actions">
        {id === null ? (
          <Button variant="subtle" size="sm" onClick={onClear}>
            {say(draftWords.clear)}
          </Button>
        ) : (
          type !== 'clash' && (
            <Button variant="subtle" size="sm" onClick={() => void putAside()} data-testid="put-aside">
              {say(draftWords.aside)}
            </Button>
          )
        )}
      </div>
    </div>
  )
}
