import type { InstrumentPageAnswer, RevocationAnswer, SignedCountAnswer, SignedPassAnswer } from '../../../passes/mandate.api.ts'
import { useAnswer } from '../queries.ts'

/** What is asked of the passes signed under an instrument: instants, the second not counted; without an office, all of one's own. */
export type SignedAsk = { readonly instrument: string; readonly from: string; readonly until: string; readonly office: string }

export const signedQuery = ({ office, ...rest }: SignedAsk): string => new URLSearchParams({ ...rest, ...(office !== '' && { office }) }).toString()

export const instrumentPath = (id: string): string => `/api/v1/instruments/${id}`
export const useInstrument = (id: string) => useAnswer<InstrumentPageAnswer>(instrumentPath(id))
export const useSignedCount = (ask: SignedAsk, enabled: boolean) =>
  useAnswer<SignedCountAnswer>(`/api/v1/mandates/passes/count?${signedQuery(ask)}`, { enabled, keep: true })

export const signedPageRows = 100
export const useSignedPage = (ask: SignedAsk, after: string | undefined) =>
  useAnswer<SignedPassAnswer[]>(`/api/v1/mandates/passes?${signedQuery(ask)}&limit=${signedPageRows}${after === undefined ? '' : `&after=${after}`}`)

export const revocationsPath = (instrument: string): string => `/api/v1/mass-revocations?instrument=${instrument}`
/** Asked often while one is running, so that its progress is seen. */
export function useRevocations(instrument: string, isRunning: boolean) {
  return useAnswer<RevocationAnswer[]>(revocationsPath(instrument), { refetchInterval: isRunning ? 1_000 : 15_000 })
}
