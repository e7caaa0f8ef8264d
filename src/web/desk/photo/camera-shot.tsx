import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { photoWords } from '../../../words/desk-form.ts'
import { bookletWords } from '../../../words/office.ts'
import { useWords } from '../frame/language.tsx'
import { Icon } from '../parts/icon.tsx'
import { FaceGuide } from './face-guide.tsx'

type ShotProps = { readonly of?: 'face' | 'paper'; onPicture(picture: ImageBitmap): void }

/** The camera in place: the face in the oval, or a paper as wide as it is; one press. */
export function CameraShot({ of = 'face', onPicture }: ShotProps) {
  const { say } = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [type, setType] = useState<'starting' | 'on' | 'missing'>('starting')
  useEffect(() => {
    let stream: MediaStream | undefined
    let ended = false
    const stop = () => stream?.getTracks().forEach((track) => void track.stop())
    const start = async () => {
      const wanted = { facingMode: of === 'face' ? 'user' : 'environment', width: { ideal: 1280 }, height: { ideal: 960 } }
      stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: wanted })
      if (ended || !video.current) return stop()
      video.current.srcObject = stream
      await video.current.play()
      setType('on')
    }
    void start().catch(() => !ended && setType('missing'))
    return () => {
      ended = true
      stop()
    }
  }, [of])
  // A button that is still shut takes no focus when its dialog opens.
  useEffect(() => {
    if (type === 'on') button.current?.focus()
  }, [type])
  async function shoot() {
    if (video.current) onPicture(await createImageBitmap(video.current))
  }
  return (
    <div className="stack camera-shot">
      {of === 'face' && <p className="small">{say(photoWords.cameraLead)}</p>}
      <div className={of === 'face' ? 'photo-frame' : 'photo-frame paper-frame'}>
        <video ref={video} muted playsInline aria-label={say(bookletWords.cameraPicture)} tabIndex={-1} />
        {of === 'face' && <FaceGuide />}
      </div>
      <p className="field-error" role="status">
        {type === 'missing' ? say(bookletWords.cameraNone) : ''}
      </p>
      <Button size="lg" leftSection={<Icon name="camera" />} disabled={type !== 'on'} ref={button} onClick={() => void shoot()} data-testid="shoot">
        {say(photoWords.shoot)}
      </Button>
    </div>
  )
}
