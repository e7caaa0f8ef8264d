import { Agent, request as httpRequest } from 'node:http'
import { parseArgs } from 'node:util'
import {
  addDays,
  borderZone,
  type CivilDate,
  type ClockTime,
  civilDateAt,
  epochMs,
  type Instant,
  instantAt,
  instantOfMs,
  parseCivilDate,
  parseInstant,
} from '../../kernel/time.ts'
import type { CountAnswer, MovementAnswer } from '../../movements/movements.api.ts'
import type { InstanceAnswer } from '../../passes/passes.api.ts'
import type { PointAnswer } from '../../places/places.api.ts'
import type { Config } from '../../platform/config.ts'
import { newCommandId } from '../../platform/ids.ts'
import { becomeMadeUp, type SessionHeaders } from '../demonstration-session.ts'
import { type Crossing, percentile, planDay, seededChance } from './day-plan.rules.ts'

const usage = 'usage: spean day [--point kh-th/poipet] [--people 10000] [--date 2026-11-20] [--url http://127.0.0.1:8080] [--in-flight 64]'
const peopleMax = 100_000
const seed = 20_240_101
const firstPerson = 100_000
const passesARequest = 200
/** Made-up people have their passes since a week. */
const playableDays = 6

type Options = { readonly point: string; readonly people: number; readonly date: CivilDate | null; readonly base: URL; readonly inFlight: number }
type Pass = { number: string; qrText: string }

/** Plays a day at a crossing point against the running server, over HTTP: passes are issued where they are missing, then everybody goes out and comes home. */
export async function playDay(args: string[], config: Config): Promise<number> {
  const options = readOptions(args, config)
  if ('fault' in options) {
    console.error(`spean: ${options.fault}\n${usage}`)
    return 2
  }
  let client: Client | undefined
  try {
    // The movements are a made-up officer's of this point; every call but those of the demonstration itself needs a session.
    const officer = await becomeMadeUp(options.base, { role: 'checkpoint-officer', place: options.point })
    client = new Client(options.base, options.inFlight, officer)
    const date = options.date ?? (await nextDayOf(client, options.point))
    const point = await client.get<PointAnswer>(`/api/v1/crossing-points/${options.point}?at=${date}T12:00:00%2B07:00`)
    const hours = hoursOf(point, date)
    if (!hours) {
      console.error(`spean: ${options.point} does not open to ordinary travellers on ${date}; choose another --date.`)
      return 2
    }
    const passes = await ensurePasses(client, options.people, date)
    const played = await playMovements(client, options, passes, planDay(options.people, hours.opens, hours.closes, seededChance(seed)))
    console.log(report(options, date, played))
    return played.failed === 0 ? 0 : 1
  } catch (error) {
    console.error(`spean: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  } finally {
    client?.close()
  }
}

function readOptions(args: string[], config: Config): Options | { fault: string } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        point: { type: 'string', default: 'kh-th/poipet' },
        people: { type: 'string', default: '1000' },
        date: { type: 'string' },
        url: { type: 'string' },
        'in-flight': { type: 'string', default: '64' },
      },
    })
    const [people, inFlight] = [Number(values.people), Number(values['in-flight'])]
    const date = values.date === undefined ? null : parseCivilDate(values.date)
    if (!Number.isInteger(people) || people < 1 || people > peopleMax) return { fault: `--people takes 1 to ${peopleMax}` }
    if (!Number.isInteger(inFlight) || inFlight < 1 || inFlight > 1024) return { fault: '--in-flight takes 1 to 1024' }
    if (date === undefined) return { fault: `--date ${values.date} is not a date` }
    return {
      point: values.point,
      people,
      date,
      base: new URL(values.url ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`),
      inFlight,
    }
  } catch (error) {
    return { fault: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
}

/** A whole day of the past that comes after the last one played here, since people's movements have an order; with none left, yesterday again. */
async function nextDayOf(client: Client, point: string): Promise<CivilDate> {
  const { now } = await client.get<InstanceAnswer>('/api/v1/instance')
  const today = civilDateAt(parseInstant(now) ?? instantOfMs(Date.now()), borderZone)
  const days = Array.from({ length: playableDays }, (_, index) => addDays(today, index - playableDays))
  const counts = await client.get<CountAnswer[]>(`/api/v1/counts?point=${encodeURIComponent(point)}&from=${days[0]}&until=${addDays(today, 1)}`)
  const last =
    counts
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? ''
  for (const day of days.filter((each) => each > last)) {
    const noon = await client.get<PointAnswer>(`/api/v1/crossing-points/${point}?at=${day}T12:00:00%2B07:00`)
    if (noon.open) return day
  }
  return addDays(today, -1)
}

/** The hours in which both calendars are open on the date, as the register says them. */
function hoursOf(point: PointAnswer, date: CivilDate): { opens: Instant; closes: Instant } | undefined {
  const calendars = Object.values(point.calendars).flatMap((calendar) => calendar ?? [])
  const closes = point.until === null ? undefined : parseInstant(point.until)
  if (!point.open || !closes || calendars.length === 0) return undefined
  const opens = calendars
    .map((calendar) => calendar.opens)
    .sort()
    .at(-1)
  return { opens: instantAt(date, opens as ClockTime, borderZone), closes }
}

/** Made-up people's passes; where there are too few the server issues them (as of a week ago, so that yesterday can be played). */
async function ensurePasses(client: Client, people: number, date: CivilDate, again = false): Promise<Pass[]> {
  const passes: Pass[] = []
  for (let after = ''; passes.length < people; ) {
    const page = await client.get<Pass[]>(`/api/v1/made-up/passes?limit=1000&issuedBefore=${date}&after=${after}`)
    if (page.length === 0) break
    passes.push(...page)
    after = page.at(-1)?.number ?? ''
  }
  if (passes.length < people) await issueMissing(client, passes.length, people)
  if (passes.length >= people) return passes.slice(0, people)
  if (again) throw new Error(`made-up people get their passes as of a week ago, so not before ${date}: choose a later --date`)
  return ensurePasses(client, people, date, true)
}

/** Made-up people of an index range of the day's own, a bounded number a request. */
async function issueMissing(client: Client, have: number, people: number): Promise<void> {
  const bar = new ProgressBar('passes issued', people - have)
  // Some of a range may have a pass that is not good any more: they are passed over, and the next people asked.
  for (let [issued, next] = [have, firstPerson + have]; issued < people; ) {
    const count = Math.min(passesARequest, people - issued)
    const made = await client.post<{ issued: number }>('/api/v1/made-up/passes', { from: next, count })
    next += count
    issued += made.issued
    bar.step(made.issued)
  }
  bar.end()
}

type Played = { readonly answers: Map<string, number>; readonly milliseconds: number[]; readonly seconds: number; readonly failed: number }

/** Sends the day's movements as fast as the server takes them, everybody's own in order. */
async function playMovements(client: Client, { point }: Options, passes: readonly Pass[], plan: readonly Crossing[]): Promise<Played> {
  const answers = new Map<string, number>()
  const milliseconds: number[] = []
  const bar = new ProgressBar('movements', plan.length)
  const mine = new Map<number, Promise<unknown>>()
  let failed = 0
  const started = performance.now()
  await client.each(plan, async ({ person, at, direction }, index) => {
    const before = mine.get(person)
    const turn = Promise.withResolvers<void>()
    mine.set(person, turn.promise)
    await before
    const sent = performance.now()
    const body = {
      id: newCommandId(epochMs(at)),
      point,
      lane: String(1 + (index % 8)),
      direction,
      document: { text: passes[person]?.qrText ?? '' },
      occurredAt: at,
      photo: 'match',
    }
    const { status, value } = await client.send('POST', '/api/v1/movements', body)
    milliseconds.push(performance.now() - sent)
    turn.resolve()
    const key = status < 300 ? wordOf(value as MovementAnswer) : `refused by rule: ${(value as { code?: string }).code ?? status}`
    if (status >= 500) failed += 1
    answers.set(key, (answers.get(key) ?? 0) + 1)
    bar.step()
  })
  bar.end()
  return { answers, milliseconds: milliseconds.sort((a, b) => a - b), seconds: (performance.now() - started) / 1000, failed }
}

function wordOf({ verdict }: MovementAnswer): string {
  const words = { admit: 'admitted', 'admit-with-flag': 'flagged', refer: 'referred', refuse: 'refused' } as const
  const deciding = verdict.findings
    .filter((finding) => finding.effect === verdict.outcome && verdict.outcome !== 'admit')
    .map((finding) => `${finding.rule} (${finding.reason})`)
  return [words[verdict.outcome], ...deciding].join(': ')
}

function report({ point, people }: Options, date: CivilDate, { answers, milliseconds, seconds }: Played): string {
  const rows = [...answers.entries()].sort(([, a], [, b]) => b - a).map(([key, count]) => `  ${String(count).padStart(8)}  ${key}`)
  const ms = (share: number) => `${percentile(milliseconds, share).toFixed(1)} ms`
  return `
${date} at ${point}: ${people} people, ${milliseconds.length} movements
${rows.join('\n')}
  p50 ${ms(0.5)}   p95 ${ms(0.95)}   p99 ${ms(0.99)}   ${(milliseconds.length / seconds).toFixed(0)} movements a second, ${seconds.toFixed(1)} s`
}

class ProgressBar {
  readonly #name: string
  readonly #total: number
  #done = 0
  #shown = ''
  constructor(name: string, total: number) {
    this.#name = name
    this.#total = total
  }
  step(by = 1): void {
    const before = this.#done
    this.#done += by
    const tenth = Math.ceil(this.#total / 10)
    if (!process.stderr.isTTY && Math.floor(before / tenth) === Math.floor(this.#done / tenth)) return
    const filled = Math.floor((this.#done / this.#total) * 40)
    const line = `  [${'#'.repeat(filled)}${'.'.repeat(40 - filled)}] ${this.#done}/${this.#total} ${this.#name}`
    if (line === this.#shown) return
    this.#shown = line
    process.stderr.write(process.stderr.isTTY ? `\r${line}` : `${line}\n`)
  }
  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\n')
  }
}

/** A plain keep-alive HTTP client: the figures should be the server's, not a client library's. */
class Client {
  readonly #base: URL
  readonly #agent: Agent
  readonly #inFlight: number
  readonly #session: SessionHeaders

  constructor(base: URL, inFlight: number, session: SessionHeaders) {
    this.#session = session
    this.#base = base
    this.#inFlight = inFlight
    this.#agent = new Agent({ keepAlive: true, maxSockets: inFlight })
  }

  async get<T>(path: string): Promise<T> {
    return this.#expect<T>(await this.send('GET', path))
  }
  async post<T>(path: string, body: object): Promise<T> {
    return this.#expect<T>(await this.send('POST', path, body))
  }
  async send(method: string, path: string, body?: object): Promise<{ status: number; value: unknown }> {
    const { status, bytes } = await this.#exchange(method, path, body)
    return { status, value: JSON.parse(bytes.toString('utf8')) }
  }

  /** Runs `work` over the items, a bounded number at once, in order of start; the first fault ends it. */
  async each<T, R>(items: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
    const results: R[] = []
    let next = 0
    const worker = async () => {
      for (let index = next++; index < items.length; index = next++) {
        const item = items[index]
        if (item !== undefined) results[index] = await work(item, index)
      }
    }
    await Promise.all(Array.from({ length: Math.min(this.#inFlight, items.length) }, worker))
    return results
  }

  close(): void {
    this.#agent.destroy()
  }

  #expect<T>({ status, value }: { status: number; value: unknown }): T {
    if (status < 300) return value as T
    const problem = value as { code?: string; detail?: string }
    throw new Error(`the server answered ${status} ${problem.code ?? ''}: ${problem.detail ?? ''}`)
  }

  #exchange(method: string, path: string, body?: object): Promise<{ status: number; bytes: Buffer }> {
    const { promise, resolve, reject } = Promise.withResolvers<{ status: number; bytes: Buffer }>()
    const text = body === undefined ? undefined : JSON.stringify(body)
    const headers = { ...this.#session, ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }) }
    const outgoing = httpRequest(new URL(path, this.#base), { method, agent: this.#agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes: Buffer.concat(chunks) }))
      response.on('error', reject)
    })
    outgoing.on('error', (error) =>
      reject(new Error(`no answer from ${this.#base.origin} (${'code' in error ? error.code : error.message}): is npm start running there?`)),
    )
    outgoing.end(text)
    return promise
  }
}
