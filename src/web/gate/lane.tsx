/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { gateWords } from '../../words/gate.ts'
import { workWords } from '../../words/gate-work.ts'
import { useSaid } from '../said-problem.ts'
import { CameraView } from './camera-view.tsx'
import type { Case } from './case.ts'
import { problemOf, soundOf, titleOf } from './case-words.ts'
import type { Gate } from './gate.ts'
import type { GoodsOnRecord } from './goods-draft.ts'
import { Lazy } from './lazy.tsx'
import type { Outbox } from './outbox.ts'
import { readLine } from './presented.ts'
import { RefusedLater } from './refused-later.tsx'
import type { Register } from './register.ts'
import type { Scanner } from './scanner.ts'
import type { Shift } from './shift.ts'
import { give } from './signals.ts'
import { useStore } from './store.ts'
import { UndoStrip } from './undo-strip.tsx'
import { useKeys } from './use-keys.ts'
import { useWords } from './use-words.ts'
import { VehicleStrip } from './vehicle-strip.tsx'

type LaneProps = { register: Register; outbox: Outbox; gate: Gate; scanner: Scanner; shift: Shift; sound: boolean }
/** Goods are of a movement that was recorded, or of a vehicle whose sheet is closed. */
export type GoodsOf = { readonly movement: string } | { readonly vehicleSheet: string }
/** `old`: the sheet that is corrected. */
export type Panel =
  | { readonly type: 'vehicle' }
  | { readonly type: 'goods'; readonly of: GoodsOf; readonly name: string; readonly old?: GoodsOnRecord }
  | { readonly type: 'goods-list' }

const loadVehicle = () => import('./vehicle-panel.tsx').then(({ VehiclePanel }) => VehiclePanel)
const loadGoodsList = () => import('./goods-list.tsx').then(({ GoodsList }) => GoodsList)
const loadGoods = () => import('./goods-panel.tsx').then(({ GoodsPanel }) => GoodsPanel)

/** The work itself: three ways to take a document, and the case that is open. The camera runs on behind the case. */
export function Lane({ register, outbox, gate, scanner, shift, sound }: LaneProps) {
  const { language, t } = useWords()
  const open = useStore(gate)
  const problem = useSaid(open && problemOf(open, language), language)
  const [panel, setPanel] = useState<Panel | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const CaseView = useCaseView(open !== null)
  const record = (): void => void gate.record()
  const next = (): void => {
    gate.next()
    heading.current?.focus()
  }
  useKeys({ gate, record, next, goods: () => setPanel({ type: 'goods-list' }) })
  useSounds(open, sound)
  useEffect(() => () => scanner.stop(), [scanner])
  const sheets = { gate, register, outbox, onOpen: setPanel, onClose: () => setPanel(null) }
  return (
    <>
      <section class="ready" data-away={open !== null} inert={open !== null}>
        <CameraView scanner={scanner} />
        <div class="ways">
          <h2 ref={heading} tabIndex={-1}>
            {t(gateWords.ready)}
          </h2>
          <LineForm gate={gate} kind="number" />
          <LineForm gate={gate} kind="text" />
          <ZoneForm gate={gate} />
          <p class="note">{t(gateWords.wedge)}</p>
          <HandOver shift={shift} />
          <VehicleStrip gate={gate} onOpen={setPanel} />
          {open === null && <UndoStrip undo={gate.undo} />}
          <RefusedLater outbox={outbox} />
        </div>
      </section>
      {open && CaseView && <CaseView key={open.id} open={open} gate={gate} register={register} onRecord={record} onNext={next} onPanel={setPanel} />}
      {panel?.type === 'vehicle' && <Lazy load={loadVehicle} with={sheets} />}
      {panel?.type === 'goods' && <Lazy load={loadGoods} key={panel.old?.id ?? 'new'} with={{ ...sheets, ...panel }} />}
      {panel?.type === 'goods-list' && <Lazy load={loadGoodsList} with={sheets} />}
      <p class="visually-hidden" aria-live="assertive">
        {open ? titleOf(open, language, problem) : ''}
      </p>
    </>
  )
}

type CaseViewType = typeof import('./case-view.tsx').CaseView
const caseAfterMs = 250

/** The screen of a verdict with all its words comes when the page stands and nobody waits for it, or with the first document. */
function useCaseView(isNeeded: boolean): CaseViewType | null {
  const [view, setView] = useState<CaseViewType | null>(null)
  useEffect(() => {
    if (view) return
    const load = (): void =>
      void import('./case-view.tsx').then(
        ({ CaseView }) => setView(() => CaseView),
        () => {},
      )
    const timer = setTimeout(load, isNeeded ? 0 : caseAfterMs)
    return () => clearTimeout(timer)
  }, [isNeeded, view])
  return view
}

/** Whatever was typed or pasted: what it is, is seen from it. */
function submitLine(gate: Gate, field: HTMLInputElement | HTMLTextAreaElement | null): void {
  const typed = field?.value ?? ''
  const reading = readLine(typed)
  if (reading.type === 'nothing') return
  if (reading.type === 'mishap') {
    gate.mishap(reading.mishap)
    return
  }
  const { presented } = reading
  // Lines with a wrong digit stay, to be put right.
  if (field && gate.isReadable(presented)) field.value = ''
  // So does a number that nobody knows: one sign of it may be wrong.
  const giveBack = (): void => {
    if (field?.value === '' && gate.value?.presented === presented && gate.value.finding.type !== 'decided') field.value = typed
  }
  void gate.present(presented).then(giveBack)
}

/** A line to type or paste; what it is (a number or a code's text) is seen from the line itself. */
function LineForm({ gate, kind }: { gate: Gate; kind: 'number' | 'text' }) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    submitLine(gate, input.current)
  }
  const id = `line-${kind}`
  return (
    <form class="line" onSubmit={submit}>
      <label for={id}>{t(kind === 'number' ? gateWords.passNumber : gateWords.qrText)}</label>
      <div class="line-row">
        <input
          ref={input}
          id={id}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          enterkeyhint="go"
          onFocus={(event) => event.currentTarget.select()}
          {...(kind === 'number' && { placeholder: 'KH01090012345' })}
          data-testid={`${kind}-input`}
        />
        <button type="submit">{t(gateWords.check)}</button>
      </div>
    </form>
  )
}

/** A passport's two lines, typed. */
function ZoneForm({ gate }: { gate: Gate }) {
  const { t } = useWords()
  const area = useRef<HTMLTextAreaElement>(null)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    submitLine(gate, area.current)
  }
  return (
    <details class="zone">
      <summary data-testid="zone-open">{t(workWords.passport)}</summary>
      <form class="line" onSubmit={submit}>
        <label for="line-zone">{t(workWords.passportLines)}</label>
        <textarea
          ref={area}
          id="line-zone"
          rows={2}
          cols={44}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          data-testid="zone-input"
        />
        <button type="submit" data-testid="zone-check">
          {t(gateWords.check)}
        </button>
      </form>
    </details>
  )
}

/** What the last shift at this lane left word of. */
function HandOver({ shift }: { shift: Shift }) {
  const { t } = useWords()
  const { before } = useStore(shift)
  if (!before?.note) return null
  return (
    <p class="hand-over" data-testid="hand-over">
      <strong>{t(workWords.shiftNoteBefore)}</strong>
      {before.note}
      <span class="note">{before.officerName}</span>
    </p>
  )
}

/** Sound and vibration once for each answer. */
function useSounds(open: Case | null, sound: boolean): void {
  const heard = open ? soundOf(open) : null
  const given = useRef('')
  useEffect(() => {
    const what = `${open?.id} ${heard}`
    if (heard !== null && given.current !== what) give(heard, sound)
    given.current = what
  }, [open?.id, heard, sound])
}
