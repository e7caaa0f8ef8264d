import '../offices/offices.css'
import './province.css'
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { provinceOf } from '../../../kernel/code.ts'
import { addDays, borderZone, type CivilDate, civilDateAt, type Instant } from '../../../kernel/time.ts'
import type { CapacityAnswer, HoursAnswer } from '../../../passes/province/province.api.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { provinceWords as words } from '../../../words/province.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useOfficeChoice } from '../frame/office.tsx'
import { useAreaName } from '../names.ts'
import { Answered } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useAnswer } from '../queries.ts'
import { CapacityTable } from './capacity-table.tsx'
import { Equipment } from './equipment.tsx'
import { HoursTable } from './hours-table.tsx'

/** What the offices of a province have, made and have waiting, and who works when. A governor sees the own office. */
export function ProvincePage() {
  const { say } = useWords()
  const { may } = useMe()
  const { office } = useOfficeChoice()
  const province = office && provinceOf(office.id as Parameters<typeof provinceOf>[0])
  const own = office && may('office.workload', office.id) ? office.id : undefined
  const place = province && may('office.workload', province) ? province : own
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)} />
      {place !== undefined && <Capacity key={place} place={place} />}
      {may('office.equip') && <Equipment />}
    </>
  )
}

function Capacity({ place }: { place: string }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const [office, setOffice] = useState('')
  const capacity = useAnswer<CapacityAnswer>(`/api/v1/office-capacity?province=${place}`, { refetchInterval: 60_000 })
  return (
    <Answered query={capacity}>
      {({ asOf, offices }) => {
        const [first] = offices
        const chosen = office === '' ? (first?.office ?? '') : office
        return (
          <div className="stack">
            <section className="stack" aria-labelledby="capacity-title">
              <div>
                <h2 id="capacity-title">{say(words.capacity)}</h2>
                <p className="soft small">{say(words.asOf, { at: formatDateTime(asOf as Instant, borderZone, language) })}</p>
              </div>
              <CapacityTable offices={offices} />
            </section>
            <section className="stack" aria-labelledby="hours-title">
              <h2 id="hours-title">{say(words.hours)}</h2>
              <p className="soft">{say(words.hoursLead)}</p>
              <NativeSelect
                className="hours-office no-print"
                label={say(words.office)}
                value={chosen}
                onChange={(event) => setOffice(event.currentTarget.value)}
                data={offices.map(({ office: value }) => ({ value, label: areaName(value) }))}
                data-testid="hours-office"
              />
              {chosen !== '' && <Hours key={chosen} office={chosen} today={civilDateAt(asOf as Instant, borderZone)} />}
            </section>
          </div>
        )
      }}
    </Answered>
  )
}

const daysShown = 7
function Hours({ office, today }: { office: string; today: CivilDate }) {
  const hours = useAnswer<HoursAnswer>(`/api/v1/office-hours?office=${office}&from=${addDays(today, 1 - daysShown)}&until=${today}`)
  return <Answered query={hours}>{({ hours: rows }) => <HoursTable office={office} rows={rows} />}</Answered>
}
