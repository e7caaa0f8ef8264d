import { type Query, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { commonWords } from '../../../words/common.ts'
import { reviewWords } from '../../../words/office.ts'
import { reasonedSteps } from '../application/reasoned-steps.tsx'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { latinName } from '../parts/person.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { applicationKey } from '../queries.ts'

const { path, action, title, lead } = reasonedSteps['hold-back']

const isOfficeList = ({ queryKey: [key] }: Query): boolean => typeof key === 'string' && key.startsWith('/api/v1/applications?')

/** What the signer gives back to the reviewers while choosing: each with a reason, the rest stays on the list. */
export function useHoldBack() {
  const client = useQueryClient()
  const command = useCommand<Application>()
  const [asking, setAsking] = useState<Application | undefined>(undefined)
  const [done, setDone] = useState<readonly Application[]>([])
  function ask(application: Application | undefined) {
    command.forget()
    setAsking(application)
  }
  async function confirm({ id }: Application, reason: string) {
    const changed = await command.send(`/api/v1/applications/${id}/${path}`, { reason })
    if (!changed) return
    client.setQueryData(applicationKey(id), changed)
    client.setQueriesData<readonly Application[]>({ predicate: isOfficeList }, (rows) => rows?.map((row) => (row.id === id ? changed : row)))
    setDone((before) => [...before, changed])
    setAsking(undefined)
  }
  return { asking, ask, confirm, done, command }
}
export type HoldBack = ReturnType<typeof useHoldBack>

export function HoldBackDialog({ holding: { asking, ask, confirm, command } }: { holding: HoldBack }) {
  const { say } = useWords()
  if (!asking) return null
  return (
    <ReasonDialog
      title={`${say(title)}${say(commonWords.colon)} ${latinName(asking.applicant)}`}
      lead={say(lead)}
      action={say(action)}
      danger={false}
      isTold={false}
      pending={command.pending}
      problem={command.problem}
      onClose={() => ask(undefined)}
      onConfirm={(reason) => void confirm(asking, reason)}
    />
  )
}

/** The row that was held back is gone, and the focus with it: it stands here. */
export function HeldNow({ done }: { done: readonly Application[] }) {
  const { say } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (done.length > 0) heading.current?.focus()
  }, [done.length])
  if (done.length === 0) return null
  return (
    <section className="card held-now" aria-labelledby="held-now-title">
      <h2 id="held-now-title" ref={heading} tabIndex={-1}>
        {say(reviewWords.heldBackNow)}
      </h2>
      <ul>
        {done.map(({ id, applicant, reason }) => (
          <li key={id} data-testid="held-now">
            <Link href={`/applications/${id}`}>{latinName(applicant)}</Link>: {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}
