import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { listParts } from '../../../watchlist/watch-entry.rules.ts'
import { watchKinds } from '../../../watchlist/watch-match.rules.ts'
import { formatNumber } from '../../../words/dates.ts'
import { listPartWords, watchKindWords, watchWords } from '../../../words/watchlist.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Answered, Empty } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { EnterForm } from './enter-form.tsx'
import { EntryTable } from './entry-table.tsx'
import { ImportFile } from './import-file.tsx'
import { SearchList } from './search-list.tsx'
import { everything, type Filter, isPoint, useEntries, useListName, useLists } from './watch-queries.ts'

/** The list of a desk: who is on it, entering, ending, clearing; for a chief, what was cleared at the point. */
export function WatchlistPage() {
  const { say } = useWords()
  const { may } = useMe()
  const lists = useLists()
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const place = chosen ?? lists[0]
  if (place === undefined) return <PageHead title={say(watchWords.title)} lead={say(watchWords.lead)} />
  const isDesk = !isPoint(place)
  return (
    <>
      <PageHead title={say(watchWords.title)} lead={say(watchWords.lead)} />
      <div className="stack">
        {lists.length > 1 && <ChooseList lists={lists} place={place} onChoose={setChosen} />}
        {isDesk && <SearchList />}
        <Entries key={place} place={place} />
        {isDesk && may('watch.enter', place) && <EnterForm key={`enter ${place}`} place={place} />}
        {isDesk && may('watch.import', place) && <ImportFile key={`import ${place}`} place={place} />}
      </div>
    </>
  )
}

function ChooseList({ lists, place, onChoose }: { lists: readonly string[]; place: string; onChoose(place: string): void }) {
  const { say } = useWords()
  const listName = useListName()
  return (
    <NativeSelect
      className="watch-choose"
      label={say(watchWords.list)}
      value={place}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data={lists.map((value) => ({ value, label: listName(value) }))}
    />
  )
}

function Entries({ place }: { place: string }) {
  const { say } = useWords()
  const [filter, setFilter] = useState<Filter>(everything)
  const [after, setAfter] = useState<string | undefined>(undefined)
  const found = useEntries(place, isPoint(place) ? undefined : filter, after)
  const choose = (change: Partial<Filter>) => {
    setAfter(undefined)
    setFilter({ ...filter, ...change })
  }
  const title = say(isPoint(place) ? watchWords.cleared : watchWords.entries)
  return (
    <section className="stack" aria-labelledby="entries-title">
      <h2 id="entries-title">{title}</h2>
      {!isPoint(place) && <ChooseEntries filter={filter} days={found.data?.expiringDays} onChoose={choose} />}
      <Answered query={found}>
        {({ entries, next }) => (
          <>
            {entries.length === 0 ? <Empty>{say(watchWords.none)}</Empty> : <EntryTable title={title} entries={entries} />}
            <div className="actions">
              {next !== null && (
                <Button variant="default" onClick={() => setAfter(next)}>
                  {say(watchWords.older)}
                </Button>
              )}
              {after !== undefined && (
                <Button variant="default" onClick={() => setAfter(undefined)}>
                  {say(watchWords.newest)}
                </Button>
              )}
            </div>
          </>
        )}
      </Answered>
    </section>
  )
}

function ChooseEntries({ filter, days, onChoose }: { filter: Filter; days: number | undefined; onChoose(change: Partial<Filter>): void }) {
  const { say, language } = useWords()
  const [source, setSource] = useState(filter.source)
  const within = days === undefined ? '…' : formatNumber(days, language)
  function apply(event: FormEvent) {
    event.preventDefault()
    onChoose({ source: source.trim() })
  }
  return (
    <form className="find" onSubmit={apply}>
      <NativeSelect
        label={say(watchWords.part)}
        value={filter.part}
        onChange={(event) => onChoose({ part: listParts.find((part) => part === event.currentTarget.value) ?? 'all' })}
        data={listParts.map((value) => ({ value, label: say(listPartWords[value], { days: within }) }))}
        data-testid="watch-part"
      />
      <NativeSelect
        label={say(watchWords.kind)}
        value={filter.kind}
        onChange={(event) => onChoose({ kind: watchKinds.find((kind) => kind === event.currentTarget.value) ?? '' })}
        data={[{ value: '', label: say(listPartWords.all) }, ...watchKinds.map((value) => ({ value, label: say(watchKindWords[value]) }))]}
      />
      <TextInput
        label={say(watchWords.source)}
        value={source}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => setSource(event.currentTarget.value)}
        data-testid="watch-filter-source"
      />
      <Button type="submit" variant="default" data-testid="watch-filter">
        {say(watchWords.filter)}
      </Button>
    </form>
  )
}
