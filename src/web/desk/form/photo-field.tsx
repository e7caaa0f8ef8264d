import { Button, FileButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { deskWords } from '../../../words/desk.ts'
import { formWords } from '../../../words/desk-form.ts'
import { problemWords } from '../../../words/problems.ts'
import { useWords } from '../frame/language.tsx'
import { Icon } from '../parts/icon.tsx'
import { readPhoto } from './photo-file.ts'

const accepted = 'image/*'

/** The photo from the camera or a file, shown as the pass will cut it: 3 to 4, from the middle. */
export function PhotoField({ photo, error, onPhoto }: { photo: string; error: string | undefined; onPhoto: (photo: string) => void }) {
  const { say } = useWords()
  const [unreadable, setUnreadable] = useState(false)
  // Another photo came, from here or with a made-up person: what was said of the last file is over.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the photo is the reason
  useEffect(() => setUnreadable(false), [photo])
  async function take(file: File | null) {
    if (!file) return
    const read = await readPhoto(file)
    setUnreadable(read === undefined)
    if (read !== undefined) onPhoto(read)
  }
  const { title, next } = problemWords['applicant.photo-unreadable']
  const shown = unreadable ? `${say(title)} ${say(next)}` : error
  return (
    <section className="card photo-field" aria-labelledby="photo-title">
      <h2 id="photo-title">{say(formWords.photo)}</h2>
      <div className="photo-field-body">
        <span className="portrait portrait-large">
          {photo === '' ? (
            <Icon name="person" />
          ) : (
            <img src={`data:image/jpeg;base64,${photo}`} alt={say(formWords.photoReady)} data-testid="photo-preview" />
          )}
        </span>
        <div className="stack">
          <p className="soft small" id="photo-hint">
            {say(formWords.photoHint)}
          </p>
          <FileButton accept={accepted} capture="user" onChange={(file) => void take(file)} inputProps={{ 'aria-label': say(formWords.takePhoto) }}>
            {(props) => (
              <Button {...props} id="field-photo" variant="default" leftSection={<Icon name="camera" />} aria-describedby="photo-hint photo-error">
                {say(formWords.takePhoto)}
              </Button>
            )}
          </FileButton>
          <FileButton
            accept={accepted}
            onChange={(file) => void take(file)}
            inputProps={{ 'aria-label': say(formWords.chooseFile), id: 'photo-file' }}
          >
            {(props) => (
              <Button {...props} variant="default" leftSection={<Icon name="file" />}>
                {say(formWords.chooseFile)}
              </Button>
            )}
          </FileButton>
          <p className="field-error" id="photo-error" aria-live="polite">
            {shown}
          </p>
        </div>
      </div>
      <span className="visually-hidden" role="status">
        {photo === '' ? '' : `${say(formWords.photoReady)}. ${say(deskWords.photoOf, { name: '' })}`}
      </span>
    </section>
  )
}
