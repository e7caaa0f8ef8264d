import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { deskWords } from '../../../words/desk.ts'
import { useWords } from '../frame/language.tsx'
import { Icon } from './icon.tsx'

/** Five screen pixels a module: what a gate's camera reads from a hand's breadth. */
const modulePixels = 5
const quietModules = 4

type Modules = { readonly side: number; readonly path: string }

/** The code on screen, and its text to copy. `testid` names the text. */
export function PassQr({ text, label, testid }: { text: string; label?: string; testid?: string }) {
  const { say } = useWords()
  const [modules, setModules] = useState<Modules | undefined>(undefined)
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    let live = true
    void drawModules(text).then((drawn) => live && setModules(drawn))
    return () => {
      live = false
    }
  }, [text])
  async function copy() {
    await navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  const side = modules ? modules.side + 2 * quietModules : 0
  return (
    <div className="pass-qr">
      {modules && (
        <svg
          role="img"
          aria-label={label ?? say(deskWords.qrPicture)}
          viewBox={`${-quietModules} ${-quietModules} ${side} ${side}`}
          width={side * modulePixels}
          shapeRendering="crispEdges"
        >
          <rect x={-quietModules} y={-quietModules} width={side} height={side} fill="#fff" />
          <path d={modules.path} fill="#000" />
        </svg>
      )}
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
      <Button variant="default" leftSection={<Icon name={copied ? 'check' : 'copy'} />} onClick={() => void copy()}>
        {say(copied ? deskWords.copied : deskWords.copyText)}
      </Button>
    </div>
  )
}

// Loaded when the first code is drawn. Level M, as profile BP1 prints it; the text is alphanumeric, which the encoder sees by itself.
async function drawModules(text: string): Promise<Modules> {
  const { create } = await import('qrcode')
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let y = 0; y < modules.size; y++) for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`
  return { side: modules.size, path }
}
