import { borderZone, type CivilDate, type Instant } from '../../../kernel/time.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../words/dates.ts'
import { passWords } from '../../../words/desk.ts'
import { referralWords } from '../../../words/referrals.ts'
import { sayDocument, sayNationality } from '../../../words/states.ts'
import { directionWords, outcomeWords } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'
import { usePointName } from '../names.ts'
import { Facts } from '../parts/facts.tsx'
import { latinName, PersonName } from '../parts/person.tsx'
import { TableSection } from '../parts/table-card.tsx'
import { useMovements } from '../queries.ts'
import { Face } from './face.tsx'
import { outcomeTone } from './lanes.tsx'
import type { Evidence } from './point-queries.ts'

type Props = { readonly of: { readonly point: string; readonly number: string | null } } & Pick<Evidence, 'facts' | 'holder'>

/** Who it is by our register; of another's document, what the verdict had of it. */
export function Person({ of, facts, holder }: Props) {
  const { say, language } = useWords()
  const { document, person } = facts
  const number = document.number ?? of.number
  return (
    <section className="card stack" aria-labelledby="person-title">
      <h2 id="person-title">{say(referralWords.holder)}</h2>
      {holder ? (
        <>
          <p>
            <PersonName person={holder} lang={document.issuer === 'TH' ? 'th' : 'km'} />
          </p>
          <Face point={of.point} number={holder.number} name={latinName(holder)} />
        </>
      ) : (
        <p className="soft">{say(document.issuer === facts.state ? referralWords.holderHidden : referralWords.foreign)}</p>
      )}
      <Facts
        facts={[
          [say(referralWords.born), holder && formatDate(holder.birthDate as CivilDate, language)],
          [say(referralWords.age), holder || person.age === null ? null : formatNumber(person.age, language)],
          [say(referralWords.nationality), document.nationality && sayNationality(document.nationality, language)],
          [
            say(referralWords.document),
            number !== null && (
              <span key="number" className="code">
                {sayDocument(document.issuer, number, language)}
              </span>
            ),
          ],
          [say(referralWords.lastDay), document.lastDay && formatDate(document.lastDay as CivilDate, language)],
        ]}
      />
    </section>
  )
}

/** Where this holder was before, as far as the reader may see it. */
export function EarlierMovements({ number, but }: { number: string; but: string }) {
  const { say, language } = useWords()
  const pointName = usePointName()
  const movements = useMovements(number)
  const earlier = { ...movements, data: movements.data?.filter(({ id }) => id !== but).slice(0, 10) } as typeof movements
  const heads = [say(passWords.when), say(passWords.verdict)] as const
  return (
    <TableSection id="earlier-title" title={say(referralWords.earlier)} query={earlier} empty={say(referralWords.noEarlier)} heads={heads}>
      {({ id, occurredAt, point, direction, outcome }) => (
        <tr key={id} data-testid="earlier">
          <td>
            {formatDateTime(occurredAt as Instant, borderZone, language)}
            <span className="second-line small soft">
              {pointName(point)} · {say(directionWords[direction])}
            </span>
          </td>
          <td>
            <span className={`badge tone-${outcomeTone[outcome]}`}>{say(outcomeWords[outcome].word)}</span>
          </td>
        </tr>
      )}
    </TableSection>
  )
}
