/** @jsxImportSource preact */
import type { CivilDate, Instant } from '../../kernel/time.ts'
import { borderZone, civilDateAt } from '../../kernel/time.ts'
import type { MrzDocument } from '../../passports/read-mrz.rules.ts'
import { formatDate } from '../../words/dates.ts'
import { gateWords } from '../../words/gate.ts'
import { workWords } from '../../words/gate-work.ts'
import { sayNationality } from '../../words/states.ts'
import { useWords } from './use-words.ts'

const sexWords = { M: gateWords.male, F: gateWords.female, X: gateWords.otherSex } as const

/** What a passport's lines say, large enough to compare with the page above them. */
export function PassportCard({ passport, today }: { passport: MrzDocument; today: Instant }) {
  const { language, t } = useWords()
  const { familyName, givenName, nationality, number, expiresOn, birthDate, sex, corrected } = passport
  const isOver = expiresOn < civilDateAt(today, borderZone)
  return (
    <>
      <dl class="person-names passport" data-testid="passport">
        <dt>{t(gateWords.name)}</dt>
        <dd class="person-name" lang="en">
          <span>{familyName}</span>
          <span>{givenName}</span>
        </dd>
        <dt>{t(workWords.nationality)}</dt>
        <dd class="person-number" data-testid="passport-nationality">
          {sayNationality(nationality, language)}
        </dd>
        <dt>{t(workWords.passportNumber)}</dt>
        <dd class="person-number" data-testid="passport-number">
          {number}
        </dd>
        <dt>{t(workWords.expires)}</dt>
        <dd class={isOver ? 'person-number is-over' : 'person-number'} data-testid="passport-expires" data-date={expiresOn}>
          {formatDate(expiresOn, language)}
        </dd>
        <dt>
          {t(gateWords.born)} · {t(gateWords.sex)}
        </dt>
        <dd>
          {birthDate ? formatDate(birthDate as CivilDate, language) : passport.birth} · {t(sexWords[sex])}
        </dd>
      </dl>
      <p class="note">{t(corrected.length > 0 ? workWords.corrected : workWords.compare)}</p>
    </>
  )
}
