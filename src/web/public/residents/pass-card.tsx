/** @jsxImportSource preact */
import type { Language } from '../../../kernel/language.ts'
import type { FollowAnswer } from '../../../portal/portal.api.ts'
import { formatNumber, inDigitsOf } from '../../../words/dates.ts'
import { followWords } from '../../../words/portal.ts'
import { fill } from '../point-words.ts'
import { priceOf } from '../price-card.tsx'
import { By } from './parts.tsx'
import { sayDay } from './say-day.ts'

type Pass = NonNullable<FollowAnswer['pass']>

/** How long the pass is good, and whether it can be extended: the days left are the large thing. */
export function PassCard({ pass, language }: { pass: Pass; language: Language }) {
  const { extension } = pass
  const isLive = pass.daysLeft > 0
  return (
    <div class="pass-left" data-testid="pass-left">
      <p>
        {followWords.passEnd[language]} <b>…{inDigitsOf(language, pass.end)}</b>
      </p>
      <p class="days-left">
        {pass.state === 'suspended'
          ? followWords.passSuspended[language]
          : isLive
            ? fill(followWords.daysLeft[language], { days: formatNumber(pass.daysLeft, language) })
            : followWords.passOver[language]}
      </p>
      <p>
        {followWords.lastDay[language]} {sayDay(pass.lastDay, language)}
      </p>
      {extension && (
        <>
          <h2>{followWords.extension[language]}</h2>
          <p>
            {extension.possible && extension.newLastDay && extension.fee
              ? fill(followWords.extendUntil[language], {
                  until: sayDay(extension.until, language),
                  newLastDay: sayDay(extension.newLastDay, language),
                  price: priceOf(extension.fee, language),
                })
              : followWords.noExtension[language]}
          </p>
          <By id={extension.instrument} language={language} />
        </>
      )}
    </div>
  )
}
