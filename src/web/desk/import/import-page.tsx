import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { ImportAnswer } from '../../../passes/import/import.api.ts'
import { commonWords } from '../../../words/common.ts'
import { formatNumber } from '../../../words/dates.ts'
import { importStateWords, importWords } from '../../../words/import.ts'
import { sayProblem } from '../../../words/problems.ts'
import type { Problem } from '../../api.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { Answered, ProblemNotice } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { FileField } from '../parts/file-input.tsx'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { FaultReport } from './fault-report.tsx'
import { importsPath, isWorking, shownState, useImport } from './import-queries.ts'
import { importTone } from './imports-page.tsx'
import { MappingForm } from './mapping-form.tsx'
import { sendPieces } from './send-file.ts'

/** One file: how far it is, its mapping, what the dry run found, and the run. */
export function ImportPage({ id }: { id: string }) {
  const { say } = useWords()
  const [working, setWorking] = useState(true)
  const found = useImport(id, working)
  const isOn = found.data !== undefined && isWorking(found.data)
  useEffect(() => setWorking(isOn), [isOn])
  return (
    <>
      <PageHead title={found.data?.fileName ?? say(importWords.title)} lead={<Link href="/import">{say(importWords.back)}</Link>}>
        {found.data && (
          <span className={`badge tone-${importTone[shownState(found.data)]}`} data-testid="import-state" data-state={found.data.state}>
            {say(importStateWords[shownState(found.data)])}
          </span>
        )}
      </PageHead>
      <Answered query={found}>{(batch) => <Batch batch={batch} />}</Answered>
    </>
  )
}

function Batch({ batch }: { batch: ImportAnswer }) {
  const { say } = useWords()
  const { id, state, stoppedBy } = batch
  const isTried = state !== 'receiving' && state !== 'received'
  const isComing = shownState(batch) === 'receiving'
  return (
    <div className="stack">
      {isComing && <GoOnSending batch={batch} />}
      {stoppedBy && <StoppedBy why={say(state === 'receiving' ? importStateWords.refused : importWords.stoppedBy)} code={stoppedBy} />}
      {isTried && <Progress batch={batch} />}
      {(state === 'received' || state === 'checked') && <MappingForm key={id} batch={batch} />}
      {isTried && <FaultReport batch={batch} />}
      {isComing && <p className="small">{say(importWords.limits)}</p>}
    </div>
  )
}

function StoppedBy({ why, code }: { why: string; code: NonNullable<ImportAnswer['stoppedBy']> }) {
  const { say, language } = useWords()
  const { title, next } = sayProblem({ code }, language)
  return (
    <div className="notice notice-refuse" role="alert" data-testid="import-stopped" data-code={code}>
      <Icon name="cross" />
      <div>
        <p className="problem-title">
          {why}
          {say(commonWords.colon)} {title}
        </p>
        <p>{next}</p>
      </div>
    </div>
  )
}

/** The file lies on the person's own machine: chosen again, it goes on where it was. */
function GoOnSending({ batch }: { batch: ImportAnswer }) {
  const { say, language } = useWords()
  const client = useQueryClient()
  const [file, setFile] = useState<File | undefined>(undefined)
  const [percent, setPercent] = useState<number | undefined>(undefined)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  async function send() {
    if (!file) return
    setPercent(0)
    const failed = await sendPieces(batch.id, file, {
      from: batch.received,
      language,
      told: (received) => setPercent(Math.floor((received / file.size) * 100)),
    })
    setPercent(undefined)
    setProblem(failed)
    await client.invalidateQueries({ queryKey: [`${importsPath}/${batch.id}`] })
  }
  return (
    <section className="card import-form">
      <FileField label={say(importWords.file)} onFile={setFile} />
      <Button disabled={file?.size !== batch.bytes} loading={percent !== undefined} onClick={() => void send()}>
        {say(importWords.goOnSending)}
      </Button>
      <p role="status">{say(importWords.sending, { percent: percent ?? Math.floor((batch.received / batch.bytes) * 100) })}</p>
      {problem && <ProblemNotice problem={problem} />}
    </section>
  )
}

function Progress({ batch }: { batch: ImportAnswer }) {
  const { say, language } = useWords()
  const client = useQueryClient()
  const command = useCommand<ImportAnswer>()
  const { id, state, rows, created, unchanged, refused, flagged } = batch
  const number = (value: number) => formatNumber(value, language)
  const isDry = state === 'checking' || state === 'checked'
  async function ask(name: 'start' | 'stop') {
    if (await command.send(`${importsPath}/${id}/${name}`, {})) await client.invalidateQueries({ queryKey: [`${importsPath}/${id}`] })
  }
  return (
    <section className="card" aria-live="polite" data-testid="import-progress">
      <Facts
        facts={[
          [say(importWords.rows), number(rows)],
          [say(isDry ? importWords.wouldCreate : importWords.created), <strong key="n">{number(created)}</strong>],
          [say(importWords.unchanged), number(unchanged)],
          [say(importWords.refused), number(refused)],
          [say(importWords.flagged), flagged > 0 ? number(flagged) : ''],
        ]}
      />
      {isWorking(batch) && rows === 0 && <p className="small soft">{say(importWords.inLine)}</p>}
      {isWorking(batch) && <progress className="import-bar" aria-label={say(importStateWords[state])} />}
      <div className="actions">
        {state === 'checked' && created > 0 && (
          <Button size="lg" loading={command.pending} onClick={() => void ask('start')} data-testid="import-start">
            {say(importWords.start, { count: number(created) })}
          </Button>
        )}
        {isWorking(batch) && (
          <Button variant="default" loading={command.pending} onClick={() => void ask('stop')} data-testid="import-stop">
            {say(importWords.stop)}
          </Button>
        )}
        {state === 'stopped' && (
          <Button size="lg" loading={command.pending} onClick={() => void ask('start')} data-testid="import-go-on">
            {say(importWords.goOn)}
          </Button>
        )}
      </div>
      {command.problem && <ProblemNotice problem={command.problem} />}
    </section>
  )
}
