import { useSearch } from 'wouter'
import type { Action } from '../../../identity/authority-lists.rules.ts'
import { pointsOf } from '../../may.ts'
import { useMe } from '../frame/me.tsx'
import { useInstance, usePoints } from '../queries.ts'

/** What these pages are for: whoever reads a point's movements. */
export const readsPoint: Action = 'movement.read'

/** The points somebody may look at: of their roles there, and with a role for the whole state, each that is open to a side of it. */
export function useMyPoints(): readonly string[] {
  const { me } = useMe()
  const instance = useInstance()
  const points = usePoints()
  const own = pointsOf(me, readsPoint)
  const reaches = me.may.find(({ action }) => action === readsPoint)?.places ?? []
  const isNational = reaches.some(({ place }) => place === instance.data?.state)
  const all = isNational ? (points.data ?? []).filter(({ class: kind }) => kind !== null).map(({ point }) => point) : []
  return [...new Set([...own, ...all])]
}

/** The point in the address, where it is one of theirs; else the first. */
export function useChosenPoint(): { readonly point: string | undefined; readonly points: readonly string[] } {
  const asked = new URLSearchParams(useSearch()).get('point')
  const points = useMyPoints()
  return { point: points.find((point) => point === asked) ?? points[0], points }
}

/** May this person do it at this point? For what is done there alone; the server decides. */
export function useMayAtPoint(): (action: Action, point: string) => boolean {
  const { me } = useMe()
  return (action, point) => pointsOf(me, action).includes(point)
}

/** A page of the same point. */
export const pointHref = (page: '' | 'referrals' | 'notable' | 'day' | `${'referrals' | 'notable'}/${string}`, point: string, day?: string): string =>
  `/point${page === '' ? '' : `/${page}`}?point=${encodeURIComponent(point)}${day === undefined ? '' : `&day=${day}`}`

/** As in the addresses of the API: states and name. */
export const pointPath = (point: string): string => `/api/v1/crossing-points/${point}`
