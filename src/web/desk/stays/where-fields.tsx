import { NativeSelect } from '@mantine/core'
import { stayWords } from '../../../words/stays.ts'
import { pointsOf } from '../../may.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { areaText, usePointName } from '../names.ts'
import { useAreas, useInstance, usePoints } from '../queries.ts'

/** Empty: wherever the reader's places are. */
export type Where = { readonly point: string; readonly area: string }

/** The list's point and area. Who answers for points alone chooses among those; the server says what is not theirs. */
export function WhereFields({ where, onWhere, testid }: { where: Where; onWhere(where: Where): void; testid: string }) {
  const { say, language } = useWords()
  const { me } = useMe()
  const [points, pointName] = [usePoints(), usePointName()]
  const instance = useInstance()
  const areas = useAreas(instance.data?.state)
  const own = pointsOf(me, 'stay.read')
  const reaches = (me.may.find(({ action }) => action === 'stay.read')?.places ?? []).map(({ place }) => place)
  const state = instance.data?.state ?? ''
  const liesInMine = (area: string | null | undefined) => area != null && reaches.some((place) => area === place || area.startsWith(place))
  const mine = own.length > 0 ? own : (points.data ?? []).filter(({ areas: of }) => liesInMine(of[state])).map(({ point }) => point)
  const all = { value: '', label: say(stayWords.everywhere) }
  return (
    <>
      <NativeSelect
        label={say(stayWords.point)}
        value={where.point}
        onChange={(event) => onWhere({ ...where, point: event.currentTarget.value })}
        data={[all, ...mine.map((value) => ({ value, label: pointName(value) }))]}
        data-testid={`${testid}-point`}
      />
      {own.length === 0 && (
        <NativeSelect
          label={say(stayWords.area)}
          value={where.area}
          onChange={(event) => onWhere({ ...where, area: event.currentTarget.value })}
          data={[
            all,
            ...(areas.data ?? []).filter(({ code }) => isProvince(code)).map((area) => ({ value: area.code, label: areaText(area, language) })),
          ]}
          data-testid={`${testid}-area`}
        />
      )}
    </>
  )
}

const isProvince = (code: string): boolean => /^[A-Z]{2}:\d{2}$/.test(code)
