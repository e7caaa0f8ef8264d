import type { ListAnswer } from '../../../watchlist/watch.api.ts'
import { useMe } from '../frame/me.tsx'
import { useAnswer, useAreas, useInstance } from '../queries.ts'

export const watchPath = '/api/v1/watchlist'
export const useEntries = (place: string, after: string | undefined) =>
  useAnswer<ListAnswer>(`${watchPath}/entries?place=${encodeURIComponent(place)}${after === undefined ? '' : `&after=${after}`}`)

/** Everything of the list that a screen may show: asked anew after each step. */
export const isOfWatchlist = ({ queryKey: [path] }: { queryKey: readonly unknown[] }): boolean =>
  typeof path === 'string' && path.startsWith(watchPath)

export const isPoint = (place: string): boolean => /^[a-z]{2}-[a-z]{2}\//.test(place)

/** The lists that somebody may look at: of their own places, and with a role for the whole state, of each province. */
export function useLists(): string[] {
  const { me } = useMe()
  const instance = useInstance()
  const areas = useAreas(instance.data?.state)
  const own = (me.may.find(({ action }) => action === 'watch.read')?.places ?? []).map(({ place }) => place)
  const provinces = own.some((place) => place.length === 2) ? (areas.data ?? []).map(({ code }) => code).filter((code) => code.length === 5) : []
  return [...new Set([...own, ...provinces])]
}
