import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { MemberAnswer } from '../../../identity/identity.api.ts'
import { addDays, borderZone, type CivilDate, civilDateAt, type Instant } from '../../../kernel/time.ts'
import { type Deed, deeds } from '../../../passes/mandates/subject.rules.ts'
import { instrumentWords } from '../../../words/instruments.ts'
import { deedWords, handledWords, signedWords } from '../../../words/revocations.ts'
import { readMoment, type TypedMoment, typeMoment } from '../form/typed-moment.ts'
import { useWords } from '../frame/language.tsx'
import { FoundPasses } from '../instruments/found-passes.tsx'
import { csvPath, type PassAsk, useSignedCount } from '../instruments/instrument-queries.ts'
import { MomentFields } from '../instruments/moment-fields.tsx'
import { Revocations } from '../instruments/revocations.tsx'
import { useAreaName } from '../names.ts'
import { Answered } from '../parts/answered.tsx'
import { useInstance } from '../queries.ts'

type Role = MemberAnswer['grants'][number]['role']
/** Whose hands count is decided by the deed; these are the roles that can do one. */
const rolesWithHands: readonly Role[] = ['clerk', 'reviewer', 'governor', 'deputy-governor', 'provincial-governor']
export const hasHands = ({ grants }: MemberAnswer): boolean => grants.some(({ role }) => rolesWithHands.includes(role))

/** "All passes that this person handled between … and …": how many, which, the file, and the proposal to revoke them. */
export function HandledPasses({ member }: { member: MemberAnswer }) {
  const { say } = useWords()
  const instance = useInstance()
  const [first = ''] = member.grants.map(({ from }) => from).toSorted()
  return (
    <div className="stack after">
      <section className="stack" aria-labelledby="handled-title" data-testid="handled">
        <h2 id="handled-title">{say(handledWords.title)}</h2>
        <p className="soft">{say(handledWords.lead)}</p>
        <Answered query={instance}>
          {({ now }) => <Asked account={member.id} firstDay={first as CivilDate} nextDay={addDays(civilDateAt(now as Instant, borderZone), 1)} />}
        </Answered>
      </section>
      <Revocations of={{ account: member.id, deed: 'any' }} />
    </div>
  )
}

/** From the person's first day to now, whatever they did, until something else is asked. */
function Asked({ account, firstDay, nextDay }: { account: string; firstDay: CivilDate; nextDay: CivilDate }) {
  const { say, language } = useWords()
  const [from, setFrom] = useState<TypedMoment>(() => typeMoment(firstDay, '00:00', language))
  const [until, setUntil] = useState<TypedMoment>(() => typeMoment(nextDay, '00:00', language))
  const [deed, setDeed] = useState<Deed>('any')
  const [office, setOffice] = useState('')
  const [start, end] = [readMoment(from), readMoment(until)]
  const isPeriod = start !== undefined && end !== undefined && start < end
  const everywhere: PassAsk = { of: { account, deed }, from: start ?? '', until: end ?? '', office: '' }
  const ask = { ...everywhere, office }
  const count = useSignedCount(ask, isPeriod)
  return (
    <>
      <div className="card signed-ask">
        <MomentFields legend={say(signedWords.from)} typed={from} testid="from" change={setFrom} />
        <MomentFields legend={say(signedWords.until)} typed={until} testid="until" change={setUntil} />
        <NativeSelect
          label={say(handledWords.deed)}
          value={deed}
          data={deeds.map((value) => ({ value, label: say(deedWords[value]) }))}
          onChange={(event) => setDeed(event.currentTarget.value as Deed)}
          data-testid="handled-deed"
        />
        {isPeriod && <OfficeChoice ask={everywhere} office={office} choose={setOffice} />}
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

/** The offices where such passes lie; a choice only where there are several. */
function OfficeChoice({ ask, office, choose }: { ask: PassAsk; office: string; choose(office: string): void }) {
  const { say } = useWords()
  const areaName = useAreaName()
  const parts = useSignedCount(ask, true).data?.parts ?? []
  const offices = [...new Set([...parts.map((part) => part.office), ...(office === '' ? [] : [office])])].sort()
  if (offices.length < 2) return null
  return (
    <NativeSelect
      label={say(instrumentWords.office)}
      value={office}
      data={[{ value: '', label: say(signedWords.everyOffice) }, ...offices.map((value) => ({ value, label: areaName(value) }))]}
      onChange={(event) => choose(event.currentTarget.value)}
      data-testid="handled-office"
    />
  )
}
