import { useState } from 'react'
import { commonWords } from '../../../words/common.ts'
import { formWords } from '../../../words/desk-form.ts'
import { handOverWords } from '../../../words/office.ts'
import { problemWords } from '../../../words/problems.ts'
import { useWords } from '../frame/language.tsx'
import { FileInput } from '../parts/file-input.tsx'
import { readPhoto } from '../photo/photo-file.ts'

/** A thumb mark on paper, as a picture: for whoever does not write. */
export function ThumbMark({ picture, onPicture }: { picture: string; onPicture: (picture: string) => void }) {
  const { say } = useWords()
  const [isUnreadable, setUnreadable] = useState(false)
  async function take(file: File | undefined) {
    if (!file) return
    const read = await readPhoto(file)
    setUnreadable(read === undefined)
    if (read !== undefined) onPicture(read)
  }
  const choices = [
    { name: 'camera', word: formWords.takePhoto, capture: 'environment' },
    { name: 'file', word: commonWords.chooseFile, capture: undefined },
  ] as const
  return (
    <div className="stack">
      <p className="small">{say(handOverWords.thumbLead)}</p>
      {picture !== '' && (
        <span className="mark">
          <img src={`data:image/jpeg;base64,${picture}`} alt={say(handOverWords.thumb)} data-testid="thumb-picture" />
        </span>
      )}
      <div className="actions">
        {choices.map(({ name, word, capture }) => (
          <FileInput
            key={name}
            id={`thumb-${name}`}
            accept="image/*"
            {...(capture && { capture })}
            aria-label={say(word)}
            word={word}
            isUsedAtOnce
            onFile={(file) => void take(file)}
          />
        ))}
      </div>
      <p className="field-error" aria-live="polite">
        {isUnreadable ? say(problemWords['applicant.photo-unreadable'].title) : ''}
      </p>
    </div>
  )
}
