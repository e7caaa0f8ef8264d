import { photoWords } from '../../../words/desk-form.ts'
import { useWords } from '../frame/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { CameraShot } from './camera-shot.tsx'
import { PhotoCutter } from './photo-cutter.tsx'

type DialogProps = {
  readonly open: { readonly type: 'camera' } | { readonly type: 'cut'; readonly picture: ImageBitmap }
  onCut(picture: ImageBitmap): void
  onCamera(): void
  onClose(): void
  onPhoto(photo: string): void
}

/** From the camera or a file to a photo as the pass cuts it. */
export function PhotoDialog({ open, onCut, onCamera, onClose, onPhoto }: DialogProps) {
  const { say } = useWords()
  return (
    <Dialog title={say(open.type === 'camera' ? photoWords.cameraTitle : photoWords.cutTitle)} isWide={open.type === 'cut'} onClose={onClose}>
      {open.type === 'camera' ? <CameraShot onPicture={onCut} /> : <PhotoCutter picture={open.picture} onCamera={onCamera} onPhoto={onPhoto} />}
    </Dialog>
  )
}
