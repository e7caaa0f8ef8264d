import { Button, NativeSelect, Radio, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { EntryAnswer } from '../../../watchlist/watch.api.ts'
import { reasonsOf, type SeenBy, seenBys, type WatchReason } from '../../../watchlist/watch-entry.rules.ts'
import { type WatchKind, watchKinds } from '../../../watchlist/watch-match.rules.ts'
import { formatDate } from '../../../words/dates.ts'
import { formWords, sexWords } from '../../../words/desk-form.ts'
import { decisionWords } from '../../../words/instruments.ts'
import { seenByWords, watchKindWords, watchReasonWords, watchWords } from '../../../words/watchlist.ts'
import { useCommand } from '../command.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { isLeftOver } from '../pick/left-over.ts'
import { PickNationality } from '../pick/pick.tsx'
import { bodyOf, emptyEntry, fieldsOf, type TypedEntry } from './typed-entry.ts'
import { isOfWatchlist, watchPath } from './watch-queries.ts'

/** Puts a person, a document or a plate on the list of this desk. */
export function EnterForm({ place }: { place: string }) {
  const { say, language } = useWords()
  const client = useQueryClient()
  const command = useCommand<EntryAnswer>()
  const [typed, setTyped] = useState<TypedEntry>(emptyEntry)
  const [isDone, setDone] = useState(false)
  const [isTried, setTried] = useState(false)
  const lastDay = readTypedDate(typed.lastDay)
  const isMissing = !lastDay || typed.source.trim() === ''
  const set = (change: Partial<TypedEntry>) => {
    setDone(false)
    setTyped((before) => ({ ...before, ...change }))
  }
  async function enter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setTried(true)
    if (isLeftOver(event.currentTarget) || isMissing) return
    const entered = await command.send(`${watchPath}/entries`, { ...bodyOf(typed), place })
    if (!entered) return
    setTyped({ ...emptyEntry, kind: typed.kind, reason: typed.reason, source: typed.source, seenBy: typed.seenBy })
    setDone(true)
    setTried(false)
    void client.invalidateQueries({ predicate: isOfWatchlist })
  }
  const chooseKind = (value: string) => {
    const kind = watchKinds.find((each) => each === value) ?? 'person'
    set({ kind, reason: reasonsOf[kind][0] ?? 'other' })
  }
  const text = (field: 'source' | 'lastDay' | 'remark' | ReturnType<typeof fieldsOf>[number]) => ({
    value: typed[field],
    maxLength: 200,
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
    'data-testid': `watch-${field}`,
  })
  return (
    <section className="card" aria-labelledby="enter-title">
      <h2 id="enter-title">{say(watchWords.enter)}</h2>
      <form className="stack" onSubmit={(event) => void enter(event)} noValidate>
        <Radio.Group label={say(watchWords.kind)} value={typed.kind} onChange={chooseKind}>
          <div className="choices">
            {watchKinds.map((kind: WatchKind) => (
              <Radio key={kind} value={kind} label={say(watchKindWords[kind])} data-testid={`watch-kind-${kind}`} />
            ))}
          </div>
        </Radio.Group>
        <div className="fields">
          {typed.kind === 'document' && (
            <PickNationality label={say(watchWords.issuer)} chosen={typed.issuer} change={(issuer) => set({ issuer })} testid="watch-issuer" />
          )}
          {fieldsOf(typed.kind).map((field) => (
            <TextInput
              key={field}
              label={say(watchWords[field])}
              {...(field === 'birth' && { description: say(watchWords.birthHint) })}
              {...text(field)}
            />
          ))}
          {typed.kind === 'person' && (
            <>
              <NativeSelect
                label={say(formWords.sex)}
                value={typed.sex}
                onChange={(event) => set({ sex: event.currentTarget.value })}
                data={[
                  { value: '', label: say(watchWords.unknown) },
                  ...Object.entries(sexWords).map(([value, word]) => ({ value, label: say(word) })),
                ]}
              />
              <PickNationality
                label={say(formWords.nationality)}
                chosen={typed.nationality}
                change={(nationality) => set({ nationality })}
                testid="watch-nationality"
              />
            </>
          )}
          <NativeSelect
            label={say(watchWords.why)}
            value={typed.reason}
            onChange={(event) => set({ reason: event.currentTarget.value as WatchReason })}
            data={reasonsOf[typed.kind].map((value) => ({ value, label: say(watchReasonWords[value]) }))}
          />
          <TextInput
            label={say(watchWords.source)}
            error={isTried && typed.source.trim() === '' ? say(formWords.needed) : undefined}
            {...text('source')}
          />
          <NativeSelect
            label={say(watchWords.seenBy)}
            value={typed.seenBy}
            onChange={(event) => set({ seenBy: event.currentTarget.value as SeenBy })}
            data={seenBys.map((value) => ({ value, label: say(seenByWords[value]) }))}
          />
          <TextInput
            label={say(watchWords.lastDay)}
            description={lastDay ? formatDate(lastDay, language) : say(watchWords.lastDayHint)}
            error={isTried && !lastDay ? say(decisionWords.badDate) : undefined}
            {...text('lastDay')}
          />
          <TextInput label={say(watchWords.remark)} className="wide" {...text('remark')} />
        </div>
        {command.problem && <ProblemNotice problem={command.problem} />}
        <p role="status">{isDone && <span data-testid="watch-entered">{say(watchWords.entered)}</span>}</p>
        <div className="actions">
          <Button type="submit" loading={command.pending} data-testid="watch-enter">
            {say(watchWords.enter)}
          </Button>
        </div>
      </form>
    </section>
  )
}
