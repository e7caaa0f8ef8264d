import { useEffect, useState } from 'react'
import type { PreviewAnswer } from '../../../passes/paper-picture.api.ts'
import { chipPixels } from '../../../passes/photo-format.rules.ts'
import { commonWords } from '../../../words/common.ts'
import { formatNumber } from '../../../words/dates.ts'
import { photoWords } from '../../../words/desk-form.ts'
import { ask } from '../../api.ts'
import { useWords } from '../frame/language.tsx'

/** Large enough to judge: each pixel of the code's picture is three on the screen. */
const shownTimes = 3
const waitMs = 350

/** The small grey picture that the code will bear, made by the server's own encoder: what is seen here is what a gate sees. */
export function ChipPreview({ photo }: { photo: string | undefined }) {
  const { say, language } = useWords()
  const { preview, isLost } = usePreview(photo)
  return (
    <div className="in-the-code" aria-busy={preview?.of !== photo} data-testid="chip-preview" data-bytes={preview?.chipBytes}>
      {preview ? (
        <img
          className="chip"
          width={chipPixels.width * shownTimes}
          height={chipPixels.height * shownTimes}
          src={`data:image/webp;base64,${preview.chip}`}
          alt={say(photoWords.chip)}
          data-testid="chip"
        />
      ) : (
        <span className="chip chip-empty" />
      )}
      <p className="small soft">
        <strong>
          {say(photoWords.chip)}
          {say(commonWords.colon)}
        </strong>{' '}
        {say(photoWords.chipHint)} {preview && say(photoWords.chipBytes, { bytes: formatNumber(preview.chipBytes, language) })}
        {isLost && say(photoWords.chipLost)}
      </p>
    </div>
  )
}

type Preview = PreviewAnswer & { readonly of: string }

/** Asked when the photo has come to rest; the last answer stays until the next is there. */
function usePreview(photo: string | undefined) {
  const { language } = useWords()
  const [preview, setPreview] = useState<Preview | undefined>(undefined)
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    if (photo === undefined) return
    let live = true
    const timer = setTimeout(async () => {
      const answer = await ask<PreviewAnswer>('/api/v1/photo-preview', { language, body: { photo } })
      if (!live) return
      setLost(!answer.ok)
      if (answer.ok) setPreview({ ...answer.value, of: photo })
    }, waitMs)
    return () => {
      live = false
      clearTimeout(timer)
    }
  }, [photo, language])
  return { preview, isLost }
}
