/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { v7 as newCommandId } from 'uuid'
import { type PlateState, parsePlate, parseTrailerPlate, plateCharactersMax, plateStates, stateByLetters } from '../../kernel/plate.ts'
import { epochMs } from '../../kernel/time.ts'
import type { VehicleClass } from '../../kernel/vehicle.ts'
import { inDigitsOf } from '../../words/dates.ts'
import { gateWords } from '../../words/gate.ts'
import { gateSheetWords, plateStateWords } from '../../words/gate-sheets.ts'
import { workWords } from '../../words/gate-work.ts'
import { vehicleClassWords } from '../../words/sheets.ts'
import { useSaid } from '../said-problem.ts'
import { Dialog } from './dialog.tsx'
import type { Gate } from './gate.ts'
import { Icon } from './icons.tsx'
import type { Panel } from './lane.tsx'
import type { Outbox, SentAs } from './outbox.ts'
import type { Register } from './register.ts'
import { type ClassRow, useList } from './sheet-lists.ts'
import { useStore } from './store.ts'
import { useWords } from './use-words.ts'
import { correctionOf, type OpenVehicle, type VehicleOnRecord } from './vehicle.ts'
import { WrittenToday } from './vehicle-list.tsx'

export type SheetProps = { gate: Gate; register: Register; outbox: Outbox; onOpen: (panel: Panel) => void; onClose: () => void }

/** A vehicle's sheet: opened before its people are scanned, closed when all are. */
export function VehiclePanel(props: SheetProps) {
  const { t } = useWords()
  const vehicle = useStore(props.gate.vehicle)
  const [old, setOld] = useState<VehicleOnRecord | null>(null)
  return (
    <Dialog id="vehicle" title={t((vehicle ?? { old }).old ? gateSheetWords.correctVehicle : gateSheetWords.vehicleTitle)} onClose={props.onClose}>
      {vehicle ? <Riders {...props} vehicle={vehicle} /> : <Opening {...props} key={old?.id} old={old} />}
      {!vehicle && !old && <WrittenToday {...props} onChoose={setOld} />}
    </Dialog>
  )
}

/** Where fewer are allowed than nearly all have. */
const usualWheels: Partial<Record<VehicleClass, number>> = { car: 4, tractor: 4, other: 4 }

/** A new sheet, or one on record that is put right. */
function Opening({ gate, register, onClose, old }: SheetProps & { old: VehicleOnRecord | null }) {
  const { t } = useWords()
  const classes = useList<ClassRow>(register, '/api/v1/vehicle-classes')
  const [kind, setKind] = useState<VehicleClass>(old?.class ?? 'motorcycle')
  const row = classes?.find((each) => each.class === kind)
  const [wheels, setWheels] = useState<number | null>(old?.wheels ?? null)
  const [plate, setPlate] = useState(old?.plate?.written ?? '')
  const [trailer, setTrailer] = useState(old?.trailer?.written ?? '')
  const [chosen, setChosen] = useState<PlateState>(old?.plate?.state ?? register.value.state ?? 'KH')
  // Whose letters stand on it; letters of everywhere leave the officer's choice.
  const state = stateByLetters(plate) ?? chosen
  const isPlate = plate.trim() === '' ? row?.plate !== 'must' : parsePlate({ state, written: plate }) !== undefined
  // Behind a vehicle with a plate: anything else is refused, with each who rides in it.
  const isTrailer = !row?.trailer || trailer.trim() === '' || (plate.trim() !== '' && parseTrailerPlate({ state, written: trailer }) !== undefined)
  const count = wheels ?? usualWheels[kind] ?? row?.wheelsMin ?? 2
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!isPlate || !isTrailer) return
    gate.vehicle.set({
      id: newCommandId({ msecs: epochMs(register.now()) }),
      class: kind,
      wheels: count,
      plate: row?.plate === 'none' || plate.trim() === '' ? null : { written: plate.trim(), state },
      trailerPlate: row?.trailer && trailer.trim() !== '' ? trailer.trim() : null,
      ...(old ? correctionOf(old) : { driver: null, riders: [] }),
    })
    // Of one that is put right everybody was scanned before.
    if (!old) onClose()
  }
  if (!classes) return <p class="note">{t(gateSheetWords.needsNetwork)}</p>
  return (
    <form class="sheet-form" onSubmit={submit}>
      {!old && <p class="note">{t(gateSheetWords.vehicleNote)}</p>}
      <fieldset class="chips-of">
        <legend>{t(gateSheetWords.class)}</legend>
        <div class="chips">
          {classes.map((each) => (
            <button
              key={each.class}
              type="button"
              class="chip"
              aria-pressed={each.class === kind}
              data-testid={`class-${each.class}`}
              onClick={() => {
                setKind(each.class)
                setWheels(null)
              }}
            >
              {t(vehicleClassWords[each.class])}
            </button>
          ))}
        </div>
      </fieldset>
      <label class="field">
        <span>{t(gateSheetWords.wheels)}</span>
        <input
          type="number"
          min={row?.wheelsMin}
          max={row?.wheelsMax}
          required
          value={count}
          data-testid="wheels-input"
          onInput={(event) => setWheels(event.currentTarget.valueAsNumber)}
        />
      </label>
      {row?.plate !== 'none' && (
        <div class="pair">
          <label class="field">
            <span>{t(gateSheetWords.plate)}</span>
            <input
              maxLength={plateCharactersMax}
              required={row?.plate === 'must'}
              aria-invalid={!isPlate && plate !== ''}
              autocomplete="off"
              value={plate}
              data-testid="sheet-plate"
              onInput={(event) => setPlate(event.currentTarget.value)}
            />
          </label>
          <label class="field">
            <span>{t(gateSheetWords.plateState)}</span>
            <select value={state} data-testid="plate-state" onChange={(event) => setChosen(event.currentTarget.value as PlateState)}>
              {plateStates.map((each) => (
                <option key={each} value={each}>
                  {t(plateStateWords[each])}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      {!isPlate && plate !== '' && (
        <p class="unverified" role="status" data-testid="plate-wrong">
          {t(gateSheetWords.plateWrong)}
        </p>
      )}
      {row?.trailer && (
        <label class="field">
          <span>{t(gateSheetWords.trailerPlate)}</span>
          <input
            maxLength={plateCharactersMax}
            aria-invalid={!isTrailer}
            autocomplete="off"
            value={trailer}
            data-testid="trailer-plate"
            onInput={(event) => setTrailer(event.currentTarget.value)}
          />
        </label>
      )}
      {!isTrailer && (
        <p class="unverified" role="status" data-testid="trailer-wrong">
          {t(plate.trim() === '' ? gateSheetWords.trailerAlone : gateSheetWords.trailerWrong)}
        </p>
      )}
      <button type="submit" class="main" data-testid="vehicle-begin" aria-disabled={!isPlate || !isTrailer}>
        {t(old ? gateSheetWords.goOn : gateSheetWords.openSheet)}
      </button>
    </form>
  )
}

function Riders({ gate, register, outbox, onOpen, onClose, vehicle }: SheetProps & { vehicle: OpenVehicle }) {
  const { t, language } = useWords()
  const [sent, setSent] = useState<SentAs<{ readonly referred: boolean }> | null>(null)
  const [isSending, setSending] = useState(false)
  const name = vehicle.plate?.written ?? t(vehicleClassWords[vehicle.class])
  const close = async (): Promise<void> => {
    const { settings } = gate
    if (!settings) return
    setSending(true)
    const { id, driver, plate, trailerPlate, wheels, old } = vehicle
    const passengers = vehicle.riders.map(({ movement }) => movement).filter((movement) => movement !== driver)
    const place = { point: settings.point, lane: old?.lane ?? settings.lane, direction: settings.direction }
    const body = {
      id,
      ...place,
      occurredAt: old?.occurredAt ?? register.now(),
      class: vehicle.class,
      wheels,
      plate,
      trailerPlate,
      driver,
      passengers,
      ...(old && { replaces: old.id }),
    }
    const answer = await outbox.send<{ readonly referred: boolean }>(body, name, '/api/v1/vehicle-sheets')
    setSending(false)
    setSent(answer)
  }
  const done = sent && sent.type !== 'refused' && sent.type !== 'not-kept'
  const leave = (): void => {
    gate.vehicle.set(null)
    onClose()
  }
  const goods = (): void => {
    gate.vehicle.set(null)
    onOpen({ type: 'goods', of: { vehicleSheet: vehicle.id }, name })
  }
  if (done)
    return (
      <div class="sheet-form">
        <p class="result" data-testid="sheet-done" data-sent={sent.type}>
          <Icon name="check" />
          <span>
            <strong>{t(sent.type !== 'recorded' ? gateWords.notYet : vehicle.old ? gateSheetWords.corrected : gateSheetWords.sheetRecorded)}</strong>
            {sent.type !== 'recorded' && t(gateSheetWords.sheetKept)}
          </span>
        </p>
        {sent.type === 'recorded' && sent.answer.referred && (
          <p class="unverified" role="alert" data-testid="sheet-referred">
            {t(gateSheetWords.sheetReferred)}
          </p>
        )}
        <button type="button" class="main" data-testid="vehicle-goods" onClick={goods}>
          {t(workWords.goods)}
        </button>
        <button type="button" class="plain" data-testid="vehicle-leave" onClick={leave}>
          {t(gateWords.next)}
        </button>
      </div>
    )
  return (
    <div class="sheet-form">
      <p>
        <strong>{name}</strong> · {t(vehicleClassWords[vehicle.class])} · {t(gateSheetWords.wheelCount, { n: vehicle.wheels })}
      </p>
      {vehicle.riders.length === 0 && <p class="note">{t(gateSheetWords.noRider)}</p>}
      <ul class="riders">
        {vehicle.riders.map(({ movement, name: rider }) => (
          <li key={movement} data-testid="rider" data-driver={movement === vehicle.driver}>
            <span>
              <strong>{inDigitsOf(language, rider)}</strong> {t(movement === vehicle.driver ? gateSheetWords.driver : gateSheetWords.passenger)}
            </span>
            {movement !== vehicle.driver && (
              <button type="button" class="plain" onClick={() => gate.vehicle.update({ driver: movement })}>
                {t(gateSheetWords.makeDriver)}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Refused sent={sent} />
      <button
        type="button"
        class="main"
        data-testid="vehicle-close-sheet"
        disabled={isSending || vehicle.driver === null}
        onClick={() => void close()}
      >
        {t(vehicle.old ? gateSheetWords.recordCorrection : gateSheetWords.closeSheet)}
      </button>
      <button type="button" class="plain" data-testid="vehicle-drop" onClick={leave}>
        {t(gateSheetWords.dropSheet)}
      </button>
    </div>
  )
}

/** Why a sheet was not taken; it stays as it was filled in. */
export function Refused({ sent }: { sent: SentAs<unknown> | null }) {
  const { t, language } = useWords()
  const said = useSaid(sent?.type === 'refused' ? sent.problem : null, language)
  if (sent?.type === 'not-kept') return <p class="unverified">{t(gateWords.notKept)}</p>
  if (sent?.type !== 'refused') return null
  return (
    <p class="unverified" role="alert" data-testid="sheet-problem" data-code={sent.problem.code}>
      <strong>{said?.title}</strong> {said?.next}
    </p>
  )
}
