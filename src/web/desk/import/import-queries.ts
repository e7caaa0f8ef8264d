import type { ColumnsAnswer, ImportAnswer, ReportAnswer } from '../../../passes/import/import.api.ts'
import { useAnswer } from '../queries.ts'

export const importsPath = '/api/v1/imports'
const workingEveryMs = 1_500

export const isWorking = ({ state }: ImportAnswer): boolean => state === 'checking' || state === 'running'

export const useImports = () => useAnswer<ImportAnswer[]>(importsPath, { refetchInterval: 10_000 })
export const useImport = (id: string, working: boolean) =>
  useAnswer<ImportAnswer>(`${importsPath}/${id}`, { ...(working && { refetchInterval: workingEveryMs }) })
export const useColumns = (id: string, enabled: boolean) =>
  useAnswer<ColumnsAnswer>(`${importsPath}/${id}/columns`, { enabled, staleTime: Number.POSITIVE_INFINITY })
export const useReport = (id: string) => useAnswer<ReportAnswer>(`${importsPath}/${id}/faults`)
