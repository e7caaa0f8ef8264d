import { Button } from '@mantine/core'
import { useElementSize, useViewportSize } from '@mantine/hooks'
import { useState } from 'react'
import { deskWords } from '../../../words/desk.ts'
import { useWords } from '../frame/language.tsx'
import { Dialog } from './dialog.tsx'
import { Icon } from './icon.tsx'
import { QrPicture } from './qr-picture.tsx'

/** Of a full screen: what its frame and title leave. */
const frameHeight = 110

/** The code on screen, its text to copy, and the code as large as the screen. `testid` names the text. */
export function PassQr({ text, label, testid }: { text: string; label?: string; testid?: string }) {
  const { say } = useWords()
  const frame = useElementSize()
  const screen = useViewportSize()
  const [large, setLarge] = useState(false)
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  const name = label ?? say(deskWords.qrPicture)
  return (
    <div className="pass-qr" ref={frame.ref}>
      <QrPicture text={text} name={name} widthMax={frame.width} />
      <textarea
        className="qr-text"
        readOnly
        rows={3}
        value={text}
        data-testid={testid}
        aria-label={say(deskWords.qrText)}
        spellCheck={false}
        lang="zxx"
      />
      <div className="actions">
        <Button variant="default" leftSection={<Icon name={copied ? 'check' : 'copy'} />} onClick={() => void copy()}>
          {say(copied ? deskWords.copied : deskWords.copyText)}
        </Button>
        <Button variant="default" leftSection={<Icon name="qr" />} onClick={() => setLarge(true)}>
          {say(deskWords.enlarge)}
        </Button>
      </div>
      {large && (
        <Dialog title={name} fullScreen onClose={() => setLarge(false)}>
          <div className="qr-large">
            <QrPicture text={text} name={name} widthMax={Math.min(screen.width - 40, screen.height - frameHeight)} large />
          </div>
        </Dialog>
      )}
    </div>
  )
}
