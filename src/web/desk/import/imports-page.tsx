import { Button, NativeSelect } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { relationsOf } from '../../../identity/authority.rules.ts'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { ImportAnswer } from '../../../passes/import/import.api.ts'
import { formatDateTime, formatNumber } from '../../../words/dates.ts'
import { importStateWords, importWords } from '../../../words/import.ts'
import { stateWords } from '../../../words/states.ts'
import type { Problem } from '../../api.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useAreaName } from '../names.ts'
import { Answered, Empty, ProblemNotice } from '../parts/answered.tsx'
import { FileField } from '../parts/file-input.tsx'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { importsPath, shownState, useImports } from './import-queries.ts'
import { sendPieces } from './send-file.ts'

export const importTone = {
  receiving: 'quiet',
  refused: 'refuse',
  received: 'flag',
  checking: 'river',
  checked: 'flag',
  running: 'river',
  stopped: 'refuse',
  done: 'admit',
} as const

export function ImportsPage() {
  const { say } = useWords()
  const imports = useImports()
  return (
    <>
      <PageHead title={say(importWords.title)} lead={say(importWords.lead)} />
      <div className="stack">
        <NewFile />
        <section aria-labelledby="earlier-title" className="stack">
          <h2 id="earlier-title">{say(importWords.earlier)}</h2>
          <Answered query={imports}>
            {(found) => (found.length === 0 ? <Empty>{say(importWords.none)}</Empty> : <ImportTable imports={found} />)}
          </Answered>
        </section>
      </div>
    </>
  )
}

/** The places of the roles by which somebody may bring a file in. */
function usePlaces(): string[] {
  const { me } = useMe()
  const roles = me.grants.filter(({ role, inForce }) => inForce && relationsOf(role, 'register.import').length > 0)
  return [...new Set(roles.map(({ place }) => place))]
}

export const usePlaceName = () => {
  const { say } = useWords()
  const areaName = useAreaName()
  return (place: string): string => (Object.hasOwn(stateWords, place) ? say(stateWords[place as keyof typeof stateWords]) : areaName(place))
}

function NewFile() {
  const { say, language } = useWords()
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const places = usePlaces()
  const placeName = usePlaceName()
  const begin = useCommand<ImportAnswer>()
  const [file, setFile] = useState<File | undefined>(undefined)
  const [place, setPlace] = useState(places[0] ?? '')
  const [percent, setPercent] = useState<number | undefined>(undefined)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  async function send(event: FormEvent) {
    event.preventDefault()
    if (!file || percent !== undefined) return
    setProblem(undefined)
    const begun = await begin.send(importsPath, { place, fileName: file.name.slice(0, 200), bytes: file.size })
    if (!begun) return
    setPercent(0)
    const failed = await sendPieces(begun.id, file, {
      from: begun.received,
      language,
      told: (received) => setPercent(Math.floor((received / file.size) * 100)),
    })
    setPercent(undefined)
    await client.invalidateQueries({ queryKey: [importsPath] })
    if (failed) return setProblem(failed)
    navigate(`/import/${begun.id}`)
  }
  return (
    <section className="card" aria-labelledby="new-file-title">
      <h2 id="new-file-title">{say(importWords.newFile)}</h2>
      <form className="import-form" onSubmit={(event) => void send(event)}>
        <FileField label={say(importWords.file)} accept=".csv,.txt,.tsv,.xlsx" onFile={setFile} data-testid="import-file">
          <span className="small">{say(importWords.limits)}</span>
        </FileField>
        {places.length > 1 && (
          <NativeSelect
            label={say(importWords.place)}
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value)}
            data={places.map((value) => ({ value, label: placeName(value) }))}
          />
        )}
        <Button
          type="submit"
          disabled={!file}
          loading={begin.pending || percent !== undefined}
          leftSection={<Icon name="arrow" />}
          data-testid="import-send"
        >
          {say(importWords.send)}
        </Button>
      </form>
      <p role="status" className="small">
        {percent !== undefined && say(importWords.sending, { percent })}
      </p>
      {(problem ?? begin.problem) && <ProblemNotice problem={(problem ?? begin.problem) as Problem} />}
    </section>
  )
}

function ImportTable({ imports }: { imports: readonly ImportAnswer[] }) {
  const { say } = useWords()
  return (
    <TableCard
      heads={[
        say(importWords.file),
        { name: say(importWords.place), as: 'wide-only' },
        { name: say(importWords.state), as: 'wide-only' },
        { name: say(importWords.created), as: 'number' },
        { name: say(importWords.refused), as: 'number' },
      ]}
      testid="imports"
      scrolls
    >
      {imports.map((each) => (
        <ImportRow key={each.id} one={each} />
      ))}
    </TableCard>
  )
}

function ImportRow({ one }: { one: ImportAnswer }) {
  const { say, language } = useWords()
  const placeName = usePlaceName()
  const number = (value: number) => formatNumber(value, language)
  const { id, fileName, place, state, created, refused, madeAt } = one
  const shown = shownState(one)
  const badge = <span className={`badge tone-${importTone[shown]}`}>{say(importStateWords[shown])}</span>
  return (
    <tr className="row-link">
      <th scope="row" className="name-cell">
        <Link href={`/import/${id}`}>{fileName}</Link>
        <span className="small soft">{formatDateTime(madeAt as Instant, borderZone, language)}</span>
        <span className="narrow-only small soft">{placeName(place)}</span>
        <span className="narrow-only">{badge}</span>
      </th>
      <td className="wide-only">{placeName(place)}</td>
      <td className="wide-only">{badge}</td>
      <td className="number">{state === 'running' || state === 'stopped' || state === 'done' ? number(created) : ''}</td>
      <td className="number">{state === 'receiving' || state === 'received' ? '' : number(refused)}</td>
    </tr>
  )
}
