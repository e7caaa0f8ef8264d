import contactFile from '../../../../data/care-contacts.json'
import type { CivilDate } from '../../../kernel/time.ts'
import { receiverWords, referralWords } from '../../../words/referrals.ts'
import { useWords } from '../frame/language.tsx'
import { Icon } from '../parts/icon.tsx'
import { useInstance } from '../queries.ts'
import { type Contact, contactsFor, isHomeward, needsCare } from './referral-view.rules.ts'

const contacts = contactFile.contacts as unknown as readonly Contact[]

/** Whom to call for such reasons, by the instance's own state. */
export function useContacts(reasons: readonly string[], day: CivilDate): readonly Contact[] {
  const instance = useInstance()
  return instance.data ? contactsFor(contacts, { state: instance.data.state, reasons, day }) : []
}

/** Before any decision: this person is looked after, by whom, and is not sent back. */
export function CareFirst({ reasons, day }: { reasons: readonly string[]; day: CivilDate }) {
  const { say, language } = useWords()
  const found = useContacts(reasons, day)
  if (!needsCare(reasons)) return isHomeward(reasons) ? <p className="care-first">{say(referralWords.homeward)}</p> : null
  return (
    <section className="care-first" aria-labelledby="care-title" data-testid="care-first">
      <strong id="care-title">{say(referralWords.careFirst)}</strong>
      {found.length > 0 && (
        <>
          <h2>{say(referralWords.call)}</h2>
          <ul className="contacts">
            {found.map(({ care, to, name, phone }) => (
              <li key={`${care} ${to}`}>
                <span>
                  {name[language]}
                  <span className="second-line small soft">{say(receiverWords[to])}</span>
                </span>
                {phone === null ? (
                  <span className="soft">{say(referralWords.callDuty)}</span>
                ) : (
                  <a href={`tel:${phone}`}>
                    <Icon name="phone" /> {say(referralWords.callNumber, { number: phone })}
                  </a>
                )}
              </li>
            ))}
          </ul>
          <p className="small soft">{say(referralWords.callNote)}</p>
        </>
      )}
    </section>
  )
}
