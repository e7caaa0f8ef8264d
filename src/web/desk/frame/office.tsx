import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import type { OfficeAnswer } from '../../../passes/passes.api.ts'
import { useInstance, useOffices } from '../queries.ts'

const storageKey = 'spean.desk.office'

type Chosen = {
  /** Offices of the instance's own state; empty while they load. */
  readonly offices: readonly OfficeAnswer[]
  readonly office: OfficeAnswer | undefined
  choose(id: string): void
}
const Chosen = createContext<Chosen | undefined>(undefined)

/** The office this desk works for, chosen once on a device. */
export function OfficeProvider({ children }: { children: ReactNode }) {
  const instance = useInstance()
  const all = useOffices()
  const [id, setId] = useState(() => localStorage.getItem(storageKey))
  const choose = useCallback((chosen: string) => {
    localStorage.setItem(storageKey, chosen)
    setId(chosen)
  }, [])
  const value = useMemo(() => {
    const offices = (all.data ?? []).filter((office) => office.id.startsWith(`${instance.data?.state}:`))
    return { offices, office: offices.find((office) => office.id === id), choose }
  }, [all.data, instance.data, id, choose])
  return <Chosen value={value}>{children}</Chosen>
}

export function useOfficeChoice(): Chosen {
  const chosen = use(Chosen)
  if (!chosen) throw new Error('useOfficeChoice outside OfficeProvider')
  return chosen
}
