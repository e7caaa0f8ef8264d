import type { ColumnsAnswer, ImportAnswer, ReportAnswer } from '../../../passes/import/import.api.ts'
import type { ImportState } from '../../../passes/import/import-state.rules.ts'
import { useAnswer } from '../queries.ts'

export const importsPath = '/api/v1/imports'
const workingEveryMs = 1_500

export const isWorking = ({ state }: ImportAnswer): boolean => state === 'checking' || state === 'running'

/** As it is said and coloured: a file that was refused is no longer on its way, though the same import may be sent anew. */
export const shownState = ({ state, stoppedBy }: ImportAnswer): ImportState | 'refused' =>
  state === 'receiving' && stoppedBy !== null ? 'refused' : state

export const useImports = () => useAnswer<ImportAnswer[]>(importsPath, { refetchInterval: 10_000 })
export const useImport = (id: string, working: boolean) =>
  useAnswer<ImportAnswer>(`${importsPath}/${id}`, { ...(working && { refetchInterval: workingEveryMs }) })
export const useColumns = (id: string, enabled: boolean) =>
  useAnswer<ColumnsAnswer>(`${importsPath}/${id}/columns`, { enabled, staleTime: Number.POSITIVE_INFINITY })
export const useReport = (id: string) => useAnswer<ReportAnswer>(`${importsPath}/${id}/faults`)
