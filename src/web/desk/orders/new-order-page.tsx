import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Language, languages } from '../../../kernel/language.ts'
import { addDays, borderZone, type CivilDate, civilDateAt, clockTimeAt, type Instant, parseInstant } from '../../../kernel/time.ts'
import type { IssueAnswer, PreviewAnswer } from '../../../orders/orders.api.ts'
import { ordersWords as words } from '../../../words/orders.ts'
import { ask, type Problem } from '../../api.ts'
import { languageNames } from '../../language.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { MomentFields } from '../instruments/moment-fields.tsx'
import { readMoment, type TypedMoment, typeMoment } from '../instruments/typed-moment.ts'
import { Answered, ProblemNotice } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useInstance } from '../queries.ts'
import { HoursFields } from './hours-fields.tsx'
import { isOfOrders, ordersPath } from './order-queries.ts'
import { PaperFields, PlaceFields } from './place-fields.tsx'
import { ConflictList, FaultList, FigureTables } from './preview-parts.tsx'
import { emptyOrder, formOfTyped, type TypedOrder } from './typed-order.ts'
import { VehicleFields } from './vehicle-fields.tsx'

const previewMs = 60_000

/** An order from the first word to its issue: the form or a file, the preview, the words, the paper. */
export function NewOrderPage() {
  const { say } = useWords()
  const instance = useInstance()
  return (
    <>
      <PageHead title={say(words.newTitle)} lead={say(words.newLead)} />
      <Answered query={instance}>{({ state, now }) => <Writing state={state} today={civilDateAt(now as Instant, borderZone)} />}</Answered>
    </>
  )
}

/** A file that was loaded: issued as it is, but for its start and end, which move together. */
type Loaded = { readonly name: string; readonly order: { readonly [field: string]: unknown }; readonly from: TypedMoment }

function Writing({ state, today }: { state: string; today: CivilDate }) {
  const { say, language } = useWords()
  const [typed, setTyped] = useState<TypedOrder>(() => emptyOrder(state, addDays(today, 1), language))
  const [loaded, setLoaded] = useState<Loaded | undefined>(undefined)
  const [isBad, setBad] = useState(false)
  const [preview, setPreview] = useState<PreviewAnswer | undefined>(undefined)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const [pending, setPending] = useState(false)
  const order = loaded ? movedTo(loaded) : formOfTyped(typed)
  // What was looked at is what is issued: a change asks for another look.
  const set = (change: Partial<TypedOrder>) => {
    setPreview(undefined)
    setTyped({ ...typed, ...change })
  }
  async function load(file: File | undefined) {
    setPreview(undefined)
    const read = file && (await readFile(file, language))
    setBad(file !== undefined && read === undefined)
    setLoaded(read)
  }
  async function look() {
    setPending(true)
    const answer = await ask<PreviewAnswer>(`${ordersPath}/preview`, { language, body: { order }, timeoutMs: previewMs })
    setPending(false)
    setPreview(answer.ok ? answer.value : undefined)
    setProblem(answer.ok ? undefined : answer.problem)
  }
  return (
    <div className="stack order-form">
      <label className="order-file">
        <span>{say(words.loadFile)}</span>
        <input type="file" accept=".json,application/json" onChange={(event) => void load(event.currentTarget.files?.[0])} data-testid="order-file" />
      </label>
      {isBad && <p className="field-error">{say(words.fileBad)}</p>}
      {loaded ? (
        <section className="card stack">
          <p>{say(words.fromFile, { file: loaded.name })}</p>
          <MomentFields
            legend={say(words.from)}
            typed={loaded.from}
            testid="order-from"
            change={(from) => {
              setPreview(undefined)
              setLoaded({ ...loaded, from })
            }}
          />
          <div className="actions">
            <Button variant="default" onClick={() => void load(undefined)}>
              {say(words.backToForm)}
            </Button>
          </div>
        </section>
      ) : (
        <>
          <PaperFields typed={typed} set={set} />
          <PlaceFields typed={typed} set={set} />
          <HoursFields typed={typed} set={set} />
          <VehicleFields typed={typed} set={set} />
        </>
      )}
      <div className="actions">
        <Button onClick={() => void look()} loading={pending} data-testid="order-preview">
          {say(words.preview)}
        </Button>
        <span role="status">{pending && say(words.previewing)}</span>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {preview && preview.faults.length > 0 && <FaultList faults={preview.faults} />}
      {preview?.words && <Issuing key={JSON.stringify(preview.words)} order={order} preview={preview} drafted={preview.words} />}
    </div>
  )
}

function movedTo({ order, from }: Loaded): object {
  const startsAt = readMoment(from)
  const [was, end] = [parseInstant(String(order['startsAt'])), order['endsAt'] == null ? null : parseInstant(String(order['endsAt']))]
  if (!startsAt || !was || !end) return { ...order, ...(startsAt && { startsAt }) }
  return { ...order, startsAt, endsAt: new Date(Date.parse(startsAt) + Date.parse(end) - Date.parse(was)).toISOString() }
}

async function readFile(file: File, language: Language): Promise<Loaded | undefined> {
  try {
    const order: unknown = JSON.parse(await file.text())
    if (typeof order !== 'object' || order === null || Array.isArray(order)) return undefined
    const from = parseInstant(String(Reflect.get(order, 'startsAt')))
    if (!from) return undefined
    return { name: file.name, order: { ...order }, from: typeMoment(civilDateAt(from, borderZone), clockTimeAt(from, borderZone), language) }
  } catch {
    return undefined
  }
}

/** What was found, the words, the paper, and the one button that puts it in force. */
function Issuing({ order, preview, drafted }: { order: object; preview: PreviewAnswer; drafted: NonNullable<PreviewAnswer['words']> }) {
  const { say } = useWords()
  const { may } = useMe()
  const client = useQueryClient()
  const command = useCommand<IssueAnswer>()
  const [, go] = useLocation()
  const [seen, setSeen] = useState<readonly string[]>([])
  const [told, setTold] = useState(drafted)
  const [paper, setPaper] = useState<string | null>(null)
  const unseen = preview.conflicts.some(({ key }) => !seen.includes(key))
  async function issue() {
    const issued = await command.send(ordersPath, { order: { ...order, words: told }, paper, confirmed: seen })
    if (!issued) return
    await client.invalidateQueries({ predicate: isOfOrders })
    go(`/orders/${issued.id}`)
  }
  const see = (key: string, isSeen: boolean) => setSeen(isSeen ? [...seen, key] : seen.filter((each) => each !== key))
  const number = 'number' in order ? String(order.number) : ''
  return (
    <div className="stack" data-testid="order-previewed">
      {preview.figures && <FigureTables figures={preview.figures} number={number} />}
      <ConflictList conflicts={preview.conflicts} seen={seen} onSee={see} />
      <section className="card stack" aria-labelledby="order-wording">
        <h2 id="order-wording">{say(words.wording)}</h2>
        <p className="small soft">{say(words.wordingHint)}</p>
        {languages.map((language) => (
          <Textarea
            key={language}
            label={languageNames[language]}
            lang={language}
            rows={6}
            maxLength={3000}
            value={told[language]}
            onChange={(event) => setTold({ ...told, [language]: event.currentTarget.value })}
            data-testid={`order-words-${language}`}
          />
        ))}
        {may('order.issue') && (
          <>
            <label className="order-file">
              <span>{say(words.paperFile)}</span>
              <input
                type="file"
                accept=".pdf,.jpg,.jpeg,.png"
                onChange={(event) => void readPaper(event.currentTarget.files?.[0]).then(setPaper)}
                data-testid="order-paper-file"
              />
            </label>
            {command.problem && <ProblemNotice problem={command.problem} />}
            <div className="actions">
              <Button onClick={() => void issue()} disabled={unseen} loading={command.pending} data-testid="order-issue">
                {say(words.issue)}
              </Button>
            </div>
          </>
        )}
      </section>
    </div>
  )
}

/** In pieces, since a whole file is too many arguments for one call. */
async function readPaper(file: File | undefined): Promise<string | null> {
  if (!file) return null
  const bytes = new Uint8Array(await file.arrayBuffer())
  const pieces: string[] = []
  // Divisible by three, so that each piece ends without padding.
  for (let from = 0; from < bytes.length; from += 24_000) pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, from + 24_000))))
  return pieces.join('')
}
