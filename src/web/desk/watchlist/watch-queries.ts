import type { EntryAnswer, HistoryAnswer, ListAnswer } from '../../../watchlist/watch.api.ts'
import type { ListPart } from '../../../watchlist/watch-entry.rules.ts'
import type { WatchKind } from '../../../watchlist/watch-match.rules.ts'
import { useMe } from '../frame/me.tsx'
import { usePlaceName } from '../import/imports-page.tsx'
import { usePointName } from '../names.ts'
import { useAnswer, useAreas, useInstance } from '../queries.ts'

export const watchPath = '/api/v1/watchlist'
/** Which entries of a list are shown. */
export type Filter = { readonly part: ListPart; readonly kind: WatchKind | ''; readonly source: string }
export const everything: Filter = { part: 'live', kind: '', source: '' }

export function useEntries(place: string, filter: Filter | undefined, after: string | undefined) {
  const asked = new URLSearchParams({ place, ...(filter && { part: filter.part }) })
  if (filter && filter.kind !== '') asked.set('kind', filter.kind)
  if (filter && filter.source !== '') asked.set('source', filter.source)
  if (after !== undefined) asked.set('after', after)
  return useAnswer<ListAnswer>(`${watchPath}/entries?${asked}`)
}
export const useEntry = (id: string) => useAnswer<EntryAnswer>(`${watchPath}/entries/${encodeURIComponent(id)}`)
export const useHistory = (id: string) => useAnswer<HistoryAnswer>(`${watchPath}/entries/${encodeURIComponent(id)}/history`)

/** A desk's or a point's name. */
export function useListName() {
  const [placeName, pointName] = [usePlaceName(), usePointName()]
  return (place: string): string => (isPoint(place) ? pointName(place) : placeName(place))
}

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
