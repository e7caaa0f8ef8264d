/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks'
import type { Language } from '../../kernel/language.ts'
import type { PointAnswer } from '../../places/places.api.ts'
import { formatNumber } from '../../words/dates.ts'
import { fillIn } from '../../words/fill-in.ts'
import { publicWords } from '../../words/public.ts'
import { PointCard } from './point-card.tsx'
import { type Filter, isFiltered, noFilter } from './point-list.ts'
import type { Openings, Reference } from './use-answers.ts'

type Props = {
  openings: Openings
  all: readonly PointAnswer[]
  points: readonly PointAnswer[]
  filter: Filter
  reference: Reference
  language: Language
  chosen: string | null
  /** Marks the touched card on the map, while one is shown. */
  onMap: ((id: string) => void) | undefined
  onFilter: (filter: Filter) => void
  onShowOnMap: (id: string) => void
}

/** The cards, or why there are none. */
export function PointList({ openings, all, points, filter, reference, language, chosen, onMap, onFilter, onShowOnMap }: Props) {
  const list = useRef<HTMLUListElement>(null)
  // A touch anywhere on a card is a convenience for the pointer; the card's button does the same for the keyboard.
  useEffect(() => {
    const touch = ({ target }: MouseEvent) => {
      const card = target instanceof Element ? target.closest('[data-point]') : null
      if (card instanceof HTMLElement && card.dataset['point'] && getSelection()?.isCollapsed !== false) onMap?.(card.dataset['point'])
    }
    const element = list.current
    element?.addEventListener('click', touch)
    return () => element?.removeEventListener('click', touch)
  }, [onMap])

  const waiting = !openings.answer && openings.busy
  return (
    <div class="list" id="points" tabIndex={-1} aria-busy={openings.busy}>
      {isFiltered(filter) && points.length > 0 && (
        <p class="shown" role="status">
          {fillIn(publicWords.shown[language], { shown: formatNumber(points.length, language), all: formatNumber(all.length, language) })}{' '}
          <ClearButton language={language} onFilter={onFilter} />
        </p>
      )}
      {openings.answer && points.length === 0 && (
        <p class="none-found" role="status">
          {publicWords.noneFound[language]} <ClearButton language={language} onFilter={onFilter} />
        </p>
      )}
      <ul class="points" ref={list}>
        {points.map((point) => (
          <PointCard
            key={point.point}
            point={point}
            orders={openings.answer?.orders ?? []}
            reference={reference}
            language={language}
            chosen={chosen === point.point}
            onShowOnMap={onShowOnMap}
          />
        ))}
      </ul>
      {waiting && (
        <div class="waiting" aria-hidden="true">
          {[1, 2, 3].map((place) => (
            <div key={place} class="point point-waiting" />
          ))}
        </div>
      )}
    </div>
  )
}

const ClearButton = ({ language, onFilter }: { language: Language; onFilter: (filter: Filter) => void }) => (
  <button type="button" class="quiet-button" onClick={() => onFilter(noFilter)}>
    {publicWords.clear[language]}
  </button>
)
