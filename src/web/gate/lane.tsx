/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks'
import { gateWords } from '../../words/gate.ts'
import { CameraView } from './camera-view.tsx'
import { CaseView } from './case-view.tsx'
import { signalOf, titleOf } from './case-words.ts'
import type { Case, Gate } from './gate.ts'
import { Icon } from './icons.tsx'
import type { Outbox } from './outbox.ts'
import { addKey, burstText, noBurst, presentedOf } from './presented.ts'
import type { Register } from './register.ts'
import type { Scanner } from './scanner.ts'
import { give } from './signals.ts'
import { useStore } from './store.ts'
import { useWords } from './use-words.ts'

type LaneProps = { register: Register; outbox: Outbox; gate: Gate; scanner: Scanner; sound: boolean }

/** The work itself: three ways to take a document, and the case that is open. The camera runs on behind the case. */
export function Lane({ register, outbox, gate, scanner, sound }: LaneProps) {
  const { language, t } = useWords()
  const open = useStore(gate)
  const heading = useRef<HTMLHeadingElement>(null)
  const record = (): void => void gate.record()
  const next = (): void => {
    gate.next()
    heading.current?.focus()
  }
  useKeys({ gate, record, next })
  useSignals(open, sound)
  useEffect(() => () => scanner.stop(), [scanner])
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
          <p class="note">{t(gateWords.wedge)}</p>
          <RefusedLater outbox={outbox} />
        </div>
      </section>
      {open && <CaseView key={open.id} open={open} gate={gate} register={register} onRecord={record} onNext={next} />}
      <p class="visually-hidden" aria-live="assertive">
        {open ? titleOf(open, language) : ''}
      </p>
    </>
  )
}

/** A line to type or paste; what it is (a number or a code's text) is seen from the line itself. */
function LineForm({ gate, kind }: { gate: Gate; kind: 'number' | 'text' }) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const presented = presentedOf(input.current?.value ?? '')
    if (!presented) return
    if (input.current) input.current.value = ''
    void gate.present(presented)
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
          {...(kind === 'number' && { placeholder: 'KH01090012345' })}
          data-testid={`${kind}-input`}
        />
        <button type="submit">{t(gateWords.check)}</button>
      </div>
    </form>
  )
}

/** Movements that were sent later and not accepted, and those that another officer left: nothing disappears unseen. */
function RefusedLater({ outbox }: { outbox: Outbox }) {
  const { t } = useWords()
  const entries = useStore(outbox)
  const refused = entries.flatMap(({ id, name, refused }) => (refused ? [{ id, name, problem: refused }] : []))
  const others = entries.filter((entry) => entry.refused === null && outbox.isOfAnother(entry))
  const names = [...new Set(others.map(({ by }) => by?.name))].join(', ')
  return (
    <>
      {others.length > 0 && (
        <section class="refused-later" data-testid="of-another">
          <h3>
            <Icon name="tray" />
            {t(gateWords.ofAnother, { n: others.length, name: names })}
          </h3>
          <p>{t(gateWords.ofAnotherNote)}</p>
          <button type="button" onClick={() => void outbox.takeOver()}>
            {t(gateWords.takeOver)}
          </button>
        </section>
      )}
      {refused.length > 0 && (
        <section class="refused-later">
          <h3>
            <Icon name="flag" />
            {t(gateWords.refusedLater)}
          </h3>
          <ul>
            {refused.map(({ id, name, problem }) => (
              <li key={id}>
                <strong>{name}</strong> {problem.title}
                <button type="button" onClick={() => void outbox.dismiss(id)}>
                  {t(gateWords.seen)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const codeCharactersMin = 20
const numberCharactersMin = 6

/** Enter records, Escape goes on; and a keyboard scanner is understood wherever the cursor stands, so that its Enter never records the wrong person. */
function useKeys({ gate, record, next }: { gate: Gate; record: () => void; next: () => void }): void {
  const act = useRef({ record, next })
  act.current = { record, next }
  useEffect(() => {
    let burst = noBurst
    const onKey = (event: KeyboardEvent): void => {
      // The key's own time: a busy page hears of it later.
      const now = event.timeStamp
      if (event.key !== 'Enter' && event.key !== 'Escape') {
        if (!event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat) burst = addKey(burst, event, now)
        return
      }
      const inField = event.target instanceof Element && event.target.matches('input, textarea, select')
      const scanned = event.key === 'Enter' ? burstText(burst, now, inField ? codeCharactersMin : numberCharactersMin) : undefined
      burst = noBurst
      if (scanned !== undefined) {
        event.preventDefault()
        if (inField && event.target instanceof HTMLInputElement) event.target.value = ''
        const presented = presentedOf(scanned)
        if (!presented || !gate.isFree) return
        gate.next()
        void gate.present(presented)
        return
      }
      if (gate.value === null || event.repeat) return
      if (event.key === 'Escape') {
        act.current.next()
        return
      }
      const onControl = event.target instanceof Element && event.target.closest('input, button, a, select') !== null
      if (onControl) return
      event.preventDefault()
      if (gate.isFree) act.current.next()
      else act.current.record()
    }
    // A scanner's space must not press the button that has the focus.
    const onKeyUp = (event: KeyboardEvent): void => {
      if (event.key === ' ' && burstText(burst, event.timeStamp, 2) !== undefined) event.preventDefault()
    }
    addEventListener('keydown', onKey, true)
    addEventListener('keyup', onKeyUp, true)
    return () => {
      removeEventListener('keydown', onKey, true)
      removeEventListener('keyup', onKeyUp, true)
    }
  }, [gate])
}

/** Sound and vibration once for each answer. */
function useSignals(open: Case | null, sound: boolean): void {
  const signal = open ? signalOf(open) : null
  const given = useRef('')
  useEffect(() => {
    const what = `${open?.id} ${signal}`
    if (signal !== null && given.current !== what) give(signal, sound)
    given.current = what
  }, [open?.id, signal, sound])
}
