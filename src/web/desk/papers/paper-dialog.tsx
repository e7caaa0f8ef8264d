import { useState } from 'react'
import { commonWords } from '../../../words/common.ts'
import { paperListWords } from '../../../words/papers.ts'
import { problemWords } from '../../../words/problems.ts'
import { useWords } from '../frame/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FileInput } from '../parts/file-input.tsx'
import { CameraShot } from '../photo/camera-shot.tsx'
import { readPhoto, wholePhoto } from '../photo/photo-file.ts'

/** A paper from the camera or as a picture: whole, nothing is cut. */
export function PaperDialog({ name, onClose, onPicture }: { name: string; onClose(): void; onPicture(picture: string): void }) {
  const { say } = useWords()
  const [isUnreadable, setUnreadable] = useState(false)
  async function use(coming: Promise<string | undefined>) {
    const picture = await coming
    setUnreadable(picture === undefined)
    if (picture !== undefined) onPicture(picture)
  }
  const { title, next } = problemWords['applicant.photo-unreadable']
  return (
    <Dialog title={name} onClose={onClose}>
      <div className="stack">
        <CameraShot of="paper" onPicture={(picture) => void use(wholePhoto(picture))} />
        <FileInput
          id="paper-file"
          accept="image/*"
          aria-label={say(commonWords.chooseFile)}
          isUsedAtOnce
          onFile={(file) => file && void use(readPhoto(file))}
          data-autofocus
          data-testid="paper-file-button"
        />
        <p className="field-error" role="status">
          {isUnreadable ? `${say(title)} ${say(next)}` : ''}
        </p>
        <p className="soft small">{say(paperListWords.pictureLead)}</p>
      </div>
    </Dialog>
  )
}
