import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { commonWords } from '../../../words/common.ts'
import { deskWords } from '../../../words/desk.ts'
import { formWords } from '../../../words/desk-form.ts'
import { problemWords } from '../../../words/problems.ts'
import { useWords } from '../frame/language.tsx'
import { FileInput } from '../parts/file-input.tsx'
import { Icon } from '../parts/icon.tsx'
import { ChipPreview } from './chip-preview.tsx'
import { PhotoDialog } from './photo-dialog.tsx'
import { dataAddress, openPicture } from './photo-file.ts'

type FieldProps = {
  readonly photo: string
  /** Address of the photo that stays if no other is taken. */
  readonly current?: string
  readonly error: string | undefined
  onPhoto(photo: string): void
}
type Open = { readonly type: 'camera' } | { readonly type: 'cut'; readonly picture: ImageBitmap }

/** The photo from the camera or a file, cut to the pass's format by hand before it is sent. */
export function PhotoField({ photo, current, error, onPhoto }: FieldProps) {
  const { say } = useWords()
  const [unreadable, setUnreadable] = useState(false)
  const [open, setOpen] = useState<Open | undefined>(undefined)
  // Another photo came, from here or with a made-up person: what was said of the last file is over.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the photo is the reason
  useEffect(() => setUnreadable(false), [photo])
  async function take(file: File | undefined) {
    if (!file) return
    const picture = await openPicture(file)
    setUnreadable(picture === undefined)
    if (picture) setOpen({ type: 'cut', picture })
  }
  // The dialog is taken away whole, and the focus with it: back to where the photo is taken, so that keys go on from there.
  function close() {
    setOpen(undefined)
    setTimeout(() => document.getElementById('field-photo')?.focus())
  }
  const { title, next } = problemWords['applicant.photo-unreadable']
  const shown = unreadable ? `${say(title)} ${say(next)}` : error
  const address = photo === '' ? current : dataAddress(photo)
  return (
    <section className="card photo-field" aria-labelledby="photo-title">
      <h2 id="photo-title">{say(formWords.photo)}</h2>
      <div className="photo-field-body">
        <span className="portrait portrait-large">
          {address === undefined ? <Icon name="person" /> : <img src={address} alt={say(formWords.photoReady)} data-testid="photo-preview" />}
        </span>
        <div className="stack">
          <p className="soft small" id="photo-hint">
            {say(formWords.photoHint)}
          </p>
          <Button
            id="field-photo"
            variant="default"
            leftSection={<Icon name="camera" />}
            aria-describedby="photo-hint photo-error"
            onClick={() => setOpen({ type: 'camera' })}
            data-testid="take-photo"
          >
            {say(formWords.takePhoto)}
          </Button>
          <FileInput
            id="photo-file"
            accept="image/*"
            aria-label={say(commonWords.chooseFile)}
            isUsedAtOnce
            onFile={(file) => void take(file)}
            data-testid="photo-file-button"
          />
          <p className="field-error" id="photo-error" aria-live="polite">
            {shown}
          </p>
        </div>
      </div>
      {photo !== '' && <ChipPreview photo={photo} />}
      <span className="visually-hidden" role="status">
        {photo === '' ? '' : `${say(formWords.photoReady)}. ${say(deskWords.photoOf, { name: '' })}`}
      </span>
      {open && (
        <PhotoDialog
          open={open}
          onCut={(picture) => setOpen({ type: 'cut', picture })}
          onCamera={() => setOpen({ type: 'camera' })}
          onClose={close}
          onPhoto={(cut) => {
            close()
            onPhoto(cut)
          }}
        />
      )}
    </section>
  )
}
