import { useQuery } from '@tanstack/react-query'
import type { Role } from '../../identity/authority-lists.rules.ts'
import type { AccountAnswer } from '../../identity/identity.api.ts'
import { hourMs } from '../../kernel/time.ts'
import type { CountAnswer as Count, MovementRowAnswer as MovementRow } from '../../movements/movements.api.ts'
import type { ApplicationState } from '../../passes/application.rules.ts'
import type { StockAnswer } from '../../passes/booklets/booklet.api.ts'
import type { DraftRow } from '../../passes/drafts/draft.api.ts'
import type {
  ApplicationAnswer as Application,
  EligibilityAnswer,
  InstanceAnswer,
  MadeUpAnswer,
  OfficeAnswer,
  PassAnswer as Pass,
  SpecimenAnswer,
} from '../../passes/passes.api.ts'
import type { AreaAnswer, InstrumentAnswer, PointAnswer } from '../../places/places.api.ts'
import { type Answer, ask, type Problem } from '../api.ts'
import { useWords } from './frame/language.tsx'

/** The query client knows failures only as errors: this one carries the problem to whoever shows it. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

export const problemOf = (error: Error | null): Problem | undefined => (error instanceof Refused ? error.problem : undefined)
export const isWorthRepeating = (count: number, error: Error): boolean => count < 2 && problemOf(error)?.code === 'no-connection'

/** As many applications as the server gives at once. */
export const queueRowsMax = 200

const minute = 60_000

// Keys hold no language: answers carry every language or none, and refusals are said again by their code.
export function useAnswer<T>(path: string, options: { enabled?: boolean; staleTime?: number; refetchInterval?: number; keep?: boolean } = {}) {
  const { language } = useWords()
  const { keep, ...rest } = options
  return useQuery({
    queryKey: [path],
    queryFn: async (): Promise<T> => valueIn(await ask<T>(path, { language })),
    ...rest,
    ...(keep && { placeholderData: (before: T | undefined) => before as never }),
  })
}

function valueIn<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Refused(answer.problem)
  return answer.value
}

/** Roles begin and end while the page is open: asked again now and then, and at each return to the tab. */
export const useAccount = () => useAnswer<AccountAnswer>('/api/v1/account', { staleTime: 60_000, refetchInterval: 300_000 })
export const useInstance = () => useAnswer<InstanceAnswer>('/api/v1/instance', { staleTime: hourMs })
export const useOffices = () => useAnswer<OfficeAnswer[]>('/api/v1/offices', { staleTime: hourMs })
export const useAreas = (state: string | undefined) =>
  useAnswer<AreaAnswer[]>(`/api/v1/areas?state=${state}`, { staleTime: hourMs, enabled: state !== undefined })
/** Of both sides, to choose from. */
export const useNowAreas = () => useAnswer<AreaAnswer[]>('/api/v1/areas', { staleTime: hourMs })
/** To name what was issued in an area that has ended too; of one state, or of both sides. */
export const useNamedAreas = (state: string | undefined, enabled: boolean) =>
  useAnswer<AreaAnswer[]>(`/api/v1/areas?ended=true${state === undefined ? '' : `&state=${state}`}`, { staleTime: hourMs, enabled })
/** A decision may be entered while a page is open: the next that names instruments asks again. */
export const useInstruments = () => useAnswer<InstrumentAnswer[]>('/api/v1/instruments', { staleTime: minute })
export const usePoints = () => useAnswer<PointAnswer[]>('/api/v1/crossing-points', { staleTime: hourMs })
export const useApplications = (office: string) =>
  useAnswer<Application[]>(`/api/v1/applications?office=${office}&limit=${queueRowsMax}`, { refetchInterval: 15_000 })
/** As they are worked on, what waits longest first; of one state, or with a share for each. */
export const useQueue = (office: string, state?: ApplicationState, enabled = true) =>
  useAnswer<Application[]>(`/api/v1/applications?office=${office}&limit=${queueRowsMax}&order=due${state ? `&state=${state}` : ''}`, {
    refetchInterval: 15_000,
    enabled,
  })
export const applicationKey = (id: string) => [`/api/v1/applications/${id}`]
export const useApplication = (id: string) => useAnswer<Application>(`/api/v1/applications/${id}`)
/** An office's numbered booklets. */
export const stockKey = (office: string) => [`/api/v1/booklets?office=${office}`]
export const useStock = (office: string) => useAnswer<StockAnswer>(`/api/v1/booklets?office=${office}`, { staleTime: 10_000, enabled: office !== '' })
/** What the office's clerks have typed and not submitted. */
export const draftsKey = (office: string) => [`/api/v1/drafts?office=${office}`]
export const useDrafts = (office: string) => useAnswer<DraftRow[]>(`/api/v1/drafts?office=${office}`, { staleTime: 10_000 })
export const usePass = (number: string) => useAnswer<Pass>(`/api/v1/passes/${number}`)
export const useMovements = (number: string) => useAnswer<MovementRow[]>(`/api/v1/movements?number=${number}`)
export type MadeUpMember = {
  readonly account: string
  readonly name: string
  readonly home: string
  readonly roles: readonly { readonly role: Role; readonly place: string }[]
}
/** The demonstration's people of an office, to go on as the next one. */
export const useMadeUpStaff = (office: string, enabled: boolean) =>
  useAnswer<MadeUpMember[]>(`/api/v1/demonstration/staff?place=${office}`, { staleTime: hourMs, enabled })
export const useSpecimens = () => useAnswer<SpecimenAnswer[]>('/api/v1/made-up/specimens', { staleTime: Number.POSITIVE_INFINITY })
export const useMadeUpPeople = (from: number, office: string) =>
  useAnswer<MadeUpAnswer[]>(`/api/v1/made-up/people?from=${from}&count=6&area=${office}`, { staleTime: hourMs, keep: true })

/** May `office` issue to a resident of `homeArea`? Asked as soon as both are known. */
export function useEligibility(asked: { office: string; homeArea: string; nationality: string }, enabled = true) {
  const { language } = useWords()
  return useQuery({
    queryKey: ['eligibility', asked],
    queryFn: async () => valueIn(await ask<EligibilityAnswer>('/api/v1/eligibility', { language, body: asked })),
    enabled: enabled && asked.homeArea !== '',
  })
}

type Counted<T> = { readonly at: string; readonly rows: T }

// The server's clock is asked first, so the counts are at least as new as the time that stands beside them.
function useCounted<T>(path: string) {
  const { language } = useWords()
  return useQuery({
    queryKey: ['counted', path],
    queryFn: async (): Promise<Counted<T>> => {
      const { now } = valueIn(await ask<InstanceAnswer>('/api/v1/instance', { language }))
      return { at: now, rows: valueIn(await ask<T>(path, { language })) }
    },
  })
}

/** Without an office: all that one's roles may count. */
export const usePassCounts = (office: string | undefined) =>
  useCounted<{ month: string; issued: number }[]>(`/api/v1/pass-counts${office === undefined ? '' : `?office=${office}`}`)
/** `until` is the first day that does not count. */
export const useMovementCounts = ({ from, until }: { from: string; until: string }) =>
  useCounted<Count[]>(`/api/v1/counts?from=${from}&until=${until}`)
