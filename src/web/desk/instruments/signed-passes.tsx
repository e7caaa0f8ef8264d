import { Button, NativeSelect } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type AreaCode, provinceOf } from '../../../kernel/code.ts'
import { addDays, borderZone, type CivilDate, civilDateAt, type Instant } from '../../../kernel/time.ts'
import type { MandateAnswer as Mandate, RevocationAnswer, SignedCountAnswer } from '../../../passes/mandate.api.ts'
import { formatDateTime, formatNumber } from '../../../words/dates.ts'
import { numbersWords } from '../../../words/desk.ts'
import { instrumentWords, signedWords } from '../../../words/instruments.ts'
import { askFile, type Problem } from '../../api.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useAreaName } from '../names.ts'
import { Answered, Empty, ProblemNotice } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { useInstance } from '../queries.ts'
import { revocationsPath, type SignedAsk, signedQuery, useSignedCount } from './instrument-queries.ts'
import { MomentFields } from './moment-fields.tsx'
import { SignedList } from './signed-list.tsx'
import { readMoment, type TypedMoment, typeMoment } from './typed-moment.ts'

type SignedProps = { readonly instrument: string; readonly mandates: readonly Mandate[] }

/** "All passes signed under it between … and …": how many, which, the file, and the proposal to revoke them. */
export function SignedPasses({ instrument, mandates }: SignedProps) {
  const { say } = useWords()
  const instance = useInstance()
  const [first = ''] = mandates.map(({ from }) => from).toSorted()
  return (
    <section className="stack" aria-labelledby="signed-title" data-testid="signed">
      <h2 id="signed-title">{say(signedWords.title)}</h2>
      <Answered query={instance}>
        {({ now }) => (
          <Asked
            instrument={instrument}
            mandates={mandates}
            firstDay={first as CivilDate}
            nextDay={addDays(civilDateAt(now as Instant, borderZone), 1)}
          />
        )}
      </Answered>
    </section>
  )
}

/** From the first mandate's first day to now, until something else is asked. */
function Asked({ instrument, mandates, firstDay, nextDay }: SignedProps & { firstDay: CivilDate; nextDay: CivilDate }) {
  const { say, language } = useWords()
  const [from, setFrom] = useState<TypedMoment>(() => typeMoment(firstDay, '00:00', language))
  const [until, setUntil] = useState<TypedMoment>(() => typeMoment(nextDay, '00:00', language))
  const [office, setOffice] = useState('')
  const [start, end] = [readMoment(from), readMoment(until)]
  const isPeriod = start !== undefined && end !== undefined && start < end
  const ask: SignedAsk = { instrument, from: start ?? '', until: end ?? '', office }
  const count = useSignedCount(ask, isPeriod)
  return (
    <>
      <div className="card signed-ask">
        <MomentFields legend={say(signedWords.from)} typed={from} testid="from" change={setFrom} />
        <MomentFields legend={say(signedWords.until)} typed={until} testid="until" change={setUntil} />
        <OfficeChoice mandates={mandates} office={office} choose={setOffice} />
      </div>
      {start && end && !isPeriod && (
        <p className="field-error" role="alert">
          {say(signedWords.badPeriod)}
        </p>
      )}
      {isPeriod && <Answered query={count}>{(counted) => <Found key={signedQuery(ask)} ask={ask} counted={counted} />}</Answered>}
    </>
  )
}

/** The offices of one's own that have a mandate of this instrument; a choice only where there are several. */
function OfficeChoice({ mandates, office, choose }: { mandates: readonly Mandate[]; office: string; choose(office: string): void }) {
  const { say } = useWords()
  const { may } = useMe()
  const areaName = useAreaName()
  const offices = [...new Set(mandates.map((mandate) => mandate.office))].filter((id) => may('mandate.passes', id))
  if (offices.length < 2) return null
  const provinces = [...new Set(offices.map((id) => provinceOf(id as AreaCode)))]
  const groups = provinces.map((province) => ({
    group: areaName(province),
    items: offices.filter((id) => provinceOf(id as AreaCode) === province).map((value) => ({ value, label: areaName(value) })),
  }))
  return (
    <NativeSelect
      label={say(instrumentWords.office)}
      value={office}
      data={[{ value: '', label: say(signedWords.everyOffice) }, ...groups]}
      onChange={(event) => choose(event.currentTarget.value)}
      data-testid="signed-office"
    />
  )
}

function Found({ ask, counted }: { ask: SignedAsk; counted: SignedCountAnswer }) {
  const { say, language } = useWords()
  const [isListed, setListed] = useState(false)
  if (counted.count === 0) return <Empty>{say(signedWords.none)}</Empty>
  return (
    <>
      <div className="tiles">
        <div className="tile" data-testid="signed-count" data-count={counted.count}>
          <span>{say(signedWords.count)}</span>
          <strong>{formatNumber(counted.count, language)}</strong>
        </div>
        <div className="tile" data-testid="signed-live" data-count={counted.live}>
          <span>{say(signedWords.live)}</span>
          <strong>{formatNumber(counted.live, language)}</strong>
        </div>
      </div>
      <p className="soft small">{say(numbersWords.asOf, { at: formatDateTime(counted.asOf as Instant, borderZone, language) })}</p>
      <div className="actions">
        <Button
          variant="default"
          leftSection={<Icon name="list" />}
          aria-expanded={isListed}
          onClick={() => setListed(!isListed)}
          data-testid="show-signed"
        >
          {say(isListed ? signedWords.hideList : signedWords.list)}
        </Button>
        <CsvButton ask={ask} />
        {counted.live > 0 && <Propose ask={ask} count={counted.live} />}
      </div>
      <p className="soft small">{say(signedWords.listNote)}</p>
      {isListed && <SignedList ask={ask} />}
    </>
  )
}

function CsvButton({ ask }: { ask: SignedAsk }) {
  const { say, language } = useWords()
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  async function download() {
    setPending(true)
    setProblem(undefined)
    const answer = await askFile(`/api/v1/mandates/passes.csv?${signedQuery(ask)}`, { language })
    setPending(false)
    if (answer.ok) saveFile(answer.value)
    else setProblem(answer.problem)
  }
  return (
    <>
      <Button variant="default" leftSection={<Icon name="file" />} loading={isPending} onClick={() => void download()} data-testid="signed-csv">
        {say(signedWords.csv)}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  )
}

function saveFile(file: Blob): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = 'signed-passes.csv'
  link.click()
  // The browser has taken it up by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** The first of two people. What it would change was counted just now; the server counts again. */
function Propose({ ask, count }: { ask: SignedAsk; count: number }) {
  const { say, language } = useWords()
  const { may } = useMe()
  const client = useQueryClient()
  const command = useCommand<RevocationAnswer>()
  const [isAsking, setAsking] = useState(false)
  if (!may('mandate.revoke-passes', ask.office === '' ? undefined : ask.office)) return null
  const number = formatNumber(count, language)
  async function propose(reason: string) {
    const { office, ...rest } = ask
    const proposed = await command.send('/api/v1/mass-revocations', { ...rest, ...(office !== '' && { office }), reason })
    if (!proposed) return
    setAsking(false)
    await client.invalidateQueries({ queryKey: [revocationsPath(ask.instrument)] })
    document.getElementById('revocations-title')?.focus()
  }
  function open() {
    command.forget()
    setAsking(true)
  }
  return (
    <>
      <Button variant="outline" color="refuse" onClick={open} data-testid="propose">
        {say(signedWords.propose, { count: number })}
      </Button>
      {isAsking && (
        <ReasonDialog
          title={say(signedWords.proposeTitle, { count: number })}
          lead={say(signedWords.proposeLead)}
          action={say(signedWords.proposeAction)}
          danger
          pending={command.pending}
          problem={command.problem}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => void propose(reason)}
        />
      )}
    </>
  )
}
