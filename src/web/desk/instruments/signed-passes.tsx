import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { type AreaCode, provinceOf } from '../../../kernel/code.ts'
import { addDays, borderZone, type CivilDate, civilDateAt, type Instant } from '../../../kernel/time.ts'
import type { MandateAnswer as Mandate } from '../../../passes/mandate.api.ts'
import { instrumentWords } from '../../../words/instruments.ts'
import { signedWords } from '../../../words/revocations.ts'
import { readMoment, type TypedMoment, typeMoment } from '../form/typed-moment.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useAreaName } from '../names.ts'
import { Answered } from '../parts/answered.tsx'
import { useInstance } from '../queries.ts'
import { FoundPasses } from './found-passes.tsx'
import { csvPath, type PassAsk, useSignedCount } from './instrument-queries.ts'
import { MomentFields } from './moment-fields.tsx'

type SignedProps = { readonly instrument: string; readonly mandates: readonly Mandate[] }

/** "All passes signed under it between … and …": how many, which, the file, and the proposal to revoke them. */
export function SignedPasses({ instrument, mandates }: SignedProps) {
  const { say } = useWords()
  const instance = useInstance()
  const [first = ''] = mandates.map(({ from }) => from).toSorted()
  return (
    <section className="stack" aria-labelledby="signed-title" data-testid="signed">
      <h2 id="signed-title">{say(signedWords.title)}</h2>
      <Answered query={instance}>
        {({ now }) => (
          <Asked
            instrument={instrument}
            mandates={mandates}
            firstDay={first as CivilDate}
            nextDay={addDays(civilDateAt(now as Instant, borderZone), 1)}
          />
        )}
      </Answered>
    </section>
  )
}

/** From the first mandate's first day to now, until something else is asked. */
function Asked({ instrument, mandates, firstDay, nextDay }: SignedProps & { firstDay: CivilDate; nextDay: CivilDate }) {
  const { say, language } = useWords()
  const [from, setFrom] = useState<TypedMoment>(() => typeMoment(firstDay, '00:00', language))
  const [until, setUntil] = useState<TypedMoment>(() => typeMoment(nextDay, '00:00', language))
  const [office, setOffice] = useState('')
  const [start, end] = [readMoment(from), readMoment(until)]
  const isPeriod = start !== undefined && end !== undefined && start < end
  const ask: PassAsk = { of: { instrument }, from: start ?? '', until: end ?? '', office }
  const count = useSignedCount(ask, isPeriod)
  return (
    <>
      <div className="card signed-ask">
        <MomentFields legend={say(signedWords.from)} typed={from} testid="from" change={setFrom} />
        <MomentFields legend={say(signedWords.until)} typed={until} testid="until" change={setUntil} />
        <OfficeChoice mandates={mandates} office={office} choose={setOffice} />
      </div>
      {start && end && !isPeriod && (
        <p className="field-error" role="alert">
          {say(signedWords.badPeriod)}
        </p>
      )}
      {isPeriod && <Answered query={count}>{(counted) => <FoundPasses key={csvPath(ask)} ask={ask} counted={counted} />}</Answered>}
    </>
  )
}

/** The offices of one's own that have a mandate of this instrument; a choice only where there are several. */
function OfficeChoice({ mandates, office, choose }: { mandates: readonly Mandate[]; office: string; choose(office: string): void }) {
  const { say } = useWords()
  const { may } = useMe()
  const areaName = useAreaName()
  const offices = [...new Set(mandates.map((mandate) => mandate.office))].filter((id) => may('mandate.passes', id))
  if (offices.length < 2) return null
  const provinces = [...new Set(offices.map((id) => provinceOf(id as AreaCode)))]
  const groups = provinces.map((province) => ({
    group: areaName(province),
    items: offices.filter((id) => provinceOf(id as AreaCode) === province).map((value) => ({ value, label: areaName(value) })),
  }))
  return (
    <NativeSelect
      label={say(instrumentWords.office)}
      value={office}
      data={[{ value: '', label: say(signedWords.everyOffice) }, ...groups]}
      onChange={(event) => choose(event.currentTarget.value)}
      data-testid="signed-office"
    />
  )
}
