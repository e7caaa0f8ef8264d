/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Topology } from 'topojson-specification'
import baseMapAddress from '../../../data/base-map.json?url'
import type { Language } from '../../kernel/language.ts'
import type { PointAnswer } from '../../places/places.api.ts'
import { publicWords } from '../../words/public.ts'
import type { MapPoint, MapWords } from '../map/crossing-mark.ts'
import type { CrossingsMap, CrossingsMapOptions } from '../map/show-crossings.ts'
import { namesOf } from './point-words.ts'

type Loaded = { readonly baseMap: Topology; show(container: HTMLElement, options: CrossingsMapOptions): CrossingsMap }
type Props = { points: readonly PointAnswer[]; language: Language; chosen: string | null; onChoose: (id: string) => void }

/** The map of the shown points. Its code and its sheet are fetched when it is first shown. */
export function MapPanel({ points, language, chosen, onChoose }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const shown = useRef<CrossingsMap | null>(null)
  const choose = useRef(onChoose)
  choose.current = onChoose
  const [loaded, setLoaded] = useState<Loaded | 'failed'>()
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt loads again
  useEffect(() => {
    let current = true
    setLoaded(undefined)
    loadMap().then(
      (map) => current && setLoaded(map),
      () => current && setLoaded('failed'),
    )
    return () => {
      current = false
    }
  }, [attempt])

  // biome-ignore lint/correctness/useExhaustiveDependencies: points and the chosen one follow in the effects below
  useEffect(() => {
    if (!loaded || loaded === 'failed' || !place.current) return
    const onSelect = (id: string) => choose.current(id)
    const map = loaded.show(place.current, {
      baseMap: loaded.baseMap,
      points: toMapPoints(points, language),
      language,
      words: mapWords(language),
      onSelect,
    })
    shown.current = map
    return () => {
      shown.current = null
      map.destroy()
    }
  }, [loaded, language])

  useEffect(() => shown.current?.update(toMapPoints(points, language)), [points, language])
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks drawn anew are marked anew
  useEffect(() => shown.current?.choose(chosen), [chosen, points, loaded, language])

  return (
    <div class="map" id="map" data-testid="map" aria-busy={loaded === undefined}>
      <div class="map-place" ref={place} />
      {loaded === undefined && (
        <p class="map-state" role="status">
          {publicWords.mapLoading[language]}
        </p>
      )}
      {loaded === 'failed' && (
        <p class="map-state" role="alert">
          {publicWords.mapFailed[language]}{' '}
          <button type="button" class="quiet-button" onClick={() => setAttempt(attempt + 1)}>
            {publicWords.retry[language]}
          </button>
        </p>
      )}
    </div>
  )
}

/** @throws when the code or the sheet cannot be fetched. */
async function loadMap(): Promise<Loaded> {
  const [{ showCrossings }, response] = await Promise.all([import('../map/show-crossings.ts'), fetch(baseMapAddress)])
  if (!response.ok) throw new Error(`the base map: status ${response.status}`)
  return { show: showCrossings, baseMap: (await response.json()) as Topology }
}

function toMapPoints(points: readonly PointAnswer[], language: Language): MapPoint[] {
  return points.map((point) => {
    const [first, second] = namesOf(point, language).names
    const [lon, lat] = point.location?.lonLat ?? []
    return {
      id: point.point,
      names: { first: first?.text ?? point.point, second: second?.text ?? '' },
      lonLat: lon === undefined || lat === undefined ? null : [lon, lat],
      approximate: point.location?.approximate ?? false,
      state: point.openTo === 'everyone' ? 'open' : point.openTo === 'some' ? 'limited' : 'closed',
    }
  })
}

const mapWords = (language: Language): MapWords => ({
  map: publicWords.mapOfPoints[language],
  states: { open: publicWords.open[language], limited: publicWords.openToSome[language], closed: publicWords.closed[language] },
  approximate: publicWords.approximate[language],
  line: publicWords.mapLine[language],
  attribution: publicWords.mapSources[language],
  zoomIn: publicWords.zoomIn[language],
  zoomOut: publicWords.zoomOut[language],
})
