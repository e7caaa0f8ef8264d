import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { borderZone, type ClockTime, civilDateAt, clockTimeAt, epochMs, type Instant } from '../../../kernel/time.ts'
import type { OrderAnswer, PointAnswer } from '../../../places/places.api.ts'
import { chiefWords } from '../../../words/chief.ts'
import { formatDateTime, formatNumber, formatTime } from '../../../words/dates.ts'
import { useWords } from '../frame/language.tsx'
import { Answered, ProblemNotice, Waiting } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { useAnswer, useInstruments } from '../queries.ts'
import { DayChartCard } from './day-chart.tsx'
import { Lanes } from './lanes.tsx'
import { type Live, lanesNow, type News, type Sums, sumsOf } from './live.rules.ts'
import { pointHref, pointPath } from './my-point.ts'
import { Orders } from './orders.tsx'
import { PointFrame } from './point-frame.tsx'
import { useActivity, useReferrals, useShifts } from './point-queries.ts'
import { Quotas } from './quotas.tsx'
import { useNow } from './server-clock.ts'
import { type Line, useLive } from './use-live.ts'
import { WaitingList } from './waiting-list.tsx'

/** What happens at the point now. */
export function PointLivePage() {
  return <PointFrame page="">{(point) => <LivePoint key={point} point={point} />}</PointFrame>
}

function LivePoint({ point }: { point: string }) {
  const { line, live, news, heardAt, problem, askAgain } = useLive(point)
  const now = useNow(live?.at)
  return (
    <>
      <LineState line={line} live={live} point={point} news={news} heardAt={heardAt} />
      {live && now ? <Board live={live} now={now} point={point} /> : problem ? <ProblemNotice problem={problem} onRetry={askAgain} /> : <Waiting />}
    </>
  )
}

type LineProps = {
  readonly line: Line
  readonly live: Live | undefined
  readonly point: string
  readonly news: readonly News[]
  readonly heardAt: Instant | undefined
}
function LineState({ line, live, point, news, heardAt }: LineProps) {
  const { say, language } = useWords()
  return (
    <>
      <p className="live-state">
        <Opening point={point} version={JSON.stringify(live?.orders ?? '')} />{' '}
        <span className={`badge live-badge tone-${line === 'live' ? 'admit' : 'flag'}`} data-testid="line" data-line={line}>
          {say(chiefWords[line])}
        </span>
      </p>
      {line === 'lost' && heardAt && (
        <div className="notice notice-flag lost-note">
          <Icon name="flag" />
          <p>{say(chiefWords.lostNote, { time: formatTime(clockTimeAt(heardAt, borderZone), language) })}</p>
        </div>
      )}
      <Announce line={line} news={news} />
    </>
  )
}

/** For a screen reader alone: the line, and news that somebody has to act on. */
function Announce({ line, news }: { line: Line; news: readonly News[] }) {
  const { say, language } = useWords()
  const [text, setText] = useState('')
  const [wasLost, setWasLost] = useState(false)
  useEffect(() => {
    if (line === 'lost') {
      setWasLost(true)
      setText(say(chiefWords.lost))
    } else if (line === 'live' && wasLost) {
      setWasLost(false)
      setText(say(chiefWords.backAgain))
    }
  }, [line, wasLost, say])
  useEffect(() => {
    if (news.length === 0) return
    const words = news.map((each) => {
      if (each.is === 'waiting') return say(chiefWords.saidWaiting, { count: formatNumber(each.count, language) })
      if (each.is === 'orders') return say(chiefWords.saidOrders)
      return say(chiefWords.saidFull, { time: formatTime(each.opens as ClockTime, language) })
    })
    setText(words.join(' '))
  }, [news, say, language])
  return (
    <p className="visually-hidden" role="status" data-testid="announced">
      {text}
    </p>
  )
}

/** Asked again when the orders change, when it opens or closes next, and each minute. */
function Opening({ point, version }: { point: string; version: string }) {
  const { say, language } = useWords()
  const opening = useAnswer<PointAnswer>(pointPath(point), { refetchInterval: 60_000 })
  useAskAgain(opening.refetch, version)
  useAskAt(opening.refetch, opening.data ? (opening.data.until ?? opening.data.nextOpen) : null, opening.data?.at)
  if (!opening.data) return null
  const { at: asked, open, until, nextOpen } = opening.data
  // A time alone is of today.
  const dayOf = (at: string) => civilDateAt(at as Instant, borderZone)
  const time = (at: string) =>
    dayOf(at) === dayOf(asked) ? formatTime(clockTimeAt(at as Instant, borderZone), language) : formatDateTime(at as Instant, borderZone, language)
  const text = open
    ? until === null
      ? say(chiefWords.open)
      : say(chiefWords.openUntil, { time: time(until) })
    : nextOpen === null
      ? say(chiefWords.closed)
      : say(chiefWords.closedUntil, { time: time(nextOpen) })
  return (
    <span className={`badge tone-${open ? 'admit' : 'refuse'}`} data-testid="opening" data-open={open}>
      {text}
    </span>
  )
}

function Board({ live, now, point }: { live: Live; now: Instant; point: string }) {
  const { day } = live.counts
  const activity = useActivity(point, day)
  const shifts = useShifts(point, day)
  const officers = new Map((shifts.data ?? []).map(({ id, officerName }) => [id, officerName]))
  useAskAgain(shifts.refetch, live.lanes.map(({ shift }) => shift).join())
  return (
    <>
      <Tiles sums={sumsOf(live.counts.rows)} waiting={live.referrals.open} />
      <div className="columns">
        <div className="stack">
          <Lanes lanes={lanesNow(live, now)} officerOf={(shift) => officers.get(shift)} />
          <Answered query={activity}>{({ quarters }) => <DayChartCard rows={quarters} />}</Answered>
        </div>
        <div className="stack">
          <WaitingCard live={live} now={now} point={point} />
          <Quotas quotas={live.quotas} />
          <LiveOrders orders={live.orders} now={now} />
        </div>
      </div>
    </>
  )
}

/** Asks again when what it is about has changed, and not for the first time: that is asked anyway. */
function useAskAgain(ask: () => unknown, about: string | number): void {
  const asked = useRef(about)
  useEffect(() => {
    if (asked.current === about) return
    asked.current = about
    void ask()
  }, [ask, about])
}

/** Asks again at an instant that lies within the next minute; `now`: the server's clock when it was told. */
function useAskAt(ask: () => unknown, at: string | null, now: string | undefined): void {
  useEffect(() => {
    const inMs = at === null || now === undefined ? Number.NaN : Date.parse(at) - Date.parse(now)
    if (!(inMs >= 0 && inMs <= askAheadMs)) return
    const timer = setTimeout(() => void ask(), inMs + 500)
    return () => clearTimeout(timer)
  }, [ask, at, now])
}
const askAheadMs = 90_000

function Tiles({ sums, waiting }: { sums: Sums; waiting: number }) {
  const { say, language } = useWords()
  const tiles = [
    ['exits', sums.exits],
    ['entries', sums.entries],
    ['referred', sums.referred],
    ['refused', sums.refused],
    ['waiting', waiting],
  ] as const
  return (
    <section className="live-tiles" aria-label={say(chiefWords.today)}>
      {tiles.map(([word, count]) => (
        <div key={word} className="tile" data-testid={`count-${word}`} data-tone={word === 'waiting' && count > 0 ? 'refer' : undefined}>
          <span>{say(chiefWords[word])}</span>
          <strong>{formatNumber(count, language)}</strong>
        </div>
      ))}
    </section>
  )
}

function WaitingCard({ live, now, point }: { live: Live; now: Instant; point: string }) {
  const { say } = useWords()
  const waiting = useReferrals(point, 'open')
  useAskAgain(waiting.refetch, live.referralsAt)
  return (
    <section className="card stack" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{say(chiefWords.waitingNow)}</h2>
      <Answered query={waiting}>
        {(rows) => (rows.length === 0 ? <p className="soft">{say(chiefWords.noneWaiting)}</p> : <WaitingList rows={rows} now={now} point={point} />)}
      </Answered>
      <p>
        <Link href={pointHref('referrals', point)}>{say(chiefWords.allReferrals)}</Link>
      </p>
    </section>
  )
}

/** The stream names the orders; their words are public. */
function LiveOrders({ orders: { ids, coming }, now }: { orders: Live['orders']; now: Instant }) {
  const orders = useAnswer<OrderAnswer[]>('/api/v1/orders', { refetchInterval: 60_000 })
  const told = [...ids, ...coming]
  useAskAgain(orders.refetch, told.join())
  // An order brings its paper.
  useAskAgain(useInstruments().refetch, told.join())
  const here = (orders.data ?? []).filter(({ id }) => told.includes(id))
  const hasBegun = ({ startsAt }: OrderAnswer) => epochMs(startsAt as Instant) <= epochMs(now)
  return <Orders inForce={here.filter(hasBegun)} laterToday={here.filter((order) => !hasBegun(order))} />
}
