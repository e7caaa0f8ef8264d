import { useQueryClient } from '@tanstack/react-query'
import { nationalityOf, type StateCode } from '../../../kernel/code.ts'
import { referralWords } from '../../../words/referrals.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Answered } from '../parts/answered.tsx'
import { HitCard } from './hit-card.tsx'
import { type Evidence, isOfReferrals, type Referral, useHits } from './point-queries.ts'

type Props = { readonly referral: Referral; readonly facts: Evidence['facts']; onCleared(): void }

/** What the watchlist has of somebody like this, where the reader may see it; each look is on record. */
export function Hits({ referral, facts: { document }, onCleared }: Props) {
  const { say } = useWords()
  const { may } = useMe()
  const client = useQueryClient()
  const mayRead = may('watch.read')
  const hits = useHits(referral.movement, mayRead)
  // As a verdict asks the list: a pass by its state, written as passports write it.
  const issuer = document.issuer && (nationalityOf[document.issuer as StateCode] ?? document.issuer)
  const of = issuer && document.number !== null ? { issuer, number: document.number } : null
  return (
    <section className="card stack" aria-labelledby="hits-title">
      <h2 id="hits-title">{say(referralWords.hits)}</h2>
      <p className="small soft">{say(referralWords.hitsLead)}</p>
      {!mayRead && <p>{say(referralWords.whyHidden)}</p>}
      {mayRead && (
        <Answered query={hits}>
          {(entries) =>
            entries.length === 0 ? (
              <p>{say(referralWords.gone)}</p>
            ) : (
              <ul className="hits">
                {entries.map((entry) => (
                  <HitCard
                    key={entry.id}
                    entry={entry}
                    document={of}
                    point={referral.point}
                    onCleared={() => {
                      void client.invalidateQueries({ predicate: isOfReferrals })
                      onCleared()
                    }}
                  />
                ))}
              </ul>
            )
          }
        </Answered>
      )}
    </section>
  )
}
