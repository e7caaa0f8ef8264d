import type { NumbersAnswer } from '../../../passes/numbers/numbers.api.ts'
import type { ApplicationAnswer } from '../../../passes/passes.api.ts'
import { useAnswer } from '../queries.ts'

export type Numbers = NumbersAnswer
export type OfficeRow = NumbersAnswer['offices'][number]

export const numbersPath = (on: string | undefined, form = ''): string => `/api/v1/office-numbers${form}${on === undefined ? '' : `?on=${on}`}`
export const useOfficeNumbers = (on: string | undefined) => useAnswer<NumbersAnswer>(numbersPath(on), { refetchInterval: 60_000, keep: true })

/** Which number is opened, as the address says it. */
export type Behind = { readonly office: string; readonly what: string; readonly detail?: string | undefined; readonly day?: string | undefined }
export const casesAddress = ({ office, what, detail, day }: Behind): string => {
  const asked = new URLSearchParams({ ...(detail && { detail }), ...(day && { day }) }).toString()
  return `/offices/${office}/${what}${asked && `?${asked}`}`
}
export const useCasesBehind = ({ office, what, detail, day }: Behind) =>
  useAnswer<ApplicationAnswer[]>(
    `/api/v1/office-numbers/cases?${new URLSearchParams({ office, what, ...(detail && { detail }), ...(day && { day }) }).toString()}`,
  )
