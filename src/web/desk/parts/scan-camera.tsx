import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { bookletWords } from '../../../words/office.ts'
import type { Scanner } from '../../gate/scanner.ts'
import { useWords } from '../frame/language.tsx'
import { Icon } from './icon.tsx'

/** One reader for the page's life: its worker holds the decoder. */
let reader: Scanner | undefined

/** The gate's own reader, loaded when somebody wants it: most desks have a scanner that types. */
export function ScanCamera({ onText }: { onText: (text: string) => void }) {
  const { say } = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const tell = useRef(onText)
  tell.current = onText
  const [isOn, setOn] = useState(false)
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (!isOn) return
    let ended = false
    let unwatch = () => {}
    const run = async () => {
      const { Scanner } = await import('../../gate/scanner.ts')
      if (ended || !video.current) return
      reader ??= new Scanner()
      const scanner = reader
      scanner.onText = (text) => {
        setOn(false)
        tell.current(text)
      }
      unwatch = scanner.watch(() => {
        const isDead = scanner.value.type === 'denied' || scanner.value.type === 'missing'
        if (isDead) setOn(false)
        setMissing(isDead)
      })
      await scanner.start(video.current)
      // Stopped before the camera had opened.
      if (ended) scanner.stop()
    }
    void run().catch(() => {
      setOn(false)
      setMissing(true)
    })
    return () => {
      ended = true
      unwatch()
      reader?.stop()
    }
  }, [isOn])
  return (
    <div className="scan-camera">
      {isOn && <video ref={video} muted playsInline aria-label={say(bookletWords.cameraPicture)} tabIndex={-1} />}
      <Button variant="default" size="sm" leftSection={<Icon name="camera" />} onClick={() => setOn(!isOn)} data-testid="scan-camera">
        {say(isOn ? bookletWords.cameraStop : bookletWords.camera)}
      </Button>
      <span className="small field-error" role="status">
        {isMissing ? say(bookletWords.cameraNone) : ''}
      </span>
    </div>
  )
}
