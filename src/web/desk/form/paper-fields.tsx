import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { PaperKind, PaperLine } from '../../../instruments/law.rules.ts'
import { paperListWords, paperWords } from '../../../words/papers.ts'
import { useWords } from '../frame/language.tsx'
import { PaperDialog } from '../papers/paper-dialog.tsx'
import { usePaperWords } from '../papers/paper-words.ts'
import { PictureList } from '../papers/picture-list.tsx'
import { useDraftPictures } from '../papers/use-pictures.ts'
import { ProblemNotice } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { type Draft, papersOf } from './draft.ts'
import type { DraftKeeper, KeeperState } from './draft-keeper.ts'

type FieldsProps = {
  readonly lines: readonly PaperLine[]
  readonly draft: Draft
  readonly keeper: DraftKeeper
  readonly kept: KeeperState
  change(part: Partial<Draft>): void
}

/** The papers that the law asks for, to tick as they are seen; a ticked one can be photographed. A picture is the office's at once, with the draft. */
export function PaperFields({ lines, draft, keeper, kept, change }: FieldsProps) {
  const { say } = useWords()
  const words = usePaperWords()
  const pictures = useDraftPictures(kept.id, kept.type !== 'saving' && kept.type !== 'lost')
  const [open, setOpen] = useState<PaperKind | undefined>(undefined)
  const seen = papersOf(draft)
  const first = lines[0]?.oneOf[0]
  const tick = (paper: PaperKind, isSeen: boolean) =>
    change({ papers: [...seen.filter((each) => each !== paper), ...(isSeen ? [paper] : [])].join(' ') })
  async function keep(paper: PaperKind, picture: string) {
    setOpen(undefined)
    document.getElementById(`picture-of-${paper}`)?.focus()
    const page = pictures.nextPage(paper)
    // The draft is at the office before a picture hangs on it.
    await keeper.flush()
    if (page !== undefined && keeper.state.id !== null) await pictures.keep(keeper.state.id, { paper, page }, picture)
  }
  return (
    <section className="card" aria-labelledby="papers-title" data-testid="papers">
      <h2 id="papers-title">{say(paperListWords.title)}</h2>
      <p className="soft small">{say(paperListWords.lead)}</p>
      {lines.map((line) => (
        <ul key={line.oneOf.join()} className="paper-list" {...(line.oneOf.length > 1 && { 'aria-label': say(paperListWords.oneOf) })}>
          {line.oneOf.length > 1 && <li className="soft small">{say(paperListWords.oneOf)}</li>}
          {line.oneOf.map((paper) => (
            <li key={paper}>
              <Checkbox
                id={paper === first ? 'field-papers' : `paper-${paper}`}
                label={words.paper(paper, line)}
                checked={seen.includes(paper)}
                onChange={(event) => tick(paper, event.currentTarget.checked)}
                data-testid={`seen-${paper}`}
              />
              {seen.includes(paper) && (
                <Button
                  id={`picture-of-${paper}`}
                  variant="default"
                  size="sm"
                  leftSection={<Icon name="camera" />}
                  aria-label={say(paperListWords.picture, { paper: say(paperWords[paper]) })}
                  disabled={pictures.nextPage(paper) === undefined}
                  onClick={() => setOpen(paper)}
                  data-testid={`picture-${paper}`}
                >
                  {say(paperListWords.photograph)}
                </Button>
              )}
              {kept.id !== null && (
                <PictureList
                  of={`drafts/${kept.id}`}
                  pictures={pictures.pictures.filter((picture) => picture.paper === paper)}
                  onRemove={(name) => kept.id !== null && void pictures.remove(kept.id, name)}
                />
              )}
            </li>
          ))}
        </ul>
      ))}
      {pictures.problem && <ProblemNotice problem={pictures.problem} />}
      {open && (
        <PaperDialog
          name={say(paperListWords.picture, { paper: say(paperWords[open]) })}
          onClose={() => setOpen(undefined)}
          onPicture={(picture) => void keep(open, picture)}
        />
      )}
    </section>
  )
}
