import type { Static } from 'typebox'
import type { readsAnswer, StaffEventAnswer } from '../../identity/identity.api.ts'
import { accountWords } from '../../words/account.ts'
import { commonWords } from '../../words/common.ts'
import { actionWords } from '../../words/roles.ts'
import { staffWords } from '../../words/staff.ts'
import { useWords } from '../desk/frame/language.tsx'
import { Answered } from '../desk/parts/answered.tsx'
import { PageHead } from '../desk/parts/page-head.tsx'
import { useAccount, useAnswer } from '../desk/queries.ts'
import { CodeApp } from './code-app.tsx'
import { EventsList, ReadsList } from './events-list.tsx'
import { Passkeys } from './passkeys.tsx'
import { usePlaceName } from './place-name.ts'
import { RolesList } from './roles-list.tsx'
import { Sessions } from './sessions.tsx'

export function AccountPage() {
  const { say } = useWords()
  const placeName = usePlaceName()
  const account = useAccount()
  return (
    <>
      <PageHead
        title={account.data?.name ?? say(accountWords.title)}
        lead={account.data ? `${say(accountWords.home)}${say(commonWords.colon)} ${placeName(account.data.home)}` : say(accountWords.lead)}
      />
      <Answered query={account}>
        {({ grants, may }) => (
          <div className="columns columns-even">
            <div className="stack">
              <section className="card" aria-labelledby="roles">
                <h2 id="roles">{say(accountWords.roles)}</h2>
                <RolesList grants={grants} />
                <p className="soft small after">{say(accountWords.rolesWrong)}</p>
                {may.length > 0 && (
                  <details className="after">
                    <summary>{say(accountWords.may)}</summary>
                    <ul className="may">
                      {may.map(({ action, places }) => (
                        <li key={action}>
                          {say(actionWords[action])} <span className="soft small">{places.map(({ place }) => placeName(place)).join(', ')}</span>
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
              </section>
              <Sessions />
              <Reads />
            </div>
            <div className="stack">
              <Passkeys />
              <CodeApp />
              <Events />
            </div>
          </div>
        )}
      </Answered>
    </>
  )
}

function Events() {
  const { say } = useWords()
  const events = useAnswer<StaffEventAnswer[]>('/api/v1/account/events?limit=40')
  return (
    <section className="card" aria-labelledby="events">
      <h2 id="events">{say(accountWords.events)}</h2>
      <p className="soft small before">{say(accountWords.eventsLead)}</p>
      <Answered query={events}>{(found) => <EventsList events={found} />}</Answered>
    </section>
  )
}

function Reads() {
  const { say } = useWords()
  const reads = useAnswer<Static<typeof readsAnswer>>('/api/v1/account/reads')
  return (
    <section className="card" aria-labelledby="reads">
      <h2 id="reads">{say(staffWords.reads)}</h2>
      <p className="soft small before">{say(staffWords.readsLead)}</p>
      <Answered query={reads}>{(found) => <ReadsList reads={found} />}</Answered>
    </section>
  )
}
