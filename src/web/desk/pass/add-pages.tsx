import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { pagesMax, readCount } from '../../../passes/booklets/booklet.rules.ts'
import type { PassAnswer as Pass } from '../../../passes/passes.api.ts'
import { formatNumber } from '../../../words/dates.ts'
import { pagesWords } from '../../../words/office.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { ProblemNotice } from '../parts/answered.tsx'

/** More pages in the booklet that its holder has; the pass, its number and its last day stay as they are. */
export function AddPages({ pass: { number, office, state, model, pagesAdded } }: { pass: Pass }) {
  const { say, language } = useWords()
  const { may } = useMe()
  const client = useQueryClient()
  const command = useCommand<{ pages: number }>()
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const pages = readCount(typed, pagesMax)
  if (model !== 'qr' || state !== 'active' || !may('pass.print', office)) return null
  async function add(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (pages === undefined) return document.getElementById('added-pages')?.focus()
    const added = await command.send(`/api/v1/passes/${number}/pages`, { pages })
    if (!added) return
    setTyped('')
    setTried(false)
    await client.invalidateQueries({ queryKey: [`/api/v1/passes/${number}`] })
  }
  return (
    <section className="card" aria-labelledby="pages-title">
      <h2 id="pages-title">{say(pagesWords.title)}</h2>
      <p role="status" data-testid="pages-added" data-pages={pagesAdded}>
        {say(pagesWords.added, { n: formatNumber(pagesAdded, language) })}
      </p>
      <form className="stack" onSubmit={(event) => void add(event)} noValidate>
        <TextInput
          id="added-pages"
          label={say(pagesWords.howMany)}
          description={say(pagesWords.hint)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="numeric"
          value={typed}
          error={isTried && pages === undefined ? say(pagesWords.range, { max: formatNumber(pagesMax, language) }) : undefined}
          autoComplete="off"
          maxLength={4}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-testid="pages"
        />
        {command.problem && <ProblemNotice problem={command.problem} />}
        <div className="actions">
          <Button type="submit" variant="default" loading={command.pending} data-testid="add-pages">
            {say(pagesWords.add)}
          </Button>
        </div>
      </form>
    </section>
  )
}
