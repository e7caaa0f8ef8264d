import { Link } from 'wouter'
import type { CivilDate } from '../../../kernel/time.ts'
import type { EntryAnswer } from '../../../watchlist/watch.api.ts'
import { formatDate, formatYear } from '../../../words/dates.ts'
import { entryStateWords, watchKindWords, watchReasonWords, watchWords } from '../../../words/watchlist.ts'
import { useWords } from '../frame/language.tsx'

export const stateTone = { 'in-force': 'refer', 'not-yet': 'flag', expired: 'quiet', ended: 'quiet' } as const

export function EntryTable({ title, entries }: { title: string; entries: readonly EntryAnswer[] }) {
  const { say, language } = useWords()
  return (
    <div className="table-card">
      <table className="table watch-table" data-testid="watch-entries">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say(watchWords.who)}</th>
            <th scope="col">{say(watchWords.why)}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id} data-testid="watch-row" data-state={entry.state} data-kind={entry.kind}>
              <th scope="row" className="name-cell">
                <EntryName entry={entry} />
                <Link href={`/watchlist/${entry.id}`} className="watch-look" data-testid="look">
                  {say(watchWords.open)}
                </Link>
              </th>
              <td>
                <Why entry={entry} />
                <span className="second-line small">{entry.source}</span>
                <span className="second-line small">
                  {say(watchWords.until)} {formatDate(entry.lastDay as CivilDate, language)}
                </span>
                <span className={`badge tone-${stateTone[entry.state]}`}>{say(entryStateWords[entry.state])}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Why, or that it is not for this reader. */
export function Why({ entry: { reason } }: { entry: Pick<EntryAnswer, 'reason'> }) {
  const { say } = useWords()
  return reason === null ? <span className="soft">{say(watchWords.whyHidden)}</span> : say(watchReasonWords[reason])
}

/** Who or what it is about, each name in its own letters. */
export function EntryName({ entry: { kind, person, document, plate } }: { entry: EntryAnswer }) {
  const { say, language } = useWords()
  const names = person
    ? (
        [
          ['km', person.nameKhmer],
          ['th', person.nameThai],
          ['en', person.nameLatin],
        ] as const
      ).filter(([, name]) => name !== null)
    : []
  const born = person?.birthDate
    ? say(watchWords.born, { date: formatDate(person.birthDate as CivilDate, language) })
    : person?.birthYear
      ? say(watchWords.bornIn, { year: formatYear(person.birthYear, language) })
      : ''
  return (
    <>
      {names.map(([lang, name]) => (
        <span key={lang} lang={lang} className="watch-name">
          {name}
        </span>
      ))}
      {document && <span className="code">{`${document.issuer} ${document.number}`}</span>}
      {plate !== null && <span className="code">{plate}</span>}
      <span className="second-line small soft">{[say(watchKindWords[kind]), born].filter(Boolean).join(' · ')}</span>
    </>
  )
}
