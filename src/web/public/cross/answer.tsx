/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { isStateCode } from '../../../kernel/code.ts'
import type { Language } from '../../../kernel/language.ts'
import type { CrossAnswer } from '../../../movements/can-i-cross.api.ts'
import type { PointAnswer } from '../../../places/places.api.ts'
import { crossReasonWords, crossWords } from '../../../words/can-i-cross.ts'
import { formatNumber, formatWallClock, inDigitsOf } from '../../../words/dates.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { stateWords } from '../../../words/states.ts'
import { reasonWords, sideHoursWords, verdictRuleWords } from '../../../words/verdicts.ts'
import { ClosedSign, NoteSign, OpenSign, SomeSign } from '../icons.tsx'
import { namesOf } from '../point-words.ts'
import { By, PrintButton } from '../residents/parts.tsx'
import { sayDay } from '../residents/say-day.ts'
import { useInstance } from '../residents/use-lists.ts'
import type { Question } from './question.ts'
import { sayWay } from './way-fields.tsx'

type Props = { answer: CrossAnswer; question: Question; points: readonly PointAnswer[]; language: Language }
type Finding = CrossAnswer['findings'][number]

const faces = {
  admit: { word: crossWords.yes, sign: OpenSign, look: 'ready' },
  'admit-with-flag': { word: crossWords.note, sign: NoteSign, look: 'to-pay' },
  refer: { word: crossWords.officer, sign: SomeSign, look: 'officer' },
  refuse: { word: crossWords.no, sign: ClosedSign, look: 'refused' },
} as const
/** Of what is in order, what a traveller wants to read. */
const worthSaying: readonly string[] = ['open', 'order-admits', 'session-place', 'nationality-admitted', 'class-accepted', 'in-time', 'days-tolled']

/** Sign, word and colour; why; when instead; the days. It prints with its question. */
export function CrossingAnswer({ answer, question, points, language }: Props) {
  const face = faces[answer.outcome]
  const told = answer.findings.filter(({ effect, reason }) => (answer.outcome === 'admit' ? worthSaying.includes(reason) : effect !== 'admit'))
  const isShut = answer.findings.some(({ effect }) => effect === 'refuse')
  return (
    <section class="card cross-said" data-testid="cross-said" data-outcome={answer.outcome}>
      <p class="asked">
        <Asked answer={answer} question={question} points={points} language={language} />
      </p>
      <p class={`stage stage-${face.look} cross-word`}>
        <face.sign />
        <span>{face.word[language]}</span>
      </p>
      {isShut && (
        <div class="instead" data-testid="instead">
          <h2>{crossWords.instead[language]}</h2>
          <p>
            {answer.next
              ? fillIn(crossWords.from[language], { time: formatWallClock(answer.next, language, { weekday: true }) })
              : crossWords.noTime[language]}
          </p>
          <InsteadAt findings={answer.findings} points={points} language={language} />
        </div>
      )}
      {answer.lawfulUntil && !answer.stay && <p>{fillIn(crossWords.stayUntil[language], { day: sayDay(answer.lawfulUntil, language) })}</p>}
      {answer.pass && <Stay answer={answer} language={language} />}
      {answer.quotas.length > 0 && (
        <div>
          <h2>{crossWords.placesToday[language]}</h2>
          {answer.quotas.map(({ order, opens, closes, limit, used }) => (
            <p key={`${order} ${opens}`}>
              {fillIn(crossWords.places[language], {
                opens: inDigitsOf(language, opens),
                closes: inDigitsOf(language, closes),
                used: formatNumber(used, language),
                limit: formatNumber(limit, language),
              })}
            </p>
          ))}
        </div>
      )}
      <div>
        <h2>{crossWords.why[language]}</h2>
        <ul class="reasons">
          {told.map((finding) => (
            <Reason key={`${finding.reason} ${JSON.stringify(finding.about)}`} finding={finding} language={language}>
              {finding.reason === 'closed' && <ShutSides answer={answer} points={points} language={language} />}
            </Reason>
          ))}
        </ul>
      </div>
      <p class="small">{crossWords.officerDecides[language]}</p>
      <PrintButton language={language} />
    </section>
  )
}

function Asked({ answer, question, points, language }: Props) {
  const point = points.find((each) => each.point === answer.point)
  const state = useInstance(language)?.state ?? ''
  if (!point) return null
  const [name] = namesOf(point, language).names
  const said = [
    formatWallClock(answer.at, language, { weekday: true }),
    sayWay(point, state, answer.direction, language),
    crossWords[question.as][language],
  ]
  return (
    <>
      <b lang={name?.lang}>{name?.text ?? answer.point}</b> · {said.join(' · ')}
    </>
  )
}

/** The sentence, the rule's name, and the text behind it. */
function Reason({ finding, language, children }: { finding: Finding; language: Language; children?: ComponentChildren }) {
  const words = crossReasonWords[finding.reason] ?? reasonWords[finding.reason as keyof typeof reasonWords]
  const about = Object.fromEntries(
    Object.entries(finding.about ?? {}).map(([name, value]) => [name, typeof value === 'number' ? formatNumber(value, language) : value]),
  )
  return (
    <li>
      <p>{words ? fillIn(words[language], about) : finding.reason}</p>
      {children}
      <small>{verdictRuleWords[finding.rule as keyof typeof verdictRuleWords]?.[language] ?? finding.rule}</small>
      {finding.instruments.map((id) => (
        <By key={id} id={id} language={language} />
      ))}
    </li>
  )
}

/** Whose side is shut by its own hours, and which they are: the other side's order does not open it. */
function ShutSides({ answer: { point, shutSides }, points, language }: Pick<Props, 'answer' | 'points' | 'language'>) {
  const calendars = points.find((each) => each.point === point)?.calendars ?? {}
  return (
    <>
      {shutSides.map((side) => {
        const hours = isStateCode(side) ? calendars[side] : undefined
        if (!isStateCode(side) || !hours) return null
        const about = { state: stateWords[side][language], opens: inDigitsOf(language, hours.opens), closes: inDigitsOf(language, hours.closes) }
        return (
          <p key={side} data-testid="shut-side" data-side={side}>
            {fillIn(sideHoursWords[language], about)}
          </p>
        )
      })}
    </>
  )
}

/** Where an order sends this vehicle. */
function InsteadAt({ findings, points, language }: { findings: readonly Finding[]; points: readonly PointAnswer[]; language: Language }) {
  const ids = findings.flatMap(({ about }) => String(about?.['insteadAt'] ?? '').split(' ')).filter(Boolean)
  if (ids.length === 0) return null
  const names = ids.map((id) => {
    const point = points.find((each) => each.point === id)
    return (point && namesOf(point, language).names[0]?.text) ?? id
  })
  return <p>{fillIn(crossWords.insteadAt[language], { points: names.join(', ') })}</p>
}

/** The days of one's own stay: how many are left is the large thing. */
function Stay({ answer: { stay, pass }, language }: { answer: CrossAnswer; language: Language }) {
  return (
    <div class="pass-left" data-testid="stay-left">
      <p>
        {crossWords.pass[language]} <b>…{inDigitsOf(language, pass?.end ?? '')}</b>
      </p>
      {!stay && <p>{crossWords.noStay[language]}</p>}
      {stay && (
        <>
          <p class="days-left">
            {stay.daysLeft > 0
              ? fillIn(crossWords.daysLeft[language], { days: formatNumber(stay.daysLeft, language) })
              : crossWords.stayOver[language]}
          </p>
          <p>{fillIn(crossWords.lastDay[language], { day: sayDay(stay.lastDay, language) })}</p>
          {stay.tolled.length > 0 && (
            <p>{fillIn(crossWords.tolled[language], { days: stay.tolled.map((day) => sayDay(day, language)).join(' · ') })}</p>
          )}
        </>
      )}
    </div>
  )
}
