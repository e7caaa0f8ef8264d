import type { ReactNode } from 'react'
import type { ProblemCode } from '../../../kernel/problem.ts'
import { borderZone, type CivilDate, type Instant } from '../../../kernel/time.ts'
import type { HolderStaysAnswer, StayAnswer } from '../../../stays/stays.api.ts'
import { chiefWords } from '../../../words/chief.ts'
import { commonWords } from '../../../words/common.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../words/dates.ts'
import { sayProblem } from '../../../words/problems.ts'
import { basisWords, missingWords, rebuttalStateWords, stayStateWords, stayWords } from '../../../words/stays.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useInstrumentTitle, usePointName } from '../names.ts'
import { Facts } from '../parts/facts.tsx'
import { ContestForm } from './contest-form.tsx'
import { DayStrip, stripOf } from './day-strip.tsx'
import { ExtendForm } from './extend-form.tsx'
import { RepairForm } from './repair-form.tsx'
import type { Sought } from './stays-page.tsx'

type Props = { readonly sought: Sought; readonly stay: StayAnswer; readonly rebuttals: HolderStaysAnswer['rebuttals'] }

/** One stay with its days, and what can be done about it. */
export function StayCard({ sought, stay, rebuttals }: Props) {
  const { say, language } = useWords()
  const { me } = useMe()
  const may = (action: string) => me.may.some((each) => each.action === action)
  const until = stay.until as CivilDate | null
  const strip = stripOf(stay)
  const waits = rebuttals.some(({ state }) => state === 'received' || state === 'in-hand')
  return (
    <section className="card stack" data-testid="stay" data-state={stay.state} data-over={stay.over}>
      <h2>
        {say(stayWords.stay, { number: formatNumber(stay.number, language) })}{' '}
        <span className={`badge tone-${stay.over ? 'refer' : stay.state === 'unmatched' ? 'flag' : 'quiet'}`}>
          {stay.over ? say(stayWords.daysOver, { days: formatNumber(stay.daysOver, language) }) : say(stayStateWords[stay.state])}
        </span>
      </h2>
      {stay.ours && <p className="small soft">{say(stayWords.ours)}</p>}
      <StayFacts stay={stay} />
      {strip && <DayStrip {...strip} />}
      {rebuttals.map((each) => (
        <p key={each.id} className="small">
          {say(stayWords.rebuttals)}
          {say(commonWords.colon)} {say(rebuttalStateWords[each.state])} · {each.number} ·{' '}
          {say(stayWords.dueOn, { day: formatDate(each.dueOn as CivilDate, language) })}
          {each.answer !== null && `. ${each.answer}`}
        </p>
      ))}
      {stay.state === 'open' && may('stay.extend') && (stay.extendsTo !== null || stay.ours) && <ExtendForm sought={sought} stay={stay} />}
      {stay.state === 'open' && may('stay.extend') && !stay.ours && stay.extendsTo === null && stay.noExtension !== null && (
        <p className="small soft" data-testid="no-extension">
          {sayProblem({ code: stay.noExtension as ProblemCode, about: { until: until ?? '' } }, language).title}
        </p>
      )}
      {stay.missing !== null && may('stay.repair') && <RepairForm sought={sought} stay={stay} />}
      {stay.over && may('rebuttal.take') && !waits && <ContestForm sought={sought} about="overstay" contested={{ stay: stay.number }} />}
    </section>
  )
}

export function StayFacts({ stay }: { stay: StayAnswer }) {
  const { say, language } = useWords()
  const [pointName, title] = [usePointName(), useInstrumentTitle()]
  const end = (at: { at: string; point: string }) => `${formatDateTime(at.at as Instant, borderZone, language)}, ${pointName(at.point)}`
  const date = (day: string) => formatDate(day as CivilDate, language)
  const facts: (readonly [string, ReactNode])[] = []
  if (stay.opened) facts.push([say(stayWords.began), end(stay.opened)])
  if (stay.closed) facts.push([say(stayWords.ended), end(stay.closed)])
  facts.push([say(stayWords.lastDay), stay.until === null ? say(stayWords.noLastDay) : <strong key="until">{date(stay.until)}</strong>])
  if (stay.tolled.length > 0)
    facts.push([
      say(stayWords.tolledDays),
      <ul key="tolled" className="stay-days">
        {stay.tolled.map(({ day, orders }) => (
          <li key={day}>
            {date(day)}
            {say(commonWords.colon)}{' '}
            {orders.map(({ number, instrument }) => `${say(chiefWords.order, { order: number })} (${title(instrument)})`).join(', ')}
          </li>
        ))}
      </ul>,
    ])
  if (stay.extendedAt !== null) facts.push([say(stayWords.extendedOn), formatDateTime(stay.extendedAt as Instant, borderZone, language)])
  if (stay.toldUntil !== null) facts.push([say(stayWords.toldUntil), date(stay.toldUntil)])
  if (stay.lawfulThrough !== null) facts.push([say(stayWords.rebuttals), say(stayWords.foundLawful, { day: date(stay.lawfulThrough) })])
  if (stay.missing !== null) facts.push([say(stayWords.missing), say(missingWords[stay.missing])])
  if (stay.repair)
    facts.push([
      say(stayWords.repaired),
      `${say(missingWords[stay.repair.missing])}${say(commonWords.colon)} ${end(stay.repair)}. ${say(basisWords[stay.repair.basis])}${stay.repair.basis === 'rebuttal' ? '' : `${say(commonWords.colon)} ${stay.repair.evidence}`}`,
    ])
  return <Facts facts={facts} />
}
