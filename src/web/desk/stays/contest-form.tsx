import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { RebuttalSubject } from '../../../stays/rebuttal.rules.ts'
import { formWords } from '../../../words/desk-form.ts'
import { stayWords } from '../../../words/stays.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { FileField } from '../parts/file-input.tsx'
import { documentOf, useAskStaysAnew } from './stay-queries.ts'
import type { Sought } from './stays-page.tsx'

type ContestProps = {
  readonly sought: Sought
  readonly about: RebuttalSubject
  readonly contested: { readonly stay: number } | { readonly movement: string }
}

/** Writes in what somebody at the counter contests, with a picture of the evidence. */
export function ContestForm({ sought, about, contested }: ContestProps) {
  const { say } = useWords()
  const command = useCommand<object>()
  const anew = useAskStaysAnew()
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const title = say(about === 'overstay' ? stayWords.contest : stayWords.contestMovement)
  const [picture, setPicture] = useState<File | undefined>(undefined)
  async function contest(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (text.trim() === '') return
    const pictures = picture ? [await base64Of(picture)] : []
    if (await command.send('/api/v1/rebuttals', { ...documentOf(sought), about, ...contested, text, pictures })) anew()
  }
  return (
    <details>
      <summary data-testid="contest-open">{title}</summary>
      <form className="stack" onSubmit={(event) => void contest(event)} noValidate>
        <Textarea
          label={say(stayWords.contestText)}
          value={text}
          maxLength={2000}
          onChange={(event) => setText(event.currentTarget.value)}
          error={isTried && text.trim() === '' ? say(formWords.needed) : undefined}
          data-testid="contest-text"
        />
        <FileField label={say(stayWords.picture)} accept="image/jpeg,image/png,image/webp" onFile={setPicture} />
        {command.problem && <ProblemNotice problem={command.problem} />}
        <div className="actions">
          <Button type="submit" variant="default" loading={command.pending} data-testid="contest">
            {title}
          </Button>
        </div>
      </form>
    </details>
  )
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let from = 0; from < bytes.length; from += 8_192) text += String.fromCharCode(...bytes.subarray(from, from + 8_192))
  return btoa(text)
}
