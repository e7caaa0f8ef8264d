/** @jsxImportSource preact */
import type { Language } from '../../kernel/language.ts'
import type { ClockTime } from '../../kernel/time.ts'
import { formatTime } from '../../words/dates.ts'
import { publicWords } from '../../words/public.ts'
import { tomorrowAt, type When, wallClockAt } from './when.ts'

/** Now, tomorrow morning, or a day and time of the reader's own. */
export function WhenButtons({
  when,
  nowMs,
  language,
  onWhen,
}: {
  when: When
  nowMs: () => number
  language: Language
  onWhen: (when: When) => void
}) {
  const choices = [
    { kind: 'now', word: publicWords.today, below: publicWords.now[language], value: (): When => ({ kind: 'now' }) },
    { kind: 'tomorrow', word: publicWords.tomorrow, below: formatTime(tomorrowAt as ClockTime, language), value: (): When => ({ kind: 'tomorrow' }) },
    {
      kind: 'chosen',
      word: publicWords.choose,
      below: publicWords.dayAndTime[language],
      value: (): When => ({ kind: 'chosen', local: wallClockAt(nowMs()).slice(0, 16) }),
    },
  ] as const
  const testIds = { now: 'at-now', tomorrow: 'at-tomorrow', chosen: 'at-choose' } as const
  return (
    <div class="when">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend on the screen */}
      <div class="when-buttons" role="group" aria-label={publicWords.when[language]}>
        {choices.map(({ kind, word, below, value }) => (
          <button
            key={kind}
            type="button"
            class="when-button"
            data-testid={testIds[kind]}
            aria-pressed={when.kind === kind}
            onClick={() => when.kind !== kind && onWhen(value())}
          >
            <span>{word[language]}</span> <small>{below}</small>
          </button>
        ))}
      </div>
      {when.kind === 'chosen' && (
        <label class="when-input">
          <span>
            {publicWords.dayAndTime[language]} <small>({publicWords.borderTime[language]})</small>
          </span>
          <input
            type="datetime-local"
            data-testid="at-input"
            value={when.local}
            min="2000-01-01T00:00"
            max="2099-12-31T23:59"
            onInput={({ currentTarget }) => {
              // Half a date is an empty value: the last whole one stands.
              if (currentTarget.value !== '' && currentTarget.validity.valid) onWhen({ kind: 'chosen', local: currentTarget.value.slice(0, 16) })
            }}
          />
        </label>
      )}
    </div>
  )
}
