import type { Action } from '../../../identity/authority-lists.rules.ts'
import type { PlaceKind } from '../../../identity/place.rules.ts'
import { type AreaCode, provinceOf } from '../../../kernel/code.ts'
import { placeKindWords } from '../../../words/roles.ts'
import { usePlaceName } from '../../account/place-name.ts'
import { useMayAtPlace } from '../../account/who-am-i.ts'
import { useWords } from '../frame/language.tsx'
import { useInstance, useOffices, usePoints } from '../queries.ts'

type PlaceGroup = { readonly group: string; readonly items: { value: string; label: string }[] }

/** "KH:01" */
const provinceLength = 5

/** Places of these kinds at which the reader may do this; offices and crossing points by province. */
export function useStaffPlaces(kinds: readonly PlaceKind[], action: Action): PlaceGroup[] {
  const { say } = useWords()
  const placeName = usePlaceName()
  const may = useMayAtPlace()
  const state = useInstance().data?.state ?? ''
  const points = new Map((usePoints().data ?? []).map(({ point, areas }) => [point, areas[state] ?? '']))
  const own = (useOffices().data ?? []).map(({ id }) => id).filter((id) => id.startsWith(`${state}:`))
  const isProvince = (id: string) => id.length <= provinceLength
  const wanted = (kind: PlaceKind, ids: readonly string[]) => (kinds.includes(kind) ? ids.filter((id) => may(action, id)) : [])
  const inGroup = (group: string, ids: readonly string[]): PlaceGroup => ({ group, items: ids.map((value) => ({ value, label: placeName(value) })) })
  const byProvince = (ids: readonly string[], areaOf: (id: string) => string): PlaceGroup[] =>
    [...new Set(ids.map((id) => provinceOf(areaOf(id) as AreaCode)))].map((province) =>
      inGroup(
        placeName(province),
        ids.filter((id) => provinceOf(areaOf(id) as AreaCode) === province),
      ),
    )
  return [
    inGroup(say(placeKindWords.state), wanted('state', [state])),
    inGroup(say(placeKindWords.province), wanted('province', own.filter(isProvince))),
    ...byProvince(
      wanted(
        'district',
        own.filter((id) => !isProvince(id)),
      ),
      (id) => id,
    ),
    ...byProvince(wanted('point', [...points.keys()]), (id) => points.get(id) ?? ''),
  ].filter(({ items }) => items.length > 0)
}
