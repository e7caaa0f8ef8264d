import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PaperKind } from '../../../instruments/law.rules.ts'
import { formatNumber } from '../../../words/dates.ts'
import { paperListWords, paperWords } from '../../../words/papers.ts'
import { useWords } from '../frame/language.tsx'
import { Dialog } from '../parts/dialog.tsx'

export type PictureName = { readonly paper: PaperKind; readonly page: number }

/** Small pictures that open large. `of`: "drafts/ID" or "applications/ID". */
export function PictureList({ of, pictures, onRemove }: { of: string; pictures: readonly PictureName[]; onRemove?: (name: PictureName) => void }) {
  const { say, language } = useWords()
  const [open, setOpen] = useState<PictureName | undefined>(undefined)
  const nameOf = ({ paper, page }: PictureName) => say(paperListWords.page, { paper: say(paperWords[paper]), page: formatNumber(page, language) })
  const addressOf = ({ paper, page }: PictureName) => `/api/v1/${of}/papers/${paper}/${page}`
  if (pictures.length === 0) return null
  return (
    <>
      <ul className="paper-pictures">
        {pictures.map((name) => (
          <li key={`${name.paper} ${name.page}`}>
            <button type="button" className="paper-picture" onClick={() => setOpen(name)} data-testid="paper-picture" data-paper={name.paper}>
              <img src={addressOf(name)} alt={nameOf(name)} loading="lazy" />
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <Dialog title={nameOf(open)} fullScreen onClose={() => setOpen(undefined)}>
          <div className="stack paper-large">
            <img src={addressOf(open)} alt={nameOf(open)} data-testid="paper-large" />
            {onRemove && (
              <div className="actions actions-end">
                <Button
                  variant="default"
                  onClick={() => {
                    onRemove(open)
                    setOpen(undefined)
                  }}
                  data-testid="remove-picture"
                >
                  {say(paperListWords.remove)}
                </Button>
              </div>
            )}
          </div>
        </Dialog>
      )}
    </>
  )
}
