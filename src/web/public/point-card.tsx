/** @jsxImportSource preact */
import { Fragment } from 'preact'
import { pointClasses } from '../../instruments/law.rules.ts'
import type { Language } from '../../kernel/language.ts'
import type { OrderAnswer, PointAnswer } from '../../places/places.api.ts'
import { fillIn } from '../../words/fill-in.ts'
import { publicWords, sideWords } from '../../words/public.ts'
import { pointClassWords } from '../../words/verdicts.ts'
import { ClosedSign, OpenSign, PinSign, SomeSign } from './icons.tsx'
import { OrderLines } from './order-lines.tsx'
import { areasOf, hoursOf, namesOf, nativeNamesOf, openingLine } from './point-words.ts'
import type { Reference } from './use-answers.ts'

type Props = {
  point: PointAnswer
  orders: readonly OrderAnswer[]
  reference: Reference
  language: Language
  chosen: boolean
  onShowOnMap: (id: string) => void
}

/** The card's place on the page, for the map to lead to. */
export const cardId = (point: string): string => `point-${point.replace('/', '-')}`

export function PointCard({ point, orders, reference, language, chosen, onShowOnMap }: Props) {
  const { names, unknown } = namesOf(point, language)
  const [first = { text: point.point, lang: 'en' as const }, ...others] = names
  const natives = nativeNamesOf(point).filter(({ text }) => !names.some((name) => name.text === text))
  const kind = pointClasses.find((name) => name === point.class)
  return (
    <li
      class="point"
      id={cardId(point.point)}
      tabIndex={-1}
      data-testid="point-card"
      data-point={point.point}
      data-open={point.open}
      data-open-to={point.openTo}
      aria-current={chosen ? 'true' : undefined}
    >
      <div class="point-head">
        <h2>
          <span class="point-name" lang={first.lang}>
            {first.text}
          </span>
          {others.map(({ text, lang }) => (
            <Fragment key={text}>
              {' '}
              <span class="point-other-name" lang={lang}>
                {text}
              </span>
            </Fragment>
          ))}
        </h2>
        <Pill openTo={point.openTo} language={language} />
      </div>
      {natives.length > 0 && (
        <p class="point-natives">
          {natives.map(({ text, lang }) => (
            <span key={text} lang={lang}>
              {text}{' '}
            </span>
          ))}
        </p>
      )}
      {unknown.map((side) => (
        <p key={side} class="point-unknown">
          {fillIn(publicWords.nameUnknown[language], { side: sideWords[side][language] })}
        </p>
      ))}
      <p class="point-opening">{openingLine(point, language)}</p>
      <dl class="point-hours">
        {hoursOf(point, language).map(({ who, hours }) => (
          <div key={who}>
            <dt>{who}</dt> <dd>{hours}</dd>
          </div>
        ))}
      </dl>
      <OrderLines point={point} orders={orders} areas={reference.areas} language={language} />
      <p class="point-place">
        {kind && <span class="point-class">{pointClassWords[kind][language]}</span>}
        {areasOf(point, reference.areas, language).map(({ text, lang }) => (
          <span key={text} lang={lang}>
            {text}
          </span>
        ))}
      </p>
      <Sources point={point} reference={reference} language={language} />
      <Position point={point} language={language} chosen={chosen} onShowOnMap={onShowOnMap} />
    </li>
  )
}

/** Sign, word and colour; never colour alone. */
const pills = {
  everyone: { look: 'open', Sign: OpenSign, word: publicWords.open },
  some: { look: 'some', Sign: SomeSign, word: publicWords.openToSome },
  nobody: { look: 'closed', Sign: ClosedSign, word: publicWords.closed },
} as const
function Pill({ openTo, language }: { openTo: PointAnswer['openTo']; language: Language }) {
  const { look, Sign, word } = pills[openTo]
  return (
    <p class={`pill pill-${look}`}>
      <Sign />
      <span>{word[language]}</span>
    </p>
  )
}

/** What decided, quietly. */
const Sources = ({ point, reference, language }: Pick<Props, 'point' | 'reference' | 'language'>) => {
  const titles = point.instruments.flatMap((id) => reference.instruments.get(id)?.title[language] ?? [])
  return titles.length > 0 ? <blockquote class="by">{titles.join(' · ')}</blockquote> : null
}

function Position({ point, language, chosen, onShowOnMap }: Omit<Props, 'reference' | 'orders'>) {
  const approximate = point.location?.approximate === true
  return (
    <div class="point-foot">
      {point.location && (
        <button type="button" class="quiet-button" aria-pressed={chosen} onClick={() => onShowOnMap(point.point)}>
          <PinSign />
          <span>{publicWords.showOnMap[language]}</span>
        </button>
      )}
      <a class="quiet-button" href={`/cross?point=${encodeURIComponent(point.point)}`}>
        {publicWords.askCross[language]}
      </a>
      {(approximate || !point.location) && <span class="point-position">{publicWords[approximate ? 'approximate' : 'unlocated'][language]}</span>}
    </div>
  )
}
