import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { photoWords } from '../../../words/desk-form.ts'
import { bookletWords } from '../../../words/office.ts'
import { useWords } from '../frame/language.tsx'
import { Icon } from '../parts/icon.tsx'
import { FaceGuide } from './face-guide.tsx'

/** The camera in place: the face in the oval, one press. */
export function CameraShot({ onPicture }: { onPicture: (picture: ImageBitmap) => void }) {
  const { say } = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const [type, setType] = useState<'starting' | 'on' | 'missing'>('starting')
  useEffect(() => {
    let stream: MediaStream | undefined
    let ended = false
    const stop = () => stream?.getTracks().forEach((track) => void track.stop())
    const start = async () => {
      const wanted = { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 960 } }
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
  }, [])
  async function shoot() {
    if (video.current) onPicture(await createImageBitmap(video.current))
  }
  return (
    <div className="stack camera-shot">
      <p className="small">{say(photoWords.cameraLead)}</p>
      <div className="photo-frame">
        <video ref={video} muted playsInline aria-label={say(bookletWords.cameraPicture)} tabIndex={-1} />
        <FaceGuide />
      </div>
      <p className="field-error" role="status">
        {type === 'missing' ? say(bookletWords.cameraNone) : ''}
      </p>
      <Button size="lg" leftSection={<Icon name="camera" />} disabled={type !== 'on'} onClick={() => void shoot()} data-autofocus data-testid="shoot">
        {say(photoWords.shoot)}
      </Button>
    </div>
  )
}
