/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { PassCode } from '../../credential/codes.ts'
import { nationalityOf } from '../../kernel/code.ts'
import { borderZone, type CivilDate, type ClockTime, civilDateAt } from '../../kernel/time.ts'
import { type Facts, shutByOwnHours } from '../../movements/facts.rules.ts'
import type { Finding } from '../../movements/finding.rules.ts'
import { lastPassage, standsOnLast } from '../../movements/last-passage.rules.ts'
import { outcomes, type Reason, type RuleId, type VerdictOutcome } from '../../movements/verdict-table.rules.ts'
import { credentialWords } from '../../words/credential.ts'
import { formatDate, formatTime } from '../../words/dates.ts'
import { workWords } from '../../words/gate-work.ts'
import { stateNames } from '../../words/states.ts'
import { lastPassageWords, reasonWords, sayDays, sideHoursWords } from '../../words/verdicts.ts'
import { Icon } from './icons.tsx'
import { endBefore } from './orders-today.ts'
import type { Register } from './register.ts'
import { pointNames, sayMoment } from './say.ts'
import { useStore } from './store.ts'
import { useWords } from './use-words.ts'

type FindingsProps = {
  findings: readonly Finding[]
  facts: Facts
  /** A stay begins, and its last day is shown. */
  grants: boolean
  code: PassCode | undefined
  isDone: boolean
  register: Register
}

/** What speaks against comes first, each with the text behind it; what is in order stands below, until the movement is recorded. */
export function FindingList({ findings, facts, grants, code, isDone, register }: FindingsProps) {
  const { language, t } = useWords()
  const sayReason = ({ reason, about = {} }: Finding): string => t(reasonWords[reason], sayDays(about, language))
  const { instruments } = useStore(register)
  const titles = (some: readonly Finding[]): string[] => [
    ...new Set(some.flatMap((finding) => finding.instruments.flatMap((id) => instruments.get(id)?.[language] ?? []))),
  ]
  const against = findings.filter(({ effect }) => effect !== 'admit').sort((a, b) => outcomes.indexOf(b.effect) - outcomes.indexOf(a.effect))
  // Of a document that is not known to be genuine, nothing it says of itself is in order.
  const isDoubtful = against.some(({ rule }) => rule === 'document.genuine')
  // Nor is a stay granted whose day is not shown, or a place of an order whose places are gone; and a closed point is not open.
  const isFull = against.some(({ rule }) => rule === 'order.quota')
  const isStopped = against.some(({ effect }) => effect !== 'admit-with-flag')
  const idle = ({ rule, reason }: Finding) =>
    (isDoubtful && ofDocument.includes(rule)) ||
    (reason === 'stay-granted' && !grants) ||
    (reason === 'order-admits' && isFull) ||
    (isStopped && onlyWhenAdmitted.includes(reason))
  const inOrder = findings.filter((finding) => finding.effect === 'admit' && !idle(finding))
  const closing = against.flatMap(({ reason, about }) => (reason === 'order-closed' ? [String(about?.['order'] ?? '')] : []))
  const evidenced = against.findLastIndex(({ reason }) => standsOnLast.includes(reason))
  return (
    <div class="findings">
      <ul class="findings-against">
        {against.map((finding, index) => (
          <li key={`${finding.rule} ${finding.reason} ${finding.about?.['order']}`} data-rule={finding.rule}>
            <Icon name={iconOf[finding.effect]} />
            <div>
              {sayReason(finding)}
              {finding.rule === 'document.genuine' && code && <span class="findings-code">{credentialWords[code][language]}</span>}
              <Ahead finding={finding} closing={closing} register={register} />
              {finding.reason === 'closed' && <ClosedSides facts={facts} register={register} />}
              {index === evidenced && <LastPassage facts={facts} register={register} />}
              <Cite titles={titles([finding])} next={titles(against.slice(index + 1, index + 2))} />
            </div>
          </li>
        ))}
      </ul>
      {inOrder.length > 0 && !isDone && (
        <InOrder count={inOrder.length}>
          <ul class="findings-in-order">
            {inOrder.map((finding) => (
              <li key={`${finding.rule} ${finding.reason} ${finding.about?.['order']}`} data-rule={finding.rule}>
                <Icon name="check" />
                {sayReason(finding)}
              </li>
            ))}
          </ul>
          <cite>{titles(inOrder).join(' · ')}</cite>
        </InOrder>
      )}
    </div>
  )
}

/** On a phone the face comes before what is in order, which is a tap away. */
function InOrder({ count, children }: { count: number; children: ComponentChildren }) {
  const { t } = useWords()
  const isNarrow = useNarrow()
  if (!isNarrow) return children
  return (
    <details class="in-order">
      <summary data-testid="in-order">{t(workWords.inOrder, { n: count })}</summary>
      {children}
    </details>
  )
}

/** As narrow.css has it. */
const narrow = '(max-width: 800px)'
function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(narrow).matches)
  useEffect(() => {
    const list = matchMedia(narrow)
    const follow = (): void => setNarrow(list.matches)
    list.addEventListener('change', follow)
    return () => list.removeEventListener('change', follow)
  }, [])
  return isNarrow
}

/** A side that is shut by its own hours: whose it is and which they are, also where the other side's order would let this person pass. */
function ClosedSides({ facts, register }: { facts: Facts; register: Register }) {
  const { language, t } = useWords()
  const { points } = useStore(register)
  const calendars = points.find(({ point }) => point === facts.point.id)?.calendars
  return (
    <>
      {shutByOwnHours(facts.point).map((state) => {
        const hours = calendars?.[state]
        const name = stateNames[nationalityOf[state]]?.[language] ?? state
        const time = (clock: string): string => formatTime(clock as ClockTime, language)
        return (
          hours && (
            <span key={state} class="findings-ahead" data-testid="side-hours" data-side={state}>
              {t(sideHoursWords, { state: name, opens: time(hours.opens), closes: time(hours.closes) })}
            </span>
          )
        )
      })}
    </>
  )
}

/** The crossing before this one, where a finding stands on it. */
function LastPassage({ facts, register }: { facts: Facts; register: Register }) {
  const { language, t } = useWords()
  const nameOf = usePointName(register)
  const last = lastPassage(facts)
  if (!last) return null
  return (
    <span class="findings-last" data-testid="last-passage">
      {last === 'none'
        ? t(lastPassageWords.none)
        : t(lastPassageWords.last, { time: sayMoment(last.at, register.now(), language), point: nameOf(last.point) })}
    </span>
  )
}

function usePointName(register: Register): (id: string) => string {
  const { language } = useWords()
  const { points, state } = useStore(register)
  return (id) => pointNames(points.find(({ point }) => point === id)?.names ?? {}, language, state ?? 'KH')[0]?.name ?? id
}

/** One text behind several findings is named once, below the last of them. */
const Cite = ({ titles, next }: { titles: readonly string[]; next: readonly string[] }) =>
  titles.join() === next.join() ? null : <cite>{titles.join(' · ')}</cite>

/** Of one side's hours, and of a day until which somebody may stay: no word for whoever does not pass. */
const onlyWhenAdmitted: readonly Reason[] = ['open', 'stay-granted', 'session-place']
const ofDocument: readonly RuleId[] = ['document.standing', 'document.validity']
const iconOf = { admit: 'check', 'admit-with-flag': 'flag', refer: 'arrow', refuse: 'cross' } as const satisfies Record<VerdictOutcome, string>

/** What to tell the person instead of coming back in vain: when the next session begins, or where their vehicle crosses. `closing`: orders that close the point to everybody. */
function Ahead({ finding: { about }, closing, register }: { finding: Finding; closing: readonly string[]; register: Register }) {
  const { language, t } = useWords()
  const nameOf = usePointName(register)
  const { next, nextDay, insteadAt, order } = about ?? {}
  if (typeof next === 'string' && typeof nextDay === 'string') {
    const number = String(order ?? '')
    const session = { day: nextDay as CivilDate, opens: next as ClockTime }
    const orders = [...register.value.orders.values()]
    // One side's session is of no use while another order keeps the point closed.
    if (closing.some((other) => endBefore(orders, other, session) === null)) return null
    const end = endBefore(orders, number, session)
    // No session comes any more: until when the order stands is what there is to tell.
    if (end)
      return (
        <span class="findings-ahead" data-testid="order-ends" data-ends={end}>
          {t(workWords.orderNumber, { order: number })} <span>{t(workWords.orderUntil, { time: sayMoment(end, register.now(), language) })}</span>
        </span>
      )
    const time = formatTime(next as ClockTime, language)
    const isToday = nextDay === civilDateAt(register.now(), borderZone)
    const when = isToday ? time : `${formatDate(nextDay as CivilDate, language, { short: true })} ${time}`
    return (
      <span class="findings-ahead" data-testid="next-session" data-next={`${nextDay} ${next}`}>
        {t(workWords.nextSession, { time: when })} <span>{t(workWords.nextSessionByOrder, { order: number })}</span>
      </span>
    )
  }
  if (typeof insteadAt !== 'string' || insteadAt === '') return null
  return (
    <span class="findings-ahead" data-testid="instead-at">
      {t(workWords.insteadAt, { points: insteadAt.split(' ').map(nameOf).join(', ') })}
    </span>
  )
}
