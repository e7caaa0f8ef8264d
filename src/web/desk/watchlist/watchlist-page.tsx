import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { EntryAnswer } from '../../../watchlist/watch.api.ts'
import { watchWords } from '../../../words/watchlist.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { usePlaceName } from '../import/imports-page.tsx'
import { usePointName } from '../names.ts'
import { Answered, Empty } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { EnterForm } from './enter-form.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { EntryTable } from './entry-table.tsx'
import { ImportFile } from './import-file.tsx'
import { SearchList } from './search-list.tsx'
import { isPoint, useEntries, useLists } from './watch-queries.ts'

/** The list of a desk: who is on it, entering, ending, clearing; for a chief, what was cleared at the point. */
export function WatchlistPage() {
  const { say } = useWords()
  const { may } = useMe()
  const lists = useLists()
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [looked, setLooked] = useState<EntryAnswer | undefined>(undefined)
  const place = chosen ?? lists[0]
  if (place === undefined) return <PageHead title={say(watchWords.title)} lead={say(watchWords.lead)} />
  const isDesk = !isPoint(place)
  return (
    <>
      <PageHead title={say(watchWords.title)} lead={say(watchWords.lead)} />
      <div className="stack">
        {lists.length > 1 && <ChooseList lists={lists} place={place} onChoose={setChosen} />}
        {isDesk && <SearchList onLook={setLooked} />}
        <Entries key={place} place={place} onLook={setLooked} />
        {isDesk && may('watch.enter', place) && <EnterForm key={`enter ${place}`} place={place} />}
        {isDesk && may('watch.import', place) && <ImportFile key={`import ${place}`} place={place} />}
      </div>
      {looked && <EntryDialog key={looked.id} entry={looked} place={place} onChange={setLooked} onClose={() => setLooked(undefined)} />}
    </>
  )
}

export function useListName() {
  const [placeName, pointName] = [usePlaceName(), usePointName()]
  return (place: string): string => (isPoint(place) ? pointName(place) : placeName(place))
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

function Entries({ place, onLook }: { place: string; onLook(entry: EntryAnswer): void }) {
  const { say } = useWords()
  const [after, setAfter] = useState<string | undefined>(undefined)
  const found = useEntries(place, after)
  const title = say(isPoint(place) ? watchWords.cleared : watchWords.entries)
  return (
    <section className="stack" aria-labelledby="entries-title">
      <h2 id="entries-title">{title}</h2>
      <Answered query={found}>
        {({ entries, next }) => (
          <>
            {entries.length === 0 ? <Empty>{say(watchWords.none)}</Empty> : <EntryTable title={title} entries={entries} onLook={onLook} />}
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
