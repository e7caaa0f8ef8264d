/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks'
import { directions } from '../../movements/stay.rules.ts'
import type { Direction } from '../../places/order.rules.ts'
import { commonWords } from '../../words/common.ts'
import { gateWords } from '../../words/gate.ts'
import { workWords } from '../../words/gate-work.ts'
import { directionWords } from '../../words/verdicts.ts'
import { useSaid } from '../said-problem.ts'
import { isDemonstration } from '../who.ts'
import { Icon } from './icons.tsx'
import type { Register } from './register.ts'
import { pointNames } from './say.ts'
import { laneCharactersMax, type Settings } from './settings.ts'
import type { Shift } from './shift.ts'
import { useStore } from './store.ts'
import { useWords } from './use-words.ts'

type SetUpProps = { register: Register; shift: Shift; settings: Settings | null; onChosen: (settings: Settings) => void }

/** Which crossing point, lane and direction this tablet serves; the direction is chosen last, and starts the work: a shift at that lane, where the server can be asked. */
export function SetUp({ register, shift, settings, onChosen }: SetUpProps) {
  const { language, t } = useWords()
  const { points, state, officer, connected } = useStore(register)
  const mine = officer === null || officer === 'none' ? [] : officer.points
  const [chosen, setPoint] = useState(settings?.point ?? '')
  // Most officers have one point: it is theirs without choosing.
  const point = mine.includes(chosen) ? chosen : mine.length === 1 ? (mine[0] ?? '') : ''
  const [lane, setLane] = useState(settings?.lane ?? '1')
  const form = useRef<HTMLFormElement>(null)
  const { problem } = useStore(shift)
  const said = useSaid(problem, language)
  const [refused, setRefused] = useState<Settings | null>(null)
  const [isStarting, setStarting] = useState(false)
  const begin = async (chosen: Settings, takeOver = false): Promise<void> => {
    setStarting(true)
    const begun = await shift.begin(chosen, takeOver)
    setStarting(false)
    if (begun) onChosen(chosen)
    else setRefused(chosen)
  }
  const start = (direction: Direction): void => {
    if (form.current?.reportValidity() && !isStarting) void begin({ point, lane: lane.trim(), direction })
  }
  const goOn = (chosen: Settings): void => {
    shift.forgetProblem()
    onChosen(chosen)
  }
  const named = points
    .flatMap((each) => (mine.includes(each.point) ? [each] : []))
    .map((each) => ({
      id: each.point,
      name: pointNames(each.names, language, state ?? 'KH')
        .map(({ name }) => name)
        .join(' – '),
    }))
  if (officer !== null && officer !== 'none' && mine.length === 0) return <NoPoint />
  return (
    <form class="set-up" ref={form} onSubmit={(event) => event.preventDefault()}>
      <h2>{t(gateWords.setUp)}</h2>
      <p class="note">{t(gateWords.setUpNote)}</p>
      <label class="field">
        <span>{t(gateWords.point)}</span>
        <select
          required
          value={named.some(({ id }) => id === point) ? point : ''}
          data-testid="point-select"
          onChange={(event) => setPoint(event.currentTarget.value)}
        >
          <option value="">
            {t(points.length > 0 && officer !== null ? gateWords.choosePoint : connected ? gateWords.loading : gateWords.noPoints)}
          </option>
          {named.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t(gateWords.lane)}</span>
        <input
          required
          maxLength={laneCharactersMax}
          value={lane}
          inputMode="numeric"
          autocomplete="off"
          data-testid="lane-input"
          onInput={(event) => setLane(event.currentTarget.value)}
        />
      </label>
      <fieldset class="field">
        <legend>{t(gateWords.startWork)}</legend>
        <div class="directions">
          {directions.map((each) => (
            <button
              key={each}
              type="button"
              data-direction={each}
              data-testid={`direction-${each}`}
              aria-disabled={isStarting}
              onClick={() => start(each)}
            >
              <Icon name="arrow" />
              {t(directionWords[each])}
            </button>
          ))}
        </div>
      </fieldset>
      {problem && refused && (
        <section class="refused-later" role="alert" data-testid="shift-problem" data-code={problem.code}>
          <h3>{said?.title}</h3>
          <p>{said?.next}</p>
          <button type="button" data-testid="take-over" onClick={() => void begin(refused, true)}>
            {t(workWords.shiftTakeOver)}
          </button>
          <button type="button" data-testid="without-shift" onClick={() => goOn(refused)}>
            {t(workWords.shiftWithout)}
          </button>
        </section>
      )}
    </form>
  )
}

/** Signed in, but not as an officer of a crossing point. */
function NoPoint() {
  const { t } = useWords()
  return (
    <section class="set-up" data-testid="no-point">
      <h2>{t(gateWords.noPoint)}</h2>
      <p>{t(gateWords.noPointNote)}</p>
      <p class="set-up-ways">
        {isDemonstration && <a href="/become?next=%2Fgate">{t(gateWords.becomeOfficer)}</a>}
        <a href="/account">{t(gateWords.myAccount)}</a>
        <a href="/desk">{t(commonWords.desk)}</a>
      </p>
    </section>
  )
}
