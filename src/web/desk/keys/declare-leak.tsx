import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../../../kernel/time.ts'
import type { LeakPreviewAnswer, SigningKeyAnswer } from '../../../passes/leaked-keys/signing-key.api.ts'
import type { LeakAnswer } from '../../../passes/mandate.api.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../words/dates.ts'
import { numbersWords } from '../../../words/desk.ts'
import { formWords } from '../../../words/desk-form.ts'
import { leakWords as words } from '../../../words/leaked-keys.ts'
import { useCommand } from '../command.ts'
import { readTypedDate, typeDate } from '../form/typed-date.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName } from '../names.ts'
import { Answered } from '../parts/answered.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { signingKeysPath, usePreview } from './key-queries.ts'

/** The first of two people: which key, since when, and how many passes it is about. */
export function DeclareLeak({ keys, today }: { keys: readonly SigningKeyAnswer[]; today: CivilDate }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const [kid, choose] = useState('')
  const [typed, setTyped] = useState(() => typeDate(today, language))
  const key = keys.find((each) => each.kid === kid && each.leak === null)
  const read = readTypedDate(typed)
  const since = read === undefined || read > today ? undefined : read
  const preview = usePreview(key?.kid ?? '', since)
  const day = (at: string) => formatDate(civilDateAt(at as Instant, borderZone), language)
  const free = keys.filter(({ leak }) => leak === null)
  const name = (each: SigningKeyAnswer) => `${areaName(each.office)} · ${each.kid}`
  return (
    <>
      <div className="card leak-ask">
        <NativeSelect
          label={say(words.choose)}
          value={key?.kid ?? ''}
          data={[{ value: '', label: say(formWords.choose) }, ...free.map((each) => ({ value: each.kid, label: name(each) }))]}
          description={
            key && (
              <>
                <span className="code">{key.kid}</span> · {say(words.chooseHint, { from: day(key.signsFrom), until: day(key.signsUntil) })}
              </>
            )
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => choose(event.currentTarget.value)}
          data-testid="leak-key"
        />
        <TextInput
          label={say(words.since)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          description={since && formatDate(since, language)}
          error={since ? undefined : say(words.badDay)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data-testid="leak-since"
        />
      </div>
      {key && since && (
        <Answered query={preview}>{(counted) => <Preview key={`${kid} ${since}`} office={key.office} counted={counted} since={since} />}</Answered>
      )}
    </>
  )
}

function Preview({ office, counted, since }: { office: string; counted: LeakPreviewAnswer; since: CivilDate }) {
  const { say, language } = useWords()
  return (
    <>
      <div className="tiles">
        <div className="tile" data-testid="leak-live" data-count={counted.live}>
          <span>{say(words.live)}</span>
          <strong>{formatNumber(counted.live, language)}</strong>
        </div>
        <div className="tile" data-testid="leak-live-since" data-count={counted.liveSince}>
          <span>{say(words.liveSince)}</span>
          <strong>{formatNumber(counted.liveSince, language)}</strong>
        </div>
      </div>
      <p className="soft small">{say(numbersWords.asOf, { at: formatDateTime(counted.asOf as Instant, borderZone, language) })}</p>
      <p>{say(words.stayGood)}</p>
      <Propose office={office} kid={counted.kid} since={since} />
    </>
  )
}

function Propose({ office, kid, since }: { office: string; kid: string; since: CivilDate }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const client = useQueryClient()
  const command = useCommand<LeakAnswer>()
  const [isAsking, setAsking] = useState(false)
  async function propose(reason: string) {
    if (!(await command.send('/api/v1/leaked-keys', { kid, leakedOn: since, reason }))) return
    setAsking(false)
    await client.invalidateQueries({ queryKey: [signingKeysPath] })
    document.getElementById('declared-title')?.focus()
  }
  function open() {
    command.forget()
    setAsking(true)
  }
  return (
    <div className="actions">
      <Button variant="outline" color="refuse" onClick={open} data-testid="propose-leak">
        {say(words.propose)}
      </Button>
      {isAsking && (
        <ReasonDialog
          title={say(words.proposeTitle, { office: areaName(office) })}
          lead={say(words.proposeLead)}
          action={say(words.proposeAction)}
          danger
          isTold={false}
          pending={command.pending}
          problem={command.problem}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => void propose(reason)}
        >
          <p className="small soft">
            <span className="code">{kid}</span> · {say(words.leakedSince, { day: formatDate(since, language) })}
          </p>
        </ReasonDialog>
      )}
    </div>
  )
}
