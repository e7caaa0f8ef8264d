import { createContext, type ReactNode, use, useCallback, useEffect, useMemo } from 'react'
import type { Action } from '../../../identity/authority-lists.rules.ts'
import type { AccountAnswer } from '../../../identity/identity.api.ts'
import { signedOutEvent } from '../../api.ts'
import { mayAt, mayDo } from '../../may.ts'
import { wayIn } from '../../who.ts'
import { ProblemNotice, Waiting } from '../parts/answered.tsx'
import { problemOf, useAccount } from '../queries.ts'

type Me = {
  readonly me: AccountAnswer
  /** What a screen offers: with an area, there; without, anywhere. The server decides at each request. */
  may(action: Action, area?: string): boolean
}
const Me = createContext<Me | undefined>(undefined)

/** Who works here. Whoever is not signed in, or not any more, is led to where a session begins and back; drafts stay in the tab. */
export function MeProvider({ children }: { children: ReactNode }) {
  const account = useAccount()
  useEffect(() => {
    const leave = () => location.assign(wayIn())
    addEventListener(signedOutEvent, leave)
    return () => removeEventListener(signedOutEvent, leave)
  }, [])
  const may = useCallback(
    (action: Action, area?: string) => {
      if (!account.data) return false
      return area === undefined ? mayDo(account.data, action) : mayAt(account.data, action, area)
    },
    [account.data],
  )
  const value = useMemo(() => account.data && { me: account.data, may }, [account.data, may])
  if (value) return <Me value={value}>{children}</Me>
  const problem = problemOf(account.error)
  return (
    <main className="content">
      {problem && problem.status !== 401 ? <ProblemNotice problem={problem} onRetry={() => void account.refetch()} /> : <Waiting />}
    </main>
  )
}

export function useMe(): Me {
  const me = use(Me)
  if (!me) throw new Error('useMe outside MeProvider')
  return me
}
