import { Button, Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { commonWords } from '../../../words/common.ts'
import { applicationWords, deskWords } from '../../../words/desk.ts'
import { problemWords, ruleWords, sayProblem } from '../../../words/problems.ts'
import type { Problem } from '../../api.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName, useInstrumentTitle } from '../names.ts'
import { problemOf } from '../queries.ts'
import { Icon } from './icon.tsx'
import { PageHead } from './page-head.tsx'

type AnsweredProps<T> = { readonly query: UseQueryResult<T>; readonly title?: string; readonly children: (value: T) => ReactNode }

/**
 * What a query gave: its value, or that it is on its way, or the problem with a way to try again. An older value stays under a lost connection.
 * `title` heads a page whose heading is the value's, when there is none.
 */
export function Answered<T>({ query, title, children }: AnsweredProps<T>) {
  const problem = problemOf(query.error)
  return (
    <>
      {problem && title !== undefined && query.data === undefined && <PageHead title={title} />}
      {problem && <ProblemNotice problem={problem} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && children(query.data)}
      {query.data === undefined && !problem && <Waiting />}
    </>
  )
}

export function Waiting() {
  const { say } = useWords()
  return (
    <div className="waiting" role="status">
      <span className="visually-hidden">{say(deskWords.loading)}</span>
      <Skeleton height={28} width="40%" />
      <Skeleton height={90} />
      <Skeleton height={90} />
    </div>
  )
}

/** The refusal in the reader's words, whatever language it was asked in; areas by their names. */
export function useProblemWords() {
  const { language, say } = useWords()
  const areaName = useAreaName()
  return (problem: Problem): { title: string; next: string } => {
    if (problem.code === 'no-connection') return { title: say(commonWords.noConnection), next: '' }
    if (!Object.hasOwn(problemWords, problem.code)) return { title: problem.title, next: problem.next }
    const named = Object.entries(problem.about ?? {}).map(([key, value]) => [
      key,
      typeof value === 'string' && /^[A-Z]{2}:\d+$/.test(value) ? areaName(value) : value,
    ])
    return sayProblem({ code: problem.code, about: Object.fromEntries(named) }, language)
  }
}

/** Which rule, by which instrument, and what to do next. */
export function ProblemText({ problem }: { problem: Problem }) {
  const { say } = useWords()
  const instrumentTitle = useInstrumentTitle()
  const { title, next } = useProblemWords()(problem)
  const rule = Object.hasOwn(ruleWords, problem.rule) ? ruleWords[problem.rule as keyof typeof ruleWords] : undefined
  const pass = problem.code === 'applicant.has-live-pass' ? problem.about?.['number'] : undefined
  return (
    <>
      <p className="problem-title">{title}</p>
      {next && <p>{next}</p>}
      {pass !== undefined && (
        <p>
          <Link href={`/passes/${pass}`}>
            {say(applicationWords.openPass)} {pass}
          </Link>
        </p>
      )}
      {rule && (
        <p className="small">
          {say(deskWords.rule)}
          {say(commonWords.colon)} {say(rule)}
          {problem.instruments.map((id) => (
            <span key={id}> · {instrumentTitle(id)}</span>
          ))}
        </p>
      )}
    </>
  )
}

/** Asking again helps where nothing was heard, or the server had no time for it; a refusal stays one. */
const isWorthAsking = ({ status }: Problem): boolean => status < 400 || status >= 500 || status === 408 || status === 429

export function ProblemNotice({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const { say } = useWords()
  return (
    <div className="notice notice-refuse" role="alert" data-testid="problem" data-code={problem.code}>
      <Icon name="cross" />
      <div>
        <ProblemText problem={problem} />
        {onRetry && isWorthAsking(problem) && (
          <Button variant="default" onClick={onRetry}>
            {say(deskWords.tryAgain)}
          </Button>
        )}
      </div>
    </div>
  )
}

export function Empty({ children }: { children: ReactNode }) {
  return <div className="empty">{children}</div>
}
