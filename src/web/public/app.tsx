/** @jsxImportSource preact */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Language } from '../../kernel/language.ts'
import { commonWords } from '../../words/common.ts'
import { publicWords } from '../../words/public.ts'
import { applyLanguage } from '../language.ts'
import { AnswerLine } from './answer-line.tsx'
import { Filters } from './filters.tsx'
import { Header } from './header.tsx'
import { MapSign } from './icons.tsx'
import { MapPanel } from './map-panel.tsx'
import { cardId } from './point-card.tsx'
import { noFilter, orderPoints, selectPoints } from './point-list.ts'
import { PointList } from './points.tsx'
import { OfficerLinks, PriceCard, priceOf } from './price-card.tsx'
import { Services } from './services.tsx'
import { type Reference, useMedia, useOpenings, useReference } from './use-answers.ts'
import type { When } from './when.ts'
import { WhenButtons } from './when-buttons.tsx'

export function App({ startLanguage }: { startLanguage: Language }) {
  const [language, setLanguage] = useState(startLanguage)
  const [when, setWhen] = useState<When>({ kind: 'now' })
  const [filter, setFilter] = useState(noFilter)
  const [mapOpened, setMapOpened] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const wide = useMedia('(min-width: 1000px)')
  const skew = useRef(0)
  const openings = useOpenings(when, { language, skewMs: skew.current })
  const reference = useReference(openings.answer, language)
  skew.current = reference.skewMs

  useLayoutEffect(() => {
    applyLanguage(language, fontsInStyles)
    document.title = `${publicWords.heading[language]} · ${commonWords.name[language]}`
  }, [language])

  const all = useMemo(() => orderPoints(openings.answer?.points ?? []), [openings.answer])
  const points = useMemo(() => selectPoints(all, filter, reference.areas), [all, filter, reference.areas])
  const showOnMap = (id: string) => {
    setChosen(id)
    setMapOpened(true)
    // On a small screen the map stands above the list.
    if (!wide) requestAnimationFrame(() => document.getElementById('map')?.scrollIntoView({ block: 'start', behavior: scrolling() }))
  }
  const showCard = (id: string) => {
    setChosen(id)
    const card = document.getElementById(cardId(id))
    card?.scrollIntoView({ block: 'center', behavior: scrolling() })
    card?.focus({ preventScroll: true })
  }
  const map = openings.answer && (wide || mapOpened) && <MapPanel points={points} language={language} chosen={chosen} onChoose={showCard} />
  const onMap = wide || mapOpened ? setChosen : undefined

  return (
    <>
      <Header language={language} onLanguage={setLanguage} />
      <main class="page">
        <div class="main-column">
          <Services language={language} here="crossings" />
          <TitleRow reference={reference} language={language} />
          <WhenButtons when={when} nowMs={() => Date.now() + skew.current} language={language} onWhen={setWhen} />
          <AnswerLine openings={openings} points={all} language={language} />
          {openings.answer && (
            <Filters points={all} areas={reference.areas} filter={filter} language={language} wide={wide} onFilter={setFilter}>
              {!wide && (
                <button type="button" class="tool map-toggle" aria-expanded={mapOpened} aria-controls="map" onClick={() => setMapOpened(!mapOpened)}>
                  <MapSign />
                  <span>{publicWords[mapOpened ? 'hideMap' : 'map'][language]}</span>
                </button>
              )}
            </Filters>
          )}
          {!wide && map}
          <PointList {...{ openings, all, points, filter, reference, language, chosen, onMap }} onFilter={setFilter} onShowOnMap={showOnMap} />
        </div>
        <div class="side-column">
          {wide && map}
          <PriceCard reference={reference} language={language} />
        </div>
        <footer class="foot">
          <Notes language={language} />
          <OfficerLinks language={language} />
        </footer>
      </main>
    </>
  )
}

/** fonts.css declares every face. */
const fontsInStyles = async (): Promise<void> => {}

const scrolling = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth')

/** The question, and what a pass costs at a glance. */
const TitleRow = ({ reference, language }: { reference: Reference; language: Language }) => (
  <div class="title-row">
    <h1>{publicWords.heading[language]}</h1>
    {reference.instance && (
      <a class="price-link" href="#price">
        {publicWords.pass[language]} <b>{priceOf(reference.instance.fee, language)}</b>
      </a>
    )}
  </div>
)

const Notes = ({ language }: { language: Language }) => (
  <section class="notes" aria-label={publicWords.notes[language]}>
    <p>{publicWords.timesNote[language]}</p>
    <p>{publicWords.recordNote[language]}</p>
    <p>{publicWords.lineNote[language]}</p>
  </section>
)
