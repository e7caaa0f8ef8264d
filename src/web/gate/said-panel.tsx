/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { isPlateAnywhere, plateCharactersMax } from '../../kernel/plate.ts'
import { cares } from '../../movements/facts.rules.ts'
import { isAdmitted } from '../../movements/verdict.rules.ts'
import type { Reason } from '../../movements/verdict-table.rules.ts'
import { purposes } from '../../places/order.rules.ts'
import { gateWords } from '../../words/gate.ts'
import { careChoiceWords, purposeChoiceWords, workWords } from '../../words/gate-work.ts'
import { arrivalHoursMax } from './arrival-hours.ts'
import { type Case, isStillOpen } from './case.ts'
import type { Gate } from './gate.ts'
import { Icon } from './icons.tsx'
import type { Panel } from './lane.tsx'
import type { Register } from './register.ts'
import { ticketTime } from './said.ts'
import { sayMoment } from './say.ts'
import { useWords } from './use-words.ts'

type SaidProps = { open: Case; gate: Gate; register: Register; onRecord: () => void; onPanel: (panel: Panel) => void }

/** What the officer says, one tap each; the verdict follows at once. */
export function SaidPanel({ open, gate, register, onRecord, onPanel }: SaidProps) {
  const { t } = useWords()
  const { said, finding, recording } = open
  const isOver = !isStillOpen(recording)
  const has = (...reasons: readonly Reason[]): boolean =>
    finding.type === 'decided' && finding.verdict.findings.some(({ reason }) => reasons.includes(reason))
  const isChild = said.accompanied !== null || has('child-alone', 'child-not-asked')
  const chip = { isOver }
  return (
    <div class="said">
      <Chips title={t(workWords.purpose)}>
        {purposes.map((purpose) => (
          <Chip
            key={purpose}
            {...chip}
            id={`purpose-${purpose}`}
            on={said.purpose === purpose}
            word={t(purposeChoiceWords[purpose])}
            onTap={(on) => gate.say({ purpose: on ? purpose : null })}
          />
        ))}
      </Chips>
      {isChild && (
        <Chips title={t(workWords.child)}>
          {([true, false] as const).map((accompanied) => (
            <Chip
              key={`${accompanied}`}
              {...chip}
              id={accompanied ? 'child-accompanied' : 'child-alone'}
              on={said.accompanied === accompanied}
              word={t(accompanied ? workWords.accompanied : workWords.alone)}
              onTap={(on) => gate.say({ accompanied: on ? accompanied : null })}
            />
          ))}
        </Chips>
      )}
      {(said.visaSeen || has('visa-not-seen', 'visa-seen')) && (
        <div class="chips">
          <Chip {...chip} id="visa-seen" on={said.visaSeen} word={t(workWords.visa)} onTap={(visaSeen) => gate.say({ visaSeen })} />
        </div>
      )}
      <Refer open={open} gate={gate} isOver={isOver} />
      <Arrival open={open} gate={gate} register={register} isOver={isOver} onRecord={onRecord} />
      <Goods open={open} onPanel={onPanel} />
    </div>
  )
}

function Chips({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <fieldset class="chips-of">
      <legend>{title}</legend>
      <div class="chips">{children}</div>
    </fieldset>
  )
}

type ChipProps = { id: string; on: boolean; isOver: boolean; word: string; onTap: (on: boolean) => void }
/** Tapped again it is not said any more. */
const Chip = ({ id, on, isOver, word, onTap }: ChipProps) => (
  <button type="button" class="chip" aria-pressed={on} disabled={isOver} data-testid={id} onClick={() => onTap(!on)}>
    {on && <Icon name="check" />}
    {word}
  </button>
)

/** Somebody to look after, or to look at twice: always there, whatever the documents say. */
function Refer({ open: { said }, gate, isOver }: { open: Case; gate: Gate; isOver: boolean }) {
  const { t } = useWords()
  return (
    <details class="refer" open={said.care !== null}>
      <summary data-testid="refer-open">
        <Icon name="arrow" />
        {t(workWords.refer)}
      </summary>
      <div class="chips">
        {cares.map((care) => (
          <Chip
            key={care}
            isOver={isOver}
            id={`care-${care}`}
            on={said.care === care}
            word={t(careChoiceWords[care])}
            onTap={(on) => gate.say({ care: on ? care : null })}
          />
        ))}
      </div>
    </details>
  )
}

/** When the person reached the line: by an earlier scan of this tablet, or by the ticket in their hand; and the plate, where no sheet is open. */
function Arrival({ open, gate, register, isOver, onRecord }: { open: Case; gate: Gate; register: Register; isOver: boolean; onRecord: () => void }) {
  const { language, t } = useWords()
  const { arrival, plate } = open.said
  const [typed, setTyped] = useState('')
  const [plateTyped, setPlateTyped] = useState(plate)
  const isPlate = plateTyped.trim() === '' || isPlateAnywhere(plateTyped)
  const typePlate = (text: string): void => {
    setPlateTyped(text)
    const said = isPlateAnywhere(text) ? text : ''
    if (said !== plate) gate.say({ plate: said })
  }
  const isWrong = typed.trim().length >= 4 && ticketTime(typed, open.at, arrivalHoursMax) === undefined
  const type = (text: string): void => {
    setTyped(text)
    const at = ticketTime(text, open.at, arrivalHoursMax)
    if (at) gate.say({ arrival: { at, by: 'ticket' } })
    else if (arrival?.by === 'ticket') gate.say({ arrival: null })
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    onRecord()
  }
  return (
    <>
      {arrival?.by === 'first-scan' && (
        <p class="strip is-open" data-testid="first-scan">
          <span>{t(workWords.firstScan, { time: sayMoment(arrival.at, register.now(), language) })}</span>
          {!isOver && (
            <button type="button" onClick={() => gate.say({ arrival: null })}>
              {t(workWords.notCounted)}
            </button>
          )}
        </p>
      )}
      <details class="more">
        <summary data-testid="more-open">{t(workWords.more)}</summary>
        <form class="plate" onSubmit={submit}>
          <label for="plate">{t(gateWords.plate)}</label>
          <input
            id="plate"
            autocomplete="off"
            maxLength={plateCharactersMax}
            disabled={isOver}
            data-testid="plate-input"
            aria-invalid={!isPlate}
            aria-describedby="plate-note"
            value={plateTyped}
            onInput={(event) => typePlate(event.currentTarget.value)}
          />
          <p id="plate-note" class={isPlate ? 'note' : 'unverified'} role="status" data-testid="plate-note">
            {!isPlate && t(workWords.plateNone)}
          </p>
          <label for="ticket">{t(workWords.ticket)}</label>
          <input
            id="ticket"
            autocomplete="off"
            inputMode="numeric"
            maxLength={5}
            disabled={isOver}
            data-testid="ticket-input"
            aria-invalid={isWrong}
            aria-describedby="ticket-note"
            value={typed}
            onInput={(event) => type(event.currentTarget.value)}
          />
          <p id="ticket-note" class="note" role="status">
            {isWrong && t(workWords.ticketWrong, { n: arrivalHoursMax })}
          </p>
          <input type="submit" hidden />
        </form>
      </details>
    </>
  )
}

/** Goods belong to a movement that is on record and let somebody through; sent later, they go after it. */
function Goods({ open: { id, finding, recording, holder, passport, presented }, onPanel }: { open: Case; onPanel: (panel: Panel) => void }) {
  const { t } = useWords()
  if (recording.type !== 'recorded' && recording.type !== 'waiting') return null
  const verdict = recording.type === 'recorded' ? recording.answer.verdict : finding.type === 'decided' ? finding.verdict : undefined
  if (!verdict || !isAdmitted(verdict.outcome)) return null
  const name = holder?.localName ?? passport?.familyName ?? ('number' in presented ? presented.number : '')
  return (
    <button type="button" class="wide" data-testid="goods-open" onClick={() => onPanel({ type: 'goods', of: { movement: id }, name })}>
      <Icon name="box" />
      {t(workWords.goods)}
    </button>
  )
}
