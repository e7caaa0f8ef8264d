import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { addDays, borderZone, type CivilDate, civilDateAt, type Instant } from '../../../kernel/time.ts'
import type { PreviewAnswer } from '../../../orders/orders.api.ts'
import { ordersWords as words } from '../../../words/orders.ts'
import { ask, type Problem } from '../../api.ts'
import { useWords } from '../frame/language.tsx'
import { useOfficeChoice } from '../frame/office.tsx'
import { Answered, ProblemNotice, Waiting } from '../parts/answered.tsx'
import { FileField } from '../parts/file-input.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useInstance } from '../queries.ts'
import { type Fault, faultsLeft } from './fault-places.ts'
import { HoursFields } from './hours-fields.tsx'
import { Issuing } from './issuing.tsx'
import { loadOrder } from './load-order.ts'
import { FaultList, OrderFaults } from './order-faults.tsx'
import { ordersPath } from './order-queries.ts'
import { PaperFields } from './paper-fields.tsx'
import { PlaceFields, TimeFields } from './place-fields.tsx'
import { emptyOrder, formOfTyped, type TypedOrder } from './typed-order.ts'
import { VehicleFields } from './vehicle-fields.tsx'

const previewMs = 60_000

/** An order from the first word to its issue: the form, which a file may fill in, the preview, the words, the paper. */
export function NewOrderPage() {
  const { say } = useWords()
  const instance = useInstance()
  // The desk begins anew when it knows its office: nothing is typed before.
  const { isLoading } = useOfficeChoice()
  return (
    <>
      <PageHead title={say(words.newTitle)} lead={say(words.newLead)} />
      {isLoading ? (
        <Waiting />
      ) : (
        <Answered query={instance}>{({ state, now }) => <Writing state={state} today={civilDateAt(now as Instant, borderZone)} />}</Answered>
      )}
    </>
  )
}

function Writing({ state, today }: { state: string; today: CivilDate }) {
  const { say, language } = useWords()
  const [typed, setTyped] = useState<TypedOrder>(() => emptyOrder(state, addDays(today, 1), language))
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [isOfFile, setOfFile] = useState(false)
  const [preview, setPreview] = useState<PreviewAnswer | undefined>(undefined)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const [pending, setPending] = useState(false)
  const order = formOfTyped(typed)
  // What was looked at is what is issued: a change asks for another look, also while one is on its way.
  const version = useRef(0)
  const changed = () => {
    version.current += 1
    setPreview(undefined)
  }
  const set = (change: Partial<TypedOrder>) => {
    const next = { ...typed, ...change }
    changed()
    setFaults(faultsLeft(faults, typed, next))
    setTyped(next)
  }
  async function load(file: File | undefined) {
    if (!file) return
    const loaded = await loadOrder(file, language)
    changed()
    setFaults(loaded.faults)
    setOfFile(loaded.typed === undefined)
    setProblem(loaded.typed ? undefined : loaded.problem)
    if (loaded.typed) setTyped(loaded.typed)
  }
  async function look() {
    setPending(true)
    const lookedAt = version.current
    const answer = await ask<PreviewAnswer>(`${ordersPath}/preview`, { language, body: { order }, timeoutMs: previewMs })
    setPending(false)
    if (version.current !== lookedAt) return
    setPreview(answer.ok ? answer.value : undefined)
    setFaults(answer.ok ? answer.value.faults : [])
    setOfFile(false)
    setProblem(answer.ok ? undefined : answer.problem)
  }
  return (
    <OrderFaults value={isOfFile ? [] : faults}>
      <div className="stack order-form">
        <FileField
          label={say(words.loadFile)}
          accept=".json,application/json"
          isUsedAtOnce
          onFile={(file) => void load(file)}
          data-testid="order-file"
        />
        {isOfFile && faults.length > 0 && <FaultList faults={faults}>{<p>{say(words.fileBad)}</p>}</FaultList>}
        <PaperFields typed={typed} set={set} />
        <PlaceFields typed={typed} set={set} />
        <TimeFields typed={typed} set={set} />
        <HoursFields typed={typed} set={set} />
        <VehicleFields typed={typed} set={set} />
        <div className="actions">
          <Button onClick={() => void look()} loading={pending} data-testid="order-preview">
            {say(words.preview)}
          </Button>
          <span role="status">{pending && say(words.previewing)}</span>
        </div>
        {problem && <ProblemNotice problem={problem} />}
        {!isOfFile && faults.length > 0 && <FaultList faults={faults} />}
        {preview?.words && <Issuing key={JSON.stringify(preview.words)} order={order} preview={preview} drafted={preview.words} />}
      </div>
    </OrderFaults>
  )
}
