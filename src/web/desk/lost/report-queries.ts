import type { LostReportAnswer } from '../../../portal/portal.api.ts'
import { useAnswer } from '../queries.ts'

export const reportsKey = (office: string) => [`/api/v1/lost-reports?office=${office}`]
/** The office's open reports, the oldest first. */
export const useLostReports = (office: string) => useAnswer<LostReportAnswer[]>(`/api/v1/lost-reports?office=${office}`, { refetchInterval: 60_000 })
