import type { InstrumentPageAnswer, RevocationAnswer, SignedCountAnswer, SignedPassAnswer } from '../../../passes/mandate.api.ts'
import type { Subject } from '../../../passes/mandates/subject.rules.ts'
import { useAnswer } from '../queries.ts'

/** What is asked of passes signed under an instrument, or handled by one person: instants, the second not counted; without an office, all of one's own. */
export type PassAsk = { readonly of: Subject; readonly from: string; readonly until: string; readonly office: string }

/** Both kinds of lists begin so. */
export const passListPaths = ['/api/v1/mandates/passes', '/api/v1/handled-passes'] as const
const pathOf = ({ of }: PassAsk): string => ('instrument' in of ? passListPaths[0] : passListPaths[1])
const queryOf = ({ of, office, from, until }: PassAsk): string =>
  new URLSearchParams({ ...of, from, until, ...(office !== '' && { office }) }).toString()

export const instrumentPath = (id: string): string => `/api/v1/instruments/${id}`
export const useInstrument = (id: string) => useAnswer<InstrumentPageAnswer>(instrumentPath(id))
export const csvPath = (ask: PassAsk): string => `${pathOf(ask)}.csv?${queryOf(ask)}`
const countPath = (ask: PassAsk): string => `${pathOf(ask)}/count?${queryOf(ask)}`
export const useSignedCount = (ask: PassAsk, enabled: boolean) => useAnswer<SignedCountAnswer>(countPath(ask), { enabled, keep: true })

export const signedPageRows = 100
export const useSignedPage = (ask: PassAsk, after: string | undefined) =>
  useAnswer<SignedPassAnswer[]>(`${pathOf(ask)}?${queryOf(ask)}&limit=${signedPageRows}${after === undefined ? '' : `&after=${after}`}`)

/** Without a subject: all that one may see. */
export const revocationsPath = (of: Subject | undefined): string =>
  of === undefined
    ? '/api/v1/mass-revocations'
    : `/api/v1/mass-revocations?${new URLSearchParams('instrument' in of ? { instrument: of.instrument } : { account: of.account })}`
/** Asked often while one is running, so that its progress is seen. */
export function useRevocations(of: Subject | undefined, isRunning: boolean) {
  return useAnswer<RevocationAnswer[]>(revocationsPath(of), { refetchInterval: isRunning ? 1_000 : 15_000 })
}
