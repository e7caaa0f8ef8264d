import './offices.css'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../../../kernel/time.ts'
import { formatDate, formatDateTime } from '../../../words/dates.ts'
import { officeNumbersWords as words } from '../../../words/office-numbers.ts'
import { readTypedDate, typeDate } from '../form/typed-date.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Answered } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useInstance } from '../queries.ts'
import { OfficeDetail } from './office-detail.tsx'
import { numbersPath, useOfficeNumbers } from './office-queries.ts'
import { OfficeTable } from './office-table.tsx'

/** How many passes each office issued, and what waits there. */
export function OfficesPage() {
  const { say } = useWords()
  const instance = useInstance()
  return (
    <>
      <PageHead title={say(words.title)} />
      <Answered query={instance}>{({ now }) => <Offices today={civilDateAt(now as Instant, borderZone)} />}</Answered>
    </>
  )
}

function Offices({ today }: { today: CivilDate }) {
  const { say, language } = useWords()
  const [typed, setTyped] = useState(() => typeDate(today, language))
  const read = readTypedDate(typed)
  // A day that has not come has no numbers; today's are asked without a day, so that midnight does not stand still.
  const on = read === undefined || read > today ? undefined : read
  return (
    <>
      <div className="period no-print">
        <TextInput
          label={say(words.day)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          description={on && `${formatDate(on, language)} · ${say(words.dayHint)}`}
          error={on ? undefined : say(words.dayUnread)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data-testid="numbers-day"
        />
      </div>
      {on && <OfficesOn on={on} isToday={on === today} />}
    </>
  )
}

function OfficesOn({ on, isToday }: { on: CivilDate; isToday: boolean }) {
  const { say, language } = useWords()
  const { may } = useMe()
  const asked = isToday ? undefined : on
  const numbers = useOfficeNumbers(asked)
  const [chosen, choose] = useState<string>()
  return (
    <Answered query={numbers}>
      {(told) => {
        const { offices, asOf } = told
        const detail = offices.length === 1 ? offices[0] : offices.find(({ office }) => office === chosen)
        return (
          <div className="stack">
            <p className="print-only block-title">{say(words.title)}</p>
            <div className="numbers-head">
              <p className="soft">
                {say(may('application.read') ? words.lead : words.leadPlain, { at: formatDateTime(asOf as Instant, borderZone, language) })}
              </p>
              <p className="actions no-print">
                <a className="button-link" href={numbersPath(asked, '.csv')} download data-testid="numbers-csv">
                  {say(words.asTable)}
                </a>
                <Button variant="default" leftSection={<Icon name="printer" />} onClick={() => window.print()}>
                  {say(words.print)}
                </Button>
              </p>
            </div>
            <OfficeTable offices={offices} on={on} chosen={detail?.office} onChoose={choose} />
            {detail && <OfficeDetail numbers={told} row={detail} />}
          </div>
        )
      }}
    </Answered>
  )
}
