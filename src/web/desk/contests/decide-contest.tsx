import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CivilDate } from '../../../kernel/time.ts'
import type { OpenRebuttalAnswer } from '../../../stays/stays.api.ts'
import { effectWords } from '../../../words/contest.ts'
import { contestDeskWords as words } from '../../../words/contest-desk.ts'
import { formatDate } from '../../../words/dates.ts'
import { formWords } from '../../../words/desk-form.ts'
import { decisionWords } from '../../../words/instruments.ts'
import { stayWords } from '../../../words/stays.ts'
import { useCommand } from '../command.ts'
import { readTypedDate, typeDate } from '../form/typed-date.ts'
import { readClock, readMoment } from '../form/typed-moment.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { usePointName } from '../names.ts'
import { ProblemNotice } from '../parts/answered.tsx'
import { useKeptText } from '../parts/reason-dialog.tsx'
import { usePoints } from '../queries.ts'
import { useAskStaysAnew } from '../stays/stay-queries.ts'

type Effect = keyof typeof effectWords

/** Taken in hand first, by who had no part in it; then accepted, with what that corrects, or not, each with the reasons that the person reads. */
export function DecideContest({ contest }: { contest: OpenRebuttalAnswer }) {
  const { say } = useWords()
  const { me } = useMe()
  const command = useCommand<object>()
  const anew = useAskStaysAnew()
  if (!me.may.some(({ action }) => action === 'rebuttal.decide')) return null
  if (contest.own)
    return (
      <p className="card" data-testid="contest-own">
        {say(words.own)}
      </p>
    )
  if (contest.state === 'received')
    return (
      <section className="card stack">
        {command.problem && <ProblemNotice problem={command.problem} />}
        <div className="actions">
          <Button
            loading={command.pending}
            onClick={() => void command.send(`/api/v1/rebuttals/${contest.id}/taking`, {}).then((taken) => taken && anew())}
            data-testid="contest-take"
          >
            {say(stayWords.take)}
          </Button>
        </div>
      </section>
    )
  if (contest.takenBy !== me.id)
    return (
      <p className="card" data-testid="contest-other">
        {say(words.other)}
      </p>
    )
  return <Decision contest={contest} />
}

function Decision({ contest }: { contest: OpenRebuttalAnswer }) {
  const { say, language } = useWords()
  const command = useCommand<object>()
  const anew = useAskStaysAnew()
  const [points, pointName] = [usePoints(), usePointName()]
  const [answer, setAnswer] = useKeptText(`contest ${contest.id}`)
  // A stay that is over already has its end; only an open one is ended.
  const effects: readonly Effect[] = contest.about !== 'overstay' ? ['noted'] : contest.standing?.state === 'open' ? ['lawful', 'ended'] : ['lawful']
  const [effect, setEffect] = useState<Effect>(effects[0] ?? 'noted')
  const { covers } = contest
  const [lawful, setLawful] = useState(covers ? typeDate(covers.day as CivilDate, language) : '')
  const [ended, setEnded] = useState({ day: '', time: '', point: contest.point })
  const change = (field: keyof typeof ended) => (event: { currentTarget: { value: string } }) =>
    setEnded({ ...ended, [field]: event.currentTarget.value })
  const [tried, setTried] = useState<'accept' | 'not-accept' | undefined>(undefined)
  const at = readMoment({ day: ended.day, clock: ended.time })
  // Only what is accepted needs the time that it corrects to.
  const needsTime = tried === 'accept' && effect === 'ended'
  const lawfulThrough = readTypedDate(lawful)
  async function send(decision: 'accept' | 'not-accept') {
    setTried(decision)
    const lacking = [
      decision === 'accept' && effect === 'lawful' && !lawfulThrough && 'lawful-through',
      decision === 'accept' && effect === 'ended' && !at && (readTypedDate(ended.day) ? 'ended-time' : 'ended-day'),
      answer.trim() === '' && 'contest-reasons',
    ].find((id) => id !== false)
    if (lacking) return document.getElementById(lacking)?.focus()
    const accepted = { effect, ...(effect === 'ended' && { ended: { at, point: ended.point } }), ...(effect === 'lawful' && { lawfulThrough }) }
    const body = { decision, answer, ...(decision === 'accept' && accepted) }
    if (await command.send(`/api/v1/rebuttals/${contest.id}/decision`, body)) anew()
  }
  return (
    <section className="card stack" aria-labelledby="decide-title" data-testid="contest-decide">
      <h2 id="decide-title">{say(words.decide)}</h2>
      <Radio.Group label={say(words.effect)} value={effect} onChange={(value) => setEffect(value as Effect)}>
        <div className="choices choices-column">
          {effects.map((each) => (
            <Radio key={each} value={each} label={say(effectWords[each])} data-testid={`effect-${each}`} />
          ))}
        </div>
      </Radio.Group>
      {effect === 'lawful' && covers && (
        <TextInput
          id="lawful-through"
          label={say(words.lawfulThrough)}
          description={say(words.lawfulThroughHint, { day: formatDate(covers.last as CivilDate, language) })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={lawful}
          maxLength={20}
          autoComplete="off"
          // Of a stay that is over the day is known: the exit.
          disabled={covers.first === covers.last}
          onChange={(event) => setLawful(event.currentTarget.value)}
          error={tried === 'accept' && !lawfulThrough ? say(decisionWords.badDate) : undefined}
          data-testid="lawful-through"
        />
      )}
      {effect === 'ended' && (
        <div className="fields">
          <TextInput
            id="ended-day"
            label={say(words.endedOn)}
            description={say(stayWords.dayHint)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={ended.day}
            maxLength={20}
            autoComplete="off"
            onChange={change('day')}
            error={needsTime && !readTypedDate(ended.day) ? say(decisionWords.badDate) : undefined}
            data-testid="ended-day"
          />
          <TextInput
            id="ended-time"
            label={say(words.endedAt)}
            description={say(stayWords.timeHint)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={ended.time}
            maxLength={5}
            autoComplete="off"
            onChange={change('time')}
            error={needsTime && !readClock(ended.time) ? say(decisionWords.badClock) : undefined}
            data-testid="ended-time"
          />
          <NativeSelect
            className="wide"
            label={say(stayWords.point)}
            value={ended.point}
            onChange={change('point')}
            data={(points.data ?? []).map(({ point }) => ({ value: point, label: pointName(point) }))}
            data-testid="ended-point"
          />
        </div>
      )}
      <Textarea
        id="contest-reasons"
        label={say(words.reasons)}
        value={answer}
        rows={4}
        maxLength={2000}
        onChange={(event) => setAnswer(event.currentTarget.value)}
        error={tried && answer.trim() === '' ? say(formWords.needed) : undefined}
        data-testid="contest-reasons"
      />
      {command.problem && <ProblemNotice problem={command.problem} />}
      <div className="actions">
        <Button loading={command.pending} onClick={() => void send('accept')} data-testid="contest-accept">
          {say(stayWords.accept)}
        </Button>
        <Button variant="default" loading={command.pending} onClick={() => void send('not-accept')} data-testid="contest-not-accept">
          {say(stayWords.notAccept)}
        </Button>
      </div>
    </section>
  )
}
