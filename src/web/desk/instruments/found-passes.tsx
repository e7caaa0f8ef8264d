import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { RevocationAnswer, SignedCountAnswer } from '../../../passes/mandate.api.ts'
import { formatDateTime, formatNumber } from '../../../words/dates.ts'
import { numbersWords } from '../../../words/desk.ts'
import { handledWords, signedWords } from '../../../words/revocations.ts'
import { askFile, type Problem } from '../../api.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Empty, ProblemNotice } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { csvPath, type PassAsk, revocationsPath } from './instrument-queries.ts'
import { SignedList } from './signed-list.tsx'

/** How many, which, the file, and the proposal to revoke them. */
export function FoundPasses({ ask, counted }: { ask: PassAsk; counted: SignedCountAnswer }) {
  const { say, language } = useWords()
  const [isListed, setListed] = useState(false)
  const { count: label, none, title } = 'instrument' in ask.of ? signedWords : handledWords
  if (counted.count === 0) return <Empty>{say(none)}</Empty>
  return (
    <>
      <div className="tiles">
        <div className="tile" data-testid="signed-count" data-count={counted.count}>
          <span>{say(label)}</span>
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
      {isListed && <SignedList ask={ask} name={say(title)} />}
    </>
  )
}

function CsvButton({ ask }: { ask: PassAsk }) {
  const { say, language } = useWords()
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  async function download() {
    setPending(true)
    setProblem(undefined)
    const answer = await askFile(csvPath(ask), { language })
    setPending(false)
    if (answer.ok) saveFile(answer.value, 'instrument' in ask.of ? 'signed-passes.csv' : 'handled-passes.csv')
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

function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken it up by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** The first of two people. What it would change was counted just now; the server counts again. */
function Propose({ ask, count }: { ask: PassAsk; count: number }) {
  const { say, language } = useWords()
  const { me, may } = useMe()
  const client = useQueryClient()
  const command = useCommand<RevocationAnswer>()
  const [isAsking, setAsking] = useState(false)
  if (!may('mandate.revoke-passes', ask.office === '' ? undefined : ask.office)) return null
  // Nobody proposes to revoke what they did themselves.
  if ('account' in ask.of && ask.of.account === me.id) return <p className="soft small">{say(handledWords.ownHands)}</p>
  const number = formatNumber(count, language)
  async function propose(reason: string) {
    const { office, of, from, until } = ask
    const proposed = await command.send('/api/v1/mass-revocations', { ...of, from, until, ...(office !== '' && { office }), reason })
    if (!proposed) return
    setAsking(false)
    await client.invalidateQueries({ queryKey: [revocationsPath(ask.of)] })
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
