import { Button } from '@mantine/core'
import type { PaperLine } from '../../../instruments/law.rules.ts'
import { paperListWords } from '../../../words/papers.ts'
import { useWords } from '../frame/language.tsx'
import { usePaperWords } from '../papers/paper-words.ts'
import { Dialog } from '../parts/dialog.tsx'

export type Missing = { readonly lines: readonly PaperLine[]; readonly isHomeUnproved: boolean }

type AskProps = { readonly missing: Missing; onTake(): void; onBack(): void }
/** A clear question before a case is taken without something: it can be, and the reviewer is told. */
export function AskMissing({ missing: { lines, isHomeUnproved }, onTake, onBack }: AskProps) {
  const { say } = useWords()
  const words = usePaperWords()
  return (
    <Dialog title={say(paperListWords.askTitle)} onClose={onBack}>
      <div className="stack" data-testid="ask-missing">
        <p>{say(paperListWords.askLead)}</p>
        {lines.length > 0 && <p className="problem-title">{say(paperListWords.notSeen, { papers: words.lines(lines) })}</p>}
        {isHomeUnproved && <p className="problem-title">{say(paperListWords.homeNotProved)}</p>}
        <div className="actions actions-end">
          <Button variant="default" onClick={onTake} data-testid="take-anyway">
            {say(paperListWords.takeAnyway)}
          </Button>
          <Button onClick={onBack} data-autofocus data-testid="back-to-papers">
            {say(paperListWords.back)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
