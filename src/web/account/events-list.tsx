import type { Static } from 'typebox'
import type { readsAnswer, StaffEventAnswer } from '../../identity/identity.api.ts'
import { borderZone, type CivilDate, type Instant } from '../../kernel/time.ts'
import { accountWords, signedInByWords } from '../../words/account.ts'
import { formatDate, formatDateTime, formatNumber } from '../../words/dates.ts'
import { roleWords } from '../../words/roles.ts'
import { staffEventWords, staffWords } from '../../words/staff.ts'
import { useWords } from '../desk/frame/language.tsx'
import { Empty } from '../desk/parts/answered.tsx'
import { usePlaceName } from './place-name.ts'

const alarming: readonly string[] = ['SignInFailed', 'RecoveryBegun', 'AccountClosed']

/** What happened to an account, newest first. */
export function EventsList({ events }: { events: readonly StaffEventAnswer[] }) {
  const { say, language } = useWords()
  const details = useDetails()
  if (events.length === 0) return <Empty>{say(accountWords.noEvents)}</Empty>
  return (
    <ol className="events">
      {events.map((event) => (
        <li key={event.id} data-type={event.type} data-alarming={alarming.includes(event.type)}>
          <span>
            {Object.hasOwn(staffEventWords, event.type) ? say(staffEventWords[event.type as keyof typeof staffEventWords]) : event.type}
            {details(event).map((detail) => (
              <span key={detail} className="soft">
                {' '}
                · {detail}
              </span>
            ))}
          </span>
          <time className="soft small" dateTime={event.at}>
            {formatDateTime(event.at as Instant, borderZone, language)}
          </time>
        </li>
      ))}
    </ol>
  )
}

/** What the event says besides its type, in words: how, which role, where, why. */
function useDetails() {
  const { say } = useWords()
  const placeName = usePlaceName()
  return ({ type, body: { how, role, at, place, reason } }: StaffEventAnswer): string[] => {
    const said: (string | undefined)[] = [
      typeof how === 'string' && Object.hasOwn(signedInByWords, how) ? say(signedInByWords[how as keyof typeof signedInByWords]) : undefined,
      typeof role === 'string' && Object.hasOwn(roleWords, role) ? say(roleWords[role as keyof typeof roleWords]) : undefined,
      ...[at, place].map((where) => (typeof where === 'string' && /^[A-Za-z]{2}[:-]/.test(where) ? placeName(where) : undefined)),
      // Of a failed sign-in it is a code, of the other events what a person wrote.
      typeof reason === 'string' && type !== 'SignInFailed' ? reason : undefined,
    ]
    return said.filter((detail) => detail !== undefined)
  }
}

/** How many persons' records were looked at on each day. */
export function ReadsList({ reads: { days } }: { reads: Static<typeof readsAnswer> }) {
  const { say, language } = useWords()
  if (days.length === 0) return <Empty>{say(staffWords.noReads)}</Empty>
  return (
    <ol className="events">
      {days.map(({ day, records, n }) => (
        <li key={day}>
          <span>{formatDate(day as CivilDate, language)}</span>
          <span className="soft small">{say(staffWords.readsOn, { records: formatNumber(records, language), n: formatNumber(n, language) })}</span>
        </li>
      ))}
    </ol>
  )
}
