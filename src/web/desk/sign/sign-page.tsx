import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearch } from 'wouter'
import type { ProblemCode } from '../../../kernel/problem.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { formatNumber } from '../../../words/dates.ts'
import { signingWords } from '../../../words/work.ts'
import { useWords } from '../frame/language.tsx'
import { useOfficeChoice } from '../frame/office.tsx'
import { useAreaName } from '../names.ts'
import { Answered, Empty } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useQueue } from '../queries.ts'
import { ChooseList } from './choose-list.tsx'
import { heldBackIn } from './held-back.ts'
import { HeldNow, HoldBackDialog, useHoldBack } from './hold-back.tsx'
import { ShownList } from './shown-list.tsx'
import { SignedList } from './signed-list.tsx'
import { listMax, useSigning } from './use-signing.ts'

/** A governor's work: the list, the faces, one gesture, what was held back and why. */
export function SignPage() {
  const { say, language } = useWords()
  const { office } = useOfficeChoice()
  const areaName = useAreaName()
  // Those alone, who waits longest first: in a long queue others would hide them.
  const applications = useQueue(office?.id ?? '', 'approved')
  return (
    <>
      <PageHead
        title={say(signingWords.title)}
        lead={say(signingWords.lead, { office: areaName(office?.id ?? ''), max: formatNumber(listMax, language) })}
      />
      <Answered query={applications}>{(waiting) => <Lists waiting={waiting} />}</Answered>
    </>
  )
}

function Lists({ waiting }: { waiting: readonly Application[] }) {
  const { say } = useWords()
  const client = useQueryClient()
  const holding = useHoldBack()
  const [shown, setShown] = useState<readonly Application[]>([])
  const signing = useSigning()
  const only = new URLSearchParams(useSearch()).get('only')
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(
    () => new Set(only === null ? [] : waiting.map(({ id }) => id).filter((id) => id !== only)),
  )
  const [held, setHeld] = useState<ReadonlyMap<string, ProblemCode>>(new Map())
  const ticked = waiting.filter(({ id }) => !unticked.has(id) && !held.has(id)).slice(0, listMax)
  const { stage } = signing

  async function show() {
    const ids = ticked.map(({ id }) => id)
    // Signed, they are no longer among those that wait.
    setShown(ticked)
    const problem = await signing.show(ids)
    if (problem) setHeld((before) => new Map([...before, ...heldBackIn(problem, ids)]))
  }
  async function again() {
    signing.back()
    await client.invalidateQueries({ predicate: ({ queryKey: [path] }) => typeof path === 'string' && path.startsWith('/api/v1/applications') })
  }
  if (stage.type === 'signed') return <SignedList answer={stage.answer} found={shown} onAgain={() => void again()} />
  if ('list' in stage)
    return (
      <ShownList
        list={stage.list}
        stage={stage.type}
        problem={signing.signProblem}
        onSign={() => void signing.sign(stage.list)}
        onBack={() => void again()}
      />
    )
  return (
    <div className="stack">
      <HeldNow done={holding.done} />
      {waiting.length === 0 ? (
        <Empty>{say(signingWords.none)}</Empty>
      ) : (
        <ChooseList
          waiting={waiting}
          ticked={ticked}
          held={held}
          problem={signing.problem}
          isAsking={stage.type === 'asking'}
          onTicks={(ids) => setUnticked(new Set(waiting.map(({ id }) => id).filter((id) => !ids.includes(id))))}
          onShow={() => void show()}
          onHoldBack={holding.ask}
        />
      )}
      <HoldBackDialog holding={holding} />
    </div>
  )
}
