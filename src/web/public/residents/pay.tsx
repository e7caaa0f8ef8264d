/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import type { PhonePaymentAnswer } from '../../../portal/portal.api.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { followWords } from '../../../words/portal.ts'
import { priceOf } from '../price-card.tsx'
import { Trouble } from './parts.tsx'
import { sayInstant } from './say-day.ts'
import { useSend } from './use-send.ts'

const quietModules = 4
const pixelsOfModule = 8

/** The code to scan, or to keep as a picture: a phone cannot scan its own screen. One whose time is over is taken off the screen, since what is paid with it has to be given back. */
export function PayByPhone({ known, language }: { known: { number: string; birthDate: string }; language: Language }) {
  const { write, busy, problem } = useSend<PhonePaymentAnswer>(language)
  const [code, setCode] = useState<PhonePaymentAnswer | undefined>(undefined)
  const [picture, setPicture] = useState<string | undefined>(undefined)
  const [isOver, setOver] = useState(false)
  const show = async () => {
    const answer = await write('follow/payment', known)
    if (!answer) return
    setCode(answer)
    setOver(false)
    setPicture(await draw(answer.payload))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when it is opened
  useEffect(() => void show(), [])
  useEffect(() => {
    if (!code) return
    const timer = setTimeout(() => setOver(true), code.goodForSeconds * 1000)
    return () => clearTimeout(timer)
  }, [code])
  return (
    <div class="pay" data-testid="pay">
      <Trouble problem={problem} language={language} />
      {code && !isOver && <Code code={code} picture={picture} language={language} />}
      {code && isOver && (
        <>
          <p role="status" data-testid="pay-over">
            {followWords.codeOver[language]}
          </p>
          <button type="button" class="button button-full" data-testid="pay-again" disabled={busy} onClick={() => void show()}>
            {followWords.newCode[language]}
          </button>
        </>
      )}
    </div>
  )
}

function Code({ code, picture, language }: { code: PhonePaymentAnswer; picture: string | undefined; language: Language }) {
  return (
    <>
      <p>{followWords.payLead[language]}</p>
      <p class="price-large">{priceOf(code, language)}</p>
      {picture && <img src={picture} alt={followWords.payCode[language]} width="280" height="280" data-testid="pay-code" />}
      {picture && (
        <a class="button" href={picture} download={`${code.billNumber}.png`}>
          {followWords.saveCode[language]}
        </a>
      )}
      <p>{fillIn(followWords.goodUntil[language], { time: sayInstant(code.expiresAt, language) })}</p>
      <p role="status">{followWords.waiting[language]}…</p>
    </>
  )
}

/** As a picture of whole pixels. The encoder is loaded with the first code. */
async function draw(text: string): Promise<string> {
  const { create } = await import('qrcode')
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const canvas = document.createElement('canvas')
  canvas.width = (modules.size + 2 * quietModules) * pixelsOfModule
  canvas.height = canvas.width
  const pen = canvas.getContext('2d')
  if (!pen) return ''
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#000'
  for (let y = 0; y < modules.size; y += 1)
    for (let x = 0; x < modules.size; x += 1)
      if (modules.get(y, x)) pen.fillRect((x + quietModules) * pixelsOfModule, (y + quietModules) * pixelsOfModule, pixelsOfModule, pixelsOfModule)
  return canvas.toDataURL('image/png')
}
