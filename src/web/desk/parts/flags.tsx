import type { CivilDate } from '../../../kernel/time.ts'
import type { ReplacementCause } from '../../../passes/application.rules.ts'
import type { FlagCode } from '../../../passes/flags.rules.ts'
import type { ApplicationAnswer } from '../../../passes/passes.api.ts'
import { formatDate, formatNumber, inDigitsOf } from '../../../words/dates.ts'
import { causeWords } from '../../../words/desk-form.ts'
import { flagsTitle, flagWords } from '../../../words/flags.ts'
import { useWords } from '../frame/language.tsx'
import { usePaperWords } from '../papers/paper-words.ts'
import { Icon } from './icon.tsx'

type Flags = NonNullable<ApplicationAnswer['flags']>
type Value = Flags[number]['about'][string]

/** What to look at twice, each as a chip with its whole sentence; `without`: those that the screen says already. */
export function FlagChips({ flags, without = [] }: { flags: Flags | null | undefined; without?: readonly FlagCode[] }) {
  const { say } = useWords()
  const sentence = useFlagSentence()
  const shown = (flags ?? []).filter(({ code }) => !without.includes(code))
  if (shown.length === 0) return null
  return (
    <ul className="flag-chips small" aria-label={say(flagsTitle)}>
      {shown.map((flag) => (
        <li key={flag.code} className="badge tone-flag" data-testid="flag" data-flag={flag.code}>
          <Icon name="flag" />
          <span>{sentence(flag)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Days, numbers, causes and papers as the reader's language writes them. */
function useFlagSentence() {
  const { say, language } = useWords()
  const paperWords = usePaperWords()
  const write: Readonly<Record<string, (value: Value) => string>> = {
    day: (day) => formatDate(day as CivilDate, language),
    hour: (hour) => inDigitsOf(language, String(hour).padStart(2, '0')),
    papers: (papers) => paperWords.flag(String(papers)),
    cause: (cause) => say(causeWords[cause as ReplacementCause]),
  }
  const number = (value: Value) => formatNumber(Number(value), language)
  return ({ code, about }: Flags[number]): string =>
    say(flagWords[code], Object.fromEntries(Object.entries(about).map(([name, value]) => [name, (write[name] ?? number)(value)])))
}
