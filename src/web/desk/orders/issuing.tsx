import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { languages } from '../../../kernel/language.ts'
import type { IssueAnswer, PreviewAnswer } from '../../../orders/orders.api.ts'
import { ordersWords as words } from '../../../words/orders.ts'
import { languageNames } from '../../language.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { FileField } from '../parts/file-input.tsx'
import { isOfOrders, ordersPath } from './order-queries.ts'
import { ConflictList, FigureTables } from './preview-parts.tsx'

/** What was found, the words, the paper, and the one button that puts it in force. */
export function Issuing({ order, preview, drafted }: { order: object; preview: PreviewAnswer; drafted: NonNullable<PreviewAnswer['words']> }) {
  const { say } = useWords()
  const { may } = useMe()
  const client = useQueryClient()
  const command = useCommand<IssueAnswer>()
  const [, go] = useLocation()
  const [seen, setSeen] = useState<readonly string[]>([])
  const [told, setTold] = useState(drafted)
  const [paper, setPaper] = useState<string | null>(null)
  const unseen = preview.conflicts.some(({ key }) => !seen.includes(key))
  async function issue() {
    const issued = await command.send(ordersPath, { order: { ...order, words: told }, paper, confirmed: seen })
    if (!issued) return
    await client.invalidateQueries({ predicate: isOfOrders })
    go(`/orders/${issued.id}`)
  }
  const see = (key: string, isSeen: boolean) => setSeen(isSeen ? [...seen, key] : seen.filter((each) => each !== key))
  const number = 'number' in order ? String(order.number) : ''
  return (
    <div className="stack" data-testid="order-previewed">
      {preview.figures && <FigureTables figures={preview.figures} number={number} />}
      <ConflictList conflicts={preview.conflicts} seen={seen} onSee={see} />
      <section className="card stack" aria-labelledby="order-wording">
        <h2 id="order-wording">{say(words.wording)}</h2>
        <p className="small soft">{say(words.wordingHint)}</p>
        {languages.map((language) => (
          <Textarea
            key={language}
            label={languageNames[language]}
            lang={language}
            autosize
            minRows={6}
            maxRows={24}
            maxLength={3000}
            value={told[language]}
            onChange={(event) => setTold({ ...told, [language]: event.currentTarget.value })}
            data-testid={`order-words-${language}`}
          />
        ))}
        {may('order.issue') && (
          <>
            <FileField
              label={say(words.paperFile)}
              accept=".pdf,.jpg,.jpeg,.png"
              onFile={(file) => void readPaper(file).then(setPaper)}
              data-testid="order-paper-file"
            />
            {command.problem && <ProblemNotice problem={command.problem} />}
            <div className="actions">
              <Button onClick={() => void issue()} disabled={unseen} loading={command.pending} data-testid="order-issue">
                {say(words.issue)}
              </Button>
            </div>
          </>
        )}
      </section>
    </div>
  )
}

/** In pieces, since a whole file is too many arguments for one call. */
async function readPaper(file: File | undefined): Promise<string | null> {
  if (!file) return null
  const bytes = new Uint8Array(await file.arrayBuffer())
  const pieces: string[] = []
  // Divisible by three, so that each piece ends without padding.
  for (let from = 0; from < bytes.length; from += 24_000) pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, from + 24_000))))
  return pieces.join('')
}
