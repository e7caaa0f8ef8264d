import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Language, languages } from '../../../kernel/language.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../../../kernel/time.ts'
import { dayWords } from '../../../words/chief.ts'
import { formatDate } from '../../../words/dates.ts'
import { askFile, type Problem } from '../../api.ts'
import { languageNames } from '../../language.ts'
import { readTypedDate, typeDate } from '../form/typed-date.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Answered, ProblemNotice } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { saveFile } from '../parts/page-download.tsx'
import { useInstance } from '../queries.ts'
import { DayNumbers } from './day-numbers.tsx'
import { DaySheetParts } from './day-sheet-parts.tsx'
import { GoodsList } from './goods-list.tsx'
import { pointPath } from './my-point.ts'
import { PointFrame } from './point-frame.tsx'
import { Shifts } from './shifts.tsx'
import { VehicleList } from './vehicle-list.tsx'

/** One day of the point: its numbers and its sheet, who worked, vehicles and goods. */
export function PointDayPage() {
  const { say } = useWords()
  const instance = useInstance()
  return (
    <PointFrame page="day" lead={say(dayWords.lead)}>
      {(point) => (
        <Answered query={instance}>{({ now }) => <Day key={point} point={point} today={civilDateAt(now as Instant, borderZone)} />}</Answered>
      )}
    </PointFrame>
  )
}

function Day({ point, today }: { point: string; today: CivilDate }) {
  const { say, language } = useWords()
  const { may } = useMe()
  const [typed, setTyped] = useState(() => typeDate(today, language))
  const day = readTypedDate(typed)
  return (
    <div className="stack">
      <div className="period">
        <TextInput
          label={say(dayWords.chooseDay)}
          value={typed}
          maxLength={20}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
          description={day && formatDate(day, language, { weekday: true })}
          error={day ? undefined : say(dayWords.unread)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data-testid="day"
        />
        {day && <SheetFiles point={point} day={day} />}
      </div>
      {day && (
        <>
          <DayNumbers point={point} day={day} />
          <DaySheetParts point={point} day={day} />
          <Shifts point={point} day={day} />
          {may('sheet.read') && <VehicleList key={`vehicles ${day}`} point={point} day={day} />}
          {may('sheet.read') && <GoodsList key={`goods ${day}`} point={point} day={day} />}
        </>
      )}
    </div>
  )
}

/** The sheet on paper, in whichever of the three languages it is read. */
function SheetFiles({ point, day }: { point: string; day: CivilDate }) {
  const { say, language } = useWords()
  const [pending, setPending] = useState<Language | undefined>(undefined)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  async function download(of: Language) {
    setPending(of)
    setProblem(undefined)
    const answer = await askFile(`${pointPath(point)}/day.pdf?day=${day}`, { language: of })
    setPending(undefined)
    if (!answer.ok) return setProblem(answer.problem)
    saveFile(answer.value, `${point.replace('/', '-')}-${day}-${of}.pdf`)
  }
  return (
    <fieldset className="sheet-files">
      <legend>{say(dayWords.pdfTitle)}</legend>
      <div className="actions">
        {languages.map((of) => (
          <Button
            key={of}
            variant={of === language ? 'filled' : 'default'}
            leftSection={<Icon name="printer" />}
            loading={pending === of}
            onClick={() => void download(of)}
            data-testid={`day-pdf-${of}`}
            lang={of}
          >
            {languageNames[of]}
          </Button>
        ))}
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </fieldset>
  )
}
