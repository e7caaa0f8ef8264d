import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import type { Action } from '../../../identity/authority-lists.rules.ts'
import type { OfficeAnswer } from '../../../passes/passes.api.ts'
import { useInstance, useOffices } from '../queries.ts'
import { useMe } from './me.tsx'

const storageKey = 'spean.desk.office'
const workOfAnOffice: readonly Action[] = [
  'application.take',
  'application.read',
  'payment.read',
  'application.approve',
  'pass.sign',
  'pass.read',
  'pass.print',
  'pass.count',
  'booklet.read',
]

type Chosen = {
  /** Offices at which one's roles have work; empty while they load. */
  readonly offices: readonly OfficeAnswer[]
  readonly isLoading: boolean
  readonly office: OfficeAnswer | undefined
  choose(id: string): void
}
const Chosen = createContext<Chosen | undefined>(undefined)

/** The office whose work is shown: one's own, or for a province or a ministry the one chosen among theirs. */
export function OfficeProvider({ children }: { children: ReactNode }) {
  const { me, may } = useMe()
  const instance = useInstance()
  const all = useOffices()
  const [id, setId] = useState(() => localStorage.getItem(storageKey))
  const choose = useCallback((chosen: string) => {
    localStorage.setItem(storageKey, chosen)
    setId(chosen)
  }, [])
  const value = useMemo(() => {
    const ours = (all.data ?? []).filter((office) => office.id.startsWith(`${instance.data?.state}:`))
    const offices = ours.filter((office) => workOfAnOffice.some((action) => may(action, office.id)))
    const office =
      offices.find((one) => one.id === id) ?? offices.find((one) => one.id === me.home) ?? (offices.length === 1 ? offices[0] : undefined)
    return { offices, isLoading: !all.data || !instance.data, office, choose }
  }, [all.data, instance.data, id, choose, may, me.home])
  return <Chosen value={value}>{children}</Chosen>
}

export function useOfficeChoice(): Chosen {
  const chosen = use(Chosen)
  if (!chosen) throw new Error('useOfficeChoice outside OfficeProvider')
  return chosen
}
