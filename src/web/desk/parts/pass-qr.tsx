import { Button } from '@mantine/core'
import { useElementSize, useViewportSize } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { deskWords } from '../../../words/desk.ts'
import { useWords } from '../frame/language.tsx'
import { Dialog } from './dialog.tsx'
import { Icon } from './icon.tsx'

const quietModules = 4
/** Between these many screen pixels a module stands on whole pixels; below, the code takes all the width there is. */
const modulePixels = { min: 3, max: 5 } as const
/** Of a full screen: what its frame and title leave. */
const frameHeight = 110

type Modules = { readonly side: number; readonly path: string }

/** The code on screen, its text to copy, and the code as large as the screen. `testid` names the text. */
export function PassQr({ text, label, testid }: { text: string; label?: string; testid?: string }) {
  const { say } = useWords()
  const modules = useModules(text)
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
      {modules && <Drawn modules={modules} name={name} widthMax={Math.min(frame.width, modulePixels.max * modules.side)} />}
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
      {large && modules && (
        <Dialog title={name} fullScreen onClose={() => setLarge(false)}>
          <div className="qr-large">
            <Drawn modules={modules} name={name} widthMax={Math.min(screen.width - 40, screen.height - frameHeight)} />
          </div>
        </Dialog>
      )}
    </div>
  )
}

function Drawn({ modules: { side, path }, name, widthMax }: { modules: Modules; name: string; widthMax: number }) {
  const pixels = Math.floor(widthMax / side)
  const from = -quietModules
  return (
    <svg
      role="img"
      aria-label={name}
      viewBox={`${from} ${from} ${side} ${side}`}
      width={pixels < modulePixels.min ? Math.max(widthMax, side) : pixels * side}
      shapeRendering="crispEdges"
    >
      <rect x={from} y={from} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

// The encoder is loaded when the first code is drawn. Level M, as profile BP1 prints it; that the text is alphanumeric it sees by itself.
function useModules(text: string): Modules | undefined {
  const [modules, setModules] = useState<Modules | undefined>(undefined)
  useEffect(() => {
    let live = true
    void drawModules(text).then((drawn) => live && setModules(drawn))
    return () => {
      live = false
    }
  }, [text])
  return modules
}

async function drawModules(text: string): Promise<Modules> {
  const { create } = await import('qrcode')
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let y = 0; y < modules.size; y++) for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`
  return { side: modules.size + 2 * quietModules, path }
}
